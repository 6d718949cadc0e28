"""Resources that are given back whatever happens: a pool as a class, a transaction as a generator, and a stack of both."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator
from contextlib import AsyncExitStack, asynccontextmanager
from dataclasses import dataclass, field
from types import TracebackType
from typing import Self


@dataclass
class Connection:
    number: int
    log: list[str]

    async def execute(self, statement: str) -> None:
        await asyncio.sleep(0)
        self.log.append(f"{self.number}: {statement}")


# region: pool
@dataclass
class Pool:
    """Opens its connections on entry and closes them on exit, the last one first."""

    size: int
    log: list[str] = field(default_factory=list)

    async def __aenter__(self) -> Self:
        self._free: asyncio.LifoQueue[Connection] = asyncio.LifoQueue()
        async with AsyncExitStack() as stack:
            for number in range(self.size, 0, -1):
                self._free.put_nowait(await stack.enter_async_context(self._open(number)))
            # Nothing failed: what was opened is closed by __aexit__, not here.
            self._opened = stack.pop_all()
        return self

    async def __aexit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        await self._opened.aclose()

    @asynccontextmanager
    async def _open(self, number: int) -> AsyncIterator[Connection]:
        self.log.append(f"open {number}")
        try:
            yield Connection(number, self.log)
        finally:
            self.log.append(f"close {number}")

    @asynccontextmanager
    async def acquire(self) -> AsyncIterator[Connection]:
        connection = await self._free.get()
        try:
            yield connection
        finally:
            # No await between here and the put: a cancellation could not come in between.
            self._free.put_nowait(connection)

    @property
    def free(self) -> int:
        return self._free.qsize()


# endregion
# region: transaction
@asynccontextmanager
async def transaction(connection: Connection) -> AsyncIterator[None]:
    await connection.execute("BEGIN")
    try:
        yield
    except BaseException:
        # BaseException, since a cancelled request has to roll back, too.
        await connection.execute("ROLLBACK")
        raise
    else:
        await connection.execute("COMMIT")


# endregion
async def cancel_inside(pool: Pool) -> None:
    """What a client that goes away does to a handler."""
    entered = asyncio.Event()

    async def handle() -> None:
        async with pool.acquire() as connection, transaction(connection):
            entered.set()
            await asyncio.Event().wait()

    task = asyncio.create_task(handle())
    await entered.wait()
    task.cancel()
    await asyncio.gather(task, return_exceptions=True)


async def main() -> None:
    log: list[str] = []
    async with Pool(2, log) as pool:
        async with pool.acquire() as connection, transaction(connection):
            await connection.execute("INSERT")
        await cancel_inside(pool)
        log.append(f"free again: {pool.free}")
    print("\n".join(log))


if __name__ == "__main__":
    asyncio.run(main())
