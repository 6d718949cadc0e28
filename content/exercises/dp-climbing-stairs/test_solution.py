import random
import sys
from collections.abc import Callable, Iterator
from types import FrameType
from typing import Any, TypeVar

from solution import count_paths, least_downtime

Result = TypeVar("Result")


def run_within(limit: int, action: Callable[[], Result]) -> Result:
    """What `action` returns, if it runs at most `limit` lines of Python: the same on a fast and on a slow machine."""
    steps = 0

    def trace(frame: FrameType, event: str, argument: Any) -> Any:
        nonlocal steps
        steps += 1
        if steps > limit:
            raise AssertionError(f"no answer after {limit:,} lines of Python: which values are computed more than once?")
        return trace

    before = sys.gettrace()
    sys.settrace(trace)
    try:
        return action()
    finally:
        sys.settrace(before)


def every_path(target: int, start: int = 0) -> Iterator[list[int]]:
    """The stops of each way from `start` to `target`, one way after the other."""
    if start == target:
        yield []
    for stop in (start + 1, start + 2):
        if stop <= target:
            for rest in every_path(target, stop):
                yield [stop, *rest]


def test_1_ways_are_counted() -> None:
    """Counts the ways of one and two versions"""
    assert [count_paths(target) for target in range(1, 8)] == [1, 2, 3, 5, 8, 13, 21]


def test_1_one_way_to_stay() -> None:
    """There is one way to where the database stands already"""
    assert count_paths(0) == 1, "to do nothing is a way"


def test_1_no_version_below_zero() -> None:
    """Refuses a negative target"""
    try:
        result = count_paths(-1)
    except ValueError:
        return
    assert result == "ValueError", "there is no version -1"


def test_2_broken_versions_are_avoided() -> None:
    """Never stops at a broken version"""
    assert count_paths(4, broken={2}) == 1, "0, 1, 3, 4 is the only way that leaves out 2"
    assert count_paths(4, broken={1, 3}) == 1, "0, 2, 4"
    assert count_paths(3, broken=[1]) == 1, "0, 2, 3"


def test_2_some_targets_cannot_be_reached() -> None:
    """Says 0 for a broken target, and behind two broken neighbors"""
    assert count_paths(3, broken={3}) == 0, "the target is broken: nobody may stop there"
    assert count_paths(6, broken={2, 3}) == 0, "nothing jumps over 2 and 3 at once"


def test_2_where_it_stands_is_never_broken() -> None:
    """Ignores version 0 and versions beyond the target"""
    assert count_paths(3, broken={0}) == 3, "the database is at version 0, broken or not"
    assert count_paths(0, broken={0}) == 1
    assert count_paths(3, broken={4, 5, 99}) == 3


def test_2_agrees_with_listing_all() -> None:
    """Agrees with writing out every way, for 60 random cases"""
    rng = random.Random(2)
    for _ in range(60):
        target = rng.randrange(10)
        broken = {version for version in range(target + 1) if rng.random() < 0.2}
        expected = sum(1 for path in every_path(target) if not broken.intersection(path))
        assert count_paths(target, broken) == expected, f"count_paths({target}, {broken})"


def test_3_the_least_sum() -> None:
    """Finds the way with the least downtime"""
    assert least_downtime([0, 5, 1, 9, 2]) == 3, "0, 2, 4"
    assert least_downtime([0, 1, 2, 9, 0]) == 2, "0, 2, 4; to take 1 because it is cheaper costs 3 in the end"


def test_3_broken_is_not_zero() -> None:
    """Tells a stop of no seconds from a broken version"""
    assert least_downtime([0, 0, 7, 0]) == 0, "0 seconds at version 1: a perfect stop"
    assert least_downtime([0, None, 7, 0]) == 7, "version 1 is broken here"


def test_3_no_way_is_none() -> None:
    """Returns None when no way leads to the target"""
    assert least_downtime([0, 3, None, None, 2]) is None
    assert least_downtime([0, 3, None]) is None, "the target itself is broken"


def test_3_short_lists() -> None:
    """Handles one version, two, and none"""
    assert least_downtime([8]) == 0, "nothing to do, and version 0 costs nothing"
    assert least_downtime([None]) == 0, "the database stands there already"
    assert least_downtime([8, 4]) == 4
    try:
        result = least_downtime([])
    except ValueError:
        return
    assert result == "ValueError", "an empty list has no version 0"


def test_3_agrees_with_trying_all() -> None:
    """Agrees with trying every way, for 60 random cases"""
    rng = random.Random(3)
    for _ in range(60):
        seconds = [rng.choice([None, 0, *range(9)]) for _ in range(rng.randint(1, 10))]
        ways = ([seconds[version] for version in path] for path in every_path(len(seconds) - 1))
        sums = [sum(stop or 0 for stop in way) for way in ways if None not in way]
        assert least_downtime(seconds) == min(sums, default=None), f"least_downtime({seconds})"


def test_4_counting_takes_each_version_once() -> None:
    """Counts the ways to version 2,000 in a few lines for each version"""
    run_within(2_000, lambda: count_paths(40))
    ways = run_within(40_000, lambda: count_paths(2_000, broken=range(3, 2_000, 3)))
    assert ways == 2, "around each broken version there is one way; only 0 to 2 has two"


def test_4_downtime_takes_each_version_once() -> None:
    """Finds the least downtime of 2,000 versions in a few lines for each version"""
    run_within(3_000, lambda: least_downtime([1] * 40))
    assert run_within(80_000, lambda: least_downtime([1] * 2_001)) == 1_000
