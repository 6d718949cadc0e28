"""Export and import, as `contract.md` says."""

import csv
from collections.abc import Callable

from conftest import Tasks

HEADER = "id,title,status,priority,due,tags,created"
TITLES = ['Say "hi", then go', "Compra ñoquis; 你好", "plain"]


def test_round_trips_csv__nothing_is_lost(tasks: Tasks, elsewhere: Callable[[], Tasks]) -> None:
    """What was exported comes back with all its fields but the ids"""
    done = tasks.add(TITLES[0], "--due", "2030-01-02", "--tag", "b", "--tag", "a")
    tasks.add(TITLES[1], "--priority", "high")
    tasks.add(TITLES[2])
    tasks.succeed("done", str(done))
    path = tasks.folder / "out.csv"
    tasks.succeed("export", str(path))
    with path.open(encoding="utf-8", newline="") as file:
        rows = list(csv.DictReader(file))
    assert path.read_text("utf-8").splitlines()[0] == HEADER
    assert {row["title"]: (row["status"], row["due"], row["tags"]) for row in rows} == {
        TITLES[0]: ("done", "2030-01-02", "a;b"),
        TITLES[1]: ("open", "", ""),
        TITLES[2]: ("open", "", ""),
    }
    other = elsewhere()
    other.add("was there before")
    other.succeed("import", str(path))
    found = {task["title"]: task for task in other.list("--all")}
    assert len({task["id"] for task in found.values()}) == 4, f"an id was given twice: {found}"
    for task in tasks.list("--all"):
        again = found[task["title"]]
        assert {**again, "id": 0} == {**task, "id": 0}, f"exported {task}, imported {again}"


GOOD = "1,Good,open,normal,,,2026-03-10T09:15:00+00:00"


def test_imports_all_or_nothing__a_faulty_row(tasks: Tasks) -> None:
    """A faulty row exits with 1 and the number of its line, and no row is added"""
    for bad in (
        "2,Bad,open,normal,2026-02-30,,2026-03-10T09:15:00+00:00",
        "2,Bad,open,urgent,,,2026-03-10T09:15:00+00:00",
        "2,,open,normal,,,2026-03-10T09:15:00+00:00",
    ):
        rows = [HEADER, *[GOOD] * 5, bad, GOOD]
        (tasks.folder / "in.csv").write_text("\n".join(rows) + "\n", "utf-8")
        tasks.run("import", "in.csv").fails(1, naming="7")
        assert tasks.titles("--all") == [], f"rows were added beside the faulty one, {bad!r}"
