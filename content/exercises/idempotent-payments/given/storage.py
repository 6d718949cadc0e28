"""The tables of the service."""

import psycopg

TABLES = """
CREATE TABLE idempotency_keys (
    client text,
    key text,
    fingerprint text NOT NULL,
    -- Of the payment at the provider.
    reference uuid NOT NULL DEFAULT gen_random_uuid(),
    -- The stored answer; NULL until there is one.
    status int,
    body jsonb,
    PRIMARY KEY (client, key)
);
CREATE TABLE payments (
    id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    client text NOT NULL,
    amount bigint NOT NULL,
    currency text NOT NULL,
    -- The provider's id of the charge.
    charge text NOT NULL
);
"""


def create_tables(database: str) -> None:
    with psycopg.connect(database) as connection:
        connection.execute(TABLES)
