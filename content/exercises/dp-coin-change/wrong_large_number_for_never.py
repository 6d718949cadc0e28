"""Writes amount + 1 for what cannot be made, and gives it out as if it were a number of packs."""

from collections.abc import Collection


def check(sizes: Collection[int], amount: int) -> None:
    if amount < 0:
        raise ValueError(f"amount must be at least 0, not {amount}")
    for size in sizes:
        if size < 1:
            raise ValueError(f"a size must be at least 1, not {size}")


def fewest_packs(sizes: Collection[int], amount: int) -> int | None:
    check(sizes, amount)
    never = amount + 1
    fewest = [0] + [never] * amount
    for total in range(1, amount + 1):
        for size in sizes:
            if size <= total:
                fewest[total] = min(fewest[total], fewest[total - size] + 1)
    return fewest[amount]


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
    # Sizes outside, amounts inside: each order is counted in one sequence of its sizes only.
    for size in set(sizes):
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
