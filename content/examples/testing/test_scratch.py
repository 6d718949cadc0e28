import pytest
from scratch import TESTS, clean, outcome


def test_each_test_has_a_line_and_nothing_of_the_run_shows() -> None:
    assert outcome(TESTS) == [
        "PASSED test_passes",
        "FAILED test_fails - assert (1 + 1) == 3",
        "SKIPPED [1] test_page.py:6: on Mondays",
        "1 failed, 1 passed, 1 skipped",
    ]


def test_what_surrounds_it_changes_nothing(monkeypatch: pytest.MonkeyPatch) -> None:
    before = outcome(TESTS)
    monkeypatch.setenv("CI", "true")
    monkeypatch.setenv("PYTEST_ADDOPTS", "--collect-only")
    assert outcome(TESTS) == before


def test_the_configuration_is_that_of_the_text() -> None:
    assert outcome("def check_it(): pass", config='python_functions = ["check_*"]')[-1] == "1 passed"


@pytest.mark.parametrize("seconds", ["0.01s", "12.34s", "61.20s (0:01:01)"])
def test_seconds_are_left_out(seconds: str) -> None:
    assert clean(f"..F   [100%]\n\n1 failed, 2 passed in {seconds}\n") == ["1 failed, 2 passed"]
