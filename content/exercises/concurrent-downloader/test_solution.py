import asyncio
import tempfile
from collections.abc import AsyncIterator, Callable, Coroutine
from pathlib import Path
from typing import Any

from simweb import ClientSession, Site

from solution import download_all, safe_name

HOST = "pictures.test"
URL = f"http://{HOST}"
Test = Callable[[Site, ClientSession, Path], Coroutine[Any, Any, None]]


def with_site(test: Test) -> Callable[[], Coroutine[Any, Any, None]]:
    """Gives a test a site, a session and an empty folder."""

    async def run() -> None:
        with tempfile.TemporaryDirectory() as root:
            folder = Path(root) / "pictures"
            folder.mkdir()
            async with Site(HOST) as site, ClientSession() as session:
                await test(site, session, folder)

    run.__doc__ = test.__doc__
    return run


def names_in(folder: Path) -> list[str]:
    return sorted(path.name for path in folder.iterdir())


def bytes_in(folder: Path) -> int:
    return sum(path.stat().st_size for path in folder.iterdir())


@with_site
async def test_1_every_file_arrives(site: Site, session: ClientSession, folder: Path) -> None:
    """Each file has its content, and the results are in the order of the URLs"""
    bodies = {"slow.png": b"slow" * 50_000, "empty.png": b"", "quick.png": b"\x00\xff\r\n"}
    for name, body in bodies.items():
        site.route(f"/{name}", body=body, latency=1.0 if name == "slow.png" else 0.1)
    results = await download_all(session, [f"{URL}/{name}" for name in bodies], folder)
    assert [result.url for result in results] == [f"{URL}/{name}" for name in bodies]
    assert [result.error for result in results] == ["", "", ""]
    for result, (name, body) in zip(results, bodies.items(), strict=True):
        assert result.path is not None and result.path.parent == folder, f"{name}: {result.path} is not in the folder"
        assert result.path.read_bytes() == body, f"{name}: not the bytes that the server sent"
        assert result.size == len(body), f"{name}: {result.size} bytes reported, {len(body)} sent"


@with_site
async def test_1_never_more_than_the_limit_at_once(site: Site, session: ClientSession, folder: Path) -> None:
    """Twelve files with a limit of three: three at once, and never more"""
    site.route("/*", body=b"x" * 1000, chunk=500, chunk_delay=1.0)
    urls = [f"{URL}/{number}.png" for number in range(12)]
    start = asyncio.get_running_loop().time()
    results = await download_all(session, urls, folder, limit=3)
    took = asyncio.get_running_loop().time() - start
    assert len(results) == 12
    assert site.most_at_once == 3, f"limit 3, and {site.most_at_once} downloads at once"
    assert abs(took - 4) < 0.05, f"12 files of 1 s each, 3 at once, took {took:.2f} s instead of 4"


@with_site
async def test_1_the_edges(site: Site, session: ClientSession, folder: Path) -> None:
    """No URLs, no results; a limit below 1 raises ValueError"""
    assert await download_all(session, [], folder) == []
    for limit in (0, -1):
        try:
            async with asyncio.timeout(10):
                await download_all(session, [f"{URL}/a.png"], folder, limit=limit)
        except ValueError:
            continue
        except TimeoutError:
            raise AssertionError(f"limit={limit} waits for a turn that never comes") from None
        raise AssertionError(f"limit={limit} raised no ValueError")


def test_2_names_are_safe() -> None:
    """Names have a position, only harmless characters, and no way out of the folder"""
    cases = {
        f"{URL}/cat.png": "001-cat.png",
        f"{URL}/2024/summer/IMG_01-b.jpeg?size=big#top": "001-IMG_01-b.jpeg",
        f"{URL}/..%2F..%2Fetc%2Fpasswd": "001-_.._etc_passwd",
        f"{URL}/%2Fetc%2Fpasswd": "001-_etc_passwd",
        f"{URL}/C:%5CWindows%5Cwin.ini": "001-C__Windows_win.ini",
        f"{URL}/my%20cat.png": "001-my_cat.png",
        f"{URL}/ñandú.png": "001-_and_.png",
        f"{URL}/a%00.png": "001-a_.png",
        f"{URL}/.bashrc": "001-bashrc",
        f"{URL}/end.": "001-end",
        f"{URL}/..": "001-file",
        f"{URL}/": "001-file",
        URL: "001-file",
        f"{URL}/{'a' * 300}.png": f"001-{'a' * 96}.png",
    }
    for url, expected in cases.items():
        got = safe_name(1, url)
        assert got == expected, f"safe_name(1, {url!r}) is {got!r} instead of {expected!r}"
    got = safe_name(12, f"{URL}/cat.png")
    assert got == "012-cat.png", f"the twelfth is {got!r} instead of '012-cat.png'"


@with_site
async def test_2_nothing_is_written_outside(site: Site, session: ClientSession, folder: Path) -> None:
    """A hostile URL writes nothing outside the folder, and equal names do not overwrite each other"""
    site.route("/a/cat.png", body=b"first")
    site.route("/b/cat.png", body=b"second")
    site.route("/*", body=b"malware")
    hostile = ["..%2Fescaped.txt", "..%2F..%2F..%2Fescaped.txt", "%2Ftmp%2Fescaped-from-downloader.txt"]
    urls = [f"{URL}/{path}" for path in ("a/cat.png", "b/cat.png", *hostile)]
    outside = Path("/tmp/escaped-from-downloader.txt")
    try:
        results = await download_all(session, urls, folder)
        assert names_in(folder.parent) == ["pictures"], "beside the folder something was written"
        assert not outside.exists(), f"{outside} was written"
    finally:
        outside.unlink(missing_ok=True)
    assert len(names_in(folder)) == 5, f"five URLs, and these files: {names_in(folder)}"
    contents = [result.path.read_bytes() for result in results if result.path]
    assert contents == [b"first", b"second", b"malware", b"malware", b"malware"]


@with_site
async def test_3_what_has_arrived_is_on_disk(site: Site, session: ClientSession, folder: Path) -> None:
    """While a file arrives its bytes are on disk, in a file that ends in .part"""

    async def film() -> AsyncIterator[bytes]:
        for _ in range(10):
            yield b"x" * 100_000
            await asyncio.sleep(1)

    site.route("/film.mp4", body=film())
    task = asyncio.create_task(download_all(session, [f"{URL}/film.mp4"], folder))
    await asyncio.sleep(5.5)
    on_disk, names = bytes_in(folder), names_in(folder)
    [result] = await task
    assert on_disk >= 400_000, f"600,000 bytes had arrived, and {on_disk} of them were on disk"
    assert [name for name in names if not name.endswith(".part")] == [], "half a file already had its final name"
    assert (result.size, names_in(folder)) == (1_000_000, ["001-film.mp4"])


@with_site
async def test_4_failures_are_reported_beside_the_rest(site: Site, session: ClientSession, folder: Path) -> None:
    """Missing, refused, broken off, unknown, never answered, or no URL: reported, without a file, and the rest arrives"""
    site.route("/first.png", body=b"first")
    site.route("/missing.png", status=404)
    site.route("/broken.png", status=500)
    site.route("/torn.png", body=b"x" * 100_000, fail="reset")
    site.route("/silent.png", fail="blackhole")
    site.route("/last.png", body=b"last", latency=2.0)
    names = ["first.png", "missing.png", "broken.png", "torn.png", "silent.png", "last.png"]
    urls = [f"{URL}/{name}" for name in names]
    others = [f"http://{HOST}:81/refused.png", "http://nowhere.test/a.png", "cat.png", "http://[half"]
    results = await download_all(session, [*urls, *others], folder)
    arrived = [result.path.name for result in results if result.path]
    assert arrived == ["001-first.png", "006-last.png"]
    assert names_in(folder) == arrived, "the folder should hold what arrived, and nothing else"
    failed = [result for result in results if not result.path]
    assert [result.url for result in failed if not result.error] == [], "these failures say nothing"
    assert "404" in failed[0].error, f"the error of a missing file should name its status: {failed[0].error!r}"


@with_site
async def test_4_an_older_file_survives_a_failure(site: Site, session: ClientSession, folder: Path) -> None:
    """If a download fails, the file of an earlier run stays as it was; if it succeeds, it is replaced"""
    for name in ("001-cat.png", "002-dog.png"):
        (folder / name).write_bytes(b"from yesterday")
    site.route("/cat.png", body=b"x" * 100_000, fail="reset")
    site.route("/dog.png", body=b"from today")
    await download_all(session, [f"{URL}/cat.png", f"{URL}/dog.png"], folder)
    assert names_in(folder) == ["001-cat.png", "002-dog.png"]
    contents = [(folder / name).read_bytes() for name in names_in(folder)]
    assert contents == [b"from yesterday", b"from today"]


@with_site
async def test_5_a_caller_who_gives_up_finds_no_half_files(site: Site, session: ClientSession, folder: Path) -> None:
    """When the caller gives up, complete files stay, half ones are gone, and nothing goes on"""
    site.route("/quick.png", body=b"quick")
    site.route("/slow-*", body=b"x" * 10_000, chunk=1_000, chunk_delay=1.0)
    urls = [f"{URL}/{name}.png" for name in ("quick", "slow-1", "slow-2", "slow-3")]
    try:
        async with asyncio.timeout(5.5):
            await download_all(session, urls, folder, limit=3)
    except TimeoutError:
        pass
    else:
        raise AssertionError("download_all() swallowed the cancellation of its caller")
    assert names_in(folder) == ["001-quick.png"]
    asked = len(site.requests)
    await asyncio.sleep(30)
    assert (len(site.requests), names_in(folder)) == (asked, ["001-quick.png"]), "after it was canceled, it went on"
