"""All in one run, since starting two servers is what takes time."""

import pytest

import replication as example
from replicas import MISSING


def test_each_situation_ends_as_the_note_says(printed: str) -> None:
    assert printed.splitlines() == [
        "primary reads 2 - standby reads 1",
        "standby has replayed the write: False",
        "commit at on returned: primary reads 3 - standby reads 1",
        "commit at remote_apply waits, until replay is resumed",
        "it returned: primary reads 4 - standby reads 4",
        "limit -1: slot is extended, and holds back 8 MB",
        "limit 4MB: slot is lost, and holds back 0 MB",
        "old primary: committed 10 on timeline 1",
        "new primary: committed 1 on timeline 2",
        "after the switch, on the subscriber: Key (id)=(1) already exists.",
        "new column: subscriber stops with 2 rows, and goes on when it has the column too",
    ]


def test_without_the_programs_it_says_what_it_needs(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(example, "find_programs", lambda: None)
    example.main()
    assert capsys.readouterr().out == f"{MISSING}\n"
