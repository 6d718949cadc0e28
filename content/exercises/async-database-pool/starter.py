import asyncio
import sqlite3
import tempfile
import time
from collections.abc import AsyncIterator, Callable, Sequence
from contextlib import asynccontextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Self

Row = tuple[Any, ...]

INSERT = "INSERT INTO readings (value) VALUES (?)"
QUERY = "SELECT count(*), avg(value) FROM readings"


class Connection:
    """A connection on loan: its calls block a thread, not the loop."""

    def __init__(self, raw: sqlite3.Connection) -> None:
        self.raw = raw

    async def execute(self, sql: str, parameters: Sequence[object] = ()) -> list[Row]:
        """Runs one statement and returns all its rows."""
        return self.raw.execute(sql, parameters).fetchall()


class Pool:
    """`size` connections. Each serves one task at a time; who finds none idle waits."""

    def __init__(self, connect: Callable[[], sqlite3.Connection], size: int = 5) -> None:
        self._connect = connect
        self._size = size

    async def __aenter__(self) -> Self:
        """Opens the connections."""
        return self

    async def __aexit__(self, *exc: object) -> None:
        """Closes them."""

    @asynccontextmanager
    async def connection(self) -> AsyncIterator[Connection]:
        """Lends a connection. What is not committed when it comes back is rolled back."""
        yield Connection(self._connect())

    @asynccontextmanager
    async def transaction(self) -> AsyncIterator[Connection]:
        """Lends a connection with a transaction; commits it unless the block raises."""
        yield Connection(self._connect())


@dataclass(frozen=True)
class Timings:
    """Seconds."""

    inserts_in_turn: float
    inserts_at_once: float
    inserts_in_one_transaction: float
    queries_in_turn: float
    queries_at_once: float


async def compare(pool: Pool, *, inserts: int = 100, queries: int = 10) -> Timings:
    """Runs INSERT and QUERY in five ways and says how long each took."""
    return Timings(0, 0, 0, 0, 0)


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

        with sqlite3.connect(path) as connection:
            connection.execute("CREATE TABLE readings (id INTEGER PRIMARY KEY, value REAL)")
        connection.close()
        async with Pool(connect) as pool:
            for name, seconds in vars(await compare(pool)).items():
                print(f"{name:28}{seconds * 1000:8.1f} ms")


if __name__ == "__main__":
    asyncio.run(main())
