"""The client: `aiohttp.ClientSession`."""

from __future__ import annotations

import json as json_module
from collections.abc import Coroutine, Generator, Mapping
from typing import Any
from urllib.parse import urlencode, urljoin, urlsplit

from .connector import Connection, TCPConnector
from .errors import (
    ClientConnectionError,
    ClientOSError,
    ClientResponseError,
    InvalidURL,
    ServerDisconnectedError,
    TooManyRedirects,
)
from .headers import Headers
from .message import is_kept, read_body, read_head, write_head
from .response import ClientResponse, StreamReader, limit_silence
from .timeout import DEFAULT_TIMEOUT, ClientTimeout, Deadline, as_timeout

REDIRECTS = (301, 302, 303, 307, 308)
_UNSET: Any = object()


class ClientSession:
    """`aiohttp.ClientSession`: sends requests, and keeps connections for the next ones.

    `base_url` stands before addresses without a host; `headers` go with every request; `raise_for_status=True` asks
    every response. Without a `connector` at most 100 connections are open at once.
    """

    def __init__(
        self,
        base_url: str | None = None,
        *,
        connector: TCPConnector | None = None,
        headers: Mapping[str, str] | None = None,
        timeout: ClientTimeout | None = DEFAULT_TIMEOUT,
        raise_for_status: bool = False,
    ) -> None:
        self._base_url = base_url
        self._connector = connector or TCPConnector()
        self._headers = Headers(headers or {})
        self._timeout = as_timeout(timeout)
        self._raise_for_status = raise_for_status

    @property
    def closed(self) -> bool:
        return self._connector.closed

    @property
    def headers(self) -> Headers:
        return self._headers

    @property
    def timeout(self) -> ClientTimeout:
        return self._timeout

    async def close(self) -> None:
        await self._connector.close()

    async def __aenter__(self) -> ClientSession:
        return self

    async def __aexit__(self, *exc: object) -> None:
        await self.close()

    def get(self, url: str, **options: Any) -> PendingResponse:
        return self.request("GET", url, **options)

    def head(self, url: str, **options: Any) -> PendingResponse:
        return self.request("HEAD", url, **{"allow_redirects": False, **options})

    def options(self, url: str, **options: Any) -> PendingResponse:
        return self.request("OPTIONS", url, **options)

    def post(self, url: str, **options: Any) -> PendingResponse:
        return self.request("POST", url, **options)

    def put(self, url: str, **options: Any) -> PendingResponse:
        return self.request("PUT", url, **options)

    def patch(self, url: str, **options: Any) -> PendingResponse:
        return self.request("PATCH", url, **options)

    def delete(self, url: str, **options: Any) -> PendingResponse:
        return self.request("DELETE", url, **options)

    def request(
        self,
        method: str,
        url: str,
        *,
        params: Mapping[str, Any] | None = None,
        json: Any = None,
        data: bytes | str | Mapping[str, Any] | None = None,
        headers: Mapping[str, str] | None = None,
        timeout: ClientTimeout | None = _UNSET,
        allow_redirects: bool = True,
        max_redirects: int = 10,
        raise_for_status: bool | None = None,
    ) -> PendingResponse:
        """A request, to be used as `async with session.get(…) as response` or as `await session.get(…)`."""
        fields = Headers({**self._headers, **(headers or {})})
        body = _encode(json, data, fields)
        limit = self._timeout if timeout is _UNSET else as_timeout(timeout)
        is_raising = self._raise_for_status if raise_for_status is None else raise_for_status

        async def send() -> ClientResponse:
            if self.closed:
                raise RuntimeError("Session is closed")
            address = self._address(url, params)
            response = await self._follow(
                method.upper(), address, fields, body, Deadline(limit), max_redirects if allow_redirects else None
            )
            if is_raising:
                response.raise_for_status()
            return response

        return PendingResponse(send())

    def _address(self, url: str, params: Mapping[str, Any] | None) -> str:
        address = urljoin(self._base_url, url) if self._base_url is not None else url
        parts = urlsplit(address)
        if parts.scheme != "http" or not parts.hostname:
            raise InvalidURL(address if parts.scheme != "https" else f"{address}: there is no TLS here, use http://")
        query = urlencode(params or {}, doseq=True)
        joined = "&".join(part for part in (parts.query, query) if part)
        return parts._replace(path=parts.path or "/", query=joined, fragment="").geturl()

    async def _follow(
        self, method: str, url: str, headers: Headers, body: bytes, deadline: Deadline, redirects: int | None
    ) -> ClientResponse:
        history: list[ClientResponse] = []
        while True:
            response = await self._send(method, url, headers, body, deadline)
            response.history = tuple(history)
            if redirects is None or response.status not in REDIRECTS or "Location" not in response.headers:
                return response
            history.append(response)
            await response.read()
            if len(history) > redirects:
                raise TooManyRedirects(url, status=response.status, message=response.reason, headers=response.headers)
            url = urljoin(url, response.headers["Location"])
            if response.status == 303 or (response.status in (301, 302) and method == "POST"):
                method, body = "GET", b""
                headers = Headers({k: v for k, v in headers.items() if k.lower() not in ("content-type",)})

    async def _send(self, method: str, url: str, headers: Headers, body: bytes, deadline: Deadline) -> ClientResponse:
        parts = urlsplit(url)
        host, port = parts.hostname or "", parts.port or 80
        target = parts._replace(scheme="", netloc="").geturl()
        sent = Headers({"Host": parts.netloc, "Accept": "*/*", "User-Agent": "simweb", **headers})
        if body or method in ("POST", "PUT", "PATCH"):
            sent["Content-Length"] = str(len(body))
        head = write_head(f"{method} {target} HTTP/1.1", sent)
        async with deadline.apply():
            connection = await self._connector.acquire((host, port), deadline.timeout)
            try:
                connection.writer.write(head + body)
                await connection.writer.drain()
                async with limit_silence(deadline):
                    answer = await read_head(connection.reader)
                if answer is None:
                    raise ServerDisconnectedError
                return self._receive(method, url, connection, *answer, deadline)
            except BaseException as error:
                self._connector.release(connection, keep=False)
                if isinstance(error, OSError) and not isinstance(error, ClientConnectionError | TimeoutError):
                    raise ClientOSError(error.errno, error.strerror) from error
                if isinstance(error, ValueError):
                    raise ClientResponseError(url, status=400, message=str(error)) from error
                raise

    def _receive(
        self, method: str, url: str, connection: Connection, start: str, headers: Headers, deadline: Deadline
    ) -> ClientResponse:
        _version, status, *reason = start.split(" ", 2)
        is_empty = method == "HEAD" or status in ("204", "304")
        has_end = is_empty or "Content-Length" in headers or "Transfer-Encoding" in headers
        is_held = True

        def release(is_complete: bool) -> None:
            nonlocal is_held
            if is_held:
                is_held = False
                self._connector.release(connection, keep=is_complete and has_end and is_kept(start, headers))

        body = read_body(connection.reader, Headers() if is_empty else headers, to_end=not is_empty)
        content = StreamReader(body, deadline, release)
        if is_empty or headers.get("Content-Length") == "0":
            content.finish()
        return ClientResponse(
            method=method, url=url, status=int(status), reason="".join(reason), headers=headers, content=content
        )


class PendingResponse:
    """A request that is sent when it is awaited or entered."""

    def __init__(self, sending: Coroutine[Any, Any, ClientResponse]) -> None:
        self._sending = sending

    def __await__(self) -> Generator[Any, Any, ClientResponse]:
        return self._sending.__await__()

    async def __aenter__(self) -> ClientResponse:
        self._response = (await self._sending).enter()
        return self._response

    async def __aexit__(self, *exc: object) -> None:
        self._response.release()


def _encode(json: Any, data: bytes | str | Mapping[str, Any] | None, headers: Headers) -> bytes:
    if json is not None:
        if data is not None:
            raise ValueError("data and json parameters can not be used at the same time")
        headers.setdefault("Content-Type", "application/json")
        return json_module.dumps(json).encode()
    if isinstance(data, Mapping):
        headers.setdefault("Content-Type", "application/x-www-form-urlencoded")
        return urlencode(data, doseq=True).encode()
    if isinstance(data, str):
        headers.setdefault("Content-Type", "text/plain; charset=utf-8")
        return data.encode()
    return data or b""
