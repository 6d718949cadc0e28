"""Creates a semaphore for each visit, so that none ever waits."""

import asyncio
import tempfile
from pathlib import Path
from urllib.parse import urldefrag, urljoin, urlsplit
from urllib.robotparser import RobotFileParser

from aiohttp import ClientError, ClientResponse, ClientSession, ClientTimeout
from html_page import parse_html
from misbehaving_site import Site
from sqlalchemy import select
from sqlalchemy.ext.asyncio import AsyncSession, async_sessionmaker, create_async_engine
from sqlalchemy.orm import DeclarativeBase, Mapped, mapped_column

USER_AGENT = "study-crawler"
ATTEMPTS = 3
"""For a page whose server fails."""
MAX_REDIRECTS = 5
"""In a row."""
CHUNK = 16 * 1024


class Base(DeclarativeBase):
    pass


class Page(Base):
    """What became of one URL."""

    __tablename__ = "pages"

    url: Mapped[str] = mapped_column(primary_key=True)
    status: Mapped[int | None]
    """Of the last answer; None where there was none."""
    title: Mapped[str | None]
    error: Mapped[str | None]


class TooLargeError(Exception):
    """A body goes on after the bytes that are allowed."""


class Crawler:
    """Visits the pages of one site, each in a task of its own."""

    def __init__(
        self, client: ClientSession, sessions: async_sessionmaker[AsyncSession], *, limit: int, max_bytes: int
    ) -> None:
        self._client = client
        self._sessions = sessions
        self._limit = limit
        self._max_bytes = max_bytes
        self._robots = RobotFileParser()
        self._seen: set[str] = set()
        self._origin = ("", "")

    async def run(self, start: str) -> None:
        self._origin = origin_of(start)
        await self._read_robots(urljoin(start, "/robots.txt"))
        async with asyncio.TaskGroup() as self._group:
            self._enter(start)

    def _enter(self, url: str, redirects: int = 0) -> None:
        """Have a page visited, once. There is no await between the question and the entry."""
        url = urldefrag(url).url
        if url in self._seen or origin_of(url) != self._origin or not self._robots.can_fetch(USER_AGENT, url):
            return
        self._seen.add(url)
        self._group.create_task(self._visit(url, redirects))

    async def _visit(self, url: str, redirects: int) -> None:
        async with asyncio.Semaphore(self._limit):
            page, links = await self._load(url)
        is_redirect = page.status is not None and 300 <= page.status < 400
        if is_redirect and redirects >= MAX_REDIRECTS:
            page.error = "too many redirects"
            links = []
        await self._store(page)
        for link in links:
            self._enter(link, redirects + 1 if is_redirect else 0)

    async def _load(self, url: str) -> tuple[Page, list[str]]:
        for attempt in range(1, ATTEMPTS + 1):
            page = Page(url=url, status=None, title=None, error=None)
            links: list[str] = []
            try:
                async with self._client.get(url, allow_redirects=False) as response:
                    page.status = response.status
                    if response.status < 400:
                        page.title, links = await self._read(response)
                        return page, links
                    page.error = f"status {response.status}"
                    if response.status < 500:
                        return page, links
            except TooLargeError:
                page.error = "too large"
                return page, links
            except TimeoutError:
                page.error = "timeout"
                return page, links
            except ClientError:
                page.error = "connection"
        return page, links

    async def _read(self, response: ClientResponse) -> tuple[str | None, list[str]]:
        url = str(response.url)
        if 300 <= response.status < 400:
            target = response.headers.get("Location")
            return None, [] if target is None else [urljoin(url, target)]
        if response.content_type != "text/html":
            return None, []
        found = parse_html(decode(await self._read_body(response), response.charset))
        return found.title, [urljoin(url, link) for link in found.links]

    async def _read_body(self, response: ClientResponse) -> bytes:
        body = bytearray()
        async for chunk in response.content.iter_chunked(CHUNK):
            body += chunk
            if len(body) > self._max_bytes:
                raise TooLargeError
        return bytes(body)

    async def _read_robots(self, url: str) -> None:
        """Without rules everything is allowed."""
        rules: list[str] = []
        try:
            async with self._client.get(url, timeout=ClientTimeout(total=30)) as response:
                if response.status == 200:
                    rules = (await response.text(errors="replace")).splitlines()
        except (ClientError, TimeoutError):
            pass
        self._robots.parse(rules)

    async def _store(self, page: Page) -> None:
        """In a session of its own: a session belongs to one task."""
        async with self._sessions.begin() as session:
            await session.merge(page)


def origin_of(url: str) -> tuple[str, str]:
    """Scheme and host with port."""
    parts = urlsplit(url)
    return parts.scheme, parts.netloc


def decode(body: bytes, charset: str | None) -> str:
    """As the page says, and without regard to it where that is wrong."""
    try:
        return body.decode(charset or "utf-8", errors="replace")
    except LookupError:
        return body.decode("utf-8", errors="replace")


async def crawl(start: str, database: str, *, limit: int = 5, timeout: float = 10, max_bytes: int = 1_000_000) -> None:
    """Visit every page that `start` leads to on its site, and keep what was found in the table `pages` of `database`.

    `limit`: requests at once. `timeout`: seconds for a request. `max_bytes`: of a body.
    """
    engine = create_async_engine(database)
    try:
        async with engine.begin() as connection:
            await connection.run_sync(Base.metadata.create_all)
        sessions = async_sessionmaker(engine)
        async with ClientSession(
            timeout=ClientTimeout(total=timeout), headers={"User-Agent": USER_AGENT}
        ) as client:
            await Crawler(client, sessions, limit=limit, max_bytes=max_bytes).run(start)
    finally:
        await engine.dispose()


async def main() -> None:
    with tempfile.TemporaryDirectory() as folder:
        database = f"sqlite+aiosqlite:///{Path(folder) / 'pages.db'}"
        async with Site() as site:
            await crawl(site.url("/"), database)
        engine = create_async_engine(database)
        async with engine.connect() as connection:
            for row in await connection.execute(select(Page.url, Page.status, Page.title, Page.error)):
                print(*row)
        await engine.dispose()


if __name__ == "__main__":
    asyncio.run(main())
