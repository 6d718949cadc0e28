"""How the pack reaches the chat: users over HTTP, and sockets that fail with what they got instead."""

import json
import os
import socket
import uuid
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import Any
from urllib.parse import urlsplit

import httpx
import pytest
from websockets.exceptions import ConnectionClosed
from websockets.sync.client import connect

BASE_URL = os.environ.get("BASE_URL", "http://localhost:8000")
WS_URL = BASE_URL.replace("http", "ws", 1) + "/ws"
PASSWORD = "correct horse battery"
# Seconds until a silence counts as an answer that does not come. Long, for slow and busy machines.
PATIENCE = 10.0
# To hash passwords takes time, so users are taken again: so often that nobody comes near ten messages.
USES = 3
MESSAGES_EACH = 3

Event = dict[str, Any]


@dataclass(frozen=True)
class User:
    name: str
    token: str

    @property
    def headers(self) -> dict[str, str]:
        return {"Authorization": f"Bearer {self.token}"}


class Socket:
    """A connection to the chat."""

    def __init__(self, **options: Any) -> None:
        self.connection = connect(WS_URL, open_timeout=PATIENCE, close_timeout=1, **options)
        self.name = ""

    def send_raw(self, frame: str | bytes) -> None:
        self.connection.send(frame)

    def send(self, kind: str, **fields: Any) -> None:
        self.send_raw(json.dumps({"type": kind, **fields}, ensure_ascii=False))

    def next(self) -> Event:
        """What comes next."""
        try:
            return json.loads(self.connection.recv(PATIENCE))
        except TimeoutError:
            raise AssertionError(f"nothing came to {self.name} within {PATIENCE:g} s") from None
        except ConnectionClosed as closed:
            raise AssertionError(f"the socket of {self.name} was closed: {closed}") from None

    def expect(self, kind: str, **fields: Any) -> Event:
        """What comes next, which must be of this type and have these fields."""
        event = self.next()
        expected = {"type": kind, **fields}
        found = {name: event.get(name) for name in expected}
        assert found == expected, f"{self.name} got {str(event)[:300]} instead of {expected}"
        return event

    def hello(self, user: User) -> "Socket":
        self.name = user.name
        self.send("hello", token=user.token)
        self.expect("welcome", name=user.name)
        return self

    def join(self, room: str, **fields: Any) -> Event:
        self.send("join", room=room, **fields)
        return self.expect("room", room=room)

    def say(self, room: str, text: str, **fields: Any) -> Event:
        """Says something, and gives the message that comes back."""
        self.send("say", room=room, text=text, **fields)
        return self.expect("message", room=room, name=self.name, text=text)

    def read_close_code(self) -> int:
        """The code with which the server closes, after whatever else comes."""
        try:
            while True:
                self.connection.recv(PATIENCE)
        except TimeoutError:
            raise AssertionError(f"the server did not close the socket of {self.name} within {PATIENCE:g} s") from None
        except ConnectionClosed as closed:
            return closed.rcvd.code if closed.rcvd else 1006

    def lose(self) -> None:
        """Breaks the connection without a farewell."""
        self.connection.socket.shutdown(socket.SHUT_RDWR)
        self.connection.close()

    def close(self) -> None:
        self.connection.close()


@pytest.fixture(scope="session")
def http() -> Iterator[httpx.Client]:
    """A client without credentials."""
    with httpx.Client(base_url=BASE_URL, timeout=PATIENCE) as client:
        try:
            client.get("/")
        except httpx.TransportError as error:
            pytest.exit(f"nothing answers at {BASE_URL} ({error}): start your server, or set BASE_URL", returncode=3)
        yield client


@pytest.fixture(scope="session")
def unique() -> Callable[[], str]:
    """Gives a name that no user and no room has, whatever is in the database."""
    return lambda: f"t-{uuid.uuid4().hex[:14]}"


@pytest.fixture(scope="session")
def register(http: httpx.Client, unique: Callable[[], str]) -> Callable[[], User]:
    """Registers a new user and logs them in."""

    def create() -> User:
        account = {"name": unique(), "password": PASSWORD}
        for path, status in (("/users", 201), ("/sessions", 200)):
            answer = http.post(path, json=account)
            if answer.status_code != status:
                pytest.fail(f"POST {path} gave {answer.status_code} for a new user: {answer.text[:200]}", pytrace=False)
        return User(account["name"], answer.json()["token"])

    return create


@pytest.fixture(scope="session")
def pool() -> dict[User, int]:
    """Users, and how many tests each of them can still be in."""
    return {}


@pytest.fixture
def user(register: Callable[[], User], pool: dict[User, int]) -> Callable[[], User]:
    """Gives users that differ from each other in this test, and who may say MESSAGES_EACH messages."""
    taken: set[User] = set()

    def take() -> User:
        free = [known for known, uses in pool.items() if uses > 0 and known not in taken]
        found = free[0] if free else register()
        pool[found] = pool.get(found, USES) - 1
        taken.add(found)
        return found

    return take


@pytest.fixture
def open_socket() -> Iterator[Callable[..., Socket]]:
    """Opens sockets, and closes them after the test."""
    opened: list[Socket] = []

    def open_one(**options: Any) -> Socket:
        opened.append(Socket(**options))
        return opened[-1]

    yield open_one
    for one in reversed(opened):
        one.close()


@pytest.fixture
def enter(open_socket: Callable[..., Socket]) -> Callable[..., Socket]:
    """Lets a user in: opens a socket, says hello, joins rooms."""

    def enter(user: User, *rooms: str, **options: Any) -> Socket:
        entered = open_socket(**options).hello(user)
        for room in rooms:
            entered.join(room)
        return entered

    return enter


@pytest.fixture
def meet(enter: Callable[..., Socket], user: Callable[[], User], unique: Callable[[], str]) -> Callable[..., tuple[str, list[Socket]]]:
    """A new room and so many users in it, each of whom has read that the later ones joined."""

    def meet(count: int) -> tuple[str, list[Socket]]:
        room, sockets = unique(), []
        for _ in range(count):
            newcomer = enter(user(), room)
            for earlier in sockets:
                earlier.expect("joined", room=room, name=newcomer.name)
            sockets.append(newcomer)
        return room, sockets

    return meet


@pytest.fixture
def small_buffers() -> Iterator[Callable[[], socket.socket]]:
    """Connects with buffers that fill up soon, for a client that does not read."""
    made: list[socket.socket] = []

    def make() -> socket.socket:
        address = urlsplit(BASE_URL)
        for family, kind, *_, target in socket.getaddrinfo(address.hostname, address.port or 80, type=socket.SOCK_STREAM):
            one = socket.socket(family, kind)
            made.append(one)
            one.settimeout(PATIENCE)
            one.setsockopt(socket.SOL_SOCKET, socket.SO_RCVBUF, 4_096)
            if hasattr(socket, "TCP_MAXSEG"):
                # Small segments keep the server's buffer for this connection small.
                one.setsockopt(socket.IPPROTO_TCP, socket.TCP_MAXSEG, 536)
            try:
                one.connect(target)
            except OSError:
                continue
            one.settimeout(None)
            return one
        raise AssertionError(f"nothing answers at {BASE_URL}")

    yield make
    for one in made:
        one.close()
