"""How long a request may take."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass, field
from typing import Any


@dataclass(frozen=True)
class ClientTimeout:
    """`aiohttp.ClientTimeout`: seconds, `None` for no limit.

    `total`: the whole request with its body. `connect`: waiting for a free connection and connecting.
    `sock_connect`: connecting alone. `sock_read`: silence between two pieces.
    """

    total: float | None = None
    connect: float | None = None
    sock_read: float | None = None
    sock_connect: float | None = None


DEFAULT_TIMEOUT = ClientTimeout(total=300, sock_connect=30)


def as_timeout(timeout: Any) -> ClientTimeout:
    """aiohttp takes a `ClientTimeout`, and `None` for no limit; a bare number is a common mistake."""
    if timeout is None:
        return ClientTimeout()
    if not isinstance(timeout, ClientTimeout):
        raise ValueError(f"timeout parameter cannot be of {type(timeout)} type, please use ClientTimeout(total=...)")
    return timeout


@dataclass
class Deadline:
    """The `total` of one request, which goes on while its body is read."""

    timeout: ClientTimeout
    started: float = field(default_factory=lambda: asyncio.get_running_loop().time())

    @asynccontextmanager
    async def apply(self) -> AsyncIterator[None]:
        """:raises TimeoutError: when the total is used up"""
        total = self.timeout.total
        async with asyncio.timeout_at(None if not total else self.started + total):
            yield
