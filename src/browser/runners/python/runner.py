"""Runs one block of learner code and reports what it printed and how it ended, as plain JSON-able data.

Pure Python: the same file runs in Pyodide and on CPython 3.11+. A block is a fresh `__main__` module, or continues
the namespace of its group.
"""

from __future__ import annotations

import ast
import asyncio
import builtins
import io
import json
import linecache
import sys
import traceback
import types
from collections.abc import Callable, Iterator
from typing import Any

from simulation import Simulation

FILENAME = "main.py"
_groups: dict[str, types.ModuleType] = {}


class _Stream(io.TextIOBase):
    """A text stream that hands every write to the host."""

    encoding = "utf-8"

    def __init__(self, emit: Callable[[str], None]) -> None:
        self._emit = emit

    def writable(self) -> bool:
        return True

    def write(self, text: str) -> int:
        if not isinstance(text, str):
            raise TypeError(f"write() argument must be str, not {type(text).__name__}")
        self._emit(text)
        return len(text)


def _module_for(group: str | None) -> types.ModuleType:
    if group is not None and group in _groups:
        return _groups[group]
    module = types.ModuleType("__main__")
    module.__file__ = FILENAME
    if group is not None:
        _groups[group] = module
    return module


def _describe(error: BaseException) -> dict[str, Any]:
    """The exception as a reader sees it: its type, its last lines, and the line of the block that raised it."""
    line = getattr(error, "lineno", None) if isinstance(error, SyntaxError) else None
    for frame in traceback.extract_tb(error.__traceback__, limit=300):
        if frame.filename == FILENAME:
            line = frame.lineno
    return {
        "type": type(error).__name__,
        "message": "".join(traceback.format_exception_only(error)).rstrip("\n"),
        "line": line,
    }


def _reader(lines: Iterator[str]) -> Callable[[object], str]:
    def read(prompt: object = "") -> str:
        sys.stdout.write(str(prompt))
        line = next(lines, None)
        if line is None:
            raise EOFError("EOF when reading a line")
        sys.stdout.write(line + "\n")
        return line

    return read


def run(request: dict[str, Any], emit: Callable[[str], None]) -> dict[str, Any]:
    """Runs `request["code"]`.

    Keys of the request: `code`; `clock`, "virtual" (default) or "real"; `group`, the name of a namespace to continue;
    `stdin`, the lines that `input()` gives. Returns `{"error": None}` or `{"error": {type, message, line}}`; what is
    printed goes to `emit` while it happens.
    """
    module = _module_for(request.get("group"))
    source = request["code"]
    linecache.cache[FILENAME] = (len(source), None, source.splitlines(keepends=True), FILENAME)
    saved = sys.stdout, sys.stderr, builtins.input, sys.modules["__main__"], sys.getrecursionlimit()
    sys.stdout = sys.stderr = _Stream(emit)
    builtins.input = _reader(iter(request.get("stdin") or ()))
    sys.modules["__main__"] = module
    error: dict[str, Any] | None = None
    try:
        with Simulation(request.get("clock", "virtual")):
            flags = ast.PyCF_ALLOW_TOP_LEVEL_AWAIT
            code = compile(source, FILENAME, "exec", flags=flags, dont_inherit=True)
            result = eval(code, module.__dict__)  # noqa: S307 - running the learner's code is the purpose
            if asyncio.iscoroutine(result):
                asyncio.run(result)
    except BaseException as exception:  # noqa: BLE001 - whatever the block raised is its outcome
        error = _describe(exception)
    finally:
        sys.stdout, sys.stderr, builtins.input, sys.modules["__main__"], _ = saved
    return {"error": error}


def forget_groups() -> None:
    """Starts every group afresh; called between pages."""
    _groups.clear()


def run_json(request: str, emit: Callable[[str], None]) -> str:
    """`run` with JSON in and out, so that no proxy object crosses between the host and Python."""
    return json.dumps(run(json.loads(request), emit))
