"""asyncio's own loop, task and future machinery, with waiting, worker threads and the network replaced."""

from __future__ import annotations

import asyncio
import heapq
import os
import socket
from asyncio import base_events
from collections.abc import Callable, Sequence
from concurrent.futures import Executor
from typing import Any

from .clock import Clock
from .executor import WorkerPools
from .network import Network
from .socket_name import ListeningSocket
from .timer import OrderedTimer
from .unsupported import refuse, refusing


class DeadlockError(RuntimeError):
    """Nothing is ready, no timer is pending, and the main task is not done."""


class _SleepingSelector:
    """Stands where asyncio waits for sockets: there are none, so it only lets time pass."""

    def __init__(self, loop: SimulatedLoop) -> None:
        self._loop = loop

    def select(self, timeout: float | None = None) -> list[object]:
        if timeout is None:
            if self._loop.is_stopping():
                return []
            raise DeadlockError(self._loop.describe_waiting())
        if timeout > 0:
            self._loop.clock.sleep(timeout)
        return []

    def close(self) -> None:
        """Nothing to close."""


class SimulatedLoop(base_events.BaseEventLoop):
    """An event loop that needs no host: `asyncio.run` uses it while a `Simulation` is entered."""

    def __init__(self, clock: Clock, network: Network) -> None:
        super().__init__()
        self.clock = clock
        self.network = network
        self._clock_resolution = 1e-9
        self._selector = _SleepingSelector(self)
        self._workers = WorkerPools(self, clock)
        self._bound: list[ListeningSocket] = []

    def close(self) -> None:
        """Also frees the ports of servers that nobody closed, as the end of a process does."""
        if not self.is_closed():
            for sock in self._bound:
                self.network.release(sock)
        super().close()

    # Time

    def time(self) -> float:
        return self.clock.read()

    def is_stopping(self) -> bool:
        return self._stopping

    def call_at(self, when: float, callback: Callable[..., object], *args: Any, context: Any = None) -> OrderedTimer:
        self._check_closed()
        timer = OrderedTimer(when, callback, args, self, context)
        heapq.heappush(self._scheduled, timer)
        timer._scheduled = True
        return timer

    def describe_waiting(self) -> str:
        lines = []
        for task in asyncio.all_tasks(self):
            stack = task.get_stack(limit=8)
            where = f"{stack[-1].f_code.co_filename}:{stack[-1].f_lineno}" if stack else "an unknown place"
            lines.append((len(task.get_name()), f"  {task.get_name()} waits at {where}"))
        said = [line for _, line in sorted(lines)]  # Task-2 before Task-10
        return "\n".join(["every task is waiting for something that can no longer happen:", *said])

    def _process_events(self, event_list: list[object]) -> None:
        """The selector never reports an event."""

    def _write_to_self(self) -> None:
        """Nothing sleeps that would need to be woken."""

    # Worker threads

    def run_in_executor(self, executor: Executor | None, func: Callable[..., Any], *args: Any) -> asyncio.Future[Any]:
        self._check_closed()
        return self._workers.pool_of(executor or self._default_executor).submit(lambda: func(*args))

    async def shutdown_default_executor(self, timeout: float | None = None) -> None:
        """No thread was started."""

    # Network

    async def getaddrinfo(self, host: Any, port: Any, **_options: Any) -> list[Any]:
        address = self.network.resolve(host)
        return [(socket.AF_INET, socket.SOCK_STREAM, socket.IPPROTO_TCP, "", (address, int(port or 0)))]

    async def getnameinfo(self, sockaddr: Any, flags: int = 0) -> tuple[str, str]:
        return str(sockaddr[0]), str(sockaddr[1])

    async def create_server(
        self,
        protocol_factory: Callable[[], Any],
        host: str | Sequence[str] | None = None,
        port: int | None = None,
        *,
        sock: Any = None,
        backlog: int = 100,
        ssl: Any = None,
        start_serving: bool = True,
        **_options: Any,
    ) -> base_events.Server:
        _check_options(ssl, sock)
        hosts = [host] if host is None or isinstance(host, str) else list(host)
        bound = [self.network.bind(name, port) for name in hosts]
        return await self._serve(bound, protocol_factory, backlog, start_serving)

    async def create_unix_server(
        self,
        protocol_factory: Callable[[], Any],
        path: str | os.PathLike[str] | None = None,
        *,
        sock: Any = None,
        backlog: int = 100,
        ssl: Any = None,
        start_serving: bool = True,
        **_options: Any,
    ) -> base_events.Server:
        _check_options(ssl, sock)
        if path is None:
            raise ValueError("path was not specified, and no sock specified")
        bound = [self.network.bind_path(os.fspath(path))]
        return await self._serve(bound, protocol_factory, backlog, start_serving)

    async def _serve(
        self, bound: list[ListeningSocket], factory: Callable[[], Any], backlog: int, start_serving: bool
    ) -> base_events.Server:
        self._bound += bound
        server = base_events.Server(self, bound, factory, None, backlog, None, None)
        if start_serving:
            await server.start_serving()
        return server

    def _start_serving(
        self, protocol_factory: Callable[[], Any], sock: ListeningSocket, sslcontext: Any, server: Any, *_limits: Any
    ) -> None:
        self.network.listen(protocol_factory, sock, server)

    def _stop_serving(self, sock: ListeningSocket) -> None:
        self.network.release(sock)

    async def create_connection(
        self,
        protocol_factory: Callable[[], Any],
        host: str | None = None,
        port: int | None = None,
        *,
        ssl: Any = None,
        sock: Any = None,
        **_options: Any,
    ) -> tuple[Any, Any]:
        _check_options(ssl, sock)
        if host is None and port is None:
            raise ValueError("host and port was not specified and no sock specified")
        return await self.network.connect(self, protocol_factory, host, int(port or 0))

    async def create_unix_connection(
        self,
        protocol_factory: Callable[[], Any],
        path: str | os.PathLike[str] | None = None,
        *,
        ssl: Any = None,
        sock: Any = None,
        **_options: Any,
    ) -> tuple[Any, Any]:
        _check_options(ssl, sock)
        if path is None:
            raise ValueError("no path and sock were specified")
        return await self.network.connect_path(self, protocol_factory, os.fspath(path))

    # What cannot be

    start_tls = refusing("tls")
    create_datagram_endpoint = refusing("datagrams")
    connect_accepted_socket = refusing("sockets")
    sock_recv = sock_recv_into = sock_recvfrom = sock_recvfrom_into = refusing("sockets")
    sock_sendall = sock_sendto = sock_connect = sock_accept = sock_sendfile = refusing("sockets")
    add_reader = remove_reader = add_writer = remove_writer = refusing("sockets")
    connect_read_pipe = connect_write_pipe = refusing("pipes")
    subprocess_exec = subprocess_shell = refusing("processes")
    add_signal_handler = remove_signal_handler = refusing("signals")


def _check_options(ssl: Any, sock: Any) -> None:
    if ssl:
        refuse("tls")
    if sock is not None:
        refuse("sockets")
