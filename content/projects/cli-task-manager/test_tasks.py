"""What the command does with tasks, as `contract.md` says."""

import re
from datetime import date, datetime, timedelta

import pytest

from conftest import PATIENCE, Tasks

KEYS = {"id", "title", "status", "priority", "due", "tags", "created"}


def test_adds_and_lists__from_one_process_to_the_next(tasks: Tasks) -> None:
    """`add` prints the id alone, and a later `list` shows that id and the title"""
    number = tasks.add("Buy señales, 你好")
    lines = [line for line in tasks.succeed("list").splitlines() if "Buy señales, 你好" in line]
    assert len(lines) == 1, f"`list` has {len(lines)} lines with the title"
    assert re.search(rf"\b{number}\b", lines[0]), f"`list` does not show the id {number}: {lines[0]!r}"
    assert tasks.file.is_file(), "there is no tasks.json in the current folder"


def test_adds_and_lists__in_a_file_of_your_choice(tasks: Tasks) -> None:
    """TASKS_FILE names another file"""
    path = tasks.folder / "other.json"
    tasks.succeed("add", "Elsewhere", TASKS_FILE=str(path))
    assert path.is_file() and not tasks.file.exists(), f"TASKS_FILE={path} was not heeded"
    assert [task["title"] for task in tasks.list(TASKS_FILE=str(path))] == ["Elsewhere"]


def test_lists_as_json__nothing(tasks: Tasks) -> None:
    """Without tasks `list --json` prints an empty array"""
    assert tasks.list() == []


def test_lists_as_json__keys_and_values(tasks: Tasks) -> None:
    """Each task has exactly the keys of the contract, with defaults where nothing was said"""
    tasks.add("First", "--priority", "high", "--due", "2024-02-29", "--tag", "web", "--tag", "api", "--tag", "web")
    tasks.add("  Second ")
    first, second = tasks.list()
    assert set(first) == set(second) == KEYS, f"the keys are {sorted(first)}"
    expected = {"title": "First", "status": "open", "priority": "high", "due": "2024-02-29", "tags": ["api", "web"]}
    assert {name: first[name] for name in expected} == expected
    expected = {"title": "Second", "status": "open", "priority": "normal", "due": None, "tags": []}
    assert {name: second[name] for name in expected} == expected
    assert isinstance(first["id"], int), f"the id is {first['id']!r}"
    assert datetime.fromisoformat(first["created"]).tzinfo, f"created has no offset: {first['created']!r}"


def test_completes_a_task__once_and_again(tasks: Tasks) -> None:
    """`done` takes a task from the list of open ones; `list --all` shows it; again changes nothing"""
    first, second = tasks.add("First"), tasks.add("Second")
    tasks.succeed("done", str(first))
    assert tasks.titles() == ["Second"], "after `done` the list still shows the task, or not the other one"
    everything = tasks.list("--all")
    assert {task["id"]: task["status"] for task in everything} == {first: "done", second: "open"}
    tasks.succeed("done", str(first))
    assert tasks.list("--all") == everything, "the second `done` changed something"


def test_edits_a_task__only_what_is_named(tasks: Tasks) -> None:
    """`edit` changes the fields that are named and no others"""
    number = str(tasks.add("Old", "--priority", "low", "--due", "2030-01-02", "--tag", "a", "--tag", "b"))
    (before,) = tasks.list()
    tasks.succeed("edit", number, "--title", "New")
    assert tasks.list() == [{**before, "title": "New"}]
    tasks.succeed("edit", number, "--priority", "high", "--due", "none", "--tag", "z", "--tag", "c")
    assert tasks.list() == [{**before, "title": "New", "priority": "high", "due": None, "tags": ["c", "z"]}]


def test_deletes_a_task__from_all_lists(tasks: Tasks) -> None:
    """A deleted task is in no list, the others are"""
    first = tasks.add("First")
    tasks.add("Second")
    tasks.succeed("delete", str(first))
    assert tasks.titles("--all") == ["Second"]


def test_never_reuses_ids__after_a_deletion(tasks: Tasks) -> None:
    """After the task with the highest id is deleted, the next id is higher still"""
    tasks.add("First")
    second = tasks.add("Second")
    tasks.succeed("delete", str(second))
    third = tasks.add("Third")
    assert third > second, f"{second} was deleted, and the next task got {third}"


def test_reports_unknown_tasks__by_their_id(tasks: Tasks) -> None:
    """An id that is not there exits with 1, a message with the id, and the file as it was"""
    tasks.add("First")
    before = tasks.file.read_bytes()
    for words in (("done", "4711"), ("edit", "4711", "--title", "New"), ("delete", "4711")):
        tasks.run(*words).fails(1, naming="4711")
        assert tasks.file.read_bytes() == before, f"`{words[0]}` of an unknown task changed the file"


BAD = {
    "an empty title": ("add", ""),
    "a blank title": ("add", "   "),
    "a long title": ("add", "x" * 201),
    "a priority": ("add", "First", "--priority", "urgent"),
    "a day that does not exist": ("add", "First", "--due", "2026-02-30"),
    "a date in another form": ("add", "First", "--due", "30.1.2026"),
    "a tag": ("add", "First", "--tag", "Two words"),
    "a tag to edit": ("edit", "1", "--tag", "ñ"),
    "an unknown command": ("frobnicate",),
}


@pytest.mark.parametrize("what", BAD)
def test_rejects_bad_input__with_2(tasks: Tasks, what: str) -> None:
    """Bad input exits with 2 and a message, without a traceback, and writes nothing"""
    tasks.run(*BAD[what]).fails(2)
    assert not tasks.file.exists(), f"`{BAD[what]}` wrote a file"


def test_rejects_bad_input__at_the_limit(tasks: Tasks) -> None:
    """A title of 200 characters is taken"""
    tasks.add("ñ" * 200)
    assert tasks.titles() == ["ñ" * 200]


def test_filters_the_list__one_and_several(tasks: Tasks) -> None:
    """Filters by priority, tag and date, all of which must hold"""
    tasks.add("a", "--priority", "high", "--tag", "web", "--due", "2030-01-01")
    tasks.add("b", "--priority", "high", "--due", "2030-01-02")
    tasks.add("c", "--tag", "web", "--tag", "api")
    for words, titles in [
        (("--priority", "high"), ["a", "b"]),
        (("--tag", "web"), ["a", "c"]),
        (("--due-before", "2030-01-02"), ["a"]),
        (("--priority", "normal", "--tag", "web"), ["c"]),
    ]:
        found = tasks.titles(*words)
        assert found == titles, f"`list {' '.join(words)}` shows {found} instead of {titles}"


def test_filters_the_list__overdue(tasks: Tasks) -> None:
    """Overdue is open and due before today: what is due today is not"""
    while True:
        today = date.today()
        days = [today - timedelta(1), today, today + timedelta(1)]
        tasks.add("late", "--due", days[0].isoformat())
        tasks.add("today", "--due", days[1].isoformat())
        tasks.add("tomorrow", "--due", days[2].isoformat())
        tasks.add("never")
        tasks.succeed("done", str(tasks.add("done", "--due", days[0].isoformat())))
        found = tasks.titles("--overdue", "--all")
        if date.today() == today:
            break
        tasks.file.unlink()  # midnight has passed: what was today is late by now
    assert found == ["late"], f"`list --overdue --all` shows {found}"


def test_sorts_by_urgency__both_lists(tasks: Tasks) -> None:
    """By due date, then by priority, then by id; tasks without a date last"""
    tasks.add("5-normal")
    tasks.add("4-high", "--priority", "high")
    tasks.add("3-later", "--due", "2030-01-03", "--priority", "high")
    tasks.add("2-low", "--due", "2030-01-02", "--priority", "low")
    tasks.add("0-high", "--due", "2030-01-02", "--priority", "high")
    tasks.add("1-high", "--due", "2030-01-02", "--priority", "high")
    expected = ["0-high", "1-high", "2-low", "3-later", "4-high", "5-normal"]
    assert tasks.titles() == expected
    shown = tasks.succeed("list")
    assert sorted(expected, key=shown.index) == expected, f"the order of `list` is another:\n{shown}"


def test_keeps_a_damaged_file__as_it_is(tasks: Tasks) -> None:
    """A file that is not JSON exits with 1 and its name, and keeps its bytes"""
    damaged = b'[{"id": 1, "title": "Fir'
    tasks.file.write_bytes(damaged)
    for words in (("list",), ("add", "First"), ("done", "1")):
        tasks.run(*words).fails(1, naming="tasks.json")
        assert tasks.file.read_bytes() == damaged, f"`{words[0]}` changed the damaged file"


def test_loses_nothing_in_parallel__twenty_at_once(tasks: Tasks) -> None:
    """Twenty `add` at the same time leave twenty tasks with twenty ids"""
    processes = [tasks.start("add", f"Task {number}") for number in range(20)]
    errors = [process.communicate(timeout=PATIENCE)[1] for process in processes]
    failed = [text for process, text in zip(processes, errors) if process.returncode != 0]
    assert failed == [], f"{len(failed)} of 20 failed, the first with {failed[0][-300:]!r}"
    found = tasks.list()
    assert len({task["id"] for task in found}) == 20, f"20 were added, {len(found)} tasks are there"
    assert {task["title"] for task in found} == {f"Task {number}" for number in range(20)}


def test_prints_plain_text_to_pipes__no_escape_sequences(tasks: Tasks) -> None:
    """What goes to a pipe has no colors"""
    tasks.add("late", "--due", "2020-01-01", "--priority", "high")
    result = tasks.run("list")
    assert "\x1b" not in result.output + result.errors, f"`list` into a pipe printed {result.output!r}"


def test_logs_what_it_did__time_name_and_code(tasks: Tasks) -> None:
    """With TASKS_LOG each command adds a line with its time, its name and its exit code"""
    log = tasks.folder / "tasks.log"
    printed = tasks.succeed("add", "First", TASKS_LOG=str(log))
    assert printed.strip().isdigit(), f"with TASKS_LOG `add` prints {printed!r}"
    tasks.run("done", "4711", TASKS_LOG=str(log))
    lines = [line.split(" ") for line in log.read_text("utf-8").splitlines()]
    assert [line[1:] for line in lines] == [["add", "0"], ["done", "1"]], f"the log is {lines}"
    for moment, *_ in lines:
        datetime.fromisoformat(moment)
