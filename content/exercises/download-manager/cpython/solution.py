"""Downloads several files at once and says every half second how far they are.

With aiohttp: `python solution.py FOLDER URL …`.
"""

import asyncio
import re
import sys
from collections.abc import Callable, Iterable
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Literal
from urllib.parse import unquote, urlsplit

from aiohttp import ClientError, ClientSession, ClientTimeout

CHUNK = 64 * 1024


@dataclass(frozen=True)
class Progress:
    """How far one download is. `speed` is in kB/s (1 kB = 1000 bytes) since the last report."""

    url: str
    state: Literal["waiting", "running", "done", "failed"] = "waiting"
    received: int = 0
    total: int | None = None
    speed: float = 0.0

    @property
    def percent(self) -> float | None:
        """None as long as nobody knows."""
        if self.state == "done":
            return 100.0
        return 100 * self.received / self.total if self.total else None

    def __str__(self) -> str:
        percent = "  ? %" if self.percent is None else f"{self.percent:3.0f} %"
        return f"{self.state:8} {percent} {self.speed:8.1f} kB/s  {self.url}"


Events = asyncio.Queue[Progress | None]
Report = Callable[[list[Progress]], None]


def file_name(url: str) -> str:
    """The name under which to keep the file; ValueError if the URL has none that is safe."""
    name = unquote(urlsplit(url).path.rpartition("/")[2])
    if not re.fullmatch(r"[\w-][\w. -]*", name):
        raise ValueError(f"{url} has no safe file name")
    return name


def choose_targets(urls: Iterable[str], folder: Path) -> dict[str, Path | ValueError]:
    targets: dict[str, Path | ValueError] = {}
    for url in urls:
        try:
            target = folder / file_name(url)
            if target in targets.values():
                raise ValueError(f"{url} has the file name of another download")
        except ValueError as error:
            targets[url] = error
        else:
            targets[url] = target
    return targets


async def download(session: ClientSession, url: str, target: Path, events: Events) -> None:
    """Writes to `target` once everything is there; until then to a file beside it."""
    part = target.with_name(f"{target.name}.part")
    try:
        async with session.get(url) as response:
            response.raise_for_status()
            progress = Progress(url, "running", 0, response.content_length)
            events.put_nowait(progress)
            with part.open("wb") as file:
                async for chunk in response.content.iter_chunked(CHUNK):
                    await asyncio.to_thread(file.write, chunk)
                    progress = replace(progress, received=progress.received + len(chunk))
                    events.put_nowait(progress)
        part.replace(target)
        events.put_nowait(replace(progress, state="done"))
    finally:
        part.unlink(missing_ok=True)


async def show(events: Events, urls: Iterable[str], report: Report, interval: float) -> None:
    """Reports at fixed times until None comes, and then once more."""
    loop = asyncio.get_running_loop()
    latest = {url: Progress(url) for url in urls}
    reported = dict.fromkeys(latest, 0)
    last = loop.time()

    def tell() -> None:
        nonlocal last
        now = loop.time()
        elapsed, last = now - last, now
        for url, progress in latest.items():
            speed = (progress.received - reported[url]) / elapsed / 1000 if elapsed else 0.0
            reported[url] = progress.received
            latest[url] = replace(progress, speed=speed)
        report(list(latest.values()))

    due = last + interval
    while True:
        try:
            async with asyncio.timeout_at(due):
                while (progress := await events.get()) is not None:
                    latest[progress.url] = progress
                break
        except TimeoutError:
            tell()
            due += interval
    tell()


async def download_all(
    session: ClientSession,
    urls: Iterable[str],
    folder: Path,
    report: Report,
    *,
    interval: float = 0.5,
    limit: int = 3,
) -> dict[str, Path | Exception]:
    """Where each file is, or why it is not there."""
    targets = choose_targets(dict.fromkeys(urls), folder)
    events: Events = asyncio.Queue()
    gate = asyncio.Semaphore(limit)

    async def attempt(url: str, target: Path | ValueError) -> Path | Exception:
        outcome: Path | Exception = target
        if isinstance(target, Path):
            try:
                async with gate:
                    await download(session, url, target, events)
            except (ClientError, OSError) as error:
                outcome = error
        if isinstance(outcome, Exception):
            events.put_nowait(Progress(url, "failed"))
        return outcome

    async with asyncio.TaskGroup() as group:
        group.create_task(show(events, targets, report, interval))
        async with asyncio.TaskGroup() as downloads:
            tasks = {url: downloads.create_task(attempt(url, target)) for url, target in targets.items()}
        events.put_nowait(None)
    return {url: task.result() for url, task in tasks.items()}


async def main(folder: Path, urls: list[str]) -> None:
    # No limit for the whole file, but for silence. "identity": with gzip the length would be that of the compressed bytes.
    limits = ClientTimeout(total=None, sock_connect=10, sock_read=30)
    async with ClientSession(timeout=limits, headers={"Accept-Encoding": "identity"}) as session:
        results = await download_all(session, urls, folder, lambda lines: print(*lines, "", sep="\n"))
    for url, result in results.items():
        print(url, "->", result if isinstance(result, Path) else repr(result))


if __name__ == "__main__":
    asyncio.run(main(Path(sys.argv[1]), sys.argv[2:]))
