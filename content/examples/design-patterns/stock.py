"""One use case, two kinds of storage: the ports, a fake, SQLite, and one contract that both have to keep.

Run it: it checks the contract against both, and shows what an error leaves behind.
"""

from __future__ import annotations

import sqlite3
import tempfile
from collections.abc import Callable
from contextlib import suppress
from copy import copy
from dataclasses import dataclass
from pathlib import Path
from types import TracebackType
from typing import Protocol, Self


class OutOfStock(Exception):
    """Asked for more than there is."""


class UnknownProduct(LookupError):
    """No product has this code."""


@dataclass
class Product:
    code: str
    stock: int

    def reserve(self, quantity: int) -> None:
        if quantity > self.stock:
            raise OutOfStock(f"{quantity} of {self.code}, there are {self.stock}")
        self.stock -= quantity


# region: ports
class Products(Protocol):
    """A collection of products. Inside of one unit of work, the same code is the same object."""

    def get(self, code: str) -> Product: ...

    def add(self, product: Product) -> None: ...


class Work(Protocol):
    """What happens in the `with` block is kept by `commit`, all of it, or not at all."""

    @property
    def products(self) -> Products: ...

    def commit(self) -> None: ...

    def __enter__(self) -> Self: ...

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None: ...


Start = Callable[[], Work]
Notify = Callable[[str], None]


def reserve(start: Start, notify: Notify, code: str, quantity: int) -> int:
    """The use case: what is left. It decides where the transaction ends, and knows neither SQL nor mail."""
    with start() as work:
        product = work.products.get(code)
        product.reserve(quantity)
        work.commit()
    notify(f"{quantity} of {code} reserved")
    return product.stock


# endregion
class MemoryWork:
    """The fake. It hands out copies, so that nothing is kept without `commit`."""

    def __init__(self, store: dict[str, Product]) -> None:
        self._store = store

    @property
    def products(self) -> Self:
        return self

    def get(self, code: str) -> Product:
        if code not in self._loaded:
            if code not in self._store:
                raise UnknownProduct(code)
            self._loaded[code] = copy(self._store[code])
        return self._loaded[code]

    def add(self, product: Product) -> None:
        self._loaded[product.code] = product

    def commit(self) -> None:
        self._store.update((code, copy(product)) for code, product in self._loaded.items())

    def __enter__(self) -> Self:
        self._loaded: dict[str, Product] = {}
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._loaded.clear()


class SqliteProducts:
    def __init__(self, connection: sqlite3.Connection) -> None:
        self._connection = connection
        self._loaded: dict[str, Product] = {}

    def get(self, code: str) -> Product:
        if code not in self._loaded:
            row = self._connection.execute("SELECT code, stock FROM product WHERE code = ?", [code]).fetchone()
            if row is None:
                raise UnknownProduct(code)
            self._loaded[code] = Product(*row)
        return self._loaded[code]

    def add(self, product: Product) -> None:
        self._loaded[product.code] = product

    def flush(self) -> None:
        self._connection.executemany(
            "INSERT INTO product VALUES (?, ?) ON CONFLICT (code) DO UPDATE SET stock = excluded.stock",
            [(product.code, product.stock) for product in self._loaded.values()],
        )


class SqliteWork:
    def __init__(self, path: Path) -> None:
        self._path = path

    def commit(self) -> None:
        self.products.flush()
        self._connection.execute("COMMIT")

    def __enter__(self) -> Self:
        self._connection = sqlite3.connect(self._path, isolation_level=None)
        # The lock is taken before the first read: two units cannot read the same stock and both lower it.
        self._connection.execute("BEGIN IMMEDIATE")
        self.products = SqliteProducts(self._connection)
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        if self._connection.in_transaction:
            self._connection.execute("ROLLBACK")
        self._connection.close()


def create_tables(path: Path) -> None:
    connection = sqlite3.connect(path)
    connection.execute("CREATE TABLE product (code TEXT PRIMARY KEY, stock INTEGER NOT NULL)")
    connection.close()


def fill(start: Start, stock: int = 5) -> None:
    with start() as work:
        work.products.add(Product("ink", stock))
        work.commit()


def left(start: Start) -> int:
    with start() as work:
        return work.products.get("ink").stock


def keeps_what_was_committed(start: Start) -> None:
    fill(start, 5)
    assert left(start) == 5


def forgets_what_was_not(start: Start) -> None:
    fill(start, 5)
    with start() as work:
        work.products.get("ink").reserve(2)
    assert left(start) == 5


def takes_all_back_on_an_error(start: Start) -> None:
    fill(start, 5)
    with suppress(OutOfStock), start() as work:
        work.products.get("ink").reserve(2)
        work.products.get("ink").reserve(9)
        work.commit()
    assert left(start) == 5


def gives_one_object_for_one_code(start: Start) -> None:
    fill(start)
    with start() as work:
        assert work.products.get("ink") is work.products.get("ink")


def refuses_what_it_does_not_know(start: Start) -> None:
    with start() as work:
        try:
            work.products.get("pen")
        except UnknownProduct:
            return
    raise AssertionError("an unknown product was found")


CONTRACT = [
    keeps_what_was_committed,
    forgets_what_was_not,
    takes_all_back_on_an_error,
    gives_one_object_for_one_code,
    refuses_what_it_does_not_know,
]


def main() -> None:
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "stock.db"
        create_tables(path)
        store: dict[str, Product] = {}
        storages: dict[str, Start] = {"memory": lambda: MemoryWork(store), "sqlite": lambda: SqliteWork(path)}
        for name, start in storages.items():
            for check in CONTRACT:
                check(start)
            print(f"{name}: {len(CONTRACT)} checks of the contract")
        told: list[str] = []
        print("left:", reserve(storages["sqlite"], told.append, "ink", 2))
        try:
            reserve(storages["sqlite"], told.append, "ink", 9)
        except OutOfStock as error:
            print("refused:", error)
        print("left:", left(storages["sqlite"]), "told:", told)


if __name__ == "__main__":
    main()
