import asyncio

import httpx
from concurrent_requests import ATTEMPTS, IN_FLIGHT, Shop, fetch_all


async def fetch_from(shop: Shop, count: int) -> dict[int, int | BaseException]:
    transport = httpx.ASGITransport(app=shop.create_app())
    async with httpx.AsyncClient(transport=transport, base_url="http://shop") as client:
        return await fetch_all(client, range(count))


def test_no_more_than_the_slots_are_in_flight() -> None:
    shop = Shop()
    asyncio.run(fetch_from(shop, 40))
    assert shop.peak == IN_FLIGHT


def test_what_passes_is_tried_again_and_what_is_gone_is_not() -> None:
    shop = Shop()
    results = asyncio.run(fetch_from(shop, 20))
    assert results[3] == 3 and shop.tries[3] == 2
    assert isinstance(results[13], httpx.HTTPStatusError) and shop.tries[13] == 1
    assert sum(isinstance(result, BaseException) for result in results.values()) == 1


def test_trying_ends() -> None:
    tries = 0

    def refuse(request: httpx.Request) -> httpx.Response:
        nonlocal tries
        tries += 1
        return httpx.Response(503)

    async def run() -> dict[int, int | BaseException]:
        async with httpx.AsyncClient(transport=httpx.MockTransport(refuse), base_url="http://shop") as client:
            return await fetch_all(client, [7])

    assert isinstance(asyncio.run(run())[7], httpx.HTTPStatusError)
    assert tries == ATTEMPTS
