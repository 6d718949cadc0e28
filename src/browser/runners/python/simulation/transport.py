"""One end of a connection in memory."""

from __future__ import annotations

import asyncio
from asyncio import transports
from collections import deque
from typing import TYPE_CHECKING, Any, Literal

from .socket_name import Address, NamedSocket

if TYPE_CHECKING:
    from .network import Network

Kind = Literal["data", "end", "reset"]
Packet = tuple[Kind, bytes]
RESET = 104, "Connection reset by peer"
DEFAULT_HIGH = 64 * 1024


class MemoryTransport(transports.Transport):
    """Carries bytes to its peer after the network's latency, in order.

    Bytes that the peer's protocol has not taken count as buffered, so that a slow reader makes `drain()` wait, as full
    kernel buffers do. Closing sends what is buffered, then the end; aborting resets the connection, and so does
    writing to an end that is closed.
    """

    def __init__(
        self, loop: asyncio.AbstractEventLoop, protocol: Any, network: Network, sockname: Address, peername: Address
    ) -> None:
        names = {"sockname": sockname, "peername": peername, "socket": NamedSocket(sockname, peername)}
        super().__init__(names)
        self._loop = loop
        self._protocol = protocol
        self._network = network
        self._peer: MemoryTransport | None = None
        self._server: Any = None
        self._is_closing = self._is_lost = self._has_ended = False
        self._is_reading = True
        self._is_writing_paused = False
        self._buffered = 0
        self._high, self._low = DEFAULT_HIGH, DEFAULT_HIGH // 4
        self._inbox: deque[Packet] = deque()
        self._last_arrival = 0.0

    def join(self, peer: MemoryTransport) -> None:
        self._peer, peer._peer = peer, self

    def attach(self, server: Any) -> None:
        """Counts this end among the connections of an asyncio server."""
        self._server = server
        server._attach(*self._as_client(server))

    # What protocols and streams call

    def get_protocol(self) -> Any:
        return self._protocol

    def set_protocol(self, protocol: Any) -> None:
        self._protocol = protocol

    def is_closing(self) -> bool:
        return self._is_closing

    def is_reading(self) -> bool:
        return self._is_reading and not self._is_closing

    def pause_reading(self) -> None:
        self._is_reading = False

    def resume_reading(self) -> None:
        self._is_reading = True
        while self._inbox and self.is_reading():
            self._take(*self._inbox.popleft())

    def set_write_buffer_limits(self, high: int | None = None, low: int | None = None) -> None:
        if high is None:
            high = DEFAULT_HIGH if low is None else 4 * low
        if low is None:
            low = high // 4
        if not high >= low >= 0:
            raise ValueError(f"high ({high!r}) must be >= low ({low!r}) must be >= 0")
        self._high, self._low = high, low
        self._pause_if_full()

    def get_write_buffer_limits(self) -> tuple[int, int]:
        return self._low, self._high

    def get_write_buffer_size(self) -> int:
        return self._buffered

    def write(self, data: bytes | bytearray | memoryview) -> None:
        if not isinstance(data, bytes | bytearray | memoryview):
            raise TypeError(f"data argument must be a bytes-like object, not {type(data).__name__!r}")
        if self._has_ended:
            raise RuntimeError("Cannot call write() after write_eof()")
        if self._is_closing or not data:
            return
        self._buffered += len(data)
        self._send("data", bytes(data))
        self._pause_if_full()

    def writelines(self, lines: Any) -> None:
        self.write(b"".join(lines))

    def can_write_eof(self) -> bool:
        return True

    def write_eof(self) -> None:
        if self._is_closing or self._has_ended:
            return
        self._has_ended = True
        self._send("end")

    def close(self) -> None:
        if self._is_closing:
            return
        self._is_closing = True
        self._inbox.clear()
        if not self._has_ended:
            self._send("end")
        if not self._is_writing_paused:  # otherwise once the peer has taken enough
            self._loop.call_soon(self._lose, None)

    def abort(self) -> None:
        if self._is_lost:
            return
        self._is_closing = True
        self._inbox.clear()
        self._send("reset")
        self._loop.call_soon(self._lose, None)

    def cut(self) -> None:
        """Loses the connection, as if the cable were pulled and noticed at once."""
        self._is_closing = True
        self._inbox.clear()
        self._loop.call_soon(self._lose, ConnectionResetError(*RESET))

    # Between the two ends

    def _send(self, kind: Kind, data: bytes = b"") -> None:
        peer = self._peer
        assert peer is not None
        arrival = max(self._loop.time() + self._network.latency, self._last_arrival)
        self._last_arrival = arrival
        self._loop.call_at(arrival, peer._arrive, kind, data)

    def _arrive(self, kind: Kind, data: bytes) -> None:
        peer = self._peer
        assert peer is not None
        if kind == "reset":
            self._inbox.clear()
            self._is_closing = True
            self._lose(ConnectionResetError(*RESET))
        elif self._is_closing:
            if kind == "data":  # a closed end answers data with a reset
                peer._forget(len(data))
                self._send("reset")
        elif self._inbox or not self._is_reading:
            self._inbox.append((kind, data))
        else:
            self._take(kind, data)

    def _take(self, kind: Kind, data: bytes) -> None:
        peer = self._peer
        assert peer is not None
        if kind == "data":
            self._protocol.data_received(data)
            peer._forget(len(data))
        elif not self._protocol.eof_received():
            self.close()

    def _pause_if_full(self) -> None:
        if self._buffered > self._high and not self._is_writing_paused:
            self._is_writing_paused = True
            self._protocol.pause_writing()

    def _forget(self, count: int) -> None:
        """The peer has taken `count` bytes."""
        self._buffered -= count
        if not self._is_writing_paused or self._buffered > self._low:
            return
        self._is_writing_paused = False
        if self._is_lost:
            return
        if self._is_closing:
            self._loop.call_soon(self._lose, None)
        else:
            self._protocol.resume_writing()

    def _lose(self, error: Exception | None) -> None:
        if self._is_lost:
            return
        self._is_lost = True
        self._network.forget(self)
        try:
            self._protocol.connection_lost(error)
        finally:
            server, self._server = self._server, None
            if server is not None:
                server._detach(*self._as_client(server))

    def _as_client(self, server: Any) -> tuple[MemoryTransport, ...]:
        """Before Python 3.13 a server only counted its connections."""
        return (self,) if hasattr(server, "_clients") else ()
