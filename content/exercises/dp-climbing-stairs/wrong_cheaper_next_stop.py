"""Takes the cheaper of the next two stops each time, and pays for it later."""

from collections.abc import Collection, Sequence


def count_paths(target: int, broken: Collection[int] = ()) -> int:
    if target < 0:
        raise ValueError(f"target must be at least 0, not {target}")
    before, here = 0, 1
    for version in range(1, target + 1):
        before, here = here, 0 if version in broken else before + here
    return here


def least_downtime(seconds: Sequence[int | None]) -> int | None:
    if not seconds:
        raise ValueError("seconds must have an entry for version 0")
    version, total, target = 0, 0, len(seconds) - 1
    while version < target:
        stops = [
            (stop, -step) for step in (1, 2) if version + step <= target and (stop := seconds[version + step]) is not None
        ]
        if not stops:
            return None
        stop, step = min(stops)
        version, total = version - step, total + stop
    return total


def main() -> None:
    print("ways to version 10:", count_paths(10))
    print("without versions 3 and 7:", count_paths(10, broken={3, 7}))
    print("seconds of downtime:", least_downtime([0, 5, 1, 9, 2]))


if __name__ == "__main__":
    main()
