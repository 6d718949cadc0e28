"""What a browser cannot do, told from the exceptions that come of trying it."""

from __future__ import annotations

import socket
import sys
from typing import Any

_PACKAGES = "packages"


class NoNetworkError(OSError):
    """Raised in place of a connection that would seem to succeed and then hang."""

    # As a reader should see it, without our module in front.
    __module__ = "builtins"


def _refuse_connection(self: socket.socket, address: Any) -> None:
    raise NoNetworkError(f"a page has no sockets: no connection to {address!r}")


def close_network() -> None:
    """Lets `socket.connect` fail at once, in a browser only: there it does not reach anything."""
    if sys.platform == "emscripten":
        socket.socket.connect = _refuse_connection  # type: ignore[method-assign]


def find_limit(error: BaseException) -> str | None:
    """Which limit of a browser an exception ran into: `threads`, `processes`, `sockets`, `packages`; `None` for others."""
    for inner in _chain(error):
        text = str(inner)
        if isinstance(inner, NoNetworkError):
            return "sockets"
        if isinstance(inner, RuntimeError) and "can't start new thread" in text:
            return "threads"
        if isinstance(inner, ModuleNotFoundError):
            root = (inner.name or "").partition(".")[0]
            if root in ("_multiprocessing", "_posixsubprocess", "_posixshmem"):
                return "processes"
            return None if root in sys.stdlib_module_names else _PACKAGES
        if isinstance(inner, OSError) and "emscripten does not support processes" in text:
            return "processes"
        if getattr(inner, "limit", None) in ("threads", "processes", "sockets", "signals"):
            return inner.limit  # type: ignore[attr-defined]
    return None


def _chain(error: BaseException | None) -> list[BaseException]:
    found: list[BaseException] = []
    while error is not None and error not in found:
        found.append(error)
        if isinstance(error, BaseExceptionGroup):
            found.extend(inner for sub in error.exceptions for inner in _chain(sub) if inner not in found)
        error = error.__cause__ or error.__context__
    return found
