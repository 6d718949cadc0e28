"""What the client raises: the hierarchy of `aiohttp.client_exceptions`.

    ClientError
    ├── ClientConnectionError
    │   ├── ClientOSError (OSError)             reset while the request was sent or awaited
    │   │   └── ClientConnectorError            refused
    │   │       └── ClientConnectorDNSError     no such name
    │   └── ServerConnectionError
    │       ├── ServerDisconnectedError         closed before it answered
    │       └── ServerTimeoutError (TimeoutError)
    │           ├── ConnectionTimeoutError      `ClientTimeout(sock_connect=…)`
    │           └── SocketTimeoutError          `ClientTimeout(sock_read=…)`
    ├── ClientPayloadError                      ended within the body
    ├── ClientResponseError                     `raise_for_status()`
    │   ├── ContentTypeError                    `json()` on what is not JSON
    │   └── TooManyRedirects
    └── InvalidURL (ValueError)

`ClientTimeout(total=…)` raises a plain `TimeoutError`, which is no `ClientError`, as in aiohttp.
"""

from __future__ import annotations

from .headers import Headers


class ClientError(Exception):
    """Base class of everything here."""


class ClientConnectionError(ClientError):
    """The connection failed."""


class ClientOSError(ClientConnectionError, OSError):
    """The connection failed with an `OSError`."""


class ClientConnectorError(ClientOSError):
    """No connection could be made."""

    def __init__(self, host: str, port: int, os_error: OSError) -> None:
        super().__init__(os_error.errno, os_error.strerror)
        self.host = host
        self.port = port
        self.os_error = os_error

    def __str__(self) -> str:
        return f"Cannot connect to host {self.host}:{self.port} [{self.strerror}]"


class ClientConnectorDNSError(ClientConnectorError):
    """The name did not resolve."""


class ServerConnectionError(ClientConnectionError):
    """The server broke the connection."""


class ServerDisconnectedError(ServerConnectionError):
    """The server closed the connection before it answered."""

    def __init__(self) -> None:
        super().__init__("Server disconnected")


class ServerTimeoutError(ServerConnectionError, TimeoutError):
    """The server took too long."""


class ConnectionTimeoutError(ServerTimeoutError):
    """Connecting took too long."""


class SocketTimeoutError(ServerTimeoutError):
    """Nothing arrived for too long."""


class ClientPayloadError(ClientError):
    """The connection ended within the body."""


class InvalidURL(ClientError, ValueError):
    """Not an http:// address."""


class ClientResponseError(ClientError):
    """The answer is not what was asked for."""

    def __init__(self, url: str, *, status: int = 0, message: str = "", headers: Headers | None = None) -> None:
        super().__init__(url, status, message)
        self.url = url
        self.status = status
        self.message = message
        self.headers = headers

    def __str__(self) -> str:
        return f"{self.status}, message={self.message!r}, url={self.url!r}"


class ContentTypeError(ClientResponseError):
    """The body is not of the type that was asked for."""


class TooManyRedirects(ClientResponseError):
    """Redirected too often."""
