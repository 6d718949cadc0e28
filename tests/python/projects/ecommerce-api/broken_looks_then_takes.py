"""The stock is looked at first and taken later: others look in between, and all of them find enough."""

import asyncio
from collections import Counter

import reference

FAILS = ["never-oversells"]

looked: Counter = Counter()
make_order_as_before = reference.make_order


async def make_order(user_id: int, key: str) -> dict:
    for item in reference.read_cart(user_id)["items"]:
        if reference.find_product(item["product_id"])["stock"] < item["quantity"]:
            break
    else:
        for item in reference.read_cart(user_id)["items"]:
            await let_others_look(item["product_id"])
        reference.take_stock = take_unseen
    try:
        return await make_order_as_before(user_id, key)
    finally:
        reference.take_stock = take_if_there


async def let_others_look(product_id: int) -> None:
    """Until all who have the product in their cart have looked, so that the mistake shows each time."""
    (holders,) = reference.db.execute("SELECT count(*) FROM cart_items WHERE product_id = ?", (product_id,)).fetchone()
    looked[product_id] += 1
    for _ in range(1000):
        if looked[product_id] >= holders:
            return
        await asyncio.sleep(0.01)


take_if_there = reference.take_stock


def take_unseen(item: dict) -> bool:
    reference.db.execute("UPDATE products SET stock = stock - :quantity WHERE id = :product_id", item)
    return True


reference.make_order = make_order

if __name__ == "__main__":
    reference.main()
