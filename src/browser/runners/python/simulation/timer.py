"""Timers that fire in the order they were set."""

from __future__ import annotations

import itertools
from asyncio import events
from typing import Any


class OrderedTimer(events.TimerHandle):
    """Equal deadlines fire in the order they were set; asyncio's heap alone does not promise that, and on a virtual
    clock equal deadlines are the rule."""

    __slots__ = ("_order",)
    _counter = itertools.count()

    def __init__(self, *args: Any) -> None:
        super().__init__(*args)
        self._order = next(self._counter)

    def __lt__(self, other: object) -> bool:
        if not isinstance(other, OrderedTimer):
            return NotImplemented
        return (self._when, self._order) < (other._when, other._order)
