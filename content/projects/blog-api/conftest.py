"""How the pack reaches the blog: by HTTP at BASE_URL, and as the admin of ADMIN_EMAIL and ADMIN_PASSWORD."""

import os
import secrets
import time
from collections.abc import Callable, Iterator

import httpx
import pytest

BASE_URL = os.environ.get("BASE_URL", "http://localhost:8000").rstrip("/")
ADMIN_EMAIL = os.environ.get("ADMIN_EMAIL", "admin@example.com")
ADMIN_PASSWORD = os.environ.get("ADMIN_PASSWORD", "admin-password")
SECONDS_TO_ANSWER = 60
SECONDS_TO_START = 10


class Visitor:
    """Somebody who asks the blog; with a token, somebody it knows."""

    def __init__(self, http: httpx.Client, *, id: object = None, email: str = "", password: str = "", token: str = ""):
        self.http, self.id, self.email, self.password, self.token = http, id, email, password, token

    def ask(self, request: str, *expected: int, headers: dict | None = None, **options) -> httpx.Response:
        """Sends `request`, such as "POST /posts", and fails unless one of the expected statuses comes back."""
        method, path = request.split(" ", 1)
        own = {"Authorization": f"Bearer {self.token}"} if self.token else {}
        response = self.http.request(method, path, headers=own | (headers or {}), **options)
        wanted = " or ".join(map(str, expected))
        sent = f" with {options['json']!r:.200}" if "json" in options else ""
        assert response.status_code in expected, (
            f"{request}{sent} as {self.email or 'nobody'} gave {response.status_code}, not {wanted}: {response.text[:300]}"
        )
        return response

    def write(self, status: str = "published", **fields: object) -> dict:
        """A new post of this visitor."""
        post = {"title": f"Title {secrets.token_hex(4)}", "body": "Some words.", "status": status} | fields
        return self.ask("POST /posts", 201, json=post).json()


@pytest.fixture(scope="session")
def http() -> Iterator[httpx.Client]:
    """A connection to the blog; ends the run where nothing answers."""
    with httpx.Client(base_url=BASE_URL, timeout=SECONDS_TO_ANSWER) as client:
        give_up = time.monotonic() + SECONDS_TO_START
        while True:
            try:
                client.get("/posts")
                break
            except httpx.TransportError as problem:
                if time.monotonic() > give_up:
                    pytest.exit(f"Nothing answers at {BASE_URL} ({problem}). Start your blog, or set BASE_URL.", 2)
                time.sleep(0.1)
        yield client


@pytest.fixture(scope="session")
def nobody(http: httpx.Client) -> Visitor:
    """A visitor without a token."""
    return Visitor(http)


@pytest.fixture(scope="session")
def log_in(nobody: Visitor) -> Callable[..., Visitor]:
    """Logs in and gives the visitor with a token."""

    def enter(email: str, password: str, user_id: object = None) -> Visitor:
        pair = nobody.ask("POST /auth/token", 200, data={"username": email, "password": password}).json()
        return Visitor(nobody.http, id=user_id, email=email, password=password, token=pair["access_token"])

    return enter


@pytest.fixture(scope="session")
def sign_up(nobody: Visitor, log_in: Callable[..., Visitor]) -> Callable[[], Visitor]:
    """Makes a new author, logged in, whose address nobody had before."""

    def register() -> Visitor:
        new = {"email": f"author-{secrets.token_hex(6)}@example.com", "name": "Ada", "password": secrets.token_urlsafe(12)}
        user = nobody.ask("POST /auth/register", 201, json=new).json()
        return log_in(new["email"], new["password"], user["id"])

    return register


@pytest.fixture(scope="session")
def ada(sign_up: Callable[[], Visitor]) -> Visitor:
    """An author."""
    return sign_up()


@pytest.fixture(scope="session")
def bob(sign_up: Callable[[], Visitor]) -> Visitor:
    """Another author."""
    return sign_up()


@pytest.fixture(scope="session")
def admin(log_in: Callable[..., Visitor]) -> Visitor:
    """The admin who is there from the start."""
    return log_in(ADMIN_EMAIL, ADMIN_PASSWORD)


@pytest.fixture(scope="session")
def editor(sign_up: Callable[[], Visitor], admin: Visitor) -> Visitor:
    """Somebody whom the admin made an editor."""
    visitor = sign_up()
    admin.ask(f"PUT /users/{visitor.id}/role", 200, json={"role": "editor"})
    return visitor
