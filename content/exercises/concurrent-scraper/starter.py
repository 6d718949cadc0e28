"""Crawls one site and keeps a row for each of its pages."""

import asyncio
import tempfile
from pathlib import Path

from html_page import parse_html  # noqa: F401
from misbehaving_site import Site
from sqlalchemy import select
from sqlalchemy.ext.asyncio import create_async_engine
from sqlalchemy.orm import DeclarativeBase, Mapped, mapped_column

USER_AGENT = "study-crawler"


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


async def crawl(start: str, database: str, *, limit: int = 5, timeout: float = 10, max_bytes: int = 1_000_000) -> None:
    """Visit every page that `start` leads to on its site, and keep what was found in the table `pages` of `database`.

    `limit`: requests at once. `timeout`: seconds for a request. `max_bytes`: of a body.
    """
    engine = create_async_engine(database)
    async with engine.begin() as connection:
        await connection.run_sync(Base.metadata.create_all)
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
