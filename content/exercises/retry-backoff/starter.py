import asyncio
import time
from dataclasses import dataclass
from typing import Any

from simweb import ClientResponseError, ClientSession, Site


@dataclass(frozen=True)
class Policy:
    """How often to try, and how long to wait in between.

    `base` seconds after the first failure, twice as long after each further one, `cap` at most; then `jitter` as a
    share of that more or less.
    """

    attempts: int = 5
    base: float = 0.5
    cap: float = 30.0
    jitter: float = 0.1

    def delay(self, failures: int) -> float:
        """Seconds to wait after so many failures in a row."""
        return self.base


async def get_json(session: ClientSession, url: str, policy: Policy = Policy()) -> Any:
    """What the URL answers, as JSON. Tries again where that may help, and raises the last error where it does not."""
    while True:
        try:
            async with session.get(url) as response:
                response.raise_for_status()
                return await response.json()
        except ClientResponseError:
            await asyncio.sleep(policy.delay(1))


async def main() -> None:
    async with Site("prices.test") as site, ClientSession() as session:
        site.route("/eur", status=[503, 503, 503, 200], body={"usd": 1.09})
        start = time.perf_counter()
        for url in (f"{site.url}/eur",):
            try:
                print(url, await get_json(session, url))
            except ClientResponseError as error:
                print(error)
        for request in site.requests:
            print(f"  {request.time - start:.2f} s: {request.path}")


if __name__ == "__main__":
    asyncio.run(main())
