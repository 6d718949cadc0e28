"""Against a real server on this machine. No test depends on how fast it is."""

import asyncio
from collections.abc import AsyncIterator, Awaitable, Callable
from contextlib import asynccontextmanager
from pathlib import Path

from aiohttp import ClientPayloadError, ClientResponseError, ClientSession, web

from solution import Progress, download_all

CONTENT = bytes(range(250)) * 1000


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
        yield f"http://{host}:{port}/"
    finally:
        await runner.cleanup()


async def send_half(request: web.Request) -> web.StreamResponse:
    response = web.StreamResponse(headers={"Content-Length": str(len(CONTENT))})
    await response.prepare(request)
    await response.write(CONTENT[: len(CONTENT) // 2])
    return response


def test_files_arrive_and_failures_leave_nothing(tmp_path: Path) -> None:
    """Complete files arrive; a status, a torn connection and an unsafe name fail alone"""
    reports: list[list[Progress]] = []

    async def answer(request: web.Request) -> web.StreamResponse:
        match request.path:
            case "/good.bin":
                return web.Response(body=CONTENT)
            case "/stream.bin":
                response = web.StreamResponse()
                await response.prepare(request)
                await response.write(CONTENT)
                return response
            case "/torn.bin":
                response = await send_half(request)
                assert request.transport is not None
                request.transport.close()
                return response
            case _:
                return web.Response(status=404)

    async def run() -> None:
        async with serving(answer) as address, ClientSession() as session:
            names = ["good.bin", "stream.bin", "torn.bin", "missing.bin", "%2e%2e"]
            results = await download_all(session, [address + name for name in names], tmp_path, reports.append)
        good, stream, torn, missing, unsafe = results.values()
        assert (good, stream) == (tmp_path / "good.bin", tmp_path / "stream.bin")
        assert isinstance(torn, ClientPayloadError)
        assert isinstance(missing, ClientResponseError) and missing.status == 404
        assert isinstance(unsafe, ValueError)

    asyncio.run(run())
    assert sorted(path.name for path in tmp_path.iterdir()) == ["good.bin", "stream.bin"]
    assert {path.read_bytes() for path in tmp_path.iterdir()} == {CONTENT}
    assert [line.state for line in reports[-1]] == ["done", "done", "failed", "failed", "failed"]
    assert [line.percent for line in reports[-1][:2]] == [100, 100]


def test_cancelled_in_the_middle(tmp_path: Path) -> None:
    """Cancelled when half of the file is there, it leaves nothing"""

    async def answer(request: web.Request) -> web.StreamResponse:
        response = await send_half(request)
        await asyncio.sleep(3600)
        return response

    async def run() -> None:
        half = asyncio.Event()

        def report(lines: list[Progress]) -> None:
            if lines[0].received == len(CONTENT) // 2:
                half.set()

        async with serving(answer) as address, ClientSession() as session:
            task = asyncio.create_task(download_all(session, [address + "big.bin"], tmp_path, report, interval=0.01))
            await asyncio.wait_for(half.wait(), 30)
            assert [path.name for path in tmp_path.iterdir()] == ["big.bin.part"]
            task.cancel()
            await asyncio.wait({task})
            assert task.cancelled()

    asyncio.run(run())
    assert list(tmp_path.iterdir()) == []
