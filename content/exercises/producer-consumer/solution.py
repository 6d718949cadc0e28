import asyncio
import time
from collections.abc import AsyncIterator, Awaitable, Callable
from contextlib import asynccontextmanager
from typing import TypeVar

Item = TypeVar("Item")


class End:
    """Tells one consumer that nothing follows."""


@asynccontextmanager
async def consuming(
    work: Callable[[Item], Awaitable[None]], *, consumers: int = 3, capacity: int = 10
) -> AsyncIterator[asyncio.Queue[Item | End]]:
    """A queue of at most `capacity` items, from which `consumers` tasks hand each item to `work`.

    Leaving the block waits until all of them are handled. If `work` or the block fails, everything stops.
    """
    if consumers < 1 or capacity < 1:
        raise ValueError(f"consumers and capacity must be at least 1, got {consumers} and {capacity}")
    queue: asyncio.Queue[Item | End] = asyncio.Queue(maxsize=capacity)
    async with asyncio.TaskGroup() as group:
        for number in range(1, consumers + 1):
            group.create_task(consume(queue, work), name=f"consumer {number}")
        yield queue
        for _ in range(consumers):
            await queue.put(End())


async def consume(queue: asyncio.Queue[Item | End], work: Callable[[Item], Awaitable[None]]) -> None:
    while True:
        item = await queue.get()
        if isinstance(item, End):
            return
        await work(item)
        # Not in a `finally`: an item whose work failed is not done, and join() must not say so.
        queue.task_done()


async def main() -> None:
    start = time.perf_counter()

    def log(what: str) -> None:
        print(f"{time.perf_counter() - start:.1f} s: {what}")

    async def save(order: int) -> None:
        await asyncio.sleep(1)
        log(f"saved {order}")

    async with consuming(save, consumers=2, capacity=2) as queue:
        for order in range(1, 9):
            await queue.put(order)
            log(f"put {order}")
        await queue.join()
        log("all eight are saved")


if __name__ == "__main__":
    asyncio.run(main())
