import asyncio
import time


class RateLimiter:
    """Lets at most `limit` calls through in any `period` seconds, in the order in which they came."""

    def __init__(self, limit: int, period: float = 1.0) -> None:
        self._limit = limit
        self._period = period

    async def acquire(self) -> None:
        """Return when the caller may go ahead."""
        # Everybody passes at once. Run this file and look at the times.

    async def __aenter__(self) -> None:
        await self.acquire()

    async def __aexit__(self, *exc: object) -> None:
        """Give nothing back: the call was made, and it counts."""


async def main() -> None:
    limiter = RateLimiter(5)
    start = time.perf_counter()

    async def call(number: int) -> None:
        async with limiter:
            print(f"{time.perf_counter() - start:.1f} s: call {number}")

    async with asyncio.TaskGroup() as group:
        for number in range(1, 13):
            group.create_task(call(number))


if __name__ == "__main__":
    asyncio.run(main())
