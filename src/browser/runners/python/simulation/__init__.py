"""Simulated time and a simulated network for learner code: asyncio without sockets, threads or a host's loop.

The same files run in Pyodide (in a page, and in Node for the tests) and on CPython 3.11+. On a *virtual* clock time
moves only when something sleeps, so a demo with ten seconds of waiting ends at once and prints the same every time.
On a *real* clock sleeps really pass.

Why not the loop that Pyodide brings: under it `time.sleep` does not block the other tasks, and `asyncio.run` needs a
browser feature (JSPI) that Safari lacked until version 27.

| file             | holds                                                                          |
| ---------------- | ------------------------------------------------------------------------------ |
| `simulation.py`  | `Simulation`, what makes all the rest take effect                              |
| `clock.py`       | the clock, and the `time` functions that follow it                             |
| `loop.py`        | the event loop: asyncio's own, with waiting replaced                           |
| `executor.py`    | `to_thread` and `run_in_executor`                                              |
| `network.py`     | hosts, ports and their faults; `transport.py` is one end of a connection       |
| `timeline.py`    | records what tasks do, when asked; `waiting.py` tells what a task waits for    |
| `unsupported.py` | what cannot be, and the sentence that says so                                  |
"""

from .clock import START, TICK, Clock
from .loop import DeadlockError, SimulatedLoop
from .network import Network
from .simulation import Simulation, current
from .unsupported import UnsupportedError, explain

__all__ = [
    "START",
    "TICK",
    "Clock",
    "DeadlockError",
    "Network",
    "SimulatedLoop",
    "Simulation",
    "UnsupportedError",
    "current",
    "explain",
]
