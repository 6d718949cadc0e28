"""What a program may leave changed behind it: streams, modules, files, settings. Everything is as before after a run."""

from __future__ import annotations

import builtins
import gc
import os
import shutil
import sys
import warnings
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import Any

from . import source
from .loggers import Loggers
from .stream import Stream

RECURSION_LIMIT = 300
"""At Python's own 1000, recursion through C (`__repr__`, `sorted` by a key) overflows the stack of Chromium's WebAssembly,
which ends the interpreter."""
_HOME = "/home/pyodide"


@contextmanager
def surroundings(stdout: Stream, stderr: Stream, read_line: Callable[..., str]) -> Iterator[None]:
    """Puts the streams and `input` of a program in place, and takes back whatever it did to the interpreter."""
    saved = {name: getattr(sys, name) for name in ("stdout", "stderr", "argv", "path", "excepthook", "displayhook")}
    argv, path, filters = sys.argv[:], sys.path[:], warnings.filters[:]
    names, limit, environment = dict(builtins.__dict__), sys.getrecursionlimit(), dict(os.environ)
    modules, main, threshold = set(sys.modules), sys.modules["__main__"], gc.get_threshold()
    loggers = Loggers()
    sys.stdout, sys.stderr, builtins.input = stdout, stderr, read_line  # type: ignore[assignment]
    if sys.platform == "emscripten":
        sys.setrecursionlimit(RECURSION_LIMIT)
    try:
        yield
    finally:
        builtins.__dict__.update(names)
        _drop_added(builtins.__dict__, names)
        sys.settrace(None)
        sys.setprofile(None)
        sys.setrecursionlimit(limit)
        for name, value in saved.items():
            setattr(sys, name, value)
        sys.argv[:], sys.path[:], warnings.filters[:] = argv, path, filters
        sys.modules["__main__"] = main
        for name in set(sys.modules) - modules:
            file = getattr(sys.modules[name], "__file__", None) or ""
            if source.is_known(file) or _is_own(file, path):
                del sys.modules[name]
        loggers.restore()
        gc.enable()
        gc.set_threshold(*threshold)
        if "tracemalloc" in sys.modules:
            sys.modules["tracemalloc"].stop()
        if sys.platform == "emscripten":
            os.environ.clear()
            os.environ.update(environment)
            _empty_home()


def _is_own(file: str, path: list[str]) -> bool:
    """Whether a module was written by the program itself, to where nothing was imported from before."""
    return file.startswith("/") and not any(entry and file.startswith(entry) for entry in path)


def _drop_added(names: dict[str, Any], before: dict[str, Any]) -> None:
    for name in set(names) - set(before):
        del names[name]


def _empty_home() -> None:
    """Files that a program wrote must not be found by the next one."""
    os.chdir(_HOME)
    for entry in os.scandir(_HOME):
        if entry.is_dir(follow_symlinks=False):
            shutil.rmtree(entry.path, ignore_errors=True)
        else:
            os.unlink(entry.path)
