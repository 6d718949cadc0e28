"""A server of PostgreSQL for one run, or a primary and a standby: made in a temporary folder, thrown away at the end.

    from replicas import replicas

    with replicas() as (primary, standby):
        primary.execute("CREATE TABLE account (n int)")

`one_server()` is the primary alone.

Needs the programs of a server (`initdb`, `pg_basebackup`, `postgres`), of version 15 or newer, and uses no other server.
They are reached by sockets in that folder: no port can be taken, and nobody else can connect.
"""

from __future__ import annotations

import os
import re
import shutil
import signal
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass
from pathlib import Path

from psycopg import Connection, OperationalError, connect
from psycopg.conninfo import make_conninfo

FOLDERS = ["usr/lib/postgresql/*/bin", "usr/pgsql-*/bin", "usr/local/opt/postgresql*/bin", "opt/homebrew/opt/postgresql*/bin"]
NEEDED = ["initdb", "pg_basebackup", "postgres"]
OLDEST = 15
MISSING = f"needs initdb, pg_basebackup and postgres of version {OLDEST} or newer on this machine"
# Segments of 1 MB, so that little is written; nothing of it has to survive a power cut, and nothing writes but the example.
OPTIONS = ["listen_addresses=", "wal_level=logical", "fsync=off", "autovacuum=off", "max_wal_size=2MB", "min_wal_size=2MB"]
OPTIONS += ["shared_buffers=8MB", "wal_retrieve_retry_interval=50ms"]


def find_programs() -> Path | None:
    """The folder of the programs, which Debian and Homebrew leave out of the path; the newest version."""
    if sys.platform == "win32":
        return None
    folders = [Path(word) for word in os.environ.get("PATH", "").split(os.pathsep) if word]
    folders += [folder for pattern in FOLDERS for folder in Path("/").glob(pattern)]
    found = [folder for folder in folders if all(os.access(folder / name, os.X_OK) for name in NEEDED)]
    newest = max(found, key=find_version, default=None)
    return newest if newest and find_version(newest) >= OLDEST else None


def find_version(folder: Path) -> int:
    answer = subprocess.run([folder / "postgres", "--version"], capture_output=True, text=True).stdout
    return int(match[1]) if (match := re.search(r"(\d+)", answer)) else 0


def find_user() -> dict[str, int]:
    """PostgreSQL refuses to run as root: then as its package's user, or as nobody."""
    import pwd  # not on Windows

    if os.getuid() != 0:
        return {}
    names = [entry.pw_name for entry in pwd.getpwall()]
    entry = pwd.getpwnam("postgres" if "postgres" in names else "nobody")
    return {"user": entry.pw_uid, "group": entry.pw_gid}


@dataclass
class Server:
    programs: Path
    home: Path
    name: str
    port: int  # only a part of the socket's name
    process: subprocess.Popen[bytes] | None = None

    @property
    def folder(self) -> Path:
        return self.home / self.name

    @property
    def log(self) -> Path:
        return self.home / f"{self.name}.log"

    @property
    def url(self) -> str:
        return make_conninfo(host=str(self.home), port=self.port, user="postgres", dbname="postgres")

    def run(self, program: str, *words: str | Path) -> None:
        """A program that makes the server's folder."""
        command = [self.programs / program, "-D", self.folder, *words]
        done = subprocess.run(command, **find_user(), cwd=self.home, capture_output=True, text=True)
        if done.returncode != 0:
            raise RuntimeError(f"{program}: {done.stderr}")

    def start(self) -> None:
        options = [f"port={self.port}", f"unix_socket_directories={self.home}", *OPTIONS]
        command = [self.programs / "postgres", "-D", self.folder, *(word for option in options for word in ("-c", option))]
        with self.log.open("wb") as log:
            streams = {"stdin": subprocess.DEVNULL, "stdout": log, "stderr": log}
            self.process = subprocess.Popen(command, **find_user(), **streams, cwd=self.home)
        wait_until(self.answers)

    def stop(self) -> None:
        if self.process:
            self.process.send_signal(signal.SIGINT)  # SIGTERM would wait for sessions to end
            try:
                self.process.wait(30)
            except subprocess.TimeoutExpired:
                self.process.send_signal(signal.SIGQUIT)
                self.process.wait()
            self.process = None

    def answers(self) -> bool:
        if self.process and self.process.poll() is not None:
            raise RuntimeError(f"{self.name}: {self.log.read_text()}")
        try:
            connect(self.url).close()
        except OperationalError:
            return False
        return True

    def connect(self) -> Connection:
        return connect(self.url, autocommit=True)

    def execute(self, *statements: str) -> object:
        """Each in a transaction of its own; the first value of the last, if it has one."""
        with self.connect() as connection:
            for statement in statements:
                cursor = connection.execute(statement)
            row = cursor.fetchone() if cursor.description else None
            return row[0] if row else None


def wait_until(condition: Callable[[], object], limit: float = 60) -> None:
    """Asks again until it is so: what happens on another server happens in its own time."""
    end = time.monotonic() + limit
    while not condition():
        if time.monotonic() > end:
            raise TimeoutError("the servers did not get there")
        time.sleep(0.01)


@contextmanager
def one_server() -> Iterator[Server]:
    programs = find_programs()
    if programs is None:
        raise FileNotFoundError(MISSING)
    with ExitStack() as stack:
        home = Path(tempfile.mkdtemp(prefix="replicas-"))
        stack.callback(shutil.rmtree, home, ignore_errors=True)
        if user := find_user():
            os.chown(home, user["user"], user["group"])
        server = Server(programs, home, "primary", 5432)
        server.run("initdb", *"-U postgres -A trust --no-sync --locale=C --encoding=UTF8 --wal-segsize=1".split())
        stack.callback(server.stop)
        server.start()
        yield server


@contextmanager
def replicas() -> Iterator[tuple[Server, Server]]:
    with one_server() as primary, ExitStack() as stack:
        standby = Server(primary.programs, primary.home, "standby", 5433)
        # -R writes down where the primary is, -C -S makes a slot there, so that nothing is recycled too early.
        standby.run("pg_basebackup", "-d", primary.url, *"-R -C -S standby -c fast --no-sync".split())
        stack.callback(standby.stop)
        standby.start()
        wait_until(lambda: primary.execute("SELECT count(*) FROM pg_stat_replication WHERE state = 'streaming'"))
        yield primary, standby
