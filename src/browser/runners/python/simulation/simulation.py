"""What makes the clock, the loop and the network take effect."""

from __future__ import annotations

import asyncio
import contextlib
import random
from asyncio import events
from collections.abc import Callable
from typing import Any

from .clock import Clock, Mode, active
from .loop import SimulatedLoop
from .network import Network
from .timeline import Recorder, RecordingLoop
from .unsupported import forbid

_entered: list[Simulation] = []


class Simulation:
    """While entered, `asyncio.run` and new loops are simulated and `time.*` follows the clock.

    `sleep` is how the host blocks on a real clock (a page has no `time.sleep` that waits without burning the
    processor). With `record=True`, `timeline()` tells afterwards what each task did.

    >>> with Simulation("virtual") as simulation:
    ...     asyncio.run(asyncio.sleep(3600))  # returns at once
    >>> round(simulation.clock.now)
    3600
    """

    def __init__(
        self,
        mode: Mode = "virtual",
        seed: int = 1,
        sleep: Callable[[float], object] | None = None,
        record: bool = False,
    ) -> None:
        self.clock = Clock(mode, sleep)
        self.network = Network()
        self._seed = seed
        self._recorder = Recorder(self.clock) if record else None

    def new_loop(self) -> SimulatedLoop:
        if self._recorder is not None:
            return RecordingLoop(self.clock, self.network, self._recorder)
        return SimulatedLoop(self.clock, self.network)

    def timeline(self) -> dict[str, Any]:
        """What the tasks did and when, as `src/domain/timeline.ts` describes it.

        :raises RuntimeError: when nothing was recorded
        """
        if self._recorder is None:
            raise RuntimeError("nothing was recorded: use Simulation(record=True)")
        return self._recorder.to_json()

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
        self._undo = contextlib.ExitStack()
        self._undo.enter_context(forbid())
        active.append(self.clock)
        _entered.append(self)
        random.seed(self._seed)
        return self

    def __exit__(self, *exc: object) -> None:
        _entered.remove(self)
        active.remove(self.clock)
        self._undo.close()
        events.new_event_loop, asyncio.new_event_loop, asyncio.run, asyncio.runners.run = self._saved
        events._set_running_loop(self._running)


def current() -> Simulation:
    """The simulation that is entered, the innermost one.

    >>> current().network.refuse("down.test")

    :raises RuntimeError: when none is
    """
    if not _entered:
        raise RuntimeError("no simulation is entered: use `with Simulation():`")
    return _entered[-1]
