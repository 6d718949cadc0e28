import asyncio
import tempfile
import time
from collections.abc import AsyncIterator, Iterator
from contextlib import asynccontextmanager, contextmanager
from pathlib import Path

from simweb import ClientSession, Request, Site

from solution import Progress, download_all, file_name

HOST = "http://files.test/"


def content(size: int) -> bytes:
    return bytes(range(250)) * (size // 250)


@contextmanager
def temporary_folder() -> Iterator[Path]:
    with tempfile.TemporaryDirectory() as name:
        yield Path(name)


@asynccontextmanager
async def site_with(**sizes: int) -> AsyncIterator[Site]:
    """A site with a file `<name>.bin` of each size, sent at 20 kB/s: 1000 bytes every 50 ms."""
    async with Site("files.test") as site:
        for name, size in sizes.items():
            site.route(f"/{name}.bin", body=content(size), chunk=1000, chunk_delay=0.05)
        yield site


class Reports:
    """What was reported, and when (in seconds since this was made, to a tenth)."""

    def __init__(self) -> None:
        self.started = time.perf_counter()
        self.all: list[tuple[float, list[Progress]]] = []

    def __call__(self, lines: list[Progress]) -> None:
        self.all.append((round(time.perf_counter() - self.started, 1), list(lines)))

    def times(self) -> list[float]:
        return [at for at, _ in self.all]

    def of(self, name: str) -> list[Progress]:
        """The reports of one file, in order."""
        return [line for _, lines in self.all for line in lines if line.url == HOST + name]


def test_1_safe_names() -> None:
    """Takes the last part of the path, decoded, without query and fragment"""
    assert file_name("http://files.test/photo.jpg") == "photo.jpg"
    assert file_name("http://files.test/a/b/My%20Film-2.mp4?size=big/small#t=3") == "My Film-2.mp4"
    assert file_name("https://files.test/caf%C3%A9_1.txt") == "café_1.txt"


def test_1_unsafe_names() -> None:
    """Refuses names that are empty, hidden, or lead to another folder"""
    escapes = ("..%2F..%2Fetc%2Fpasswd", "%2Fetc%2Fpasswd", "a%5Cb.txt", "C:x.txt", "..", "%2e%2e")
    for path in (*escapes, ".bashrc", "a%00.txt", "", "folder/"):
        try:
            name = file_name(HOST + path)
        except ValueError:
            continue
        raise AssertionError(f"for {HOST + path} the file name is {name!r}")


async def test_2_files_arrive() -> None:
    """All files arrive as they are, and appear under their names only when they are complete"""
    seen: list[tuple[float, set[str]]] = []
    with temporary_folder() as folder:

        def look(lines: list[Progress]) -> None:
            seen.append((round(time.perf_counter() - started, 1), {path.name for path in folder.glob("*.bin")}))

        async with site_with(small=5_000, big=25_000), ClientSession() as session:
            started = time.perf_counter()
            results = await download_all(session, [HOST + "big.bin", HOST + "small.bin"], folder, look)
            took = time.perf_counter() - started
        assert results == {HOST + "big.bin": folder / "big.bin", HOST + "small.bin": folder / "small.bin"}
        assert (folder / "big.bin").read_bytes() == content(25_000)
        assert (folder / "small.bin").read_bytes() == content(5_000)
        assert sorted(path.name for path in folder.iterdir()) == ["big.bin", "small.bin"]
        assert abs(took - 1.2) < 0.05, f"the larger file needs 1.20 s, both together took {took:.2f} s"
    assert seen[:2] == [(0.5, {"small.bin"}), (1.0, {"small.bin"})]


async def test_2_three_at_a_time() -> None:
    """Never more than three downloads at once; the others are reported as waiting; a repeated URL is loaded once"""
    reports = Reports()
    names = [f"{letter}.bin" for letter in "abcde"]
    with temporary_folder() as folder:
        async with site_with(a=15_000, b=15_000, c=15_000, d=15_000, e=15_000) as site, ClientSession() as session:
            await download_all(session, [HOST + name for name in (*names, "a.bin")], folder, reports)
    assert site.most_at_once == 3
    assert len(site.requests) == 5
    states = [line.state for line in reports.all[0][1]]
    assert states == ["running", "running", "running", "waiting", "waiting"]


async def test_3_progress_every_half_second() -> None:
    """Reports percentage and kB/s at 0.5 s, 1.0 s … and once more at the end, in the order of the URLs"""
    reports = Reports()
    with temporary_folder() as folder:
        async with site_with(big=30_000, small=10_000), ClientSession() as session:
            await download_all(session, [HOST + "big.bin", HOST + "small.bin"], folder, reports)
    assert reports.times() == [0.5, 1.0, 1.5]
    assert [[line.url for line in lines] for _, lines in reports.all] == [[HOST + "big.bin", HOST + "small.bin"]] * 3
    big = reports.of("big.bin")
    assert [line.state for line in big] == ["running", "running", "done"]
    assert [line.received for line in big] == [10_000, 20_000, 30_000]
    assert [round(line.percent or 0) for line in big] == [33, 67, 100]
    assert abs(big[1].speed - 20) < 1, f"at 20 kB/s the report says {big[1].speed:.1f} kB/s"
    assert [line.total for line in big] == [30_000] * 3
    small = reports.of("small.bin")
    assert [line.state for line in small] == ["done", "done", "done"]
    assert small[1].speed == 0, f"finished half a second ago, and still {small[1].speed:.1f} kB/s"


async def test_3_unknown_and_empty() -> None:
    """Without a Content-Length there is no percentage until the file is done; an empty file is done with 100 %"""

    async def stream(request: Request) -> AsyncIterator[bytes]:
        async def pieces() -> AsyncIterator[bytes]:
            for _ in range(15):
                yield content(1000)
                await asyncio.sleep(0.05)

        return pieces()

    reports = Reports()
    with temporary_folder() as folder:
        async with Site("files.test") as site, ClientSession() as session:
            site.route("/stream.bin", handler=stream)
            site.route("/empty.bin", body=b"")
            await download_all(session, [HOST + "stream.bin", HOST + "empty.bin"], folder, reports)
        assert (folder / "stream.bin").read_bytes() == content(15_000)
        assert (folder / "empty.bin").read_bytes() == b""
    assert [(line.state, line.percent) for line in reports.of("stream.bin")] == [("running", None), ("done", 100.0)]
    assert [(line.state, line.percent) for line in reports.of("empty.bin")] == [("done", 100.0), ("done", 100.0)]


async def test_4_failures() -> None:
    """A bad status, a torn connection, an unknown host, an unsafe or repeated name fail alone and leave nothing behind"""
    reports = Reports()
    other = "http://nowhere.test/x.bin"
    urls = [HOST + name for name in ("missing.bin", "torn.bin", "..", "good.bin", "copy/good.bin")] + [other]
    with temporary_folder() as folder:
        async with site_with(good=15_000) as site, ClientSession() as session:
            site.route("/torn.bin", body=content(10_000), fail="reset")
            site.route("/copy/good.bin", body=b"another file of this name")
            results = await download_all(session, urls, folder, reports)
        left = sorted(path.name for path in folder.iterdir())
        assert left == ["good.bin"]
        assert (folder / "good.bin").read_bytes() == content(15_000)
    assert list(results) == urls
    kinds = {
        url: [kind.__name__ for kind in type(result).__mro__] if isinstance(result, Exception) else ["a path"]
        for url, result in results.items()
    }
    assert "ClientResponseError" in kinds[HOST + "missing.bin"]
    assert "ClientPayloadError" in kinds[HOST + "torn.bin"]
    assert "ClientConnectionError" in kinds[other]
    assert "ValueError" in kinds[HOST + ".."]
    assert "ValueError" in kinds[HOST + "copy/good.bin"]
    assert kinds[HOST + "good.bin"] == ["a path"]
    states = [line.state for line in reports.all[-1][1]]
    assert states == ["failed", "failed", "failed", "done", "failed", "failed"]


async def test_5_cancelled() -> None:
    """Cancelled, it ends requests and reports at once, keeps what is complete and removes what is not"""
    reports = Reports()
    with temporary_folder() as folder:
        async with site_with(small=10_000, big=60_000, bigger=90_000), ClientSession() as session:
            urls = [HOST + name for name in ("small.bin", "big.bin", "bigger.bin", "..")]
            task = asyncio.create_task(download_all(session, urls, folder, reports))
            await asyncio.sleep(1.2)
            cancelled = time.perf_counter()
            task.cancel()
            await asyncio.wait({task})
            took = time.perf_counter() - cancelled
            assert task.cancelled(), f"download_all was cancelled and ended otherwise: {task}"
            assert took < 0.05, f"stopping took {took:.2f} s"
            left = sorted(path.name for path in folder.iterdir())
            assert left == ["small.bin"]
            await asyncio.sleep(5)
            left = sorted(path.name for path in folder.iterdir())
            assert left == ["small.bin"], "a download went on after the cancellation"
    assert reports.times() == [0.5, 1.0]


async def test_5_a_bug_in_report() -> None:
    """An error in report comes out and stops the downloads like a cancellation"""

    def broken(lines: list[Progress]) -> None:
        raise ZeroDivisionError("a bug in report")

    caught: list[Exception] = []
    with temporary_folder() as folder:
        async with site_with(big=60_000), ClientSession() as session:
            started = time.perf_counter()
            try:
                await download_all(session, [HOST + "big.bin"], folder, broken)
            except* ZeroDivisionError as group:
                caught.extend(group.exceptions)
            took = time.perf_counter() - started
        assert caught, "the bug in report was swallowed"
        assert list(folder.iterdir()) == []
    assert took < 0.55, f"the error at 0.50 s came out after {took:.2f} s"
