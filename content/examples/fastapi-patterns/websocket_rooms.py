"""Rooms over WebSockets: who is let in, how all of a room hear each other, and what a client that does not read costs.

Not named `websockets.py`: a script of that name would hide the package that Uvicorn imports.
"""

from __future__ import annotations

import asyncio
from collections import defaultdict
from contextlib import suppress
from typing import Annotated

from fastapi import FastAPI, Query, WebSocket, WebSocketDisconnect, WebSocketException, status
from fastapi.testclient import TestClient

QUEUE_SIZE = 3


# region: room
class Member:
    """A queue between the room and one client, so that a slow one holds up nobody."""

    def __init__(self) -> None:
        self.waiting: asyncio.Queue[str] = asyncio.Queue(QUEUE_SIZE)
        self.is_slow = False

    def hear(self, text: str) -> None:
        try:
            self.waiting.put_nowait(text)
        except asyncio.QueueFull:
            # Better without the client than without memory; it comes back and reads what it missed.
            self.is_slow = True


class Room:
    """The members in this process. With two processes each has half of the room: then a broker, such as Redis, stands between."""

    def __init__(self) -> None:
        self.members: set[Member] = set()

    def tell(self, text: str) -> None:
        for member in self.members:
            member.hear(text)


# endregion
rooms: defaultdict[str, Room] = defaultdict(Room)
app = FastAPI()


# region: endpoint
@app.websocket("/rooms/{name}")
async def join(socket: WebSocket, name: str, token: Annotated[str, Query()] = "") -> None:
    # Before `accept`: the client gets an HTTP 403 and no socket is opened. A browser sends no Authorization header here.
    if not token.startswith("user-"):
        raise WebSocketException(status.WS_1008_POLICY_VIOLATION)
    await socket.accept()
    room, member = rooms[name], Member()
    room.members.add(member)

    async def send() -> None:
        while not member.is_slow:
            await socket.send_text(await member.waiting.get())
        await socket.close(status.WS_1013_TRY_AGAIN_LATER)

    sender = asyncio.create_task(send())
    try:
        async for text in socket.iter_text():
            room.tell(f"{token}: {text}")
    except WebSocketDisconnect:
        pass
    finally:
        # In `finally`, or a member that is gone is told for ever.
        room.members.discard(member)
        sender.cancel()
        with suppress(asyncio.CancelledError):
            await sender


# endregion
def try_to_join(token: str) -> str:
    try:
        with TestClient(app).websocket_connect(f"/rooms/python?token={token}"):
            return "let in"
    except WebSocketDisconnect as error:
        return f"refused, {error.code}"


def main() -> None:
    print("without a token:", try_to_join(""))
    # One client, so that both sockets are served by one loop.
    with TestClient(app) as client:
        with (
            client.websocket_connect("/rooms/python?token=user-ada") as ada,
            client.websocket_connect("/rooms/python?token=user-bob") as bob,
        ):
            ada.send_text("hello")
            print("ada hears:", ada.receive_text())
            print("bob hears:", bob.receive_text())
            print("members:", len(rooms["python"].members))
    print("members afterwards:", len(rooms["python"].members))


if __name__ == "__main__":
    main()
