"""Watches web sites and says when one goes down and when it is back. With aiohttp: `python solution.py URL …`."""

import asyncio
import contextlib
import math
import sys
import time
from collections.abc import Callable, Iterable
from dataclasses import dataclass

from aiohttp import ClientError, ClientSession


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


def show(notice: Notice) -> None:
    print(f"{time.strftime('%H:%M:%S')} {notice.url} {'up' if notice.up else 'DOWN'}: {notice.reason}", flush=True)


async def main(urls: list[str]) -> None:
    async with ClientSession() as session:
        await monitor(session, urls, show)


if __name__ == "__main__":
    with contextlib.suppress(KeyboardInterrupt):
        asyncio.run(main(sys.argv[1:]))
