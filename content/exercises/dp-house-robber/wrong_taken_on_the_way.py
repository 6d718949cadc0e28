"""Takes each shard that made the best sum larger, though the way to the end may have gone around it."""

from collections.abc import Iterable, Sequence


def most_freed(gains: Iterable[int]) -> int:
    before = best = 0
    for gain in gains:
        before, best = best, max(best, before + gain)
    return best


def choose_shards(gains: Sequence[int]) -> list[int]:
    before = best = 0
    chosen: list[int] = []
    for position, gain in enumerate(gains):
        if before + gain > best:
            chosen.append(position)
        before, best = best, max(best, before + gain)
    return chosen


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
