"""Three limiters on one Redis: one that reads and then writes, one that leaves a key without an end, and GCRA as one script.

Needs Redis: `REDIS_URL`, or the one that `docker compose up --wait` starts.
"""

from __future__ import annotations

import asyncio
import math
import os
from dataclasses import dataclass
from uuid import uuid4

from redis.asyncio import Redis

REDIS_URL = os.environ.get("REDIS_URL", "redis://localhost:6379/0")
CLIENTS, LIMIT = 50, 10
HOUR = 3600


# region: racy
@dataclass
class ReadThenWrite:
    """Counts in the client. Between its read and its write everybody else reads, too."""

    redis: Redis
    meet: asyncio.Barrier

    async def allow(self, key: str) -> bool:
        count = int(await self.redis.get(key) or 0)
        await self.meet.wait()  # as busy as it has to be for all to have read
        if count >= LIMIT:
            return False
        await self.redis.set(key, count + 1, ex=HOUR)
        return True


# endregion
# region: gcra
GCRA = """
local clock = redis.call('TIME')
local now = clock[1] * 1000000 + clock[2]
local interval, burst, cost = tonumber(ARGV[1]), tonumber(ARGV[2]), tonumber(ARGV[3])
local due = math.max(tonumber(redis.call('GET', KEYS[1]) or now), now) + cost * interval
local wait = due - burst * interval - now
if wait > 0 then
    return {0, 0, math.ceil(wait / 1000000)}
end
redis.call('SET', KEYS[1], due, 'PX', math.ceil((due - now) / 1000))
return {1, math.floor(-wait / interval), 0}
"""


@dataclass(frozen=True)
class Answer:
    allowed: bool
    remaining: int
    retry_after: int
    """Whole seconds, rounded up, as the header wants them."""


class RedisLimiter:
    """`burst` at once, and on average as many in `period` seconds. One number a key, and Redis's clock for all workers."""

    def __init__(self, redis: Redis, burst: int, period: float) -> None:
        self._script = redis.register_script(GCRA)
        self._burst = burst
        # Whole microseconds. With fractions the sums round, and the last of a full burst may be refused.
        self._interval = math.ceil(period * 1_000_000 / burst)

    async def ask(self, key: str, cost: int = 1) -> Answer:
        if not 1 <= cost <= self._burst:
            raise ValueError(f"cost must be from 1 to {self._burst}, got {cost}")
        allowed, remaining, retry_after = await self._script([key], [self._interval, self._burst, cost])
        return Answer(bool(allowed), remaining, retry_after)


# endregion
async def read_then_write(redis: Redis, key: str) -> int:
    limiter = ReadThenWrite(redis, asyncio.Barrier(CLIENTS))
    return sum(await asyncio.gather(*(limiter.allow(key) for _ in range(CLIENTS))))


async def die_before_expire(redis: Redis, key: str) -> tuple[int, int]:
    """INCR and EXPIRE are two commands. Here the worker dies between them."""
    count = await redis.incr(key)
    return count, await redis.ttl(key)


async def one_script(redis: Redis, key: str) -> list[Answer]:
    limiter = RedisLimiter(redis, burst=LIMIT, period=HOUR)
    return await asyncio.gather(*(limiter.ask(key) for _ in range(CLIENTS)))


async def main() -> None:
    name = f"example:{uuid4().hex}"
    async with Redis.from_url(REDIS_URL, decode_responses=True) as redis:
        print(f"{CLIENTS} at once, limit {LIMIT}")
        print("read, then write:", await read_then_write(redis, f"{name}:racy"), "pass")
        count, ttl = await die_before_expire(redis, f"{name}:fixed")
        print(f"INCR without its EXPIRE: count {count}, TTL {ttl}")
        answers = await one_script(redis, f"{name}:gcra")
        print("one script:", sum(answer.allowed for answer in answers), "pass")
        refused = [answer.retry_after for answer in answers if not answer.allowed]
        print("all refused may come back within the interval:", all(0 < wait <= HOUR // LIMIT for wait in refused))
        await redis.delete(*(f"{name}:{kind}" for kind in ("racy", "fixed", "gcra")))


if __name__ == "__main__":
    asyncio.run(main())
