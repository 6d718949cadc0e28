"""Whatever an order is, being paid or cancelled once more happens once more, and so does the return of its pieces."""

import json

import reference

FAILS = ["cancels-orders", "notifies-live", "takes-webhooks-twice"]


def end_pending(order, status):
    reference.db.execute("UPDATE orders SET status = ? WHERE id = ?", (status, order["id"]))
    if status == "cancelled":
        for item in json.loads(order["items"]):
            reference.db.execute("UPDATE products SET stock = stock + :quantity WHERE id = :product_id", item)
    reference.notify(order, status)


reference.end_pending = end_pending
reference.is_new = lambda event: True

if __name__ == "__main__":
    reference.main()
