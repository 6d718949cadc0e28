"""Sessions of PostgreSQL that take turns, printed as lanes: what each says, what it gets, and which one waits.

    from lanes import lanes

    with lanes("CREATE TABLE account (balance int)") as (a, b):
        a("BEGIN")
        b("INSERT INTO account VALUES (1)")

A statement that has to wait for a lock is printed as waiting, and its result when it comes. Nothing is timed: the server
is asked who blocks whom. All happens in a schema of its own in the database of `DATABASE_URL`, dropped at the end. A page
draws what is printed where the fence of the output says `lanes`.
"""

from __future__ import annotations

import os
import time
from collections.abc import Iterator
from concurrent.futures import Future, ThreadPoolExecutor
from contextlib import ExitStack, contextmanager

from psycopg import Connection, Error, connect, sql

DATABASE_URL = os.environ.get("DATABASE_URL", "postgresql://postgres:postgres@localhost:5432/postgres")
SCHEMA = f"lanes_{os.getpid()}"
WIDTH = 20


class Session:
    """Called with a statement, it runs it and prints its lane; `last` is what the last statement returned."""

    def __init__(self, name: str, peers: list[Session], connection: Connection, watch: Connection) -> None:
        self.margin = " " * WIDTH * len(peers) + f"{name} "
        self.last = self._command = ""
        self._peers = peers
        self._connection = connection
        self._watch = watch
        self._pool = ThreadPoolExecutor(1)
        self._pending: Future[str] | None = None
        peers.append(self)

    def __call__(self, statement: str) -> None:
        self.say(" ".join(statement.split()))
        self._command = statement.split()[0]
        self._pending = self._pool.submit(self._execute, statement)
        if self._is_blocked():
            self.say("   ... waits")
        # Whoever this one blocked may go on now, or be the victim of a deadlock.
        for peer in [self, *self._peers]:
            peer._report()

    def say(self, text: str) -> None:
        print(self.margin + text)

    def wait(self) -> None:
        """Until a statement that waits has its result, also where only a time limit or a deadlock ends it."""
        if self._pending:
            self._pending.exception()
            for peer in [self, *self._peers]:
                peer._report()

    def close(self) -> None:
        self.wait()
        self._pool.shutdown()

    def _execute(self, statement: str) -> str:
        try:
            cursor = self._connection.execute(statement)
        except Error as error:
            return f"ERROR {error.sqlstate}: {error.diag.message_primary}"
        if cursor.description is None:
            return cursor.statusmessage or ""
        return "; ".join(" ".join(map(str, row)) for row in cursor) or "no rows"

    def _is_blocked(self) -> bool:
        """Asks until the statement is done or stands in a queue: between the two there is no third state that lasts."""
        while self._pending and not self._pending.done():
            row = self._watch.execute("SELECT pg_blocking_pids(%s)", [self._connection.info.backend_pid]).fetchone()
            if row and row[0]:
                return True
            time.sleep(0.002)
        return False

    def _report(self) -> None:
        if self._pending and not self._is_blocked():
            self.last = self._pending.result()
            self._pending = None
            # BEGIN for a BEGIN says nothing; ROLLBACK for a COMMIT does.
            if self.last != self._command:
                self.say(f"   -> {self.last}")


@contextmanager
def lanes(setup: str, count: int = 2) -> Iterator[list[Session]]:
    options = f"-c search_path={SCHEMA} -c client_min_messages=warning"
    with ExitStack() as stack:
        watch = stack.enter_context(connect(DATABASE_URL, autocommit=True, options=options))
        schema = sql.Identifier(SCHEMA)
        watch.execute(sql.SQL("CREATE SCHEMA {}").format(schema))
        stack.callback(lambda: watch.execute(sql.SQL("DROP SCHEMA {} CASCADE").format(schema)))
        watch.execute(setup)
        sessions: list[Session] = []
        for name in "ABCD"[:count]:
            connection = connect(DATABASE_URL, autocommit=True, options=options)
            stack.callback(connection.close)
            stack.callback(Session(name, sessions, connection, watch).close)
        yield sessions
