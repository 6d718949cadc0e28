"""Reaches the API under test, and registers users for the tests. `BASE_URL` says where it is."""

import os
import uuid
from collections.abc import Callable, Iterator

import httpx
import pytest

BASE_URL = os.environ.get("BASE_URL", "http://localhost:8000")
PASSWORD = "correct horse battery"


@pytest.fixture(scope="session")
def anonymous() -> Iterator[httpx.Client]:
    """A client without credentials."""
    with httpx.Client(base_url=BASE_URL, timeout=10) as client:
        try:
            client.get("/todos")
        except httpx.TransportError as error:
            pytest.exit(f"nothing answers at {BASE_URL} ({error}): start your API, or set BASE_URL", returncode=3)
        yield client


@pytest.fixture(scope="session")
def unique_name() -> Callable[[], str]:
    """Gives a name that no other user has, whatever is in the database."""
    return lambda: f"user-{uuid.uuid4().hex[:12]}"


@pytest.fixture(scope="session")
def register(anonymous: httpx.Client, unique_name: Callable[[], str]) -> Iterator[Callable[[], httpx.Client]]:
    """Registers a new user and gives a client that sends their credentials."""
    clients: list[httpx.Client] = []

    def create() -> httpx.Client:
        name = unique_name()
        answer = anonymous.post("/users", json={"name": name, "password": PASSWORD})
        if answer.status_code != 201:
            pytest.fail(f"POST /users gave {answer.status_code} for a new name: {answer.text[:200]}", pytrace=False)
        clients.append(httpx.Client(base_url=BASE_URL, auth=(name, PASSWORD), timeout=10))
        return clients[-1]

    yield create
    for client in clients:
        client.close()


@pytest.fixture(scope="session")
def ada(register: Callable[[], httpx.Client]) -> httpx.Client:
    """A user whose to-dos the tests share."""
    return register()


@pytest.fixture(scope="session")
def bob(register: Callable[[], httpx.Client]) -> httpx.Client:
    """Somebody else."""
    return register()
