"""What a task waits for, told from the chain of coroutines and futures that it is suspended in."""

from __future__ import annotations

import asyncio
import gc
import os
import sys
from asyncio import base_events
from collections.abc import Iterator
from dataclasses import dataclass
from types import CodeType, FrameType
from typing import Any

_LIBRARY = (os.path.dirname(os.path.dirname(asyncio.__file__)), "<frozen")
_OWN = (os.path.dirname(os.path.abspath(__file__)), os.path.join(os.path.dirname(os.path.dirname(__file__)), "simweb"))

_KINDS = {
    ("tasks.py", "sleep"): "sleep",
    ("tasks.py", "_wait"): "tasks",
    ("tasks.py", "_wait_for_one"): "tasks",
    ("taskgroups.py", "__aexit__"): "tasks",
    ("queues.py", "get"): "get",
    ("queues.py", "put"): "put",
    ("queues.py", "join"): "join",
    ("locks.py", "Lock.acquire"): "lock",
    ("locks.py", "Semaphore.acquire"): "semaphore",
    ("locks.py", "Event.wait"): "event",
    ("locks.py", "Condition.wait"): "condition",
    ("locks.py", "_block"): "barrier",
    ("locks.py", "_wait"): "barrier",
    ("streams.py", "_wait_for_data"): "read",
    ("streams.py", "drain"): "write",
    ("streams.py", "wait_closed"): "write",
    ("base_events.py", "serve_forever"): "connection",
    ("base_events.py", "wait_closed"): "connection",
    ("network.py", "connect"): "connect",
    ("network.py", "connect_path"): "connect",
    ("threads.py", "to_thread"): "thread",
}
"""By file of asyncio (or of the network in memory) and name of the function that waits; the outermost one counts."""


@dataclass(frozen=True)
class Waiting:
    """`line` is the reader's; `on` the task that is awaited, where it is one."""

    kind: str
    line: int | None
    on: asyncio.Future[Any] | None = None


def describe_waiting(task: asyncio.Task[Any], threads: Any) -> Waiting:
    """What a suspended task waits for. `threads`: the futures of work that was handed to an executor."""
    future: Any = task._fut_waiter  # type: ignore[attr-defined]
    line: int | None = None
    kind: str | None = None
    for frame in _frames(task.get_coro()):
        if is_readers(frame.f_code):
            line, kind = frame.f_lineno, None
        elif kind is None:
            kind = _kind_of(frame.f_code)
    if kind is None and future in threads:
        kind = "thread"
    if kind is None and isinstance(future, asyncio.Task):
        return Waiting("task", line, future)
    if kind is None:
        kind = "tasks" if type(future).__name__ == "_GatheringFuture" else "future"
    return Waiting(kind, line)


def is_readers(code: CodeType) -> bool:
    """Whether it is neither of the standard library nor ours."""
    return not code.co_filename.startswith((*_LIBRARY, *_OWN))


def is_internal(code: CodeType | None) -> bool:
    """Whether a coroutine is a test site's that answers, or the loop's own that ends it: nothing that the reader's
    code does."""
    return code is not None and (code.co_filename.startswith(_OWN) or code.co_filename == base_events.__file__)


def calling_line() -> int | None:
    """The line of the reader's code that is being run."""
    frame: FrameType | None = sys._getframe(1)
    while frame is not None and not is_readers(frame.f_code):
        frame = frame.f_back
    return frame.f_lineno if frame is not None else None


def _kind_of(code: CodeType) -> str | None:
    file = os.path.basename(code.co_filename)
    return _KINDS.get((file, code.co_name)) or _KINDS.get((file, code.co_qualname))


def _frames(awaited: Any) -> Iterator[FrameType]:
    """From the task's own coroutine to the innermost one."""
    while awaited is not None:
        if type(awaited).__name__ in ("async_generator_asend", "async_generator_athrow", "anext_awaitable"):
            # They do not say which generator they drive.
            awaited = next((held for held in gc.get_referents(awaited) if hasattr(held, "ag_frame")), None)
            continue
        for prefix, following in (("cr", "cr_await"), ("gi", "gi_yieldfrom"), ("ag", "ag_await")):
            frame = getattr(awaited, f"{prefix}_frame", None)
            if frame is not None:
                yield frame
                awaited = getattr(awaited, following)
                break
        else:
            return
