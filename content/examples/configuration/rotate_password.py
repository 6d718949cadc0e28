"""Rotates the login of an application between two roles, and shows when the old one is really dead.

    DATABASE_URL=postgresql://… python rotate_password.py

Needs a superuser, who may make roles and end their sessions. The passwords go to the server in plain text here, and
into its log if it logs DDL; psql's \\password sends a hash.
"""

import getpass
import os
import secrets
from collections.abc import Callable, Iterator
from contextlib import contextmanager

import psycopg
from psycopg.conninfo import conninfo_to_dict, make_conninfo

URL, PID = os.environ.get("DATABASE_URL", ""), os.getpid()
KNOWN = conninfo_to_dict(URL)
# Where an address names none, it would be the one that is called like the role.
DATABASE = KNOWN.get("dbname") or KNOWN.get("user") or getpass.getuser()
A, B, OWNER, TABLE = (f"{name}_{PID}" for name in ("shop_a", "shop_b", "shop_owner", "orders"))
PASSWORDS = {role: secrets.token_urlsafe() for role in (A, B)}
COUNT = f"SELECT count(*) FROM {TABLE}"


def login(role: str) -> psycopg.Connection:
    return psycopg.connect(make_conninfo(URL, dbname=DATABASE, user=role, password=PASSWORDS[role]), autocommit=True)


def attempt(run: Callable[[], psycopg.Cursor]) -> str:
    try:
        return f"{run().fetchone()[0]} row"
    except psycopg.OperationalError as error:
        return "not permitted to log in" if "permitted to log in" in str(error) else "the session is gone"


@contextmanager
def schema() -> Iterator[psycopg.Connection]:
    with psycopg.connect(URL, autocommit=True) as admin:
        try:
            admin.execute(f"CREATE ROLE {OWNER} NOLOGIN")
            admin.execute(f"CREATE TABLE {TABLE} AS SELECT 1 AS id")
            admin.execute(f"ALTER TABLE {TABLE} OWNER TO {OWNER}")
            for role in A, B:
                admin.execute(f"CREATE ROLE {role} LOGIN PASSWORD '{PASSWORDS[role]}' IN ROLE {OWNER}")
            yield admin
        finally:
            admin.execute(f"DROP TABLE IF EXISTS {TABLE}")
            for role in A, B, OWNER:
                admin.execute(f"DROP ROLE IF EXISTS {role}")


# region: rotate
def rotate() -> Iterator[tuple[str, str]]:
    with schema() as admin, login(A) as old, login(B) as new:
        yield "b, while a still works", attempt(lambda: new.execute(COUNT))
        # Every process uses b by now.
        admin.execute(f"ALTER ROLE {A} NOLOGIN")
        yield "a, a new connection", attempt(lambda: login(A).execute(COUNT))
        yield "a, a connection that was open", attempt(lambda: old.execute(COUNT))
        admin.execute("SELECT pg_terminate_backend(pid, 5000) FROM pg_stat_activity WHERE usename = %s", [A])
        yield "a, after its sessions were ended", attempt(lambda: old.execute(COUNT))
        yield "b, all the time", attempt(lambda: new.execute(COUNT))


# endregion


if __name__ == "__main__":
    for what, result in rotate():
        print(f"{what:34} {result}")
