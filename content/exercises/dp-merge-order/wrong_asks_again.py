"""Calls itself for both parts of each division and keeps nothing, so each range is solved once for every way to reach it."""

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
    if len(sizes) < 2:
        return 0
    return sum(sizes) + min(cheapest_merge(sizes[:i]) + cheapest_merge(sizes[i:]) for i in range(1, len(sizes)))


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
    if len(loads) < 3:
        return 0
    return min(
        cheapest_shutdown(loads[: last + 1]) + cheapest_shutdown(loads[last:]) + loads[0] * loads[last] * loads[-1]
        for last in range(1, len(loads) - 1)
    )


def main() -> None:
    sizes = [90, 10, 20, 30]
    print(f"merging {sizes} copies {cheapest_merge(sizes)} MB")
    for start, stop in merge_plan(sizes):
        print(f"  {sizes[start:stop]} become one of {sum(sizes[start:stop])} MB")
    print("routes:", cheapest_shutdown([3, 2, 4, 5]))


if __name__ == "__main__":
    main()
