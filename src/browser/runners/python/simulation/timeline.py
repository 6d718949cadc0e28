"""Records what each task does and when, so that a page can draw tasks as lanes over time.

The result is JSON-able; `src/domain/timeline.ts` says what it holds. Times are seconds since the simulation began, to
a tenth of a millisecond, so that the ticks of the virtual clock do not show.
"""

from __future__ import annotations

import asyncio
import itertools
import weakref
from asyncio import events
from collections.abc import Callable
from typing import Any

from .clock import Clock
from .loop import SimulatedLoop
from .network import Network
from .waiting import calling_line, describe_waiting, is_internal

MOST_TASKS = 40
MOST_SEGMENTS = 100
"""More segments of a task become one with the last."""
_CONTINUED = ("read", "write")
"""One wait after the other on the same line is one to a reader."""


class _Lane:
    """What is known of one task.

    It does not hold the task itself, which would keep asyncio from reporting one that is lost.
    """

    def __init__(self, task: asyncio.Task[Any], parent: _Lane | None, start: float, line: int | None) -> None:
        self._task = weakref.ref(task)
        self._coroutine = getattr(task.get_coro(), "__name__", "task")
        self._given = task.get_name()
        self.parent = parent
        self.start = start
        self.line = line
        self.end: float | None = None
        self.outcome = "pending"
        self.error: str | None = None
        self.segments: list[tuple[str, float, float, int | None, _Lane | None]] = []
        self._waiting: tuple[str, int | None, _Lane | None] | None = None
        self._since = start

    def waits(self, since: float, kind: str, line: int | None, on: _Lane | None) -> None:
        self._since = since
        self._waiting = kind, line if line is not None else self.line, on

    def goes_on(self, now: float) -> None:
        if self._waiting is not None:
            kind, line, on = self._waiting
            self.add(kind, self._since, now, line, on)
            self._waiting = None

    def add(self, kind: str, start: float, end: float, line: int | None, on: _Lane | None) -> None:
        start, end = round(start, 4), round(end, 4)
        if end <= start:
            return
        if self.segments:
            last = self.segments[-1]
            is_continued = kind in _CONTINUED and (last[0], *last[2:]) == (kind, start, line, on)
            if is_continued or len(self.segments) >= MOST_SEGMENTS:
                self.segments[-1] = (*last[:2], end, *last[3:])
                return
        self.segments.append((kind, start, end, line, on))

    def ends(self, task: asyncio.Task[Any], now: float) -> None:
        self.end = now
        self._given = task.get_name()
        # Not task.exception(): then asyncio would no longer report one that nobody looks at.
        error: BaseException | None = task._exception
        self.outcome = "cancelled" if task.cancelled() else "done" if error is None else "failed"
        self.error = type(error).__name__ if error is not None else None

    def base_name(self) -> str:
        """The given name, or that of the coroutine: asyncio's own numbers depend on what ran before."""
        task = self._task()
        given = task.get_name() if task is not None else self._given
        return self._coroutine if given.startswith("Task-") else given


class Recorder:
    """The lanes of a simulation, in the order in which their tasks were made."""

    def __init__(self, clock: Clock) -> None:
        self._clock = clock
        self._lanes: list[_Lane] = []
        self._lane_of: weakref.WeakKeyDictionary[asyncio.Future[Any], _Lane] = weakref.WeakKeyDictionary()
        self._omitted = 0
        self.threads: weakref.WeakSet[asyncio.Future[Any]] = weakref.WeakSet()

    def created(self, task: Any) -> None:
        if is_internal(getattr(task.get_coro(), "cr_code", None)):
            return
        if len(self._lanes) >= MOST_TASKS:
            self._omitted += 1
            return
        current = asyncio.current_task() if events._get_running_loop() is not None else None
        parent = self._lane_of.get(current) if current is not None else None
        lane = _Lane(task, parent, self._clock.elapsed(), calling_line())
        self._lanes.append(lane)
        self._lane_of[task] = lane
        if task.done() or task._fut_waiter is not None:  # it was started eagerly
            self.stepped(task, lane.start)

    def begins(self, task: asyncio.Task[Any]) -> float:
        """The task goes on: what it waited for has come. Returns when."""
        now = self._clock.elapsed()
        lane = self._lane_of.get(task)
        if lane is not None:
            lane.goes_on(now)
        return now

    def stepped(self, task: asyncio.Task[Any], since: float) -> None:
        """The task is suspended again, or has ended."""
        lane = self._lane_of.get(task)
        if lane is None or lane.end is not None:
            return
        now = self._clock.elapsed()
        lane.add("run", since, now, None, None)
        if task.done():
            lane.ends(task, now)
        else:
            waiting = describe_waiting(task, self.threads)
            lane.waits(now, waiting.kind, waiting.line, self._lane_of.get(waiting.on) if waiting.on else None)

    def to_json(self) -> dict[str, Any]:
        now = self._clock.elapsed()
        for lane in self._lanes:
            lane.goes_on(now)
        names = self._name_lanes()
        tasks = [
            {
                "name": names[lane],
                "parent": names[lane.parent] if lane.parent else None,
                "from": round(lane.start, 4),
                "to": round(now if lane.end is None else lane.end, 4),
                "outcome": lane.outcome,
                "error": lane.error,
                "segments": [
                    {"kind": kind, "from": start, "to": end, "line": line, "on": names[on] if on else None}
                    for kind, start, end, line, on in lane.segments
                ],
            }
            for lane in self._lanes
        ]
        return {"tasks": tasks, "omitted": self._omitted}

    def _name_lanes(self) -> dict[_Lane, str]:
        names: dict[_Lane, str] = {}
        used: set[str] = set()
        for lane in self._lanes:
            base = lane.base_name()
            numbered = (base if number == 1 else f"{base}-{number}" for number in itertools.count(1))
            names[lane] = next(name for name in numbered if name not in used)
            used.add(names[lane])
        return names


class _RecordedHandle(events.Handle):
    """Tells the recorder when it steps a task."""

    __slots__ = ()

    def _run(self) -> None:
        task = getattr(self._callback, "__self__", None)
        loop: Any = self._loop
        if not isinstance(task, asyncio.Task):
            super()._run()
            return
        since = loop.recorder.begins(task)
        try:
            super()._run()
        finally:
            loop.recorder.stepped(task, since)


class RecordingLoop(SimulatedLoop):
    """The same loop; it only looks on."""

    def __init__(self, clock: Clock, network: Network, recorder: Recorder) -> None:
        super().__init__(clock, network)
        self.recorder = recorder

    def create_task(self, coro: Any, **options: Any) -> asyncio.Task[Any]:
        task: Any = super().create_task(coro, **options)
        if task._source_traceback:
            del task._source_traceback[-1]  # this line, which is no concern of who debugs
        self.recorder.created(task)
        return task

    def run_in_executor(self, executor: Any, func: Callable[..., Any], *args: Any) -> asyncio.Future[Any]:
        future = super().run_in_executor(executor, func, *args)
        self.recorder.threads.add(future)
        return future

    def _call_soon(self, callback: Callable[..., Any], args: Any, context: Any) -> events.Handle:
        handle = _RecordedHandle(callback, args, self, context)
        if handle._source_traceback:
            del handle._source_traceback[-1]
        self._ready.append(handle)
        return handle
