"""Takes the largest gain first and strikes out its neighbors, which together may have been worth more."""

from collections.abc import Iterable, Sequence


def choose_shards(gains: Sequence[int]) -> list[int]:
    chosen: set[int] = set()
    for position in sorted(range(len(gains)), key=lambda i: -gains[i]):
        if gains[position] > 0 and not chosen & {position - 1, position + 1}:
            chosen.add(position)
    return sorted(chosen)


def most_freed(gains: Iterable[int]) -> int:
    row = list(gains)
    return sum(row[i] for i in choose_shards(row))


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
