from collections.abc import Sequence

Merge = tuple[int, int]


def cheapest_merge(sizes: Sequence[int]) -> int:
    """The fewest megabytes that merging all segments into one copies."""
    return sum(sum(sizes[start:stop]) for start, stop in merge_plan(sizes))


def merge_plan(sizes: Sequence[int]) -> list[Merge]:
    """The merges of a cheapest way, each as the range of original segments that become one."""
    return [(0, stop) for stop in range(2, len(sizes) + 1)]


def cheapest_shutdown(loads: Sequence[int]) -> int:
    """The fewest routes that are written anew until only the first and the last relay are left."""
    return sum(loads[0] * loads[i] * loads[i + 1] for i in range(1, len(loads) - 1))


def main() -> None:
    sizes = [90, 10, 20, 30]
    print(f"merging {sizes} copies {cheapest_merge(sizes)} MB")
    for start, stop in merge_plan(sizes):
        print(f"  {sizes[start:stop]} become one of {sum(sizes[start:stop])} MB")
    print("routes:", cheapest_shutdown([3, 2, 4, 5]))


if __name__ == "__main__":
    main()
