"""The table as it is before the migration."""

import psycopg

TABLES = """
CREATE TABLE orders (
    id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    customer text NOT NULL,
    total numeric(10, 2) NOT NULL
) WITH (autovacuum_enabled = false); -- for the tests: nobody else takes a lock on it
"""


def create_tables(connection: psycopg.Connection, rows: int) -> None:
    """Some orders are there: the total of the order 7 is 7.25."""
    connection.execute(TABLES)
    numbers = "generate_series(1, %s) AS n"
    connection.execute(f"INSERT INTO orders (customer, total) SELECT 'ada', n + 0.25 FROM {numbers}", [rows])
