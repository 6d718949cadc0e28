"""Runs pytest in many folders from one process: each in a fork of it, as many at once as there are processors.

Starting Python and pytest takes longer than the tests of an exercise, so it is done once. What one folder imports, no
other sees. Reads a line of JSON for each folder from stdin, `{"folder": …}`, and writes one for each, in any order:
`{"folder": …, "tests": [{"name": …, "outcome": …, "message": …}], "error": …}`.

Plug-ins, and the modules that the command line names, are imported before: what they are made of is then there in each
fork at once. That takes 0.3 s off each folder, and 0.5 to 1 s where it imports a web framework.

Tests that examine a program from outside name it: `{"folder": …, "subject": {"program": …, "variable": "BASE_URL"}}`.
"""

from __future__ import annotations

import contextlib
import gc
import importlib
import json
import multiprocessing
import os
import signal
import sys
from collections.abc import Iterator, Sequence
from importlib.metadata import entry_points
from multiprocessing.connection import Connection, wait
from types import FrameType
from typing import Any

import pack_subject
import pytest

TEST_LIMIT = 60.0
"""Seconds of real time for one test. On a simulated clock it takes milliseconds, unless the machine is very busy."""
CPYTHON_LIMIT = 300.0
"""The same for tests in real time, which may work on much data."""
FOLDER_LIMIT = 600.0
"""Seconds after which a folder that heeds no signal is ended."""


class TooSlow(BaseException):
    """A test ran out of time. No `except Exception` catches it."""


class Collector:
    """What pytest says of each test."""

    def __init__(self, limit: float) -> None:
        self.tests: list[dict[str, str]] = []
        self.errors: list[str] = []
        self._limit = limit

    @pytest.hookimpl(wrapper=True)
    def pytest_pyfunc_call(self) -> Iterator[None]:
        # Again each second, should the test catch the first one.
        signal.setitimer(signal.ITIMER_REAL, self._limit, 1)
        try:
            return (yield)
        except TooSlow:
            pytest.fail(f"ran for more than {self._limit:.0f} s", pytrace=False)
        finally:
            signal.setitimer(signal.ITIMER_REAL, 0)

    def pytest_runtest_logreport(self, report: pytest.TestReport) -> None:
        if report.when == "call" or report.outcome != "passed":
            message = getattr(report.longrepr, "reprcrash", None)
            text = message.message if message else str(report.longrepr or "")
            self.tests.append({"name": report.nodeid.split("::")[-1], "outcome": report.outcome, "message": text})

    def pytest_collectreport(self, report: pytest.CollectReport) -> None:
        if report.failed:
            self.errors.append(report.longreprtext)


def stop(number: int, frame: FrameType | None) -> None:
    raise TooSlow


def import_once(modules: Sequence[str]) -> None:
    for plugin in entry_points(group="pytest11"):
        plugin.load()
    for name in modules:
        # Whoever needs it says what is wrong with it.
        with contextlib.suppress(Exception):
            importlib.import_module(name)
    # pytest collects garbage at the end of a folder: what was imported here need not be looked through each time.
    gc.freeze()


def run_folder(job: dict[str, Any], pipe: Connection) -> None:
    folder = job["folder"]
    os.chdir(folder)
    silence = os.open(os.devnull, os.O_WRONLY)
    os.dup2(silence, 1)
    os.dup2(silence, 2)
    signal.signal(signal.SIGALRM, stop)
    collector = Collector(CPYTHON_LIMIT if os.path.basename(folder) == "cpython" else TEST_LIMIT)
    # Nobody reads the tracebacks, and to make one takes up to 0.3 s where a test fails deep in a framework.
    words = ["-p", "no:cacheprovider", "--tb=no", "--rootdir", folder, "--confcutdir", folder, "--quiet", folder]
    try:
        with pack_subject.provide(**job["subject"]) if "subject" in job else contextlib.nullcontext({}) as environment:
            os.environ.update(environment)
            pytest.main(words, plugins=[collector])
    except pack_subject.NotStarted as error:
        collector.errors.append(str(error))
    pipe.send({"tests": collector.tests, "error": "\n".join(collector.errors)})


def run_all(jobs: list[dict[str, Any]]) -> Iterator[dict[str, Any]]:
    context = multiprocessing.get_context("fork")
    waiting = list(reversed(jobs))
    running: dict[Connection, tuple[str, multiprocessing.process.BaseProcess]] = {}
    while waiting or running:
        while waiting and len(running) < (os.cpu_count() or 1):
            job = waiting.pop()
            receiver, sender = context.Pipe(duplex=False)
            process = context.Process(target=run_folder, args=(job, sender))
            process.start()
            sender.close()
            running[receiver] = job["folder"], process
        ready = wait(list(running), FOLDER_LIMIT)
        for pipe in ready or list(running):
            folder, process = running.pop(pipe)  # type: ignore[call-overload]
            yield {"folder": folder, **receive(pipe, process, has_answer=bool(ready))}


def receive(pipe: Any, process: multiprocessing.process.BaseProcess, *, has_answer: bool) -> dict[str, Any]:
    answer: dict[str, Any] = {"tests": [], "error": f"gave no answer in {FOLDER_LIMIT:.0f} s"}
    if has_answer:
        try:
            answer = pipe.recv()
        except EOFError:
            answer["error"] = "the process ended without an answer"
    process.kill()
    process.join()
    pipe.close()
    return answer


if __name__ == "__main__":
    import_once(sys.argv[1:])
    for outcome in run_all([json.loads(line) for line in sys.stdin.read().splitlines()]):
        print(json.dumps(outcome), flush=True)
