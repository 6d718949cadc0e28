import asyncio
import functools
import sqlite3
import tempfile
from pathlib import Path

from misbehaving_site import HELD, Site
from solution import crawl

Row = tuple[int | None, str | None, str | None]
"""Status, title, error."""


def read_rows(file: Path, site: Site) -> dict[str, Row]:
    """What is stored, by the path of each page."""
    connection = sqlite3.connect(file)
    try:
        rows = connection.execute("SELECT url, status, title, error FROM pages").fetchall()
    finally:
        connection.close()
    return {url.removeprefix(site.origin): (status, title, error) for url, status, title, error in rows}


async def crawl_site(site: Site, start: str, file: Path, **options: float) -> dict[str, Row]:
    try:
        async with asyncio.timeout(60):
            await crawl(site.url(start), f"sqlite+aiosqlite:///{file}", **options)  # type: ignore[arg-type]
    except TimeoutError:
        raise AssertionError("the crawl did not end within a minute") from None
    return read_rows(file, site)


@functools.cache
def crawl_from(start: str, **options: int) -> tuple[Site, dict[str, Row]]:
    """The rows of a crawl of a site of its own, and what that site saw of it. Several tests look at the same crawl."""

    async def run(folder: str) -> tuple[Site, dict[str, Row]]:
        async with Site() as site:
            return site, await crawl_site(site, start, Path(folder) / "pages.db", **options)

    with tempfile.TemporaryDirectory() as folder:
        return asyncio.run(run(folder))


def test_1_pages_are_found_by_their_links() -> None:
    """Every page that a link leads to has a row with its status and its title"""
    _, rows = crawl_from("/")
    assert rows == {
        "/": (200, "Home", None),
        "/about": (200, "About us", None),
        "/news?page=1": (200, "News", None),
        "/logo.png": (200, None, None),
    }


def test_1_a_page_is_asked_for_once() -> None:
    """However many links lead to a page, it is requested once"""
    site, _ = crawl_from("/")
    repeated = {path: count for path, count in site.hits.items() if count > 1}
    assert repeated == {}, f"requested more than once: {repeated}"


def test_1_other_sites_are_left_alone() -> None:
    """A link to another scheme, host or port is not followed and has no row"""
    site, rows = crawl_from("/outside")
    assert list(site.hits_elsewhere) == []
    assert sorted(rows) == ["/", "/about", "/logo.png", "/news?page=1", "/outside"]


def test_2_never_more_than_the_limit() -> None:
    """Never more requests at once than the limit"""
    site, rows = crawl_from("/many", limit=3)
    assert len(rows) == HELD + 1
    assert site.most_at_once <= 3, f"{site.most_at_once} requests were open at once, and the limit is 3"


def test_2_the_limit_is_used() -> None:
    """As many requests at once as the limit allows"""
    site, _ = crawl_from("/many", limit=3)
    assert site.most_at_once >= 3, f"only {site.most_at_once} requests were open at once, and the limit is 3"


def test_3_one_bad_page_stops_nothing() -> None:
    """A page that fails has a row with its error, and all others are visited"""
    _, rows = crawl_from("/troubles")
    assert rows["/missing"] == (404, None, "status 404")
    assert rows["/broken"] == (503, None, "status 503")
    assert rows["/about"] == (200, "About us", None)


def test_3_a_broken_connection_is_an_error() -> None:
    """A connection that breaks in the middle of a page is the error "connection"."""
    site, rows = crawl_from("/troubles")
    status, title, error = rows["/cut-off"]
    assert (title, error) == (None, "connection"), f"got {(title, error)}, status {status}"
    assert site.hits["/cut-off"] == 3


def test_3_a_failing_server_gets_three_attempts() -> None:
    """5xx is tried again, three attempts in all; the row tells of the last"""
    site, rows = crawl_from("/troubles")
    assert rows["/flaky"] == (200, "Works the second time", None)
    assert (site.hits["/flaky"], site.hits["/broken"]) == (2, 3)


def test_3_what_is_missing_is_not_tried_again() -> None:
    """4xx gets one attempt"""
    site, _ = crawl_from("/troubles")
    assert site.hits["/missing"] == 1, f"a page that answers 404 was requested {site.hits['/missing']} times"


def test_3_a_deadline_covers_the_whole_page(tmp_path: Path) -> None:
    """A page that never answers, or never gets done, is the error "timeout"."""

    async def run() -> list[dict[str, Row]]:
        async with Site() as site:
            starts = ["/slow", "/drip"]
            crawls = (crawl_site(site, path, tmp_path / f"{path[1:]}.db", timeout=1.0) for path in starts)
            return list(await asyncio.gather(*crawls))

    slow, drip = asyncio.run(run())
    assert slow == {"/slow": (None, None, "timeout")}
    assert [row[1:] for row in drip.values()] == [(None, "timeout")]


def test_4_a_redirect_is_a_link() -> None:
    """A redirect has a row of its own, and its target is visited as if a link led there: once, or not at all"""
    site, rows = crawl_from("/moves")
    assert rows["/old-about"] == (302, None, None)
    assert rows["/about"] == (200, "About us", None)
    assert site.hits["/about"] == 1, f"/about was requested {site.hits['/about']} times"
    assert list(site.hits_elsewhere) == [], "a redirect led to another site"


def test_4_redirects_come_to_an_end() -> None:
    """A loop of redirects ends, and so does a chain, after five"""
    site, rows = crawl_from("/moves")
    assert rows["/round-a"] == rows["/round-b"] == (302, None, None)
    assert (site.hits["/round-a"], site.hits["/round-b"]) == (1, 1)
    maze = {path: row for path, row in rows.items() if path.startswith("/maze")}
    assert maze == {
        **{f"/maze?step={step}": (302, None, None) for step in range(1, 6)},
        "/maze?step=6": (302, None, "too many redirects"),
    }


def test_5_an_endless_page_is_left() -> None:
    """A body that is larger than allowed is the error "too large"."""
    _, rows = crawl_from("/texts", max_bytes=100_000)
    assert rows["/endless"] == (200, None, "too large")


def test_5_bytes_that_do_not_fit_become_marks() -> None:
    """Where the declared encoding is wrong, bytes become �; where nobody knows it, it is UTF-8"""
    _, rows = crawl_from("/texts", max_bytes=100_000)
    assert rows["/latin"] == (200, "Caf�", None)
    assert rows["/klingon"] == (200, "Qapla’", None)
    assert "/about" in rows, "the links of a page with an unknown encoding were not followed"


def test_6_robots_are_obeyed() -> None:
    """What robots.txt disallows is not requested and has no row"""
    site, rows = crawl_from("/robots-test")
    assert "/private/plans" not in site.hits
    assert "/private/plans" not in rows
    assert rows["/about"] == (200, "About us", None)


def test_6_robots_are_asked_for_once() -> None:
    """robots.txt is requested once"""
    site, _ = crawl_from("/robots-test")
    assert site.hits["/robots.txt"] == 1


def test_7_a_second_crawl_brings_the_rows_up_to_date(tmp_path: Path) -> None:
    """Crawling once more changes the rows that are there and adds none"""

    async def run() -> tuple[dict[str, Row], dict[str, Row]]:
        async with Site() as site:
            file = tmp_path / "pages.db"
            await crawl_site(site, "/about", file)
            connection = sqlite3.connect(file)
            with connection:
                connection.execute("UPDATE pages SET status = 500, title = 'old', error = 'old'")
            connection.close()
            once_more = await crawl_site(site, "/about", file)
            return once_more, await crawl_site(site, "/", file)

    about, home = asyncio.run(run())
    assert about["/about"] == (200, "About us", None)
    assert about == home
    assert len(home) == 4
