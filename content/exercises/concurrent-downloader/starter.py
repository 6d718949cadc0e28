import asyncio
import tempfile
import time
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from simweb import ClientSession, Site

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
    return url.rpartition("/")[2]


async def download_all(session: ClientSession, urls: Sequence[str], folder: Path, *, limit: int = 5) -> list[Download]:
    """Download every URL into the folder, at most `limit` at once. The results are in the order of the URLs."""
    results = []
    for position, url in enumerate(urls, 1):
        target = folder / safe_name(position, url)
        results.append(Download(url, target, await download(session, url, target)))
    return results


async def download(session: ClientSession, url: str, target: Path) -> int:
    """Write what the URL answers to `target`, which is there entire or not at all. Returns its size."""
    async with session.get(url) as response:
        return target.write_bytes(await response.read())


async def main() -> None:
    async with Site("pictures.test") as site, ClientSession() as session:
        site.route("/cat.png", body=b"x" * 300_000, chunk=100_000, chunk_delay=0.2)
        site.route("/dog.png", body=b"x" * 500_000, chunk=100_000, chunk_delay=0.2)
        site.route("/bird.png", body=b"x" * 90_000, latency=0.3)
        site.route("/..%2F..%2Fcron.d%2Fjob", body=b"* * * * * root reboot")
        names = ["cat.png", "dog.png", "bird.png", "..%2F..%2Fcron.d%2Fjob", "missing.png"]
        start = time.perf_counter()
        with tempfile.TemporaryDirectory() as folder:
            for result in await download_all(session, [f"{site.url}/{name}" for name in names], Path(folder), limit=2):
                print(f"{result.path.name}, {result.size} bytes" if result.path else f"{result.url}: {result.error}")
            print("on disk:", *sorted(path.name for path in Path(folder).iterdir()))
        print(f"{time.perf_counter() - start:.1f} s, {site.most_at_once} at once")


if __name__ == "__main__":
    asyncio.run(main())
