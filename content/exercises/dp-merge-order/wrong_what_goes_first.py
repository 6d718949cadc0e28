"""Divides the chain at the relay that goes first, as if the relays beside it did not become neighbors."""

from collections.abc import Sequence
from itertools import accumulate

Merge = tuple[int, int]


def solve(sizes: Sequence[int]) -> tuple[int, dict[Merge, int]]:
    count = len(sizes)
    running = [0, *accumulate(sizes)]
    costs: dict[Merge, int] = {(start, start + 1): 0 for start in range(count)}
    middles: dict[Merge, int] = {}
    # The short ranges first: the parts of a range are done before it.
    for length in range(2, count + 1):
        for start in range(count - length + 1):
            stop = start + length
            best, middle = min((costs[start, middle] + costs[middle, stop], middle) for middle in range(start + 1, stop))
            costs[start, stop] = best + running[stop] - running[start]
            middles[start, stop] = middle
    return costs.get((0, count), 0), middles


def cheapest_merge(sizes: Sequence[int]) -> int:
    return solve(sizes)[0]


def merge_plan(sizes: Sequence[int]) -> list[Merge]:
    _, middles = solve(sizes)
    plan: list[Merge] = []
    waiting = [(0, len(sizes))]
    while waiting:
        start, stop = waiting.pop()
        if stop - start > 1:
            plan.append((start, stop))
            middle = middles[start, stop]
            waiting += [(start, middle), (middle, stop)]
    # Each range was noted before its parts, and is merged after them.
    plan.reverse()
    return plan


def cheapest_shutdown(loads: Sequence[int]) -> int:
    count = len(loads)
    costs = [[0] * count for _ in range(count)]
    for distance in range(2, count):
        for left in range(count - distance):
            right = left + distance
            costs[left][right] = min(
                costs[left][first] + costs[first][right] + loads[first - 1] * loads[first] * loads[first + 1]
                for first in range(left + 1, right)
            )
    return costs[0][-1] if costs else 0


def main() -> None:
    sizes = [90, 10, 20, 30]
    print(f"merging {sizes} copies {cheapest_merge(sizes)} MB")
    for start, stop in merge_plan(sizes):
        print(f"  {sizes[start:stop]} become one of {sum(sizes[start:stop])} MB")
    print("routes:", cheapest_shutdown([3, 2, 4, 5]))


if __name__ == "__main__":
    main()
