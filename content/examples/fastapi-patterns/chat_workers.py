"""A chat on two workers: who hears a message when each process knows its own sockets only, and who with a bus between them.

Needs Redis: `REDIS_URL`, or the one that `docker compose up --wait` starts.
"""

from __future__ import annotations

import asyncio
import os
from collections.abc import AsyncIterator
from contextlib import AsyncExitStack, asynccontextmanager
from uuid import uuid4

import uvicorn
import websockets
from fastapi import FastAPI, WebSocket
from redis.asyncio import Redis

REDIS_URL = os.environ.get("REDIS_URL", "redis://localhost:6379/0")
CLIENTS = 4


# region: worker
def make_worker(channel: str, has_bus: bool) -> FastAPI:
    sockets: set[WebSocket] = set()  # this process knows no others

    async def deliver(text: str) -> None:
        for socket in list(sockets):
            await socket.send_text(text)

    @asynccontextmanager
    async def lifespan(app: FastAPI) -> AsyncIterator[None]:
        async with Redis.from_url(REDIS_URL, decode_responses=True) as app.state.redis, app.state.redis.pubsub() as inbox:
            await inbox.subscribe(channel)

            async def relay() -> None:
                async for message in inbox.listen():
                    if message["type"] == "message":
                        await deliver(message["data"])

            task = asyncio.create_task(relay())
            yield
            task.cancel()

    app = FastAPI(lifespan=lifespan)

    @app.websocket("/chat")
    async def chat(socket: WebSocket) -> None:
        await socket.accept()
        sockets.add(socket)
        try:
            async for text in socket.iter_text():
                await (app.state.redis.publish(channel, text) if has_bus else deliver(text))
        finally:
            sockets.discard(socket)

    return app


# endregion
@asynccontextmanager
async def serve(app: FastAPI) -> AsyncIterator[int]:
    """A server on a free port. Two of them share no state, as two processes do not."""
    server = uvicorn.Server(uvicorn.Config(app, port=0, log_level="error"))
    running = asyncio.create_task(server.serve())
    while not server.started:
        await asyncio.sleep(0.01)
    try:
        yield server.servers[0].sockets[0].getsockname()[1]
    finally:
        server.should_exit = True
        await running


async def count_who_hear(has_bus: bool) -> int:
    channel = f"example:{uuid4().hex}"
    async with AsyncExitStack() as stack:
        ports = [await stack.enter_async_context(serve(make_worker(channel, has_bus))) for _ in range(2)]
        clients = [
            await stack.enter_async_context(websockets.connect(f"ws://127.0.0.1:{ports[number % 2]}/chat"))
            for number in range(CLIENTS)
        ]
        await clients[0].send("hello")

        async def hears(client: websockets.ClientConnection) -> bool:
            try:
                return await asyncio.wait_for(client.recv(), 2) == "hello"
            except TimeoutError:
                return False

        return sum(await asyncio.gather(*map(hears, clients)))


async def main() -> None:
    for has_bus in (False, True):
        print("with a bus:" if has_bus else "in memory: ", f"{await count_who_hear(has_bus)} of {CLIENTS} clients hear the message")


if __name__ == "__main__":
    asyncio.run(main())
