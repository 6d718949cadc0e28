"""asyncio's own selector loop, on which waiting takes no time: what the simulated loop must agree with."""

from __future__ import annotations

import asyncio
import selectors
from typing import Any


class WarpSelector(selectors.BaseSelector):
    """No file is ever ready; instead of waiting it moves the clock."""

    def __init__(self) -> None:
        self.now = 0.0

    def select(self, timeout: float | None = None) -> list[Any]:
        assert timeout is not None, "the program waits for ever"
        self.now += max(timeout, 0)
        return []

    def register(self, fileobj: Any, events: int, data: Any = None) -> Any:
        raise NotImplementedError

    def unregister(self, fileobj: Any) -> Any:
        raise NotImplementedError

    def get_map(self) -> dict[Any, Any]:
        return {}


class WarpedLoop(asyncio.SelectorEventLoop):
    """Its timers, its queue of callbacks and all the rest are the standard library's."""

    def __init__(self) -> None:
        self._warp = WarpSelector()
        super().__init__(self._warp)
        self._clock_resolution = 1e-9

    def time(self) -> float:
        return self._warp.now

    def _make_self_pipe(self) -> None:
        """Other threads would wake the loop by it; there are none, and Pyodide has no sockets for it."""

    def _close_self_pipe(self) -> None:
        """See above."""

    def _write_to_self(self) -> None:
        """See above."""
