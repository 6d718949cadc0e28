import asyncio
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from pathlib import Path

from aiohttp import ClientSession, web

from solution import download_all

AMPLE = 60.0
"""Seconds. Nothing here needs so long, even on a busy machine."""


@asynccontextmanager
async def serve(*routes: web.RouteDef) -> AsyncIterator[str]:
    """Serves the routes on a free port of this machine; gives the address."""
    app = web.Application()
    app.add_routes(routes)
    runner = web.AppRunner(app, handler_cancellation=True)
    await runner.setup()
    try:
        site = web.TCPSite(runner, "127.0.0.1", 0)
        await site.start()
        host, port = runner.addresses[0][:2]
        yield f"http://{host}:{port}"
    finally:
        await runner.cleanup()


def names_in(folder: Path) -> list[str]:
    return sorted(path.name for path in folder.iterdir())


def test_every_file_arrives_and_failures_are_reported(tmp_path: Path) -> None:
    body = bytes(range(256)) * 4096

    async def main() -> None:
        async def picture(request: web.Request) -> web.Response:
            return web.Response(body=body)

        async def torn(request: web.Request) -> web.StreamResponse:
            response = web.StreamResponse(headers={"Content-Length": "1000000"})
            await response.prepare(request)
            await response.write(body[:500_000])
            assert request.transport is not None
            request.transport.abort()
            return response

        async with serve(web.get("/cat.png", picture), web.get("/torn.png", torn)) as url, ClientSession() as session:
            urls = [f"{url}/cat.png", f"{url}/torn.png", f"{url}/missing.png", "no url", f"{url}/cat.png"]
            results = await download_all(session, urls, tmp_path)
        assert [result.size for result in results] == [len(body), 0, 0, 0, len(body)]
        assert [bool(result.error) for result in results] == [False, True, True, True, False]

    asyncio.run(main())
    assert names_in(tmp_path) == ["001-cat.png", "005-cat.png"]
    assert (tmp_path / "005-cat.png").read_bytes() == body


def test_as_many_at_once_as_the_limit_and_no_more(tmp_path: Path) -> None:
    async def main() -> None:
        at_once = most_at_once = 0
        three_are_here = asyncio.Barrier(3)

        async def picture(request: web.Request) -> web.Response:
            nonlocal at_once, most_at_once
            at_once += 1
            most_at_once = max(most_at_once, at_once)
            await three_are_here.wait()
            at_once -= 1
            return web.Response(body=b"picture")

        async with serve(web.get("/{name}", picture)) as url, ClientSession() as session:
            async with asyncio.timeout(AMPLE):
                await download_all(session, [f"{url}/{number}.png" for number in range(9)], tmp_path, limit=3)
        assert most_at_once == 3

    asyncio.run(main())
    assert len(names_in(tmp_path)) == 9


def test_a_hostile_name_stays_in_the_folder(tmp_path: Path) -> None:
    folder = tmp_path / "pictures"
    folder.mkdir()

    async def main() -> None:
        async def anything(request: web.Request) -> web.Response:
            return web.Response(body=b"malware")

        async with serve(web.get("/{path:.*}", anything)) as url, ClientSession() as session:
            await download_all(session, [f"{url}/..%2F..%2Fescaped.txt"], folder)

    asyncio.run(main())
    assert (names_in(tmp_path), names_in(folder)) == (["pictures"], ["001-_.._escaped.txt"])


def test_cancellation_leaves_no_half_file(tmp_path: Path) -> None:
    async def main() -> None:
        async def endless(request: web.Request) -> web.StreamResponse:
            response = web.StreamResponse()
            await response.prepare(request)
            await response.write(b"x" * 100_000)
            await asyncio.get_running_loop().create_future()
            return response

        async with serve(web.get("/film.mp4", endless)) as url, ClientSession() as session:
            task = asyncio.create_task(download_all(session, [f"{url}/film.mp4"], tmp_path))
            async with asyncio.timeout(AMPLE):
                while not names_in(tmp_path):
                    await asyncio.sleep(0)
                assert names_in(tmp_path) == ["001-film.mp4.part"]
                task.cancel()
                await asyncio.wait([task])
            assert task.cancelled()
            assert names_in(tmp_path) == []

    asyncio.run(main())
