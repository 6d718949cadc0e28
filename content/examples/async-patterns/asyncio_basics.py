"""What a coroutine, a task, a group and a timeout do, told by the order in which things happen.

Nothing here prints seconds: which of two events comes first is the same on every machine.
"""

from __future__ import annotations

import asyncio
import inspect


# region: coroutine
async def greet(log: list[str], name: str) -> str:
    log.append(f"{name} begins")
    await asyncio.sleep(0)
    log.append(f"{name} ends")
    return name


async def await_in_turn() -> list[str]:
    """Awaiting a coroutine runs it to its end: the second has not begun before that."""
    log: list[str] = []
    first, second = greet(log, "a"), greet(log, "b")
    log.append(f"made, {inspect.getcoroutinestate(first)}")
    await first
    await second
    return log


# endregion
# region: task
async def run_as_tasks() -> list[str]:
    """A task begins at the next await of whoever made it, so that several are under way at once."""
    log: list[str] = []
    tasks = [asyncio.create_task(greet(log, name)) for name in "ab"]
    log.append("tasks made")
    for task in tasks:
        await task
    return log


# endregion
# region: group
async def fail_in_group() -> list[str]:
    """The first failure in a group cancels the others, and the group waits until they have ended."""
    log: list[str] = []

    async def wait_forever() -> None:
        try:
            await asyncio.Event().wait()
        except asyncio.CancelledError:
            log.append("the other was cancelled")
            raise

    async def fail() -> None:
        raise ValueError("no such row")

    try:
        async with asyncio.TaskGroup() as group:
            group.create_task(wait_forever())
            group.create_task(fail())
    except* ValueError as errors:
        log.append(f"caught {errors.exceptions}")
    return log


async def fail_in_gather() -> list[str]:
    """`gather` reports the first failure and leaves the others running."""
    log: list[str] = []
    other = asyncio.create_task(asyncio.Event().wait())

    async def fail() -> None:
        raise ValueError("no such row")

    try:
        await asyncio.gather(other, fail())
    except ValueError:
        log.append(f"the other is done: {other.done()}")
    other.cancel()
    return log


# endregion
# region: timeout
async def give_up() -> list[str]:
    """A timeout cancels what runs inside of it, and turns the cancellation into a `TimeoutError` at its own edge."""
    log: list[str] = []
    try:
        async with asyncio.timeout(0.01):
            try:
                await asyncio.Event().wait()
            except asyncio.CancelledError:
                log.append("inside: CancelledError")
                raise
    except TimeoutError:
        log.append("outside: TimeoutError")
    return log


# endregion
async def main() -> None:
    for show in (await_in_turn, run_as_tasks, fail_in_group, fail_in_gather, give_up):
        print(f"{show.__name__}:")
        for line in await show():
            print(f"  {line}")


if __name__ == "__main__":
    asyncio.run(main())
