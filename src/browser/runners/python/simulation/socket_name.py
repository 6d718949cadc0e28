"""What stands where asyncio shows a socket: its two names, and options without effect."""

from __future__ import annotations

import socket
from typing import Any

Address = tuple[str, int] | str
"""A host's address and its port, or the path of a Unix socket."""


class NamedSocket:
    """A socket in name only."""

    type = socket.SOCK_STREAM
    proto = 0

    def __init__(self, sockname: Address, peername: Address | None = None) -> None:
        self._sockname = sockname
        self._peername = peername
        is_path = isinstance(sockname, str)
        self.family = getattr(socket, "AF_UNIX", socket.AF_INET) if is_path else socket.AF_INET

    def getsockname(self) -> Address:
        return self._sockname

    def getpeername(self) -> Address:
        if self._peername is None:
            raise OSError(107, "Transport endpoint is not connected")
        return self._peername

    def fileno(self) -> int:
        return -1

    def setsockopt(self, *_args: Any) -> None:
        """Nothing in memory could be tuned."""

    def getsockopt(self, *_args: Any) -> int:
        return 0

    def __repr__(self) -> str:
        return f"<simulated socket {self._sockname}>"


class ListeningSocket(NamedSocket):
    """A bound port. `accept` is set while it takes connections."""

    def __init__(self, sockname: Address) -> None:
        super().__init__(sockname)
        self.backlog: int | None = None

    def listen(self, backlog: int) -> None:
        self.backlog = backlog
