import random
import sys
from collections.abc import Callable, Iterator, Sequence
from itertools import combinations
from types import FrameType
from typing import Any, TypeVar

from solution import choose_shards, most_freed, most_freed_in_ring

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


def best_of_all(gains: Sequence[int], is_ring: bool = False) -> int:
    """The best of all choices, each of them tried."""
    best, count = 0, len(gains)
    for size in range(1, count + 1):
        for chosen in combinations(range(count), size):
            apart = all(b - a > 1 for a, b in zip(chosen, chosen[1:], strict=False))
            meets = is_ring and size > 1 and chosen[0] == 0 and chosen[-1] == count - 1
            if apart and not meets:
                best = max(best, sum(gains[i] for i in chosen))
    return best


def random_gains(seed: int, cases: int) -> Iterator[list[int]]:
    rng = random.Random(seed)
    for _ in range(cases):
        yield [rng.randint(-4, 12) for _ in range(rng.randint(0, 7))]


class Gain(int):
    """A number that knows how many of its kind are alive."""

    alive = 0

    def __init__(self, _value: int) -> None:
        Gain.alive += 1

    def __del__(self) -> None:
        Gain.alive -= 1


def test_1_the_best_sum() -> None:
    """Finds the largest sum without two neighbors"""
    assert most_freed([6, 9, 5]) == 11
    assert most_freed([6, 12, 5]) == 12
    assert most_freed([9, 1, 1, 9]) == 18, "the first and the last: two in a row are left out"
    assert most_freed([5, 6, 5, 1, 1, 9]) == 19, "5 + 5 + 9; to begin with the largest is no help, nor is every second"


def test_1_few_shards() -> None:
    """Handles no shard, one, and two"""
    assert most_freed([]) == 0
    assert most_freed([7]) == 7
    assert most_freed([7, 8]) == 8


def test_1_growing_shards_are_left() -> None:
    """Never takes a shard that would grow"""
    assert most_freed([-3]) == 0, "nobody has to be compacted"
    assert most_freed([-3, -1, -2]) == 0
    assert most_freed([4, -1, -1, 4]) == 8


def test_1_agrees_with_trying_all() -> None:
    """Agrees with trying every choice, for 60 random rows"""
    for gains in random_gains(1, 60):
        assert most_freed(gains) == best_of_all(gains), f"most_freed({gains})"


def check_choice(gains: Sequence[int]) -> None:
    chosen = choose_shards(gains)
    assert chosen == sorted(set(chosen)), f"choose_shards({gains}): each position once, in ascending order"
    assert all(0 <= i < len(gains) for i in chosen), f"choose_shards({gains}) has a position that is not there: {chosen}"
    neighbors = [(a, b) for a, b in zip(chosen, chosen[1:], strict=False) if b - a == 1]
    assert neighbors == [], f"choose_shards({gains}) takes two neighbors"
    assert sum(gains[i] for i in chosen) == best_of_all(gains), f"choose_shards({gains}) is {chosen}: others free more"


def test_2_a_best_choice() -> None:
    """Says which shards free the most"""
    assert choose_shards([6, 9, 5]) == [0, 2]
    assert choose_shards([9, 1, 1, 9]) == [0, 3]
    assert choose_shards([]) == []
    assert choose_shards([-1]) == [], "to take it would cost space"
    check_choice([4, 4])


def test_2_the_choice_is_worth_the_best_sum() -> None:
    """Chooses no neighbors and frees the most, for 60 random rows"""
    for gains in random_gains(2, 60):
        check_choice(gains)


def test_3_first_and_last_are_neighbors() -> None:
    """Never takes both the first and the last of a ring"""
    assert most_freed_in_ring([6, 9, 5]) == 9
    assert most_freed_in_ring([9, 1, 1, 9]) == 10, "one of the nines and the 1 that is not beside it"
    assert most_freed_in_ring([9, 1, 1, 8]) == 10, "9 + 1: the first is in, so the last is out"
    assert most_freed_in_ring([1, 1, 9, 1, 8]) == 17, "9 + 8: here the last is in"


def test_3_small_rings() -> None:
    """Handles a ring of none, one, and two"""
    assert most_freed_in_ring([]) == 0
    assert most_freed_in_ring([7]) == 7, "a single shard has no neighbor, not even itself"
    assert most_freed_in_ring([7, 8]) == 8
    assert most_freed_in_ring([-2]) == 0


def test_3_agrees_with_trying_all() -> None:
    """Agrees with trying every choice, for 60 random rings, and leaves the list alone"""
    for gains in random_gains(3, 60):
        copy = list(gains)
        result = most_freed_in_ring(gains)
        assert gains == copy, "the list that was passed has changed"
        assert result == best_of_all(gains, is_ring=True), f"most_freed_in_ring({gains})"


def test_4_each_shard_once() -> None:
    """Takes a few lines of Python for each of 3,000 shards"""
    run_within(2_000, lambda: most_freed([1] * 40))
    assert run_within(60_000, lambda: most_freed([9, 1, 1] * 1_000)) == 9_001, "every nine, and the last 1"
    assert len(run_within(80_000, lambda: choose_shards([1] * 2_999))) == 1_500
    assert run_within(120_000, lambda: most_freed_in_ring([1] * 2_999)) == 1_499


def test_4_gains_are_read_once() -> None:
    """Reads the gains from a generator, and holds only a few of them"""
    before, most = Gain.alive, 0

    def read() -> Iterator[int]:
        nonlocal most
        for _ in range(200):
            yield Gain(1)
            most = max(most, Gain.alive - before)

    assert run_within(20_000, lambda: most_freed(read())) == 100
    assert most < 20, "gains that were read long ago are still held: is there a list of all of them?"
