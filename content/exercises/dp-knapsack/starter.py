from collections.abc import Sequence
from dataclasses import dataclass


@dataclass(frozen=True)
class Entry:
    name: str
    size: int
    """In megabytes."""
    hits: int
    """In the first five minutes."""


def most_hits(entries: Sequence[Entry], capacity: int) -> int:
    """The largest sum of hits of entries that fit together."""
    return sum(entry.hits for entry in choose(entries, capacity))


def choose(entries: Sequence[Entry], capacity: int) -> list[Entry]:
    """The entries of a choice with `most_hits(entries, capacity)`, in their order."""
    chosen: list[Entry] = []
    for entry in sorted(entries, key=lambda entry: entry.hits / max(entry.size, 1), reverse=True):
        if entry.size <= capacity:
            chosen.append(entry)
            capacity -= entry.size
    return chosen


def main() -> None:
    entries = [Entry("feed", 6, 70), Entry("rates", 5, 50), Entry("menu", 5, 50), Entry("flags", 0, 9)]
    for capacity in (4, 6, 10):
        names = ", ".join(entry.name for entry in choose(entries, capacity))
        print(f"{capacity:>2} MB: {most_hits(entries, capacity)} hits from {names}")


if __name__ == "__main__":
    main()
