"""A chat with rooms on WebSockets. `PORT` is where it listens; what it knows lies in `chat.sqlite3` of the current folder."""

from __future__ import annotations

import asyncio
import hashlib
import json
import os
import re
import secrets
import sqlite3
import time
from contextlib import suppress
from datetime import UTC, datetime
from typing import Annotated, Any

import uvicorn
from fastapi import Depends, FastAPI, Header, HTTPException, Query, Request, WebSocket
from fastapi.exceptions import RequestValidationError
from fastapi.responses import JSONResponse
from pwdlib import PasswordHash
from pwdlib.hashers.argon2 import Argon2Hasher
from pydantic import BaseModel, Field

HISTORY = 50
CATCH_UP = 500
MAX_TEXT = 2_000
MAX_REF = 64
MAX_FRAME = 16_384
MAX_WAITING = 100
BURST = 10
HELLO_SECONDS = 5
CLOSE_SECONDS = 10
ROOM = re.compile(r"[a-z0-9-]{1,40}")

Event = dict[str, Any]


class Refusal(Exception):
    """What one socket is told; its connection goes on."""

    def __init__(self, code: str, message: str) -> None:
        super().__init__(message)
        self.event: Event = {"type": "error", "code": code, "message": message}


class Store:
    """Users, sessions and messages. One row of `messages` is one id, so ids rise over all rooms."""

    def __init__(self, path: str) -> None:
        self.database = sqlite3.connect(path, isolation_level=None)
        self.database.executescript(
            """
            PRAGMA journal_mode = WAL;
            PRAGMA synchronous = NORMAL;
            CREATE TABLE IF NOT EXISTS users (name TEXT PRIMARY KEY, hash TEXT NOT NULL);
            CREATE TABLE IF NOT EXISTS sessions (digest TEXT PRIMARY KEY, name TEXT NOT NULL REFERENCES users);
            CREATE TABLE IF NOT EXISTS messages (
                id INTEGER PRIMARY KEY AUTOINCREMENT,
                room TEXT NOT NULL, name TEXT NOT NULL, text TEXT NOT NULL, at TEXT NOT NULL, ref TEXT,
                UNIQUE (room, name, ref)
            );
            CREATE INDEX IF NOT EXISTS messages_of_room ON messages (room, id);
            """
        )

    def add_user(self, name: str, password_hash: str) -> bool:
        """False if the name is taken."""
        return self.database.execute("INSERT OR IGNORE INTO users VALUES (?, ?)", (name, password_hash)).rowcount == 1

    def find_hash(self, name: str) -> str | None:
        row = self.database.execute("SELECT hash FROM users WHERE name = ?", (name,)).fetchone()
        return row[0] if row else None

    def add_session(self, name: str) -> str:
        token = secrets.token_urlsafe(24)
        self.database.execute("INSERT INTO sessions VALUES (?, ?)", (digest(token), name))
        return token

    def find_name(self, token: str) -> str | None:
        row = self.database.execute("SELECT name FROM sessions WHERE digest = ?", (digest(token),)).fetchone()
        return row[0] if row else None

    def add_message(self, room: str, name: str, text: str, ref: str | None) -> tuple[Event, bool]:
        """The message, and whether it is new: one with the same `ref` is stored once."""
        at = datetime.now(UTC).isoformat()
        command = "INSERT OR IGNORE INTO messages (room, name, text, at, ref) VALUES (?, ?, ?, ?, ?)"
        is_new = self.database.execute(command, (room, name, text, at, ref)).rowcount == 1
        # Rows without a ref never collide, so one that was ignored has a ref.
        condition = "id = last_insert_rowid()" if is_new else "room = ? AND name = ? AND ref = ?"
        return self.select(condition, *(() if is_new else (room, name, ref)))[0], is_new

    def select(self, condition: str, *values: object) -> list[Event]:
        rows = self.database.execute(f"SELECT id, room, name, text, at, ref FROM messages WHERE {condition}", values)
        keys = ("id", "room", "name", "text", "at", "ref")
        return [{"type": "message", **{k: v for k, v in zip(keys, row) if v is not None}} for row in rows]

    def find_before(self, room: str, before: int, limit: int) -> list[Event]:
        """The newest, oldest first."""
        return self.select("room = ? AND id < ? ORDER BY id DESC LIMIT ?", room, before, limit)[::-1]

    def find_after(self, room: str, after: int) -> list[Event]:
        return self.select("room = ? AND id > ? ORDER BY id LIMIT ?", room, after, CATCH_UP)


def digest(token: str) -> str:
    return hashlib.sha256(token.encode()).hexdigest()


class Bucket:
    """Ten at once, one more each second."""

    def __init__(self) -> None:
        self.tokens = float(BURST)
        self.filled = time.monotonic()

    def take(self) -> bool:
        now = time.monotonic()
        self.tokens = min(BURST, self.tokens + now - self.filled)
        self.filled = now
        if self.tokens < 1:
            return False
        self.tokens -= 1
        return True


class Client:
    """A socket with a queue of its own for what goes out: who reads slowly delays nobody else."""

    def __init__(self, socket: WebSocket, name: str) -> None:
        self.socket = socket
        self.name = name
        self.waiting: asyncio.Queue[Event] = asyncio.Queue(MAX_WAITING)
        self.is_full = asyncio.Event()

    def post(self, event: Event) -> None:
        """Takes an event and never waits."""
        try:
            self.waiting.put_nowait(event)
        except asyncio.QueueFull:
            self.is_full.set()

    async def write(self) -> None:
        while True:
            event = await self.waiting.get()
            await self.socket.send_text(json.dumps(event, ensure_ascii=False))


class Hub:
    """Who is where."""

    def __init__(self, store: Store) -> None:
        self.store = store
        self.rooms: dict[str, set[Client]] = {}
        self.buckets: dict[str, Bucket] = {}

    def members(self, room: str) -> list[str]:
        return sorted({client.name for client in self.rooms.get(room, ())})

    def tell(self, room: str, event: Event) -> None:
        for client in self.rooms.get(room, ()):
            client.post(event)

    def join(self, client: Client, room: str, after: int | None) -> None:
        """Nothing is awaited between looking for messages and becoming a member, so none falls between the two."""
        if client.name not in self.members(room):
            self.tell(room, {"type": "joined", "room": room, "name": client.name})
        self.rooms.setdefault(room, set()).add(client)
        messages = self.store.find_before(room, 2**62, HISTORY) if after is None else self.store.find_after(room, after)
        client.post({"type": "room", "room": room, "members": self.members(room), "messages": messages})

    def leave(self, client: Client, room: str) -> None:
        self.rooms[room].discard(client)
        if client.name not in self.members(room):
            self.tell(room, {"type": "left", "room": room, "name": client.name})
        if not self.rooms[room]:
            del self.rooms[room]

    def leave_all(self, client: Client) -> None:
        for room in [room for room, clients in self.rooms.items() if client in clients]:
            self.leave(client, room)

    def say(self, client: Client, room: str, text: str, ref: str | None) -> None:
        if not self.buckets.setdefault(client.name, Bucket()).take():
            raise Refusal("too-fast", "ten messages at once, then one a second")
        message, is_new = self.store.add_message(room, client.name, text, ref)
        if is_new:
            self.tell(room, message)
        else:
            client.post(message)


# Frames


def read_event(frame: Event) -> Event:
    """The JSON object of a frame; an empty one where it is none."""
    try:
        event = json.loads(frame.get("text") or "")
        json.dumps(event, ensure_ascii=False).encode()  # half a pair of surrogates is no text
    except (ValueError, RecursionError):
        return {}
    return event if isinstance(event, dict) else {}


def read_field(event: Event, name: str, kind: type, *, is_required: bool = True) -> Any:
    value = event.get(name)
    if (value is None and not is_required) or (isinstance(value, kind) and not isinstance(value, bool)):
        return value
    raise Refusal("bad-message", f"{event['type']} has no {name} of the right type")


def read_room(event: Event) -> str:
    room = read_field(event, "room", str)
    if not ROOM.fullmatch(room):
        raise Refusal("bad-message", "a room's name has 1 to 40 of a-z, 0-9 and -")
    return room


def take(hub: Hub, client: Client, event: Event) -> None:
    kind = event.get("type")
    if kind not in ("join", "leave", "say"):
        raise Refusal("bad-message", "send a JSON object with the type join, leave or say")
    room = read_room(event)
    if kind == "join":
        after = read_field(event, "after", int, is_required=False)
        hub.join(client, room, None if after is None else max(0, min(after, 2**62)))
        return
    text = read_field(event, "text", str) if kind == "say" else ""
    ref = read_field(event, "ref", str, is_required=False) if kind == "say" else None
    if ref is not None and len(ref) > MAX_REF:
        raise Refusal("bad-message", f"a ref has at most {MAX_REF} characters")
    if client not in hub.rooms.get(room, ()):
        raise Refusal("not-a-member", "join the room first")
    if kind == "leave":
        hub.leave(client, room)
    elif not text.strip() or len(text) > MAX_TEXT:
        raise Refusal("bad-text", f"a text has 1 to {MAX_TEXT} characters and is not blank")
    else:
        hub.say(client, room, text, ref)


async def read_frames(hub: Hub, client: Client) -> None:
    while (frame := await client.socket.receive())["type"] == "websocket.receive":
        try:
            take(hub, client, read_event(frame))
        except Refusal as refusal:
            client.post(refusal.event)


async def greet(store: Store, socket: WebSocket) -> str | None:
    """The name of whoever says hello with a good token, in time."""
    with suppress(TimeoutError):
        event = read_event(await asyncio.wait_for(socket.receive(), HELLO_SECONDS))
        if event.get("type") == "hello" and isinstance(event.get("token"), str):
            return store.find_name(event["token"])
    return None


async def serve_client(hub: Hub, client: Client) -> None:
    """Until the client goes, or has too much waiting for it."""
    tasks = [asyncio.create_task(work) for work in (read_frames(hub, client), client.write(), client.is_full.wait())]
    try:
        await asyncio.wait(tasks, return_when=asyncio.FIRST_COMPLETED)
    finally:
        hub.leave_all(client)
        for task in tasks:
            task.cancel()
        await asyncio.gather(*tasks, return_exceptions=True)
    if client.is_full.is_set():
        with suppress(TimeoutError, RuntimeError):
            await asyncio.wait_for(client.socket.close(1013, "reads too slowly"), CLOSE_SECONDS)


# HTTP


class Credentials(BaseModel):
    name: str
    password: str


class NewUser(BaseModel):
    name: Annotated[str, Field(pattern=r"^[a-z0-9_-]{3,20}$")]
    password: Annotated[str, Field(min_length=10, max_length=128)]


def make_app(path: str) -> FastAPI:
    app = FastAPI()
    store = Store(path)
    hub = Hub(store)
    # The least that OWASP advises for Argon2id.
    hasher = PasswordHash((Argon2Hasher(time_cost=2, memory_cost=19_456, parallelism=1),))
    nobody = hasher.hash(secrets.token_urlsafe())

    @app.exception_handler(RequestValidationError)
    async def refuse(request: Request, error: RequestValidationError) -> JSONResponse:
        """What is wrong without the value, which may be a password; FastAPI's own answer repeats it."""
        return JSONResponse({"detail": [{"loc": entry["loc"], "msg": entry["msg"]} for entry in error.errors()]}, 422)

    @app.post("/users", status_code=201)
    async def register(user: NewUser) -> dict[str, str]:
        if not store.add_user(user.name, await asyncio.to_thread(hasher.hash, user.password)):
            raise HTTPException(409, "the name is taken")
        return {"name": user.name}

    @app.post("/sessions")
    async def log_in(given: Credentials) -> dict[str, str]:
        # For an unknown name a hash is checked too: the time of the answer does not tell who is there.
        known = store.find_hash(given.name)
        if not await asyncio.to_thread(hasher.verify, given.password, known or nobody) or known is None:
            raise HTTPException(401, "name or password are wrong")
        return {"token": store.add_session(given.name)}

    async def read_user(authorization: Annotated[str, Header()] = "") -> str:
        scheme, _, token = authorization.partition(" ")
        name = store.find_name(token) if scheme.lower() == "bearer" else None
        if name is None:
            raise HTTPException(401, "log in first", {"WWW-Authenticate": "Bearer"})
        return name

    @app.get("/rooms/{room}/messages", dependencies=[Depends(read_user)])
    async def read_messages(
        room: str, before: Annotated[int, Query(ge=1, le=2**62)] = 2**62, limit: Annotated[int, Query(ge=1, le=100)] = HISTORY
    ) -> dict[str, list[Event]]:
        return {"messages": store.find_before(room, before, limit)}

    @app.websocket("/ws")
    async def chat(socket: WebSocket) -> None:
        await socket.accept()
        name = await greet(store, socket)
        if name is None:
            with suppress(RuntimeError):
                await socket.close(4401, "the first frame is a hello with a token")
            return
        client = Client(socket, name)
        client.post({"type": "welcome", "name": name})
        await serve_client(hub, client)

    return app


def main() -> None:
    uvicorn.run(
        make_app("chat.sqlite3"),
        host="127.0.0.1",
        port=int(os.environ.get("PORT", "8000")),
        log_level="warning",
        ws_max_size=MAX_FRAME,
        ws_ping_interval=20,
        ws_ping_timeout=20,
    )


if __name__ == "__main__":
    main()
