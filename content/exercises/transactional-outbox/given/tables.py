"""The tables of both services; in real life `inbox` and `revenue` are in another database."""

import psycopg

TABLES = """
CREATE TABLE orders (
    id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    customer text NOT NULL,
    amount bigint NOT NULL CHECK (amount > 0),
    is_paid boolean NOT NULL DEFAULT false
);
CREATE TABLE outbox (
    -- The order in which messages were written.
    id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    -- What consumers know a message by.
    message_id uuid NOT NULL DEFAULT gen_random_uuid(),
    aggregate bigint NOT NULL,
    kind text NOT NULL,
    payload jsonb NOT NULL
);
CREATE INDEX outbox_aggregate ON outbox (aggregate, id);
CREATE TABLE inbox (message_id uuid PRIMARY KEY);
CREATE TABLE revenue (customer text PRIMARY KEY, amount bigint NOT NULL);
"""


def create_tables(connection: psycopg.Connection) -> None:
    connection.execute(TABLES)
