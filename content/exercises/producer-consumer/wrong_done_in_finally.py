"""Calls task_done() in a finally, so join() also counts the item whose work failed as handled."""

import asyncio
from collections.abc import AsyncIterator, Awaitable, Callable
from contextlib import asynccontextmanager
from typing import TypeVar

Item = TypeVar("Item")


class End:
    pass


@asynccontextmanager
async def consuming(
    work: Callable[[Item], Awaitable[None]], *, consumers: int = 3, capacity: int = 10
) -> AsyncIterator[asyncio.Queue[Item | End]]:
    if consumers < 1 or capacity < 1:
        raise ValueError("consumers and capacity must be at least 1")
    queue: asyncio.Queue[Item | End] = asyncio.Queue(maxsize=capacity)
    async with asyncio.TaskGroup() as group:
        for _ in range(consumers):
            group.create_task(consume(queue, work))
        yield queue
        for _ in range(consumers):
            await queue.put(End())


async def consume(queue: asyncio.Queue[Item | End], work: Callable[[Item], Awaitable[None]]) -> None:
    while True:
        item = await queue.get()
        try:
            if isinstance(item, End):
                return
            await work(item)
        finally:
            queue.task_done()
