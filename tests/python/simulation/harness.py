"""Runs the `test_*` functions of a module and reports what came of each, on CPython and in Pyodide alike.

Every test has a simulation of its own on a virtual clock, unless its module says `SIMULATED = False`.
"""

from __future__ import annotations

import asyncio
import importlib
import json
import sys
import traceback
from contextlib import nullcontext

from simulation import Simulation


def run(module_name: str) -> list[dict[str, str | None]]:
    """The name of each test and its traceback, `None` when it passed."""
    module = importlib.import_module(module_name)
    outcomes: list[dict[str, str | None]] = []
    for name, test in list(vars(module).items()):
        if not name.startswith("test_"):
            continue
        try:
            with Simulation() if getattr(module, "SIMULATED", True) else nullcontext():
                result = test()
                if asyncio.iscoroutine(result):
                    asyncio.run(result)
            outcomes.append({"name": name, "error": None})
        except BaseException:  # noqa: BLE001 - the wrapper shows it
            outcomes.append({"name": name, "error": traceback.format_exc()})
    return outcomes


def run_json(module_name: str) -> str:
    return json.dumps(run(module_name))


if __name__ == "__main__":
    print(run_json(sys.argv[1]))
