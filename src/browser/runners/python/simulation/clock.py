"""The clock of a simulation, and the functions of `time` that follow it."""

from __future__ import annotations

import time
from collections.abc import Callable
from typing import Any, Literal

NAMES = ("time", "monotonic", "perf_counter", "time_ns", "monotonic_ns", "perf_counter_ns", "sleep")
REAL: dict[str, Callable[..., Any]] = {name: getattr(time, name) for name in NAMES}
START = 1_800_000_000.0
"""What `time.time()` says when a virtual clock starts (2027-01-15), so that printed dates never change."""
TICK = 1e-6
"""Seconds that reading a virtual clock takes; without it a loop that waits by watching the clock never ends."""

Mode = Literal["virtual", "real"]


class Clock:
    """Virtual: moves only by `sleep` (and by a microsecond a reading). Real: the machine's own clock.

    `host_sleep` is how the host blocks for a number of seconds; by default the real `time.sleep`.
    """

    def __init__(self, mode: Mode = "virtual", host_sleep: Callable[[float], object] | None = None) -> None:
        if mode not in ("virtual", "real"):
            raise ValueError(f"a clock is 'virtual' or 'real', not {mode!r}")
        self.virtual = mode == "virtual"
        self.now = 0.0
        """Virtual seconds since the simulation began; stays 0 on a real clock."""
        self._host_sleep = host_sleep or REAL["sleep"]
        self._started = REAL["monotonic"]()
        self._is_beside = False
        self._ahead = 0.0

    def read(self) -> float:
        """The monotonic time, without the tick: for the loop itself."""
        return self.now if self.virtual else REAL["monotonic"]() + self._ahead

    def elapsed(self) -> float:
        """Seconds since the simulation began, on either kind of clock."""
        return self.now if self.virtual else self.read() - self._started

    def monotonic(self) -> float:
        if self.virtual:
            self.now += TICK
        return self.read()

    def time(self) -> float:
        return START + self.monotonic() if self.virtual else REAL["time"]() + self._ahead

    def sleep(self, seconds: float) -> None:
        if seconds < 0:
            raise ValueError("sleep length must be non-negative")
        if self.virtual:
            self.now += max(seconds, TICK)
        elif self._is_beside:
            self._ahead += seconds
        else:
            self._host_sleep(seconds)

    def run_beside(self, work: Callable[[], object]) -> float:
        """Runs `work` as if on another thread: the time it sleeps does not pass here. Returns how long it slept.

        On a real clock it does not sleep either; its clock runs ahead instead.
        """
        saved = self.now, self._ahead, self._is_beside
        self._is_beside = True
        try:
            work()
            return self.now - saved[0] if self.virtual else self._ahead - saved[1]
        finally:
            self.now, self._ahead, self._is_beside = saved

    def call(self, name: str, *args: Any) -> Any:
        """What `time.<name>(*args)` means on this clock."""
        if name == "sleep":
            return self.sleep(*args)
        if not self.virtual:
            ahead = int(self._ahead * 1e9) if name.endswith("_ns") else self._ahead
            return REAL[name](*args) + ahead
        seconds = self.time(*args) if name.startswith("time") else self.monotonic(*args)
        return int(seconds * 1e9) if name.endswith("_ns") else seconds


active: list[Clock] = []
"""The clocks of the simulations that are entered, the innermost last."""


def _install() -> None:
    """Replaces `time.*` once by functions that follow the active clock, so that a `from time import sleep` made in
    one run is still right in the next."""

    def install(name: str) -> None:
        def dispatch(*args: Any) -> Any:
            return active[-1].call(name, *args) if active else REAL[name](*args)

        dispatch.__name__ = dispatch.__qualname__ = name
        dispatch.__doc__ = REAL[name].__doc__
        setattr(time, name, dispatch)

    for name in NAMES:
        install(name)


_install()
