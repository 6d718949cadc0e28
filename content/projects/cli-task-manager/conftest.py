"""How the pack reaches the command: it starts `COMMAND` in a folder of its own."""

import json
import os
import re
import shlex
import subprocess
import sys
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest

COMMAND = os.environ.get("COMMAND", "python tasks.py")
# Seconds until a command counts as stuck.
PATIENCE = 60.0
# Where the outputs are kept to ASCII by the system's settings, Python would not print an `ñ`.
ENVIRONMENT = {**os.environ, "PYTHONIOENCODING": "utf-8", "PYTHONUTF8": "1"}


def read_command() -> list[str]:
    """The command in words. Files that it names are looked for where pytest was started."""
    words = shlex.split(COMMAND, posix=os.name != "nt")
    if words[0] == "python":
        words[0] = sys.executable
    return [str(Path(word).resolve()) if number and Path(word).is_file() else word for number, word in enumerate(words)]


WORDS = read_command()


@dataclass
class Result:
    call: str
    code: int
    output: str
    errors: str

    def fails(self, code: int, *, naming: str = "") -> None:
        """It ended with this code, a message that names something, and nothing on standard output."""
        assert self.code == code, f"`{self.call}` exited with {self.code} instead of {code}: {self.errors[-300:]}"
        assert self.output == "", f"`{self.call}` failed and still printed {self.output[:200]!r} on standard output"
        assert self.errors.strip(), f"`{self.call}` failed without a message on standard error"
        assert "Traceback" not in self.errors, f"`{self.call}` shows a traceback: {self.errors[-300:]}"
        names = re.search(rf"(?<![\w-]){re.escape(naming)}(?![\w-])", self.errors)
        assert names, f"`{self.call}` does not name {naming!r} in its message: {self.errors[:300]!r}"


class Tasks:
    """The command in a folder."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.file = folder / "tasks.json"

    def start(self, *words: str, **variables: str) -> "subprocess.Popen[str]":
        return subprocess.Popen(
            [*WORDS, *words],
            cwd=self.folder,
            env={**ENVIRONMENT, **variables},
            stdin=subprocess.DEVNULL,
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
            encoding="utf-8",
        )

    def run(self, *words: str, **variables: str) -> Result:
        process = self.start(*words, **variables)
        try:
            output, errors = process.communicate(timeout=PATIENCE)
        except subprocess.TimeoutExpired:
            process.kill()
            raise AssertionError(f"`{shlex.join(words)}` did not end within {PATIENCE:g} s") from None
        return Result(shlex.join(words), process.returncode, output, errors)

    def succeed(self, *words: str, **variables: str) -> str:
        """What the command prints. Fails unless it exits with 0."""
        result = self.run(*words, **variables)
        assert result.code == 0, f"`{result.call}` exited with {result.code}: {result.errors[-300:]}"
        return result.output

    def add(self, title: str, *words: str) -> int:
        printed = self.succeed("add", title, *words)
        assert printed.strip().isdigit(), f"`add` prints the new id and nothing else, not {printed[:200]!r}"
        return int(printed)

    def list(self, *words: str, **variables: str) -> list[dict[str, Any]]:
        """What `list --json` shows."""
        printed = self.succeed("list", "--json", *words, **variables)
        try:
            return json.loads(printed)
        except ValueError:
            raise AssertionError(f"`list --json` printed no JSON: {printed[:200]!r}") from None

    def titles(self, *words: str) -> "list[str]":
        return [task["title"] for task in self.list(*words)]


@pytest.fixture(scope="session", autouse=True)
def command(tmp_path_factory: pytest.TempPathFactory) -> None:
    """The command can be started."""
    try:
        result = Tasks(tmp_path_factory.mktemp("first")).run("list")
    except OSError as error:
        pytest.exit(f"{COMMAND!r} cannot be started ({error}): write tasks.py, or set COMMAND", returncode=3)
    if "can't open file" in result.errors:
        pytest.exit(f"{COMMAND!r} cannot be started: write tasks.py, or set COMMAND", returncode=3)


@pytest.fixture
def tasks(tmp_path: Path) -> Tasks:
    """The command in an empty folder."""
    return Tasks(tmp_path)


@pytest.fixture
def elsewhere(tmp_path: Path) -> Callable[[], Tasks]:
    """The command in one more empty folder."""

    def make() -> Tasks:
        folder = tmp_path / "elsewhere"
        folder.mkdir()
        return Tasks(folder)

    return make
