"""What a browser cannot do, told from the exceptions that come of trying it."""

from __future__ import annotations

import sys

from simulation import UnsupportedError, explain
from simulation.unsupported import REASONS


def find_limit(error: BaseException) -> str | None:
    """Which limit of a browser an exception ran into: one of `simulation.unsupported.REASONS`, `packages`, or none."""
    for inner in _chain(error):
        reason = explain(inner)
        if reason is not None or isinstance(inner, UnsupportedError):
            return next((name for name, text in REASONS.items() if text == reason), "threads")
        if isinstance(inner, ModuleNotFoundError):
            root = (inner.name or "").partition(".")[0]
            if root in ("_posixsubprocess", "_posixshmem"):
                return "processes"
            return None if root in sys.stdlib_module_names else "packages"
    return None


def _chain(error: BaseException | None) -> list[BaseException]:
    found: list[BaseException] = []
    while error is not None and error not in found:
        found.append(error)
        if isinstance(error, BaseExceptionGroup):
            found.extend(inner for sub in error.exceptions for inner in _chain(sub) if inner not in found)
        error = error.__cause__ or error.__context__
    return found
