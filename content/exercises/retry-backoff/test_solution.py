import asyncio
import time
from email.utils import formatdate
from itertools import pairwise
from statistics import fmean
from typing import Any

from simweb import (
    Answer,
    ClientConnectionError,
    ClientResponseError,
    ClientSession,
    ClientTimeout,
    ContentTypeError,
    Site,
)

from solution import Policy, get_json

EXACT = Policy(jitter=0)
"""Waits 0.5, 1, 2 and 4 s."""
URL = "http://prices.test/eur"


def now() -> float:
    return asyncio.get_running_loop().time()


async def ask(session: ClientSession, url: str = URL, policy: Policy = EXACT) -> Any:
    """`get_json`, which may not go on for ever."""
    limit = asyncio.timeout(200)
    try:
        async with limit:
            return await get_json(session, url, policy)
    except TimeoutError:
        if not limit.expired():
            raise
        raise AssertionError(f"after 200 s it still tries, with {policy}") from None


def seconds_between(site: Site) -> list[float]:
    """Between one request and the next, rounded to a tenth."""
    times = [request.time for request in site.requests]
    return [round(later - earlier, 1) for earlier, later in pairwise(times)]


def test_1_delays_double_up_to_the_cap() -> None:
    """Delays double from `base` up to `cap`, even after thousands of failures; a policy without an attempt is refused"""
    policy = Policy(base=0.5, cap=10, jitter=0)
    assert [policy.delay(failures) for failures in range(1, 8)] == [0.5, 1, 2, 4, 8, 10, 10]
    assert policy.delay(5000) == 10
    for attempts in (0, -1):
        try:
            Policy(attempts=attempts)
        except ValueError:
            continue
        raise AssertionError(f"Policy(attempts={attempts}) raised no ValueError")


def test_1_jitter_goes_both_ways() -> None:
    """With a jitter of 0.2 the delays lie between 80 and 120 % and are centered on 100 %, at the cap, too"""
    policy = Policy(base=1, cap=8, jitter=0.2)
    for failures, middle in ((1, 1), (3, 4), (10, 8)):
        shares = [policy.delay(failures) / middle for _ in range(2000)]
        assert 0.799 < min(shares) and max(shares) < 1.201, (
            f"after {failures} failures: {min(shares):.0%} to {max(shares):.0%} of {middle} s, allowed are 80 to 120 %"
        )
        assert min(shares) < 0.82 and max(shares) > 1.18, (
            f"after {failures} failures: only {min(shares):.0%} to {max(shares):.0%} of {middle} s, "
            "of a possible 80 to 120 %"
        )
        assert abs(fmean(shares) - 1) < 0.02, f"after {failures} failures the mean is {fmean(shares):.0%} of {middle} s"


async def test_2_server_errors_are_tried_again() -> None:
    """Statuses from 500 on are tried again, at growing intervals"""
    async with Site("prices.test") as site, ClientSession() as session:
        site.route("/eur", status=[500, 502, 503, 599, 200], body={"usd": 1.09})
        assert await ask(session) == {"usd": 1.09}
    assert seconds_between(site) == [0.5, 1.0, 2.0, 4.0]


async def test_2_connection_errors_are_tried_again() -> None:
    """Refused, closed without an answer, broken off within it, or not answered in time: tried again"""
    async with Site("prices.test") as site, ClientSession(timeout=ClientTimeout(total=2)) as session:
        site.route("/eur", body={"usd": 1.09}, fail=["disconnect", "reset", "blackhole", None])
        site.fail("refuse")
        asyncio.get_running_loop().call_later(0.25, site.recover)
        start = now()
        assert await ask(session) == {"usd": 1.09}
        took = now() - start
    assert len(site.requests) == 4, f"1 attempt was refused, and {len(site.requests)} reached the server instead of 4"
    assert abs(took - (0.5 + 1 + 2 + 2 + 4)) < 0.05, (
        f"it took {took:.2f} s instead of 9.5: 7.5 s of delays and 2 s for the attempt that was not answered"
    )


async def test_2_what_will_not_pass_is_not_tried_again() -> None:
    """Statuses from 400 on, a body that is no JSON, and an address that is none are tried once"""
    async with Site("prices.test") as site, ClientSession() as session:
        for status in (400, 401, 403, 404, 409, 422):
            site.route("/eur", status=status)
            try:
                await ask(session)
            except ClientResponseError as error:
                assert error.status == status
            else:
                raise AssertionError(f"status {status} raised no ClientResponseError")
            assert len(site.requests) == 1, f"status {status} was tried {len(site.requests)} times"
            site.requests.clear()
        site.route("/eur", body="<h1>Prices</h1>", headers={"Content-Type": "text/html"})
        site.route("/lie", body=b"{oops", headers={"Content-Type": "application/json"})
        for url, kind in ((URL, ContentTypeError), ("http://prices.test/lie", ValueError), ("prices", ValueError)):
            start = now()
            try:
                await ask(session, url)
            except kind:
                assert now() - start < 0.4, f"{kind.__name__} will be the same the next time, and was tried again"
            else:
                raise AssertionError(f"{url} raised no {kind.__name__}")


async def test_3_the_last_error_comes_out() -> None:
    """After the last attempt its error comes out, at once"""
    async with Site("prices.test") as site, ClientSession() as session:
        for attempts, status, seconds in ((3, 503, 1.5), (1, 500, 0.0)):
            site.route("/eur", status=[500, 502, 503, 200], body={"usd": 1.09})
            site.requests.clear()
            start = now()
            try:
                await ask(session, URL, Policy(attempts=attempts, jitter=0))
            except ClientResponseError as error:
                assert error.status == status, f"{attempts} attempts: {error.status} is not the last error"
            except Exception as error:
                raise AssertionError(
                    f"{attempts} attempts failed, the last with status {status}, and out came {error!r}"
                ) from error
            else:
                raise AssertionError(f"{attempts} attempts failed, and no ClientResponseError came out")
            took = now() - start
            assert len(site.requests) == attempts, f"{len(site.requests)} requests instead of {attempts}"
            assert abs(took - seconds) < 0.05, f"{attempts} attempts took {took:.2f} s instead of {seconds}"
        site.fail("refuse")
        try:
            await ask(session)
        except ClientConnectionError:
            pass
        else:
            raise AssertionError("five refused connections, and no ClientConnectionError came out")


async def test_4_retry_after_is_obeyed() -> None:
    """After 429 or 503 it waits as long as the server asks, in seconds or until a date"""
    async with Site("prices.test") as site, ClientSession() as session:
        later = formatdate(time.time() + 20, usegmt=True)
        site.route(
            "/eur",
            answers=[
                Answer(429, headers={"Retry-After": "7"}),
                Answer(503, headers={"Retry-After": later}),
                Answer(200, body={"usd": 1.09}),
            ],
        )
        assert await ask(session) == {"usd": 1.09}
    first, second = seconds_between(site)
    assert 7 <= first < 8, f"the server asked for 7 s, and the next attempt came after {first} s"
    assert 12 <= second < 15, f"the server named a date 20 s after the start, 13 s away, and it waited {second} s"


async def test_4_retry_after_does_not_shorten_or_confuse() -> None:
    """The delay of the policy is the least, also if the header is 0, past or nonsense; 429 needs no header"""
    async with Site("prices.test") as site, ClientSession() as session:
        past = formatdate(time.time() - 3600, usegmt=True)
        headers = [{"Retry-After": "0"}, {"Retry-After": past}, {"Retry-After": "soon"}, {}]
        site.route("/eur", answers=[*(Answer(429, headers=header) for header in headers), Answer(200, body=[])])
        assert await ask(session) == []
    assert seconds_between(site) == [0.5, 1.0, 2.0, 4.0]


async def test_4_a_server_that_asks_for_too_much() -> None:
    """If the server asks for more than `cap`, the error comes out at once"""
    async with Site("prices.test") as site, ClientSession() as session:
        site.route("/eur", answers=[Answer(503, headers={"Retry-After": "3600"}), Answer(200, body=[])])
        start = now()
        try:
            await ask(session)
        except ClientResponseError as error:
            assert error.status == 503
        else:
            raise AssertionError(f"the server asked for an hour, the cap is 30 s, and it waited {now() - start:.0f} s")
        assert now() - start < 0.4, f"the error came out after {now() - start:.2f} s instead of at once"


async def test_5_cancellation_is_no_failure() -> None:
    """A caller who gives up is obeyed at once, during a request and during a wait, and nothing is tried again"""
    for latency, what in ((10.0, "a request"), (0.0, "a wait")):
        async with Site("prices.test") as site, ClientSession() as session:
            site.route("/eur", status=503, latency=latency)
            start = now()
            try:
                async with asyncio.timeout(1.25):
                    await get_json(session, URL, EXACT)
            except TimeoutError:
                took = now() - start
                assert took < 1.3, f"given up during {what} after 1.25 s, and it ended after {took:.2f} s"
            except ClientResponseError:
                raise AssertionError(f"the caller gave up during {what}, and it went on trying") from None
            else:
                raise AssertionError(f"the caller gave up during {what}, and got an answer")
            asked = len(site.requests)
            await asyncio.sleep(60)
            assert len(site.requests) == asked, f"after the caller had given up during {what}, it was tried again"
