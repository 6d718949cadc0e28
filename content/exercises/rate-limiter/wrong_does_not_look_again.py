"""After its sleep a call passes without looking again, so all that slept until the same moment pass together."""

import asyncio
from collections import deque


class RateLimiter:
    def __init__(self, limit: int, period: float = 1.0) -> None:
        if limit < 1 or period <= 0:
            raise ValueError("limit and period must be positive")
        self._limit = limit
        self._period = period
        self._passed: deque[float] = deque()

    async def acquire(self) -> None:
        loop = asyncio.get_running_loop()
        while self._passed and loop.time() - self._passed[0] >= self._period:
            self._passed.popleft()
        if len(self._passed) >= self._limit:
            await asyncio.sleep(self._passed[0] + self._period - loop.time())
        self._passed.append(loop.time())

    async def __aenter__(self) -> None:
        await self.acquire()

    async def __aexit__(self, *exc: object) -> None:
        pass
