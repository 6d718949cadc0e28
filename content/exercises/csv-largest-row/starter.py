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
    names, *records = [line.strip().split(",") for line in lines]
    position = names.index(column)
    return iter([Row(names, fields, parse_number(fields[position])) for fields in records])


def largest_row(path: Path, column: str) -> Report:
    rows = list(read_rows(path.read_text().splitlines(), column))
    best = max(rows, key=lambda row: row.value or 0)
    return Report(dict(zip(best.names, best.fields)), best.value, len(rows), 0)


def main() -> None:
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder, "sales.csv")
        path.write_text("id,customer,amount\n1,Ada,9\n2,Bob,10\n", encoding="utf-8")
        print(largest_row(path, "amount"))


if __name__ == "__main__":
    main()
