"""Simulated time for learner code: an asyncio event loop and a clock that need no sockets, threads or host loop.

The same file runs in Pyodide (in a page, and in Node for the tests) and on CPython 3.11+. On a *virtual* clock
time moves only when something sleeps, so a demo with ten seconds of waiting ends at once and prints the same every
time. On a *real* clock sleeps really pass.

Why not the loop that Pyodide brings: under it `time.sleep` does not block the other tasks, and `asyncio.run` needs a
browser feature (JSPI) that Safari lacked until version 27.
"""

from __future__ import annotations

import asyncio
import heapq
import itertools
import random
import time
from asyncio import base_events, events
from collections.abc import Callable
from typing import Any

NAMES = ("time", "monotonic", "perf_counter", "time_ns", "monotonic_ns", "perf_counter_ns", "sleep")
REAL: dict[str, Callable[..., Any]] = {name: getattr(time, name) for name in NAMES}
START = 1_800_000_000.0
"""What `time.time()` says when a virtual clock starts (2027-01-15), so that printed dates never change."""
TICK = 1e-6
"""Seconds that reading a virtual clock takes; without it a loop that waits by watching the clock never ends."""


class DeadlockError(RuntimeError):
    """Nothing is ready, no timer is pending, and the main task is not done."""


class Clock:
    """Virtual: moves only by `sleep` (and by a microsecond a reading). Real: the machine's own clock."""

    def __init__(self, mode: str = "virtual", sleep: Callable[[float], object] | None = None) -> None:
        self._sleep = sleep or REAL["sleep"]
        self.virtual = mode == "virtual"
        self.now = 0.0

    def monotonic(self) -> float:
        if not self.virtual:
            return REAL["monotonic"]()
        self.now += TICK
        return self.now

    def time(self) -> float:
        return START + self.monotonic() if self.virtual else REAL["time"]()

    def sleep(self, seconds: float) -> None:
        if seconds < 0:
            raise ValueError("sleep length must be non-negative")
        if self.virtual:
            self.now += max(seconds, TICK)
        else:
            self._sleep(seconds)


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


class _OrderedTimer(events.TimerHandle):
    """Equal deadlines fire in the order they were set; asyncio's heap alone does not promise that, and on a virtual
    clock equal deadlines are the rule."""

    __slots__ = ("_order",)
    _counter = itertools.count()

    def __init__(self, *args: Any) -> None:
        super().__init__(*args)
        self._order = next(self._counter)

    def __lt__(self, other: object) -> bool:
        if not isinstance(other, _OrderedTimer):
            return NotImplemented
        return (self._when, self._order) < (other._when, other._order)


class SimulatedLoop(base_events.BaseEventLoop):
    """asyncio's own loop, task and future machinery; only waiting is replaced."""

    def __init__(self, clock: Clock) -> None:
        super().__init__()
        self.clock = clock
        self._clock_resolution = 1e-9
        self._selector = _SleepingSelector(self)

    def time(self) -> float:
        return self.clock.now if self.clock.virtual else REAL["monotonic"]()

    def is_stopping(self) -> bool:
        return self._stopping

    def call_at(self, when: float, callback: Callable[..., object], *args: Any, context: Any = None) -> _OrderedTimer:
        self._check_closed()
        timer = _OrderedTimer(when, callback, args, self, context)
        heapq.heappush(self._scheduled, timer)
        timer._scheduled = True
        return timer

    def run_in_executor(self, executor: object, func: Callable[..., Any], *args: Any) -> asyncio.Future[Any]:
        """Runs `func` now and delivers its result when the time it took has passed, as a worker thread would."""
        future = self.create_future()
        started = self.clock.now
        events._set_running_loop(None)  # a worker thread has no running loop
        try:
            result, error = func(*args), None
        except BaseException as exception:
            result, error = None, exception
        finally:
            events._set_running_loop(self)
        took, self.clock.now = self.clock.now - started, started

        def deliver() -> None:
            if future.done():
                return
            if error is not None:
                future.set_exception(error)
            else:
                future.set_result(result)

        self.call_later(took, deliver)
        return future

    async def shutdown_default_executor(self, timeout: float | None = None) -> None:
        """No executor was started."""

    def describe_waiting(self) -> str:
        lines = ["every task is waiting for something that can no longer happen:"]
        for task in asyncio.all_tasks(self):
            stack = task.get_stack(limit=8)
            where = f"{stack[-1].f_code.co_filename}:{stack[-1].f_lineno}" if stack else "an unknown place"
            lines.append(f"  {task.get_name()} waits at {where}")
        return "\n".join(lines)

    def _process_events(self, event_list: list[object]) -> None:
        """The selector never reports an event."""

    def _write_to_self(self) -> None:
        """Nothing sleeps that would need to be woken."""


_active: list[Simulation] = []


def _install_clock_functions() -> None:
    """Replaces `time.*` once by functions that follow the active simulation, so that a `from time import sleep` made
    in one run is still right in the next."""

    def virtual_reading(name: str, clock: Clock) -> float | int:
        seconds = clock.time() if name.startswith("time") else clock.monotonic()
        return int(seconds * 1e9) if name.endswith("_ns") else seconds

    def install(name: str) -> None:
        def dispatch(*args: Any) -> Any:
            clock = _active[-1].clock if _active else None
            if clock is not None and name == "sleep":
                return clock.sleep(*args)
            if clock is None or not clock.virtual:
                return REAL[name](*args)
            return clock.sleep(*args) if name == "sleep" else virtual_reading(name, clock)

        dispatch.__name__ = dispatch.__qualname__ = name
        dispatch.__doc__ = REAL[name].__doc__
        setattr(time, name, dispatch)

    for name in NAMES:
        install(name)


_install_clock_functions()


class Simulation:
    """While entered, `asyncio.run` and new loops are simulated and `time.*` follows the clock.

    >>> with Simulation("virtual"):
    ...     asyncio.run(asyncio.sleep(3600))  # returns at once
    """

    def __init__(self, mode: str = "virtual", seed: int = 1, sleep: Any = None, record: bool = False) -> None:
        self.clock = Clock(mode, sleep)
        self._seed = seed

    def new_loop(self) -> SimulatedLoop:
        return SimulatedLoop(self.clock)

    def run(self, main: Any, *, debug: bool | None = None, loop_factory: Callable[[], Any] | None = None) -> Any:
        """Stands in for `asyncio.run`, which Pyodide replaces by a version that needs JSPI."""
        with asyncio.runners.Runner(debug=debug, loop_factory=loop_factory or self.new_loop) as runner:
            return runner.run(main)

    def __enter__(self) -> Simulation:
        self._saved = (events.new_event_loop, asyncio.new_event_loop, asyncio.run, asyncio.runners.run)
        self._running = events._get_running_loop()
        events._set_running_loop(None)  # Pyodide leaves its own loop set as the running one
        events.new_event_loop = asyncio.new_event_loop = self.new_loop
        asyncio.run = asyncio.runners.run = self.run
        _active.append(self)
        random.seed(self._seed)
        return self

    def __exit__(self, *exc: object) -> None:
        _active.remove(self)
        events.new_event_loop, asyncio.new_event_loop, asyncio.run, asyncio.runners.run = self._saved
        events._set_running_loop(self._running)
