import random
import sys
from collections.abc import Callable, Iterator, Sequence
from heapq import heappop, heappush
from types import FrameType
from typing import Any, TypeVar

from solution import distance, edits

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


class Price(int):
    """A price that knows how many of its kind are alive. A sum with a price in it is one of its kind."""

    alive = 0
    most = 0

    def __init__(self, _value: int) -> None:
        Price.alive += 1
        Price.most = max(Price.most, Price.alive)

    def __del__(self) -> None:
        Price.alive -= 1

    def __add__(self, other: int) -> "Price":
        return Price(int(self) + int(other))

    __radd__ = __add__

    def __mul__(self, other: int) -> "Price":
        return Price(int(self) * int(other))

    __rmul__ = __mul__


def neighbors(word: str, insert: int, delete: int, replace: int) -> Iterator[tuple[int, str]]:
    """Each word that one edit makes of a word of the letters a and b, with the price."""
    for place in range(len(word) + 1):
        for letter in "ab":
            if len(word) < 4:
                yield insert, word[:place] + letter + word[place:]
            if place < len(word):
                yield replace, word[:place] + letter + word[place + 1 :]
        if place < len(word):
            yield delete, word[:place] + word[place + 1 :]


def cheapest_of_all(old: str, new: str, insert: int, delete: int, replace: int) -> int:
    """The cheapest way through all words of at most four letters, edit by edit."""
    queue, done = [(0, old)], set[str]()
    while queue:
        total, word = heappop(queue)
        if word == new:
            return total
        if word not in done:
            done.add(word)
            for price, other in neighbors(word, insert, delete, replace):
                heappush(queue, (total + price, other))
    raise AssertionError(f"no way from {old!r} to {new!r}")


def random_cases(seed: int, cases: int) -> Iterator[tuple[str, str, dict[str, int]]]:
    rng = random.Random(seed)
    for _ in range(cases):
        old, new = ("".join(rng.choices("ab", k=rng.randint(0, 4))) for _ in range(2))
        yield old, new, {name: rng.randint(1, 5) for name in ("insert", "delete", "replace")}


def check_edits(old: Sequence[str], new: Sequence[str], expected: int, prices: dict[str, int]) -> None:
    found = edits(old, new, **prices)
    call = f"edits({old!r}, {new!r}, {prices}) is {found}"
    shapes = {"keep": 2, "delete": 2, "insert": 2, "replace": 3}
    assert all(shapes.get(edit[0]) == len(edit) for edit in found), f"{call}: there is a tuple of another shape"
    assert [edit[1] for edit in found if edit[0] != "insert"] == list(old), f"{call}: it does not begin with the old list"
    assert [edit[-1] for edit in found if edit[0] != "delete"] == list(new), f"{call}: it does not end with the new list"
    assert [edit for edit in found if edit[0] == "replace" and edit[1] == edit[-1]] == [], f"{call}: equal rules are kept"
    assert sum(prices.get(edit[0], 1) for edit in found if edit[0] != "keep") == expected, f"{call}: not a cheapest series"


def test_1_the_fewest_edits() -> None:
    """Finds the smallest number of edits"""
    assert distance(["cors", "auth", "gzip", "log"], ["cors", "gzip", "log", "trace"]) == 2
    assert distance("kitten", "sitting") == 3
    assert distance("flaw", "lawn") == 2, "delete the f, insert an n: place by place would be 4"
    assert distance("a", "b") == 1


def test_1_empty_and_equal() -> None:
    """Handles empty lists and equal ones"""
    assert distance([], []) == 0
    assert distance([], ["a", "b"]) == 2
    assert distance(["a", "b"], []) == 2
    assert distance("cache", "cache") == 0
    assert distance("ache", "cache") == 1, "one rule is inserted in front"


def test_1_lists_are_left_alone() -> None:
    """Leaves the lists that were passed as they were"""
    old, new = ["a", "b", "c"], ["c", "a"]
    assert distance(old, new) == 3
    edits(old, new)
    assert (old, new) == (["a", "b", "c"], ["c", "a"])


def test_2_each_edit_has_its_price() -> None:
    """Takes the price of each edit into account"""
    assert distance("ab", "abcc", insert=3) == 6
    assert distance("abcc", "ab", delete=3) == 6
    assert distance("abcc", "ab", insert=3) == 2, "two rules are deleted, and nothing is inserted"
    assert distance("", "abc", insert=4) == 12
    assert distance("abc", "", delete=4) == 12
    assert distance("a", "b", replace=5) == 2, "to delete and insert is cheaper than to replace"
    assert distance("ab", "ba", replace=0) == 0


def test_2_agrees_with_trying_all() -> None:
    """Agrees with trying all series of edits, for 40 random pairs and prices"""
    for old, new, prices in random_cases(1, 40):
        assert distance(old, new, **prices) == cheapest_of_all(old, new, **prices), f"distance({old!r}, {new!r}, {prices})"


def test_3_which_edits() -> None:
    """Says which edits lead from the old list to the new"""
    old, new = ["cors", "auth", "gzip", "log"], ["cors", "gzip", "log", "trace"]
    assert edits(old, new) == [("keep", "cors"), ("delete", "auth"), ("keep", "gzip"), ("keep", "log"), ("insert", "trace")]
    assert edits("a", "b") == [("replace", "a", "b")]
    assert edits("", "ab") == [("insert", "a"), ("insert", "b")]
    assert edits("ab", "") == [("delete", "a"), ("delete", "b")]
    assert edits("", "") == []


def test_3_the_edits_are_right() -> None:
    """Leads from the old list to the new at the smallest price, for 60 random pairs and prices"""
    check_edits("kitten", "sitting", 3, {})
    for old, new, prices in random_cases(2, 60):
        check_edits(old, new, cheapest_of_all(old, new, **prices), prices)


def test_4_each_pair_once() -> None:
    """Answers for 600 and 15 rules, in a few lines for each pair"""
    run_within(8_000, lambda: distance("abcdefghijkl", "mnopqrstuvwx"))
    assert run_within(150_000, lambda: distance("ab" * 300, "c" * 15)) == 600


def test_4_two_rows_at_most() -> None:
    """Holds at most two rows of sums while it finds the distance"""
    old, new = [f"old {n}" for n in range(40)], [f"new {n}" for n in range(40)]
    prices = {"insert": Price(2), "delete": Price(3), "replace": Price(4)}
    before = Price.most = Price.alive
    assert run_within(150_000, lambda: distance(old, new, **prices)) == 160
    assert Price.most - before <= 2 * 41 + 10, "more sums are alive than two rows have: is the whole table kept?"
