import asyncio
import sqlite3
import tempfile
import time
from collections.abc import AsyncIterator, Iterator
from contextlib import asynccontextmanager, contextmanager
from pathlib import Path
from typing import Any, NamedTuple

from solution import INSERT, QUERY, Connection, Pool, compare

QUICK = "PRAGMA synchronous = OFF; PRAGMA journal_mode = MEMORY"
"""A test needs no protection against a power failure."""
CALL = 0.02
"""Seconds that every call of a `SlowConnection` takes."""


class Use(NamedTuple):
    connection: int
    what: str
    began: float
    ended: float


class SlowConnection(sqlite3.Connection):
    """A connection that takes its time and notes how it is used."""

    database: "Database"
    number = 0
    closed = False

    def note(self, what: str) -> None:
        began = time.perf_counter()
        time.sleep(CALL)
        self.database.uses.append(Use(self.number, what, began, time.perf_counter()))

    def execute(self, sql: str, parameters: Any = (), /) -> sqlite3.Cursor:
        self.note(sql)
        return super().execute(sql, parameters)

    def commit(self) -> None:
        self.note("commit")
        super().commit()

    def rollback(self) -> None:
        self.note("rollback")
        super().rollback()

    def close(self) -> None:
        self.closed = True
        super().close()


class Database:
    """A SQLite file with an empty table `readings`, which notes every use of its connections."""

    def __init__(self, path: Path) -> None:
        self.path = path
        self.uses: list[Use] = []
        self.connections: list[SlowConnection] = []
        self.refuse_after = 100
        with self.plain() as connection:
            connection.execute("CREATE TABLE readings (id INTEGER PRIMARY KEY, value REAL)")

    @contextmanager
    def plain(self) -> Iterator[sqlite3.Connection]:
        connection = sqlite3.connect(self.path, timeout=0)
        connection.executescript(QUICK)
        yield connection
        connection.commit()
        connection.close()

    def connect(self) -> sqlite3.Connection:
        if len(self.connections) == self.refuse_after:
            raise sqlite3.OperationalError("too many connections")
        # timeout=0: where another connection is writing, fail at once instead of waiting for it
        raw = sqlite3.connect(self.path, timeout=0, check_same_thread=False, factory=SlowConnection)
        assert isinstance(raw, SlowConnection)
        raw.executescript(QUICK)
        self.connections.append(raw)
        raw.database, raw.number = self, len(self.connections)
        return raw

    def values(self) -> list[float]:
        with self.plain() as connection:
            return [value for (value,) in connection.execute("SELECT value FROM readings ORDER BY id")]

    def most_at_once(self) -> int:
        return max(sum(use.began <= moment.began < use.ended - 0.001 for use in self.uses) for moment in self.uses)

    def check_one_user_each(self) -> None:
        last: dict[int, Use] = {}
        for use in sorted(self.uses, key=lambda use: use.began):
            before = last.get(use.connection)
            if before is not None:
                assert before.ended <= use.began + 0.001, (
                    f"connection {use.connection} was used by two threads at once: {use.what!r} began "
                    f"{before.ended - use.began:.2f} s before {before.what!r} had ended"
                )
            last[use.connection] = use


@contextmanager
def temporary_database() -> Iterator[Database]:
    with tempfile.TemporaryDirectory() as folder:
        database = Database(Path(folder, "test.db"))
        try:
            yield database
        finally:
            for connection in database.connections:
                sqlite3.Connection.close(connection)


def outcome(task: asyncio.Task[Any]) -> str:
    error = task.exception()
    return f"raised {error!r}" if error else "returned as if nothing had happened"


@asynccontextmanager
async def at_most(seconds: float, otherwise: str) -> AsyncIterator[None]:
    try:
        async with asyncio.timeout(seconds) as deadline:
            yield
    except TimeoutError:
        if deadline.expired():
            raise AssertionError(otherwise) from None
        raise


async def query(pool: Pool) -> list[tuple[Any, ...]]:
    async with pool.connection() as connection:
        return await connection.execute(QUERY)


async def insert(pool: Pool, value: float) -> None:
    async with pool.transaction() as connection:
        await connection.execute(INSERT, (value,))


async def test_1_execute_in_a_thread() -> None:
    """execute returns the rows and leaves the loop free meanwhile"""
    ticks = 0

    async def tick() -> None:
        nonlocal ticks
        while True:
            await asyncio.sleep(CALL / 4)
            ticks += 1

    with temporary_database() as database:
        connection = Connection(database.connect())
        ticker = asyncio.create_task(tick())
        await asyncio.sleep(0)
        rows = await connection.execute("SELECT 1, ? UNION SELECT 2, ? ORDER BY 1", ("a", "b"))
        await asyncio.sleep(0)
        ticker.cancel()
    assert rows == [(1, "a"), (2, "b")]
    assert ticks >= 3, "no other task ran while execute waited for the database"


async def test_1_cancelled_while_the_thread_works() -> None:
    """A cancelled execute ends only when its thread has ended, even when it is cancelled twice"""
    with temporary_database() as database:
        connection = Connection(database.connect())
        started = time.perf_counter()
        task = asyncio.create_task(connection.execute(QUERY))
        for _ in range(2):
            await asyncio.sleep(CALL / 4)
            task.cancel()
        await asyncio.wait({task})
        took = time.perf_counter() - started
    assert task.cancelled(), f"the cancelled execute {outcome(task)}"
    assert took >= CALL - 0.001, f"execute gave up after {took:.3f} s, while its thread used the connection for {CALL} s"


async def test_2_size_is_the_bound() -> None:
    """Ten queries share three connections: never more than three at once, each used by one task"""
    with temporary_database() as database:
        async with Pool(database.connect, 3) as pool:
            assert len(database.connections) == 3, f"{len(database.connections)} connections were opened, size is 3"
            started = time.perf_counter()
            async with asyncio.TaskGroup() as group:
                for _ in range(10):
                    group.create_task(query(pool))
            took = time.perf_counter() - started
        database.check_one_user_each()
        assert database.most_at_once() == 3
        assert abs(took - 4 * CALL) < CALL / 2, f"ten queries of {CALL} s on three connections took {took:.2f} s"


async def test_2_given_back_after_an_error_and_a_cancellation() -> None:
    """A connection comes back when its block raises or is cancelled, without an open transaction"""
    with temporary_database() as database:
        async with Pool(database.connect, 1) as pool, at_most(10, "the only connection never came back"):
            try:
                async with pool.connection() as connection:
                    await connection.execute(INSERT, (1,))
                    raise LookupError("in the block")
            except LookupError:
                pass
            try:
                async with asyncio.timeout(CALL / 2):
                    await query(pool)
            except TimeoutError:
                pass
            async with pool.connection() as connection:
                await connection.execute(INSERT, (2,))
            assert await query(pool) == [(0, None)], "what was not committed is still in the connection that came back"
        database.check_one_user_each()


async def test_2_all_closed_at_the_end() -> None:
    """Leaving the pool closes all connections; after that connection() raises RuntimeError"""
    with temporary_database() as database:
        async with Pool(database.connect, 3) as pool:
            await query(pool)
        open_ones = [connection.number for connection in database.connections if not connection.closed]
        assert open_ones == [], "these connections are still open"
        try:
            async with at_most(1, "a task that asks the closed pool for a connection waits for ever"):
                await query(pool)
        except RuntimeError:
            return
        raise AssertionError("the closed pool lent a connection")


async def test_2_no_connection_left_when_opening_fails() -> None:
    """When the third of five cannot be opened, the error comes out and the other two are closed"""
    with temporary_database() as database:
        database.refuse_after = 2
        try:
            async with Pool(database.connect, 5):
                raise AssertionError("the pool opened, although connect raised an error")
        except sqlite3.OperationalError:
            pass
        open_ones = [connection.number for connection in database.connections if not connection.closed]
        assert open_ones == [], "these connections are still open"


async def test_3_commit_or_rollback() -> None:
    """A transaction is committed at the end of its block, and rolled back when the block raises"""
    with temporary_database() as database:
        async with Pool(database.connect, 2) as pool, at_most(10, "after the error no transaction could begin"):
            async with pool.transaction() as connection:
                await connection.execute(INSERT, (1,))
                await connection.execute(INSERT, (2,))
                assert database.values() == [], "the insert was committed before the block ended"
            assert database.values() == [1, 2]
            try:
                async with pool.transaction() as connection:
                    await connection.execute(INSERT, (3,))
                    raise LookupError("in the block")
            except LookupError:
                pass
            else:
                raise AssertionError("the LookupError of the block was swallowed")
            await insert(pool, 4)
        assert database.values() == [1, 2, 4]


async def test_3_rollback_on_cancellation() -> None:
    """A transaction that is cancelled in the middle is rolled back, and the next task gets a clean connection"""
    with temporary_database() as database:
        async with Pool(database.connect, 1) as pool, at_most(10, "the only connection never came back"):

            async def two_inserts() -> None:
                async with pool.transaction() as connection:
                    await connection.execute(INSERT, (1,))
                    await connection.execute(INSERT, (2,))
                    await asyncio.sleep(1)

            for moment in (0.5, 1.5, 2.5, 10):
                task = asyncio.create_task(two_inserts())
                follower = asyncio.create_task(query(pool))
                await asyncio.sleep(moment * CALL)
                task.cancel()
                await asyncio.wait({task})
                assert task.cancelled(), f"the cancelled transaction {outcome(task)}"
                assert await follower == [(0, None)], "the next task saw rows that were never committed"
            await insert(pool, 3)
        database.check_one_user_each()
        assert database.values() == [3]


async def test_4_hundred_inserts_at_once() -> None:
    """Of 100 concurrent inserts none fails with "database is locked", and readers overtake waiting writers"""
    locked: list[Exception] = []
    with temporary_database() as database:

        async def attempt(value: int) -> None:
            try:
                await insert(pool, value)
            except sqlite3.OperationalError as error:
                locked.append(error)

        async with Pool(database.connect, 5) as pool, asyncio.TaskGroup() as group:
            for value in range(100):
                group.create_task(attempt(value))
            await asyncio.sleep(CALL)
            started = time.perf_counter()
            async with asyncio.TaskGroup() as readers:
                for _ in range(10):
                    readers.create_task(query(pool))
            waited = time.perf_counter() - started
        assert not locked, f"{len(locked)} of 100 inserts failed with {str(locked[0])!r}: SQLite has one writer at a time"
        assert sorted(database.values()) == list(range(100))
        database.check_one_user_each()
        assert waited < 10 * CALL, f"ten queries took {waited:.2f} s: do waiting writers hold the connections?"


async def test_5_compare() -> None:
    """Measures what a pool brings: nothing for inserts, five times for queries; one transaction brings more"""
    with temporary_database() as database:
        async with Pool(database.connect, 5) as pool:
            timings = await compare(pool, inserts=20, queries=10)
        assert len(database.values()) == 60
        assert len([use for use in database.uses if use.what == QUERY]) == 20
        assert timings.queries_in_turn >= 10 * CALL
        assert timings.queries_at_once <= timings.queries_in_turn / 4
        assert timings.inserts_in_turn >= 40 * CALL
        assert timings.inserts_at_once >= timings.inserts_in_turn * 0.9, "several connections were writing at once"
        assert timings.inserts_in_one_transaction <= timings.inserts_in_turn * 0.6
