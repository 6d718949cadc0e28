import pytest

import crash as example
from replicas import MISSING


def test_a_backend_that_is_killed_takes_the_others_with_it(printed: str) -> None:
    assert printed.splitlines() == [
        "pg_terminate_backend: the bystander is alive: True, and n is 2",
        "kill -9: the bystander is alive: False, and n is 1",
    ]


def test_without_the_programs_it_says_what_it_needs(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(example, "find_programs", lambda: None)
    example.main()
    assert capsys.readouterr().out == f"{MISSING}\n"
