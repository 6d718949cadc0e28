"""Against a real server on this machine. No test depends on how fast it is."""

import asyncio
from collections.abc import AsyncIterator, Awaitable, Callable
from contextlib import asynccontextmanager

from aiohttp import ClientSession, web

from solution import Notice, check, monitor


@asynccontextmanager
async def serving(answer: Callable[[web.Request], Awaitable[web.StreamResponse]]) -> AsyncIterator[str]:
    """Serves `answer` at every path on a free port; yields the address."""
    app = web.Application()
    app.router.add_get("/{path:.*}", answer)
    runner = web.AppRunner(app, shutdown_timeout=0.1)
    await runner.setup()
    await web.TCPSite(runner, "127.0.0.1", 0).start()
    host, port = runner.addresses[0][:2]
    try:
        yield f"http://{host}:{port}"
    finally:
        await runner.cleanup()


def test_1_check_one_site() -> None:
    """Tells well, status and refused connection apart"""

    async def answer(request: web.Request) -> web.Response:
        return web.Response(status=int(request.path.strip("/")))

    async def run() -> None:
        async with serving(answer) as address, ClientSession() as session:
            assert await check(session, f"{address}/200", 30) is None
            assert await check(session, f"{address}/404", 30) == "status 404"
            assert await check(session, f"{address}/503", 30) == "status 503"
        async with ClientSession() as session:
            assert (await check(session, f"{address}/200", 30) or "").startswith("ClientConnectorError")

    asyncio.run(run())


def test_1_an_answer_in_time() -> None:
    """An answer that begins and does not end is a failure"""

    async def answer(request: web.Request) -> web.StreamResponse:
        response = web.StreamResponse(headers={"Content-Length": "10"})
        await response.prepare(request)
        await response.write(b"begin")
        await asyncio.sleep(3600)
        return response

    async def run() -> None:
        async with serving(answer) as address, ClientSession() as session:
            assert await check(session, address, 0.2) == "no answer in 0.2 s"

    asyncio.run(run())


def test_3_down_and_up() -> None:
    """One notice after three failures in a row, one when it is back"""
    statuses = iter([200, 500, 500, 200, 500, 500, 500, 500, 200, 200])
    notices: list[Notice] = []
    finished = asyncio.Event()

    async def answer(request: web.Request) -> web.Response:
        status = next(statuses, None)
        if status is None:
            finished.set()
        return web.Response(status=status or 200)

    async def run() -> None:
        async with serving(answer) as address, ClientSession() as session:
            task = asyncio.create_task(monitor(session, [address], notices.append, interval=0.01, timeout=30))
            await asyncio.wait_for(finished.wait(), 30)
            task.cancel()
            await asyncio.wait({task})
            assert task.cancelled()

    asyncio.run(run())
    assert [(notice.up, notice.reason[:10]) for notice in notices] == [(False, "status 500"), (True, "was down f")]


def test_4_stops_in_the_middle_of_a_check() -> None:
    """Cancelled while it waits for an answer, it leaves no task and the server sees the connection end"""

    async def run() -> None:
        asked, gone = asyncio.Event(), asyncio.Event()

        async def answer(request: web.Request) -> web.Response:
            asked.set()
            while request.transport is not None:  # aiohttp sets it to None when the client is gone
                await asyncio.sleep(0.01)
            gone.set()
            return web.Response()

        async with serving(answer) as address, ClientSession() as session:
            task = asyncio.create_task(monitor(session, [address], lambda notice: None))
            await asyncio.wait_for(asked.wait(), 30)
            task.cancel()
            await asyncio.wait({task})
            assert task.cancelled()
            await asyncio.wait_for(gone.wait(), 30)

    asyncio.run(run())
