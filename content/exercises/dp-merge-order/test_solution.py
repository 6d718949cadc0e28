import random
import sys
from collections.abc import Callable, Sequence
from types import FrameType
from typing import Any, TypeVar

from solution import cheapest_merge, cheapest_shutdown, merge_plan

Result = TypeVar("Result")


def run_within(limit: int, action: Callable[[], Result]) -> Result:
    """What `action` returns, if it runs at most `limit` lines of Python: the same on a fast and on a slow machine."""
    steps = 0

    def trace(frame: FrameType, event: str, argument: Any) -> Any:
        nonlocal steps
        steps += 1
        if steps > limit:
            raise AssertionError(f"no answer after {limit:,} lines of Python: which ranges are solved more than once?")
        return trace

    before = sys.gettrace()
    sys.settrace(trace)
    try:
        return action()
    finally:
        sys.settrace(before)


def merge_in_each_order(sizes: list[int]) -> int:
    """The least cost of all orders of merges, each of them tried."""
    if len(sizes) < 2:
        return 0
    pairs = ((index, sizes[index] + sizes[index + 1]) for index in range(len(sizes) - 1))
    return min(size + merge_in_each_order([*sizes[:index], size, *sizes[index + 2 :]]) for index, size in pairs)


def shut_down_in_each_order(loads: list[int]) -> int:
    """The least cost of all orders of shutting down, each of them tried."""
    if len(loads) < 3:
        return 0
    inner = range(1, len(loads) - 1)
    return min(
        loads[i - 1] * loads[i] * loads[i + 1] + shut_down_in_each_order(loads[:i] + loads[i + 1 :]) for i in inner
    )


def check_plan(sizes: Sequence[int], expected: int) -> None:
    plan = merge_plan(sizes)
    call = f"merge_plan({sizes}) is {plan}"
    segments = {(index, index + 1) for index in range(len(sizes))}
    for start, stop in plan:
        parts = sorted(part for part in segments if start <= part[0] and part[1] <= stop)
        are_two = len(parts) == 2 and (parts[0][0], parts[1][1]) == (start, stop)
        assert are_two, f"{call}: before ({start}, {stop}) there are the segments {sorted(segments)}, no two of which make it up"
        segments = segments - set(parts) | {(start, stop)}
    assert len(segments) == min(1, len(sizes)), f"{call}: in the end there are still the segments {sorted(segments)}"
    assert sum(sum(sizes[start:stop]) for start, stop in plan) == expected, f"{call}: another plan copies less"


def test_1_the_fewest_megabytes() -> None:
    """Finds the order that copies the least"""
    assert cheapest_merge([10, 20, 30]) == 90
    assert cheapest_merge([90, 10, 20, 30]) == 240, "the 90 is copied once, in the last merge"
    assert cheapest_merge([1, 9, 1]) == 21, "neighbors only: the two small ones do not touch"
    assert cheapest_merge([4, 3, 3, 4]) == 28, "7 + 7 + 14; to begin with 3 + 3 copies 6 + 10 + 14"


def test_1_few_segments() -> None:
    """Needs no merge for no segment and for one"""
    assert cheapest_merge([]) == 0
    assert cheapest_merge([7]) == 0, "there is nothing to merge, so nothing is copied"
    assert cheapest_merge([7, 8]) == 15
    assert cheapest_merge([0, 0, 5]) == 5


def test_1_agrees_with_each_order() -> None:
    """Agrees with trying every order, for 40 random lists, and leaves the list alone"""
    rng = random.Random(1)
    for _ in range(40):
        sizes = [rng.randint(0, 12) for _ in range(rng.randint(0, 6))]
        copy = list(sizes)
        result = cheapest_merge(sizes)
        assert sizes == copy, "the list that was passed has changed"
        assert result == merge_in_each_order(sizes), f"cheapest_merge({sizes})"


def test_2_the_plan() -> None:
    """Says which segments to merge, one merge after the other"""
    assert merge_plan([10, 20, 30]) == [(0, 2), (0, 3)]
    assert merge_plan([7, 8]) == [(0, 2)]
    assert merge_plan([7]) == []
    assert merge_plan([]) == []


def test_2_the_plan_is_right() -> None:
    """Merges two neighbors each time, and copies the least, for 40 random lists"""
    rng = random.Random(2)
    for _ in range(40):
        sizes = [rng.randint(0, 12) for _ in range(rng.randint(1, 6))]
        check_plan(sizes, merge_in_each_order(sizes))


def test_3_the_fewest_routes() -> None:
    """Finds the order of shutting down that writes the fewest routes"""
    assert cheapest_shutdown([3, 2, 4, 5]) == 70, "the relay of 4 first: 2 · 4 · 5, then 3 · 2 · 5"
    assert cheapest_shutdown([1, 9, 1]) == 9
    assert cheapest_shutdown([1, 5, 5, 1]) == 30, "1 · 5 · 5, and the other 5 stands between the two ends then: 1 · 5 · 1"


def test_3_few_relays() -> None:
    """Has nothing to do for two relays or fewer"""
    assert [cheapest_shutdown(loads) for loads in ([], [4], [4, 5])] == [0, 0, 0]


def test_3_agrees_with_each_order() -> None:
    """Agrees with trying every order, for 40 random chains"""
    rng = random.Random(3)
    for _ in range(40):
        loads = [rng.randint(1, 9) for _ in range(rng.randint(1, 7))]
        assert cheapest_shutdown(loads) == shut_down_in_each_order(loads), f"cheapest_shutdown({loads})"


def test_4_each_range_of_segments_once() -> None:
    """Merges 40 segments in a few lines for each range and place"""
    run_within(12_000, lambda: cheapest_merge([1] * 14))
    assert run_within(150_000, lambda: cheapest_merge([1] * 40)) == 216, "by halves: 24 segments are copied 5 times and 16 are copied 6 times"
    run_within(12_000, lambda: merge_plan([1] * 14))
    assert len(run_within(150_000, lambda: merge_plan([1] * 40))) == 39


def test_4_each_range_of_relays_once() -> None:
    """Shuts down 38 relays in a few lines for each range and place"""
    run_within(12_000, lambda: cheapest_shutdown([2] * 14))
    assert run_within(150_000, lambda: cheapest_shutdown([1, *[2] * 38, 1])) == 37 * 4 + 2
