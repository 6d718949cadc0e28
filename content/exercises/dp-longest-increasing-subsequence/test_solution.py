import random
from collections.abc import Callable, Iterator, Sequence
from itertools import combinations, pairwise

from solution import keep, most_kept

SIZE = 1_000
COMPARISONS = 20_000
"""2 · 1,000 · log2(1,000): twice what one binary search a number takes."""


class Number(int):
    """A number that counts how often one of its kind is compared, and stops when that is too often."""

    compared = 0

    __hash__ = int.__hash__

    @classmethod
    def count(cls) -> None:
        cls.compared += 1
        if cls.compared > COMPARISONS:
            raise AssertionError(f"more than {COMPARISONS:,} comparisons of {SIZE:,} numbers: where are they compared one by one?")

    def __lt__(self, other: int) -> bool:
        self.count()
        return int.__lt__(self, other)

    def __le__(self, other: int) -> bool:
        self.count()
        return int.__le__(self, other)

    def __gt__(self, other: int) -> bool:
        self.count()
        return int.__gt__(self, other)

    def __ge__(self, other: int) -> bool:
        self.count()
        return int.__ge__(self, other)

    def __eq__(self, other: object) -> bool:
        self.count()
        return int.__eq__(self, other)

    def __ne__(self, other: object) -> bool:
        self.count()
        return int.__ne__(self, other)


def count_comparisons(action: Callable[[list[int]], object], numbers: Sequence[int]) -> int:
    wrapped: list[int] = [Number(number) for number in numbers]
    Number.compared = 0
    action(wrapped)
    return Number.compared


def goes_up(numbers: Sequence[int], allow_equal: bool) -> bool:
    return all(a < b or (allow_equal and a == b) for a, b in pairwise(numbers))


def most_of_all(numbers: Sequence[int], allow_equal: bool = False) -> int:
    """The size of the largest choice, with every choice tried, the large ones first."""
    for size in range(len(numbers), 0, -1):
        if any(goes_up(chosen, allow_equal) for chosen in combinations(numbers, size)):
            return size
    return 0


def random_lists(seed: int, cases: int) -> Iterator[list[int]]:
    rng = random.Random(seed)
    for _ in range(cases):
        yield [rng.randint(-3, 5) for _ in range(rng.randint(0, 8))]


def check_kept(numbers: list[int], allow_equal: bool) -> None:
    kept = keep(numbers, allow_equal=allow_equal)
    call = f"keep({numbers}, allow_equal={allow_equal}) is {kept}"
    rest = iter(numbers)
    assert all(number in rest for number in kept), f"{call}: the numbers do not stand in this order in the list"
    assert goes_up(kept, allow_equal), f"{call}: the numbers do not go up"
    assert len(kept) == most_of_all(numbers, allow_equal), f"{call}: another number of events can be kept"


def test_1_the_most() -> None:
    """Finds how many events can be kept at most"""
    assert most_kept([3, 1, 4, 5, 9, 2, 6]) == 4
    assert most_kept([9, 1, 2, 3]) == 3, "the 9 stands first and is in the way"
    assert most_kept([1, 2, 9, 3, 4]) == 4
    assert most_kept([2, 5, 3, 7, 11, 8, 10, 13, 6]) == 6


def test_1_sorted_and_reversed() -> None:
    """Keeps all of what is in order, and one of what is in reverse"""
    assert most_kept(range(10)) == 10
    assert most_kept(range(10, 0, -1)) == 1
    assert most_kept([-5, -4, -3]) == 3


def test_1_none_and_one() -> None:
    """Handles no event and one"""
    assert most_kept([]) == 0
    assert most_kept([0]) == 1


def test_1_equals_do_not_go_up() -> None:
    """Keeps one of several equal numbers"""
    assert most_kept([7, 7, 7]) == 1
    assert most_kept([1, 2, 2, 3]) == 3, "1, 2, 3: only one of the twos"


def test_1_agrees_with_trying_all() -> None:
    """Agrees with trying every choice, for 50 random lists, and leaves the list alone"""
    for numbers in random_lists(1, 50):
        copy = list(numbers)
        result = most_kept(numbers)
        assert numbers == copy, "the list that was passed has changed"
        assert result == most_of_all(numbers), f"most_kept({numbers})"


def test_2_which_ones() -> None:
    """Says which events are kept"""
    assert keep([9, 1, 2, 3]) == [1, 2, 3]
    assert keep([3, 4, 1]) == [3, 4], "1 stands behind 4: they cannot both be kept in ascending order"
    assert keep([7, 7, 7]) == [7]
    assert keep([]) == []


def test_2_the_choice_is_right() -> None:
    """Keeps numbers that go up, in their order, and as many as possible, for 50 random lists"""
    for numbers in random_lists(2, 50):
        check_kept(numbers, allow_equal=False)


def test_3_equals_stay() -> None:
    """Keeps equal numbers when they are allowed"""
    assert most_kept([7, 7, 7], allow_equal=True) == 3
    assert keep([1, 2, 2, 3], allow_equal=True) == [1, 2, 2, 3]
    assert keep([2, 1, 1, 0], allow_equal=True) == [1, 1]


def test_3_the_choice_is_right() -> None:
    """Agrees with trying every choice where equals are allowed, for 50 random lists"""
    for numbers in random_lists(3, 50):
        assert most_kept(numbers, allow_equal=True) == most_of_all(numbers, True), f"most_kept({numbers}, allow_equal=True)"
        check_kept(numbers, allow_equal=True)


def test_4_few_comparisons_to_count() -> None:
    """Counts with few comparisons, for numbers in random order, ascending and descending"""
    mixed = random.Random(4).sample(range(SIZE), SIZE)
    for numbers in (mixed, range(SIZE), range(SIZE, 0, -1)):
        assert count_comparisons(most_kept, numbers) <= COMPARISONS


def test_4_few_comparisons_to_keep() -> None:
    """Says which with few comparisons, and without deep recursion"""
    mixed = random.Random(5).sample(range(SIZE), SIZE)
    for numbers in (mixed, range(SIZE)):
        assert count_comparisons(keep, numbers) <= COMPARISONS
    assert keep(range(SIZE)) == list(range(SIZE))
