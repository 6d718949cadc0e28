"""A lane waits for the other's lock, and says so."""

import pytest

from lanes import lanes


def test_a_statement_that_waits_is_printed_twice(capsys: pytest.CaptureFixture[str]) -> None:
    with lanes("CREATE TABLE t (n int); INSERT INTO t VALUES (1)") as (a, b):
        a("BEGIN")
        a("UPDATE t SET n = n + 1")
        b("UPDATE t SET n = n + 1 RETURNING n")
        a("COMMIT")
        assert (a.last, b.last) == ("COMMIT", "3")
    printed = [line.split(maxsplit=1) for line in capsys.readouterr().out.splitlines()]
    assert printed == [
        ["A", "BEGIN"],
        ["A", "UPDATE t SET n = n + 1"],
        ["A", "-> UPDATE 1"],
        ["B", "UPDATE t SET n = n + 1 RETURNING n"],
        ["B", "... waits"],
        ["A", "COMMIT"],
        ["B", "-> 3"],
    ]


def test_an_error_is_a_result() -> None:
    with lanes("CREATE TABLE t (n int)") as (a, b):
        a("SELECT nothing FROM t")
        b("SELECT n FROM t")
        assert a.last.startswith("ERROR 42703")
        assert b.last == "no rows"
