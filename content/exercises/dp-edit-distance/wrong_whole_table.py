"""Keeps the table of all pairs, of which only the last row is ever needed."""

from collections.abc import Sequence

Edit = tuple[str, str] | tuple[str, str, str]


def distance(old: Sequence[str], new: Sequence[str], *, insert: int = 1, delete: int = 1, replace: int = 1) -> int:
    table = [[index * insert for index in range(len(new) + 1)]]
    for i, rule in enumerate(old):
        table.append([(i + 1) * delete])
        for j, wanted in enumerate(new):
            if rule == wanted:
                table[i + 1].append(table[i][j])
            else:
                table[i + 1].append(min(table[i][j] + replace, table[i][j + 1] + delete, table[i + 1][j] + insert))
    return table[-1][-1]


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
    while i > 0 or j > 0:
        if i > 0 and j > 0 and old[i - 1] == new[j - 1]:
            found.append(("keep", old[i - 1]))
            i, j = i - 1, j - 1
        elif i > 0 and j > 0 and table[i][j] == table[i - 1][j - 1] + replace:
            found.append(("replace", old[i - 1], new[j - 1]))
            i, j = i - 1, j - 1
        elif i > 0 and table[i][j] == table[i - 1][j] + delete:
            found.append(("delete", old[i - 1]))
            i -= 1
        else:
            found.append(("insert", new[j - 1]))
            j -= 1
    found.reverse()
    return found


def main() -> None:
    old = ["cors", "auth", "gzip", "log"]
    new = ["cors", "gzip", "log", "trace"]
    print("edits:", distance(old, new))
    for operation, *rules in edits(old, new):
        print(f"{operation:>8} {' -> '.join(rules)}")


if __name__ == "__main__":
    main()
