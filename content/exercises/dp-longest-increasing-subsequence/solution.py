from bisect import bisect_left, bisect_right
from collections.abc import Sequence


def most_kept(numbers: Sequence[int], *, allow_equal: bool = False) -> int:
    """How many events can be kept, so that their numbers go up."""
    find = bisect_right if allow_equal else bisect_left
    ends: list[int] = []
    """At index k the smallest number with which a choice of k + 1 events can end: always ascending."""
    for number in numbers:
        place = find(ends, number)
        ends[place : place + 1] = [number]
    return len(ends)


def keep(numbers: Sequence[int], *, allow_equal: bool = False) -> list[int]:
    """The numbers of a largest choice of events whose numbers go up."""
    find = bisect_right if allow_equal else bisect_left
    ends: list[int] = []
    positions: list[int] = []
    """Where the numbers in `ends` stand."""
    before: list[int] = []
    """For each event the position of the one before it in its choice, -1 for the first."""
    for position, number in enumerate(numbers):
        place = find(ends, number)
        before.append(positions[place - 1] if place > 0 else -1)
        ends[place : place + 1] = [number]
        positions[place : place + 1] = [position]
    kept: list[int] = []
    position = positions[-1] if positions else -1
    while position >= 0:
        kept.append(numbers[position])
        position = before[position]
    kept.reverse()
    return kept


def main() -> None:
    numbers = [3, 1, 4, 5, 9, 2, 6, 6]
    print("kept:", keep(numbers))
    print("with equals:", keep(numbers, allow_equal=True))
    print("dropped:", len(numbers) - most_kept(numbers))


if __name__ == "__main__":
    main()
