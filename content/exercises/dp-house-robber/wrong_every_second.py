"""Compares the even with the odd positions, so two neighbors are never left out together."""

from collections.abc import Iterable, Sequence


def most_freed(gains: Iterable[int]) -> int:
    taken = [0, 0]
    for position, gain in enumerate(gains):
        taken[position % 2] += max(gain, 0)
    return max(taken)


def choose_shards(gains: Sequence[int]) -> list[int]:
    rows = [[i for i in range(first, len(gains), 2) if gains[i] > 0] for first in (0, 1)]
    return max(rows, key=lambda row: sum(gains[i] for i in row))


def most_freed_in_ring(gains: Sequence[int]) -> int:
    if len(gains) < 2:
        return most_freed(gains)
    return max(most_freed(gains[1:]), most_freed(gains[:-1]))


def main() -> None:
    gains = [6, 9, 5, 1, 4, 8]
    print("in a row:", most_freed(gains), "GB from shards", choose_shards(gains))
    print("in a ring:", most_freed_in_ring(gains), "GB")


if __name__ == "__main__":
    main()
