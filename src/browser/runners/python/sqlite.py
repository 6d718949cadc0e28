"""Runs the statements of an SQL block on an SQLite database in memory, and reports its last rows as JSON-able data."""

from __future__ import annotations

import json
import sqlite3
import time
from collections.abc import Iterator
from typing import Any

_groups: dict[str, sqlite3.Connection] = {}
_STEPS = 10_000
"""Steps of SQLite's machine between two looks at the clock."""


def _statements(code: str) -> Iterator[tuple[int, str]]:
    """Each statement with the line it begins in; SQLite itself knows which semicolons end one."""
    start = 0
    for end, character in enumerate(code, 1):
        if end < len(code) and not (character == ";" and sqlite3.complete_statement(code[start:end])):
            continue
        text = code[start:end]
        yield 1 + code[: start + len(text) - len(text.lstrip())].count("\n"), text
        start = end


def _text(value: object) -> str | None:
    if value is None or isinstance(value, str):
        return value
    return f"X'{value.hex().upper()}'" if isinstance(value, bytes) else str(value)


def _table(cursor: sqlite3.Cursor) -> dict[str, Any]:
    rows = cursor.fetchall()
    columns = [
        {"name": name, "isNumeric": all(isinstance(row[n], int | float | None) for row in rows)}
        for n, (name, *_) in enumerate(cursor.description)
    ]
    return {"columns": columns, "rows": [[_text(value) for value in row] for row in rows]}


def _plan(cursor: sqlite3.Cursor) -> dict[str, Any]:
    """`EXPLAIN QUERY PLAN` as the tree that the sqlite3 shell draws."""
    steps = cursor.fetchall()

    def draw(parent: int, indent: str) -> Iterator[str]:
        children = [step for step in steps if step[1] == parent]
        for number, (step, _, _, detail) in enumerate(children, 1):
            is_last = number == len(children)
            yield indent + ("`--" if is_last else "|--") + detail
            yield from draw(step, indent + ("   " if is_last else "|  "))

    return {"columns": [], "rows": [[line] for line in draw(0, "")]}


def _run(request: dict[str, Any]) -> dict[str, Any]:
    group = request["group"]
    connection = _groups.get(group) or sqlite3.connect(":memory:", isolation_level=None)
    if group is not None:
        _groups[group] = connection
    deadline = time.monotonic() + request["limit"]
    connection.set_progress_handler(lambda: time.monotonic() > deadline, _STEPS)
    answer: dict[str, Any] = {"table": None, "isPlan": False, "error": None}
    for line, text in _statements(request["code"]):
        try:
            cursor = connection.execute(text)
            if cursor.description is not None:
                names = [name for name, *_ in cursor.description]
                is_plan = names == ["id", "parent", "notused", "detail"] and "explain" in text.lower()
                answer["table"] = _plan(cursor) if is_plan else _table(cursor)
                answer["isPlan"] = is_plan
        except (sqlite3.Error, sqlite3.Warning) as error:
            message = f"stopped after {request['limit']} s" if time.monotonic() > deadline else str(error)
            answer["error"] = {"type": type(error).__name__, "message": f"ERROR:  {message}", "line": line}
            break
    if group is None:
        connection.close()
    return answer


def run_json(request: str) -> str:
    """Takes `code`, `group` (or None) and `limit` in seconds; returns `table`, `isPlan` and `error`."""
    return json.dumps(_run(json.loads(request)))


def forget_groups() -> None:
    """Starts every group afresh; called between pages."""
    for connection in _groups.values():
        connection.close()
    _groups.clear()
