"""Ends a consumer at the first item that is None, so a None among the items loses a consumer and the item."""

import asyncio
from collections.abc import AsyncIterator, Awaitable, Callable
from contextlib import asynccontextmanager
from typing import TypeVar

Item = TypeVar("Item")


@asynccontextmanager
async def consuming(
    work: Callable[[Item], Awaitable[None]], *, consumers: int = 3, capacity: int = 10
) -> AsyncIterator[asyncio.Queue[Item | None]]:
    if consumers < 1 or capacity < 1:
        raise ValueError("consumers and capacity must be at least 1")
    queue: asyncio.Queue[Item | None] = asyncio.Queue(maxsize=capacity)
    async with asyncio.TaskGroup() as group:
        for _ in range(consumers):
            group.create_task(consume(queue, work))
        yield queue
        for _ in range(consumers):
            await queue.put(None)


async def consume(queue: asyncio.Queue[Item | None], work: Callable[[Item], Awaitable[None]]) -> None:
    while (item := await queue.get()) is not None:
        await work(item)
        queue.task_done()
