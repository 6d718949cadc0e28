"""Asks whether the version that a script starts from is broken, so a broken target is reached all the same."""

from collections.abc import Collection, Sequence


def count_paths(target: int, broken: Collection[int] = ()) -> int:
    if target < 0:
        raise ValueError(f"target must be at least 0, not {target}")
    ways = [1]
    for version in range(1, target + 1):
        ways.append(sum(ways[v] for v in (version - 2, version - 1) if v == 0 or (v > 0 and v not in broken)))
    return ways[target]


def least_downtime(seconds: Sequence[int | None]) -> int | None:
    if not seconds:
        raise ValueError("seconds must have an entry for version 0")
    totals: list[int | None] = [0]
    for stop in seconds[1:]:
        reached = [total for total in totals[-2:] if total is not None]
        totals.append(None if stop is None or not reached else min(reached) + stop)
    return totals[-1]


def main() -> None:
    print("ways to version 10:", count_paths(10))
    print("without versions 3 and 7:", count_paths(10, broken={3, 7}))
    print("seconds of downtime:", least_downtime([0, 5, 1, 9, 2]))


if __name__ == "__main__":
    main()
