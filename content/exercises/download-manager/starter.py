import asyncio
import tempfile
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from pathlib import Path
from typing import Literal

from simweb import ClientSession, Site

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
        return 0.0

    def __str__(self) -> str:
        percent = "  ? %" if self.percent is None else f"{self.percent:3.0f} %"
        return f"{self.state:8} {percent} {self.speed:8.1f} kB/s  {self.url}"


Events = asyncio.Queue[Progress | None]
Report = Callable[[list[Progress]], None]


def file_name(url: str) -> str:
    """The name under which to keep the file; ValueError if the URL has none that is safe."""
    return url


async def download(session: ClientSession, url: str, target: Path, events: Events) -> None:
    """Downloads one file, and puts its progress into the queue."""


async def show(events: Events, urls: Iterable[str], report: Report, interval: float) -> None:
    """Reports at fixed times until None comes, and then once more."""


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
    return {}


async def main() -> None:
    async with Site("files.test") as site, ClientSession() as session:
        site.route("/photo.jpg", body=bytes(60_000), chunk=2_000, chunk_delay=0.05)
        site.route("/film.mp4", body=bytes(200_000), chunk=10_000, chunk_delay=0.05)
        site.route("/torn.zip", body=bytes(50_000), fail="reset")
        urls = [f"http://files.test/{name}" for name in ("photo.jpg", "film.mp4", "torn.zip", "missing.pdf")]
        with tempfile.TemporaryDirectory() as folder:
            results = await download_all(session, urls, Path(folder), lambda lines: print(*lines, "", sep="\n"))
    for url, result in results.items():
        print(url, "->", result.name if isinstance(result, Path) else repr(result))


if __name__ == "__main__":
    asyncio.run(main())
