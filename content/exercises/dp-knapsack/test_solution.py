import random
import sys
from collections.abc import Callable, Iterator
from itertools import combinations
from types import FrameType
from typing import Any, TypeVar

from solution import Entry, choose, most_hits

Result = TypeVar("Result")


def run_within(limit: int, action: Callable[[], Result]) -> Result:
    """What `action` returns, if it runs at most `limit` lines of Python: the same on a fast and on a slow machine."""
    steps = 0

    def trace(frame: FrameType, event: str, argument: Any) -> Any:
        nonlocal steps
        steps += 1
        if steps > limit:
            raise AssertionError(f"no answer after {limit:,} lines of Python: what is computed more than once?")
        return trace

    before = sys.gettrace()
    sys.settrace(trace)
    try:
        return action()
    finally:
        sys.settrace(before)


class Hits(int):
    """A number of hits that knows how many of its kind are alive. What it is added to becomes one of its kind."""

    alive = 0
    most = 0

    def __init__(self, _value: int) -> None:
        Hits.alive += 1
        Hits.most = max(Hits.most, Hits.alive)

    def __del__(self) -> None:
        Hits.alive -= 1

    def __add__(self, other: int) -> "Hits":
        return Hits(int(self) + int(other))

    __radd__ = __add__


def make(*pairs: tuple[int, int]) -> list[Entry]:
    """Entries of (size, hits), named a, b, c …"""
    return [Entry(chr(ord("a") + index), size, hits) for index, (size, hits) in enumerate(pairs)]


def most_of_all(entries: list[Entry], capacity: int) -> int:
    """The best of all choices, each of them tried."""
    choices = (chosen for count in range(len(entries) + 1) for chosen in combinations(entries, count))
    return max(sum(e.hits for e in chosen) for chosen in choices if sum(e.size for e in chosen) <= capacity)


def random_cases(seed: int, cases: int) -> Iterator[tuple[list[Entry], int]]:
    rng = random.Random(seed)
    for _ in range(cases):
        entries = make(*((rng.randint(0, 6), rng.randint(0, 9)) for _ in range(rng.randint(0, 6))))
        yield entries, rng.randint(0, 14)


def check_choice(entries: list[Entry], capacity: int) -> None:
    copy = list(entries)
    chosen = choose(entries, capacity)
    call = f"choose({[(e.name, e.size, e.hits) for e in entries]}, {capacity}) is {[e.name for e in chosen]}"
    assert entries == copy, "the list that was passed has changed"
    rest = iter(entries)
    assert all(any(entry == other for other in rest) for entry in chosen), f"{call}: each at most once, in the order of the list"
    assert sum(e.size for e in chosen) <= capacity, f"{call}: they do not fit together"
    assert sum(e.hits for e in chosen) == most_of_all(entries, capacity), f"{call}: others have more hits"


def test_1_the_most_hits() -> None:
    """Finds the most hits that fit together"""
    entries = make((6, 70), (5, 50), (5, 50))
    assert most_hits(entries, 10) == 100, "5 + 5 MB; the first one has more hits a megabyte, and leaves 4 MB empty"
    assert most_hits(entries, 11) == 120
    assert most_hits(entries, 16) == 170


def test_1_it_need_not_be_full() -> None:
    """Need not fill the room"""
    assert most_hits(make((4, 9)), 7) == 9, "3 MB stay free"
    assert most_hits(make((5, 50), (8, 40)), 7) == 50


def test_1_each_entry_once() -> None:
    """Loads no entry twice"""
    assert most_hits(make((2, 10)), 9) == 10, "there is one entry of 2 MB, and it is loaded once"
    assert most_hits(make((2, 10), (3, 11)), 9) == 21


def test_1_edges() -> None:
    """Handles no entries, no room, entries of size 0 and entries that never fit"""
    assert most_hits([], 5) == 0
    assert most_hits(make((1, 10)), 0) == 0
    assert most_hits(make((0, 3), (0, 4), (1, 10)), 0) == 7, "what has no size fits into no room, and only once"
    assert most_hits(make((9, 100), (2, 0)), 5) == 0
    try:
        result = most_hits(make((1, 10)), -1)
    except ValueError:
        return
    assert result == "ValueError", "there is no room of -1"


def test_1_agrees_with_trying_all() -> None:
    """Agrees with trying every choice, for 60 random cases"""
    for entries, capacity in random_cases(1, 60):
        call = f"most_hits({[(e.name, e.size, e.hits) for e in entries]}, {capacity})"
        assert most_hits(entries, capacity) == most_of_all(entries, capacity), call


def test_2_which_ones() -> None:
    """Says which entries to load, in their order"""
    entries = make((6, 70), (5, 50), (5, 50))
    assert choose(entries, 10) == entries[1:]
    assert choose(entries, 6) == entries[:1]
    assert choose(entries, 4) == []
    assert choose([], 4) == []


def test_2_equal_entries() -> None:
    """Loads both of two equal entries when both fit"""
    twins = [Entry("page", 2, 5), Entry("page", 2, 5)]
    assert choose(twins, 4) == twins
    assert choose(twins, 3) == twins[:1]


def test_2_the_choice_is_right() -> None:
    """Chooses entries that fit and have the most hits, for 80 random cases"""
    for entries, capacity in random_cases(2, 80):
        check_choice(entries, capacity)


def test_3_not_every_choice() -> None:
    """Answers for 40 entries without trying 2⁴⁰ choices"""
    entries = make(*((7 + index % 5, 20 + index % 7) for index in range(40)))
    run_within(30_000, lambda: most_hits(entries[:20], 60))
    expected = run_within(200_000, lambda: most_hits(entries, 200))
    chosen = run_within(200_000, lambda: choose(entries, 200))
    assert sum(entry.hits for entry in chosen) == expected
    assert sum(entry.size for entry in chosen) <= 200


def test_3_two_rows_at_most() -> None:
    """Holds at most two rows of sums while it finds the most hits"""
    entries = make(*((1 + index % 7, Hits(10 + index * 3 % 17)) for index in range(25)))
    capacity = 60
    before = Hits.most = Hits.alive
    assert run_within(120_000, lambda: most_hits(entries, capacity)) > 100
    assert Hits.most - before <= 2 * (capacity + 1) + 10, "more sums are alive than two rows have: is there a row for each entry?"
