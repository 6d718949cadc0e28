"""Takes the largest pack that still fits, and never takes it back."""

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
    packs: list[int] = []
    for size in sorted(sizes, reverse=True):
        packs += [size] * (amount // size)
        amount %= size
    return None if amount else sorted(packs)


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
