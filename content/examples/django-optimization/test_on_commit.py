import on_commit as example
import pytest
from bookshop import fill

pytestmark = pytest.mark.django_db(transaction=True)


@pytest.fixture(autouse=True)
def shop() -> None:
    fill(authors=1)


def test_a_signal_does_not_wait_for_the_commit() -> None:
    assert example.place("a@b.c") == ["at once: a@b.c", "on commit: a@b.c"]
    assert example.place("a@b.c", fails=True) == ["at once: a@b.c"]


def test_a_savepoint_takes_its_callbacks_with_it() -> None:
    assert example.place_in_savepoint("a@b.c") == ["on commit: a@b.c"]


def test_signals_do_not_see_what_is_done_in_bulk() -> None:
    assert example.place_many(2) == []


def test_a_robust_callback_stops_no_other() -> None:
    assert example.fail_in_callback() == (["the next one ran"], True)
