from collections.abc import Sequence
from itertools import accumulate

Merge = tuple[int, int]


def solve(sizes: Sequence[int]) -> tuple[int, dict[Merge, int]]:
    """The least cost of merging all, and for each range of two or more the place where it is best divided."""
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
    """The fewest megabytes that merging all segments into one copies."""
    return solve(sizes)[0]


def merge_plan(sizes: Sequence[int]) -> list[Merge]:
    """The merges of a cheapest way, each as the range of original segments that become one."""
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
    """The fewest routes that are written anew until only the first and the last relay are left."""
    count = len(loads)
    costs = [[0] * count for _ in range(count)]
    """At [left][right] the cost of shutting down all strictly between the two."""
    for distance in range(2, count):
        for left in range(count - distance):
            right = left + distance
            ends = loads[left] * loads[right]
            # The relay that goes last has the two ends as its neighbors.
            costs[left][right] = min(
                costs[left][last] + costs[last][right] + ends * loads[last] for last in range(left + 1, right)
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
