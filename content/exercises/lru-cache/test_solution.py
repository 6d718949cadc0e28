import gc
import sys
import weakref
from collections.abc import Callable
from types import FrameType
from typing import Any

from solution import LRUCache


class Page:
    """A value that can be watched while it is alive, and that must not be compared."""

    def __init__(self, text: str) -> None:
        self.text = text

    def __eq__(self, other: object) -> bool:
        raise AssertionError("the cache compared a value: only keys may be compared")

    def __bool__(self) -> bool:
        raise AssertionError("the cache asked a value whether it is true")


class Key:
    """A key written in Python, so that each comparison and each hash is seen by the step counter."""

    def __init__(self, number: int) -> None:
        self.number = number

    def __hash__(self) -> int:
        return hash(self.number)

    def __eq__(self, other: object) -> bool:
        return isinstance(other, Key) and self.number == other.number


def count_steps(action: Callable[[], object]) -> int:
    """How many lines of Python run in `action`: the same on a fast and on a slow machine."""
    steps = 0

    def trace(frame: FrameType, event: str, argument: Any) -> Any:
        nonlocal steps
        steps += 1
        return trace

    before = sys.gettrace()
    sys.settrace(trace)
    try:
        action()
    finally:
        sys.settrace(before)
    return steps


def filled(capacity: int) -> LRUCache[Key, int]:
    cache = LRUCache[Key, int](capacity)
    for number in range(capacity):
        cache.put(Key(number), number)
    return cache


def error_of(action: Callable[[], object]) -> str:
    try:
        action()
    except Exception as error:
        return type(error).__name__
    return "no error"


def test_1_what_was_put_is_found() -> None:
    """Finds what was put, and the default for what was not"""
    cache = LRUCache[str, int](2)
    cache.put("a", 1)
    assert cache.get("a") == 1
    assert cache.get("b") is None
    assert cache.get("b", 7) == 7
    assert ("a" in cache, "b" in cache, len(cache)) == (True, False, 1), '"b" was asked for, not put'


def test_1_none_is_a_value() -> None:
    """Tells a stored None from a key that is not there"""
    cache = LRUCache[str, int | None](2)
    cache.put("nothing", None)
    assert cache.get("nothing", 7) is None, "None was stored for this key, so the default must not be returned"
    cache.put("b", 2)
    cache.get("nothing")
    cache.put("c", 3)
    assert "nothing" in cache, 'finding None is a use: "b" was the one to forget'


def test_1_capacity_must_make_sense() -> None:
    """Refuses a capacity that is not a whole number of at least 1"""
    made: Any = LRUCache
    errors = {capacity: error_of(lambda: made(capacity)) for capacity in (0, -1, 2.5, "2")}
    assert errors == {0: "ValueError", -1: "ValueError", 2.5: "TypeError", "2": "TypeError"}


def test_2_the_newest_is_first() -> None:
    """Lists the keys from the one used last to the one used longest ago"""
    cache = LRUCache[str, int](3)
    assert list(cache) == []
    for key in "abc":
        cache.put(key, 0)
    assert list(cache) == ["c", "b", "a"]


def test_2_get_moves_to_the_front() -> None:
    """A get moves its key to the front, from any place"""
    cache = LRUCache[str, int](3)
    for key in "abc":
        cache.put(key, 0)
    cache.get("a")
    assert list(cache) == ["a", "c", "b"], '"a" was the oldest, then it was read'
    cache.get("c")
    assert list(cache) == ["c", "a", "b"], '"c" was in the middle, then it was read'
    cache.get("c")
    assert list(cache) == ["c", "a", "b"], '"c" was first already'


def test_2_looking_is_no_use() -> None:
    """`in`, `len`, iteration and a miss leave the order as it is"""
    cache = LRUCache[str, int](2)
    cache.put("a", 1)
    cache.put("b", 2)
    assert "a" in cache
    assert len(cache) == 2
    assert list(cache) == ["b", "a"]
    cache.get("c", 3)
    assert list(cache) == ["b", "a"]


def test_3_the_oldest_is_forgotten() -> None:
    """A new key in a full cache pushes out the one used longest ago, and no other"""
    cache = LRUCache[str, int](2)
    cache.put("a", 1)
    cache.put("b", 2)
    cache.get("a")
    cache.put("c", 3)
    assert cache.get("b") is None, '"b" was used longest ago, so it had to go'
    assert list(cache) == ["c", "a"]
    one = LRUCache[str, int](1)
    one.put("a", 1)
    one.put("b", 2)
    assert (list(one), one.get("b")) == (["b"], 2), "a cache of one entry keeps the last"


def test_3_an_update_pushes_nobody_out() -> None:
    """Putting a known key replaces its value, moves it to the front and forgets nothing"""
    cache = LRUCache[str, int](2)
    cache.put("a", 1)
    cache.put("b", 2)
    cache.put("b", 20)
    assert list(cache) == ["b", "a"], '"b" was updated: nothing new came in, so nothing goes'
    cache.put("a", 10)
    assert list(cache) == ["a", "b"], "an update moves its key to the front"
    assert cache.get("a") == 10
    cache.put("c", 3)
    assert list(cache) == ["c", "a"]
    assert cache.get("a") == 10, '"a" was updated and read after "b", so "b" had to go'


def test_3_what_is_forgotten_is_freed() -> None:
    """Holds on to no value that was pushed out or replaced"""
    cache = LRUCache[int, Page](2)
    alive: weakref.WeakValueDictionary[str, Page] = weakref.WeakValueDictionary()

    def put(key: int, text: str) -> None:
        alive[text] = page = Page(text)
        cache.put(key, page)

    for number in range(100):
        put(number, f"page {number}")
    gc.collect()
    assert sorted(alive) == ["page 98", "page 99"], "values that were pushed out are still alive"
    put(99, "page 99, new edition")
    gc.collect()
    assert list(cache) == [99, 98], "99 was updated: nothing new came in, so 98 stays"
    assert sorted(alive) == ["page 98", "page 99, new edition"], "the value that was replaced is still alive"


def test_4_the_cost_does_not_grow() -> None:
    """A get, an update and an eviction take as many steps with 1,000 entries as with 10"""

    def measure(capacity: int) -> dict[str, int]:
        cache = filled(capacity)
        return {
            "get of the oldest": count_steps(lambda: cache.get(Key(0))),
            "get from the middle": count_steps(lambda: cache.get(Key(capacity // 2))),
            "get of the newest": count_steps(lambda: cache.get(Key(capacity // 2))),
            "update": count_steps(lambda: cache.put(Key(capacity // 2 + 1), 0)),
            "eviction": count_steps(lambda: cache.put(Key(-1), 0)),
            "miss": count_steps(lambda: cache.get(Key(-2))),
        }

    few, many = measure(10), measure(1_000)
    grown = {name: f"{few[name]} -> {many[name]}" for name in few if many[name] > 2 * few[name]}
    assert grown == {}, f"lines of Python run with 10 -> with 1,000 entries: {grown}"


def test_4_values_are_never_compared() -> None:
    """Never compares a value, and never asks whether one is true"""
    cache = LRUCache[str, Page](2)
    page = Page("home")
    cache.put("/", page)
    cache.put("/", page)
    cache.put("/help", page)
    assert cache.get("/") is page
    cache.put("/news", page)
    assert list(cache) == ["/news", "/"]


def test_4_equal_keys_are_one_key() -> None:
    """Treats equal keys as one, as a dict does"""
    cache = LRUCache[float, str](3)
    cache.put(1, "whole")
    cache.put(1.0, "float")
    cache.put(True, "truth")
    assert (len(cache), cache.get(1)) == (1, "truth"), "1 == 1.0 == True, with equal hashes: one entry"
