"""The HTTP client and the test site."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator, Awaitable
from typing import Any

import simweb
from simweb import Answer, ClientSession, ClientTimeout, Request, Site, TCPConnector


async def raised_by(awaitable: Awaitable[Any]) -> str:
    try:
        return f"returned {await awaitable!r}"
    except Exception as error:
        return type(error).__name__


def now() -> float:
    return asyncio.get_running_loop().time()


async def status_of(session: ClientSession, path: str, **options: Any) -> int:
    async with session.get(path, **options) as response:
        await response.read()
        return response.status


def open_session(**options: Any) -> ClientSession:
    return ClientSession("http://api.test", **options)


async def test_bodies_as_bytes_text_and_json_with_their_types() -> None:
    async with Site("api.test") as site, open_session(headers={"X-Key": "secret"}) as session:
        site.route("/json", body={"name": "Zoë"}, headers={"X-Version": "2"})
        site.route("/text", body="Zoë")
        async with session.get("/json", headers={"Accept-Language": "pt"}) as response:
            assert response.ok and response.status == 200 and response.reason == "OK"
            assert response.headers["x-version"] == "2"
            assert await response.json() == {"name": "Zoë"}
        text = await session.get("http://api.test/text?a=1", params={"b": [2, 3]})
        assert (await text.text(), await text.read()) == ("Zoë", "Zoë".encode())
        assert await raised_by(text.json()) == "ContentTypeError"
        first, second = site.requests
        assert (first.path, first.headers["x-key"], first.headers["ACCEPT-LANGUAGE"]) == ("/json", "secret", "pt")
        assert (second.path, second.query) == ("/text", {"a": "1", "b": "3"})
        assert 0 < first.time < second.time < 0.01


async def test_requests_carry_bodies_to_handlers() -> None:
    async def create(request: Request) -> tuple[int, dict[str, Any]]:
        await asyncio.sleep(0.5)
        return 201, {"got": request.json(), "method": request.method}

    async with Site("api.test") as site, open_session() as session:
        site.route("/items", handler=create, method="post")
        site.route("/items", body="the list")
        site.route("/items/*", handler=lambda request: request.path.rpartition("/")[2])
        site.route("/old", status=302, headers={"Location": "/items"})
        site.route("/loop", status=302, headers={"Location": "/loop"})
        async with session.post("/items", json=[1]) as response:
            assert (response.status, await response.json()) == (201, {"got": [1], "method": "POST"})
        assert await (await session.get("/items/7")).text() == "7"
        moved = await session.post("/old", data={"a": "b c"})
        assert (moved.method, await moved.text(), len(moved.history)) == ("GET", "the list", 1)
        assert site.requests[-2].text() == "a=b+c"
        assert await status_of(session, "/old", allow_redirects=False) == 302
        assert await raised_by(status_of(session, "/loop")) == "TooManyRedirects"
        assert await status_of(session, "/nothing") == 404


async def test_answers_follow_their_script_and_the_last_repeats() -> None:
    async with Site("api.test") as site, open_session() as session:
        site.route("/flaky", status=[503, 503, 200], latency=[1, 0.5, 0])
        started, got = now(), []
        for _ in range(4):
            got.append((await status_of(session, "/flaky"), round(now() - started, 1)))
        assert got == [(503, 1.0), (503, 1.5), (200, 1.5), (200, 1.5)]
        site.route("/script", answers=[500, Answer(fail="disconnect"), Answer(201, {"id": 1})])
        said = [await raised_by(status_of(session, "/script")) for _ in range(3)]
        assert said == ["returned 500", "ServerDisconnectedError", "returned 201"]


async def test_bodies_arrive_in_pieces_over_time() -> None:
    async def lines(_request: Request) -> AsyncIterator[bytes]:
        async def generate() -> AsyncIterator[bytes]:
            for number in range(3):
                await asyncio.sleep(1)
                yield f"line {number}\n".encode()

        return generate()

    async with Site("api.test") as site, open_session() as session:
        site.route("/file", body=b"x" * 2500, chunk=1000, chunk_delay=0.5)
        site.route("/lines", handler=lines)
        async with session.get("/file") as response:
            sizes = [(len(piece), round(now(), 1)) async for piece in response.content.iter_chunked(600)]
        assert response.content_length == 2500
        assert sizes == [(600, 0.0), (400, 0.0), (600, 0.5), (400, 0.5), (500, 1.0)]
        async with session.get("/lines") as response:
            assert [(line, round(now() - 1)) async for line in response.content] == [
                (b"line 0\n", 1),
                (b"line 1\n", 2),
                (b"line 2\n", 3),
            ]
            assert response.content.at_eof()
        assert site.connections == 1


async def test_failures_have_the_names_of_aiohttp() -> None:
    async with Site("api.test") as site, open_session(timeout=ClientTimeout(total=5)) as session:
        site.route("/", body="ok")
        site.route("/torn", body=b"x" * 1000, fail="reset")
        site.route("/silent", fail="blackhole")
        site.route("/gone", status=410)
        assert await raised_by(status_of(session, "/torn")) == "ClientPayloadError"
        started = now()
        assert await raised_by(status_of(session, "/silent")) == "TimeoutError"
        assert round(now() - started, 3) == 5
        limits = ClientTimeout(sock_read=1)
        assert await raised_by(status_of(session, "/silent", timeout=limits)) == "SocketTimeoutError"
        assert await raised_by(status_of(session, "http://unknown.test/")) == "ClientConnectorDNSError"
        assert await raised_by(status_of(session, "https://api.test/")) == "InvalidURL"
        assert await raised_by(status_of(session, "/gone", raise_for_status=True)) == "ClientResponseError"
        for how, name in {
            "refuse": "ClientConnectorError",
            "blackhole": "TimeoutError",
            "reset": "ClientOSError",
        }.items():
            site.fail(how)  # type: ignore[arg-type]
            assert await raised_by(status_of(session, "/")) == name, how
            site.recover()
            assert await status_of(session, "/") == 200
        site.fail("blackhole")
        limits = ClientTimeout(sock_connect=2)
        assert await raised_by(status_of(session, "/", timeout=limits)) == "ConnectionTimeoutError"
    assert await raised_by(status_of(session, "/")) == "RuntimeError"


async def test_errors_are_kinds_of_client_error_but_a_total_timeout_is_not() -> None:
    assert issubclass(simweb.ClientConnectorError, OSError)
    assert issubclass(simweb.ServerTimeoutError, TimeoutError)
    names = ["ClientConnectorError", "ClientPayloadError", "ClientResponseError", "InvalidURL", "SocketTimeoutError"]
    assert all(issubclass(getattr(simweb, name), simweb.ClientError) for name in names)
    assert not issubclass(TimeoutError, simweb.ClientError)


async def test_a_message_says_host_status_and_address() -> None:
    async with Site("api.test") as site, open_session() as session:
        site.route("/gone", status=410)
        try:
            await session.get("/gone", raise_for_status=True)
        except simweb.ClientResponseError as error:
            assert (error.status, str(error)) == (410, "410, message='Gone', url='http://api.test/gone'")
        site.fail("refuse")
        try:
            await session.get("/gone")
        except simweb.ClientConnectorError as error:
            assert str(error) == "Cannot connect to host api.test:80 [Connect call failed ('10.0.0.1', 80)]"


async def test_the_limit_of_connections_holds_and_the_site_sees_it() -> None:
    async with Site("api.test") as site:
        site.route("/", body="x", latency=1)
        async with open_session(connector=TCPConnector(limit=3)) as session:
            started = now()
            await asyncio.gather(*(status_of(session, "/") for _ in range(9)))
            assert round(now() - started, 1) == 3
        assert (site.most_at_once, site.connections, len(site.requests)) == (3, 3, 9)


async def test_a_cancelled_wait_for_a_connection_gives_its_turn_to_the_next() -> None:
    async with Site("api.test") as site, open_session(connector=TCPConnector(limit=1)) as session:
        site.route("/", body="x", latency=1)
        tasks = [asyncio.create_task(status_of(session, "/")) for _ in range(4)]
        await asyncio.sleep(0.5)
        tasks[1].cancel()  # waits
        tasks[0].cancel()  # is being answered
        await asyncio.sleep(0)
        tasks[2].cancel()  # was just given its turn
        results = await asyncio.gather(*tasks, return_exceptions=True)
        assert [getattr(result, "__class__", None) for result in results[:3]] == [asyncio.CancelledError] * 3
        assert results[3] == 200
        assert site.most_at_once == 1


async def test_a_client_that_goes_away_is_not_answered() -> None:
    ended: list[str] = []

    async def work(_request: Request) -> str:
        try:
            await asyncio.sleep(10)
        except asyncio.CancelledError:
            ended.append("cancelled")
            raise
        return "done"

    async with Site("api.test") as site, open_session(timeout=ClientTimeout(total=1)) as session:
        site.route("/", handler=work)
        assert await raised_by(status_of(session, "/")) == "TimeoutError"
        await asyncio.sleep(0.1)
        assert ended == ["cancelled"]


async def test_the_rate_limit_answers_429_and_when_to_come_back() -> None:
    async with Site("api.test") as site, open_session() as session:
        site.route("/", body="x")
        site.rate_limit(2, per=10)
        assert [await status_of(session, "/") for _ in range(3)] == [200, 200, 429]
        await asyncio.sleep(4)
        async with session.get("/") as response:
            assert (response.status, response.headers["Retry-After"]) == (429, "6")
        await asyncio.sleep(6)
        assert [await status_of(session, "/") for _ in range(3)] == [200, 200, 429]


async def test_a_connection_is_used_again_only_when_its_answer_was_read() -> None:
    async with Site("api.test") as site, open_session() as session:
        site.route("/", body=b"x" * 200_000)
        for _ in range(3):
            await status_of(session, "/")
        assert site.connections == 1
        async with session.get("/"):
            pass
        await status_of(session, "/")
        assert site.connections == 2


async def test_a_header_cannot_be_broken_into_two() -> None:
    async with Site("api.test"), open_session() as session:
        assert await raised_by(status_of(session, "/", headers={"X": "a\r\nEvil: b"})) == "ValueError"
