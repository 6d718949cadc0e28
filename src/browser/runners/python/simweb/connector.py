"""Connections, kept open for the next request to the same host."""

from __future__ import annotations

import asyncio
import socket
from collections import defaultdict, deque
from dataclasses import dataclass

from .errors import ClientConnectorDNSError, ClientConnectorError, ConnectionTimeoutError
from .timeout import ClientTimeout

Place = tuple[str, int]


@dataclass(eq=False)
class Connection:
    """One connection to one host."""

    place: Place
    reader: asyncio.StreamReader
    writer: asyncio.StreamWriter

    def is_open(self) -> bool:
        return not (self.writer.is_closing() or self.reader.at_eof() or self.reader.exception() is not None)


class TCPConnector:
    """`aiohttp.TCPConnector`: at most `limit` connections at once (0: no limit), and `limit_per_host` to one host."""

    def __init__(self, *, limit: int = 100, limit_per_host: int = 0) -> None:
        self._limit = limit
        self._limit_per_host = limit_per_host
        self._idle: dict[Place, list[Connection]] = defaultdict(list)
        self._used: dict[Place, int] = defaultdict(int)
        self._waiting: deque[tuple[Place, asyncio.Future[None]]] = deque()
        self._closed = False

    @property
    def limit(self) -> int:
        return self._limit

    @property
    def limit_per_host(self) -> int:
        return self._limit_per_host

    @property
    def closed(self) -> bool:
        return self._closed

    async def acquire(self, place: Place, timeout: ClientTimeout) -> Connection:
        """A connection to `place`, an idle one if there is one; waits in line when the limits are reached."""
        try:
            async with asyncio.timeout(timeout.connect):
                await self._take_turn(place)
                try:
                    return self._reuse(place) or await self._connect(place, timeout)
                except BaseException:
                    self._give_turn_back(place)
                    raise
        except TimeoutError as error:
            if isinstance(error, ConnectionTimeoutError | OSError) and error.__cause__ is not None:
                raise
            raise ConnectionTimeoutError(f"Connection timeout to host {place[0]}:{place[1]}") from error

    def release(self, connection: Connection, *, keep: bool) -> None:
        """Gives a connection back; `keep` when its answer was read to the end and it may be used again."""
        if keep and not self._closed and connection.is_open():
            self._idle[connection.place].append(connection)
        else:
            connection.writer.close()
        self._give_turn_back(connection.place)

    async def close(self) -> None:
        self._closed = True
        idle = [connection for connections in self._idle.values() for connection in connections]
        self._idle.clear()
        for connection in idle:
            connection.writer.close()
        await asyncio.sleep(0)

    def _has_room(self, place: Place) -> bool:
        is_full = 0 < self._limit <= sum(self._used.values())
        return not is_full and not 0 < self._limit_per_host <= self._used[place]

    async def _take_turn(self, place: Place) -> None:
        if not self._has_room(place):
            turn = asyncio.get_running_loop().create_future()
            entry = (place, turn)
            self._waiting.append(entry)
            try:
                await turn  # whoever ends the wait has counted this place already
                return
            except BaseException:
                if turn.done() and not turn.cancelled():
                    self._give_turn_back(place)
                else:
                    self._waiting.remove(entry)
                raise
        self._used[place] += 1

    def _give_turn_back(self, place: Place) -> None:
        self._used[place] -= 1
        for entry in list(self._waiting):
            waiting_place, turn = entry
            if not turn.done() and self._has_room(waiting_place):
                self._waiting.remove(entry)
                self._used[waiting_place] += 1
                turn.set_result(None)

    def _reuse(self, place: Place) -> Connection | None:
        while self._idle[place]:
            connection = self._idle[place].pop()
            if connection.is_open():
                return connection
            connection.writer.close()
        return None

    async def _connect(self, place: Place, timeout: ClientTimeout) -> Connection:
        host, port = place
        try:
            async with asyncio.timeout(timeout.sock_connect):
                reader, writer = await asyncio.open_connection(host, port)
        except socket.gaierror as error:
            raise ClientConnectorDNSError(host, port, error) from error
        except TimeoutError as error:
            if error.errno is None:  # ours; the network's own has a number
                raise ConnectionTimeoutError(f"Connection timeout to host {host}:{port}") from error
            raise ClientConnectorError(host, port, error) from error
        except OSError as error:
            raise ClientConnectorError(host, port, error) from error
        return Connection(place, reader, writer)
