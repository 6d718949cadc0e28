from collections.abc import Collection, Sequence


def count_paths(target: int, broken: Collection[int] = ()) -> int:
    """In how many ways scripts of one or two versions lead from version 0 to `target`."""
    if target < 0:
        return 0
    if target == 0:
        return 1
    return count_paths(target - 1) + count_paths(target - 2)


def least_downtime(seconds: Sequence[int | None]) -> int | None:
    """The least sum of `seconds` on a way from the first version to the last, `None` when there is none."""
    return sum(stop for stop in seconds[1:] if stop is not None)


def main() -> None:
    print("ways to version 10:", count_paths(10))
    print("without versions 3 and 7:", count_paths(10, broken={3, 7}))
    print("seconds of downtime:", least_downtime([0, 5, 1, 9, 2]))


if __name__ == "__main__":
    main()
