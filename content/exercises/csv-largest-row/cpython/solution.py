"""The same search on a million rows: in one pass, by threads, and by processes that share out the bytes of the file."""

import csv
import io
import math
import os
import platform
import sys
import tempfile
import time
import tracemalloc
from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import Executor, ProcessPoolExecutor, ThreadPoolExecutor
from dataclasses import dataclass
from itertools import pairwise
from pathlib import Path
from typing import Any, NamedTuple, TypeVar

Result = TypeVar("Result")
BLOCK = 1 << 16
"""Bytes that are read at once while looking for a place to cut."""


class MissingColumn(LookupError):
    """The header does not name the column."""


class Row(NamedTuple):
    names: list[str]
    fields: list[str]
    value: float | None


@dataclass(frozen=True, slots=True)
class Report:
    largest: dict[str, str] | None
    value: float | None
    rows: int
    skipped: int


def parse_number(text: str) -> float | None:
    try:
        number = float(text)
    except ValueError:
        return None
    return number if math.isfinite(number) else None


def read_rows(lines: Iterable[str], column: str, names: list[str] | None = None) -> Iterator[Row]:
    """Without `names` the first record is the header."""
    reader = csv.reader(lines)
    names = names or next(reader, [])
    if column not in names:
        raise MissingColumn(f"there is no column {column!r}, only {', '.join(names) or 'an empty file'}")
    position = names.index(column)
    for fields in reader:
        if not fields:
            continue
        is_whole = len(fields) == len(names)
        yield Row(names, fields, parse_number(fields[position]) if is_whole else None)


def find_largest(source: Iterable[Row]) -> Report:
    best: Row | None = None
    highest = -math.inf
    rows = skipped = 0
    for row in source:
        rows += 1
        if row.value is None:
            skipped += 1
        elif row.value > highest:
            best, highest = row, row.value
    if best is None:
        return Report(None, None, rows, skipped)
    return Report(dict(zip(best.names, best.fields)), best.value, rows, skipped)


def largest_row(path: Path, column: str) -> Report:
    with path.open(encoding="utf-8-sig", newline="") as file:
        return find_largest(read_rows(file, column))


class ByteRange(io.RawIOBase):
    """The bytes of a file from `start` to `stop`, as a file of their own."""

    def __init__(self, path: Path, start: int, stop: int) -> None:
        self._file = path.open("rb", buffering=0)
        self._file.seek(start)
        self._left = stop - start

    def readable(self) -> bool:
        return True

    def readinto(self, buffer: Any) -> int:
        count = self._file.readinto(memoryview(buffer)[: self._left])
        self._left -= count
        return count

    def close(self) -> None:
        self._file.close()
        super().close()


def cut_at_records(path: Path, parts: int) -> list[tuple[int, int]]:
    """Byte ranges of about equal size that begin and end between two records.

    A line break ends a record only if the number of quotes before it is even; otherwise it stands in a quoted field.
    Counting bytes is far cheaper than parsing them. A file with stray quotes in fields without quotes breaks the rule.
    """
    size = path.stat().st_size
    cuts = [0]
    position = quotes = 0
    with path.open("rb") as file:
        for part in range(1, parts):
            while block := file.read(min(BLOCK, max(0, size * part // parts - position))):
                position += len(block)
                quotes += block.count(b'"')
            for line in iter(file.readline, b""):
                position += len(line)
                quotes += line.count(b'"')
                if quotes % 2 == 0:
                    break
            cuts.append(position)
    return [(start, stop) for start, stop in pairwise([*cuts, size]) if start < stop]


def largest_in_range(path: Path, column: str, names: list[str], start: int, stop: int) -> Report:
    """What one worker does. It gets a few numbers and returns one row, so there is next to nothing to pickle."""
    raw = io.BufferedReader(ByteRange(path, start, stop))
    with io.TextIOWrapper(raw, encoding="utf-8-sig" if start == 0 else "utf-8", newline="") as lines:
        return find_largest(read_rows(lines, column, None if start == 0 else names))


def combine(reports: Iterable[Report]) -> Report:
    """Of equal values the first wins, as in one pass: give the reports in the order of the file."""
    total = Report(None, None, 0, 0)
    for report in reports:
        is_larger = report.value is not None and (total.value is None or report.value > total.value)
        best = report if is_larger else total
        total = Report(best.largest, best.value, total.rows + report.rows, total.skipped + report.skipped)
    return total


def largest_row_with(executor: Executor, parts: int, path: Path, column: str) -> Report:
    with path.open(encoding="utf-8-sig", newline="") as file:
        names = next(csv.reader(file), [])
    if column not in names:
        raise MissingColumn(f"there is no column {column!r}, only {', '.join(names) or 'an empty file'}")
    ranges = cut_at_records(path, parts)
    futures = [executor.submit(largest_in_range, path, column, names, start, stop) for start, stop in ranges]
    return combine(future.result() for future in futures)


def measure_peak(action: Callable[..., Result], *arguments: object) -> tuple[Result, int]:
    """The result, and the most bytes that Python objects took at once, in this process and besides what was there."""
    tracemalloc.start()
    try:
        result = action(*arguments)
        return result, tracemalloc.get_traced_memory()[1]
    finally:
        tracemalloc.stop()


def write_sales(path: Path, rows: int) -> None:
    """One row in 1,000 is malformed, one in 100 has a quoted line break; the largest is three quarters in."""
    largest = rows * 3 // 4
    with path.open("w", encoding="utf-8", newline="") as file:
        file.write("id,customer,note,amount\r\n")
        for number in range(rows):
            note = '"ring twice,\r\nthen wait"' if number % 100 == 7 else "leave at the door"
            amount: object = 10_000_000 if number == largest else number * 7919 % 1_000_003 / 100
            if number % 1_000 == 13:
                amount = "unknown"
            file.write(f"{number},customer {number},{note},{amount}\r\n")


def main(rows: int = 1_000_000, workers: int = 2) -> None:
    has_gil = getattr(sys, "_is_gil_enabled", lambda: True)()
    gil = "with the GIL" if has_gil else "without the GIL"
    print(f"CPython {platform.python_version()} {gil}, {platform.system()}, {os.cpu_count()} cores")
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder, "sales.csv")
        write_sales(path, rows)
        print(f"{rows:,} rows, {path.stat().st_size / 1e6:.0f} MB")

        with ThreadPoolExecutor(workers) as threads, ProcessPoolExecutor(workers) as processes:
            list(processes.map(abs, range(workers * 4)))  # starting them is not on the clock
            ways: dict[str, Callable[[], Report]] = {
                "one pass": lambda: largest_row(path, "amount"),
                f"{workers} threads": lambda: largest_row_with(threads, workers, path, "amount"),
                f"{workers} processes": lambda: largest_row_with(processes, workers, path, "amount"),
            }
            for name, way in ways.items():
                times: list[float] = []
                for _ in range(3):
                    start = time.perf_counter()
                    report = way()
                    times.append(time.perf_counter() - start)
                print(f"{name:12} {min(times):5.2f} s  {report.value} of {report.rows:,}, {report.skipped:,} skipped")
            _, peak = measure_peak(largest_row, path, "amount")
            print(f"peak of one pass: {peak / 1e3:.0f} kB")


if __name__ == "__main__":
    main()
