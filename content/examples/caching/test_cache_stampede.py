import asyncio

import cache_stampede as example
import pytest


def test_without_protection_everybody_computes() -> None:
    assert asyncio.run(example.storm(example.read_naively, 30)) == 30


def test_with_a_lock_one_computes() -> None:
    assert asyncio.run(example.storm(example.read_with_lock, 30)) == 1


def test_early_renewal_comes_before_the_end_and_seldom() -> None:
    computed, margin = asyncio.run(example.walk())
    assert 2 <= computed <= 4
    assert margin > 0


def test_a_lock_is_given_back_when_the_computation_fails() -> None:
    class Broken(example.Report):
        async def compute(self) -> str:
            self.computed += 1
            if self.computed == 1:
                raise ConnectionError
            return "report"

    async def run() -> str:
        report = Broken()
        async with example.Redis.from_url(example.REDIS_URL, decode_responses=True) as redis:
            with pytest.raises(ConnectionError):
                await example.read_with_lock(redis, report)
            value = await example.read_with_lock(redis, report)
            await redis.delete(report.key)
            return value

    assert asyncio.run(run()) == "report"
