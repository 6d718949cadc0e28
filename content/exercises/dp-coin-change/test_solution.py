import random
import sys
from collections.abc import Callable, Iterator
from itertools import combinations_with_replacement
from types import FrameType
from typing import Any, TypeVar

from solution import count_orders, fewest_packs, pick_packs

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


def every_order(sizes: list[int], amount: int) -> Iterator[tuple[int, ...]]:
    """Each order with the sum `amount`, the smallest first, found by trying all."""
    for count in range(amount + 1):
        for order in combinations_with_replacement(sorted(set(sizes)), count):
            if sum(order) == amount:
                yield order


def random_cases(seed: int, cases: int) -> Iterator[tuple[list[int], int]]:
    rng = random.Random(seed)
    for _ in range(cases):
        yield [rng.randint(2, 7) for _ in range(rng.randint(0, 3))], rng.randint(0, 11)


def error_of(action: Callable[[], object]) -> str:
    try:
        run_within(10_000, action)
    except Exception as error:
        return type(error).__name__
    return "no error"


def test_1_the_fewest() -> None:
    """Finds the smallest number of packs, also where the largest pack is in the way"""
    assert fewest_packs([1, 5, 12], 12) == 1
    assert fewest_packs([1, 5, 12], 15) == 3, "5 + 5 + 5 beats 12 + 1 + 1 + 1"
    assert fewest_packs([4, 6], 8) == 2, "4 + 4; to begin with 6 leaves 2, and there is no pack of 2"
    assert fewest_packs([12, 1, 5], 11) == 3, "the sizes come in any order"


def test_1_not_every_amount() -> None:
    """Returns None when the amount cannot be made"""
    assert fewest_packs([4, 6], 7) is None
    assert fewest_packs([5], 3) is None, "every pack is larger than the amount"
    assert fewest_packs([], 3) is None
    assert fewest_packs([3, 7], 11) is None


def test_1_nothing_takes_no_pack() -> None:
    """Takes 0 packs for the amount 0"""
    assert fewest_packs([4, 6], 0) == 0, "0 packs are an answer; None would say that it cannot be done"
    assert fewest_packs([], 0) == 0


def test_1_what_makes_no_sense_is_refused() -> None:
    """Refuses a negative amount, and a size below 1"""
    calls: dict[str, Callable[[], object]] = {
        "amount -1": lambda: fewest_packs([5], -1),
        "size 0": lambda: fewest_packs([0, 5], 10),
        "size -5": lambda: fewest_packs([5, -5], 10),
    }
    assert {name: error_of(call) for name, call in calls.items()} == dict.fromkeys(calls, "ValueError")


def test_1_agrees_with_trying_all() -> None:
    """Agrees with trying every order, for 60 random cases"""
    for sizes, amount in random_cases(1, 60):
        smallest = next(every_order(sizes, amount), None)
        expected = None if smallest is None else len(smallest)
        assert fewest_packs(sizes, amount) == expected, f"fewest_packs({sizes}, {amount})"


def test_2_the_packs() -> None:
    """Says which packs make a smallest order"""
    assert pick_packs([1, 5, 12], 15) == [5, 5, 5]
    assert pick_packs([1, 5, 12], 18) == [1, 5, 12], "in ascending order"
    assert pick_packs([4, 6], 0) == []
    assert pick_packs([4, 6], 7) is None


def test_2_the_packs_are_right() -> None:
    """Picks packs that exist, make the amount and are the fewest, for 60 random cases"""
    for sizes, amount in random_cases(2, 60):
        picked, smallest = pick_packs(sizes, amount), next(every_order(sizes, amount), None)
        call = f"pick_packs({sizes}, {amount}) is {picked}"
        if picked is None or smallest is None:
            assert picked == smallest, call
            continue
        assert set(picked) <= set(sizes), f"{call}: there is no such pack"
        assert (sum(picked), len(picked)) == (amount, len(smallest)), f"{call}: wrong sum or number of packs"
        assert picked == sorted(picked), f"{call}: not in ascending order"


def test_3_orders_are_counted() -> None:
    """Counts each order once, in whatever sequence its packs are booked"""
    assert count_orders([1, 2], 3) == 2, "1 + 1 + 1 and 1 + 2; 2 + 1 is the same order as 1 + 2"
    assert count_orders([1, 5, 12], 12) == 4
    assert count_orders([12, 5, 1], 12) == 4


def test_3_none_and_one() -> None:
    """Counts one order of nothing, and none where the amount cannot be made"""
    assert count_orders([4, 6], 0) == 1, "the empty order"
    assert count_orders([], 0) == 1
    assert count_orders([4, 6], 7) == 0
    assert count_orders([], 3) == 0


def test_3_a_size_twice_is_one_size() -> None:
    """Does not count a size twice that stands there twice"""
    assert count_orders([2, 2], 4) == 1, "2 + 2, and both packs are the same"
    assert count_orders([1, 2, 1], 3) == 2


def test_3_agrees_with_trying_all() -> None:
    """Agrees with trying every order, for 60 random cases"""
    for sizes, amount in random_cases(3, 60):
        expected = sum(1 for _ in every_order(sizes, amount))
        assert count_orders(sizes, amount) == expected, f"count_orders({sizes}, {amount})"


def test_4_each_amount_once() -> None:
    """Finds the fewest for an amount of 2,000 in a few lines for each pair of amount and size"""
    run_within(6_000, lambda: fewest_packs([1, 2, 5], 60))
    assert run_within(120_000, lambda: fewest_packs([1, 2], 2_000)) == 1_000
    assert run_within(120_000, lambda: fewest_packs([6, 4], 2_001)) is None
    assert run_within(120_000, lambda: pick_packs([1], 2_000)) == [1] * 2_000


def test_4_counting_takes_each_amount_once() -> None:
    """Counts the orders of 2,000 in a few lines for each pair of amount and size"""
    run_within(6_000, lambda: count_orders([1, 2, 5], 60))
    assert run_within(120_000, lambda: count_orders([1, 2, 5], 2_000)) == 200_801
