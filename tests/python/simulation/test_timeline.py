"""Recording what tasks do."""

from __future__ import annotations

import asyncio
import gc
import time
from collections.abc import AsyncIterator, Callable, Coroutine
from typing import Any

from program import generate, run_program
from simulation import Clock, Network, Simulation
from simulation.timeline import Recorder, RecordingLoop
from simweb import ClientSession, Site

SIMULATED = False


def record(main: Callable[[], Coroutine[Any, Any, Any]]) -> dict[str, Any]:
    with Simulation(record=True) as simulation:
        asyncio.run(main())
    return simulation.timeline()


def waits_of(main: Callable[[], Coroutine[Any, Any, Any]], task: str = "main") -> list[tuple[Any, ...]]:
    """Kind, beginning, end and task that is waited for; lines count from the first of `main`."""
    first = main.__code__.co_firstlineno
    return [
        (segment["kind"], segment["from"], segment["to"], segment["line"] and segment["line"] - first, segment["on"])
        for lane in record(main)["tasks"]
        if lane["name"] == task
        for segment in lane["segments"]
    ]


def test_each_kind_of_waiting_is_told_apart_with_its_line() -> None:
    async def nap(seconds: float = 1) -> None:
        await asyncio.sleep(seconds)

    async def wait_for_queues_and_locks() -> None:
        queue: asyncio.Queue[int] = asyncio.Queue(1)
        lock, semaphore, event = asyncio.Lock(), asyncio.Semaphore(0), asyncio.Event()
        condition = asyncio.Condition()
        loop = asyncio.get_running_loop()

        async def holder() -> None:
            async with lock:
                await asyncio.sleep(1)

        async def notify() -> None:
            await asyncio.sleep(1)
            async with condition:
                condition.notify()

        loop.call_later(1, queue.put_nowait, 1)
        await queue.get()
        queue.put_nowait(1)
        loop.call_later(1, queue.get_nowait)
        await queue.put(2)
        holding = asyncio.create_task(holder())
        await asyncio.sleep(0)
        async with lock:
            pass
        loop.call_later(1, semaphore.release)
        async with semaphore:
            pass
        loop.call_later(1, event.set)
        await event.wait()
        async with condition:
            notifying = asyncio.create_task(notify())
            await condition.wait()
        del holding, notifying

    waits = waits_of(wait_for_queues_and_locks, "wait_for_queues_and_locks")
    assert waits == [
        ("get", 0, 1, 16, None),
        ("put", 1, 2, 19, None),
        ("lock", 2, 3, 22, None),
        ("semaphore", 3, 4, 25, None),
        ("event", 4, 5, 28, None),
        ("condition", 5, 6, 31, None),
    ], waits

    async def numbers() -> AsyncIterator[int]:
        await asyncio.sleep(1)
        yield 1

    async def main() -> None:
        task = asyncio.create_task(nap())
        await task
        await asyncio.gather(nap(), nap())
        await asyncio.wait([asyncio.create_task(nap())])
        async with asyncio.TaskGroup() as group:
            group.create_task(nap())
        future = asyncio.get_running_loop().create_future()
        asyncio.get_running_loop().call_later(1, future.set_result, None)
        await future
        await asyncio.to_thread(time.sleep, 1)
        await asyncio.get_running_loop().run_in_executor(None, time.sleep, 1)
        time.sleep(1)
        async with asyncio.timeout(1.5):
            await nap()

    waits = waits_of(main)
    assert (
        waits
        == [
            ("task", 0, 1, 2, "nap"),
            ("tasks", 1, 2, 3, None),
            ("tasks", 2, 3, 4, None),
            ("tasks", 3, 4, 5, None),
            ("future", 4, 5, 9, None),
            ("thread", 5, 6, 10, None),
            ("thread", 6, 7, 11, None),
            ("run", 7, 8, None, None),
            ("sleep", 8, 9, nap.__code__.co_firstlineno + 1 - main.__code__.co_firstlineno, None),
        ]
        or waits[3][3] == 6
    ), waits

    async def generator() -> None:
        async for _ in numbers():
            pass

    line = numbers.__code__.co_firstlineno + 1 - generator.__code__.co_firstlineno
    assert waits_of(generator, "generator") == [("sleep", 0, 1, line, None)]


def test_waiting_for_the_network_and_the_site_stays_out_of_sight() -> None:
    async def main() -> None:
        async with Site("api.test") as site, ClientSession() as session:
            site.route("/", body="x", latency=1)
            await asyncio.sleep(1)
            async with session.get("http://api.test/") as response:
                await response.text()

    kinds = [kind for kind, *_ in waits_of(main)]
    assert kinds == ["sleep", "connect", "read"], kinds
    assert [lane["name"] for lane in record(main)["tasks"]] == ["main"]


def test_how_tasks_end_who_made_them_and_what_they_are_called() -> None:
    async def work(seconds: float) -> None:
        await asyncio.sleep(seconds)
        if seconds == 2:
            raise KeyError(seconds)

    async def main() -> None:
        lost = asyncio.create_task(work(9), name="lost")
        named = asyncio.create_task(work(1), name="a name")
        tasks = [asyncio.create_task(work(seconds)) for seconds in (2, 3)]
        await asyncio.sleep(2.5)
        tasks[1].cancel()
        await asyncio.wait([named, *tasks])
        del lost

    lanes = [
        (lane["name"], lane["parent"], lane["from"], lane["to"], lane["outcome"], lane["error"])
        for lane in record(main)["tasks"]
    ]
    assert lanes == [
        ("main", None, 0, 2.5, "done", None),
        ("lost", "main", 0, 2.5, "cancelled", None),
        ("a name", "main", 0, 1, "done", None),
        ("work", "main", 0, 2, "failed", "KeyError"),
        ("work-2", "main", 0, 2.5, "cancelled", None),
    ], lanes


def test_many_tasks_are_counted_but_not_all_kept() -> None:
    async def main() -> None:
        await asyncio.gather(*(asyncio.sleep(1) for _ in range(100)))

    timeline = record(main)
    assert (len(timeline["tasks"]), timeline["omitted"]) == (40, 61)


def test_a_deadlock_leaves_its_tasks_waiting() -> None:
    async def main() -> None:
        await asyncio.sleep(1)
        await asyncio.Event().wait()

    with Simulation(record=True) as simulation:
        try:
            asyncio.run(main())
        except RuntimeError:
            pass
    assert [segment["kind"] for segment in simulation.timeline()["tasks"][0]["segments"]] == ["sleep"]


def test_an_exception_that_nobody_looks_at_is_still_reported() -> None:
    reported: list[str] = []

    async def fail() -> None:
        raise ValueError

    async def main() -> None:
        asyncio.get_running_loop().set_exception_handler(lambda _loop, context: reported.append(context["message"]))
        asyncio.create_task(fail())  # noqa: RUF006 - it is lost on purpose
        await asyncio.sleep(1)
        gc.collect()

    record(main)
    assert reported == ["Task exception was never retrieved"]


def test_recording_changes_nothing_and_lanes_have_neither_gaps_nor_overlaps() -> None:
    for seed in range(80):
        program = generate(seed)
        clock = Clock()
        recorder = Recorder(clock)
        plain = Simulation().new_loop()
        recorded = RecordingLoop(clock, Network(), recorder)
        assert run_program(program, plain) == run_program(program, recorded), seed
        timeline = recorder.to_json()
        names = [lane["name"] for lane in timeline["tasks"]]
        assert len(set(names)) == len(names)
        for lane in timeline["tasks"]:
            ends = [lane["from"], *(segment["to"] for segment in lane["segments"])]
            starts = [segment["from"] for segment in lane["segments"]]
            assert lane["outcome"] != "pending"
            assert all(end == start for end, start in zip(ends, starts, strict=False)), (seed, lane)
            assert lane["to"] == ends[-1], (seed, lane)
