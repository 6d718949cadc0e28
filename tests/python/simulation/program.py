"""Random asyncio programs: a small language, a generator that makes one from a seed, and an interpreter.

A program is a list of statements, a statement a tuple of its name and its operands; bodies nest. Every wait has an
end, since the whole program runs under a timeout. Durations are random numbers, so that no two deadlines are equal:
asyncio does not promise in which order those fire.
"""

from __future__ import annotations

import asyncio
import random
from collections.abc import Awaitable, Callable
from typing import Any

Statement = tuple[Any, ...]
Body = list[Statement]
LIMIT = 97.31
"""Seconds of the loop's time after which a program that still waits is cancelled."""

SIMPLE = ("pass", "put", "put_nowait", "get", "set", "clear", "wait", "notify", "await", "cancel", "raise", "later")
TIMED = ("sleep", "sleep", "sleep")
NESTED = ("lock", "semaphore", "bounded", "condition", "spawn", "spawn")
NESTED += ("gather", "collect", "group", "try", "finally", "shield")
NESTED_TIMED = ("timeout", "wait_for", "first", "completed", "reschedule")
ENDLESS = ("put", "get", "wait", "condition", "await")


def generate(seed: int, *, with_time: bool = True) -> Body:
    """A program; without time none of its statements sets a timer."""
    rng = random.Random(seed)

    def body(depth: int) -> Body:
        return [statement(depth) for _ in range(rng.randint(*((3, 9) if depth == 0 else (1, 3))))]

    def statement(depth: int) -> Statement:
        made = choose(depth)
        if with_time and made[0] in ENDLESS and rng.random() < 0.8:
            return ("give_up", rng.uniform(0, 3), [made])
        return made

    def choose(depth: int) -> Statement:
        kinds = [*SIMPLE, *(TIMED if with_time else ())]
        if depth < 3:
            kinds += [*NESTED, *(NESTED_TIMED if with_time else ())] * (2 if depth == 0 else 1)
        kind = rng.choice(kinds)
        which = rng.randrange(2)
        match kind:
            case "sleep" | "later":
                return (kind, rng.uniform(0, 3) if with_time else 0)
            case "timeout" | "wait_for" | "reschedule":
                return (kind, rng.uniform(0, 3), body(depth + 1))
            case "gather" | "collect" | "group" | "first" | "completed":
                return (kind, [body(depth + 1) for _ in range(rng.randint(1, 3))])
            case "lock" | "semaphore" | "bounded" | "condition" | "spawn" | "try" | "finally" | "shield":
                return (kind, which, body(depth + 1))
            case _:
                return (kind, which)

    return body(0)


class Interpreter:
    """Runs one program, and logs what each of its tasks does and when."""

    def __init__(self) -> None:
        self.log: list[tuple[float, str, str]] = []
        self._queues = [asyncio.Queue[int](maxsize=1), asyncio.Queue[int]()]
        self._events = [asyncio.Event(), asyncio.Event()]
        self._locks = [asyncio.Lock(), asyncio.Lock()]
        self._semaphores = [asyncio.Semaphore(1), asyncio.Semaphore(2)]
        self._conditions = [asyncio.Condition(), asyncio.Condition()]
        self._tasks: list[asyncio.Task[int]] = []

    async def run(self, program: Body) -> None:
        root = asyncio.create_task(self._body(program), name="root")
        self._tasks.append(root)
        await asyncio.wait({root}, timeout=LIMIT)
        self._note(f"root is done: {root.done()}")
        for _ in range(100):
            others = sorted(asyncio.all_tasks() - {asyncio.current_task()}, key=hash)
            if not others:
                break
            for task in others:  # again and again: some catch it and wait once more
                task.cancel()
            await asyncio.sleep(0)
        results = await asyncio.gather(*self._tasks, return_exceptions=True)
        self._note(f"results {[_describe(result) for result in results]}")

    def _note(self, text: str) -> None:
        task = asyncio.current_task()
        assert task is not None
        name = f"task {hash(task)}" if task.get_name().startswith("Task-") else task.get_name()
        self.log.append((asyncio.get_running_loop().time(), name, text))

    async def _body(self, body: Body) -> int:
        for statement in body:
            self._note(f"begins {statement[0]}")
            try:
                await self._statements[statement[0]](self, *statement[1:])
            except BaseException as error:
                self._note(f"{statement[0]} raised {_describe(error)}")
                raise
            self._note(f"ended {statement[0]}")
        return len(body)

    def _start(self, body: Body) -> asyncio.Task[int]:
        name = f"{len(self._tasks)}"
        task = asyncio.create_task(self._body(body), name=name)
        self._tasks.append(task)
        return task

    async def _pass(self, _which: int) -> None:
        await asyncio.sleep(0)

    async def _sleep(self, seconds: float) -> None:
        await asyncio.sleep(seconds)

    async def _later(self, seconds: float) -> None:
        loop = asyncio.get_running_loop()
        note = lambda: self.log.append((loop.time(), "callback", str(seconds)))  # noqa: E731
        handle = loop.call_later(seconds, note) if seconds else loop.call_soon(note)
        if len(self.log) % 3 == 0:
            handle.cancel()

    async def _put(self, which: int) -> None:
        await self._queues[which].put(len(self.log))

    async def _put_nowait(self, which: int) -> None:
        self._queues[which].put_nowait(len(self.log))

    async def _get(self, which: int) -> None:
        self._note(f"got {await self._queues[which].get()}")

    async def _set(self, which: int) -> None:
        self._events[which].set()

    async def _clear(self, which: int) -> None:
        self._events[which].clear()

    async def _wait(self, which: int) -> None:
        await self._events[which].wait()

    async def _notify(self, which: int) -> None:
        async with self._conditions[which]:
            self._conditions[which].notify(which + 1)

    async def _condition(self, which: int, body: Body) -> None:
        async with self._conditions[which]:
            await self._conditions[which].wait()
            await self._body(body)

    async def _lock(self, which: int, body: Body) -> None:
        async with self._locks[which]:
            await self._body(body)

    async def _semaphore(self, which: int, body: Body) -> None:
        async with self._semaphores[which]:
            await self._body(body)

    async def _bounded(self, which: int, body: Body) -> None:
        async with asyncio.BoundedSemaphore(which + 1) as _:
            await self._body(body)

    async def _spawn(self, _which: int, body: Body) -> None:
        self._start(body)

    def _pick(self, which: int) -> asyncio.Task[int] | None:
        current = asyncio.current_task()
        others = [task for task in self._tasks if task is not current]
        return others[-1 - which] if len(others) > which else None

    async def _await(self, which: int) -> None:
        task = self._pick(which)
        if task is not None:
            self._note(f"result {await asyncio.wait_for(asyncio.shield(task), None)}")

    async def _cancel(self, which: int) -> None:
        task = self._pick(which)
        if task is not None:
            self._note(f"cancelled {task.cancel()}")

    async def _raise(self, which: int) -> None:
        raise (KeyError, ValueError)[which]("x")

    async def _gather(self, bodies: list[Body]) -> None:
        self._note(f"results {await asyncio.gather(*map(self._start, bodies))}")

    async def _collect(self, bodies: list[Body]) -> None:
        results = await asyncio.gather(*map(self._start, bodies), return_exceptions=True)
        self._note(f"results {[_describe(result) for result in results]}")

    async def _group(self, bodies: list[Body]) -> None:
        async with asyncio.TaskGroup() as group:
            for number, body in enumerate(bodies):
                name = f"{asyncio.current_task().get_name()}.{number}"  # type: ignore[union-attr]
                group.create_task(self._body(body), name=name)

    async def _try(self, _which: int, body: Body) -> None:
        try:
            await self._body(body)
        except (Exception, asyncio.CancelledError) as error:
            self._note(f"caught {_describe(error)}")

    async def _finally(self, _which: int, body: Body) -> None:
        try:
            await self._body(body)
        finally:
            await asyncio.sleep(0)
            self._note("finally")

    async def _shield(self, _which: int, body: Body) -> None:
        await asyncio.shield(self._start(body))

    async def _timeout(self, seconds: float, body: Body) -> None:
        async with asyncio.timeout(seconds):
            await self._body(body)

    async def _give_up(self, seconds: float, body: Body) -> None:
        try:
            async with asyncio.timeout(seconds):
                await self._body(body)
        except TimeoutError:
            self._note("gave up")

    async def _reschedule(self, seconds: float, body: Body) -> None:
        async with asyncio.timeout(seconds) as limit:
            await asyncio.sleep(seconds / 2)
            limit.reschedule(asyncio.get_running_loop().time() + seconds)
            await self._body(body)

    async def _wait_for(self, seconds: float, body: Body) -> None:
        self._note(f"result {await asyncio.wait_for(self._body(body), seconds)}")

    async def _first(self, bodies: list[Body]) -> None:
        tasks = [self._start(body) for body in bodies]
        done, pending = await asyncio.wait(tasks, return_when=asyncio.FIRST_COMPLETED, timeout=len(bodies) * 0.7310585)
        self._note(f"done {sorted(task.get_name() for task in done)}")
        for task in sorted(pending, key=asyncio.Task.get_name):
            task.cancel()

    async def _completed(self, bodies: list[Body]) -> None:
        for next_done in asyncio.as_completed([self._start(body) for body in bodies]):
            self._note(f"result {await next_done}")

    _statements: dict[str, Callable[..., Awaitable[None]]] = {
        "pass": _pass,
        "sleep": _sleep,
        "later": _later,
        "put": _put,
        "put_nowait": _put_nowait,
        "get": _get,
        "set": _set,
        "clear": _clear,
        "wait": _wait,
        "notify": _notify,
        "condition": _condition,
        "lock": _lock,
        "semaphore": _semaphore,
        "bounded": _bounded,
        "spawn": _spawn,
        "await": _await,
        "cancel": _cancel,
        "raise": _raise,
        "gather": _gather,
        "collect": _collect,
        "group": _group,
        "try": _try,
        "finally": _finally,
        "shield": _shield,
        "timeout": _timeout,
        "give_up": _give_up,
        "reschedule": _reschedule,
        "wait_for": _wait_for,
        "first": _first,
        "completed": _completed,
    }


def _describe(value: Any) -> str:
    """A result, or what kind of exception; of a group in order of name, since its order is not promised."""
    if isinstance(value, BaseExceptionGroup):
        return f"group {sorted(map(_describe, value.exceptions))}"
    return type(value).__name__ if isinstance(value, BaseException) else repr(value)


class NumberedTask(asyncio.Task):  # type: ignore[type-arg]
    """A task whose hash is its number: asyncio keeps tasks in sets and cancels them in the order of the set, which
    otherwise depends on addresses in memory."""

    _count = 0

    def __init__(self, *args: Any, **options: Any) -> None:
        NumberedTask._count += 1
        self._number = NumberedTask._count
        super().__init__(*args, **options)

    def __hash__(self) -> int:
        return self._number


def run_program(program: Body, loop: asyncio.AbstractEventLoop) -> list[tuple[float, str, str]]:
    """The log of a program on a loop, which is closed afterwards; times are from its start."""
    NumberedTask._count = 0
    loop.set_task_factory(lambda loop, coro, **options: NumberedTask(coro, loop=loop, **options))
    loop.set_exception_handler(lambda _loop, _context: None)  # tasks that nobody awaits may fail
    started = loop.time()

    async def main() -> Interpreter:
        task = asyncio.current_task()
        assert task is not None
        task.set_name("main")
        interpreter = Interpreter()
        await interpreter.run(program)
        return interpreter

    with asyncio.Runner(loop_factory=lambda: loop) as runner:
        log = runner.run(main()).log
    return [(round(time - started, 6), name, text) for time, name, text in log]


def shrink(program: Body, fails: Callable[[Body], bool]) -> Body:
    """A smaller program that still fails: statements are taken out as long as it does."""
    while True:
        smaller = next((candidate for candidate in _smaller(program) if fails(candidate)), None)
        if smaller is None:
            return program
        program = smaller


def _smaller(body: Body) -> list[Body]:
    found: list[Body] = []
    for index, statement in enumerate(body):
        rest = body[:index], body[index + 1 :]
        found.append([*rest[0], *rest[1]])
        last = statement[-1]
        if not isinstance(last, list):
            continue
        if statement[0] in ("gather", "collect", "group", "first", "completed"):
            inner = [[*last[:at], *last[at + 1 :]] for at in range(len(last)) if len(last) > 1]
            inner += [[*last[:at], small, *last[at + 1 :]] for at, one in enumerate(last) for small in _smaller(one)]
        else:
            found.append([*rest[0], *last, *rest[1]])
            inner = _smaller(last)
        found += [[*rest[0], (*statement[:-1], small), *rest[1]] for small in inner]
    return found
