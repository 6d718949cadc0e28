"""Simulated worker threads, for `asyncio.to_thread` and `loop.run_in_executor`.

A function runs on the loop's own thread, in one piece, at the moment its worker is free; its result arrives when the
time that it slept has passed. So work takes as long as on real threads and a pool of two workers does two things at
once, but nothing interleaves: a data race cannot be shown.
"""

from __future__ import annotations

import asyncio
from asyncio import events, tasks
from collections import deque
from collections.abc import Callable
from concurrent.futures import Executor, ThreadPoolExecutor
from typing import Any

from .clock import Clock
from .unsupported import refuse

DEFAULT_WORKERS = 8
"""What asyncio's default pool has on a machine with four cores."""

Work = tuple["asyncio.Future[Any]", Callable[[], Any]]


class WorkerPool:
    """The workers of one executor, and the work that waits for them."""

    def __init__(self, loop: asyncio.AbstractEventLoop, clock: Clock, workers: int) -> None:
        self._loop = loop
        self._clock = clock
        self._free = workers
        self._waiting: deque[Work] = deque()

    def submit(self, func: Callable[[], Any]) -> asyncio.Future[Any]:
        future: asyncio.Future[Any] = self._loop.create_future()
        self._waiting.append((future, func))
        self._start_next()
        return future

    def _start_next(self) -> None:
        while self._free > 0 and self._waiting:
            future, func = self._waiting.popleft()
            if not future.done():  # work that is cancelled while it waits never starts
                self._free -= 1
                self._run(future, func)

    def _run(self, future: asyncio.Future[Any], func: Callable[[], Any]) -> None:
        result: Any = None
        error: BaseException | None = None

        def work() -> None:
            nonlocal result, error
            # A worker thread has neither a running loop nor, which Python 3.14 keeps by thread, a current task.
            task = asyncio.current_task(self._loop)
            if task is not None:
                tasks._leave_task(self._loop, task)
            events._set_running_loop(None)
            try:
                result = func()
            except (KeyboardInterrupt, SystemExit):
                raise
            except StopIteration as stop:  # which a future refuses: awaiting it would only end the coroutine
                error = RuntimeError(f"{stop!r} cannot be raised into a Future")
            except BaseException as exception:  # noqa: BLE001 - whatever the function raises is the caller's
                error = exception
            finally:
                events._set_running_loop(self._loop)
                if task is not None:
                    tasks._enter_task(self._loop, task)

        def finish() -> None:
            self._free += 1
            if not future.done():
                if error is None:
                    future.set_result(result)
                else:
                    future.set_exception(error)
            self._start_next()

        self._loop.call_later(self._clock.run_beside(work), finish)


class WorkerPools:
    """The pools of a loop: the default one, and one for each executor that is handed to it."""

    def __init__(self, loop: asyncio.AbstractEventLoop, clock: Clock) -> None:
        self._loop = loop
        self._clock = clock
        self._pools: dict[int, tuple[object, WorkerPool]] = {}

    def pool_of(self, executor: Executor | None) -> WorkerPool:
        if executor is not None and not isinstance(executor, ThreadPoolExecutor):
            refuse("processes")
        key = id(executor)
        if key not in self._pools:
            workers = executor._max_workers if executor is not None else DEFAULT_WORKERS
            self._pools[key] = (executor, WorkerPool(self._loop, self._clock, workers))
        return self._pools[key][1]
