"""Runs a program: one block of code, after the blocks that it continues, and the tests that judge it."""

from __future__ import annotations

import ast
import asyncio
import gc
import sys
import types
from collections.abc import Callable, Iterator
from typing import Any

from simulation import DeadlockError, Simulation
from simulation.clock import REAL

from . import boundary, source
from .bindings import Bindings, changes_imports
from .failure import describe
from .host import Host
from .stream import Budget, OutputLimitError, Stream
from .suite import run_suite
from .surroundings import surroundings


_kept: list[types.ModuleType] = []
"""Programs that are over. To free a structure of some thousand levels overflows the stack of Chromium's WebAssembly, which
ends the interpreter, at whatever later moment the garbage collector comes to it. The memory goes with the interpreter."""


def run(request: dict[str, Any], host: Host) -> dict[str, Any]:
    """Runs the last of `request["blocks"]` after the others, whose output nobody sees.

    A block is `{code, name?, clock?, stdin?}`. Further keys: `clock`, "virtual" (default) or "real"; `stdin`, the lines that
    `input()` gives; `files`, modules to import, `{name: code}`; `tests`, `{name, code}`: the block is imported as a module
    then, named after its file; `record`, whether to keep the timeline of the tasks.

    Returns `{ending, error, limit, tests, timeline, virtual, ms, dirty}`: `ending` and `error` as in `runner.ts`; `virtual`,
    seconds by the program's own clock; `dirty`, whether the next run should have a fresh interpreter.
    """
    started = REAL["perf_counter"]()
    report: dict[str, Any] = {"ending": "done", "error": None, "limit": None, "tests": None, "timeline": None, "virtual": 0}
    source.forget_all()
    budget = Budget()
    stdout = Stream(lambda text: host.emit("stdout", text), budget)
    stderr = Stream(lambda text: host.emit("stderr", text), budget)
    *earlier, block = request["blocks"]
    source.show(block.get("name") or "main.py")
    try:
        with surroundings(stdout, stderr, _reader(block.get("stdin") or request.get("stdin") or ())):
            bindings = Bindings()
            _load_files(request.get("files") or {})
            module = _create_module(block, as_tested=bool(request.get("tests")))
            _kept.append(module)
            for number, other in enumerate(earlier, 1):
                _run_earlier({"name": f"block-{number}.py", **other}, module, request, host)
            _run_block(block, module, request, host, report)
            if request.get("tests") and report["ending"] == "done":
                report["tests"] = run_suite(request["tests"]["name"], request["tests"]["code"], host)
                report["ending"] = _ending_of(report["tests"])
            is_changed = bindings.have_changed()
    except BaseException as error:  # noqa: BLE001 - whatever was raised is the outcome
        host.disarm()
        report |= explain(error, host)
        is_changed = True
    if budget.is_exceeded:
        report["ending"] = "output-limit"
    report["dirty"] = is_changed or any(changes_imports(other["code"]) for other in request["blocks"])
    gc.freeze()
    report["ms"] = round((REAL["perf_counter"]() - started) * 1000, 1)
    return report


def explain(error: BaseException, host: Host) -> dict[str, Any]:
    """The ending that an exception is, as far as a page tells endings apart."""
    if isinstance(error, SystemExit) and error.code in (None, 0):
        return {"ending": "done"}
    described, limit = describe(error), boundary.find_limit(error)
    if host.is_overdue():
        ending = "timeout"
    elif isinstance(error, OutputLimitError):
        ending = "output-limit"
    elif isinstance(error, MemoryError) or _is_beyond_memory(error):
        ending = "memory"
    elif isinstance(error, DeadlockError):
        ending = "deadlock"
    else:
        ending = "error" if limit is None else "unsupported"
    return {"ending": ending, "error": described, "limit": limit}


def _is_beyond_memory(error: BaseException) -> bool:
    """Sizes are 32 bits here: what is larger than that fails before any memory is asked for."""
    return isinstance(error, OverflowError) and "index-sized integer" in str(error)


def _run_block(
    block: dict[str, Any], module: types.ModuleType, request: dict[str, Any], host: Host, report: dict[str, Any]
) -> None:
    mode = block.get("clock") or request.get("clock") or "virtual"
    is_recorded = bool(request.get("record"))
    simulation = Simulation(mode, sleep=host.sleep, record=is_recorded)
    try:
        with simulation:
            _execute(block["code"], block.get("name") or "main.py", module)
    except BaseException as error:  # noqa: BLE001 - whatever the block raised is its outcome
        host.disarm()
        report |= explain(error, host)
    else:
        if host.is_overdue():
            report["ending"] = "timeout"
    report["virtual"] = round(simulation.clock.elapsed(), 6)
    if is_recorded:
        report["timeline"] = simulation.timeline()


def _run_earlier(block: dict[str, Any], module: types.ModuleType, request: dict[str, Any], host: Host) -> None:
    """Another block of the page has said what this one prints and raises; here only what it defines matters."""
    streams = sys.stdout, sys.stderr
    sys.stdout = sys.stderr = Stream(lambda text: None, Budget())
    try:
        with Simulation(block.get("clock") or request.get("clock") or "virtual", sleep=host.sleep):
            _execute(block["code"], block["name"], module)
    except (Exception, SystemExit, OutputLimitError):
        pass
    finally:
        sys.stdout, sys.stderr = streams


def _execute(code: str, name: str, module: types.ModuleType) -> None:
    source.register(name, code)
    compiled = compile(code, name, "exec", flags=ast.PyCF_ALLOW_TOP_LEVEL_AWAIT, dont_inherit=True)
    result = eval(compiled, module.__dict__)  # noqa: S307 - running the learner's code is the purpose
    if asyncio.iscoroutine(result):
        asyncio.run(result)


def _create_module(block: dict[str, Any], *, as_tested: bool) -> types.ModuleType:
    name = block.get("name") or "main.py"
    module = types.ModuleType(name.removesuffix(".py") if as_tested else "__main__")
    module.__file__ = name
    sys.modules[module.__name__] = module
    return module


def _load_files(files: dict[str, str]) -> None:
    for name, code in files.items():
        module = types.ModuleType(name.removesuffix(".py"))
        module.__file__ = name
        sys.modules[module.__name__] = module
        with Simulation("virtual"):
            _execute(code, name, module)


def _reader(lines: list[str]) -> Callable[[object], str]:
    left: Iterator[str] = iter(lines)

    def read(prompt: object = "") -> str:
        sys.stdout.write(str(prompt))
        line = next(left, None)
        if line is None:
            raise EOFError("EOF when reading a line")
        sys.stdout.write(line + "\n")
        return line

    return read


def _ending_of(tests: list[dict[str, Any]]) -> str:
    statuses = {test["status"] for test in tests}
    if "timeout" in statuses:
        return "timeout"
    return "done" if statuses <= {"passed"} else "failed"
