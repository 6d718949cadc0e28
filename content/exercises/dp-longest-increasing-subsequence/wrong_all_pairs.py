"""Compares each number with all before it: right, and a million comparisons too many."""

from collections.abc import Sequence


def most_kept(numbers: Sequence[int], *, allow_equal: bool = False) -> int:
    return len(keep(numbers, allow_equal=allow_equal))


def keep(numbers: Sequence[int], *, allow_equal: bool = False) -> list[int]:
    lengths: list[int] = []
    before: list[int] = []
    for position, number in enumerate(numbers):
        length, last = 1, -1
        for i in range(position):
            fits = numbers[i] <= number if allow_equal else numbers[i] < number
            if fits and lengths[i] >= length:
                length, last = lengths[i] + 1, i
        lengths.append(length)
        before.append(last)
    kept: list[int] = []
    position = lengths.index(max(lengths)) if lengths else -1
    while position >= 0:
        kept.append(numbers[position])
        position = before[position]
    return kept[::-1]


def main() -> None:
    numbers = [3, 1, 4, 5, 9, 2, 6, 6]
    print("kept:", keep(numbers))
    print("with equals:", keep(numbers, allow_equal=True))
    print("dropped:", len(numbers) - most_kept(numbers))


if __name__ == "__main__":
    main()
