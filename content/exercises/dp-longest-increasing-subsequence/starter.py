from collections.abc import Sequence


def most_kept(numbers: Sequence[int], *, allow_equal: bool = False) -> int:
    """How many events can be kept, so that their numbers go up."""
    return len(keep(numbers, allow_equal=allow_equal))


def keep(numbers: Sequence[int], *, allow_equal: bool = False) -> list[int]:
    """The numbers of a largest choice of events whose numbers go up."""
    kept: list[int] = []
    for number in numbers:
        if not kept or number > kept[-1]:
            kept.append(number)
    return kept


def main() -> None:
    numbers = [3, 1, 4, 5, 9, 2, 6, 6]
    print("kept:", keep(numbers))
    print("with equals:", keep(numbers, allow_equal=True))
    print("dropped:", len(numbers) - most_kept(numbers))


if __name__ == "__main__":
    main()
