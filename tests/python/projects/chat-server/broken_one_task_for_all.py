"""One task sends to all sockets, one after the other, so a client that does not read stops everybody's messages."""

import asyncio
import json

import reference

FAILS = ["isolates-slow-readers"]

waiting: asyncio.Queue[tuple[reference.Client, reference.Event]] = asyncio.Queue()
tasks: list[asyncio.Task[None]] = []


async def write_to_all() -> None:
    while True:
        client, event = await waiting.get()
        try:
            await client.socket.send_text(json.dumps(event, ensure_ascii=False))
        except Exception:
            pass  # that socket has gone


def post(self: reference.Client, event: reference.Event) -> None:
    if not tasks:
        tasks.append(asyncio.create_task(write_to_all()))
    waiting.put_nowait((self, event))


async def write_nothing(self: reference.Client) -> None:
    await asyncio.Event().wait()


reference.Client.post = post
reference.Client.write = write_nothing

if __name__ == "__main__":
    reference.main()
