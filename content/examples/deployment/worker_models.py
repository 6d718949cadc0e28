"""How many requests one process has in hand at once: a sync worker, one with threads, an event loop, a blocked event loop.

    python worker_models.py

Twelve clients ask at the same time. Each handler waits, as for a database, and the highest number that waited together is
printed. Nothing here depends on how fast the machine is: a handler waits for three turns, and longer until as many wait as the model
can hold. That no more do is what is measured.
"""

from __future__ import annotations

import asyncio
import socketserver
import threading
import time
from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import closing, contextmanager
from http.client import HTTPConnection
from typing import Any
from wsgiref.simple_server import WSGIRequestHandler, WSGIServer, make_server

import uvicorn

CLIENTS = 12


class Gauge:
    """Counts who is inside, and remembers the most."""

    def __init__(self) -> None:
        self.inside = self.most = 0
        self.lock = threading.Lock()

    def __enter__(self) -> None:
        with self.lock:
            self.inside += 1
            self.most = max(self.most, self.inside)

    def __exit__(self, *_: object) -> None:
        with self.lock:
            self.inside -= 1


# region: handlers
def make_wsgi(gauge: Gauge, room: int) -> Callable[..., list[bytes]]:
    def app(environ: dict[str, Any], start_response: Callable[..., Any]) -> list[bytes]:
        with gauge:
            for turn in range(500):
                if turn >= 3 and gauge.most >= room:
                    break
                time.sleep(0.01)  # the database works, this thread waits
        start_response("200 OK", [("Content-Length", "0")])
        return [b""]

    return app


def make_asgi(gauge: Gauge, room: int, blocking: bool) -> Callable[..., Any]:
    async def app(scope: dict[str, Any], receive: Callable[..., Any], send: Callable[..., Any]) -> None:
        with gauge:
            for turn in range(500):
                if turn >= 3 and gauge.most >= room:
                    break
                if blocking:
                    time.sleep(0.01)  # a driver that is not async: nobody else gets a turn
                else:
                    await asyncio.sleep(0.01)
        await send({"type": "http.response.start", "status": 200, "headers": [(b"content-length", b"0")]})
        await send({"type": "http.response.body"})

    return app


# endregion
class Quiet(WSGIRequestHandler):
    def log_message(self, *_: object) -> None: ...


class OneAtATime(WSGIServer):
    request_queue_size = CLIENTS


class WithThreads(socketserver.ThreadingMixIn, OneAtATime):
    """Hands each connection to a pool of four, as gthread does."""

    def __init__(self, *arguments: Any) -> None:
        super().__init__(*arguments)
        self.pool = ThreadPoolExecutor(4)

    def process_request(self, request: Any, client_address: Any) -> None:
        self.pool.submit(self.process_request_thread, request, client_address)


@contextmanager
def serve_wsgi(app: Callable[..., list[bytes]], server_class: type[WSGIServer]) -> Iterator[int]:
    with make_server("127.0.0.1", 0, app, server_class, Quiet) as server:
        thread = threading.Thread(target=server.serve_forever, args=[0.01])
        thread.start()
        try:
            yield server.server_port
        finally:
            server.shutdown()
            thread.join()


@contextmanager
def serve_asgi(app: Callable[..., Any]) -> Iterator[int]:
    server = uvicorn.Server(uvicorn.Config(app, port=0, log_level="error", lifespan="off"))
    thread = threading.Thread(target=server.run)
    thread.start()
    while not server.started:
        time.sleep(0.01)
    try:
        yield server.servers[0].sockets[0].getsockname()[1]
    finally:
        server.should_exit = True
        thread.join()


def ask(port: int) -> int:
    connection = HTTPConnection("127.0.0.1", port, timeout=60)  # urlopen would ask a proxy, where one is set
    with closing(connection):
        connection.request("GET", "/")
        return connection.getresponse().status


def measure() -> dict[str, int]:
    """The most requests in hand at once, by model."""
    most = {}
    for name, room, serve in (
        ("sync worker", 1, lambda gauge: serve_wsgi(make_wsgi(gauge, 1), OneAtATime)),
        ("4 threads", 4, lambda gauge: serve_wsgi(make_wsgi(gauge, 4), WithThreads)),
        ("event loop", CLIENTS, lambda gauge: serve_asgi(make_asgi(gauge, CLIENTS, blocking=False))),
        ("event loop, blocked", 1, lambda gauge: serve_asgi(make_asgi(gauge, 1, blocking=True))),
    ):
        gauge = Gauge()
        with serve(gauge) as port, ThreadPoolExecutor(CLIENTS) as clients:
            assert set(clients.map(ask, [port] * CLIENTS)) == {200}
        most[name] = gauge.most
    return most


if __name__ == "__main__":
    for name, most in measure().items():
        print(f"{name:20} {most:2} of {CLIENTS} at once")
