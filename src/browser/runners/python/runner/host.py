"""What the surroundings do for a run: take its output, wait, and say that its time is up."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

_SLICE = 0.05
"""Seconds of sleep between two looks at the deadline, which only running Python code is told of."""


@dataclass(frozen=True)
class Host:
    """Functions of the surroundings; without them a run has no deadline and sleeps by itself."""

    emit: Callable[[str, str], None]
    """Takes the name of a stream and a text that was written to it."""
    host_sleep: Callable[[float], Any] | None = None
    """Blocks for some seconds."""
    host_is_overdue: Callable[[], bool] | None = None
    """Whether the run was interrupted because its time was up."""
    host_disarm: Callable[[], Any] | None = None
    """Takes the deadline away, so that the report can be written."""

    @property
    def sleep(self) -> Callable[[float], None] | None:
        """Sleeps in slices, between which an interrupt is raised; `None` where the machine's own sleep will do."""
        host_sleep = self.host_sleep
        if host_sleep is None:
            return None

        def sleep(seconds: float) -> None:
            while seconds > 0:
                host_sleep(min(seconds, _SLICE))
                seconds -= _SLICE

        return sleep

    def is_overdue(self) -> bool:
        return self.host_is_overdue is not None and bool(self.host_is_overdue())

    def disarm(self) -> None:
        if self.host_disarm is not None:
            self.host_disarm()
