"""How the pack reaches the command: it starts `COMMAND` in a folder of its own, beside the logs that it writes there."""

import json
import os
import shlex
import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest

COMMAND = os.environ.get("COMMAND", "python analyse.py")
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


def make_line(
    request: str = "GET / HTTP/1.1",
    status: int = 200,
    size: str = "100",
    *,
    address: str = "203.0.113.7",
    time: str = "12/Mar/2026:10:15:32 +0000",
    agent: str = "Mozilla/5.0",
    seconds: str = "",
) -> str:
    """A line of a log."""
    return f'{address} - - [{time}] "{request}" {status} {size} "-" "{agent}"{seconds and " " + seconds}'


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
        assert naming in self.errors, f"`{self.call}` does not name {naming!r} in its message: {self.errors[:300]!r}"


class Analyser:
    """The command in a folder."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder

    def write(self, *lines: str | bytes, name: str = "access.log") -> str:
        """Writes a log, and gives its name."""
        raw = [line.encode() if isinstance(line, str) else line for line in lines]
        (self.folder / name).write_bytes(b"".join(line + b"\n" for line in raw))
        return name

    def run(self, *words: str, stdin: bytes = b"") -> Result:
        try:
            done = subprocess.run(
                [*WORDS, *words], cwd=self.folder, env=ENVIRONMENT, input=stdin, capture_output=True, timeout=PATIENCE
            )
        except subprocess.TimeoutExpired:
            raise AssertionError(f"`{shlex.join(words)}` did not end within {PATIENCE:g} s") from None
        output, errors = done.stdout.decode(errors="replace"), done.stderr.decode(errors="replace")
        return Result(shlex.join(words), done.returncode, output, errors)

    def succeed(self, *words: str, stdin: bytes = b"", code: int = 0) -> str:
        """What the command prints. Fails unless it exits with that code."""
        result = self.run(*words, stdin=stdin)
        assert result.code == code, f"`{result.call}` exited with {result.code} instead of {code}: {result.errors[-300:]}"
        return result.output

    def report(self, *words: str, stdin: bytes = b"") -> dict[str, Any]:
        """The report of `--json`."""
        printed = self.succeed(*words, "--json", stdin=stdin)
        try:
            return json.loads(printed)
        except ValueError:
            raise AssertionError(f"`--json` printed no JSON: {printed[:200]!r}") from None

    def measure_peak(self, *words: str) -> int:
        """The most memory that the command took, in bytes."""
        # Asked by a small process in between: what it starts is charged with its own size, and pytest is large.
        script = (
            "import resource, subprocess, sys\n"
            "subprocess.run(sys.argv[1:], check=True, stdout=subprocess.DEVNULL)\n"
            "print(resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss)"
        )
        call = [sys.executable, "-c", script, *WORDS, *words]
        printed = subprocess.run(call, cwd=self.folder, env=ENVIRONMENT, capture_output=True, timeout=PATIENCE, check=True)
        return int(printed.stdout) * (1 if sys.platform == "darwin" else 1024)


@pytest.fixture(scope="session", autouse=True)
def command(tmp_path_factory: pytest.TempPathFactory) -> None:
    """The command can be started."""
    try:
        result = Analyser(tmp_path_factory.mktemp("first")).run("-", "--json")
    except OSError as error:
        pytest.exit(f"{COMMAND!r} cannot be started ({error}): write analyse.py, or set COMMAND", returncode=3)
    if "can't open file" in result.errors:
        pytest.exit(f"{COMMAND!r} cannot be started: write analyse.py, or set COMMAND", returncode=3)


@pytest.fixture
def analyser(tmp_path: Path) -> Analyser:
    """The command in an empty folder."""
    return Analyser(tmp_path)
