"""What a pack examines: a program, or a server that is started for it on a free port and stopped afterwards."""

from __future__ import annotations

import contextlib
import os
import shlex
import socket
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from typing import IO

START_LIMIT = 120.0
"""Seconds in which a server must take a connection: importing a framework takes long on a busy machine."""
STOP_LIMIT = 10.0
"""Seconds after which a server that heeds no signal is ended."""
PORTS = 5
"""How many ports are tried: between finding a free one and listening there, somebody else may take it."""


class NotStarted(Exception):
    """A server ended before it listened, or never did. The message holds what it printed."""


@contextlib.contextmanager
def provide(program: str, variable: str) -> Iterator[dict[str, str]]:
    """The environment in which a pack finds a program: `COMMAND` or `BASE_URL`."""
    if variable == "COMMAND":
        yield {"COMMAND": shlex.join([sys.executable, program])}
        return
    with tempfile.TemporaryDirectory() as folder, tempfile.TemporaryFile() as log:
        port, process = start(program, folder, log)
        try:
            yield {"BASE_URL": f"http://127.0.0.1:{port}"}
        finally:
            stop(process)


def start(program: str, folder: str, log: IO[bytes]) -> tuple[int, subprocess.Popen[bytes]]:
    for _ in range(PORTS):
        port = find_free_port()
        environment = {**os.environ, "PORT": str(port), "PYTHONUNBUFFERED": "1"}
        process = subprocess.Popen(
            [sys.executable, program], cwd=folder, env=environment, stdin=subprocess.DEVNULL, stdout=log, stderr=log
        )
        if is_listening(process, port):
            return port, process
        stop(process)
        log.seek(0)
        printed = log.read().decode(errors="replace")
        if "in use" not in printed:
            raise NotStarted(f"{program} did not listen on port {port}:\n{printed}")
    raise NotStarted(f"{program} found {PORTS} ports taken that had been free")


def find_free_port() -> int:
    with socket.create_server(("127.0.0.1", 0)) as server:
        return server.getsockname()[1]


def is_listening(process: subprocess.Popen[bytes], port: int) -> bool:
    """Waits until the server takes a connection; false if it ended or took too long."""
    deadline = time.monotonic() + START_LIMIT
    while process.poll() is None and time.monotonic() < deadline:
        with contextlib.suppress(OSError), socket.create_connection(("127.0.0.1", port), timeout=1):
            return process.poll() is None
        time.sleep(0.02)
    return False


def stop(process: subprocess.Popen[bytes]) -> None:
    process.terminate()
    try:
        process.wait(STOP_LIMIT)
    except subprocess.TimeoutExpired:
        process.kill()
        process.wait()
