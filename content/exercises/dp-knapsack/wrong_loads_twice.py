"""Runs through the room upwards, so an entry is added to sums that have it already."""

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
        for room in range(entry.size, capacity + 1):
            best[room] = max(best[room], best[room - entry.size] + entry.hits)
    return best[capacity]


def choose(entries: Sequence[Entry], capacity: int) -> list[Entry]:
    if capacity < 0:
        raise ValueError(f"capacity must be at least 0, not {capacity}")
    rows = [[0] * (capacity + 1)]
    """At index n the best sums of the first n entries, for each room."""
    for entry in entries:
        before = rows[-1]
        row = before[: entry.size]
        for room in range(entry.size, capacity + 1):
            row.append(max(before[room], before[room - entry.size] + entry.hits))
        rows.append(row)
    chosen: list[Entry] = []
    room = capacity
    for number in range(len(entries), 0, -1):
        if rows[number][room] != rows[number - 1][room]:
            entry = entries[number - 1]
            chosen.append(entry)
            room -= entry.size
    chosen.reverse()
    return chosen


def main() -> None:
    entries = [Entry("feed", 6, 70), Entry("rates", 5, 50), Entry("menu", 5, 50), Entry("flags", 0, 9)]
    for capacity in (4, 6, 10):
        names = ", ".join(entry.name for entry in choose(entries, capacity))
        print(f"{capacity:>2} MB: {most_hits(entries, capacity)} hits from {names}")


if __name__ == "__main__":
    main()
