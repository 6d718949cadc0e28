import asyncio
import time
from collections import deque


class RateLimiter:
    """Lets at most `limit` calls through in any `period` seconds, in the order in which they came."""

    def __init__(self, limit: int, period: float = 1.0) -> None:
        if limit < 1:
            raise ValueError(f"limit must be at least 1, got {limit}")
        if period <= 0:
            raise ValueError(f"period must be positive, got {period}")
        self._limit = limit
        self._period = period
        # When the last `limit` calls passed, oldest first. Older ones cannot matter: the deque drops them.
        self._passed: deque[float] = deque(maxlen=limit)
        # Whoever holds it is next. The others queue for it, and asyncio.Lock wakes them in order.
        self._turn = asyncio.Lock()

    async def acquire(self) -> None:
        """Return when the caller may go ahead."""
        loop = asyncio.get_running_loop()
        async with self._turn:
            while (wait := self._seconds_to_wait(loop.time())) > 0:
                await asyncio.sleep(wait)
            self._passed.append(loop.time())

    def _seconds_to_wait(self, now: float) -> float:
        if len(self._passed) < self._limit:
            return 0.0
        return self._passed[0] + self._period - now

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
