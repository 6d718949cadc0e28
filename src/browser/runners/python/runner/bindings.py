"""Whether a program changed the modules that the next one will use, so that the next one gets a fresh interpreter."""

from __future__ import annotations

import ast
import sys
import types
from collections.abc import Iterator
from typing import Any

_IGNORED = {"__warningregistry__"}
_MAX_CODE = 100_000
"""Characters; to read more takes longer than to start afresh."""
_CHANGING = {"setattr", "delattr"}


class Bindings:
    """What the names of all modules mean now."""

    def __init__(self) -> None:
        self._modules = {
            name: dict(module.__dict__)
            for name, module in list(sys.modules.items())
            # Modules of JavaScript are no modules to Python, and have no names to list.
            if type(module) is types.ModuleType and name != "__main__"
        }

    def have_changed(self) -> bool:
        """Whether a name of one of the modules means something else than it did, or is gone."""
        return any(self._has_changed(name, names) for name, names in self._modules.items())

    @staticmethod
    def _has_changed(name: str, names: dict[str, Any]) -> bool:
        now = getattr(sys.modules.get(name), "__dict__", None)
        if now is None:
            return True
        missing = object()
        return any(now.get(key, missing) is not value for key, value in names.items() if key not in _IGNORED)


def changes_imports(code: str) -> bool:
    """Whether a program sets attributes of what it imports: `asyncio.Queue.get = …` cannot be told from the modules' names."""
    if len(code) > _MAX_CODE:
        return True
    try:
        tree = ast.parse(code)
    except (SyntaxError, ValueError, RecursionError, MemoryError):
        return False
    imported = set(_imported_names(tree))
    return any(root in imported for root in _changed_roots(tree))


def _imported_names(tree: ast.AST) -> Iterator[str]:
    for node in ast.walk(tree):
        if isinstance(node, ast.Import | ast.ImportFrom):
            for alias in node.names:
                yield alias.asname or alias.name.partition(".")[0]


def _changed_roots(tree: ast.AST) -> Iterator[str]:
    for node in ast.walk(tree):
        if isinstance(node, ast.Attribute) and isinstance(node.ctx, ast.Store | ast.Del):
            yield _root_of(node)
        if isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and node.func.id in _CHANGING and node.args:
            yield _root_of(node.args[0])


def _root_of(node: ast.AST) -> str:
    while isinstance(node, ast.Attribute):
        node = node.value
    return node.id if isinstance(node, ast.Name) else ""
