"""Loads what has the most hits for each megabyte, and leaves room in which two others had fitted."""

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
    return sum(entry.hits for entry in choose(entries, capacity))


def choose(entries: Sequence[Entry], capacity: int) -> list[Entry]:
    if capacity < 0:
        raise ValueError(f"capacity must be at least 0, not {capacity}")
    chosen: set[int] = set()
    for index in sorted(range(len(entries)), key=lambda i: entries[i].hits / max(entries[i].size, 0.1), reverse=True):
        if entries[index].size <= capacity:
            chosen.add(index)
            capacity -= entries[index].size
    return [entry for index, entry in enumerate(entries) if index in chosen]


def main() -> None:
    entries = [Entry("feed", 6, 70), Entry("rates", 5, 50), Entry("menu", 5, 50), Entry("flags", 0, 9)]
    for capacity in (4, 6, 10):
        names = ", ".join(entry.name for entry in choose(entries, capacity))
        print(f"{capacity:>2} MB: {most_hits(entries, capacity)} hits from {names}")


if __name__ == "__main__":
    main()
