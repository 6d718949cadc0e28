"""Replaces orders.total by orders.total_cents, in steps between which every release works."""

import psycopg


def expand(connection: psycopg.Connection, patience: int) -> None:
    """Adds the new column, and keeps both in step."""
    raise NotImplementedError


def backfill(connection: psycopg.Connection, patience: int, batch: int = 1000) -> None:
    """Fills in the new column where it is empty, so many rows at a time."""
    raise NotImplementedError


def constrain(connection: psycopg.Connection, patience: int) -> None:
    """Makes the new column NOT NULL."""
    raise NotImplementedError


def build_index(connection: psycopg.Connection, patience: int) -> None:
    """Makes the index orders_total_cents, or makes it anew where an attempt has failed."""
    raise NotImplementedError


def contract(connection: psycopg.Connection, patience: int) -> None:
    """Drops the old column, and what kept both in step."""
    raise NotImplementedError


def main() -> None:
    for step in (expand, backfill, constrain, build_index, contract):
        print(f"{step.__name__:12} {step.__doc__}")


if __name__ == "__main__":
    main()
