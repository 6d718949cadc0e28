"""A popular key expires, and everybody computes it at once: counted with no protection, with a lock, and with early renewal.

Needs Redis: `REDIS_URL`, or the one that `docker compose up --wait` starts.
"""

from __future__ import annotations

import asyncio
import os
import random
from collections.abc import Awaitable, Callable
from dataclasses import dataclass, field
from uuid import uuid4

from redis.asyncio import Redis

REDIS_URL = os.environ.get("REDIS_URL", "redis://localhost:6379/0")
READERS = 50


@dataclass
class Report:
    """A value that is dear to compute. Its clock is ours, so that nobody waits for it."""

    readers: int = 0
    looked: int = 0
    now: float = 0.0
    cost: float = 1.0
    computed: int = 0
    key: str = field(default_factory=lambda: f"example:{uuid4().hex}")

    async def look(self, redis: Redis) -> str | None:
        value = await redis.get(self.key)
        self.looked += 1
        return value

    async def compute(self) -> str:
        self.computed += 1
        number = self.computed
        # As slow as it has to be for everybody to come and find nothing.
        while self.looked < self.readers:
            await asyncio.sleep(0.001)
        return f"report {number}"


Reader = Callable[[Redis, Report], Awaitable[str]]


# region: naive
async def read_naively(redis: Redis, report: Report) -> str:
    """Between the miss and the write lies the whole computation, and each reader of that time starts one."""
    cached = await report.look(redis)
    if cached is not None:
        return cached
    value = await report.compute()
    await redis.set(report.key, value, ex=60)
    return value


# endregion
# region: lock
RELEASE = """
if redis.call('get', KEYS[1]) == ARGV[1] then return redis.call('del', KEYS[1]) end
return 0
"""


async def read_with_lock(redis: Redis, report: Report) -> str:
    """One computes, the others look again. The lock has an end, should its owner die, and only its owner takes it away."""
    lock, token = f"{report.key}:lock", uuid4().hex
    while True:
        cached = await report.look(redis)
        if cached is not None:
            return cached
        if await redis.set(lock, token, nx=True, px=10_000):
            try:
                # It may have been computed between the look and the lock.
                cached = await report.look(redis)
                if cached is not None:
                    return cached
                value = await report.compute()
                await redis.set(report.key, value, ex=60)
                return value
            finally:
                await redis.eval(RELEASE, 1, lock, token)
        await asyncio.sleep(0.002)


# endregion
# region: early
async def read_early(redis: Redis, report: Report, rng: random.Random, ttl: float = 60, beta: float = 1.0) -> str:
    """Each reader may renew the value before its end, the more likely the nearer that is and the dearer the value: then the
    key never expires under load. (XFetch: Vattani, Chierichetti, Lowenstein, 2015)"""
    fields = await redis.hgetall(report.key)
    end = float(fields.get("end", 0))
    ahead = report.cost * beta * rng.expovariate(1)
    if fields and report.now + ahead < end:
        return fields["value"]
    value = await report.compute()
    await redis.hset(report.key, mapping={"value": value, "end": report.now + ttl})
    await redis.expire(report.key, int(ttl) * 2)
    return value


# endregion
async def storm(read: Reader, readers: int = READERS) -> int:
    """How often the value is computed when so many want it at once and it is not there."""
    report = Report(readers)
    async with Redis.from_url(REDIS_URL, decode_responses=True) as redis:
        values = await asyncio.gather(*(read(redis, report) for _ in range(readers)))
        await redis.delete(report.key)
    assert len(values) == readers
    return report.computed


async def walk(seconds: int = 120, per_second: int = 5) -> tuple[int, float]:
    """Readers one after the other over two lives of the value: how often it is computed, and how long before its end."""
    report, rng = Report(), random.Random(7)
    ends: list[float] = []
    async with Redis.from_url(REDIS_URL, decode_responses=True) as redis:
        for step in range(seconds * per_second):
            report.now = step / per_second
            before, end = report.computed, await redis.hget(report.key, "end")
            await read_early(redis, report, rng)
            if report.computed > before and end is not None:
                ends.append(float(end) - report.now)
        await redis.delete(report.key)
    return report.computed, min(ends)


async def main() -> None:
    print(f"{READERS} readers, nothing cached")
    print("computed without protection:", await storm(read_naively))
    print("computed with a lock:", await storm(read_with_lock))
    computed, margin = await walk()
    print("computed in two minutes with early renewal:", computed, "times, always before the end:", margin > 0)


if __name__ == "__main__":
    asyncio.run(main())
