"""Orders whose messages are not lost: an outbox, its relay, and a consumer that counts once."""

from uuid import uuid4

import psycopg
from broker import Broker, Message


def place_order(connection: psycopg.Connection, customer: str, amount: int) -> int:
    """The id of the new order."""
    raise NotImplementedError


def pay_order(connection: psycopg.Connection, order: int) -> bool:
    """False where the order is paid already, or is not there."""
    raise NotImplementedError


def relay(connection: psycopg.Connection, broker: Broker, limit: int = 100) -> int:
    """Publishes at most `limit` messages, and gives their number. What fails is published again by the next call."""
    raise NotImplementedError


def consume(connection: psycopg.Connection, message: Message) -> bool:
    """False where the message was handled before."""
    raise NotImplementedError


def main() -> None:
    message = Message(uuid4(), 1, "order.paid", {"customer": "ada", "amount": 500})
    Broker().publish(message)
    print(f"published {message.kind} of order {message.aggregate}")


if __name__ == "__main__":
    main()
