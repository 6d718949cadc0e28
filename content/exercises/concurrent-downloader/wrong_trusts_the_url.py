"""Takes the last segment of the URL and decodes it afterwards, so %2F becomes a slash that leads out of the folder."""

import asyncio
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from urllib.parse import unquote, urlsplit

from simweb import ClientError, ClientSession

CHUNK = 64 * 1024


@dataclass(frozen=True)
class Download:
    url: str
    path: Path | None = None
    size: int = 0
    error: str = ""


def safe_name(position: int, url: str) -> str:
    name = unquote(urlsplit(url).path.rpartition("/")[2])
    return f"{position:03}-{name or 'file'}"


async def download_all(session: ClientSession, urls: Sequence[str], folder: Path, *, limit: int = 5) -> list[Download]:
    if limit < 1:
        raise ValueError(f"limit must be at least 1, got {limit}")
    turns = asyncio.Semaphore(limit)

    async def attempt(position: int, url: str) -> Download:
        try:
            async with turns:
                target = folder / safe_name(position, url)
                return Download(url, target, await download(session, url, target))
        except (ClientError, TimeoutError, ValueError) as error:
            return Download(url, error=f"{type(error).__name__}: {error}")

    async with asyncio.TaskGroup() as group:
        tasks = [group.create_task(attempt(position, url)) for position, url in enumerate(urls, 1)]
    return [task.result() for task in tasks]


async def download(session: ClientSession, url: str, target: Path) -> int:
    target.parent.mkdir(parents=True, exist_ok=True)
    partial = target.with_name(f"{target.name}.part")
    try:
        async with session.get(url) as response:
            response.raise_for_status()
            with partial.open("wb") as file:
                async for chunk in response.content.iter_chunked(CHUNK):
                    await asyncio.to_thread(file.write, chunk)
                size = file.tell()
        partial.replace(target)
    finally:
        partial.unlink(missing_ok=True)  # whatever went wrong, cancellation included
    return size
