"""Waits after the last attempt, too, and then says only that it has given up: the real error is lost."""

import asyncio
import random
import time
from dataclasses import dataclass
from email.utils import parsedate_to_datetime
from typing import Any

from simweb import ClientConnectionError, ClientError, ClientPayloadError, ClientResponseError, ClientSession


@dataclass(frozen=True)
class Policy:
    attempts: int = 5
    base: float = 0.5
    cap: float = 30.0
    jitter: float = 0.1

    def __post_init__(self) -> None:
        if self.attempts < 1:
            raise ValueError(f"attempts must be at least 1, got {self.attempts}")

    def delay(self, failures: int) -> float:
        doublings = min(failures - 1, 64)
        return min(self.cap, self.base * 2.0**doublings) * (1 + random.uniform(-self.jitter, self.jitter))


async def get_json(session: ClientSession, url: str, policy: Policy = Policy()) -> Any:
    for failures in range(1, policy.attempts + 1):
        try:
            async with session.get(url) as response:
                response.raise_for_status()
                return await response.json()
        except (ClientError, TimeoutError) as error:
            wait = seconds_to_next(error, failures, policy)
            if wait is None:
                raise
        await asyncio.sleep(wait)
    raise RuntimeError(f"gave up after {policy.attempts} attempts")


def seconds_to_next(error: Exception, failures: int, policy: Policy) -> float | None:
    if not may_pass(error):
        return None
    asked = retry_after(error)
    if asked > policy.cap:
        return None
    return max(policy.delay(failures), asked)


def may_pass(error: Exception) -> bool:
    if isinstance(error, ClientResponseError):
        return error.status >= 500 or error.status == 429
    return isinstance(error, ClientConnectionError | ClientPayloadError | TimeoutError)


def retry_after(error: Exception) -> float:
    if not isinstance(error, ClientResponseError) or error.headers is None:
        return 0.0
    value = error.headers.get("Retry-After", "")
    if value.isdecimal():
        return float(value)
    try:
        return parsedate_to_datetime(value).timestamp() - time.time()
    except ValueError:
        return 0.0
