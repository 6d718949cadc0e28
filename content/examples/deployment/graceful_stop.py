"""What SIGTERM does to uvicorn while a request is in hand, and what happens when that request never ends.

    python graceful_stop.py

The server is a process of its own. The request waits for a file, so that each step happens after the one before on any machine.
"""

from __future__ import annotations

import os
import re
import signal
import socket
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from http.client import HTTPConnection, HTTPException
from pathlib import Path
from tempfile import TemporaryDirectory
from threading import Thread

# region: app
APP = '''
import asyncio, os, pathlib

async def app(scope, receive, send):
    if scope["type"] == "lifespan":
        await receive()
        await send({"type": "lifespan.startup.complete"})
        await receive()
        print("server: lifespan ends, pools are closed", flush=True)
        await send({"type": "lifespan.shutdown.complete"})
        return
    print("server: request begins", flush=True)
    try:
        while not pathlib.Path(os.environ["RELEASE"]).exists():
            await asyncio.sleep(0.02)
    except asyncio.CancelledError:
        print("server: request is cancelled", flush=True)
        raise
    await send({"type": "http.response.start", "status": 200, "headers": [(b"content-length", b"2")]})
    await send({"type": "http.response.body", "body": b"ok"})
    print("server: request ends", flush=True)
'''
# endregion


def wait_until(is_true: Callable[[], bool]) -> None:
    for _ in range(1000):
        if is_true():
            return
        time.sleep(0.02)
    raise TimeoutError


def accepts(port: int) -> bool:
    with socket.socket() as client:
        return client.connect_ex(("127.0.0.1", port)) == 0


@contextmanager
def start_server(folder: str, limit: int) -> Iterator[tuple[subprocess.Popen[str], int]]:
    """A uvicorn on a port of the system's choice, which it says in its log. Nothing of it is left behind, whatever happens."""
    command = [sys.executable, "-m", "uvicorn", "stopping:app", "--port", "0", "--no-access-log"]
    command += ["--timeout-graceful-shutdown", str(limit)]
    env = {**os.environ, "RELEASE": str(Path(folder, "release")), "PYTHONUNBUFFERED": "1"}
    log = Path(folder, "log")
    with log.open("w") as stderr:
        server = subprocess.Popen(command, cwd=folder, env=env, stdout=subprocess.PIPE, stderr=stderr, text=True)
    try:
        wait_until(lambda: server.poll() is not None or "Press CTRL+C" in log.read_text())
        yield server, int(re.findall(r"running on http://127\.0\.0\.1:(\d+)", log.read_text())[0])
    finally:
        server.kill()
        server.wait()


def request(port: int, answers: list[str]) -> None:
    connection = HTTPConnection("127.0.0.1", port, timeout=60)
    try:
        connection.request("GET", "/")
        answers.append(f"status {connection.getresponse().status}")
    except (HTTPException, OSError):
        answers.append("connection lost")


# region: stop
def stop(finishes: bool, limit: int) -> list[str]:
    """What is seen, in its order, when a server with one request in hand gets SIGTERM."""
    with TemporaryDirectory() as folder:
        Path(folder, "stopping.py").write_text(APP)
        with start_server(folder, limit) as (server, port):
            assert server.stdout
            answers: list[str] = []
            client = Thread(target=request, args=[port, answers])
            client.start()
            seen = [server.stdout.readline().strip()]
            server.send_signal(signal.SIGTERM)
            wait_until(lambda: not accepts(port))
            seen.append("new connection: refused")
            if finishes:
                Path(folder, "release").touch()
            rest = server.stdout.read().split("\n")
            client.join()
            return [*seen, *filter(None, rest), f"client: {answers[0]}", f"exit code {server.wait()}"]


# endregion
if __name__ == "__main__":
    for title, finishes, limit in (
        ("SIGTERM, and the request ends within the limit", True, 30),
        ("SIGTERM, and the request never ends", False, 1),
    ):
        print(title)
        for line in stop(finishes, limit):
            print("  ", line)
