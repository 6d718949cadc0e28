"""A redis-server of one's own, for programs that change its settings or kill it. Needs the program `redis-server`, no service."""

from __future__ import annotations

import shutil
import socket
import subprocess
import tempfile
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager

from redis import ConnectionError, Redis
from redis.backoff import NoBackoff
from redis.retry import Retry

PROGRAM = shutil.which("redis-server") or shutil.which("valkey-server")


def until(what: Callable[[], bool], seconds: float = 30) -> None:
    """Ask until it is so. Nothing here waits a fixed time."""
    end = time.monotonic() + seconds
    while not what():
        if time.monotonic() > end:
            raise TimeoutError
        time.sleep(0.01)


def port_of(server: Redis) -> int:
    return int(server.connection_pool.connection_kwargs["port"])


def start(folder: str, settings: tuple[str, ...]) -> tuple[subprocess.Popen[bytes], Redis]:
    """Another process may take the free port before the server does. Then the server ends at once, and we look for another port."""
    assert PROGRAM is not None
    for _ in range(5):
        with socket.socket() as free:
            free.bind(("127.0.0.1", 0))
            port = free.getsockname()[1]
        command = [PROGRAM, "--port", str(port), "--bind", "127.0.0.1", "--dir", folder, "--save", "", "--appendonly", "no"]
        # The rest keeps a slow machine from looking like a lost replica.
        command += ["--repl-diskless-sync-delay", "0", "--min-replicas-max-lag", "60"]
        process = subprocess.Popen([*command, *settings], stdout=subprocess.DEVNULL)
        # By default redis-py would wait between its own attempts, and send a command again that has perhaps been executed.
        server = Redis(port=port, decode_responses=True, socket_timeout=60, retry=Retry(NoBackoff(), 0))
        try:
            until(lambda: process.poll() is not None or is_up(server))
        except BaseException:
            process.kill()
            process.wait()
            raise
        if process.poll() is None:
            return process, server
        server.close()
    raise RuntimeError(f"{PROGRAM} ended {settings}")


def is_up(server: Redis) -> bool:
    try:
        return bool(server.ping())
    except ConnectionError:
        return False


@contextmanager
def redis_server(*settings: str) -> Iterator[Redis]:
    """Start one on a free port without persistence, and stop it in the end."""
    if PROGRAM is None:
        raise FileNotFoundError("redis-server")
    with tempfile.TemporaryDirectory() as folder:
        process, server = start(folder, settings)
        try:
            yield server
        finally:
            server.close()
            process.kill()
            process.wait()
