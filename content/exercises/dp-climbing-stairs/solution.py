from collections.abc import Collection, Sequence


def count_paths(target: int, broken: Collection[int] = ()) -> int:
    """In how many ways scripts of one or two versions lead from version 0 to `target`."""
    if target < 0:
        raise ValueError(f"target must be at least 0, not {target}")
    closed = frozenset(broken)
    before, here = 0, 1
    for version in range(1, target + 1):
        before, here = here, 0 if version in closed else before + here
    return here


def least_downtime(seconds: Sequence[int | None]) -> int | None:
    """The least sum of `seconds` on a way from the first version to the last, `None` when there is none."""
    if not seconds:
        raise ValueError("seconds must have an entry for version 0")
    before: int | None = None
    here: int | None = 0
    for stop in seconds[1:]:
        reached = [total for total in (before, here) if total is not None]
        before, here = here, None if stop is None or not reached else min(reached) + stop
    return here


def main() -> None:
    print("ways to version 10:", count_paths(10))
    print("without versions 3 and 7:", count_paths(10, broken={3, 7}))
    print("seconds of downtime:", least_downtime([0, 5, 1, 9, 2]))


if __name__ == "__main__":
    main()
