"""Two releases of the shop. Neither knows the other's column."""

from decimal import Decimal
from typing import Any

import psycopg


class App:
    def __init__(self, connection: psycopg.Connection) -> None:
        self.connection = connection

    def ask(self, query: str, *values: Any) -> Any:
        row = self.connection.execute(query, values).fetchone()
        return None if row is None else row[0]

    def rename(self, order: int, customer: str) -> None:
        self.ask("UPDATE orders SET customer = %s WHERE id = %s RETURNING id", customer, order)


class OldApp(App):
    def place(self, total: Decimal) -> int:
        return self.ask("INSERT INTO orders (customer, total) VALUES ('grace', %s) RETURNING id", total)

    def change(self, order: int, total: Decimal) -> None:
        self.ask("UPDATE orders SET total = %s WHERE id = %s RETURNING id", total, order)

    def read(self, order: int) -> Decimal:
        return self.ask("SELECT total FROM orders WHERE id = %s", order)


class NewApp(App):
    def place(self, cents: int) -> int:
        return self.ask("INSERT INTO orders (customer, total_cents) VALUES ('alan', %s) RETURNING id", cents)

    def change(self, order: int, cents: int) -> None:
        self.ask("UPDATE orders SET total_cents = %s WHERE id = %s RETURNING id", cents, order)

    def read(self, order: int) -> int:
        return self.ask("SELECT total_cents FROM orders WHERE id = %s", order)
