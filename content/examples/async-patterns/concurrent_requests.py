"""Many HTTP requests at once: no more than a few in flight, each tried again when that can help, and no failure lost.

The server is an ASGI app in the same process, so that nothing leaves the machine; `httpx` does not know the difference.
"""

from __future__ import annotations

import asyncio
from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass, field

import httpx
from fastapi import FastAPI, Response

IN_FLIGHT = 5
ATTEMPTS = 3
# Those that another try can mend. A 404 stays a 404.
PASSING = {429, 502, 503, 504}


@dataclass
class Shop:
    """A server that notes how many requests it has at once, and is unavailable the first time for each third item."""

    now: int = 0
    peak: int = 0
    tries: Counter[int] = field(default_factory=Counter)

    def create_app(self) -> FastAPI:
        app = FastAPI()

        @app.get("/items/{number}")
        async def read_item(number: int, response: Response) -> dict[str, int]:
            self.now += 1
            self.peak = max(self.peak, self.now)
            self.tries[number] += 1
            # Others get a turn, as during a query.
            await asyncio.sleep(0.001)
            self.now -= 1
            if number % 3 == 0 and self.tries[number] == 1:
                response.status_code = 503
            if number == 13:
                response.status_code = 404
            return {"number": number}

        return app


# region: fetch
async def fetch(client: httpx.AsyncClient, number: int, slots: asyncio.Semaphore) -> int:
    """One item; waits for a slot before each try, and leaves it while it pauses."""
    for attempt in range(1, ATTEMPTS + 1):
        async with slots:
            response = await client.get(f"/items/{number}")
        if response.status_code not in PASSING or attempt == ATTEMPTS:
            break
        await asyncio.sleep(0.001 * 2**attempt)
    response.raise_for_status()
    return response.json()["number"]


async def fetch_all(client: httpx.AsyncClient, numbers: Iterable[int]) -> dict[int, int | BaseException]:
    """Every result or its exception: one item that is gone does not throw away the others."""
    slots = asyncio.Semaphore(IN_FLIGHT)
    wanted = list(numbers)
    results = await asyncio.gather(*(fetch(client, number, slots) for number in wanted), return_exceptions=True)
    return dict(zip(wanted, results, strict=True))


# endregion
async def main() -> None:
    shop = Shop()
    transport = httpx.ASGITransport(app=shop.create_app())
    # One client for all: each has a pool of connections of its own.
    async with httpx.AsyncClient(transport=transport, base_url="http://shop") as client:
        results = await fetch_all(client, range(20))
    failed = {number: result for number, result in results.items() if isinstance(result, BaseException)}
    print("fetched:", len(results) - len(failed))
    print("failed:", {number: type(error).__name__ for number, error in failed.items()})
    print("requests:", shop.tries.total(), "at most at once:", shop.peak)


if __name__ == "__main__":
    asyncio.run(main())
