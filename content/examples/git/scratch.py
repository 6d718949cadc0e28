"""A Git repository to try things in: thrown away at the end, and with the same ids in every run.

    from scratch import repository

    with repository() as git:
        git.write("hello.txt", "hello\\n")
        git("add hello.txt")
        git("commit -qm first")
        git("log --oneline")

Each call is printed as a terminal would show it, without Git's hints and the folder's path. Names are fixed, and the clock
moves a minute a call, since both are part of a commit's id. Your own configuration is neither read nor changed.
`git.clone("bob")` makes another repository beside it, with another author, for what two people do to each other.
"""

from __future__ import annotations

import os
import shlex
import subprocess
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

START = 1767225600
"""2026-01-01, in seconds since 1970."""
CONFIG = {"init.defaultBranch": "main", "core.abbrev": "7", "core.autocrlf": "false"}


class Repository:
    """Called with a command, it runs Git in `folder` and prints both."""

    def __init__(self, folder: Path, author: str, is_named: bool = False) -> None:
        self.folder = folder
        self._author = author
        self._prompt = f"{author}$ " if is_named else "$ "
        self._calls = 0

    def __call__(self, command: str) -> None:
        print(f"{self._prompt}git {command}")
        self._calls += 1
        for line in self.run(*shlex.split(command)).splitlines():
            if not line.startswith("hint:"):
                print(line.replace(self.folder.parent.as_posix(), "").rstrip())

    def run(self, *arguments: str) -> str:
        """What Git prints, also where it fails."""
        done = subprocess.run(
            ["git", *arguments],
            cwd=self.folder,
            env=self._environment(),
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            encoding="utf-8",
        )
        return done.stdout

    def write(self, name: str, text: str) -> None:
        (self.folder / name).write_text(text, encoding="utf-8", newline="\n")

    def read(self, name: str) -> str:
        return (self.folder / name).read_text(encoding="utf-8")

    def commit(self, message: str, **files: str) -> None:
        """Writes the files, `app="…"` to `app.txt`, and commits them. Prints nothing."""
        self._calls += 1
        for name, text in files.items():
            self.write(f"{name}.txt", text)
        self.run("add", "--all")
        self.run("commit", "-qm", message)

    def clone(self, author: str) -> Repository:
        folder = self.folder.parent / author
        self.run("clone", "--quiet", self.folder.as_posix(), folder.as_posix())
        return Repository(folder, author, is_named=True)

    def _environment(self) -> dict[str, str]:
        date = f"{START + 60 * self._calls} +0000"
        mine = {name: value for name, value in os.environ.items() if not name.startswith("GIT_")}
        for role in ("AUTHOR", "COMMITTER"):
            mine[f"GIT_{role}_NAME"] = self._author.title()
            mine[f"GIT_{role}_EMAIL"] = f"{self._author}@example.com"
            mine[f"GIT_{role}_DATE"] = date
        for index, (key, value) in enumerate(CONFIG.items()):
            mine[f"GIT_CONFIG_KEY_{index}"] = key
            mine[f"GIT_CONFIG_VALUE_{index}"] = value
        return mine | {
            "GIT_CONFIG_COUNT": str(len(CONFIG)),
            "GIT_CONFIG_GLOBAL": os.devnull,
            "GIT_CONFIG_NOSYSTEM": "1",
            "GIT_DEFAULT_HASH": "sha1",
            "GIT_DEFAULT_REF_FORMAT": "files",
            "GIT_EDITOR": "true",
            "GIT_PAGER": "cat",
            "LC_ALL": "C",
        }


@contextmanager
def repository(*, bare: bool = False) -> Iterator[Repository]:
    """An empty repository; a bare one has no working tree, like that on a server."""
    with tempfile.TemporaryDirectory(ignore_cleanup_errors=True) as folder:
        git = Repository(Path(folder).resolve() / "shop", "ada")
        git.folder.mkdir()
        git.run("init", "--quiet", *(["--bare"] if bare else []))
        yield git


def main() -> None:
    with repository() as git:
        git.write("hello.txt", "hello\n")
        git("add hello.txt")
        git("commit -qm first")
        git("log --oneline")


if __name__ == "__main__":
    main()
