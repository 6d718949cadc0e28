"""A token bucket for each client, in Redis."""

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
        self._rate = rate
        self._burst = burst
        self._allow_when_down = allow_when_down

    def take(self, name: str, cost: int = 1) -> Decision:
        raise NotImplementedError


def retry_headers(decision: Decision) -> dict[str, str]:
    raise NotImplementedError


def main() -> None:
    with redis.Redis.from_url(os.environ.get("REDIS_URL", "redis://localhost:6379/0")) as client:
        limiter = RateLimiter(client, "try-limits:", rate=0.5, burst=3)
        for _ in range(5):
            decision = limiter.take("ada")
            print(decision, retry_headers(decision))


if __name__ == "__main__":
    main()
