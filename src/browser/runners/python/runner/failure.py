"""An exception as a reader sees it: CPython's own text with carets, notes and groups, less the frames that are not theirs."""

from __future__ import annotations

import traceback
from typing import Any

from . import source

FRAMES = 300
"""Frames that are looked at: to describe a million of them takes 20 seconds."""


def describe(error: BaseException) -> dict[str, Any]:
    """`{type, message, text, place}`: `message` is the last lines of the traceback, `text` all of it."""
    described = traceback.TracebackException.from_exception(error, limit=FRAMES, compact=True)
    _keep_own_frames(described)
    return {
        "type": type(error).__name__,
        "message": "".join(described.format_exception_only()).rstrip("\n"),
        "text": "".join(described.format()).rstrip("\n"),
        "place": find_place(error),
    }


def find_place(error: BaseException) -> dict[str, Any] | None:
    """The last place in the code before the reader that the exception came through."""
    if isinstance(error, SyntaxError) and source.is_shown(error.filename or ""):
        return source.place_of_syntax_error(error)
    # The outermost and the innermost ones: what lies between them in a deep recursion says nothing more.
    for limit in (-FRAMES, FRAMES):
        frames = traceback.extract_tb(error.__traceback__, limit=limit)
        own = [frame for frame in frames if source.is_shown(frame.filename)]
        if own:
            return source.place_of_frame(own[-1])
    if isinstance(error, BaseExceptionGroup):
        return next((place for inner in error.exceptions if (place := find_place(inner))), None)
    return None


def _keep_own_frames(described: traceback.TracebackException | None) -> None:
    if described is None:
        return
    described.stack[:] = [frame for frame in described.stack if source.is_known(frame.filename)]
    _keep_own_frames(described.__cause__)
    _keep_own_frames(described.__context__)
    for inner in described.exceptions or ():
        _keep_own_frames(inner)
