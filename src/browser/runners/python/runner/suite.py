"""Runs the tests of an exercise, each in a simulation of its own: a fresh virtual clock, network and random generator."""

from __future__ import annotations

import asyncio
import re
import sys
import types
from collections.abc import Callable, Iterator
from typing import Any

from simulation import Simulation
from simulation.clock import REAL

from . import boundary, source
from .check import NAME, CheckError, check, compile_checked
from .failure import describe
from .host import Host
from .stream import Budget, OutputLimitError, Stream

_TASK = re.compile(r"test_(\d+)_")
_OUTPUT = 2_000
"""Characters of a test's output that its report holds."""


def run_suite(name: str, code: str, host: Host) -> list[dict[str, Any]]:
    """One report a test, in the order of the file, up to the first that ran out of time."""
    module = types.ModuleType(name.removesuffix(".py"))
    module.__file__ = name
    module.__dict__[NAME] = check
    source.register(name, code)
    # Tests may define classes that need their module.
    sys.modules[module.__name__] = module
    with Simulation("virtual"):
        exec(compile_checked(code, name), module.__dict__)  # noqa: S102 - running it is the purpose
    reports = []
    for name, test in _tests_of(module):
        reports.append(_run_test(name, test, host))
        if reports[-1]["status"] == "timeout":
            break
    return reports


def _tests_of(module: types.ModuleType) -> Iterator[tuple[str, Callable[[], Any]]]:
    """By the names that they have in the module: a decorator may have made another function of a test."""
    for name, value in list(module.__dict__.items()):
        if name.startswith("test_") and isinstance(value, types.FunctionType):
            yield name, value


def _run_test(name: str, test: Callable[[], Any], host: Host) -> dict[str, Any]:
    printed: list[str] = []
    task = _TASK.match(name)
    report: dict[str, Any] = {
        "name": name,
        "title": title_of(name, test),
        "task": int(task[1]) if task else None,
        "status": "passed",
    }
    saved = sys.stdout, sys.stderr
    sys.stdout = sys.stderr = Stream(printed.append, Budget())
    started = REAL["perf_counter"]()
    simulation = Simulation("virtual")
    try:
        with simulation:
            result = test()
            if asyncio.iscoroutine(result):
                asyncio.run(result)
    except BaseException as error:  # noqa: BLE001 - whatever the test raised is its outcome
        if host.is_overdue():
            host.disarm()
        report |= _explain(error, host)
    finally:
        sys.stdout, sys.stderr = saved
    report["ms"] = round((REAL["perf_counter"]() - started) * 1000, 1)
    report["virtual"] = round(simulation.clock.now, 6)
    output = "".join(printed)
    if output:
        report["output"] = output if len(output) <= _OUTPUT else output[:_OUTPUT] + "…"
    return report


def title_of(name: str, test: Callable[[], Any]) -> str:
    """The first line of the docstring, or the name in words."""
    documented = (test.__doc__ or "").strip().partition("\n")[0]
    return documented or re.sub(r"^test_(\d+_)?", "", name).replace("_", " ")


def _explain(error: BaseException, host: Host) -> dict[str, Any]:
    described = describe(error)
    if host.is_overdue():
        return {"status": "timeout", "error": described}
    if isinstance(error, CheckError):
        operands = {"source": error.source, "got": error.got, "expected": error.expected}
        return {"status": "failed", "message": str(error), "error": described, **operands}
    if isinstance(error, AssertionError):
        return {"status": "failed", "message": str(error) or described["message"], "error": described}
    if isinstance(error, OutputLimitError):
        return {"status": "error", "message": "too much output", "error": described}
    return {"status": "error", "message": described["message"], "limit": boundary.find_limit(error), "error": described}
