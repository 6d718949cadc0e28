"""Watches web sites and says when one goes down and when it is back."""

import asyncio
import contextlib
import math
from collections.abc import Callable, Iterable
from dataclasses import dataclass

from simweb import ClientError, ClientSession, Site


@dataclass(frozen=True)
class Notice:
    url: str
    up: bool
    reason: str


async def check(session: ClientSession, url: str, timeout: float) -> str | None:
    """None if the site is well, otherwise what is wrong with it."""
    try:
        async with asyncio.timeout(timeout), session.get(url) as response:
            await response.read()
    except TimeoutError:
        return f"no answer in {timeout:g} s"
    except (ClientError, OSError) as error:
        return f"{type(error).__name__}: {error}"
    return f"status {response.status}" if response.status >= 400 else None


async def watch(
    session: ClientSession,
    url: str,
    notify: Callable[[Notice], None],
    interval: float,
    timeout: float,
    threshold: int,
) -> None:
    """Checks one site at fixed times, forever."""
    loop = asyncio.get_running_loop()
    started = loop.time()
    turn = failures = 0
    failing_since = started
    while True:
        asked = loop.time()
        reason = await check(session, url, timeout)
        if reason is None:
            if failures >= threshold:
                notify(Notice(url, True, f"was down for {asked - failing_since:.0f} s"))
            failures = 0
        else:
            if failures == 0:
                failing_since = asked
            failures += 1
            if failures == threshold:
                notify(Notice(url, False, reason))
        # The next time that is still to come. max: a timer may fire a hair early.
        turn = max(turn + 1, math.floor((loop.time() - started) / interval) + 1)
        await asyncio.sleep(started + turn * interval - loop.time())


async def monitor(
    session: ClientSession,
    urls: Iterable[str],
    notify: Callable[[Notice], None],
    *,
    interval: float = 30,
    timeout: float = 5,
    threshold: int = 3,
) -> None:
    """Watches all sites until it is cancelled."""
    async with asyncio.TaskGroup() as group:
        for url in urls:
            group.create_task(watch(session, url, notify, interval, timeout, threshold))


async def main() -> None:
    async with Site("shop.test") as shop, Site("blog.test") as blog:
        shop.route("/", body="welcome")
        blog.route("/", handler=lambda request: 503 if 50 < request.time < 200 else 200)

        def notify(notice: Notice) -> None:
            now, state = asyncio.get_running_loop().time(), "up" if notice.up else "DOWN"
            print(f"{now:6.1f} s  {notice.url} {state}: {notice.reason}")

        with contextlib.suppress(TimeoutError):
            async with asyncio.timeout(300), ClientSession() as session:
                await monitor(session, ["http://shop.test/", "http://blog.test/", "http://gone.test/"], notify)


if __name__ == "__main__":
    asyncio.run(main())
