"""Takes a connection before the writers' lock, so waiting writers leave none to the readers."""

import asyncio
import sqlite3
import tempfile
import time
from collections.abc import AsyncIterator, Callable, Coroutine, Iterable, Sequence
from contextlib import asynccontextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Self, TypeVar

Result = TypeVar("Result")
Row = tuple[Any, ...]

INSERT = "INSERT INTO readings (value) VALUES (?)"
QUERY = "SELECT count(*), avg(value) FROM readings"


async def run_in_thread(function: Callable[..., Result], *arguments: object) -> Result:
    """Like `asyncio.to_thread`, but never returns before the thread is done with `function`."""
    call = asyncio.create_task(asyncio.to_thread(function, *arguments))
    cancelled: asyncio.CancelledError | None = None
    while not call.done():
        try:
            await asyncio.wait({call})
        except asyncio.CancelledError as error:
            cancelled = error
    if cancelled is not None:
        call.exception()  # nobody will ask for it any more
        raise cancelled
    return call.result()


class Connection:
    """A connection on loan: its calls block a thread, not the loop."""

    def __init__(self, raw: sqlite3.Connection) -> None:
        self.raw = raw

    async def execute(self, sql: str, parameters: Sequence[object] = ()) -> list[Row]:
        return await run_in_thread(lambda: self.raw.execute(sql, parameters).fetchall())

    async def commit(self) -> None:
        await run_in_thread(self.raw.commit)

    async def rollback(self) -> None:
        await run_in_thread(self.raw.rollback)

    async def close(self) -> None:
        await run_in_thread(self.raw.close)


class Pool:
    """`size` connections. Each serves one task at a time; who finds none idle waits."""

    def __init__(self, connect: Callable[[], sqlite3.Connection], size: int = 5) -> None:
        self._connect = connect
        self._size = size
        self._idle: asyncio.LifoQueue[Connection] = asyncio.LifoQueue()
        self._writer = asyncio.Lock()
        self._closed = False

    async def __aenter__(self) -> Self:
        try:
            for _ in range(self._size):
                self._idle.put_nowait(Connection(await run_in_thread(self._connect)))
        except BaseException:
            while not self._idle.empty():
                await self._idle.get_nowait().close()
            raise
        return self

    async def __aexit__(self, *exc: object) -> None:
        self._closed = True
        for _ in range(self._size):
            connection = await self._idle.get()
            await connection.close()

    @asynccontextmanager
    async def connection(self) -> AsyncIterator[Connection]:
        """Lends a connection. What is not committed when it comes back is rolled back."""
        if self._closed:
            raise RuntimeError("the pool is closed")
        connection = await self._idle.get()
        try:
            yield connection
        finally:
            try:
                if connection.raw.in_transaction:
                    await connection.rollback()
            finally:
                self._idle.put_nowait(connection)

    @asynccontextmanager
    async def transaction(self) -> AsyncIterator[Connection]:
        """Lends a connection with an open transaction; commits it unless the block raises."""
        async with self.connection() as connection, self._writer:
            await connection.execute("BEGIN IMMEDIATE")
            yield connection
            await connection.commit()


@dataclass(frozen=True)
class Timings:
    """Seconds."""

    inserts_in_turn: float
    inserts_at_once: float
    inserts_in_one_transaction: float
    queries_in_turn: float
    queries_at_once: float


async def in_turn(jobs: Iterable[Coroutine[Any, Any, object]]) -> float:
    started = time.perf_counter()
    for job in jobs:
        await job
    return time.perf_counter() - started


async def at_once(jobs: Iterable[Coroutine[Any, Any, object]]) -> float:
    started = time.perf_counter()
    async with asyncio.TaskGroup() as group:
        for job in jobs:
            group.create_task(job)
    return time.perf_counter() - started


async def compare(pool: Pool, *, inserts: int = 100, queries: int = 10) -> Timings:
    async def insert(*values: int) -> None:
        async with pool.transaction() as connection:
            for value in values:
                await connection.execute(INSERT, (value,))

    async def query() -> None:
        async with pool.connection() as connection:
            await connection.execute(QUERY)

    return Timings(
        inserts_in_turn=await in_turn(insert(value) for value in range(inserts)),
        inserts_at_once=await at_once(insert(value) for value in range(inserts)),
        inserts_in_one_transaction=await in_turn([insert(*range(inserts))]),
        queries_in_turn=await in_turn(query() for _ in range(queries)),
        queries_at_once=await at_once(query() for _ in range(queries)),
    )


class RemoteConnection(sqlite3.Connection):
    """Takes 2 ms a statement, as a database on another machine would."""

    def execute(self, sql: str, parameters: Any = (), /) -> sqlite3.Cursor:
        time.sleep(0.002)
        return super().execute(sql, parameters)


async def main() -> None:
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder, "readings.db")

        def connect() -> sqlite3.Connection:
            return sqlite3.connect(path, check_same_thread=False, factory=RemoteConnection)

        async with Pool(connect) as pool:
            async with pool.transaction() as connection:
                await connection.execute("CREATE TABLE readings (id INTEGER PRIMARY KEY, value REAL)")
            for name, seconds in vars(await compare(pool)).items():
                print(f"{name:28}{seconds * 1000:8.1f} ms")
            async with pool.connection() as connection:
                print(await connection.execute(QUERY))


if __name__ == "__main__":
    asyncio.run(main())
