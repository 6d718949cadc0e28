"""Simulated worker threads."""

from __future__ import annotations

import asyncio
import threading
import time
from collections.abc import Callable
from concurrent.futures import ProcessPoolExecutor, ThreadPoolExecutor
from contextvars import ContextVar
from typing import Any

from simulation import Simulation, UnsupportedError
from simulation.clock import REAL


def near(seconds: float, expected: float) -> bool:
    return abs(seconds - expected) < 0.01


async def time_of(*jobs: Callable[[], Any], pool: ThreadPoolExecutor | None = None) -> float:
    loop = asyncio.get_running_loop()
    started = loop.time()
    await asyncio.gather(*(loop.run_in_executor(pool, job) for job in jobs))
    return loop.time() - started


async def test_a_pool_does_as_much_at_once_as_it_has_workers() -> None:
    second = lambda: time.sleep(1)  # noqa: E731
    assert near(await time_of(*[second] * 6, pool=ThreadPoolExecutor(max_workers=2)), 3)
    assert near(await time_of(*[second] * 8), 1)
    assert near(await time_of(*[second] * 9), 2)
    asyncio.get_running_loop().set_default_executor(ThreadPoolExecutor(max_workers=1))
    assert near(await time_of(*[second] * 3), 3)


async def test_the_loop_goes_on_while_a_worker_works() -> None:
    log: list[str] = []

    async def tick() -> None:
        for _ in range(3):
            await asyncio.sleep(0.4)
            log.append("tick")

    ticking = asyncio.create_task(tick())
    await asyncio.to_thread(time.sleep, 1)
    log.append("worked")
    await ticking
    assert log == ["tick", "tick", "worked", "tick"]


async def test_work_begins_when_a_worker_is_free_and_sees_the_time_of_then() -> None:
    pool = ThreadPoolExecutor(max_workers=1)
    times: list[float] = []

    def work() -> None:
        times.append(round(time.monotonic(), 2))
        time.sleep(1)
        times.append(round(time.monotonic(), 2))

    await time_of(work, work, pool=pool)
    assert times == [0, 1, 1, 2]


async def test_results_errors_and_context_come_through() -> None:
    name: ContextVar[str] = ContextVar("name")
    name.set("ada")
    assert await asyncio.to_thread(lambda a, *, b: (a, b, name.get()), 1, b=2) == (1, 2, "ada")
    for raised in (ValueError("x"), StopIteration()):

        def fail(error: Exception = raised) -> None:
            raise error

        result = (await asyncio.gather(asyncio.to_thread(fail), return_exceptions=True))[0]
        assert isinstance(result, ValueError if isinstance(raised, ValueError) else RuntimeError), result


async def test_cancelled_work_that_has_not_begun_never_does() -> None:
    pool = ThreadPoolExecutor(max_workers=1)
    loop = asyncio.get_running_loop()
    done: list[int] = []
    first = loop.run_in_executor(pool, lambda: (time.sleep(1), done.append(1)))
    second = loop.run_in_executor(pool, done.append, 2)
    third = loop.run_in_executor(pool, done.append, 3)
    second.cancel()
    await asyncio.gather(first, third)
    assert done == [1, 3]


async def test_a_worker_that_is_given_up_stays_busy() -> None:
    pool = ThreadPoolExecutor(max_workers=1)
    loop = asyncio.get_running_loop()
    try:
        async with asyncio.timeout(0.5):
            await loop.run_in_executor(pool, time.sleep, 2)
    except TimeoutError:
        pass
    assert near(loop.time(), 0.5)
    await loop.run_in_executor(pool, lambda: None)
    assert near(loop.time(), 2)


async def test_a_worker_thread_has_no_running_loop_and_may_run_one_of_its_own() -> None:
    def work() -> str:
        try:
            asyncio.get_running_loop()
        except RuntimeError:
            return asyncio.run(asyncio.sleep(1, "own"))
        return "the loop of the caller"

    assert await asyncio.to_thread(work) == "own"
    assert near(asyncio.get_running_loop().time(), 1)


async def test_a_process_pool_says_that_it_cannot_be() -> None:
    pool = ProcessPoolExecutor.__new__(ProcessPoolExecutor)
    try:
        await asyncio.get_running_loop().run_in_executor(pool, print)
    except UnsupportedError as error:
        assert str(error).startswith("processes")
    else:
        raise AssertionError("nothing was raised")


def test_threads_can_start_again_after_the_simulation() -> None:
    original = threading.Thread.start
    with Simulation():
        assert threading.Thread.start is not original
    assert threading.Thread.start is original


def test_on_a_real_clock_workers_work_at_once_and_waiting_is_the_hosts() -> None:
    now = 100.0

    def sleep(seconds: float) -> None:
        nonlocal now
        now += seconds

    async def main() -> float:
        loop = asyncio.get_running_loop()
        asleep = [loop.run_in_executor(None, time.sleep, 2) for _ in range(3)]
        await asyncio.gather(*asleep, asyncio.to_thread(time.sleep, 1))
        return loop.time()

    saved = REAL["monotonic"]
    REAL["monotonic"] = lambda: now
    try:
        with Simulation("real", sleep=sleep) as simulation:
            ended = asyncio.run(main())
            assert near(ended, 102)
            time.sleep(7)
            assert near(now, 109)
            assert near(simulation.clock.elapsed(), 9)
    finally:
        REAL["monotonic"] = saved
