"""Releases whatever lock is there, and stores whatever it has loaded, however late."""

import asyncio
import json
import logging
import os
import random
import time
from collections.abc import Awaitable, Callable
from dataclasses import dataclass
from uuid import uuid4

from redis.asyncio import Redis

Load = Callable[[], Awaitable[str]]

PAUSE = 0.02
"""Seconds between two looks of somebody who waits."""

STORE = """
redis.call('SET', KEYS[2], ARGV[2], 'PX', ARGV[3])
return redis.call('DEL', KEYS[1])
"""
RELEASE = """
return redis.call('DEL', KEYS[1])
"""

log = logging.getLogger(__name__)


@dataclass(frozen=True)
class Entry:
    value: str
    fresh_until: float


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
        self._fresh = fresh
        self._keep = keep
        self._lock = lock
        self._jitter = jitter
        self._clock = clock
        self._chance = chance
        self._store = client.register_script(STORE)
        self._release = client.register_script(RELEASE)
        self._refreshes: set[asyncio.Task[None]] = set()

    async def get(self, key: str, load: Load) -> str:
        """The value of the key: cached, or else loaded."""
        while True:
            entry = await self._read(key)
            if entry and self._is_fresh(entry):
                return entry.value
            if token := await self._try_lock(key):
                return await self._lead(key, load, token)
            if entry:
                return entry.value
            await asyncio.sleep(PAUSE)

    async def close(self) -> None:
        """Waits for the refreshes that are under way."""
        await asyncio.gather(*self._refreshes)

    async def _lead(self, key: str, load: Load, token: str) -> str:
        # Somebody can have stored it between our look and our lock.
        entry = await self._read(key)
        if entry is None:
            return await self._load(key, load, token)
        if self._is_fresh(entry):
            await self._release([self._lock_of(key)], [token])
        else:
            task = asyncio.create_task(self._refresh(key, load, token))
            self._refreshes.add(task)
            task.add_done_callback(self._refreshes.discard)
        return entry.value

    async def _load(self, key: str, load: Load, token: str) -> str:
        try:
            value = await load()
        except BaseException:
            await self._release([self._lock_of(key)], [token])
            raise
        spread = 1 + self._jitter * (2 * self._chance() - 1)
        entry = json.dumps({"value": value, "fresh_until": self._clock() + self._fresh * spread})
        life = round(self._keep * spread * 1000)
        await self._store([self._lock_of(key), self._entry_of(key)], [token, entry, life])
        return value

    async def _refresh(self, key: str, load: Load, token: str) -> None:
        try:
            await self._load(key, load, token)
        except Exception:
            log.exception("%s could not be refreshed", key)

    async def _read(self, key: str) -> Entry | None:
        text = await self._client.get(self._entry_of(key))
        return None if text is None else Entry(**json.loads(text))

    async def _try_lock(self, key: str) -> str | None:
        token = uuid4().hex
        is_ours = await self._client.set(self._lock_of(key), token, nx=True, px=round(self._lock * 1000))
        return token if is_ours else None

    def _is_fresh(self, entry: Entry) -> bool:
        return self._clock() < entry.fresh_until

    # The braces put both keys of a value on one node of a cluster, as a script demands.
    def _entry_of(self, key: str) -> str:
        return f"{self._prefix}{{{key}}}:entry"

    def _lock_of(self, key: str) -> str:
        return f"{self._prefix}{{{key}}}:lock"


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
