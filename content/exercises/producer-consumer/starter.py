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
    queue: asyncio.Queue[Item | End] = asyncio.Queue()
    yield queue  # the block runs here
    while not queue.empty():
        item = await queue.get()
        if not isinstance(item, End):
            await work(item)


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


if __name__ == "__main__":
    asyncio.run(main())
