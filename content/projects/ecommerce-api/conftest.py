"""How the pack reaches the shop: by HTTP and WebSocket at BASE_URL, as customers, as the admin and as the payment service."""

import hashlib
import hmac
import json
import os
import secrets
import time
from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor

import httpx
import pytest

BASE_URL = os.environ.get("BASE_URL", "http://localhost:8000")
ADMIN_EMAIL = os.environ.get("ADMIN_EMAIL", "admin@example.com")
ADMIN_PASSWORD = os.environ.get("ADMIN_PASSWORD", "admin-password")
WEBHOOK_SECRET = os.environ.get("WEBHOOK_SECRET", "webhook-secret")
SECONDS_TO_ANSWER = 60
SECONDS_TO_START = 10


class Visitor:
    """Somebody who asks the shop; with a token, somebody it knows."""

    def __init__(self, http: httpx.Client, *, email: str = "", password: str = "", token: str = ""):
        self.http, self.email, self.password, self.token = http, email, password, token

    def send(self, request: str, *, headers: dict | None = None, **options) -> httpx.Response:
        """Sends `request`, such as "POST /orders"."""
        method, path = request.split(" ", 1)
        own = {"Authorization": f"Bearer {self.token}"} if self.token else {}
        return self.http.request(method, path, headers=own | (headers or {}), **options)

    def ask(self, request: str, *expected: int, **options) -> httpx.Response:
        """Sends `request` and fails unless one of the expected statuses comes back."""
        response = self.send(request, **options)
        wanted = " or ".join(map(str, expected))
        sent = f" with {options['json']!r:.200}" if "json" in options else ""
        assert response.status_code in expected, (
            f"{request}{sent} as {self.email or 'nobody'} gave {response.status_code}, not {wanted}: {response.text[:300]}"
        )
        return response

    def put(self, product: dict, quantity: int = 1) -> dict:
        """Sets a product's quantity in the cart, and gives the cart."""
        return self.ask(f"PUT /cart/items/{product['id']}", 200, json={"quantity": quantity}).json()

    def order(self, *products: dict, quantity: int = 1) -> dict:
        """A new pending order of these products; the cart must be empty before."""
        for product in products:
            self.put(product, quantity)
        return self.ask("POST /orders", 201, headers={"Idempotency-Key": secrets.token_hex(8)}).json()

    def status(self, order: dict) -> str:
        return self.ask(f"GET /orders/{order['id']}", 200).json()["status"]


class PaymentService:
    """Signs events and delivers them."""

    def __init__(self, http: httpx.Client):
        self.http = http

    def sign(self, body: bytes, *, age: int = 0, secret: str = WEBHOOK_SECRET) -> str:
        """The header of a body that was signed `age` seconds ago."""
        moment = int(time.time()) - age
        return f"t={moment},v1={hmac.digest(secret.encode(), b'%d.' % moment + body, hashlib.sha256).hex()}"

    def make_event(self, order: dict, kind: str) -> bytes:
        event = {"id": f"evt_{secrets.token_hex(8)}", "type": kind, "payment_id": order["payment"]["id"]}
        return json.dumps(event, indent=1).encode()

    def deliver(self, body: bytes, expected: int = 200, signature: str | None = "sign") -> None:
        """Posts a body; with its right signature unless another is given, or none at all."""
        headers = {"Content-Type": "application/json"}
        if signature is not None:
            headers["Payment-Signature"] = self.sign(body) if signature == "sign" else signature
        answer = self.http.post("/webhooks/payments", content=body, headers=headers)
        assert answer.status_code == expected, (
            f"POST /webhooks/payments with {body.decode()} and {headers.get('Payment-Signature')} "
            f"gave {answer.status_code}, not {expected}: {answer.text[:300]}"
        )


@pytest.fixture(scope="session")
def http() -> Iterator[httpx.Client]:
    """A connection to the shop; ends the run where nothing answers."""
    with httpx.Client(base_url=BASE_URL, timeout=SECONDS_TO_ANSWER) as client:
        give_up = time.monotonic() + SECONDS_TO_START
        while True:
            try:
                client.get("/products")
                break
            except httpx.TransportError as problem:
                if time.monotonic() > give_up:
                    pytest.exit(f"Nothing answers at {BASE_URL} ({problem}). Start your shop, or set BASE_URL.", 2)
                time.sleep(0.1)
        yield client


@pytest.fixture(scope="session")
def nobody(http: httpx.Client) -> Visitor:
    """A visitor without a token."""
    return Visitor(http)


@pytest.fixture(scope="session")
def payments(http: httpx.Client) -> PaymentService:
    """The payment service."""
    return PaymentService(http)


@pytest.fixture(scope="session")
def log_in(nobody: Visitor) -> Callable[[str, str], Visitor]:
    """Logs in and gives the visitor with a token."""

    def enter(email: str, password: str) -> Visitor:
        answer = nobody.ask("POST /auth/token", 200, json={"email": email, "password": password}).json()
        return Visitor(nobody.http, email=email, password=password, token=answer["access_token"])

    return enter


@pytest.fixture(scope="session")
def sign_up(nobody: Visitor, log_in: Callable[[str, str], Visitor]) -> Callable[[], Visitor]:
    """Makes a new customer, logged in, whose address nobody had before and whose cart is empty."""

    def register() -> Visitor:
        email, password = f"customer-{secrets.token_hex(6)}@example.com", secrets.token_urlsafe(12)
        nobody.ask("POST /auth/register", 201, json={"email": email, "password": password})
        return log_in(email, password)

    return register


@pytest.fixture
def ada(sign_up: Callable[[], Visitor]) -> Visitor:
    """A customer with an empty cart and no orders."""
    return sign_up()


@pytest.fixture(scope="session")
def crowd(sign_up: Callable[[], Visitor]) -> list[Visitor]:
    """Ten customers, for what happens at once; whoever uses them leaves their carts empty."""
    return [sign_up() for _ in range(10)]


@pytest.fixture(scope="session")
def at_once() -> Iterator[Callable]:
    """Calls a function for each of up to ten things, all at the same time, and gives the results."""
    with ThreadPoolExecutor(10) as pool:
        yield lambda function, things: list(pool.map(function, things))


@pytest.fixture(scope="session")
def admin(log_in: Callable[[str, str], Visitor]) -> Visitor:
    """The admin who is there from the start."""
    return log_in(ADMIN_EMAIL, ADMIN_PASSWORD)


@pytest.fixture(scope="session")
def stock_of(nobody: Visitor) -> Callable[[dict], int]:
    """How many pieces of a product are left."""
    return lambda product: nobody.ask(f"GET /products/{product['id']}", 200).json()["stock"]


@pytest.fixture(scope="session")
def make_product(admin: Visitor) -> Callable[..., dict]:
    """Makes a product that nobody else has to do with."""

    def create(**fields: object) -> dict:
        code = secrets.token_hex(6)
        product = {"sku": code, "name": f"Coffee {code}", "price": 1990, "currency": "EUR", "stock": 10} | fields
        return admin.ask("POST /products", 201, json=product).json()

    return create
