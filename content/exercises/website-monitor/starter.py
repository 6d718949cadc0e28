import asyncio
import contextlib
from collections.abc import Callable, Iterable
from dataclasses import dataclass

from simweb import ClientSession, Site


@dataclass(frozen=True)
class Notice:
    url: str
    up: bool
    reason: str


async def check(session: ClientSession, url: str, timeout: float) -> str | None:
    """None if the site is well, otherwise what is wrong with it."""
    async with session.get(url) as response:
        await response.read()
    return None


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
