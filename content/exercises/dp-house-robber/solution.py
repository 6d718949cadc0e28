from collections.abc import Iterable, Sequence
from itertools import islice


def most_freed(gains: Iterable[int]) -> int:
    """The largest sum of gains without two neighbors."""
    before = best = 0
    for gain in gains:
        before, best = best, max(best, before + gain)
    return best


def choose_shards(gains: Sequence[int]) -> list[int]:
    """The positions of a choice that frees `most_freed(gains)`, in ascending order."""
    # best[n] is the answer for the first n shards; the entry in front spares a special case for the first.
    best = [0, 0]
    for gain in gains:
        best.append(max(best[-1], best[-2] + gain))
    chosen: list[int] = []
    position = len(gains) - 1
    while position >= 0:
        if best[position + 2] > best[position + 1]:
            chosen.append(position)
            position -= 2
        else:
            position -= 1
    chosen.reverse()
    return chosen


def most_freed_in_ring(gains: Sequence[int]) -> int:
    """The same as `most_freed`, where the last shard is a neighbor of the first."""
    if len(gains) == 1:
        return most_freed(gains)
    return max(most_freed(islice(gains, 1, None)), most_freed(islice(gains, max(len(gains) - 1, 0))))


def main() -> None:
    gains = [6, 9, 5, 1, 4, 8]
    print("in a row:", most_freed(gains), "GB from shards", choose_shards(gains))
    print("in a ring:", most_freed_in_ring(gains), "GB")


if __name__ == "__main__":
    main()
