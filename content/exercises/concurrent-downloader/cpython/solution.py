import asyncio
import re
import tempfile
import time
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from urllib.parse import unquote, urlsplit

import aiofiles
from aiohttp import ClientError, ClientSession

CHUNK = 64 * 1024
"""Bytes of one file that are in memory at a time."""
MAX_NAME = 100
"""Characters of a name that come from its URL."""


@dataclass(frozen=True)
class Download:
    """What became of one URL: the file at `path`, of `size` bytes; or no path, and an `error` in words."""

    url: str
    path: Path | None = None
    size: int = 0
    error: str = ""


def safe_name(position: int, url: str) -> str:
    """A file name for the URL at this position in the list (from 1), which no two positions share."""
    segment = unquote(urlsplit(url).path.rpartition("/")[2])
    name = re.sub(r"[^A-Za-z0-9._-]", "_", segment).strip(".")[-MAX_NAME:]
    return f"{position:03}-{name or 'file'}"


async def download_all(session: ClientSession, urls: Sequence[str], folder: Path, *, limit: int = 5) -> list[Download]:
    """Download every URL into the folder, at most `limit` at once. The results are in the order of the URLs."""
    if limit < 1:
        raise ValueError(f"limit must be at least 1, got {limit}")
    turns = asyncio.Semaphore(limit)

    async def attempt(position: int, url: str) -> Download:
        try:
            async with turns:
                target = folder / safe_name(position, url)
                return Download(url, target, await download(session, url, target))
        except (ClientError, TimeoutError, ValueError) as error:  # ValueError: not even a URL
            return Download(url, error=f"{type(error).__name__}: {error}")

    async with asyncio.TaskGroup() as group:
        tasks = [group.create_task(attempt(position, url)) for position, url in enumerate(urls, 1)]
    return [task.result() for task in tasks]


async def download(session: ClientSession, url: str, target: Path) -> int:
    """Write what the URL answers to `target`, which is there entire or not at all. Returns its size."""
    partial = target.with_name(f"{target.name}.part")
    try:
        async with session.get(url) as response:
            response.raise_for_status()
            async with aiofiles.open(partial, "wb") as file:
                async for chunk in response.content.iter_chunked(CHUNK):
                    await file.write(chunk)
                size = await file.tell()
        partial.replace(target)
    finally:
        partial.unlink(missing_ok=True)  # whatever went wrong, cancellation included
    return size


async def main() -> None:
    urls = [
        "https://www.python.org/static/img/python-logo.png",
        "https://docs.python.org/3/_static/py.svg",
        "https://docs.python.org/3/_static/missing.svg",
    ]
    start = time.perf_counter()
    with tempfile.TemporaryDirectory() as folder:
        async with ClientSession() as session:
            for result in await download_all(session, urls, Path(folder)):
                print(f"{result.path.name}, {result.size} bytes" if result.path else f"{result.url}: {result.error}")
    print(f"{time.perf_counter() - start:.1f} s")


if __name__ == "__main__":
    asyncio.run(main())
