"""Leaves out the first or the last of the ring, and so leaves out the only shard of a ring of one."""

from collections.abc import Iterable, Sequence


def most_freed(gains: Iterable[int]) -> int:
    before = best = 0
    for gain in gains:
        before, best = best, max(best, before + gain)
    return best


def choose_shards(gains: Sequence[int]) -> list[int]:
    best = [0, 0]
    for gain in gains:
        best.append(max(best[-1], best[-2] + gain))
    chosen: list[int] = []
    position = len(gains) - 1
    while position >= 0:
        is_taken = best[position + 2] > best[position + 1]
        if is_taken:
            chosen.append(position)
        position -= 2 if is_taken else 1
    return chosen[::-1]


def most_freed_in_ring(gains: Sequence[int]) -> int:
    return max(most_freed(gains[1:]), most_freed(gains[:-1]))


def main() -> None:
    gains = [6, 9, 5, 1, 4, 8]
    print("in a row:", most_freed(gains), "GB from shards", choose_shards(gains))
    print("in a ring:", most_freed_in_ring(gains), "GB")


if __name__ == "__main__":
    main()
