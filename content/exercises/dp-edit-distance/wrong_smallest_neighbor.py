"""Walks back to the smallest neighbor, though its number and the price of the step do not make this one."""

from collections.abc import Sequence

Edit = tuple[str, str] | tuple[str, str, str]


def distance(old: Sequence[str], new: Sequence[str], *, insert: int = 1, delete: int = 1, replace: int = 1) -> int:
    above = [index * insert for index in range(len(new) + 1)]
    for rule in old:
        row = [above[0] + delete]
        for index, wanted in enumerate(new):
            if rule == wanted:
                row.append(above[index])
            else:
                row.append(min(above[index] + replace, above[index + 1] + delete, row[index] + insert))
        above = row
    return above[-1]


def edits(old: Sequence[str], new: Sequence[str], *, insert: int = 1, delete: int = 1, replace: int = 1) -> list[Edit]:
    table = [[index * insert for index in range(len(new) + 1)]]
    for rule in old:
        above = table[-1]
        row = [above[0] + delete]
        for index, wanted in enumerate(new):
            if rule == wanted:
                row.append(above[index])
            else:
                row.append(min(above[index] + replace, above[index + 1] + delete, row[index] + insert))
        table.append(row)

    found: list[Edit] = []
    i, j = len(old), len(new)
    while i > 0 and j > 0:
        diagonal, above, left = table[i - 1][j - 1], table[i - 1][j], table[i][j - 1]
        if diagonal <= above and diagonal <= left:
            i, j = i - 1, j - 1
            found.append(("keep", old[i]) if old[i] == new[j] else ("replace", old[i], new[j]))
        elif above <= left:
            i -= 1
            found.append(("delete", old[i]))
        else:
            j -= 1
            found.append(("insert", new[j]))
    found += [("delete", rule) for rule in reversed(old[:i])]
    found += [("insert", rule) for rule in reversed(new[:j])]
    return found[::-1]


def main() -> None:
    old = ["cors", "auth", "gzip", "log"]
    new = ["cors", "gzip", "log", "trace"]
    print("edits:", distance(old, new))
    for operation, *rules in edits(old, new):
        print(f"{operation:>8} {' -> '.join(rules)}")


if __name__ == "__main__":
    main()
