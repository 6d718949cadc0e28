"""Counts in fixed windows that start afresh, so the end of one and the start of the next let twice the limit through."""

import asyncio
import math


class RateLimiter:
    def __init__(self, limit: int, period: float = 1.0) -> None:
        if limit < 1 or period <= 0:
            raise ValueError("limit and period must be positive")
        self._limit = limit
        self._period = period
        self._window = -1
        self._count = 0
        self._turn = asyncio.Lock()

    async def acquire(self) -> None:
        loop = asyncio.get_running_loop()
        async with self._turn:
            window = math.floor(loop.time() / self._period)
            if window == self._window and self._count == self._limit:
                window += 1
                await asyncio.sleep(window * self._period - loop.time())
            if window != self._window:
                self._window, self._count = window, 0
            self._count += 1

    async def __aenter__(self) -> None:
        await self.acquire()

    async def __aexit__(self, *exc: object) -> None:
        pass
