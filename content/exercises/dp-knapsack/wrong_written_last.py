"""Keeps one row, and for each room the entry that was written last: by the time of the walk back, smaller rooms may hold later entries."""

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
    if capacity < 0:
        raise ValueError(f"capacity must be at least 0, not {capacity}")
    best = [0] * (capacity + 1)
    for entry in entries:
        # Downwards: best[room - size] must not have this entry yet.
        for room in range(capacity, entry.size - 1, -1):
            best[room] = max(best[room], best[room - entry.size] + entry.hits)
    return best[capacity]


def choose(entries: Sequence[Entry], capacity: int) -> list[Entry]:
    if capacity < 0:
        raise ValueError(f"capacity must be at least 0, not {capacity}")
    best = [0] * (capacity + 1)
    last: list[int | None] = [None] * (capacity + 1)
    for index, entry in enumerate(entries):
        for room in range(capacity, entry.size - 1, -1):
            if best[room - entry.size] + entry.hits > best[room]:
                best[room], last[room] = best[room - entry.size] + entry.hits, index
    chosen: set[int] = set()
    room = capacity
    while (index_there := last[room]) is not None and index_there not in chosen:
        chosen.add(index_there)
        room -= entries[index_there].size
    return [entry for index, entry in enumerate(entries) if index in chosen]


def main() -> None:
    entries = [Entry("feed", 6, 70), Entry("rates", 5, 50), Entry("menu", 5, 50), Entry("flags", 0, 9)]
    for capacity in (4, 6, 10):
        names = ", ".join(entry.name for entry in choose(entries, capacity))
        print(f"{capacity:>2} MB: {most_hits(entries, capacity)} hits from {names}")


if __name__ == "__main__":
    main()
