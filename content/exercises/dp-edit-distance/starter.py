from collections.abc import Sequence

Edit = tuple[str, str] | tuple[str, str, str]


def distance(old: Sequence[str], new: Sequence[str], *, insert: int = 1, delete: int = 1, replace: int = 1) -> int:
    """The smallest sum of prices of edits from `old` to `new`."""
    if not old or not new:
        return len(old) + len(new)
    if old[-1] == new[-1]:
        return distance(old[:-1], new[:-1])
    return 1 + min(distance(old[:-1], new), distance(old, new[:-1]), distance(old[:-1], new[:-1]))


def edits(old: Sequence[str], new: Sequence[str], *, insert: int = 1, delete: int = 1, replace: int = 1) -> list[Edit]:
    """A cheapest series of edits: keep, delete, insert and replace, in the order of the lists."""
    return [("delete", rule) for rule in old] + [("insert", rule) for rule in new]


def main() -> None:
    old = ["cors", "auth", "gzip", "log"]
    new = ["cors", "gzip", "log", "trace"]
    print("edits:", distance(old, new))
    for operation, *rules in edits(old, new):
        print(f"{operation:>8} {' -> '.join(rules)}")


if __name__ == "__main__":
    main()
