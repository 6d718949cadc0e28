import asyncio

from simweb import Answer, ClientSession, Request, Site

from solution import Result, Source, fetch_all


def now() -> float:
    return asyncio.get_running_loop().time()


def outcomes(results: list[Result]) -> list[tuple[str, str, object]]:
    return [(result.name, result.status, result.data) for result in results]


async def test_1_results_are_in_the_order_of_the_sources() -> None:
    """The results stand in the order of the sources, not of the answers"""
    async with Site("api.test") as site, ClientSession() as session:
        site.route("/slow", body={"n": 1}, latency=0.9)
        site.route("/quick", body=[2], latency=0.1)
        site.route("/middle", body={"n": 3}, latency=0.5)
        sources = [Source(name, f"{site.url}/{name}", 5.0) for name in ("slow", "quick", "middle")]
        results = await fetch_all(session, sources)
    assert outcomes(results) == [("slow", "ok", {"n": 1}), ("quick", "ok", [2]), ("middle", "ok", {"n": 3})]


async def test_1_all_are_asked_at_once() -> None:
    """Ten sources take as long as the slowest of them"""
    async with Site("api.test") as site, ClientSession() as session:
        for number in range(10):
            site.route(f"/{number}", body={"n": number}, latency=0.1 * (number + 1))
        sources = [Source(str(number), f"{site.url}/{number}", 5.0) for number in range(10)]
        start = now()
        results = await fetch_all(session, sources)
        took = now() - start
    assert [result.data for result in results] == [{"n": number} for number in range(10)]
    assert abs(took - 1.0) < 0.05, f"the slowest of ten answers after 1 s, and all together took {took:.2f} s"


async def test_1_no_sources_no_results() -> None:
    """Without sources the result is an empty list"""
    async with ClientSession() as session:
        assert await fetch_all(session, []) == []


async def test_2_each_source_has_its_own_time() -> None:
    """A source that exceeds its time becomes a timeout, and the others are not affected"""
    async with Site("api.test") as site, ClientSession() as session:
        site.route("/two", body={"n": 2}, latency=2)
        site.route("/one", body={"n": 1}, latency=1)
        sources = [
            Source("patient", f"{site.url}/two", 3.0),
            Source("hasty", f"{site.url}/two", 0.5),
            Source("quick", f"{site.url}/one", 1.5),
        ]
        start = now()
        results = await fetch_all(session, sources)
        took = now() - start
    assert outcomes(results) == [("patient", "ok", {"n": 2}), ("hasty", "timeout", None), ("quick", "ok", {"n": 1})]
    assert "0.5" in results[1].error, (
        f"the error should name the time that was exceeded, and says: {results[1].error!r}"
    )
    assert abs(took - 2.0) < 0.05, f"the last answer came after 2 s, and fetch_all() returned after {took:.2f} s"


async def test_2_the_time_is_for_the_whole_answer() -> None:
    """An answer that begins at once and trickles in for 20 s exceeds its time, too"""
    async with Site("api.test") as site, ClientSession() as session:
        site.route("/trickle", body={"text": "x" * 200}, chunk=10, chunk_delay=1)
        start = now()
        results = await fetch_all(session, [Source("trickle", f"{site.url}/trickle", 3.0)])
        took = now() - start
    assert outcomes(results) == [("trickle", "timeout", None)]
    assert abs(took - 3.0) < 0.05, f"its time was 3 s, and fetch_all() returned after {took:.2f} s"


async def test_2_a_host_that_does_not_answer() -> None:
    """Connecting to a host that does not answer counts, too"""
    async with Site("api.test") as site, ClientSession() as session:
        site.fail("blackhole")
        start = now()
        results = await fetch_all(session, [Source("silent", f"{site.url}/", 2.0)])
        took = now() - start
    assert outcomes(results) == [("silent", "timeout", None)]
    assert abs(took - 2.0) < 0.05, f"its time was 2 s, and fetch_all() returned after {took:.2f} s"


async def test_3_a_slow_request_is_really_over() -> None:
    """When fetch_all() returns, nothing of a slow request goes on: not here, and not at the server"""
    finished: list[str] = []

    async def report(request: Request) -> Answer:
        await asyncio.sleep(10)
        finished.append(request.path)
        return Answer(body={})

    async with Site("api.test") as site, ClientSession() as session:
        site.route("/report", handler=report)
        results = await fetch_all(session, [Source("report", f"{site.url}/report", 1.0)])
        assert outcomes(results) == [("report", "timeout", None)]
        await asyncio.sleep(60)
    assert finished == [], "the server went on with its report for a minute: nobody told it that nobody wants it"


async def test_4_other_failures_are_results_too() -> None:
    """A status of 400 or more, a refused connection, a broken one and a body that is no JSON are errors"""
    async with Site("api.test") as site, Site("down.test") as down, ClientSession() as session:
        site.route("/ok", body={"n": 1}, latency=0.5)
        site.route("/missing", status=404)
        site.route("/broken", status=500)
        site.route("/torn", body={"text": "x" * 200}, fail="reset")
        site.route("/page", body="<h1>Welcome</h1>", headers={"Content-Type": "text/html"})
        site.route("/lie", body=b"{oops", headers={"Content-Type": "application/json"})
        down.fail("refuse")
        names = ["missing", "broken", "torn", "page", "lie", "ok"]
        sources = [Source("down", f"{down.url}/", 2.0)]
        sources += [Source(name, f"{site.url}/{name}", 2.0) for name in names]
        results = await fetch_all(session, sources)
    assert outcomes(results) == [
        ("down", "error", None),
        ("missing", "error", None),
        ("broken", "error", None),
        ("torn", "error", None),
        ("page", "error", None),
        ("lie", "error", None),
        ("ok", "ok", {"n": 1}),
    ]
    silent = [result.name for result in results if result.status == "error" and not result.error]
    assert silent == [], "these errors say nothing"
    said = [result.error for result in results[1:3]]
    assert "404" in said[0] and "500" in said[1], f"the error should name the status: {said}"


async def test_5_a_caller_who_gives_up_is_obeyed() -> None:
    """A deadline around fetch_all() ends it with TimeoutError, and stops all that it started"""
    async with Site("api.test") as site, ClientSession() as session:
        site.route("/slow", body={}, latency=30)
        sources = [Source(str(number), f"{site.url}/slow", 20.0) for number in range(3)]
        start = now()
        try:
            async with asyncio.timeout(1):
                await fetch_all(session, sources)
        except TimeoutError:
            took = now() - start
        else:
            raise AssertionError(
                "fetch_all() swallowed the cancellation of its caller, and returned as if all were well"
            )
    assert abs(took - 1.0) < 0.05, f"the caller gave up after 1 s, and fetch_all() ended after {took:.2f} s"


async def test_5_the_caller_s_task_is_canceled() -> None:
    """Canceling a task in fetch_all() cancels it and leaves no other task behind"""
    async with Site("api.test") as site, ClientSession() as session:
        site.route("/slow", body={}, latency=30)
        sources = [Source(str(number), f"{site.url}/slow", 20.0) for number in range(3)]
        task = asyncio.create_task(fetch_all(session, sources))
        await asyncio.sleep(1)
        task.cancel()
        await asyncio.wait([task])
        assert task.cancelled(), "a task that is canceled in fetch_all() must end as canceled"
    left = [task for task in asyncio.all_tasks() if task is not asyncio.current_task()]
    assert left == [], "these tasks were still there when fetch_all() and the session were over"
