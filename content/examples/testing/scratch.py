"""Runs pytest on a text, in a process and a folder of its own, and says what came out.

What differs from run to run is left out: seconds, paths, the line of dots. Plugins are off unless named by `-p`.

Run it: it shows a test that passes, one that fails and one that is skipped.
"""

import os
import re
import subprocess
import sys
import tempfile
from pathlib import Path
from textwrap import dedent

# CI, and options of the surrounding project, change what pytest prints.
HIDDEN = ("CI", "BUILD_NUMBER", "PYTEST_ADDOPTS", "PYTEST_PLUGINS", "DJANGO_SETTINGS_MODULE")
QUIET = ("-q", "--color=no", "--no-header", "--tb=no", "-rpfEsxX", "--disable-warnings", "-p", "no:cacheprovider")
PROGRESS = re.compile(r"^[.,FEsxXuU-]+ +\[ *\d+%\]$")
SECONDS = re.compile(r" in \d[\d.:smh() ]*$")


# region: outcome
def outcome(tests: str, *options: str, config: str = "") -> list[str]:
    """The lines that pytest prints for these tests, one for each test by default."""
    with tempfile.TemporaryDirectory() as folder:
        Path(folder, "test_page.py").write_text(dedent(tests))
        Path(folder, "pytest.toml").write_text("[pytest]\n" + dedent(config))
        environment = {name: value for name, value in os.environ.items() if name not in HIDDEN}
        run = subprocess.run(
            [sys.executable, "-m", "pytest", *QUIET, *options],
            cwd=folder,
            env=environment | {"COLUMNS": "120", "PYTEST_DISABLE_PLUGIN_AUTOLOAD": "1", "PYTHONDONTWRITEBYTECODE": "1"},
            capture_output=True,
            text=True,
        )
    return clean(run.stdout)


# endregion
def clean(text: str) -> list[str]:
    lines = (SECONDS.sub("", line.rstrip()).replace("test_page.py::", "") for line in text.splitlines())
    return [line for line in lines if line and not line.startswith("=") and not PROGRESS.match(line)]


TESTS = """
    import pytest

    def test_passes(): assert 1 + 1 == 2
    def test_fails(): assert 1 + 1 == 3
    @pytest.mark.skip(reason="on Mondays")
    def test_is_skipped(): assert False
"""


def main() -> None:
    print(*outcome(TESTS), sep="\n")


if __name__ == "__main__":
    main()
