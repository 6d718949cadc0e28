"""Against a real server on this machine. No test depends on how fast it is."""

import asyncio
from collections.abc import AsyncIterator, Awaitable, Callable
from contextlib import asynccontextmanager

from aiohttp import ClientSession, web

from solution import NoAnswerError, Source, aggregate, parse_celsius

GOOD = '{"current": {"temp_c": 21}}'


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


def source(address: str, name: str) -> Source:
    return Source(name, f"{address}/{name}?city={{city}}", parse_celsius)


def test_2_any_city() -> None:
    """The name of the city reaches the service whole"""
    cities = ["São Paulo", "A&B=C?", "Mianyang/绵阳", "100%#1+1"]
    asked: list[str] = []

    async def answer(request: web.Request) -> web.Response:
        asked.append(request.query["city"])
        return web.json_response(text=GOOD)

    async def run() -> None:
        async with serving(answer) as address, ClientSession() as session:
            for city in cities:
                await aggregate(session, city, [source(address, "good")])

    asyncio.run(run())
    assert asked == cities


def test_3_every_kind_of_failure() -> None:
    """Each failure has its reason, and the good answers count, whatever content type they claim"""

    async def answer(request: web.Request) -> web.StreamResponse:
        match request.path.strip("/"):
            case "busy":
                return web.Response(status=503)
            case "html":
                return web.Response(text="<html>Welcome</html>", content_type="application/json")
            case "nan":
                return web.json_response(text='{"current": {"temp_c": NaN}}')
            case "text":
                return web.Response(text=GOOD, content_type="text/plain")
            case _:
                return web.json_response(text=GOOD)

    async def run() -> None:
        async with serving(answer) as gone:
            pass
        async with serving(answer) as address, ClientSession() as session:
            names = ["busy", "html", "nan", "text", "good"]
            sources = [*(source(address, name) for name in names), source(gone, "gone")]
            weather = await aggregate(session, "Lima", sources, timeout=60)
        assert weather.temperatures == {"text": 21, "good": 21}
        assert [(name, reason.split(":")[0]) for name, reason in weather.failures.items()] == [
            ("busy", "status 503"),
            ("html", "not JSON"),
            ("nan", "malformed"),
            ("gone", "ClientConnectorError"),
        ]

    asyncio.run(run())


def test_3_an_answer_that_does_not_end() -> None:
    """A body that does not come in time is a failure, and when it is the only answer an error"""

    async def answer(request: web.Request) -> web.StreamResponse:
        response = web.StreamResponse(headers={"Content-Length": str(len(GOOD))})
        await response.prepare(request)
        await response.write(GOOD[:5].encode())
        await asyncio.sleep(3600)
        return response

    async def run() -> None:
        async with serving(answer) as address, ClientSession() as session:
            try:
                weather = await aggregate(session, "Lima", [source(address, "stuck")], timeout=0.2)
            except NoAnswerError as error:
                assert error.failures == {"stuck": "no answer in 0.2 s"}
            else:
                raise AssertionError(f"nobody answered, and the result was {weather}")

    asyncio.run(run())
