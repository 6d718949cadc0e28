"""Counts calls in a window with INCR and EXPIRE: a window ends all at once, and a bucket fills token by token."""

import math
import os
from dataclasses import dataclass

import redis


@dataclass(frozen=True)
class Decision:
    allowed: bool
    remaining: int
    """Whole tokens that are left."""
    retry_after: float
    """Seconds until the same call would be allowed."""


class RateLimiter:
    def __init__(
        self, client: redis.Redis, prefix: str, *, rate: float, burst: int, allow_when_down: bool = True
    ) -> None:
        self._client = client
        self._prefix = prefix
        # Whole microseconds, so that sums and quotients of them are exact.
        self._interval = max(1, round(1_000_000 / rate))
        self._burst = burst
        self._allow_when_down = allow_when_down

    def take(self, name: str, cost: int = 1) -> Decision:
        if not 1 <= cost <= self._burst:
            raise ValueError(f"a call costs 1 to {self._burst} tokens, not {cost}")
        key = self._prefix + name
        try:
            count = self._client.incrby(key, cost)
            if count == cost:
                self._client.pexpire(key, math.ceil(self._burst * self._interval / 1000))
            if count > self._burst:
                self._client.decrby(key, cost)
                left = self._client.pttl(key)
                return Decision(False, self._burst - (count - cost), left / 1000)
        except (redis.ConnectionError, redis.TimeoutError):
            return Decision(self._allow_when_down, 0, 0.0 if self._allow_when_down else 1.0)
        return Decision(True, self._burst - count, 0.0)


def retry_headers(decision: Decision) -> dict[str, str]:
    return {} if decision.allowed else {"Retry-After": str(math.ceil(decision.retry_after))}


def main() -> None:
    with redis.Redis.from_url(os.environ.get("REDIS_URL", "redis://localhost:6379/0")) as client:
        limiter = RateLimiter(client, "try-limits:", rate=0.5, burst=3)
        for _ in range(5):
            decision = limiter.take("ada")
            print(decision, retry_headers(decision))


if __name__ == "__main__":
    main()
