"""Starts bare tasks and waits in join(), which waits for ever once a consumer has died with its item in hand."""

import asyncio
from collections.abc import AsyncIterator, Awaitable, Callable
from contextlib import asynccontextmanager
from typing import TypeVar

Item = TypeVar("Item")


@asynccontextmanager
async def consuming(
    work: Callable[[Item], Awaitable[None]], *, consumers: int = 3, capacity: int = 10
) -> AsyncIterator[asyncio.Queue[Item]]:
    if consumers < 1 or capacity < 1:
        raise ValueError("consumers and capacity must be at least 1")
    queue: asyncio.Queue[Item] = asyncio.Queue(maxsize=capacity)
    tasks = [asyncio.create_task(consume(queue, work)) for _ in range(consumers)]
    try:
        yield queue
        await queue.join()
    finally:
        for task in tasks:
            task.cancel()
        await asyncio.gather(*tasks, return_exceptions=True)


async def consume(queue: asyncio.Queue[Item], work: Callable[[Item], Awaitable[None]]) -> None:
    while True:
        item = await queue.get()
        await work(item)
        queue.task_done()
