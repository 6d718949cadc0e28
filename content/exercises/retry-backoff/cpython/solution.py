import asyncio
import random
import time
from dataclasses import dataclass
from email.utils import parsedate_to_datetime
from typing import Any

from aiohttp import ClientConnectionError, ClientError, ClientPayloadError, ClientResponseError, ClientSession


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

    def __post_init__(self) -> None:
        if self.attempts < 1:
            raise ValueError(f"attempts must be at least 1, got {self.attempts}")

    def delay(self, failures: int) -> float:
        """Seconds to wait after so many failures in a row."""
        doublings = min(failures - 1, 64)  # beyond it the cap holds anyway, and 2.0**1024 is an OverflowError
        return min(self.cap, self.base * 2.0**doublings) * (1 + random.uniform(-self.jitter, self.jitter))


async def get_json(session: ClientSession, url: str, policy: Policy = Policy()) -> Any:
    """What the URL answers, as JSON. Tries again where that may help, and raises the last error where it does not."""
    failures = 0
    while True:
        try:
            async with session.get(url) as response:
                response.raise_for_status()
                return await response.json()
        except (ClientError, TimeoutError) as error:
            failures += 1
            wait = seconds_to_next(error, failures, policy)
            if wait is None:
                raise
        await asyncio.sleep(wait)  # outside the except clause: the error is not kept alive while it waits


def seconds_to_next(error: Exception, failures: int, policy: Policy) -> float | None:
    """How long to wait before the next attempt; None if there should be none."""
    if failures >= policy.attempts or not may_pass(error):
        return None
    asked = retry_after(error)
    if asked > policy.cap:
        return None
    return max(policy.delay(failures), asked)


def may_pass(error: Exception) -> bool:
    """Whether the same request may succeed a little later."""
    if isinstance(error, ClientResponseError):
        return error.status >= 500 or error.status == 429
    return isinstance(error, ClientConnectionError | ClientPayloadError | TimeoutError)


def retry_after(error: Exception) -> float:
    """The seconds for which the server asks in its Retry-After header, a number or a date; otherwise 0."""
    if not isinstance(error, ClientResponseError) or error.headers is None:
        return 0.0
    value = error.headers.get("Retry-After", "")
    if value.isdecimal():
        return float(value)
    try:
        return parsedate_to_datetime(value).timestamp() - time.time()
    except ValueError:
        return 0.0


async def main() -> None:
    async with ClientSession() as session:
        for url in ("https://pypi.org/pypi/aiofiles/json", "https://pypi.org/pypi/aiofiles/0.0.0/json"):
            try:
                print(url, len(str(await get_json(session, url))), "characters")
            except ClientResponseError as error:
                print(error)


if __name__ == "__main__":
    asyncio.run(main())
