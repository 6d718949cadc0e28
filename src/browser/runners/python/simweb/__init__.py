"""A small web in memory: an HTTP client with the names of aiohttp, and sites that answer as a test tells them to.

It speaks HTTP/1.1 over plain asyncio streams, so it works on the simulated network and, with real hosts, on a real one.

>>> async with Site("api.test") as site, ClientSession() as session:
...     site.route("/price", body={"eur": 12}, latency=0.3)
...     async with session.get("http://api.test/price") as response:
...         print(response.status, await response.json())
200 {'eur': 12}

The client (`session.py`, `response.py`, `errors.py`) mirrors `aiohttp.ClientSession` and what belongs to it; code for
it runs on aiohttp after `import aiohttp` and the prefix. The server (`site.py`) mirrors nothing: it is a test double.
"""

from .connector import TCPConnector
from .errors import (
    ClientConnectionError,
    ClientConnectorDNSError,
    ClientConnectorError,
    ClientError,
    ClientOSError,
    ClientPayloadError,
    ClientResponseError,
    ConnectionTimeoutError,
    ContentTypeError,
    InvalidURL,
    ServerConnectionError,
    ServerDisconnectedError,
    ServerTimeoutError,
    SocketTimeoutError,
    TooManyRedirects,
)
from .headers import Headers
from .response import ClientResponse, StreamReader
from .route import Answer, Request
from .session import ClientSession
from .site import Site
from .timeout import ClientTimeout

__all__ = [
    "Answer",
    "ClientConnectionError",
    "ClientConnectorDNSError",
    "ClientConnectorError",
    "ClientError",
    "ClientOSError",
    "ClientPayloadError",
    "ClientResponse",
    "ClientResponseError",
    "ClientSession",
    "ClientTimeout",
    "ConnectionTimeoutError",
    "ContentTypeError",
    "Headers",
    "InvalidURL",
    "Request",
    "ServerConnectionError",
    "ServerDisconnectedError",
    "ServerTimeoutError",
    "Site",
    "SocketTimeoutError",
    "StreamReader",
    "TCPConnector",
    "TooManyRedirects",
]
