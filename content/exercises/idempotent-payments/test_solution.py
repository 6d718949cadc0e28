import os
import threading
from collections.abc import Callable, Iterator
from concurrent.futures import Future, ThreadPoolExecutor
from itertools import count
from typing import Any
from uuid import uuid4

import psycopg
import pytest
from fastapi.testclient import TestClient
from httpx2 import Response
from provider import Charge, Provider, ProviderUnavailableError
from psycopg import sql
from psycopg.conninfo import make_conninfo
from solution import create_app
from storage import create_tables

SERVER = os.environ.get("DATABASE_URL", "postgresql://postgres:postgres@localhost:5432/postgres")
ORDER = {"amount": 500, "currency": "EUR", "card": "visa"}
PATIENCE = 30
"""Seconds until a test gives up: only a wrong answer takes so long."""


@pytest.fixture(scope="module")
def database() -> Iterator[str]:
    name = f"payments_{uuid4().hex}"
    with psycopg.connect(SERVER, autocommit=True) as server:
        server.execute(sql.SQL("CREATE DATABASE {}").format(sql.Identifier(name)))
        try:
            # What waits for a lock fails before the test gives up, and says where.
            address = make_conninfo(SERVER, dbname=name, options="-c lock_timeout=10s")
            create_tables(address)
            yield address
        finally:
            server.execute(sql.SQL("DROP DATABASE {} WITH (FORCE)").format(sql.Identifier(name)))


class Service:
    """The service, its provider, and a client that nobody else is."""

    names = count(1)

    def __init__(self, database: str) -> None:
        self.database = database
        self.provider = Provider()
        self.app = create_app(database, self.provider)
        self.client = f"client {next(self.names)}"

    def pay(self, key: str | None = "k1", client: str | None = None, **more: Any) -> Response:
        """Sends the order, changed where `more` says so, or the text `content` instead."""
        headers = {"X-Client": client or self.client, "Content-Type": "application/json"}
        if key is not None:
            headers["Idempotency-Key"] = key
        body = {"content": more["content"]} if "content" in more else {"json": {**ORDER, **more}}
        return TestClient(self.app, raise_server_exceptions=False).post("/payments", headers=headers, **body)

    def execute(self, statement: str) -> list[tuple[Any, ...]]:
        with psycopg.connect(self.database, autocommit=True) as connection:
            cursor = connection.execute(statement)
            return cursor.fetchall() if cursor.description else []

    def payments(self) -> list[tuple[Any, ...]]:
        return self.execute(f"SELECT id, amount, currency, charge FROM payments WHERE client = '{self.client}'")

    def assert_charged_once(self) -> Charge:
        charges, rows = self.provider.charges, self.payments()
        assert len(charges) == 1, f"the card was charged {len(charges)} times: {charges}"
        assert [row[1:] for row in rows] == [(500, "EUR", charges[0].id)], f"one payment expected, found {rows}"
        return charges[0]

    def break_connections(self) -> None:
        """As if the database was restarted: every connection to it is gone."""
        others = "datname = current_database() AND pid <> pg_backend_pid()"
        self.execute(f"SELECT pg_terminate_backend(pid, 10000) FROM pg_stat_activity WHERE {others}")


@pytest.fixture
def service(database: str) -> Service:
    return Service(database)


def once(action: Callable[[], None]) -> Callable[[], None]:
    """Does it at the first call only."""
    left = [action]
    return lambda: left.pop()() if left else None


def fail() -> None:
    raise ProviderUnavailableError("no answer")


def assert_paid(response: Response, replayed: bool = False) -> None:
    assert response.status_code == 201, f"expected 201, got {response.status_code}: {response.text}"
    mark = response.headers.get("Idempotent-Replayed")
    assert mark == ("true" if replayed else None), f"the header Idempotent-Replayed is {mark}"


def test_1_a_payment_is_charged(service: Service) -> None:
    """A payment is charged at the provider and has a row"""
    response = service.pay()
    assert_paid(response)
    charge = service.assert_charged_once()
    assert (charge.card, charge.amount, charge.currency) == ("visa", 500, "EUR")
    assert response.json() == {"payment": service.payments()[0][0], "amount": 500, "currency": "EUR"}


def test_1_a_retry_gets_the_same_answer(service: Service) -> None:
    """The same key again gives the same status and body, and charges nothing"""
    first, second = service.pay(), service.pay()
    assert_paid(second, replayed=True)
    assert second.json() == first.json()
    service.assert_charged_once()
    assert_paid(service.pay("k2"))
    assert len(service.provider.charges) == 2, "another key is another payment"


def test_1_a_declined_card_stays_declined(service: Service) -> None:
    """A declined card is an answer: 402, stored and replayed"""
    first, second = service.pay(card="declined"), service.pay(card="declined")
    assert [first.status_code, second.status_code] == [402, 402]
    assert first.json() == second.json() == {"detail": "declined"}
    assert second.headers.get("Idempotent-Replayed") == "true"
    assert service.payments() == []


def test_1_a_key_belongs_to_its_client(service: Service) -> None:
    """The same key of two clients is two payments"""
    assert_paid(service.pay())
    other = service.pay(client=f"not {service.client}", amount=700)
    assert_paid(other)
    assert [charge.amount for charge in service.provider.charges] == [500, 700]


@pytest.mark.parametrize("key", [None, "", "x" * 256], ids=["none", "empty", "too long"])
def test_1_a_key_is_demanded(service: Service, key: str | None) -> None:
    """Without a key, or with one of more than 255 characters: 400"""
    assert service.pay(key).status_code == 400
    assert service.provider.charges == []


@pytest.mark.parametrize("change", [{"amount": 501}, {"currency": "USD"}, {"card": "amex"}], ids=str)
def test_2_another_request_is_refused(service: Service, change: dict[str, Any]) -> None:
    """A key with another amount, currency or card is answered with 422, and nothing is charged"""
    service.pay()
    response = service.pay(**change)
    assert response.status_code == 422, f"{change} under a used key was answered with {response.status_code}"
    service.assert_charged_once()


def test_2_the_same_request_in_other_bytes(service: Service) -> None:
    """Order of the fields and white space make no other request; a body that is not valid uses no key up"""
    assert service.pay(amount=-1).status_code == 422
    assert_paid(service.pay())
    assert_paid(service.pay(content='{ "card": "visa",\n "currency": "EUR", "amount": 500 }'), replayed=True)


def test_3_duplicates_do_not_wait(service: Service) -> None:
    """While the first is at the provider, a duplicate gets 409 with Retry-After, and another key is served"""
    arrived, may_go_on = threading.Event(), threading.Event()

    def hold() -> None:
        arrived.set()
        assert may_go_on.wait(PATIENCE), "nobody let the first request go on"

    service.provider.before = once(hold)
    with ThreadPoolExecutor(2) as threads:
        first: Future[Response] = threads.submit(service.pay)
        first.add_done_callback(lambda _: arrived.set())
        try:
            assert arrived.wait(PATIENCE), "the first request did not get to the provider"
            assert not first.done(), f"the first request did not get to the provider: {first.result().text}"
            duplicate = threads.submit(service.pay).result(PATIENCE)
            other = threads.submit(service.pay, "k2", amount=700).result(PATIENCE)
        finally:
            may_go_on.set()
        assert duplicate.status_code == 409, f"a duplicate was answered with {duplicate.status_code}: {duplicate.text}"
        assert duplicate.headers.get("Retry-After", "").isdigit(), "409 has no Retry-After in seconds"
        assert_paid(other)
        assert_paid(first.result(PATIENCE))
    assert_paid(service.pay(), replayed=True)
    assert sorted(charge.amount for charge in service.provider.charges) == [500, 700]


def test_3_many_at_once_are_one(service: Service) -> None:
    """Of many requests with one key at the same moment one charges; the others are told to wait, or get its answer"""
    start = threading.Barrier(4)

    def pay(_: int) -> Response:
        start.wait(PATIENCE)
        return service.pay()

    with ThreadPoolExecutor(4) as threads:
        statuses = [response.status_code for response in threads.map(pay, range(4))]
    assert 201 in statuses, f"nobody has paid: {statuses}"
    assert set(statuses) <= {201, 409}, f"expected 201 and 409 only, got {statuses}"
    service.assert_charged_once()


def test_4_the_database_dies_after_the_charge(service: Service) -> None:
    """The connection breaks between charge and record: the retry finishes the payment, without a second charge"""
    service.provider.after = once(service.break_connections)
    broken = service.pay()
    assert broken.status_code >= 500, f"answered {broken.status_code}, and nothing can have been recorded"
    assert_paid(service.pay())
    service.assert_charged_once()
    assert_paid(service.pay(), replayed=True)


def test_5_unknown_is_tried_again(service: Service) -> None:
    """Without an answer of the provider: 503 with Retry-After, not stored; the retry pays"""
    service.provider.before = once(fail)
    response = service.pay()
    assert response.status_code == 503, f"expected 503, got {response.status_code}: {response.text}"
    assert response.headers.get("Retry-After", "").isdigit(), "503 has no Retry-After in seconds"
    assert_paid(service.pay())
    service.assert_charged_once()


def test_5_charged_and_not_told(service: Service) -> None:
    """The provider charged and its answer got lost: the retry is the same charge"""
    service.provider.after = once(fail)
    assert service.pay().status_code == 503
    assert_paid(service.pay())
    service.assert_charged_once()


@pytest.mark.parametrize("moment", ["INSERT ON payments", "UPDATE ON idempotency_keys"])
def test_6_payment_and_answer_are_one(service: Service, moment: str) -> None:
    """Where one of the two cannot be written, the other is not; the retry writes both"""
    is_final = "true" if "payments" in moment else "NEW.status IS NOT NULL"
    service.execute(
        f"""
        CREATE FUNCTION refuse() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN RAISE 'disk full'; END $$;
        CREATE TRIGGER refuse BEFORE {moment} FOR EACH ROW
            WHEN (NEW.client = '{service.client}' AND {is_final}) EXECUTE FUNCTION refuse();
        """
    )
    try:
        response = service.pay()
        assert response.status_code >= 500, f"answered {response.status_code}, and could not be recorded"
        assert service.payments() == [], "there is a payment, and no answer is stored for its key"
    finally:
        service.execute("DROP FUNCTION refuse CASCADE")
    assert_paid(service.pay())
    service.assert_charged_once()
