"""Counts over the list of sizes as it stands, so a size that stands there twice is two sizes."""

from collections.abc import Collection


def check(sizes: Collection[int], amount: int) -> None:
    if amount < 0:
        raise ValueError(f"amount must be at least 0, not {amount}")
    for size in sizes:
        if size < 1:
            raise ValueError(f"a size must be at least 1, not {size}")


def fewest_packs(sizes: Collection[int], amount: int) -> int | None:
    packs = pick_packs(sizes, amount)
    return None if packs is None else len(packs)


def pick_packs(sizes: Collection[int], amount: int) -> list[int] | None:
    check(sizes, amount)
    fewest: list[int | None] = [0] + [None] * amount
    last = [0] * (amount + 1)
    """The size of one pack of a smallest order: the way back to 0."""
    for total in range(1, amount + 1):
        for size in sizes:
            before = fewest[total - size] if size <= total else None
            if before is None:
                continue
            best = fewest[total]
            if best is None or before + 1 < best:
                fewest[total], last[total] = before + 1, size
    if fewest[amount] is None:
        return None
    packs = []
    while amount:
        packs.append(last[amount])
        amount -= last[amount]
    return sorted(packs)


def count_orders(sizes: Collection[int], amount: int) -> int:
    check(sizes, amount)
    ways = [1] + [0] * amount
    for size in sizes:
        for total in range(size, amount + 1):
            ways[total] += ways[total - size]
    return ways[amount]


def main() -> None:
    sizes = [1, 5, 12]
    for amount in (12, 15):
        print(f"{amount}: {pick_packs(sizes, amount)}, one of {count_orders(sizes, amount)} orders")
    print("7 from 4 and 6:", fewest_packs([4, 6], 7))


if __name__ == "__main__":
    main()
