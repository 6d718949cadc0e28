import asyncio
from collections.abc import Awaitable, Callable
from functools import wraps
from typing import Any

from solution import consuming


def must_end(test: Callable[[], Awaitable[None]]) -> Callable[[], Awaitable[None]]:
    """Turns waiting for ever into a message."""

    @wraps(test)
    async def run() -> None:
        try:
            async with asyncio.timeout(1000):
                await test()
        except TimeoutError:
            raise AssertionError(
                "it still waits after 1,000 s: in put() or join() although no consumer is left, "
                "or for a consumer that nobody told to end"
            ) from None

    return run


class Work:
    """Takes `seconds` for each item, then raises OSError for the `broken` one. Notes what happens."""

    def __init__(self, seconds: float = 1, broken: object = "no item") -> None:
        self.seconds = seconds
        self.broken = broken
        self.started: list[Any] = []
        self.done: list[Any] = []
        self.canceled: list[Any] = []
        self.most_at_once = 0

    async def __call__(self, item: object) -> None:
        self.started.append(item)
        ended = len(self.done) + len(self.canceled)
        self.most_at_once = max(self.most_at_once, len(self.started) - ended)
        try:
            await asyncio.sleep(self.seconds)
            if item == self.broken:
                raise OSError(f"cannot save {item}")
        except asyncio.CancelledError:
            self.canceled.append(item)
            raise
        self.done.append(item)


def now() -> float:
    return asyncio.get_running_loop().time()


def tasks_left() -> list[str]:
    return [task.get_name() for task in asyncio.all_tasks() if task is not asyncio.current_task()]


@must_end
async def test_1_each_item_is_handled_once() -> None:
    """Each item is handled once, whatever it is, and as many at a time as there are consumers"""
    work = Work()
    items = ["a", None, 0, "", False, "b"]
    start = now()
    async with consuming(work, consumers=3, capacity=6) as queue:
        for item in items:
            await queue.put(item)
    assert sorted(map(repr, work.done)) == sorted(map(repr, items)), "the items handled are not the items put"
    assert work.most_at_once == 3, f"3 consumers, 6 items, and at most {work.most_at_once} at the same time"
    assert round(now() - start, 2) == 2, f"6 items of 1 s each took 3 consumers {now() - start:.2f} s instead of 2"


@must_end
async def test_1_consumers_and_capacity_are_checked() -> None:
    """Fewer than one consumer, or room for fewer than one item, raises ValueError"""
    for consumers, capacity in [(0, 5), (-1, 5), (3, 0), (3, -1)]:
        try:
            async with consuming(Work(), consumers=consumers, capacity=capacity):
                pass
        except ValueError:
            continue
        raise AssertionError(f"consumers={consumers}, capacity={capacity} raised no ValueError")


@must_end
async def test_2_a_full_queue_makes_the_producer_wait() -> None:
    """put() waits while the queue is full, and only then"""
    put_at: list[float] = []
    start = now()
    async with consuming(Work(), consumers=1, capacity=2) as queue:
        await asyncio.sleep(0)  # the consumer starts and waits
        for item in range(6):
            await queue.put(item)
            put_at.append(round(now() - start, 2))
    assert put_at == [0, 0, 0, 1, 2, 3], (
        f"1 consumer at 1 s an item, room for 2: one item is in work and two wait, so put() returned at {put_at} "
        "instead of [0, 0, 0, 1, 2, 3]"
    )


@must_end
async def test_3_join_is_a_checkpoint() -> None:
    """join() returns when all that was put is handled, and the block goes on after it"""
    work = Work()
    async with consuming(work, consumers=2, capacity=5) as queue:
        for batch in ([1, 2, 3], [4, 5]):
            for item in batch:
                await queue.put(item)
            await queue.join()
            assert sorted(work.done) == list(range(1, batch[-1] + 1)), f"after join() only {work.done} were handled"


@must_end
async def test_3_leaving_the_block_handles_what_is_queued() -> None:
    """At the end of the block the queue runs empty, and no consumer is left, even if nothing was put"""
    for count in (0, 1, 7):
        work = Work()
        async with consuming(work, consumers=3, capacity=10) as queue:
            for item in range(count):
                await queue.put(item)
        assert sorted(work.done) == list(range(count)), f"{count} items were put, {len(work.done)} were handled"
        assert tasks_left() == [], "these tasks outlived the block"


@must_end
async def test_4_a_failure_frees_a_producer_that_waits() -> None:
    """A failure in work ends a put() that waits for room, and comes out of the block"""
    for count in (2, 100):  # with 2 the block is at its end, and full, when item 0 fails
        failed_at = None
        start = now()
        try:
            async with consuming(Work(broken=0), consumers=1, capacity=1) as queue:
                for item in range(count):
                    await queue.put(item)
        except* OSError:
            failed_at = now() - start
        assert failed_at is not None, "work raised OSError, and the block did not"
        assert round(failed_at, 2) == 1, f"item 0 failed after 1 s, and the block ended after {failed_at:.2f} s"


@must_end
async def test_4_a_failed_item_never_passes_a_checkpoint() -> None:
    """join() does not return if one of the items failed"""
    went_on = failed = False
    try:
        async with consuming(Work(broken="bad"), consumers=2, capacity=5) as queue:
            await queue.put("bad")
            await queue.join()
            went_on = True
    except* OSError:
        failed = True
    assert failed, "work raised OSError, and the block did not"
    assert not went_on, "join() returned although the only item had failed"


@must_end
async def test_4_a_failure_stops_the_other_consumers() -> None:
    """After a failure nothing new is begun, what is in work is canceled, and no task is left"""
    work = Work(broken=0)

    async def slower(item: object) -> None:
        await asyncio.sleep(0.5 if item else 0)
        await work(item)

    try:
        async with consuming(slower, consumers=2, capacity=10) as queue:
            for item in range(6):
                await queue.put(item)
    except* OSError:
        pass
    assert tasks_left() == [], "these tasks outlived the block"
    assert work.canceled == [1], "item 1 was in work when item 0 failed, and should have been canceled"
    await asyncio.sleep(10)
    assert work.started == [0, 1], "after item 0 failed, more items were begun"


@must_end
async def test_4_an_error_in_the_block_stops_the_consumers() -> None:
    """If the producer fails, what is queued is not begun, and its error comes out of the block"""
    work = Work()
    failed = False
    try:
        async with consuming(work, consumers=1, capacity=10) as queue:
            for item in range(5):
                await queue.put(item)
            await asyncio.sleep(1.5)
            raise LookupError("line 6 is not an order")
    except* LookupError:
        failed = True
    assert failed, "the block raised LookupError, and it did not come out"
    assert tasks_left() == [], "these tasks outlived the block"
    assert (work.done, work.canceled) == ([0], [1]), "(done, canceled): the consumer should stop at once"


@must_end
async def test_4_a_deadline_around_it_stops_everything() -> None:
    """When it is canceled from outside, the consumers are canceled, too"""
    work = Work()
    timed_out = False
    try:
        async with asyncio.timeout(2.5), consuming(work, consumers=1, capacity=1) as queue:
            for item in range(100):
                await queue.put(item)
    except TimeoutError:
        timed_out = True
    assert timed_out, "asyncio.timeout() around the block raised no TimeoutError"
    assert tasks_left() == [], "these tasks outlived the block"
    assert (work.done, work.canceled) == ([0, 1], [2]), "(done, canceled) after 2.5 s"
