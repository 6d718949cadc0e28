import os
import re
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from decimal import Decimal
from typing import Any
from uuid import uuid4

import psycopg
import pytest
from apps import NewApp, OldApp
from psycopg import sql
from psycopg.conninfo import make_conninfo
from psycopg.errors import LockNotAvailable, QueryCanceled
from psycopg.pq import TransactionStatus
from solution import backfill, build_index, constrain, contract, expand
from tables import create_tables

SERVER = os.environ.get("DATABASE_URL", "postgresql://postgres:postgres@localhost:5432/postgres")
ROWS = 600
BATCH = 100
VALIDATES = re.compile(r'ALTER TABLE (ONLY )?[\w."]+ VALIDATE CONSTRAINT [\w"]+ ?;?')
"""This alone goes through all rows and keeps nobody out."""
PATIENCE = 50
"""Milliseconds that a step may wait for a lock."""


class Shop:
    """The table in a schema of its own, both releases, and a connection for the migration that is watched."""

    def __init__(self, database: str) -> None:
        self._database = database
        self.schema = f"shop_{uuid4().hex}"
        self._opened: list[psycopg.Connection] = []
        self._observer = self.connect()
        self._observer.execute(sql.SQL("CREATE SCHEMA {}").format(sql.Identifier(self.schema)))
        create_tables(self._observer, ROWS)
        self.old, self.new = OldApp(self.connect()), NewApp(self.connect())
        self.statements: list[tuple[str, set[str]]] = []
        """What the migration executed, and the locks on orders that it held afterwards, in a transaction."""
        self.notices: list[tuple[str, str]] = []
        """What the server says of its work, after the statement that it says it of."""
        self._statement = ""
        self.migration = self.connect("-c statement_timeout=60s -c client_min_messages=debug1", self._watch())
        self.migration.add_notice_handler(
            lambda notice: self.notices.append((self._statement, notice.message_primary or ""))
        )

    def connect(self, options: str = "-c lock_timeout=10s", cursor: Any = psycopg.Cursor) -> psycopg.Connection:
        path = f"-c search_path={self.schema} {options}"
        connection = psycopg.connect(self._database, autocommit=True, options=path, cursor_factory=cursor)
        self._opened.append(connection)
        return connection

    def _watch(self) -> type[psycopg.Cursor[Any]]:
        shop = self

        class Watched(psycopg.Cursor[Any]):
            def execute(self, query: Any, *values: Any, **options: Any) -> Any:
                text = query if isinstance(query, str) else sql.SQL("{}").format(query).as_string(self)
                shop._statement = " ".join(text.upper().split())
                super().execute(query, *values, **options)
                in_transaction = self.connection.info.transaction_status == TransactionStatus.INTRANS
                held = shop.read_locks(self.connection.info.backend_pid) if in_transaction else set()
                shop.statements.append((shop._statement, held))
                return self

        return Watched

    def read_locks(self, process: int) -> set[str]:
        query = "SELECT mode FROM pg_locks WHERE granted AND pid = %s AND relation = 'orders'::regclass"
        return {row[0] for row in self._observer.execute(query, [process])}

    def close(self) -> None:
        for connection in self._opened:
            connection.close()

    def read(self, query: str) -> list[tuple[Any, ...]]:
        return self._observer.execute(query).fetchall()

    def run(self, *steps: Callable[..., None]) -> None:
        for step in steps:
            more = {"batch": BATCH} if step is backfill else {}
            step(self.migration, PATIENCE, **more)

    def assert_quick(self) -> None:
        """Nothing that takes as long as the table is large was done under the lock that keeps readers out."""
        # The server says so itself, at the level DEBUG1: "rewriting table", "verifying table".
        slow = [
            f"{notice}: {text}"
            for text, notice in self.notices
            if notice in ('rewriting table "orders"', 'verifying table "orders"') and not VALIDATES.fullmatch(text)
        ]
        assert slow == [], f"the server went through all rows while nobody could read: {slow}"
        for text, held in self.statements:
            if text.startswith(("UPDATE", "WITH")) or "VALIDATE CONSTRAINT" in text:
                assert "AccessExclusiveLock" not in held, f"ACCESS EXCLUSIVE was held until the end of: {text}"

    def use_old(self) -> None:
        """The old release does all that it can."""
        order = self.old.place(Decimal("19.99"))
        assert self.old.read(order) == Decimal("19.99")
        self.old.change(order, Decimal("20.01"))
        assert self.old.read(order) == Decimal("20.01")
        self.old.rename(7, "ada")
        assert self.old.read(7) == Decimal("7.25"), "an order from before the migration has changed"

    def use_new(self) -> None:
        order = self.new.place(1999)
        assert self.new.read(order) == 1999
        self.new.change(order, 2001)
        assert self.new.read(order) == 2001
        self.new.rename(8, "ada")
        assert self.new.read(8) == 825, "an order from before the migration has other cents than it had"

    def use_both(self) -> None:
        """Both releases, and each reads what the other has written."""
        self.use_old()
        self.use_new()
        by_old, by_new = self.old.place(Decimal("0.29")), self.new.place(1)
        assert self.new.read(by_old) == 29, "the new app does not find what the old one has inserted"
        assert self.old.read(by_new) == Decimal("0.01"), "the old app does not find what the new one has inserted"
        self.old.change(by_new, Decimal("1.15"))
        self.new.change(by_old, 457)
        assert self.new.read(by_new) == 115, "the new app does not see what the old one has changed"
        assert self.old.read(by_old) == Decimal("4.57"), "the old app does not see what the new one has changed"

    @contextmanager
    def expect_no_waiting(self) -> Iterator[None]:
        """While somebody is in the way: a step that knows no limit fails after three seconds."""
        self.migration.execute("SET statement_timeout = '3s'")
        try:
            yield
        except QueryCanceled:
            raise AssertionError("it waited without a limit, and everybody waited behind it") from None
        self.migration.execute("RESET statement_timeout")

    @contextmanager
    def reader(self) -> Iterator[None]:
        """Somebody has read from the table, and the transaction is still open."""
        report = self.connect()
        with report.transaction():
            report.execute("SELECT count(*) FROM orders")
            yield


@pytest.fixture(scope="module")
def database() -> Iterator[str]:
    # CREATE INDEX CONCURRENTLY waits for every transaction of its database, so that this one must be nobody else's.
    name = f"migration_{uuid4().hex}"
    with psycopg.connect(SERVER, autocommit=True) as server:
        server.execute(sql.SQL("CREATE DATABASE {}").format(sql.Identifier(name)))
        try:
            yield make_conninfo(SERVER, dbname=name)
        finally:
            server.execute(sql.SQL("DROP DATABASE {} WITH (FORCE)").format(sql.Identifier(name)))


@pytest.fixture
def shop(database: str) -> Iterator[Shop]:
    shop = Shop(database)
    try:
        yield shop
    finally:
        shop.close()


def test_1_the_old_app_goes_on(shop: Shop) -> None:
    """After expand there is an empty column, and the old app works; the table was not rewritten"""
    shop.run(expand)
    column = "attrelid = 'orders'::regclass AND attname = 'total_cents'"
    assert shop.read(f"SELECT format_type(atttypid, NULL) FROM pg_attribute WHERE {column}") == [("bigint",)]
    shop.use_old()
    shop.assert_quick()


def test_1_both_columns_say_the_same(shop: Shop) -> None:
    """Whichever column a release writes, the other one follows; old rows get their cents with any change"""
    shop.run(expand)
    shop.old.rename(8, "grace")
    shop.old.change(9, Decimal("1.15"))
    assert (shop.new.read(8), shop.new.read(9)) == (825, 115), "rows that the old app has changed lack their cents"
    shop.use_both()


def test_2_all_rows_are_filled(shop: Shop) -> None:
    """After backfill every row has its cents, both apps work, and nobody was kept out"""
    shop.run(expand)
    shop.old.change(500, Decimal("3.07"))
    shop.run(backfill)
    wrong = shop.read("SELECT id, total, total_cents FROM orders WHERE total_cents IS DISTINCT FROM total * 100")
    assert wrong == [], f"{len(wrong)} rows have wrong cents, or none; the first is {wrong[0]}"
    assert shop.new.read(500) == 307
    shop.use_both()
    shop.assert_quick()


def test_2_in_batches(shop: Shop) -> None:
    """No transaction writes more rows than a batch has"""
    shop.run(expand, backfill)
    # xmin is the transaction that has written a row.
    most = shop.read("SELECT max(n) FROM (SELECT count(*) AS n FROM orders GROUP BY xmin::text) AS written")[0][0]
    assert most <= BATCH, f"one transaction wrote {most} rows, and a batch has {BATCH}"


def test_2_a_row_that_is_held(shop: Shop) -> None:
    """A row that somebody is changing stops nothing for long: the rest is filled later, and the change stays"""
    shop.run(expand)
    with shop.old.connection.transaction():
        shop.old.change(350, Decimal("2.03"))
        with shop.expect_no_waiting(), suppress(LockNotAvailable):
            shop.run(backfill)
    filled = shop.read("SELECT count(total_cents) FROM orders")[0][0]
    assert filled > BATCH, f"what was filled before is lost: {filled} rows have cents"
    shop.run(backfill)
    assert shop.read("SELECT count(*) FROM orders WHERE total_cents IS NULL") == [(0,)]
    assert (shop.old.read(350), shop.new.read(350)) == (Decimal("2.03"), 203)


def test_3_the_column_is_not_null(shop: Shop) -> None:
    """After constrain it is NOT NULL without another constraint, and no row was read under the strongest lock"""
    shop.run(expand, backfill, constrain)
    column = "attrelid = 'orders'::regclass AND attname = 'total_cents'"
    assert shop.read(f"SELECT attnotnull FROM pg_attribute WHERE {column}") == [(True,)]
    checks = shop.read("SELECT conname FROM pg_constraint WHERE conrelid = 'orders'::regclass AND contype = 'c'")
    assert checks == [], f"constraints are left over: {checks}"
    shop.use_both()
    shop.assert_quick()


def test_3_a_row_without_cents(shop: Shop) -> None:
    """Too early it raises IntegrityError; the old app goes on, and after a backfill it works"""
    shop.run(expand)
    with pytest.raises(psycopg.IntegrityError):
        shop.run(constrain)
    shop.use_old()
    shop.run(backfill, constrain)
    shop.use_both()
    shop.assert_quick()


def read_index(shop: Shop) -> list[tuple[Any, ...]]:
    query = "SELECT indisvalid, pg_get_indexdef(indexrelid, 1, true) FROM pg_index"
    return shop.read(f"{query} WHERE indexrelid = to_regclass('orders_total_cents')")


def test_4_the_index_is_built(shop: Shop) -> None:
    """The index is there and valid, writers were not kept out, and a second call does nothing"""
    shop.run(expand, backfill, build_index)
    assert read_index(shop) == [(True, "total_cents")]
    shop.run(build_index)
    built = [text for text, _ in shop.statements if "CREATE INDEX" in text or "CREATE UNIQUE INDEX" in text]
    assert built, "no statement CREATE INDEX was seen"
    assert all("CONCURRENTLY" in text for text in built), f"writers have to wait for this: {built}"
    shop.use_both()


def test_4_an_attempt_that_failed(shop: Shop) -> None:
    """An index that is not valid, from an attempt that failed, is replaced"""
    shop.run(expand, backfill)
    impatient = shop.connect(f"-c lock_timeout={PATIENCE}")
    with shop.old.connection.transaction():
        shop.old.rename(1, "ada")
        with pytest.raises(LockNotAvailable):
            impatient.execute("CREATE INDEX CONCURRENTLY orders_total_cents ON orders (total_cents)")
    assert read_index(shop) == [(False, "total_cents")]
    shop.run(build_index)
    assert read_index(shop) == [(True, "total_cents")], "the index is of no use: it is written to and never read"


def test_5_nothing_is_left(shop: Shop) -> None:
    """After contract the old column is gone with all that served it, and the new app works"""
    functions = f"SELECT proname FROM pg_proc WHERE pronamespace = '{shop.schema}'::regnamespace"
    shop.run(expand, backfill, constrain, build_index)
    shop.use_both()
    shop.run(contract)
    columns = "SELECT attname FROM pg_attribute WHERE attrelid = 'orders'::regclass AND attnum > 0 AND NOT attisdropped"
    assert sorted(shop.read(columns)) == [("customer",), ("id",), ("total_cents",)]
    assert shop.read("SELECT tgname FROM pg_trigger WHERE tgrelid = 'orders'::regclass") == [], "a trigger is left over"
    assert shop.read(functions) == [], "a function is left over"
    assert read_index(shop) == [(True, "total_cents")]
    shop.use_new()
    shop.assert_quick()


@pytest.mark.parametrize("number", [0, 2, 4], ids=["expand", "constrain", "contract"])
def test_6_a_step_does_not_wait_for_ever(shop: Shop, number: int) -> None:
    """With a reader in the way a step raises LockNotAvailable; the apps work as before, and later it succeeds"""
    steps = [expand, backfill, constrain, build_index, contract]
    shop.run(*steps[:number])
    with shop.reader():
        with shop.expect_no_waiting(), pytest.raises(LockNotAvailable):
            shop.run(steps[number])
        shop.use_both() if number > 0 else shop.use_old()
    shop.run(*steps[number:])
    shop.use_new()
