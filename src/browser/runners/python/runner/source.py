"""The files that a reader sees: their text for tracebacks, and places in them as editors count.

Python counts columns in bytes of UTF-8, editors in units of UTF-16.
"""

from __future__ import annotations

import linecache
import traceback
from typing import Any

_texts: dict[str, list[str]] = {}
_shown = "main.py"


def register(name: str, text: str) -> None:
    """Makes a text known under a file name, for tracebacks and places."""
    _texts[name] = text.split("\n")
    linecache.cache[name] = (len(text), None, text.splitlines(keepends=True), name)


def show(name: str) -> None:
    """Says which of the files the reader has before them."""
    global _shown
    _shown = name


def is_shown(name: str) -> bool:
    return name == _shown


def forget_all() -> None:
    for name in _texts:
        linecache.cache.pop(name, None)
    _texts.clear()


def is_known(name: str) -> bool:
    return name in _texts


def place_of_frame(frame: traceback.FrameSummary) -> dict[str, Any] | None:
    """Where a frame of a traceback stands: `{file, line, column, endLine, endColumn}`."""
    if frame.lineno is None:
        return None
    end_line = frame.end_lineno or frame.lineno
    start = _units(frame.filename, frame.lineno, frame.colno or 0)
    end = _units(frame.filename, end_line, frame.end_colno if frame.end_colno is not None else 0)
    return _place(frame.filename, frame.lineno, start, end_line, end)


def place_of_syntax_error(error: SyntaxError) -> dict[str, Any] | None:
    """Where the parser gave up; its offsets count characters from 1, and an end of 0 means that it knows none."""
    name, line = error.filename or "", error.lineno
    if line is None or not is_shown(name):
        return None
    start = _utf16(_line(name, line)[: max((error.offset or 1) - 1, 0)])
    end_line = error.end_lineno or line
    end_offset = error.end_offset or 0
    end = _utf16(_line(name, end_line)[: end_offset - 1]) if end_offset > 0 else start
    return _place(name, line, start, end_line, end)


def _place(name: str, line: int, column: int, end_line: int, end_column: int) -> dict[str, Any]:
    return {"file": name, "line": line, "column": column, "endLine": end_line, "endColumn": end_column}


def _line(name: str, number: int) -> str:
    lines = _texts.get(name, [])
    return lines[number - 1] if 0 < number <= len(lines) else ""


def _units(name: str, line: int, byte: int) -> int:
    return _utf16(_line(name, line).encode("utf-8", "replace")[:byte].decode("utf-8", "replace"))


def _utf16(text: str) -> int:
    return len(text.encode("utf-16-le", "replace")) // 2
