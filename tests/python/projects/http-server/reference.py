"""An HTTP/1.1 server on sockets, with a thread for each connection. `PORT` is where it listens."""

from __future__ import annotations

import contextlib
import hashlib
import os
import re
import signal
import socket
import sys
import tempfile
import threading
import time
from dataclasses import dataclass, field
from email.utils import formatdate
from http import HTTPStatus
from pathlib import Path
from urllib.parse import unquote_to_bytes

MAX_LINE = 8_192
MAX_HEAD = 16_384
MAX_FIELDS = 100
MAX_BODY = 1_048_576
REQUEST_SECONDS = 10.0
IDLE_SECONDS = 15.0

TOKEN = re.compile(rb"[!#$%&'*+.^_`|~0-9A-Za-z-]+")
VERSION = re.compile(rb"HTTP/(\d)\.(\d)")
HEX = re.compile(rb"[0-9A-Fa-f]{1,16}")
METHODS = {"GET", "HEAD", "POST", "PUT", "DELETE", "CONNECT", "OPTIONS", "TRACE", "PATCH"}
KINDS = {
    ".txt": "text/plain; charset=utf-8",
    ".html": "text/html; charset=utf-8",
    ".css": "text/css; charset=utf-8",
    ".js": "text/javascript; charset=utf-8",
    ".png": "image/png",
    ".json": "application/json",
}


class Refusal(Exception):
    """A request that is answered with an error. The connection ends, since where the next request begins is not sure."""

    def __init__(self, status: int, reason: str) -> None:
        super().__init__(reason)
        self.status = status


@dataclass
class Request:
    method: str
    target: str
    version: tuple[int, int]
    fields: dict[str, str]
    body: bytes = b""

    @property
    def path(self) -> str:
        return self.target.partition("?")[0]

    @property
    def keeps_open(self) -> bool:
        wishes = {wish.strip().lower() for wish in self.fields.get("connection", "").split(",")}
        return self.version >= (1, 1) and "close" not in wishes


@dataclass
class Response:
    status: int
    body: bytes = b""
    fields: dict[str, str] = field(default_factory=dict)


def say(status: int, text: str, **fields: str) -> Response:
    return Response(status, text.encode(), {"Content-Type": "text/plain; charset=utf-8", **fields})


# Reading


class Reader:
    """The bytes of a client, in whatever pieces they come, until a deadline."""

    def __init__(self, client: socket.socket) -> None:
        self.client = client
        self.buffer = bytearray()
        self.deadline = 0.0

    def allow(self, seconds: float) -> None:
        self.deadline = time.monotonic() + seconds

    def fill(self) -> bool:
        """Waits for more; False when the client has hung up."""
        left = self.deadline - time.monotonic()
        if left <= 0:
            raise TimeoutError
        self.client.settimeout(left)
        data = self.client.recv(64 * 1024)
        self.buffer += data
        return bool(data)

    def take(self, size: int) -> bytes:
        while len(self.buffer) < size:
            if not self.fill():
                raise ConnectionError("the client went in the middle of a request")
        data = bytes(self.buffer[:size])
        del self.buffer[:size]
        return data

    def take_line(self, limit: int, status: int) -> bytes:
        while (end := self.buffer.find(b"\n", 0, limit + 2)) < 0:
            if len(self.buffer) > limit + 1:
                raise Refusal(status, f"a line is longer than {limit} bytes")
            if not self.fill():
                raise ConnectionError("the client went in the middle of a request")
        line = self.take(end + 1)[:-1].removesuffix(b"\r")
        if b"\r" in line:  # some servers take it for the end of the line, which is how requests are smuggled
            raise Refusal(400, "a carriage return inside a line")
        return line


def read_fields(reader: Reader, used: int) -> dict[str, str]:
    fields: dict[str, str] = {}
    for _ in range(MAX_FIELDS + 1):
        line = reader.take_line(max(MAX_HEAD - used, 0), 431)
        used += len(line) + 2
        if not line:
            return fields
        raw_name, colon, raw_value = line.partition(b":")
        if not colon or not TOKEN.fullmatch(raw_name):  # a space before the colon is not in a token
            raise Refusal(400, "a line of the head is not `Name: value`")
        name, value = raw_name.decode().lower(), raw_value.strip(b" \t").decode("latin-1")
        if name in fields and name in {"host", "content-length"}:
            raise Refusal(400, f"{name} is there twice")
        fields[name] = f"{fields[name]}, {value}" if name in fields else value
    raise Refusal(431, f"more than {MAX_FIELDS} fields")


def read_head(reader: Reader) -> Request:
    line = reader.take_line(MAX_LINE, 414)
    parts = line.split(b" ")
    version = VERSION.fullmatch(parts[2]) if len(parts) == 3 else None
    if version is None or not TOKEN.fullmatch(parts[0]) or not parts[1].startswith(b"/"):
        raise Refusal(400, "the first line is not `METHOD /path HTTP/1.1`")
    if version[1] != b"1":
        raise Refusal(505, "this server speaks HTTP/1.1")
    numbers = (int(version[1]), int(version[2]))
    request = Request(parts[0].decode(), parts[1].decode("latin-1"), numbers, read_fields(reader, len(line) + 2))
    if numbers >= (1, 1) and "host" not in request.fields:
        raise Refusal(400, "HTTP/1.1 needs a Host")
    return request


def check_size(size: int) -> int:
    if size > MAX_BODY:
        raise Refusal(413, f"a body may have {MAX_BODY} bytes")
    return size


def measure_body(request: Request) -> int | None:
    """How many bytes the head announces; None for chunks, which tell it as they come."""
    length, coding = request.fields.get("content-length"), request.fields.get("transfer-encoding")
    if coding is not None:
        if length is not None:
            raise Refusal(400, "Content-Length and Transfer-Encoding contradict each other")
        if coding.lower() != "chunked":
            raise Refusal(501, "only the transfer coding `chunked` is known")
        return None
    if length is None:
        return 0
    if not (length.isascii() and length.isdigit()):
        raise Refusal(400, "Content-Length is not a number")
    return check_size(int(length[:20]))


def read_chunks(reader: Reader) -> bytes:
    body = bytearray()
    while True:
        size = reader.take_line(MAX_LINE, 400).partition(b";")[0].strip(b" \t")
        if not HEX.fullmatch(size):
            raise Refusal(400, "the size of a chunk is not a hexadecimal number")
        if int(size, 16) == 0:
            read_fields(reader, 0)  # trailers
            return bytes(body)
        check_size(len(body) + int(size, 16))
        body += reader.take(int(size, 16))
        if reader.take_line(MAX_LINE, 400):
            raise Refusal(400, "a chunk is longer than its size says")


# Answering


def allow_only(request: Request, *methods: str) -> Response | None:
    return None if request.method in methods else say(405, "not with this method", Allow=", ".join(methods))


def greet(request: Request) -> Response:
    name = unquote_to_bytes(request.path.removeprefix("/hello/")).decode("utf-8", "replace")
    return allow_only(request, "GET", "HEAD") or say(200, f"hello, {name}")


def echo(request: Request) -> Response:
    kind = request.fields.get("content-type", "application/octet-stream")
    return allow_only(request, "POST") or Response(200, request.body, {"Content-Type": kind})


def find_file(root: Path, name: str) -> Path | None:
    """The file of that name, or None if there is none or it lies outside."""
    if "\0" in name:
        return None
    path = (root / name).resolve()  # follows `..` and symbolic links: what counts is where it ends
    return path if path.is_relative_to(root) and path.is_file() else None


def matches(tag: str, condition: str) -> bool:
    return condition.strip() == "*" or tag in (part.strip().removeprefix("W/") for part in condition.split(","))


def send_file(root: Path, request: Request) -> Response:
    name = unquote_to_bytes(request.path.removeprefix("/files/")).decode("utf-8", "replace")
    path = find_file(root, name)
    if path is None:
        return say(404, "no such file")
    if refused := allow_only(request, "GET", "HEAD"):
        return refused
    body = path.read_bytes()
    tag = f'"{hashlib.sha256(body).hexdigest()[:32]}"'
    if matches(tag, request.fields.get("if-none-match", "")):
        return Response(304, b"", {"ETag": tag})
    return Response(200, body, {"Content-Type": KINDS.get(path.suffix, "application/octet-stream"), "ETag": tag})


def answer(root: Path, request: Request) -> Response:
    if request.method not in METHODS:
        return say(501, "this method is not known")
    if request.path.startswith("/hello/"):
        return greet(request)
    if request.path == "/echo":
        return echo(request)
    if request.path.startswith("/files/"):
        return send_file(root, request)
    return say(404, "nothing is here")


def encode(response: Response, has_body: bool, keeps_open: bool) -> bytes:
    fields = {"Date": formatdate(usegmt=True), "Content-Length": str(len(response.body)), **response.fields}
    if response.status == 304:
        del fields["Content-Length"]
    if not keeps_open:
        fields["Connection"] = "close"
    lines = [f"HTTP/1.1 {response.status} {HTTPStatus(response.status).phrase}", *(f"{k}: {v}" for k, v in fields.items())]
    head = "".join(f"{line}\r\n" for line in lines) + "\r\n"
    return head.encode("latin-1") + (response.body if has_body else b"")


class Server:
    def __init__(self, root: Path) -> None:
        self.root = root
        self.is_stopping = False
        self.lock = threading.Lock()
        self.idle: set[socket.socket] = set()
        self.threads: set[threading.Thread] = set()

    def answer_next(self, reader: Reader) -> bool:
        """Answers one request; says whether the connection stays open."""
        has_body, keeps_open = True, False
        try:
            request = read_head(reader)
            has_body = request.method != "HEAD"
            size = measure_body(request)
            if request.fields.get("expect", "").lower() == "100-continue":
                reader.client.sendall(b"HTTP/1.1 100 Continue\r\n\r\n")
            request.body = read_chunks(reader) if size is None else reader.take(size)
            response = answer(self.root, request)
            keeps_open = request.keeps_open and not self.is_stopping
        except Refusal as refusal:
            response = say(refusal.status, str(refusal))
        except TimeoutError:
            response = say(408, f"a request has to come within {REQUEST_SECONDS:g} s")
        reader.client.settimeout(REQUEST_SECONDS)
        reader.client.sendall(encode(response, has_body, keeps_open))
        return keeps_open

    def wait_for_request(self, reader: Reader) -> bool:
        """Until the first byte of a request; False when none comes."""
        if reader.buffer:
            return True
        with self.lock:
            if self.is_stopping:
                return False
            self.idle.add(reader.client)
        try:
            reader.allow(IDLE_SECONDS)
            return reader.fill()
        finally:
            with self.lock:
                self.idle.discard(reader.client)

    def serve_connection(self, client: socket.socket) -> None:
        reader = Reader(client)
        try:
            with client:
                while self.wait_for_request(reader):
                    reader.allow(REQUEST_SECONDS)
                    if not self.answer_next(reader):
                        break
                # To close with unread bytes would send a reset, which can overtake the answer.
                client.shutdown(socket.SHUT_WR)
                reader.allow(1)
                while reader.fill():
                    reader.buffer.clear()
        except OSError:
            pass  # the client has gone, or was silent for too long
        finally:
            self.threads.discard(threading.current_thread())

    def start(self, client: socket.socket) -> None:
        thread = threading.Thread(target=self.serve_connection, args=(client,), daemon=True)
        self.threads.add(thread)
        thread.start()

    def stop(self) -> None:
        """Ends connections that wait for a request, and gives those with one the time to finish."""
        with self.lock:
            self.is_stopping = True
            for client in self.idle:
                with contextlib.suppress(OSError):
                    client.shutdown(socket.SHUT_RD)
        end = time.monotonic() + REQUEST_SECONDS
        for thread in list(self.threads):
            thread.join(max(end - time.monotonic(), 0))


def make_files(folder: Path) -> Path:
    """The files that the contract names; returns the folder that is served."""
    root = folder.resolve() / "public"
    (root / "folder").mkdir(parents=True)
    (root / "hello.txt").write_bytes(b"Hello, world!\n")
    (root / "page.html").write_bytes("<!doctype html><title>¡Olá! 你好</title>\n".encode())
    (root / "style.css").write_bytes(b"p { color: teal }\n")
    (root / "script.js").write_bytes(b"export {}\n")
    (root / "data.json").write_bytes(b'{"n": 1}\n')
    (root / "image.png").write_bytes(b"\x89PNG\r\n\x1a\n")
    (root / "data.bin").write_bytes(b"\0\xff\r\n")
    (folder / "secret.txt").write_bytes(b"outside of public\n")
    (root / "link.txt").symlink_to("../secret.txt")
    return root


def main() -> None:
    signal.signal(signal.SIGTERM, lambda *_: sys.exit(0))  # ends accept(), and with it the two blocks below
    with tempfile.TemporaryDirectory() as folder:
        server = Server(make_files(Path(folder)))
        try:
            with socket.create_server(("127.0.0.1", int(os.environ.get("PORT", "8000"))), backlog=128) as listener:
                while True:
                    server.start(listener.accept()[0])
        finally:
            server.stop()


if __name__ == "__main__":
    main()
