"""A network in memory: hosts with names and addresses, ports, and faults.

Names are made known by a server that listens on them, by `add_host` or by a fault; any other name fails to resolve.
`localhost`, `127.0.0.1` and the wildcard addresses are one host. Error numbers are those of Linux, since Pyodide has
its own that no reader would find anywhere.
"""

from __future__ import annotations

import asyncio
import itertools
import re
import socket
from collections.abc import Callable
from typing import Any, Literal

from .socket_name import Address, ListeningSocket
from .transport import MemoryTransport

LATENCY = 0.0005
"""Seconds that bytes are under way: a round trip takes a millisecond, as within a data center."""
SYN_TIMEOUT = 127.0
"""Seconds after which Linux gives up connecting to a host that does not answer."""
LOCAL = "127.0.0.1"
_LOCAL_NAMES = {"localhost", LOCAL, "0.0.0.0", "::1", "::", "", None}
_IS_ADDRESS = re.compile(r"\d+\.\d+\.\d+\.\d+")

Fault = Literal["refuse", "blackhole", "reset"]


class _ResettingProtocol(asyncio.Protocol):
    """Takes a connection, and resets it as soon as something is sent."""

    def connection_made(self, transport: Any) -> None:
        self._transport = transport

    def data_received(self, data: bytes) -> None:
        self._transport.abort()


class Network:
    """What `asyncio.open_connection` and `asyncio.start_server` reach."""

    def __init__(self, latency: float = LATENCY) -> None:
        self.latency = latency
        self._addresses: dict[str, str] = {}
        self._faults: dict[tuple[str, int | None], Fault] = {}
        self._listening: dict[Address, tuple[ListeningSocket, Callable[[], Any] | None, Any]] = {}
        self._ports = itertools.count(49152)
        # Held here, so that when a connection ends never depends on the garbage collector.
        self._connections: dict[MemoryTransport, None] = {}

    # Names and faults

    def add_host(self, name: str) -> str:
        """Makes a name known; returns its address."""
        if name in _LOCAL_NAMES:
            return LOCAL
        if _IS_ADDRESS.fullmatch(name):
            return name
        return self._addresses.setdefault(name, f"10.0.0.{len(self._addresses) + 1}")

    def resolve(self, name: str | None) -> str:
        """The address of a host.

        :raises socket.gaierror: when no such name is known
        """
        if name in _LOCAL_NAMES:
            return LOCAL
        assert name is not None
        if _IS_ADDRESS.fullmatch(name):
            return name
        if name not in self._addresses:
            raise socket.gaierror(-2, "Name or service not known")
        return self._addresses[name]

    def refuse(self, host: str, port: int | None = None) -> None:
        """From now on the host (or one port of it) refuses connections at once, as if nothing listened."""
        self._faults[self.add_host(host), port] = "refuse"

    def black_hole(self, host: str, port: int | None = None) -> None:
        """From now on connecting gets no answer at all, and fails only after two minutes."""
        self._faults[self.add_host(host), port] = "blackhole"

    def reset(self, host: str, port: int | None = None) -> None:
        """From now on connections are made, and reset as soon as something is sent."""
        self._faults[self.add_host(host), port] = "reset"

    def restore(self, host: str, port: int | None = None) -> None:
        """Ends a fault."""
        self._faults.pop((self.add_host(host), port), None)

    def cut(self, host: str, port: int) -> None:
        """Breaks every connection to a port at once, at both ends."""
        place = (self.add_host(host), port)
        for transport in list(self._connections):
            if place in (transport.get_extra_info("sockname"), transport.get_extra_info("peername")):
                transport.cut()

    # What the loop calls

    def bind(self, host: str | None, port: int | None) -> ListeningSocket:
        address = self.add_host(host) if host is not None else LOCAL
        name = (address, port or next(self._ports))
        return self._bind(name, f"error while attempting to bind on address {name!r}: address already in use")

    def bind_path(self, path: str) -> ListeningSocket:
        return self._bind(path, f"Address {path!r} is already in use")

    def _bind(self, name: Address, message: str) -> ListeningSocket:
        if name in self._listening:
            raise OSError(98, message)
        bound = ListeningSocket(name)
        self._listening[name] = (bound, None, None)
        return bound

    def listen(self, factory: Callable[[], Any], bound: ListeningSocket, server: Any) -> None:
        self._listening[bound.getsockname()] = (bound, factory, server)

    def release(self, bound: ListeningSocket) -> None:
        name = bound.getsockname()
        if self._listening.get(name, (None,))[0] is bound:
            del self._listening[name]

    async def connect(
        self, loop: asyncio.AbstractEventLoop, factory: Callable[[], Any], host: str | None, port: int
    ) -> tuple[MemoryTransport, Any]:
        address = self.resolve(host)
        place = (address, port)
        fault = self._faults.get(place) or self._faults.get((address, None))
        if fault == "blackhole":
            await asyncio.sleep(SYN_TIMEOUT)
            raise TimeoutError(110, f"Connect call failed {place!r}")
        await asyncio.sleep(2 * self.latency)
        if fault == "reset":
            return self._connect(loop, factory, _ResettingProtocol, place, None)
        _, accept, server = self._listening.get(place, (None, None, None))
        if accept is None or fault == "refuse":
            raise ConnectionRefusedError(111, f"Connect call failed {place!r}")
        return self._connect(loop, factory, accept, place, server)

    async def connect_path(
        self, loop: asyncio.AbstractEventLoop, factory: Callable[[], Any], path: str
    ) -> tuple[MemoryTransport, Any]:
        await asyncio.sleep(0)
        if path not in self._listening:
            raise FileNotFoundError(2, "No such file or directory")
        _, accept, server = self._listening[path]
        if accept is None:
            raise ConnectionRefusedError(111, "Connection refused")
        return self._connect(loop, factory, accept, path, server)

    def _connect(
        self,
        loop: asyncio.AbstractEventLoop,
        factory: Callable[[], Any],
        accept: Callable[[], Any],
        place: Address,
        server: Any,
    ) -> tuple[MemoryTransport, Any]:
        own: Address = "" if isinstance(place, str) else (LOCAL, next(self._ports))
        near, far = factory(), accept()
        client = MemoryTransport(loop, near, self, sockname=own, peername=place)
        accepted = MemoryTransport(loop, far, self, sockname=place, peername=own)
        client.join(accepted)
        self._connections.update({client: None, accepted: None})
        if server is not None:
            accepted.attach(server)
        far.connection_made(accepted)
        near.connection_made(client)
        return client, near

    def forget(self, transport: MemoryTransport) -> None:
        self._connections.pop(transport, None)
