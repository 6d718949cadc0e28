"""Takes an index that is there for one that is of use."""

from collections.abc import Iterator
from contextlib import contextmanager

import psycopg

EXPAND = """
ALTER TABLE orders ADD COLUMN IF NOT EXISTS total_cents bigint;
CREATE OR REPLACE FUNCTION orders_sync_total() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    IF NEW.total IS NULL OR (TG_OP = 'UPDATE' AND NEW.total_cents IS DISTINCT FROM OLD.total_cents) THEN
        NEW.total := NEW.total_cents / 100.0;
    ELSE
        -- Also where neither was changed: a row from before gets its cents.
        NEW.total_cents := NEW.total * 100;
    END IF;
    RETURN NEW;
END
$$;
CREATE OR REPLACE TRIGGER orders_sync_total BEFORE INSERT OR UPDATE ON orders
    FOR EACH ROW EXECUTE FUNCTION orders_sync_total();
"""

# Along the primary key, so that no batch looks again at what the ones before have filled.
FILL = """
WITH batch AS (
    SELECT id FROM orders WHERE id > %s ORDER BY id LIMIT %s
), filled AS (
    UPDATE orders SET total_cents = orders.total * 100 FROM batch
    WHERE orders.id = batch.id AND orders.total_cents IS NULL
)
SELECT max(id) FROM batch
"""

# One after the other, each in a transaction of its own: only the second reads the table, and it keeps nobody out.
CONSTRAIN = (
    "ALTER TABLE orders DROP CONSTRAINT IF EXISTS orders_has_cents,"
    " ADD CONSTRAINT orders_has_cents CHECK (total_cents IS NOT NULL) NOT VALID",
    "ALTER TABLE orders VALIDATE CONSTRAINT orders_has_cents",
    "ALTER TABLE orders ALTER COLUMN total_cents SET NOT NULL",
    # Not in the same ALTER TABLE: that drops first, and then there is no proof.
    "ALTER TABLE orders DROP CONSTRAINT orders_has_cents",
)

IS_VALID = "SELECT indisvalid FROM pg_index WHERE indexrelid = to_regclass('orders_total_cents')"

CONTRACT = """
DROP TRIGGER IF EXISTS orders_sync_total ON orders;
DROP FUNCTION IF EXISTS orders_sync_total();
ALTER TABLE orders DROP COLUMN IF EXISTS total;
"""


@contextmanager
def waiting_at_most(connection: psycopg.Connection, patience: int) -> Iterator[None]:
    """Whoever waits longer for a lock gets LockNotAvailable."""
    connection.execute("SELECT set_config('lock_timeout', %s, false)", [f"{patience}ms"])
    try:
        yield
    finally:
        connection.execute("RESET lock_timeout")


def expand(connection: psycopg.Connection, patience: int) -> None:
    """Adds the new column, and keeps both in step."""
    with waiting_at_most(connection, patience), connection.transaction():
        connection.execute(EXPAND)


def backfill(connection: psycopg.Connection, patience: int, batch: int = 1000) -> None:
    """Fills in the new column where it is empty, so many rows at a time."""
    with waiting_at_most(connection, patience):
        last: int | None = 0
        while last is not None:
            row = connection.execute(FILL, [last, batch]).fetchone()
            last = None if row is None else row[0]


def constrain(connection: psycopg.Connection, patience: int) -> None:
    """Makes the new column NOT NULL."""
    with waiting_at_most(connection, patience):
        for statement in CONSTRAIN:
            connection.execute(statement)


def build_index(connection: psycopg.Connection, patience: int) -> None:
    """Makes the index orders_total_cents, or makes it anew where an attempt has failed."""
    # It waits for transactions that began before, and nobody waits for it: there is no need for a limit.
    connection.execute("CREATE INDEX CONCURRENTLY IF NOT EXISTS orders_total_cents ON orders (total_cents)")


def contract(connection: psycopg.Connection, patience: int) -> None:
    """Drops the old column, and what kept both in step."""
    with waiting_at_most(connection, patience), connection.transaction():
        connection.execute(CONTRACT)


def main() -> None:
    for step in (expand, backfill, constrain, build_index, contract):
        print(f"{step.__name__:12} {step.__doc__}")


if __name__ == "__main__":
    main()
