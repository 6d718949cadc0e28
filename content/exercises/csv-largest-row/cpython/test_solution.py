"""Correctness and memory, on 200,000 rows. What a million take is printed by `python solution.py`, and not tested."""

from collections.abc import Iterator
from concurrent.futures import Executor, ProcessPoolExecutor, ThreadPoolExecutor
from pathlib import Path

import pytest
from solution import (
    MissingColumn,
    Report,
    cut_at_records,
    largest_in_range,
    largest_row,
    largest_row_with,
    measure_peak,
    write_sales,
)

ROWS = 200_000
NAMES = ["id", "customer", "note", "amount"]
LARGEST = {
    "id": "150000",
    "customer": "customer 150000",
    "note": "leave at the door",
    "amount": "10000000",
}
EXPECTED = Report(LARGEST, 10_000_000, ROWS, ROWS // 1_000)


@pytest.fixture(scope="module")
def sales(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("sales") / "sales.csv"
    write_sales(path, ROWS)
    return path


@pytest.fixture(scope="module", params=[ThreadPoolExecutor, ProcessPoolExecutor], ids=["threads", "processes"])
def executor(request: pytest.FixtureRequest) -> Iterator[Executor]:
    with request.param(2) as executor:
        yield executor


def test_one_pass_finds_the_row_in_little_memory(sales: Path) -> None:
    """200,000 rows, 10 MB, in one pass and in less than 200 kB"""
    report, peak = measure_peak(largest_row, sales, "amount")
    assert report == EXPECTED
    assert peak < 200_000, f"{peak:,} bytes"


def test_workers_agree_with_one_pass(sales: Path, executor: Executor) -> None:
    """Threads and processes find the same row and skip the same rows"""
    assert largest_row_with(executor, 3, sales, "amount") == EXPECTED


def test_a_worker_needs_little_memory_too(sales: Path) -> None:
    """A process that searches half of the file stays below 200 kB"""
    _, (start, stop) = cut_at_records(sales, 2)
    with ProcessPoolExecutor(1) as pool:
        report, peak = pool.submit(measure_peak, largest_in_range, sales, "amount", NAMES, start, stop).result()
    assert report.largest == LARGEST
    assert peak < 200_000, f"{peak:,} bytes"


def test_a_cut_never_falls_into_a_record(tmp_path: Path) -> None:
    """Line breaks in quoted fields are no place to cut, whatever the number of parts"""
    path = tmp_path / "notes.csv"
    records = ["note,amount\n"] + [f'"a ""{n}""\nb\nc",{n}\n' for n in range(40)]
    path.write_text("".join(records), encoding="utf-8")
    content = path.read_bytes()
    ends = {0}
    for record in records:
        ends.add(max(ends) + len(record))
    for parts in range(1, 60):
        ranges = cut_at_records(path, parts)
        assert b"".join(content[start:stop] for start, stop in ranges) == content
        assert {place for pair in ranges for place in pair} <= ends, f"{parts} parts: {ranges}"


def test_the_first_of_equals_wins_across_parts(tmp_path: Path) -> None:
    """A tie between two parts goes to the one that comes first in the file"""
    path = tmp_path / "ties.csv"
    path.write_text("id,amount\n" + "".join(f"{n},{n % 5}\n" for n in range(100)), encoding="utf-8-sig")
    with ThreadPoolExecutor(4) as pool:
        report = largest_row_with(pool, 4, path, "amount")
    assert report == largest_row(path, "amount") == Report({"id": "4", "amount": "4"}, 4, 100, 0)


def test_a_missing_column_stops_before_any_worker_starts(tmp_path: Path) -> None:
    """MissingColumn, for an empty file as well"""
    path = tmp_path / "other.csv"
    for content in ("", "id,total\n1,2\n"):
        path.write_text(content, encoding="utf-8")
        with ThreadPoolExecutor(1) as pool, pytest.raises(MissingColumn, match="amount"):
            largest_row_with(pool, 2, path, "amount")
