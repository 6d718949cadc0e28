"""Calls itself for both versions below without keeping what it found, so the calls double with every two versions."""

from collections.abc import Collection, Sequence


def count_paths(target: int, broken: Collection[int] = ()) -> int:
    if target < 0:
        raise ValueError(f"target must be at least 0, not {target}")

    def ways(version: int) -> int:
        if version == 0:
            return 1
        if version < 0 or version in broken:
            return 0
        return ways(version - 1) + ways(version - 2)

    return ways(target)


def least_downtime(seconds: Sequence[int | None]) -> int | None:
    if not seconds:
        raise ValueError("seconds must have an entry for version 0")

    def least(version: int) -> int | None:
        if version == 0:
            return 0
        stop = seconds[version]
        if stop is None:
            return None
        below = [least(version - step) for step in (1, 2) if step <= version]
        reached = [total for total in below if total is not None]
        return min(reached) + stop if reached else None

    return least(len(seconds) - 1)


def main() -> None:
    print("ways to version 10:", count_paths(10))
    print("without versions 3 and 7:", count_paths(10, broken={3, 7}))
    print("seconds of downtime:", least_downtime([0, 5, 1, 9, 2]))


if __name__ == "__main__":
    main()
