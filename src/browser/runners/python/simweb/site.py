"""A web site for tests: it answers as it is told to, and remembers what it was asked."""

from __future__ import annotations

import asyncio
import contextlib
import math
from collections import deque
from collections.abc import AsyncIterator, Awaitable, Callable, Mapping, Sequence
from typing import Any, Literal
from urllib.parse import parse_qsl, urlsplit

from .headers import Headers
from .message import MessageError, is_kept, read_body, read_head, write_head
from .route import Answer, Body, Fail, Handler, Request, Route

SiteFail = Literal["refuse", "blackhole", "reset"]
_EPSILON = 1e-6


class _Disconnect(Exception):
    """The connection ends here."""


class _Connection(asyncio.StreamReaderProtocol):
    """Ends the work on an answer when its client has gone."""

    def __init__(self, serve: Callable[[asyncio.StreamReader, asyncio.StreamWriter], Awaitable[None]]) -> None:
        super().__init__(asyncio.StreamReader(), serve)
        self.answering: asyncio.Task[Any] | None = None

    def eof_received(self) -> bool | None:
        if self.answering is not None:
            self.answering.cancel()
        return super().eof_received()

    def connection_lost(self, exc: Exception | None) -> None:
        if self.answering is not None:
            self.answering.cancel()
        super().connection_lost(exc)


class Site:
    """A host that serves HTTP while it is entered.

    >>> async with Site("files.test") as site:
    ...     site.route("/a.txt", body="hello", latency=0.2)
    ...     site.route("/flaky", status=[503, 503, 200], body="at last")
    ...     site.route("/big.bin", body=b"x" * 10_000, chunk=1_000, chunk_delay=0.1)
    ...     site.route("/torn", body=b"x" * 10_000, fail="reset")

    `requests`: what was asked, in order. `most_at_once`: the highest number of requests that were being answered at
    one time. `connections`: how many were made.
    """

    def __init__(self, host: str, port: int = 80) -> None:
        self.host = host
        self.port = port
        self.requests: list[Request] = []
        self.most_at_once = 0
        self.connections = 0
        self._at_once = 0
        self._routes: dict[tuple[str | None, str], Route] = {}
        self._limit: tuple[int, float] | None = None
        self._accepted: deque[float] = deque()
        self._server: asyncio.Server | None = None
        self._tasks: set[asyncio.Task[Any]] = set()
        self._fail: SiteFail | None = None

    @property
    def url(self) -> str:
        """`http://files.test`"""
        return f"http://{self.host}" + ("" if self.port == 80 else f":{self.port}")

    def route(
        self,
        path: str,
        *,
        body: Body = None,
        status: int | Sequence[int] = 200,
        answers: Sequence[int | Answer] | None = None,
        headers: Mapping[str, str] | None = None,
        latency: float | Sequence[float] = 0.0,
        handler: Handler | None = None,
        chunk: int | None = None,
        chunk_delay: float = 0.0,
        fail: Fail | None | Sequence[Fail | None] = None,
        method: str | None = None,
    ) -> None:
        """Says what is answered at `path` (without its query); a later call replaces an earlier one.

        A path that ends in `*` stands for all that begin with it, when no other route does.
        `status`, `latency` and `fail` may be sequences: one for each request in turn, the last one repeats. The body
        goes with statuses below 400. `answers` is such a sequence of whole answers. `handler` is called with the
        `Request` after the latency and returns an `Answer`, a status, a body, or `(status, body)`; it may be async.
        """
        if answers is not None:
            script = [answer if isinstance(answer, Answer) else self._plain(answer, body) for answer in answers]
        else:
            is_scripted = not isinstance(status, int)
            script = [
                Answer(
                    status=code,
                    body=None if is_scripted and code >= 400 else body,
                    headers=dict(headers or {}),
                    latency=delay,
                    chunk=chunk,
                    chunk_delay=chunk_delay,
                    fail=failure,
                )
                for code, delay, failure in _zip_longest([_as_list(status), _as_list(latency), _as_list(fail)])
            ]
        self._routes[method.upper() if method else None, path] = Route(script, handler)

    @staticmethod
    def _plain(status: int, body: Body) -> Answer:
        return Answer(status, body if status < 400 else None)

    def rate_limit(self, n: int, per: float) -> None:
        """From now on at most `n` requests are answered within any `per` seconds; others get 429 and `Retry-After`."""
        self._limit = (n, per)
        self._accepted.clear()

    def fail(self, how: SiteFail) -> None:
        """From now on no request gets through: connections are refused, never answered, or reset."""
        network = _network()
        self.recover()
        {"refuse": network.refuse, "blackhole": network.black_hole, "reset": network.reset}[how](self.host, self.port)
        network.cut(self.host, self.port)
        self._fail = how

    def recover(self) -> None:
        """Ends what `fail` began."""
        if self._fail is not None:
            _network().restore(self.host, self.port)
            self._fail = None

    async def __aenter__(self) -> Site:
        loop = asyncio.get_running_loop()
        self._server = await loop.create_server(lambda: _Connection(self._serve), self.host, self.port)
        return self

    async def __aexit__(self, *exc: object) -> None:
        self.recover()
        server, self._server = self._server, None
        if server is not None:
            server.close()
        for task in self._tasks:
            task.cancel()
        await asyncio.gather(*self._tasks, return_exceptions=True)
        if server is not None:
            await server.wait_closed()

    async def _serve(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        self.connections += 1
        task = asyncio.current_task()
        assert task is not None
        self._tasks.add(task)
        try:
            with contextlib.suppress(_Disconnect, OSError, MessageError, asyncio.IncompleteReadError):
                while await self._serve_one(reader, writer):
                    pass
        except asyncio.CancelledError:  # by the site itself, when it closes or the client has gone
            writer.transport.abort()
        finally:
            self._tasks.discard(task)
            writer.close()

    async def _serve_one(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> bool:
        """Answers one request; false when the connection ends after it."""
        head = await read_head(reader)
        if head is None:
            return False
        start, headers = head
        method, target, _version = start.split(" ")
        parts = urlsplit(target)
        arrived = asyncio.get_running_loop().time()
        request = Request(method, parts.path, dict(parse_qsl(parts.query)), arrived, headers)
        self.requests.append(request)
        self._at_once += 1
        self.most_at_once = max(self.most_at_once, self._at_once)
        connection = writer.transport.get_protocol()
        assert isinstance(connection, _Connection)
        connection.answering = asyncio.current_task()
        try:
            request.body = b"".join([piece async for piece in read_body(reader, headers, to_end=False)])
            await self._send(writer, request, await self._answer(request))
        finally:
            connection.answering = None
            self._at_once -= 1
        return is_kept(start, headers)

    async def _answer(self, request: Request) -> Answer:
        refusal = self._check_limit(request.time)
        if refusal is not None:
            return refusal
        route = self._find_route(request)
        if route is None:
            return Answer(404)
        answer = route.next_answer()
        if answer.latency > 0:
            await asyncio.sleep(answer.latency)
        if answer.fail is not None:
            return answer
        return await route.call_handler(request, answer)

    def _find_route(self, request: Request) -> Route | None:
        for method in (request.method, None):
            if (method, request.path) in self._routes:
                return self._routes[method, request.path]
        matches = [
            (len(path), route)
            for (method, path), route in self._routes.items()
            if path.endswith("*") and request.path.startswith(path[:-1]) and method in (request.method, None)
        ]
        return max(matches, key=lambda match: match[0])[1] if matches else None

    def _check_limit(self, now: float) -> Answer | None:
        if self._limit is None:
            return None
        n, per = self._limit
        while self._accepted and self._accepted[0] <= now - per + _EPSILON:
            self._accepted.popleft()
        if len(self._accepted) < n:
            self._accepted.append(now)
            return None
        wait = self._accepted[0] + per - now
        return Answer(429, headers={"Retry-After": str(math.ceil(wait - _EPSILON))})

    async def _send(self, writer: asyncio.StreamWriter, request: Request, answer: Answer) -> None:
        if answer.fail == "blackhole":
            await asyncio.get_running_loop().create_future()
        if answer.fail == "disconnect":
            raise _Disconnect
        body, kind = answer.encode()
        headers = Headers({"Content-Type": kind, **answer.headers})
        if isinstance(body, bytes):
            headers["Content-Length"] = str(len(body))
            pieces = _cut(body, answer)
        else:
            headers["Transfer-Encoding"] = "chunked"
            pieces = _frame(body)
        writer.write(write_head(f"HTTP/1.1 {answer.status} {answer.reason}", headers))
        if request.method == "HEAD" or answer.status in (204, 304):
            await writer.drain()
            return
        if answer.fail == "reset":
            await self._tear(writer, body if isinstance(body, bytes) else b"")
        async for piece in pieces:
            writer.write(piece)
            await writer.drain()

    async def _tear(self, writer: asyncio.StreamWriter, body: bytes) -> None:
        writer.write(body[: len(body) // 2])
        await writer.drain()
        await asyncio.sleep(0.01)  # so that what was sent is read before the reset overtakes it
        writer.transport.abort()
        raise _Disconnect


async def _cut(body: bytes, answer: Answer) -> AsyncIterator[bytes]:
    size = answer.chunk or max(len(body), 1)
    for start in range(0, len(body), size):
        if start > 0 and answer.chunk_delay > 0:
            await asyncio.sleep(answer.chunk_delay)
        yield body[start : start + size]


async def _frame(body: AsyncIterator[bytes]) -> AsyncIterator[bytes]:
    async for piece in body:
        if piece:
            yield f"{len(piece):x}\r\n".encode() + piece + b"\r\n"
    yield b"0\r\n\r\n"


def _as_list(value: Any) -> list[Any]:
    return list(value) if isinstance(value, Sequence) and not isinstance(value, str) else [value]


def _zip_longest(scripts: Sequence[list[Any]]) -> list[tuple[Any, ...]]:
    """Row by row; a script that is shorter repeats its last value."""
    length = max(map(len, scripts))
    return [tuple(script[min(row, len(script) - 1)] for script in scripts) for row in range(length)]


def _network() -> Any:
    from simulation import current  # only a simulated network has faults; the rest works on a real one

    return current().network
