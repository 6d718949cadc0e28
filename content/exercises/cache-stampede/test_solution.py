"""
A process is played by a copy of the solution's module with a connection of its own, so that nothing in Python is shared.
Fresh and stale are told by a clock that the test sets. Only a lock that must run out takes time, and there the test waits
for what follows from it.
"""

import asyncio
import functools
import importlib.util
import os
import random
import sys
from collections.abc import Awaitable, Callable
from contextlib import suppress
from typing import Any
from uuid import uuid4

import pytest
import redis.asyncio
import solution

URL = os.environ.get("REDIS_URL", "redis://localhost:6379/0")
LONG = 60.0
"""Seconds that no test takes."""


class Connected(redis.asyncio.Redis):
    """Says when it has had an answer, and can hold back its first look at a value."""

    def __init__(self, *words: Any, **options: Any) -> None:
        super().__init__(*words, **options)
        self.answered = asyncio.Event()
        self.go_on: asyncio.Event | None = None

    async def has_looked(self) -> None:
        """Until it has had an answer. A moment must do where the solution asks in other ways than by single commands."""
        with suppress(TimeoutError):
            await asyncio.wait_for(self.answered.wait(), 2)

    async def execute_command(self, *words: Any, **options: Any) -> Any:
        answer = await super().execute_command(*words, **options)
        self.answered.set()
        if self.go_on and words[0] in ("GET", "MGET", "HGET", "HMGET", "HGETALL", "EXISTS"):
            go_on, self.go_on = self.go_on, None
            await go_on.wait()
        return answer


class World:
    """A prefix in Redis, a clock, and the processes that share them."""

    def __init__(self) -> None:
        self.prefix = f"cache-{uuid4().hex}:"
        self.redis = redis.asyncio.Redis.from_url(URL)
        self.now = 0.0
        self.clients: list[Connected] = []
        self.caches: list[Any] = []
        self.modules: list[str] = []

    def start(self, **settings: Any) -> Any:
        """The cache of another process."""
        name = f"process_{uuid4().hex}"
        spec = importlib.util.spec_from_file_location(name, solution.__file__)
        assert spec and spec.loader
        module = sys.modules[name] = importlib.util.module_from_spec(spec)
        self.modules.append(name)
        spec.loader.exec_module(module)
        self.clients.append(Connected.from_url(URL))
        ages = {"fresh": 60.0, "keep": 600.0, "lock": LONG, "jitter": 0.0, "clock": lambda: self.now}
        self.caches.append(module.Cache(self.clients[-1], self.prefix, **ages | settings))
        return self.caches[-1]

    async def all_have_looked(self) -> None:
        """Until each process has had an answer of Redis."""
        await asyncio.gather(*(client.has_looked() for client in self.clients))

    async def settle(self) -> None:
        for cache in self.caches:
            await cache.close()

    async def look(self) -> dict[bytes, bytes]:
        """All that is in Redis: keys and their contents."""
        keys = sorted([key async for key in self.redis.scan_iter(match=f"{self.prefix}*", count=1000)])
        return {key: await self.redis.dump(key) for key in keys}

    async def lives(self) -> dict[bytes, int]:
        """Milliseconds that each key has left, -1 for ever."""
        lives = {key: await self.redis.pttl(key) for key in await self.look()}
        return {key: life for key, life in lives.items() if life != -2}

    async def close(self) -> None:
        if keys := list(await self.look()):
            await self.redis.delete(*keys)
        for client in [self.redis, *self.clients]:
            await client.aclose()
        for name in self.modules:
            del sys.modules[name]


def in_world(test: Callable[[World], Awaitable[None]]) -> Callable[[], None]:
    """Runs a test in a world of its own, and ends it when nothing happens any more."""

    async def play() -> None:
        world = World()
        try:
            async with asyncio.timeout(30):
                await test(world)
        except TimeoutError:
            pytest.fail("somebody waits for what never comes: a lock that stays, or a caller that should not have waited")
        finally:
            await world.close()

    @functools.wraps(test)
    def run() -> None:
        asyncio.run(play())

    del run.__wrapped__  # type: ignore[attr-defined]  # pytest would look there for parameters
    return run


class Loader:
    """A loader that counts; it waits for `gate`, where it has one, and raises `error`, where it has one."""

    def __init__(self, value: str = "value", gate: asyncio.Event | None = None, error: Exception | None = None) -> None:
        self.value, self.gate, self.error = value, gate, error
        self.count = 0
        self.begun = asyncio.Event()

    async def __call__(self) -> str:
        self.count += 1
        self.begun.set()
        if self.gate:
            await self.gate.wait()
        if self.error:
            raise self.error
        return self.value


async def begin(cache: Any, load: Loader) -> asyncio.Task[str]:
    """A call whose loader has begun."""
    call = asyncio.create_task(cache.get("sales", load))
    begun = asyncio.create_task(load.begun.wait())
    await asyncio.wait({call, begun}, return_when=asyncio.FIRST_COMPLETED)
    if not load.begun.is_set():
        begun.cancel()
        pytest.fail(f"get returned {await call!r} without loading, though there was nothing to return")
    return call


@in_world
async def test_1_many_processes_load_once(world: World) -> None:
    """Thirty callers in ten processes load once, and all get the value"""
    caches = [world.start() for _ in range(10)]
    gate = asyncio.Event()
    load = Loader(gate=gate)
    calls = asyncio.gather(*(cache.get("sales", load) for cache in caches * 3))
    await world.all_have_looked()
    gate.set()
    assert await calls == ["value"] * 30
    assert load.count == 1, f"{load.count} loads, where one was enough for all"
    assert await caches[0].get("sales", load) == "value"
    assert load.count == 1, "the value was not kept"


@in_world
async def test_1_looks_again_under_the_lock(world: World) -> None:
    """Who looked just before the value was stored does not load it again"""
    first, second = world.start(), world.start()
    go_on = world.clients[1].go_on = asyncio.Event()
    load = Loader()
    late = asyncio.create_task(second.get("sales", load))
    await world.clients[1].has_looked()
    early = asyncio.create_task(first.get("sales", load))
    await asyncio.wait({early}, timeout=10)
    go_on.set()
    assert await asyncio.gather(early, late) == ["value", "value"]
    assert load.count == 1, "it had the lock, but the value had come between its look and its lock"


@in_world
async def test_1_a_failure_is_no_value(world: World) -> None:
    """The caller of a loader that raises gets the exception, and another one loads at once"""
    caches = [world.start() for _ in range(4)]
    gate = asyncio.Event()
    broken, sound = Loader(gate=gate, error=RuntimeError("no database")), Loader()
    failing = await begin(caches[0], broken)
    waiting = asyncio.gather(*(cache.get("sales", sound) for cache in caches[1:]))
    gate.set()
    with pytest.raises(RuntimeError, match="no database"):
        await failing
    assert await waiting == ["value"] * 3
    assert sound.count == 1


@in_world
async def test_1_keys_do_not_wait_for_each_other(world: World) -> None:
    """Another key is loaded meanwhile, and has its own value"""
    cache = world.start()
    gate = asyncio.Event()
    slow, quick = Loader("slow", gate), Loader("quick")
    waiting = await begin(cache, slow)
    assert await cache.get("stock", quick) == "quick"
    gate.set()
    assert await waiting == "slow"


@in_world
async def test_2_another_takes_over(world: World) -> None:
    """A caller that never comes back is replaced when its lock has ended"""
    gate = asyncio.Event()
    lost, sound = Loader("lost", gate), Loader("sound")
    crashed = await begin(world.start(lock=0.2), lost)
    assert -1 not in (await world.lives()).values(), "the lock has no end: if its holder dies, nobody loads any more"
    assert await world.start().get("sales", sound) == "sound"
    assert -1 not in (await world.lives()).values(), "Redis keeps something for ever"
    gate.set()
    await crashed


@in_world
async def test_2_who_comes_late_changes_nothing(world: World) -> None:
    """A loader that outlived its lock touches neither the lock of its successor nor the newer value"""
    late_gate, next_gate = asyncio.Event(), asyncio.Event()
    late, successor = Loader("late", late_gate), Loader("new", next_gate)
    first = await begin(world.start(lock=0.2), late)
    assert -1 not in (await world.lives()).values(), "the lock has no end: if its holder dies, nobody loads any more"
    second = await begin(world.start(), successor)
    before = await world.look()
    late_gate.set()
    assert await first == "late", "its own caller gets what it has loaded"
    assert await world.look() == before, "it came too late, and yet released the lock of its successor or stored a value"
    next_gate.set()
    assert await second == "new"
    assert await world.start().get("sales", late) == "new"


@in_world
async def test_2_a_late_failure_changes_nothing(world: World) -> None:
    """A loader that outlived its lock and then fails leaves the lock of its successor alone"""
    late_gate, next_gate = asyncio.Event(), asyncio.Event()
    late, successor = Loader(gate=late_gate, error=RuntimeError("too late")), Loader("new", next_gate)
    first = await begin(world.start(lock=0.2), late)
    assert -1 not in (await world.lives()).values(), "the lock has no end: if its holder dies, nobody loads any more"
    second = await begin(world.start(), successor)
    before = await world.look()
    late_gate.set()
    with pytest.raises(RuntimeError, match="too late"):
        await first
    assert await world.look() == before, "it failed late, and yet released the lock of its successor"
    next_gate.set()
    assert await second == "new"


@in_world
async def test_3_the_old_value_meanwhile(world: World) -> None:
    """Nobody waits for a refresh, and one process does it"""
    caches = [world.start() for _ in range(8)]
    await caches[0].get("sales", Loader("old"))
    world.now = 59.9
    load = Loader("new")
    assert await caches[1].get("sales", load) == "old"
    assert load.count == 0, "it was fresh"
    world.now = 60.1
    load.gate = asyncio.Event()
    values = await asyncio.gather(*(cache.get("sales", load) for cache in caches * 2))
    assert values == ["old"] * 16
    await load.begun.wait()
    load.gate.set()
    await world.settle()
    assert load.count == 1, f"{load.count} refreshes, where one was enough"
    assert await caches[2].get("sales", Loader("another")) == "new"


@in_world
async def test_3_a_refresh_that_fails(world: World) -> None:
    """The old value outlives a failing refresh, and the next caller tries again"""
    cache, other = world.start(), world.start()
    await cache.get("sales", Loader("old"))
    world.now = 60.1
    broken, sound = Loader(error=RuntimeError("no database")), Loader("new")
    assert await cache.get("sales", broken) == "old"
    await world.settle()
    assert broken.count == 1
    assert await other.get("sales", sound) == "old"
    await world.settle()
    assert sound.count == 1, "after a refresh that failed, nobody tries again"
    assert await cache.get("sales", broken) == "new"


@in_world
async def test_3_redis_forgets(world: World) -> None:
    """Redis keeps a value for `keep` seconds, and nothing for ever"""
    await world.start().get("sales", Loader())
    lives = await world.lives()
    assert lives, "no key begins with the prefix"
    assert -1 not in lives.values(), "Redis keeps something for ever"
    assert 500_000 < max(lives.values()) <= 600_000, f"a key has {max(lives.values())} ms left of 600 s"


@in_world
async def test_4_entries_expire_apart(world: World) -> None:
    """Entries that were written together are refreshed and forgotten at different times"""
    cache = world.start(fresh=100.0, keep=1000.0, jitter=0.1, chance=random.Random(7).random)
    keys = [f"report {number}" for number in range(40)]

    async def refresh(now: float) -> int:
        """How many are refreshed when all are wanted at that time."""
        world.now, load = now, Loader()
        await asyncio.gather(*(cache.get(key, load) for key in keys))
        await cache.close()
        return load.count

    assert await refresh(0.0) == 40
    lives = [life for life in (await world.lives()).values() if life > LONG * 1000]
    assert all(800_000 < life <= 1_100_000 for life in lives), "a life is not within 10 percent of 1000 s"
    assert max(lives) - min(lives) > 100_000, "all are forgotten at about the same time"
    assert await refresh(89.9) == 0, "an entry was refreshed too early"
    some = await refresh(100.0)
    assert 0 < some < 40, f"at the same moment, {some} of 40 are refreshed"
    assert await refresh(110.1) == 40 - some, "an entry stayed fresh for too long"
