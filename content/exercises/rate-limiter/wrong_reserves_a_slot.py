"""Books a time for each call as it comes, so a call that gives up keeps its booking and those behind wait for nobody."""

import asyncio
from collections import deque


class RateLimiter:
    def __init__(self, limit: int, period: float = 1.0) -> None:
        if limit < 1 or period <= 0:
            raise ValueError("limit and period must be positive")
        self._limit = limit
        self._period = period
        self._booked: deque[float] = deque(maxlen=limit)

    async def acquire(self) -> None:
        now = asyncio.get_running_loop().time()
        slot = now
        if len(self._booked) == self._limit:
            slot = max(now, self._booked[0] + self._period)
        self._booked.append(slot)
        await asyncio.sleep(slot - now)

    async def __aenter__(self) -> None:
        await self.acquire()

    async def __aexit__(self, *exc: object) -> None:
        pass
