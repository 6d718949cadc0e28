"""Runs learner code and reports what came of it, as plain JSON-able data: the one way in for a page and for the tests.

Pure Python; the same files run in Pyodide (in a page, and in Node for the tests) and on CPython 3.11+.
"""

from __future__ import annotations

import json
from typing import Any

from .host import Host
from .program import run

__all__ = ["Host", "run", "run_json"]

# Bound here, so that learner code that replaces json.dumps still gets its report.
_read, _write = json.loads, json.dumps


def run_json(request: str, emit: Any, sleep: Any = None, is_overdue: Any = None, disarm: Any = None) -> str:
    """`run` with JSON in and out, so that no proxy object crosses between the host and Python.

    `emit(stream, text)` is told what is printed, while it happens; the others are explained at `Host`.
    """
    return _write(run(_read(request), Host(emit, sleep, is_overdue, disarm)))
