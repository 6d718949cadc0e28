"""Waits by calling itself, so a call that waited writes its time down once more on each level of the recursion."""

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
        now = asyncio.get_running_loop().time()
        while self._passed and now - self._passed[0] >= self._period:
            self._passed.popleft()
        if len(self._passed) >= self._limit:
            await asyncio.sleep(self._passed[0] + self._period - now)
            await self.acquire()
        self._passed.append(asyncio.get_running_loop().time())

    async def __aenter__(self) -> None:
        await self.acquire()

    async def __aexit__(self, *exc: object) -> None:
        pass
