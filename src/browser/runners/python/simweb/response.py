"""What the client gets back: `aiohttp.ClientResponse` and its `content`."""

from __future__ import annotations

import asyncio
import json
from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager
from typing import Any

from .errors import ClientPayloadError, ClientResponseError, ContentTypeError, SocketTimeoutError
from .headers import Headers
from .message import media_type
from .timeout import Deadline


class StreamReader:
    """`aiohttp.StreamReader`: the body as it arrives."""

    def __init__(self, pieces: AsyncIterator[bytes], deadline: Deadline, on_end: Callable[[bool], None]) -> None:
        self._pieces = pieces
        self._deadline = deadline
        self._on_end = on_end
        self._buffer = bytearray()
        self._error: BaseException | None = None
        self._is_at_end = False

    def at_eof(self) -> bool:
        """Whether everything has been read."""
        return self._is_at_end and not self._buffer

    async def readany(self) -> bytes:
        """What has arrived, waiting for at least a byte; empty at the end."""
        if not self._buffer:
            await self._fetch()
        return self._take(len(self._buffer))

    async def read(self, n: int = -1) -> bytes:
        """Up to `n` bytes, or everything."""
        if n < 0:
            while await self._fetch():
                pass
            return self._take(len(self._buffer))
        if n > 0 and not self._buffer:
            await self._fetch()
        return self._take(n)

    async def readexactly(self, n: int) -> bytes:
        """:raises asyncio.IncompleteReadError: when the body is shorter"""
        while len(self._buffer) < n and await self._fetch():
            pass
        if len(self._buffer) < n:
            raise asyncio.IncompleteReadError(self._take(n), n)
        return self._take(n)

    async def readline(self) -> bytes:
        """Up to and with the next newline; empty at the end."""
        while (end := self._buffer.find(b"\n")) < 0 and await self._fetch():
            pass
        return self._take(end + 1 if end >= 0 else len(self._buffer))

    async def iter_chunked(self, n: int) -> AsyncIterator[bytes]:
        """Pieces of at most `n` bytes, as they arrive."""
        while piece := await self.read(n):
            yield piece

    async def iter_any(self) -> AsyncIterator[bytes]:
        """Pieces as they arrive."""
        while piece := await self.readany():
            yield piece

    async def __aiter__(self) -> AsyncIterator[bytes]:
        while line := await self.readline():
            yield line

    def _take(self, n: int) -> bytes:
        taken = bytes(self._buffer[:n])
        del self._buffer[:n]
        return taken

    async def _fetch(self) -> bool:
        """Waits for a piece; false at the end."""
        if self._error is not None:
            raise self._error
        if self._is_at_end:
            return False
        try:
            async with self._deadline.apply(), limit_silence(self._deadline):
                piece = await anext(self._pieces, b"")
        except (OSError, asyncio.IncompleteReadError, ValueError) as error:
            if isinstance(error, TimeoutError):
                self._fail(error)
                raise
            failure = ClientPayloadError(f"Response payload is not completed: {error!r}")
            self._fail(failure)
            raise failure from error
        except BaseException as error:
            self._fail(error)
            raise
        if not piece:
            self.finish()
            return False
        self._buffer += piece
        return True

    def finish(self) -> None:
        """Nothing more will come: the connection may serve the next request."""
        self._is_at_end = True
        self._on_end(True)

    def release(self) -> None:
        """Gives the connection back: for the next request if the body was read to its end."""
        self._on_end(self._is_at_end)

    def close(self) -> None:
        """Gives the connection back, closed."""
        self._on_end(False)

    def _fail(self, error: BaseException) -> None:
        self._error = error
        self._on_end(False)


@asynccontextmanager
async def limit_silence(deadline: Deadline) -> AsyncIterator[None]:
    """`ClientTimeout(sock_read=…)`."""
    limit = asyncio.timeout(deadline.timeout.sock_read)
    try:
        async with limit:
            yield
    except TimeoutError as error:
        if limit.expired():
            raise SocketTimeoutError("Timeout on reading data from socket") from error
        raise


class ClientResponse:
    """`aiohttp.ClientResponse`. Its connection is free again once the body is read or the response is released."""

    def __init__(
        self, *, method: str, url: str, status: int, reason: str, headers: Headers, content: StreamReader
    ) -> None:
        self.method = method
        self.url = url
        self.status = status
        self.reason = reason
        self.headers = headers
        self.content = content
        self.history: tuple[ClientResponse, ...] = ()
        self._body: bytes | None = None
        self._is_entered = False

    @property
    def ok(self) -> bool:
        return self.status < 400

    @property
    def content_type(self) -> str:
        return media_type(self.headers)

    @property
    def content_length(self) -> int | None:
        return int(self.headers["Content-Length"]) if "Content-Length" in self.headers else None

    async def read(self) -> bytes:
        if self._body is None:
            self._body = await self.content.read()
        return self._body

    async def text(self, encoding: str = "utf-8", errors: str = "strict") -> str:
        return (await self.read()).decode(encoding, errors)

    async def json(self, *, content_type: str | None = "application/json") -> Any:
        """:raises ContentTypeError: when the body says that it is something else; `content_type=None` does not ask"""
        if content_type is not None and self.content_type != content_type:
            message = f"Attempt to decode JSON with unexpected mimetype: {self.content_type}"
            raise ContentTypeError(self.url, status=self.status, message=message, headers=self.headers)
        return json.loads(await self.text())

    def raise_for_status(self) -> None:
        """:raises ClientResponseError: when the status is 400 or more"""
        if not self.ok:
            if not self._is_entered:
                self.release()
            raise ClientResponseError(self.url, status=self.status, message=self.reason, headers=self.headers)

    def release(self) -> None:
        """Gives the connection back, closed if the body was not read."""
        self.content.release()

    def close(self) -> None:
        self.content.close()

    async def __aenter__(self) -> ClientResponse:
        return self.enter()

    def enter(self) -> ClientResponse:
        """From now on leaving the `async with` releases it."""
        self._is_entered = True
        return self

    async def __aexit__(self, *exc: object) -> None:
        self.release()

    def __repr__(self) -> str:
        return f"<ClientResponse({self.url}) [{self.status} {self.reason}]>"
