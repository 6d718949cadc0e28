"""A pool of database connections at its limit: who waits, who is turned away, and what a leak looks like from the server.

Needs PostgreSQL: `DATABASE_URL`, or the one that `docker compose up --wait` starts.
"""

from __future__ import annotations

import os
import time
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from threading import Barrier, Thread

from psycopg import Connection, connect
from psycopg.errors import DivisionByZero, InFailedSqlTransaction
from psycopg_pool import ConnectionPool, PoolTimeout, TooManyRequests

DATABASE_URL = os.environ.get("DATABASE_URL", "postgresql://postgres:postgres@localhost:5432/postgres")
# By this name the server tells our connections from those of others.
NAME = f"pool-example-{os.getpid()}"


# region: pool
@contextmanager
def open_pool(*, size: int, queue: int = 0, timeout: float = 30) -> Iterator[ConnectionPool]:
    """`max_waiting` turns people away at once where waiting would not help; 0 is no limit."""
    with ConnectionPool(
        DATABASE_URL,
        min_size=size,
        max_size=size,
        max_waiting=queue,
        timeout=timeout,
        kwargs={"application_name": NAME},
        open=False,
    ) as pool:
        # Fails when the server cannot be reached, and not with the first request.
        pool.wait()
        yield pool


# endregion
def count_on_server() -> int:
    with connect(DATABASE_URL) as connection:
        row = connection.execute("SELECT count(*) FROM pg_stat_activity WHERE application_name = %s", [NAME]).fetchone()
    assert row is not None
    return row[0]


# region: cases
def serve_many(workers: int, size: int) -> tuple[int, int]:
    """How many were served, by how many connections: those who find none wait until one comes back."""
    with open_pool(size=size) as pool:
        served: list[int] = []
        start = Barrier(workers)

        def work() -> None:
            start.wait()
            with pool.connection() as connection:
                served.append(connection.info.backend_pid)

        threads = [Thread(target=work) for _ in range(workers)]
        for thread in threads:
            thread.start()
        for thread in threads:
            thread.join()
        return len(served), count_on_server()


def exhaust(size: int) -> str:
    """All connections are out, and none comes back: whoever asks next gets an error that names the pool, not the database."""
    with open_pool(size=size, timeout=0.05) as pool, ExitStack() as taken:
        for _ in range(size):
            taken.enter_context(pool.connection())
        try:
            pool.getconn()
        except PoolTimeout as error:
            return type(error).__name__
    return "served"


def refuse(size: int) -> str:
    """With a limit to the queue the one too many is told at once, and can answer 503 while the others are served."""
    with open_pool(size=size, queue=1, timeout=5) as pool, ExitStack() as taken:
        for _ in range(size):
            taken.enter_context(pool.connection())
        waiting = Thread(target=lambda: pool.putconn(pool.getconn()))
        waiting.start()
        while pool.get_stats()["requests_waiting"] == 0:
            time.sleep(0.001)
        try:
            pool.getconn()
        except TooManyRequests as error:
            return type(error).__name__
        finally:
            taken.close()
            waiting.join()
    return "served"


def leak(size: int) -> tuple[int, str]:
    """A connection that is taken without `with` and never given back is idle on the server and gone for the pool."""
    with open_pool(size=size, timeout=0.05) as pool:
        lost = pool.getconn()
        free = pool.get_stats()["pool_available"]
        idle = describe_state(lost)
        pool.putconn(lost)
        return free, idle


def return_broken() -> str:
    """A connection comes back clean: the pool rolls back what a request left open."""
    with open_pool(size=1) as pool:
        try:
            with pool.connection() as connection:
                connection.execute("SELECT 1 / 0")
        except DivisionByZero as error:
            first = type(error).__name__
        with pool.connection() as connection:
            try:
                connection.execute("SELECT 1")
            except InFailedSqlTransaction:
                return f"{first}, and the next request fails too"
        return f"{first}, and the next request is served"


# endregion
def describe_state(connection: Connection) -> str:
    with connect(DATABASE_URL) as other:
        row = other.execute(
            "SELECT state FROM pg_stat_activity WHERE pid = %s", [connection.info.backend_pid]
        ).fetchone()
    return row[0] if row else "gone"


def main() -> None:
    print("served, by connections:", *serve_many(workers=20, size=3))
    print("all taken:", exhaust(2))
    print("queue full:", refuse(2))
    print("leaked: %d of 3 free, the lost one is %s" % leak(3))
    print("after an error:", return_broken())


if __name__ == "__main__":
    main()
