"""What a page cannot do, and the sentence that tells its reader so.

In Pyodide most of it fails by itself with a message about the platform, and a socket even seems to connect. While a
simulation is entered it fails with an `UnsupportedError` instead, in Pyodide and on CPython alike, so that an exercise
behaves the same wherever it runs.
"""

from __future__ import annotations

import contextlib
import socket
import subprocess
import threading
from collections.abc import Callable, Iterator
from typing import Any, NoReturn

REASONS = {
    "threads": "threads cannot start here: Python in a page has one thread. "
    "asyncio.to_thread and loop.run_in_executor work, simulated.",
    "processes": "processes cannot start here: a page has no operating system under it. "
    "Run this part on your own Python.",
    "signals": "signals do not exist here: a page has no operating system that would send them. "
    "Cancel the task instead: that is what a handler would do.",
    "sockets": "sockets do not exist here: a page may not open connections of its own. "
    "asyncio.open_connection and asyncio.start_server work, on a network in memory.",
    "datagrams": "UDP does not exist here: the network in memory has streams only.",
    "tls": "TLS does not exist here: the network in memory is never encrypted. "
    "Leave `ssl` out, and use http:// addresses.",
    "pipes": "pipes do not exist here: a page has no operating system under it.",
}


class UnsupportedError(NotImplementedError):
    """The code asks for what neither a page nor the simulation has."""


def refuse(what: str) -> NoReturn:
    """Raises the error for one of `REASONS`."""
    raise UnsupportedError(REASONS[what])


def refusing(what: str) -> Callable[..., Any]:
    """A stand-in for a function that can only fail."""

    def fail(*_args: object, **_kwargs: object) -> NoReturn:
        refuse(what)

    return fail


_FORBIDDEN: tuple[tuple[type, str, str], ...] = (
    (threading.Thread, "start", "threads"),
    (subprocess.Popen, "__init__", "processes"),
    (socket.socket, "connect", "sockets"),
    (socket.socket, "connect_ex", "sockets"),
    (socket.socket, "bind", "sockets"),
    (socket.socket, "listen", "sockets"),
)


@contextlib.contextmanager
def forbid() -> Iterator[None]:
    """Lets threads, processes and sockets fail with their reason."""
    saved = [(owner, name, owner.__dict__.get(name)) for owner, name, _ in _FORBIDDEN]
    for owner, name, what in _FORBIDDEN:
        setattr(owner, name, refusing(what))
    try:
        yield
    finally:
        for owner, name, original in saved:
            if original is None:
                delattr(owner, name)  # it was inherited
            else:
                setattr(owner, name, original)


def explain(error: BaseException) -> str | None:
    """The sentence for an error that says, in the platform's words, that something does not exist here."""
    if isinstance(error, UnsupportedError):
        return str(error)
    text = str(error)
    if "can't start new thread" in text:
        return REASONS["threads"]
    if "emscripten does not support processes" in text or getattr(error, "name", None) == "_multiprocessing":
        return REASONS["processes"]
    return None
