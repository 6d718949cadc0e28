import asyncio
import time

from simweb import ClientSession, Site

from solution import Notice, check, monitor


def script(answers: str) -> list[int]:
    """200 for every + and 503 for every -, one for each request; the last one repeats."""
    return [200 if answer == "+" else 503 for answer in answers]


class Watched:
    """Runs the monitor for some time and keeps what it said, and when."""

    def __init__(self) -> None:
        self.notices: list[tuple[float, Notice]] = []

    async def run(
        self, seconds: float, *urls: str, interval: float = 30, timeout: float = 5, threshold: int = 3
    ) -> list[tuple[float, str, bool]]:
        """The notices as (rounded seconds since the start, url, up)."""
        started = time.perf_counter()

        def notify(notice: Notice) -> None:
            self.notices.append((round(time.perf_counter() - started, 1), notice))

        async with ClientSession() as session:
            task = asyncio.create_task(
                monitor(session, urls, notify, interval=interval, timeout=timeout, threshold=threshold)
            )
            await asyncio.wait({task}, timeout=seconds)
            assert not task.done(), f"the monitor ended by itself: {task}"
            task.cancel()
            await asyncio.wait({task})
            assert task.cancelled(), f"the monitor was cancelled and ended otherwise: {task}"
        return [(at, notice.url, notice.up) for at, notice in self.notices]


def times(site: Site) -> list[float]:
    """When the site was asked, in seconds since it was first asked."""
    return [round(request.time - site.requests[0].time, 1) for request in site.requests]


async def test_1_check_one_site() -> None:
    """Says None for a site that is well, else the status or the error"""
    async with Site("a.test") as site, ClientSession() as session:
        site.route("/", body="hello")
        site.route("/busy", body="try later", status=503)
        assert await check(session, "http://a.test/", 5) is None
        assert await check(session, "http://a.test/nothing-here", 5) == "status 404"
        assert await check(session, "http://a.test/busy", 5) == "status 503"
        reason = await check(session, "http://gone.test/", 5)
        assert reason and reason.startswith("ClientConnect"), f"for a refused connection: {reason!r}"


async def test_1_an_answer_in_time() -> None:
    """The whole answer has to come within the timeout, not only its beginning"""
    async with Site("a.test") as site, ClientSession() as session:
        site.route("/slow", body="hello", latency=4.5)
        site.route("/silent", body="hello", latency=1000)
        site.route("/stuck", body="hello", chunk=1, chunk_delay=1000)
        assert await check(session, "http://a.test/slow", 5) is None
        for path in ("silent", "stuck"):
            started = time.perf_counter()
            assert await check(session, f"http://a.test/{path}", 2.5) == "no answer in 2.5 s"
            took = time.perf_counter() - started
            assert abs(took - 2.5) < 0.05, f"the check of /{path} took {took:.2f} s"


async def test_2_fixed_times() -> None:
    """Asks at 0, 30, 60, 90 s, although each answer takes 2 s"""
    async with Site("a.test") as site:
        site.route("/", body="hello", latency=2)
        await Watched().run(100, "http://a.test/")
        assert times(site) == [0, 30, 60, 90]


async def test_2_slow_sites_delay_nobody() -> None:
    """A site that never answers is asked as often as the others and delays none of them"""
    async with Site("a.test") as slow, Site("b.test") as quick:
        slow.route("/", body="hello", latency=1000)
        quick.route("/", body="hello")
        notices = await Watched().run(100, "http://a.test/", "http://b.test/", timeout=20)
        assert times(quick) == [0, 30, 60, 90]
        assert times(slow) == [0, 30, 60, 90]
        assert notices == [(80.0, "http://a.test/", False)]


async def test_2_missed_times_are_not_made_up_for() -> None:
    """After a pause of the whole process the next check is at the next full interval, without a burst"""
    async with Site("a.test") as site:
        site.route("/", body="hello")

        async def pause() -> None:
            await asyncio.sleep(35)
            time.sleep(100)  # something blocks the loop

        pausing = asyncio.create_task(pause())
        await Watched().run(190, "http://a.test/")
        await pausing
        asked = times(site)
        assert asked[:2] == [0, 30]
        assert asked[-2:] == [150, 180]
        assert len(asked) <= 5, f"asked at {asked}"


async def test_3_down_after_three_in_a_row() -> None:
    """Says once that a site is down, after three failures in a row, with the reason of the third"""
    async with Site("a.test") as site:
        site.route("/", status=script("+--+-+--------"))
        watched = Watched()
        assert await watched.run(400, "http://a.test/") == [(240.0, "http://a.test/", False)]
        assert watched.notices[0][1].reason == "status 503"


async def test_3_up_again() -> None:
    """Says once that it is back and for how long it was not; then it takes three failures again"""
    async with Site("a.test") as site:
        site.route("/", status=script("----++--+---+"))
        watched = Watched()
        notices = await watched.run(500, "http://a.test/")
        url = "http://a.test/"
        assert notices == [(60.0, url, False), (120.0, url, True), (330.0, url, False), (360.0, url, True)]
        assert [notice.reason for _, notice in watched.notices if notice.up] == ["was down for 120 s", "was down for 90 s"]


async def test_4_parameters() -> None:
    """Works with another interval and threshold"""
    async with Site("a.test") as site:
        site.route("/", status=script("-"))
        notices = await Watched().run(2.2, "http://a.test/", interval=0.5, timeout=0.2, threshold=5)
        assert notices == [(2.0, "http://a.test/", False)]


async def test_4_stops_cleanly() -> None:
    """Cancelled in the middle of a check it ends at once, leaves no task and asks nobody any more"""
    async with Site("a.test") as slow, Site("b.test") as quick:
        slow.route("/", body="hello", latency=4)
        quick.route("/", body="hello")
        before = asyncio.all_tasks()
        async with ClientSession() as session:
            task = asyncio.create_task(monitor(session, ["http://a.test/", "http://b.test/"], lambda notice: None))
            await asyncio.sleep(32)
            started = time.perf_counter()
            task.cancel()
            await asyncio.wait({task})
            took = time.perf_counter() - started
            asked = len(quick.requests)
        assert task.cancelled(), f"the monitor was cancelled and ended otherwise: {task}"
        assert took < 0.05, f"stopping took {took:.2f} s"
        await asyncio.sleep(10)
        left = asyncio.all_tasks() - before
        assert not left, f"these tasks are still running: {left}"
        await asyncio.sleep(100)
        assert len(quick.requests) == asked, "the monitor was stopped and still asks"
