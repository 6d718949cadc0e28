"""One backend dies hard, as when the kernel is short of memory: all sessions end, and the log brings back what was committed.

Starts a server of its own and throws it away: `python crash.py` needs the programs of PostgreSQL 15 or newer.
"""

from __future__ import annotations

import os
import signal

from psycopg import Connection, OperationalError

from replicas import MISSING, Server, find_programs, one_server, wait_until


def is_alive(session: Connection) -> bool:
    try:
        session.execute("SELECT 1")
    except OperationalError:
        return False
    return True


# region: cases
def end_one(server: Server, how: str) -> None:
    with server.connect() as victim, server.connect() as bystander:
        server.execute("DROP TABLE IF EXISTS account", "CREATE TABLE account AS SELECT 1 AS n")  # committed, no checkpoint
        bystander.execute("BEGIN")
        bystander.execute("UPDATE account SET n = 2")
        if how == "kill -9":
            os.kill(victim.info.backend_pid, signal.SIGKILL)
            wait_until(lambda: not is_alive(bystander))  # the postmaster has to notice
        else:
            bystander.execute("SELECT pg_terminate_backend(%s)", [victim.info.backend_pid])
            wait_until(lambda: not is_alive(victim))
        print(f"{how}: the bystander is alive:", is_alive(bystander), end=", ")
    wait_until(server.answers)
    print("and n is", server.execute("SELECT n FROM account"))


# endregion
def main() -> None:
    if find_programs() is None:
        print(MISSING)
        return
    with one_server() as server:
        end_one(server, "pg_terminate_backend")
        end_one(server, "kill -9")


if __name__ == "__main__":
    main()
