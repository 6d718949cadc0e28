"""A small web site that misbehaves on purpose, and remembers what it was asked for."""

import asyncio
import contextlib
from collections import Counter
from types import TracebackType

from aiohttp import web

ENDLESS = 1_000_000
"""Bytes after which the endless page ends after all, so that a crawler that reads on comes back."""
HELD = 12
"""Pages that /many leads to."""


def page(title: str, *links: str) -> str:
    anchors = "".join(f'<a href="{link}">{link}</a>\n' for link in links)
    return f"<!doctype html><html><head><title>{title}</title></head><body>{anchors}</body></html>"


ROBOTS = "User-agent: *\nDisallow: /private/\n"
PAGES = {
    "/": page("Home", "/about", "/about#team", "news?page=1", "/", "mailto:ada@example.org", "/logo.png"),
    "/about": page("About us", "/", "/news?page=1#top", "../about"),
    "/news": page("News", "/about"),
    "/robots-test": page("For robots", "/private/plans", "/about"),
    "/private/plans": page("Plans"),
    "/many": page("Many", *(f"/held/{number}" for number in range(HELD))),
    "/troubles": page("Troubles", "/missing", "/flaky", "/broken", "/cut-off", "/about"),
    "/moves": page("Moves", "/old-about", "/about", "/round-a", "/maze?step=1", "/leaves"),
    "/texts": page("Texts", "/latin", "/klingon", "/endless"),
}


class Site:
    """Listens on a free port of this machine while its block lasts: `async with Site() as site:`."""

    def __init__(self, *, expected: int = 3) -> None:
        """`expected`: the pages that /many leads to answer when so many were asked for at once."""
        self.hits: Counter[str] = Counter()
        """How often each path was asked for, with its query."""
        self.most_at_once = 0
        """The most requests that were open at one moment."""
        self.origin = ""
        self.elsewhere = ""
        """Origin of another site, to which some links of this one lead."""
        self.hits_elsewhere: Counter[str] = Counter()
        self._expected = expected
        self._open = 0
        self._full = asyncio.Event()
        self._runners: list[web.AppRunner] = []

    def url(self, path: str) -> str:
        return self.origin + path

    async def __aenter__(self) -> "Site":
        self.elsewhere = await self._listen(self._answer_elsewhere)
        self.origin = await self._listen(self._answer)
        return self

    async def __aexit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        for runner in self._runners:
            await runner.cleanup()

    async def _listen(self, handler: object) -> str:
        app = web.Application()
        app.router.add_route("*", "/{path:.*}", handler)  # type: ignore[arg-type]
        # Pages that never answer are given up at once when the site closes.
        runner = web.AppRunner(app, shutdown_timeout=0, handler_cancellation=True)
        await runner.setup()
        self._runners.append(runner)
        site = web.TCPSite(runner, "127.0.0.1", 0)
        await site.start()
        host, port = runner.addresses[0][:2]
        return f"http://{host}:{port}"

    async def _answer_elsewhere(self, request: web.Request) -> web.StreamResponse:
        self.hits_elsewhere[request.path] += 1
        return html(page("Elsewhere"))

    async def _answer(self, request: web.Request) -> web.StreamResponse:
        self.hits[request.path_qs] += 1
        if request.path == "/robots.txt":
            return web.Response(text=ROBOTS)
        self._open += 1
        self.most_at_once = max(self.most_at_once, self._open)
        try:
            return await self._serve(request)
        finally:
            self._open -= 1

    async def _serve(self, request: web.Request) -> web.StreamResponse:
        match request.path.split("/")[1:]:
            case ["held", number]:
                return await self._hold(number)
            case ["flaky"] if self.hits["/flaky"] == 1:
                return web.Response(status=500, text=page("Oops"), content_type="text/html")
            case ["flaky"]:
                return html(page("Works the second time", "/about"))
            case ["broken"]:
                return web.Response(status=503, text=page("Down"), content_type="text/html")
            case ["cut-off"]:
                return await cut_off(request)
            case ["slow"]:
                await asyncio.Event().wait()
            case ["drip"]:
                return await drip(request)
            case ["endless"]:
                return await go_on(request)
            case ["old-about"]:
                return move("/about")
            case ["round-a"]:
                return move("/round-b")
            case ["round-b"]:
                return move("/round-a")
            case ["maze"]:
                return move(f"/maze?step={int(request.query['step']) + 1}")
            case ["leaves"]:
                return move(f"{self.elsewhere}/trap")
            case ["latin"]:
                return raw("text/html; charset=utf-8", page("Café").encode("latin-1"))
            case ["klingon"]:
                return raw("text/html; charset=klingon", page("Qapla’", "/about").encode())
            case ["logo.png"]:
                return raw("image/png", b'\x89PNG<a href="/hidden">not a link</a>')
            case ["outside"]:
                return html(page("Outside", f"{self.elsewhere}/trap", "https://example.invalid/", "/about"))
        text = PAGES.get(request.path)
        return html(text) if text else web.Response(status=404, text=page("Not found"), content_type="text/html")

    async def _hold(self, number: str) -> web.Response:
        """Answers when as many requests are open as expected; a crawler that asks for fewer waits two seconds once."""
        if self._open >= self._expected:
            self._full.set()
        with contextlib.suppress(TimeoutError):
            async with asyncio.timeout(2):
                await self._full.wait()
        self._full.set()
        # Time for one request too many to arrive.
        await asyncio.sleep(0.05)
        return html(page(f"Held {number}"))


def html(text: str) -> web.Response:
    return web.Response(text=text, content_type="text/html")


def raw(content_type: str, body: bytes) -> web.Response:
    return web.Response(body=body, headers={"Content-Type": content_type})


def move(target: str) -> web.Response:
    return web.Response(status=302, headers={"Location": target})


async def start_html(request: web.Request, **headers: str) -> web.StreamResponse:
    response = web.StreamResponse(headers={"Content-Type": "text/html; charset=utf-8", **headers})
    await response.prepare(request)
    return response


async def cut_off(request: web.Request) -> web.StreamResponse:
    """Promises more than it sends, and hangs up."""
    response = await start_html(request, **{"Content-Length": "5000"})
    await response.write(page("Cut off").encode())
    if request.transport is not None:
        request.transport.close()
    return response


async def drip(request: web.Request) -> web.StreamResponse:
    """Answers at once and then sends a little at a time: no single read is slow."""
    response = await start_html(request)
    with contextlib.suppress(ConnectionError):
        for _ in range(30):
            await response.write(b"<!-- . -->")
            await asyncio.sleep(0.1)
        await response.write(page("Drip").encode())
    return response


async def go_on(request: web.Request) -> web.StreamResponse:
    """A page that never ends, and does not say how long it is."""
    response = await start_html(request)
    filler = b"<p>more</p>" * 1000
    with contextlib.suppress(ConnectionError):
        await response.write(page("Endless").encode())
        for _ in range(ENDLESS // len(filler)):
            await response.write(filler)
    return response
