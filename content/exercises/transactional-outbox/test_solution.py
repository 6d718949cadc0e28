import os
from collections import defaultdict
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import Any
from uuid import uuid4

import psycopg
import pytest
from broker import Broker, BrokerDownError, Message
from psycopg import sql
from solution import consume, pay_order, place_order, relay
from tables import create_tables

SERVER = os.environ.get("DATABASE_URL", "postgresql://postgres:postgres@localhost:5432/postgres")


class Shop:
    """Tables in a schema of their own, and connections to them."""

    def __init__(self) -> None:
        self.schema = f"outbox_{uuid4().hex}"
        self._opened: list[psycopg.Connection] = []
        self.connection = self.connect()
        self.connection.execute(sql.SQL("CREATE SCHEMA {}").format(sql.Identifier(self.schema)))
        create_tables(self.connection)
        self.broker = Broker()

    def connect(self) -> psycopg.Connection:
        # What waits for a lock fails, instead of waiting for a test that waits for it.
        options = f"-c search_path={self.schema} -c lock_timeout=2s"
        connection = psycopg.connect(SERVER, autocommit=True, options=options)
        self._opened.append(connection)
        return connection

    def close(self) -> None:
        for connection in self._opened:
            connection.close()
        with psycopg.connect(SERVER, autocommit=True) as server:
            server.execute(sql.SQL("DROP SCHEMA IF EXISTS {} CASCADE").format(sql.Identifier(self.schema)))

    def read(self, query: str) -> list[tuple[Any, ...]]:
        return self.connection.execute(query).fetchall()

    def outbox(self) -> list[tuple[Any, ...]]:
        return self.read("SELECT aggregate, kind FROM outbox ORDER BY id")

    def relay_all(self) -> None:
        """Calls the relay until nothing is left."""
        for _ in range(20):
            if relay(self.connection, self.broker) == 0:
                break
        left = self.outbox()
        assert left == [], f"the relay found nothing more to do, and these are in the outbox: {left}"

    def published(self) -> dict[int, list[str]]:
        """The kinds of each order's messages, as the broker got them. A repeated one counts where it came first."""
        kinds: dict[int, list[str]] = defaultdict(list)
        for message in {message.id: message for message in self.broker.taken}.values():
            kinds[message.aggregate].append(message.kind)
        return dict(kinds)

    @contextmanager
    def refusing(self, moment: str) -> Iterator[None]:
        """While a statement fails, like `INSERT ON outbox`."""
        self.connection.execute(
            f"""
            CREATE FUNCTION refuse() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN RAISE 'disk full'; END $$;
            CREATE TRIGGER refuse BEFORE {moment} FOR EACH ROW EXECUTE FUNCTION refuse();
            """
        )
        try:
            yield
        finally:
            self.connection.execute("DROP FUNCTION refuse CASCADE")


@pytest.fixture
def shop() -> Iterator[Shop]:
    shop = Shop()
    try:
        yield shop
    finally:
        shop.close()


def at(number: int, action: Callable[[], Any]) -> Callable[[Message], None]:
    """Does something at one message: the first is 1."""
    calls = iter(range(1, 1000))

    def hook(message: Message) -> None:
        if next(calls) == number:
            action()

    return hook


def go_down() -> None:
    raise BrokerDownError("no answer")


def test_1_an_order_has_its_message(shop: Shop) -> None:
    """Placing and paying an order write one message each, with the order as aggregate"""
    order = place_order(shop.connection, "ada", 500)
    assert shop.outbox() == [(order, "order.placed")]
    assert pay_order(shop.connection, order) is True
    assert shop.outbox() == [(order, "order.placed"), (order, "order.paid")]
    assert shop.read("SELECT id, customer, amount, is_paid FROM orders") == [(order, "ada", 500, True)]
    assert shop.read("SELECT DISTINCT payload FROM outbox") == [({"customer": "ada", "amount": 500},)]


def test_1_an_order_is_paid_once(shop: Shop) -> None:
    """Paying again, or what is not there, is False and sends nothing"""
    order = place_order(shop.connection, "ada", 500)
    pay_order(shop.connection, order)
    assert pay_order(shop.connection, order) is False
    assert pay_order(shop.connection, order + 1) is False
    assert len(shop.outbox()) == 2, f"two messages were due, found {shop.outbox()}"


def test_1_both_or_nothing(shop: Shop) -> None:
    """Where the message cannot be written the order is not changed"""
    order = place_order(shop.connection, "ada", 500)
    with shop.refusing("INSERT ON outbox"):
        with pytest.raises(psycopg.Error):
            place_order(shop.connection, "grace", 700)
        with pytest.raises(psycopg.Error):
            pay_order(shop.connection, order)
    found = shop.read("SELECT id, is_paid FROM orders")
    assert found == [(order, False)], f"an order was written without its message: {found}"


def test_1_a_transaction_of_the_caller(shop: Shop) -> None:
    """In a transaction that is rolled back there was neither order nor message"""
    with shop.connection.transaction(force_rollback=True):
        pay_order(shop.connection, place_order(shop.connection, "ada", 500))
    assert (shop.read("SELECT id FROM orders"), shop.outbox()) == ([], [])


def test_2_messages_are_published_and_gone(shop: Shop) -> None:
    """What is in the outbox is published, at most so many at a time, and is gone then"""
    orders = [place_order(shop.connection, customer, 500) for customer in ("ada", "grace", "alan")]
    ids = shop.read("SELECT message_id, aggregate FROM outbox ORDER BY id")
    assert relay(shop.connection, shop.broker, limit=2) == 2
    assert len(shop.broker.taken) == 2, f"2 messages were due, the broker got {len(shop.broker.taken)}"
    assert relay(shop.connection, shop.broker, limit=2) == 1
    assert relay(shop.connection, shop.broker) == 0
    assert sorted((message.id, message.aggregate) for message in shop.broker.taken) == sorted(ids)
    assert shop.published() == {order: ["order.placed"] for order in orders}
    assert shop.outbox() == []


def test_2_a_late_commit_is_not_forgotten(shop: Shop) -> None:
    """A message whose transaction commits after a later one is published when it is there"""
    slow = shop.connect()
    with slow.transaction():
        first = place_order(slow, "ada", 500)
        second = place_order(shop.connection, "grace", 700)
        relay(shop.connection, shop.broker)
        assert shop.published() == {second: ["order.placed"]}
    relay(shop.connection, shop.broker)
    assert sorted(shop.published()) == [first, second], "a message that was committed late was never published"


@pytest.mark.parametrize("moment", ["before", "after"])
def test_3_the_broker_fails(shop: Shop, moment: str) -> None:
    """publish raises, before or after the broker has the message: it is published by the next call, with the same id"""
    for customer in ("ada", "grace", "alan"):
        place_order(shop.connection, customer, 500)
    ids = {row[0] for row in shop.read("SELECT message_id FROM outbox")}
    setattr(shop.broker, moment, at(2, go_down))
    with pytest.raises(BrokerDownError):
        relay(shop.connection, shop.broker)
    shop.relay_all()
    published = {message.id for message in shop.broker.taken}
    assert published == ids, f"{len(ids - published)} messages were lost, {len(published - ids)} have a new id"


def test_3_deleting_fails(shop: Shop) -> None:
    """The database fails when the message is out: it is published again"""
    order = place_order(shop.connection, "ada", 500)
    with shop.refusing("DELETE ON outbox"), pytest.raises(psycopg.Error):
        relay(shop.connection, shop.broker)
    assert shop.outbox() == [(order, "order.placed")]
    shop.relay_all()
    assert shop.published() == {order: ["order.placed"]}


def test_4_an_orders_messages_keep_their_order(shop: Shop) -> None:
    """The messages of an order come as they were written, also when the broker fails in between"""
    first, second = place_order(shop.connection, "ada", 500), place_order(shop.connection, "grace", 700)
    pay_order(shop.connection, second)
    pay_order(shop.connection, first)
    shop.broker.before = at(2, go_down)
    with pytest.raises(BrokerDownError):
        relay(shop.connection, shop.broker)
    shop.relay_all()
    assert shop.published() == dict.fromkeys([first, second], ["order.placed", "order.paid"])


def test_5_relays_share_the_work(shop: Shop) -> None:
    """While one relay publishes, another goes on with other orders: without waiting, twice or overtaking"""
    orders = [place_order(shop.connection, customer, 500) for customer in ("ada", "grace")]
    for order in orders:
        pay_order(shop.connection, order)
    other, counts = shop.connect(), [-1]

    def relay_beside() -> None:
        while counts[-1] != 0 and len(counts) < 10:
            counts.append(relay(other, shop.broker))

    shop.broker.after = at(1, relay_beside)
    relay(shop.connection, shop.broker, limit=1)
    in_hand, *beside = [(message.aggregate, message.kind) for message in shop.broker.taken]
    free = sum(orders) - in_hand[0]
    expected = [(free, "order.placed"), (free, "order.paid")]
    assert beside == expected, f"beside a relay with {in_hand} in hand, another one published {beside}"
    assert sum(counts[1:]) == 2, f"it published 2 messages and said {counts[1:]}"
    shop.relay_all()
    assert len(shop.broker.taken) == 4, f"4 messages were due, the broker got {len(shop.broker.taken)}"
    assert shop.published() == dict.fromkeys(orders, ["order.placed", "order.paid"])


def test_6_a_message_counts_once(shop: Shop) -> None:
    """Delivered twice, it counts once; two messages of one customer are added up"""
    one, two = (Message(uuid4(), order, "order.paid", {"customer": "ada", "amount": 500}) for order in (1, 2))
    assert [consume(shop.connection, message) for message in (one, one, two, one)] == [True, False, True, False]
    assert shop.read("SELECT * FROM revenue") == [("ada", 1000)]
    placed = Message(uuid4(), 3, "order.placed", {"customer": "alan", "amount": 900})
    assert consume(shop.connection, placed) is True
    assert consume(shop.connection, placed) is False
    assert shop.read("SELECT * FROM revenue") == [("ada", 1000)], "order.placed is no revenue"


@pytest.mark.parametrize("moment", ["INSERT ON revenue", "INSERT ON inbox"])
def test_6_a_consumer_fails(shop: Shop, moment: str) -> None:
    """What failed half-way has not happened, and counts at the next delivery"""
    message = Message(uuid4(), 1, "order.paid", {"customer": "ada", "amount": 500})
    with shop.refusing(moment), pytest.raises(psycopg.Error):
        consume(shop.connection, message)
    assert shop.read("SELECT * FROM revenue") == [], "it counted, and nobody remembers"
    assert consume(shop.connection, message) is True, "it did not count, and is remembered as if it had"
    assert shop.read("SELECT * FROM revenue") == [("ada", 500)]
