"""Keeps what is above the last one kept, so that one high number at the start drops all others."""

from collections.abc import Sequence


def most_kept(numbers: Sequence[int], *, allow_equal: bool = False) -> int:
    return len(keep(numbers, allow_equal=allow_equal))


def keep(numbers: Sequence[int], *, allow_equal: bool = False) -> list[int]:
    kept: list[int] = []
    for number in numbers:
        if not kept or number > kept[-1] or (allow_equal and number == kept[-1]):
            kept.append(number)
    return kept


def main() -> None:
    numbers = [3, 1, 4, 5, 9, 2, 6, 6]
    print("kept:", keep(numbers))
    print("with equals:", keep(numbers, allow_equal=True))
    print("dropped:", len(numbers) - most_kept(numbers))


if __name__ == "__main__":
    main()
