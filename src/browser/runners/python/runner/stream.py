"""Where learner code prints to: a text stream that hands on what is written, until its budget is used up."""

from __future__ import annotations

import io
from collections.abc import Callable
from dataclasses import dataclass

CHARACTERS = 64_000
LINES = 2_000


class OutputLimitError(BaseException):
    """More was printed than a page can show. No `Exception`, so that a bare `except Exception` does not swallow it."""

    # As a reader should see it, without our module in front.
    __module__ = "builtins"


@dataclass
class Budget:
    """How much may still be written, by all streams of a run together."""

    characters: int = CHARACTERS
    lines: int = LINES
    is_exceeded: bool = False

    def spend(self, text: str) -> str:
        """What of the text may be written. Raises once when the budget is used up; what comes later is dropped."""
        if self.is_exceeded:
            return ""
        self.characters -= len(text)
        self.lines -= text.count("\n")
        if self.characters >= 0 and self.lines >= 0:
            return text
        self.is_exceeded = True
        raise OutputLimitError("too much output")


class Stream(io.TextIOBase):
    """Stands in for `sys.stdout` and `sys.stderr`; `buffer` takes bytes, of which what is no UTF-8 is replaced."""

    encoding = "utf-8"
    errors = "strict"

    def __init__(self, write: Callable[[str], object], budget: Budget) -> None:
        self._write = write
        self._budget = budget
        self.buffer = _Bytes(self)

    def writable(self) -> bool:
        return True

    def write(self, text: str) -> int:
        if not isinstance(text, str):
            raise TypeError(f"write() argument must be str, not {type(text).__name__}")
        allowed = self._budget.spend(text)
        if allowed:
            # A lone surrogate is no character; it must not stop the others on their way.
            self._write(allowed.encode("utf-8", "replace").decode("utf-8"))
        return len(text)


class _Bytes(io.RawIOBase):
    def __init__(self, text: Stream) -> None:
        self._text = text

    def writable(self) -> bool:
        return True

    def write(self, data: bytes) -> int:  # type: ignore[override]
        self._text.write(bytes(data).decode("utf-8", "replace"))
        return len(data)
