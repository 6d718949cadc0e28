import random
import sys
from collections.abc import Callable, Collection, Iterator
from itertools import combinations, islice
from types import FrameType
from typing import Any, TypeVar

from solution import can_read, count_readings, readings

Result = TypeVar("Result")


def run_within(limit: int, action: Callable[[], Result]) -> Result:
    """What `action` returns, if it runs at most `limit` lines of Python: the same on a fast and on a slow machine."""
    steps = 0

    def trace(frame: FrameType, event: str, argument: Any) -> Any:
        nonlocal steps
        steps += 1
        if steps > limit:
            raise AssertionError(f"no answer after {limit:,} lines of Python: is a dead end walked more than once, or are all readings made at once?")
        return trace

    before = sys.gettrace()
    sys.settrace(trace)
    try:
        return action()
    finally:
        sys.settrace(before)


def every_reading(name: str, words: Collection[str]) -> Iterator[list[str]]:
    """Each reading, found by cutting the name at every choice of places."""
    places = range(1, len(name))
    for count in range(len(name)):
        for cuts in combinations(places, count):
            ends = [0, *cuts, len(name)]
            parts = [name[a:b] for a, b in zip(ends, ends[1:], strict=False)]
            if all(part in words for part in parts):
                yield parts
    if not name:
        yield []


def random_cases(seed: int, cases: int) -> Iterator[tuple[str, list[str]]]:
    rng = random.Random(seed)
    for _ in range(cases):
        words = ["".join(rng.choices("ab", k=rng.randint(1, 3))) for _ in range(rng.randint(0, 4))]
        parts = words if words and rng.random() < 0.5 else ["a", "b"]
        yield "".join(rng.choices(parts, k=rng.randint(0, 6)))[:7], words


def test_1_words_are_found() -> None:
    """Says whether a name is made of known words"""
    words = ["cache", "hit", "hits", "rate", "sit"]
    assert can_read("cachehitrate", words) is True
    assert can_read("cachesrate", words) is False, "the s is left over"
    assert can_read("hitsit", words) is True, 'hit + sit; "hits" is longer and leads to a dead end'
    assert can_read("ratex", words) is False, "the x is left over at the end"


def test_1_words_come_again() -> None:
    """Uses a word as often as it occurs"""
    assert can_read("hithithit", ["hit"]) is True


def test_1_empty_names_and_words() -> None:
    """Reads the empty name as no words, and ignores an empty word"""
    assert can_read("", ["hit"]) is True
    assert can_read("", []) is True
    assert can_read("hit", []) is False
    assert run_within(2_000, lambda: can_read("hit", {"", "it"})) is False
    assert run_within(2_000, lambda: can_read("hit", ("", "hit"))) is True


def test_1_agrees_with_every_cut() -> None:
    """Agrees with cutting at every choice of places, for 60 random names"""
    for name, words in random_cases(1, 60):
        assert can_read(name, words) == any(True for _ in every_reading(name, words)), f"can_read({name!r}, {words})"


def test_2_ways_are_counted() -> None:
    """Counts the ways to read a name"""
    assert count_readings("nowhere", ["now", "here", "no", "where"]) == 2
    assert count_readings("aaaa", ["a", "aa"]) == 5
    assert count_readings("hits", ["hit"]) == 0
    assert count_readings("", ["hit"]) == 1, "no words are one way"


def test_2_words_that_stand_twice() -> None:
    """Counts no way twice, and lets an empty word add none"""
    assert count_readings("hithit", ["hit", "hit"]) == 1, 'both are the word "hit": the readings are equal'
    assert run_within(2_000, lambda: count_readings("hit", ["", "hit"])) == 1


def test_2_agrees_with_every_cut() -> None:
    """Agrees with cutting at every choice of places, for 60 random names"""
    for name, words in random_cases(2, 60):
        assert count_readings(name, words) == sum(1 for _ in every_reading(name, words)), f"count_readings({name!r}, {words})"


def test_3_each_reading_once() -> None:
    """Gives each reading once"""
    assert sorted(readings("nowhere", ["now", "here", "no", "where"])) == [["no", "where"], ["now", "here"]]
    assert list(readings("hithit", ["hit", "hit"])) == [["hit", "hit"]]
    assert list(readings("", ["hit"])) == [[]]
    assert list(readings("hits", ["hit"])) == []


def test_3_agrees_with_every_cut() -> None:
    """Agrees with cutting at every choice of places, for 60 random names"""
    for name, words in random_cases(3, 60):
        assert sorted(readings(name, words)) == sorted(every_reading(name, words)), f"readings({name!r}, {words})"


def test_3_lists_belong_to_the_caller() -> None:
    """Gives lists that are independent of each other"""
    found = []
    for reading in readings("aaa", ["a", "aa"]):
        found.append(tuple(reading))
        reading.clear()
    assert sorted(found) == [("a", "a", "a"), ("a", "aa"), ("aa", "a")], "the caller emptied each list that it got"
    kept = list(readings("aaa", ["a", "aa"]))
    assert sorted(kept) == [["a", "a", "a"], ["a", "aa"], ["aa", "a"]], "a list that was given has changed afterwards"


def test_3_readings_are_lazy() -> None:
    """Gives the first three of over a trillion readings without making the others"""
    first = run_within(30_000, lambda: list(islice(readings("a" * 60, ["a", "aa", "aaa"]), 3)))
    assert [("".join(reading), len(first)) for reading in first] == [("a" * 60, 3)] * 3


def test_4_no_dead_end_twice() -> None:
    """Answers for 1,000 letters, also where nothing can be read"""
    words = ["a", "aa", "aaa"]
    assert run_within(30_000, lambda: can_read("a" * 60 + "b", words)) is False
    assert run_within(80_000, lambda: can_read("a" * 1_000 + "b", words)) is False
    assert run_within(80_000, lambda: can_read("b" + "a" * 1_000, words)) is False
    assert run_within(80_000, lambda: count_readings("a" * 1_000, ["a", "aaa"])) > 10**150


def test_4_no_reading_is_no_work() -> None:
    """Gives no reading at once where there is none"""
    assert run_within(30_000, lambda: list(readings("a" * 100 + "b", ["a", "aa"]))) == []
