import asyncio
from collections.abc import Awaitable, Callable
from typing import TypeVar
from uuid import uuid4

import pytest
import redis_limits as example
from redis_limits import Redis

T = TypeVar("T")


def run(work: Callable[[Redis, str], Awaitable[T]]) -> T:
    async def inside() -> T:
        key = f"example:{uuid4().hex}"
        async with Redis.from_url(example.REDIS_URL, decode_responses=True) as redis:
            try:
                return await work(redis, key)
            finally:
                await redis.delete(key)

    return asyncio.run(inside())


def test_reading_and_then_writing_lets_everybody_through() -> None:
    assert run(example.read_then_write) == example.CLIENTS


def test_a_counter_without_its_expiry_stays_for_ever() -> None:
    assert run(example.die_before_expire) == (1, -1)


def test_the_script_lets_exactly_the_limit_through() -> None:
    answers = run(example.one_script)
    assert sum(answer.allowed for answer in answers) == example.LIMIT
    assert sorted(answer.remaining for answer in answers if answer.allowed) == list(range(example.LIMIT))


@pytest.mark.parametrize("burst", [6, 7, 9, 11, 13, 59])
def test_a_full_burst_passes_though_the_interval_is_no_round_number(burst: int) -> None:
    async def work(redis: Redis, key: str) -> None:
        limiter = example.RedisLimiter(redis, burst, period=3600)
        answers = [await limiter.ask(key) for _ in range(burst + 1)]
        assert [answer.remaining for answer in answers if answer.allowed] == list(range(burst))[::-1]

    run(work)


def test_a_refusal_says_when_and_changes_nothing() -> None:
    async def work(redis: Redis, key: str) -> None:
        limiter = example.RedisLimiter(redis, burst=2, period=7200)
        assert (await limiter.ask(key, cost=2)).allowed
        before = await redis.get(key)
        refused = await limiter.ask(key)
        assert not refused.allowed
        assert 3000 < refused.retry_after <= 3600
        assert await redis.get(key) == before

    run(work)


def test_after_the_interval_one_passes_and_not_two() -> None:
    async def work(redis: Redis, key: str) -> None:
        limiter = example.RedisLimiter(redis, burst=2, period=7200)
        await limiter.ask(key, cost=2)
        due = float(await redis.get(key))
        await redis.set(key, due - 3_600_000_000)  # as if an hour had passed
        assert (await limiter.ask(key)).allowed
        assert not (await limiter.ask(key)).allowed

    run(work)


def test_the_key_goes_when_it_says_nothing_any_more() -> None:
    async def work(redis: Redis, key: str) -> None:
        limiter = example.RedisLimiter(redis, burst=10, period=100)
        await limiter.ask(key, cost=3)
        assert 0 < await redis.pttl(key) <= 30_000

    run(work)


@pytest.mark.parametrize("cost", [0, 3])
def test_a_cost_that_can_never_pass_is_a_mistake_of_the_caller(cost: int) -> None:
    async def work(redis: Redis, key: str) -> None:
        with pytest.raises(ValueError, match="cost"):
            await example.RedisLimiter(redis, burst=2, period=60).ask(key, cost)

    run(work)
