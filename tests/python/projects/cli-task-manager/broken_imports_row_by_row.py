"""Each row of an import is added before the next one is read, so a faulty one leaves half of the file behind."""

import argparse
import csv

import reference

FAILS = ["imports-all-or-nothing"]


def import_row_by_row(store: reference.Store, options: argparse.Namespace) -> None:
    with open(options.file, encoding="utf-8", newline="") as file:
        reader = csv.DictReader(file)
        for row in reader:
            try:
                task = reference.read_row(row)
            except ValueError as error:
                raise reference.Failure(f"{options.file}, line {reader.line_num}: {error}") from error
            store.add([task])


reference.import_tasks = import_row_by_row

if __name__ == "__main__":
    reference.main()
