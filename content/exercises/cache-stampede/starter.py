"""A cache in Redis that loads each value once, however many processes want it."""

import asyncio
import os
import random
import time
from collections.abc import Awaitable, Callable

from redis.asyncio import Redis

Load = Callable[[], Awaitable[str]]


class Cache:
    """
    `fresh`: seconds until a value is refreshed; `keep`: until it is gone; `lock`: until another one may load instead.
    `clock` gives seconds, and `chance` numbers from 0 up to 1.
    """

    def __init__(
        self,
        client: Redis,
        prefix: str,
        *,
        fresh: float,
        keep: float,
        lock: float,
        jitter: float = 0.1,
        clock: Callable[[], float] = time.time,
        chance: Callable[[], float] = random.random,
    ) -> None:
        self._client = client
        self._prefix = prefix

    async def get(self, key: str, load: Load) -> str:
        """The value of the key: cached, or else loaded."""
        raise NotImplementedError

    async def close(self) -> None:
        """Waits for the refreshes that are under way."""
        raise NotImplementedError


async def main() -> None:
    async def compute() -> str:
        print("computing")
        await asyncio.sleep(0.2)
        return "report"

    async with Redis.from_url(os.environ.get("REDIS_URL", "redis://localhost:6379/0")) as client:
        cache = Cache(client, "try-cache:", fresh=1, keep=5, lock=2)
        print(await asyncio.gather(*(cache.get("sales", compute) for _ in range(5))))
        await cache.close()


if __name__ == "__main__":
    asyncio.run(main())
