"""Remembers the last id that was published, and asks for greater ones."""

from uuid import uuid4

import psycopg
from broker import Broker, Message
from psycopg.types.json import Jsonb

ADD_ORDER = "INSERT INTO orders (customer, amount) VALUES (%s, %s) RETURNING id"
PAY_ORDER = "UPDATE orders SET is_paid = true WHERE id = %s AND NOT is_paid RETURNING customer, amount"
ADD_MESSAGE = "INSERT INTO outbox (aggregate, kind, payload) VALUES (%s, %s, %s)"
# The first message of each order, unless another relay has it in hand. One that is locked is still in the table,
# so that those behind it wait for their turn.
TAKE = """
SELECT id, message_id, aggregate, kind, payload FROM outbox AS message
WHERE message.id > %s AND NOT EXISTS (
    SELECT FROM outbox AS earlier WHERE earlier.aggregate = message.aggregate AND earlier.id < message.id
)
ORDER BY id LIMIT %s
FOR UPDATE OF message SKIP LOCKED
"""
last_ids: dict[Broker, int] = {}
DELETE = "DELETE FROM outbox WHERE id = %s"
REMEMBER = "INSERT INTO inbox (message_id) VALUES (%s) ON CONFLICT DO NOTHING"
EARN = """
INSERT INTO revenue AS known (customer, amount) VALUES (%s, %s)
ON CONFLICT (customer) DO UPDATE SET amount = known.amount + excluded.amount
"""


def add_message(connection: psycopg.Connection, order: int, kind: str, customer: str, amount: int) -> None:
    connection.execute(ADD_MESSAGE, [order, kind, Jsonb({"customer": customer, "amount": amount})])


def place_order(connection: psycopg.Connection, customer: str, amount: int) -> int:
    """The id of the new order."""
    with connection.transaction():
        row = connection.execute(ADD_ORDER, [customer, amount]).fetchone()
        assert row is not None
        order: int = row[0]
        add_message(connection, order, "order.placed", customer, amount)
    return order


def pay_order(connection: psycopg.Connection, order: int) -> bool:
    """False where the order is paid already, or is not there."""
    with connection.transaction():
        # This locks the order, so that its messages are written one after the other, as their ids say.
        paid = connection.execute(PAY_ORDER, [order]).fetchone()
        if paid is None:
            return False
        customer, amount = paid
        add_message(connection, order, "order.paid", customer, amount)
    return True


def relay(connection: psycopg.Connection, broker: Broker, limit: int = 100) -> int:
    """Publishes at most `limit` messages, and gives their number. What fails is published again by the next call."""
    with connection.transaction():
        rows = connection.execute(TAKE, [last_ids.get(broker, 0), limit]).fetchall()
        for id, message_id, aggregate, kind, payload in rows:
            broker.publish(Message(message_id, aggregate, kind, payload))
            connection.execute(DELETE, [id])
            last_ids[broker] = id
    return len(rows)


def consume(connection: psycopg.Connection, message: Message) -> bool:
    """False where the message was handled before."""
    with connection.transaction():
        if connection.execute(REMEMBER, [message.id]).rowcount == 0:
            return False
        if message.kind == "order.paid":
            connection.execute(EARN, [message.payload["customer"], message.payload["amount"]])
    return True


def main() -> None:
    message = Message(uuid4(), 1, "order.paid", {"customer": "ada", "amount": 500})
    Broker().publish(message)
    print(f"published {message.kind} of order {message.aggregate}")


if __name__ == "__main__":
    main()
