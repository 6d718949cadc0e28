"""Webhooks of the payment service, and what the customer hears of them."""

import json

import pytest
from conftest import BASE_URL, SECONDS_TO_ANSWER
from websockets.exceptions import ConnectionClosed
from websockets.sync.client import connect


@pytest.mark.parametrize(("kind", "status", "stock"), [("payment.succeeded", "paid", 6), ("payment.failed", "cancelled", 10)])
def test_is_paid_by_webhook__once_and_again(ada, make_product, stock_of, payments, kind, status, stock):
    """A pending order becomes paid, or cancelled with its stock back."""
    product = make_product()
    order = ada.order(product, quantity=4)
    payments.deliver(payments.make_event(order, kind))
    assert ada.status(order) == status, f"after {kind} the order is {ada.status(order)}"
    assert stock_of(product) == stock, f"after {kind} of 4 pieces, {stock_of(product)} of 10 are in stock"


def test_is_paid_by_webhook__only_the_order_of_the_payment(ada, make_product, payments):
    """Another order of the same customer stays pending."""
    product = make_product()
    first, second = ada.order(product), ada.order(product)
    payments.deliver(payments.make_event(second, "payment.succeeded"))
    assert (ada.status(first), ada.status(second)) == ("pending", "paid")


@pytest.mark.parametrize("fault", ["missing", "empty", "nonsense", "secret", "body", "time", "old", "early"])
def test_verifies_webhooks__a_bad_signature_changes_nothing(ada, make_product, payments, fault):
    """An event without its right signature of these minutes is 400; the same event, signed well, works."""
    order = ada.order(make_product())
    body = payments.make_event(order, "payment.succeeded")
    good = payments.sign(body)
    signature = {
        "missing": None,
        "empty": "",
        "nonsense": "t=now,v1=zz",
        "secret": payments.sign(body, secret="another-secret"),
        "body": payments.sign(body.replace(b"succeeded", b"failed")),
        "time": f"t={int(good.split(',')[0][2:]) + 1},{good.split(',')[1]}",
        "old": payments.sign(body, age=600),
        "early": payments.sign(body, age=-600),
    }[fault]
    payments.deliver(body, 400, signature)
    assert ada.status(order) == "pending", f"an event with a bad signature ({fault}) made the order {ada.status(order)}"
    payments.deliver(body)
    assert ada.status(order) == "paid", f"the well signed event that came after a bad one ({fault}) left it {ada.status(order)}"


def test_verifies_webhooks__some_minutes_are_allowed(ada, make_product, payments):
    """An event that was signed four minutes ago is taken."""
    order = ada.order(make_product())
    body = payments.make_event(order, "payment.succeeded")
    payments.deliver(body, 200, payments.sign(body, age=200))
    assert ada.status(order) == "paid"


@pytest.mark.parametrize(("kind", "status", "stock"), [("payment.succeeded", "paid", 6), ("payment.failed", "cancelled", 10)])
def test_takes_webhooks_twice__acts_once(ada, make_product, stock_of, payments, at_once, kind, status, stock):
    """The same event, delivered again and five times at once, gets 200 and changes nothing more."""
    product = make_product()
    order = ada.order(product, quantity=4)
    body = payments.make_event(order, kind)
    at_once(lambda _: payments.deliver(body), range(5))
    payments.deliver(body)
    assert (ada.status(order), stock_of(product)) == (status, stock), (
        f"after {kind} six times, the order is {ada.status(order)} with {stock_of(product)} of 10 in stock, not {status} with {stock}"
    )


@pytest.mark.parametrize(
    ("first", "second", "status", "stock"),
    [
        ("payment.succeeded", "payment.failed", "paid", 6),
        ("payment.failed", "payment.failed", "cancelled", 10),
        ("payment.failed", "payment.succeeded", "cancelled", 10),
    ],
)
def test_takes_webhooks_twice__what_comes_too_late(ada, make_product, stock_of, payments, first, second, status, stock):
    """Another event of an order that is no longer pending gets 200 and changes neither status nor stock."""
    product = make_product()
    order = ada.order(product, quantity=4)
    payments.deliver(payments.make_event(order, first))
    payments.deliver(payments.make_event(order, second))
    assert (ada.status(order), stock_of(product)) == (status, stock), (
        f"after {first} and {second}, the order is {ada.status(order)} with {stock_of(product)} of 10 in stock"
    )


def open_socket():
    address = BASE_URL.rstrip("/").replace("http", "ws", 1) + "/ws"
    return connect(address, proxy=None, open_timeout=SECONDS_TO_ANSWER)


def receive(socket) -> dict:
    """The next frame; fails where none comes."""
    try:
        return json.loads(socket.recv(timeout=SECONDS_TO_ANSWER))
    except TimeoutError:
        pytest.fail(f"no frame came on /ws within {SECONDS_TO_ANSWER} seconds", pytrace=False)


def subscribe(socket, customer) -> None:
    socket.send(json.dumps({"token": customer.token}))
    first = receive(socket)
    assert first == {"type": "ready"}, f"/ws answered the token with {first}"


def test_notifies_live__ones_own_orders(ada, sign_up, make_product, payments):
    """Two sockets of a customer hear of each change of an order, and nothing of another customer's."""
    product, bob = make_product(), sign_up()
    with open_socket() as first, open_socket() as second, open_socket() as others:
        for socket, customer in ((first, ada), (second, ada), (others, bob)):
            subscribe(socket, customer)
        paid, failed = ada.order(product), ada.order(product)
        payments.deliver(payments.make_event(paid, "payment.succeeded"))
        payments.deliver(payments.make_event(failed, "payment.failed"))
        changes = [(paid, "pending"), (failed, "pending"), (paid, "paid"), (failed, "cancelled")]
        expected = [{"type": "order", "id": order["id"], "status": status} for order, status in changes]
        for socket in (first, second):
            frames = [receive(socket) for _ in expected]
            assert frames == expected, f"/ws sent {frames}, not {expected}"
        own = bob.order(product)
        frame = receive(others)
        assert frame == {"type": "order", "id": own["id"], "status": "pending"}, f"/ws sent {frame} to another customer"


def test_notifies_live__no_change_no_frame(ada, make_product, payments):
    """An event that comes twice and one that comes too late are not announced."""
    product = make_product()
    with open_socket() as socket:
        subscribe(socket, ada)
        order = ada.order(product)
        body = payments.make_event(order, "payment.succeeded")
        for event in (body, body, payments.make_event(order, "payment.failed")):
            payments.deliver(event)
        last = ada.order(product)
        frames = [receive(socket) for _ in range(3)]
        seen = [(frame["id"], frame["status"]) for frame in frames]
        expected = [(order["id"], "pending"), (order["id"], "paid"), (last["id"], "pending")]
        assert seen == expected, f"/ws announced {seen}, not {expected}"


@pytest.mark.parametrize("frame", ['{"token": "invented"}', '{"token": ""}', "{}", "not JSON"])
def test_notifies_live__a_bad_token_closes(frame):
    """Whoever does not begin with a good token is closed out with code 4401."""
    with open_socket() as socket:
        socket.send(frame)
        with pytest.raises(ConnectionClosed) as closed:
            pytest.fail(f"/ws answered {frame} with {receive(socket)}", pytrace=False)
        code = closed.value.rcvd.code if closed.value.rcvd else None
        assert code == 4401, f"/ws closed with code {code} after {frame}"
