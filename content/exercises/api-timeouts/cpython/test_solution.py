import asyncio
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager

from aiohttp import ClientSession, web

from solution import Source, fetch_all

AMPLE = 60.0
"""Seconds. No answer here needs so long, even on a busy machine."""
SHORT = 0.05
"""Seconds after which an answer that never comes is given up."""


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


def test_results_are_in_the_order_of_the_sources() -> None:
    async def main() -> None:
        second_asked = asyncio.Event()

        async def first(request: web.Request) -> web.Response:
            await second_asked.wait()  # answers only if both are asked at once
            return web.json_response({"n": 1})

        async def second(request: web.Request) -> web.Response:
            second_asked.set()
            return web.json_response({"n": 2})

        async with serve(web.get("/1", first), web.get("/2", second)) as url, ClientSession() as session:
            sources = [Source("first", f"{url}/1", AMPLE), Source("second", f"{url}/2", AMPLE)]
            results = await fetch_all(session, sources)
        assert [(result.status, result.data) for result in results] == [("ok", {"n": 1}), ("ok", {"n": 2})]

    asyncio.run(main())


def test_a_slow_request_is_canceled_at_the_server() -> None:
    async def main() -> None:
        asked, canceled = asyncio.Event(), asyncio.Event()

        async def never(request: web.Request) -> web.Response:
            asked.set()
            try:
                await asyncio.get_running_loop().create_future()
                return web.Response()
            except asyncio.CancelledError:
                canceled.set()
                raise

        async with serve(web.get("/", never)) as url, ClientSession() as session:
            while not asked.is_set():  # on a busy machine the time may be over before the request is sent
                [result] = await fetch_all(session, [Source("slow", f"{url}/", SHORT)])
                assert result.status == "timeout"
            async with asyncio.timeout(AMPLE):
                await canceled.wait()

    asyncio.run(main())


def test_a_body_that_does_not_end_is_a_timeout() -> None:
    async def main() -> None:
        async def trickle(request: web.Request) -> web.StreamResponse:
            response = web.StreamResponse(headers={"Content-Type": "application/json"})
            await response.prepare(request)
            await response.write(b'{"text": "')
            await asyncio.get_running_loop().create_future()
            return response

        async with serve(web.get("/", trickle)) as url, ClientSession() as session:
            [result] = await fetch_all(session, [Source("trickle", f"{url}/", SHORT)])
            assert result.status == "timeout"

    asyncio.run(main())


def test_other_failures_are_errors() -> None:
    async def main() -> None:
        async def page(request: web.Request) -> web.Response:
            return web.Response(text="<h1>Welcome</h1>", content_type="text/html")

        async def lie(request: web.Request) -> web.Response:
            return web.Response(text="{oops", content_type="application/json")

        async def torn(request: web.Request) -> web.StreamResponse:
            response = web.StreamResponse(headers={"Content-Type": "application/json", "Content-Length": "100"})
            await response.prepare(request)
            await response.write(b"{")
            assert request.transport is not None
            request.transport.abort()
            return response

        async with serve(web.get("/page", page), web.get("/lie", lie), web.get("/torn", torn)) as url:
            sources = [Source(name, f"{url}/{name}", AMPLE) for name in ("page", "lie", "torn", "missing")]
            async with ClientSession() as session:
                results = await fetch_all(session, sources)
        async with ClientSession() as session:  # the server is gone
            results += await fetch_all(session, [Source("down", f"{url}/", AMPLE)])
        assert [(result.name, result.status) for result in results] == [
            ("page", "error"),
            ("lie", "error"),
            ("torn", "error"),
            ("missing", "error"),
            ("down", "error"),
        ]
        assert all(result.error for result in results)

    asyncio.run(main())
