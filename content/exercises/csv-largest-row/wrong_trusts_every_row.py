"""Takes for granted that each row is whole and holds a number."""

import csv
import math
import tempfile
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import NamedTuple


class MissingColumn(LookupError):
    """The header does not name the column."""


class Row(NamedTuple):
    names: list[str]
    """The header. All rows share one list."""
    fields: list[str]
    value: float | None
    """The number in the column that was asked for; None where the row is malformed."""


@dataclass(frozen=True, slots=True)
class Report:
    largest: dict[str, str] | None
    """The row as it stands in the file, by column; None where no row has a number."""
    value: float | None
    rows: int
    skipped: int
    """How many of the rows were malformed."""


def parse_number(text: str) -> float | None:
    return float(text)


def read_rows(lines: Iterable[str], column: str) -> Iterator[Row]:
    reader = csv.reader(lines)
    names = next(reader, [])
    if column not in names:
        raise MissingColumn(f"there is no column {column!r}, only {', '.join(names) or 'an empty file'}")
    position = names.index(column)
    for fields in reader:
        if not fields:
            continue
        yield Row(names, fields, parse_number(fields[position]))


def largest_row(path: Path, column: str) -> Report:
    best: Row | None = None
    highest = -math.inf
    rows = skipped = 0
    with path.open(encoding="utf-8-sig", newline="") as file:
        for row in read_rows(file, column):
            rows += 1
            if row.value is None:
                skipped += 1
            elif row.value > highest:
                best, highest = row, row.value
    if best is None:
        return Report(None, None, rows, skipped)
    return Report(dict(zip(best.names, best.fields)), best.value, rows, skipped)


def main() -> None:
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder, "sales.csv")
        path.write_text("id,customer,amount\n1,Ada,9\n2,Bob,10\n", encoding="utf-8")
        print(largest_row(path, "amount"))


if __name__ == "__main__":
    main()
