"""How the pack reaches the server: raw sockets to `BASE_URL`."""

import os
import socket
from collections.abc import Callable, Iterator
from contextlib import suppress
from dataclasses import dataclass
from urllib.parse import urlsplit

import pytest

BASE_URL = os.environ.get("BASE_URL", "http://localhost:8000")
# Seconds until a silence counts as an answer that does not come. Long, for slow and busy machines.
PATIENCE = 10.0


@dataclass
class Answer:
    status: int
    fields: dict[str, str]
    body: bytes


def build_request(method: str, target: str, fields: dict[str, str] | None = None, body: bytes = b"") -> bytes:
    """The bytes of a request."""
    lines = {"Host": "localhost", **({"Content-Length": str(len(body))} if body else {}), **(fields or {})}
    head = "".join(f"{name}: {value}\r\n" for name, value in lines.items())
    return f"{method} {target} HTTP/1.1\r\n{head}\r\n".encode() + body


class Connection:
    def __init__(self) -> None:
        address = urlsplit(BASE_URL)
        self.socket = socket.create_connection((address.hostname, address.port or 80), PATIENCE)
        self.file = self.socket.makefile("rb")

    def send(self, data: bytes) -> None:
        with suppress(BrokenPipeError, ConnectionResetError):  # answered early and closed: what it said is still to be read
            self.socket.sendall(data)

    def _read(self, read: Callable[[], bytes], what: str) -> bytes:
        try:
            return read()
        except TimeoutError:
            raise AssertionError(f"no {what} within {PATIENCE:g} s") from None
        except ConnectionResetError:
            raise AssertionError(
                f"the connection was reset before the {what} came: close only after what the client sent was read"
            ) from None

    def read_head(self) -> Answer:
        """The next status line and header fields."""
        line = self._read(self.file.readline, "status line")
        assert line, "the server closed the connection without an answer"
        parts = line.decode("latin-1").split(" ", 2)
        assert line.endswith(b"\r\n") and parts[0] == "HTTP/1.1" and parts[1].isdigit(), (
            f"not a status line of HTTP/1.1 that ends with CR LF: {line[:80]!r}"
        )
        fields: dict[str, str] = {}
        while (line := self._read(self.file.readline, "end of the head")) != b"\r\n":
            assert line.endswith(b"\r\n") and b":" in line, f"not a header field that ends with CR LF: {line[:80]!r}"
            name, _, value = line.decode("latin-1").partition(":")
            fields[name.lower()] = value.strip()
        return Answer(int(parts[1]), fields, b"")

    def read(self, method: str = "GET") -> Answer:
        """The next answer, to a request with this method."""
        answer = self.read_head()
        if answer.status == 100:
            return self.read(method)
        if method == "HEAD" or answer.status == 304:
            return answer
        length = answer.fields.get("content-length", "")
        assert length.isdigit(), f"status {answer.status} came without a Content-Length: {answer.fields}"
        answer.body = self._read(lambda: self.file.read(int(length)), f"body of {length} bytes")
        assert len(answer.body) == int(length), (
            f"Content-Length is {length}, and {len(answer.body)} bytes came before the connection closed"
        )
        return answer

    def is_refused(self, status: int) -> None:
        """Fails unless this status is the last that comes on the connection."""
        answer = self.read()
        assert answer.status == status, f"the answer was {answer.status} instead of {status}"
        with suppress(OSError):
            self.socket.shutdown(socket.SHUT_WR)
        rest = self.read_rest()
        assert rest == b"", f"after the refusal the server went on: {rest[:60]!r}"

    def ask(self, method: str, target: str, fields: dict[str, str] | None = None, body: bytes = b"") -> Answer:
        self.send(build_request(method, target, fields, body))
        return self.read(method)

    def read_rest(self) -> bytes:
        """What comes until the server closes. Fails if it does not."""
        return self._read(self.file.read, "end of the connection")

    def close(self) -> None:
        self.file.close()
        self.socket.close()


Connect = Callable[[], Connection]
Ask = Callable[..., Answer]
Build = Callable[..., bytes]


@pytest.fixture(scope="session", autouse=True)
def server() -> None:
    """Something listens at `BASE_URL`."""
    try:
        Connection().close()
    except OSError as error:
        pytest.exit(f"nothing answers at {BASE_URL} ({error}): start your server, or set BASE_URL", returncode=3)


@pytest.fixture
def connect() -> Iterator[Connect]:
    """Opens connections, and closes them after the test."""
    opened: list[Connection] = []

    def open_one() -> Connection:
        opened.append(Connection())
        return opened[-1]

    yield open_one
    for connection in opened:
        connection.close()


@pytest.fixture
def ask() -> Ask:
    """Asks once, on a connection of its own."""

    def ask_once(method: str, target: str, fields: dict[str, str] | None = None, body: bytes = b"") -> Answer:
        connection = Connection()
        try:
            return connection.ask(method, target, fields, body)
        finally:
            connection.close()

    return ask_once


@pytest.fixture
def build() -> Build:
    """The bytes of a request."""
    return build_request
