"""A liveness check that asks whether the event loop turns, and not whether it is busy.

    python liveness.py

The probe of Kubernetes goes to a port of its own, which a thread serves: it does not stand in the queue of the requests.
"""

import asyncio
from collections.abc import Callable
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from threading import Event, Thread
from time import monotonic, sleep
from urllib.error import HTTPError
from urllib.request import urlopen


# region: heartbeat
class Heartbeat:
    def __init__(self, patience: float, clock: Callable[[], float] = monotonic) -> None:
        self.patience, self.clock = patience, clock
        self.last = clock()

    async def beat(self, every: float = 1.0) -> None:
        """Runs as a task of the loop that is watched, from lifespan."""
        while True:
            self.last = self.clock()
            await asyncio.sleep(every)

    def is_alive(self) -> bool:
        return self.clock() - self.last < self.patience


def serve(heartbeat: Heartbeat, port: int) -> ThreadingHTTPServer:
    class Handler(BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            self.send_response(200 if heartbeat.is_alive() else 503)
            self.end_headers()

        def log_message(self, format: str, *args: object) -> None:
            """No line for each probe."""

    server = ThreadingHTTPServer(("", port), Handler)
    Thread(target=server.serve_forever, daemon=True).start()
    return server


# endregion


def ask(port: int) -> int:
    try:
        with urlopen(f"http://127.0.0.1:{port}/live", timeout=10) as answer:
            return answer.status
    except HTTPError as error:
        return error.code


def wait_for(status: int, port: int) -> int:
    """Asks as the kubelet does, again and again, until it gets this status or loses patience."""
    for _ in range(500):
        if ask(port) == status:
            return status
        sleep(0.02)
    return ask(port)


async def main() -> None:
    heartbeat = Heartbeat(patience=0.5)
    server = serve(heartbeat, 0)
    port = server.server_address[1]
    beat = asyncio.create_task(heartbeat.beat(0.05))
    waiting = [asyncio.create_task(asyncio.sleep(60)) for _ in range(10_000)]
    print("10,000 requests wait for the database:", await asyncio.to_thread(wait_for, 200, port))

    free, seen = Event(), list[int]()
    kubelet = Thread(target=lambda: (seen.append(wait_for(503, port)), free.set()))
    kubelet.start()
    free.wait()  # a blocking call in async code: the loop stands still
    print("a blocking call holds the loop:", seen[0])
    print("the call has returned:", await asyncio.to_thread(wait_for, 200, port))
    for task in [beat, *waiting]:
        task.cancel()
    kubelet.join()
    server.shutdown()
    server.server_close()


if __name__ == "__main__":
    asyncio.run(main())
