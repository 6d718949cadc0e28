import asyncio
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager

import pytest
from aiohttp import ClientConnectionError, ClientResponseError, ClientSession, ClientTimeout, web

from solution import Policy, get_json

AMPLE = 60.0
"""Seconds. Nothing here needs so long, even on a busy machine."""
QUICK = Policy(base=0.001)


class Script:
    """Answers each request with the next status; 0 breaks the connection, -1 never answers. Counts the requests."""

    def __init__(self, *statuses: int, retry_after: str | None = None) -> None:
        self.statuses = list(statuses)
        self.retry_after = retry_after
        self.requests = 0
        self.asked = asyncio.Event()

    async def answer(self, request: web.Request) -> web.StreamResponse:
        self.requests += 1
        self.asked.set()
        status = self.statuses.pop(0)
        if status == -1:
            await asyncio.get_running_loop().create_future()
        if status == 0:
            assert request.transport is not None
            request.transport.abort()
            return web.Response()
        headers = {"Retry-After": self.retry_after} if self.retry_after else {}
        return web.json_response({"usd": 1.09}, status=status, headers=headers)


@asynccontextmanager
async def serve(script: Script) -> AsyncIterator[str]:
    """Serves on a free port of this machine; gives the address."""
    app = web.Application()
    app.add_routes([web.get("/", script.answer)])
    runner = web.AppRunner(app, handler_cancellation=True)
    await runner.setup()
    try:
        site = web.TCPSite(runner, "127.0.0.1", 0)
        await site.start()
        host, port = runner.addresses[0][:2]
        yield f"http://{host}:{port}/"
    finally:
        await runner.cleanup()


def test_what_may_pass_is_tried_again() -> None:
    async def main() -> None:
        script = Script(500, 0, 503, 429, 200)
        async with serve(script) as url, ClientSession() as session:
            assert await get_json(session, url, QUICK) == {"usd": 1.09}
        assert script.requests == 5

    asyncio.run(main())


def test_an_attempt_that_is_not_answered_is_tried_again() -> None:
    async def main() -> None:
        script = Script(*[-1] * 1000)
        async with serve(script) as url, ClientSession(timeout=ClientTimeout(total=0.05)) as session:
            with pytest.raises(TimeoutError):
                await get_json(session, url, Policy(attempts=3, base=0.001))
        assert script.requests <= 3

    asyncio.run(main())


def test_what_will_not_pass_is_tried_once() -> None:
    async def main() -> None:
        script = Script(404)
        async with serve(script) as url, ClientSession() as session:
            with pytest.raises(ClientResponseError) as caught:
                await get_json(session, url, QUICK)
        assert (caught.value.status, script.requests) == (404, 1)

    asyncio.run(main())


def test_the_last_error_comes_out() -> None:
    async def main() -> None:
        script = Script(500, 502, 503)
        async with serve(script) as url, ClientSession() as session:
            with pytest.raises(ClientResponseError) as caught:
                await get_json(session, url, Policy(attempts=3, base=0.001))
            assert (caught.value.status, script.requests) == (503, 3)
        async with ClientSession() as session:
            with pytest.raises(ClientConnectionError):  # the server is gone
                await get_json(session, url, QUICK)

    asyncio.run(main())


def test_a_server_that_asks_for_too_much_is_left_alone() -> None:
    async def main() -> None:
        script = Script(503, retry_after="3600")
        async with serve(script) as url, ClientSession() as session:
            with pytest.raises(ClientResponseError):
                await get_json(session, url, QUICK)
        assert script.requests == 1

    asyncio.run(main())


def test_cancellation_is_no_failure() -> None:
    async def main() -> None:
        for status in (-1, 503):  # during a request, and during the wait after it
            script = Script(status)
            async with serve(script) as url, ClientSession() as session:
                task = asyncio.create_task(get_json(session, url, Policy(base=1000, cap=1000)))
                async with asyncio.timeout(AMPLE):
                    await script.asked.wait()
                    task.cancel()
                    await asyncio.wait([task])
                assert task.cancelled()
            assert script.requests == 1

    asyncio.run(main())
