"""A task manager for the command line. The tasks lie in a JSON file, which is replaced as a whole and changed under a lock."""

from __future__ import annotations

import argparse
import contextlib
import fcntl
import json
import os
import re
import sys
from collections.abc import Callable, Iterator
from datetime import UTC, date, datetime

Task = dict[str, object]

PRIORITIES = ("low", "normal", "high")
FIELDS = ("id", "title", "status", "priority", "due", "tags", "created")
MAX_TITLE = 200
CONTROL = re.compile(r"[\x00-\x1f\x7f-\x9f]")  # the start of an escape sequence is one of them
TAG = re.compile(r"[a-z0-9-]+")


class Failure(Exception):
    """Something that the user has to know; the exit code is 1."""


# What a task may be


def read_title(text: str) -> str:
    title = text.strip()
    if not 1 <= len(title) <= MAX_TITLE or CONTROL.search(title):
        raise ValueError(f"a title has 1 to {MAX_TITLE} characters on one line, not {text[:40]!r}")
    return title


def read_date(text: str) -> str:
    if not re.fullmatch(r"\d{4}-\d{2}-\d{2}", text, re.ASCII):
        raise ValueError(f"a date is YYYY-MM-DD, not {text!r}")
    return date.fromisoformat(text).isoformat()


def read_new_due(text: str) -> str | None:
    return None if text == "none" else read_date(text)


def read_priority(text: str) -> str:
    if text not in PRIORITIES:
        raise ValueError(f"a priority is low, normal or high, not {text!r}")
    return text


def read_status(text: str) -> str:
    if text not in {"open", "done"}:
        raise ValueError(f"a status is open or done, not {text!r}")
    return text


def read_tag(text: str) -> str:
    if not TAG.fullmatch(text):
        raise ValueError(f"a tag is made of a-z, 0-9 and -, not {text!r}")
    return text


def read_moment(text: str) -> str:
    moment = datetime.fromisoformat(text)
    if moment.tzinfo is None:
        raise ValueError(f"a moment has an offset, unlike {text!r}")
    return moment.isoformat()


# Filters and order


def matches(task: Task, options: argparse.Namespace, today: str) -> bool:
    due = task["due"]
    return (
        (options.all or task["status"] == "open")
        and (options.priority is None or task["priority"] == options.priority)
        and (options.tag is None or options.tag in task["tags"])
        and (options.due_before is None or (due is not None and due < options.due_before))
        and (not options.overdue or (task["status"] == "open" and is_overdue(due, today)))
    )


def is_overdue(due: str | None, today: str) -> bool:
    return due is not None and due < today


def by_urgency(task: Task) -> tuple[bool, str, int, int]:
    return task["due"] is None, task["due"] or "", -PRIORITIES.index(task["priority"]), task["id"]


# The file


class Store:
    """The file of tasks: `{"next": 4, "tasks": [ … ]}`. `next` stays when a task is deleted, so that no id is given twice."""

    def __init__(self, path: str) -> None:
        self.path = path

    def load(self) -> tuple[int, list[Task]]:
        try:
            with open(self.path, encoding="utf-8") as file:
                data = json.load(file)
            return data["next"], data["tasks"]
        except FileNotFoundError:
            return 1, []
        except (ValueError, TypeError, KeyError) as error:
            raise Failure(f"{self.path} is damaged ({error}); it was left as it is") from error

    def save(self, following: int, tasks: list[Task]) -> None:
        """Puts a new file in place of the old one: whenever the process ends, one of the two is there."""
        beside = f"{self.path}.{os.getpid()}.new"
        try:
            with open(beside, "w", encoding="utf-8") as file:
                json.dump({"next": following, "tasks": tasks}, file, ensure_ascii=False, indent=1)
                file.flush()
                os.fsync(file.fileno())
            os.replace(beside, self.path)
        finally:
            with contextlib.suppress(FileNotFoundError):
                os.remove(beside)

    @contextlib.contextmanager
    def locked(self) -> Iterator[None]:
        """Nobody else changes the file meanwhile. A file of its own is locked, since the other one is replaced."""
        with open(f"{self.path}.lock", "w") as lock:
            fcntl.flock(lock, fcntl.LOCK_EX)
            yield

    def add(self, new: list[Task]) -> list[int]:
        with self.locked():
            following, tasks = self.load()
            ids = list(range(following, following + len(new)))
            tasks += [{"id": number, **task} for number, task in zip(ids, new)]
            self.save(following + len(new), tasks)
        return ids

    def change(self, number: int, changes: Task | None) -> None:
        """Changes fields of a task; deletes it where there is nothing to change it to."""
        with self.locked():
            following, tasks = self.load()
            task = next((task for task in tasks if task["id"] == number), None)
            if task is None:
                raise Failure(f"there is no task {number}")
            if changes is None:
                tasks.remove(task)
            elif changes.items() <= task.items():
                return
            else:
                task.update(changes)
            self.save(following, tasks)


# Commands


def now() -> str:
    return datetime.now(UTC).isoformat(timespec="seconds")


def add(store: Store, options: argparse.Namespace) -> None:
    task = {
        "title": options.title,
        "status": "open",
        "priority": options.priority,
        "due": options.due,
        "tags": sorted(set(options.tag)),
        "created": now(),
    }
    print(store.add([task])[0])


def done(store: Store, options: argparse.Namespace) -> None:
    store.change(options.id, {"status": "done"})


def edit(store: Store, options: argparse.Namespace) -> None:
    changes = {name: value for name in ("title", "priority", "due") if (value := getattr(options, name, ...)) is not ...}
    if options.tag is not None:
        changes["tags"] = sorted(set(options.tag))
    store.change(options.id, changes)


def delete(store: Store, options: argparse.Namespace) -> None:
    store.change(options.id, None)


def show(task: Task, today: str, has_color: bool) -> str:
    parts = [f"{task['id']:>4}", "x" if task["status"] == "done" else " ", task["due"] or "          ", f"{task['priority']:<6}"]
    line = "  ".join([*parts, task["title"], *(f"#{tag}" for tag in task["tags"])])
    is_late = task["status"] == "open" and is_overdue(task["due"], today)
    return f"\x1b[31m{line}\x1b[0m" if has_color and is_late else line


def list_tasks(store: Store, options: argparse.Namespace) -> None:
    today = date.today().isoformat()
    tasks = sorted((task for task in store.load()[1] if matches(task, options, today)), key=by_urgency)
    if options.json:
        print(json.dumps(tasks, ensure_ascii=False, indent=1))
        return
    has_color = sys.stdout.isatty() and "NO_COLOR" not in os.environ
    for task in tasks:
        print(show(task, today, has_color))


def export(store: Store, options: argparse.Namespace) -> None:
    import csv

    tasks = store.load()[1]
    with open(options.file, "w", encoding="utf-8", newline="") as file:
        writer = csv.writer(file)
        writer.writerow(FIELDS)
        for task in tasks:
            writer.writerow([*(task[name] for name in FIELDS[:4]), task["due"] or "", ";".join(task["tags"]), task["created"]])


def read_row(row: dict[str, str]) -> Task:
    return {
        "title": read_title(row["title"]),
        "status": read_status(row["status"]),
        "priority": read_priority(row["priority"]),
        "due": read_date(row["due"]) if row["due"] else None,
        "tags": sorted({read_tag(tag) for tag in row["tags"].split(";") if tag}),
        "created": read_moment(row["created"]),
    }


def import_tasks(store: Store, options: argparse.Namespace) -> None:
    import csv

    new: list[Task] = []
    with open(options.file, encoding="utf-8", newline="") as file:
        reader = csv.DictReader(file)
        for row in reader:
            try:
                new.append(read_row(row))
            except (ValueError, KeyError, TypeError, AttributeError) as error:
                raise Failure(f"{options.file}, line {reader.line_num}: {error}") from error
    store.add(new)


def as_type(read: Callable[[str], object]) -> Callable[[str], object]:
    """A rule as a type of argparse, which shows its message only when the error is one of its own."""

    def convert(text: str) -> object:
        try:
            return read(text)
        except ValueError as error:
            raise argparse.ArgumentTypeError(str(error)) from error

    return convert


def make_parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="tasks", allow_abbrev=False)
    commands = parser.add_subparsers(dest="command", required=True)

    def command(name: str, run: Callable[[Store, argparse.Namespace], None]) -> argparse.ArgumentParser:
        sub = commands.add_parser(name, allow_abbrev=False)
        sub.set_defaults(run=run)
        return sub

    sub = command("add", add)
    sub.add_argument("title", type=as_type(read_title))
    sub.add_argument("--priority", type=as_type(read_priority), default="normal")
    sub.add_argument("--due", type=as_type(read_date))
    sub.add_argument("--tag", type=as_type(read_tag), action="append", default=[])
    sub = command("list", list_tasks)
    sub.add_argument("--json", action="store_true")
    sub.add_argument("--all", action="store_true")
    sub.add_argument("--priority", type=as_type(read_priority))
    sub.add_argument("--tag", type=as_type(read_tag))
    sub.add_argument("--due-before", type=as_type(read_date))
    sub.add_argument("--overdue", action="store_true")
    sub = command("edit", edit)
    sub.add_argument("id", type=int)
    sub.add_argument("--title", type=as_type(read_title), default=...)
    sub.add_argument("--priority", type=as_type(read_priority), default=...)
    sub.add_argument("--due", type=as_type(read_new_due), default=...)
    sub.add_argument("--tag", type=as_type(read_tag), action="append")
    command("done", done).add_argument("id", type=int)
    command("delete", delete).add_argument("id", type=int)
    command("export", export).add_argument("file")
    command("import", import_tasks).add_argument("file")
    return parser


def log(command: str, code: int) -> None:
    if path := os.environ.get("TASKS_LOG"):
        with open(path, "a", encoding="utf-8") as file:
            file.write(f"{now()} {command} {code}\n")


def main() -> None:
    options = make_parser().parse_args()
    try:
        options.run(Store(os.environ.get("TASKS_FILE", "tasks.json")), options)
        code = 0
    except (Failure, OSError, UnicodeError) as error:
        print(f"tasks: {error}", file=sys.stderr)
        code = 1
    log(options.command, code)
    sys.exit(code)


if __name__ == "__main__":
    main()
