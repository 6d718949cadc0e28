import asyncio
from collections.abc import Iterable

from solution import RateLimiter

CLOSE = 0.05
"""Seconds by which two times may differ and still count as equal."""


def now() -> float:
    return asyncio.get_running_loop().time()


async def pass_at(limiter: RateLimiter, arrivals: Iterable[float]) -> list[float]:
    """Lets one call arrive at each of the times; returns when each of them passed, in seconds from the start."""
    start = now()

    async def call(arrival: float) -> float:
        await asyncio.sleep(arrival)
        await limiter.acquire()
        return now() - start

    async with asyncio.TaskGroup() as group:
        calls = [group.create_task(call(arrival)) for arrival in arrivals]
    return [round(call.result(), 2) for call in calls]


async def test_1_a_new_limiter_lets_the_limit_through_at_once() -> None:
    """The first five pass at once when the limit is five"""
    passed = await pass_at(RateLimiter(5), [0] * 5)
    assert passed == [0] * 5, f"five came at once, limit 5 a second, and they passed at {passed}"


def test_1_a_limit_or_period_that_lets_nobody_through_is_refused() -> None:
    """A limit below 1, or a period of 0 or less, raises ValueError"""
    for limit, period in [(0, 1.0), (-1, 1.0), (5, 0.0), (5, -1.0)]:
        try:
            RateLimiter(limit, period)
        except ValueError:
            continue
        raise AssertionError(f"RateLimiter({limit}, {period}) raised no ValueError")


async def test_1_it_is_a_context_manager_that_gives_nothing_back() -> None:
    """`async with` waits for its turn, lets an error out, and the failed call counts"""
    limiter = RateLimiter(1)
    start = now()
    try:
        async with limiter:
            raise LookupError("from inside the block")
    except LookupError:
        pass
    else:
        raise AssertionError("the error raised inside `async with limiter` did not come out")
    async with limiter:
        waited = now() - start
    assert abs(waited - 1) < CLOSE, f"limit 1 a second, and the second block began after {waited:.2f} s"


async def test_2_waiting_calls_do_not_pass_together() -> None:
    """Twelve calls that come together pass five a second"""
    passed = await pass_at(RateLimiter(5), [0] * 12)
    assert passed == [0] * 5 + [1] * 5 + [2] * 2, f"twelve came at once, limit 5 a second, and they passed at {passed}"


async def test_2_no_stretch_of_one_period_holds_more_than_the_limit() -> None:
    """The window slides: it begins at each call, not at each full second"""
    passed = await pass_at(RateLimiter(3), [0, 0.75, 0.75, 1, 1, 1])
    assert passed == [0, 0.75, 0.75, 1, 1.75, 1.75], (
        f"limit 3 a second, and they passed at {passed}: the fourth may pass 1 s after the first, the fifth 1 s after the second"
    )


async def test_2_a_quiet_time_saves_nothing_up() -> None:
    """After ten quiet seconds there is room for the limit, not for more"""
    passed = await pass_at(RateLimiter(2, period=4), [0, 10, 10, 10, 10, 10])
    assert passed == [0, 10, 10, 14, 14, 18], f"limit 2 in 4 s, five came at 10 s, and they passed at {passed}"


async def test_2_other_tasks_run_while_a_call_waits() -> None:
    """A call that waits does not stop the other tasks"""
    limiter = RateLimiter(1)
    await limiter.acquire()
    ticks = 0

    async def tick() -> None:
        nonlocal ticks
        while True:
            await asyncio.sleep(0.125)
            ticks += 1

    ticker = asyncio.create_task(tick())
    await limiter.acquire()
    ticker.cancel()
    assert ticks >= 7, f"a call should wait for 1 s, and a task that ticks every 0.125 s ticked {ticks} times meanwhile"


async def test_3_calls_pass_in_the_order_in_which_they_came() -> None:
    """One that comes just when the window opens does not overtake those that wait"""
    limiter = RateLimiter(1)
    passed: list[str] = []

    async def call(name: str, arrival: float) -> None:
        await asyncio.sleep(arrival)
        await limiter.acquire()
        passed.append(name)

    async with asyncio.TaskGroup() as group:
        for name, arrival in [("late", 2.0), ("first", 0.0), ("second", 0.25), ("third", 0.5), ("fourth", 0.75)]:
            group.create_task(call(name, arrival))
    assert passed == ["first", "second", "third", "fourth", "late"], (
        f"limit 1 a second; four came by 0.75 s and one at 2 s, just as a place got free, and they passed so: {passed}"
    )


async def test_4_a_canceled_call_frees_its_place() -> None:
    """When a waiting call is canceled, those behind it move up, wherever it stood"""
    for canceled in (0, 1, 2):
        limiter = RateLimiter(1)
        await limiter.acquire()
        start = now()
        waiting = [asyncio.create_task(limiter.acquire()) for _ in range(3)]
        await asyncio.sleep(0.5)
        assert not any(task.done() for task in waiting), "limit 1 a second, and a second call passed after half of it"
        waiting[canceled].cancel()
        await asyncio.wait(waiting)
        assert waiting[canceled].cancelled(), "acquire() swallowed the cancellation: let CancelledError pass"
        took = now() - start
        assert abs(took - 2) < CLOSE, (
            f"three waited, number {canceled + 1} was canceled, and the other two needed {took:.2f} s instead of 2"
        )


async def test_4_a_call_that_times_out_does_not_count() -> None:
    """Callers that give up at a deadline leave the limiter as it was"""
    limiter = RateLimiter(2)
    start = now()
    await limiter.acquire()
    await limiter.acquire()
    for _ in range(3):
        try:
            async with asyncio.timeout(0.25):
                await limiter.acquire()
        except TimeoutError:
            continue
        raise AssertionError("a third call passed within the period")
    await limiter.acquire()
    await limiter.acquire()
    took = now() - start
    assert abs(took - 1) < CLOSE, f"two passed, three gave up, two more passed after {took:.2f} s instead of 1"
