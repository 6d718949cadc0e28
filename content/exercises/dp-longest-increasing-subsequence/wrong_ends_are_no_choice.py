"""Returns the smallest ends as if they were a choice, though an end may stand before the one in front of it."""

from bisect import bisect_left, bisect_right
from collections.abc import Sequence


def most_kept(numbers: Sequence[int], *, allow_equal: bool = False) -> int:
    return len(keep(numbers, allow_equal=allow_equal))


def keep(numbers: Sequence[int], *, allow_equal: bool = False) -> list[int]:
    find = bisect_right if allow_equal else bisect_left
    ends: list[int] = []
    for number in numbers:
        place = find(ends, number)
        ends[place : place + 1] = [number]
    return ends


def main() -> None:
    numbers = [3, 1, 4, 5, 9, 2, 6, 6]
    print("kept:", keep(numbers))
    print("with equals:", keep(numbers, allow_equal=True))
    print("dropped:", len(numbers) - most_kept(numbers))


if __name__ == "__main__":
    main()
