"""A token bucket for each client, in Redis, as the one number of GCRA: when the bucket will be full again."""

import math
import os
from dataclasses import dataclass

import redis

# Times are whole microseconds. A double holds those of today exactly; "%.0f" writes all their digits.
SCRIPT = """
local interval, burst, cost = tonumber(ARGV[1]), tonumber(ARGV[2]), tonumber(ARGV[3])
local clock = redis.call('TIME')
local now = clock[1] * 1000000 + clock[2]
local full = math.max(tonumber(redis.call('GET', KEYS[1]) or now), now)
local moved = full + cost * interval
local wait = moved - now - burst * interval
if wait > 0 then
    return {0, math.max(0, math.floor(burst - (full - now) / interval)), wait}
end
local life = math.ceil((moved - now) / 1000) + 1
redis.call('SET', KEYS[1], string.format('%.0f', moved), 'PX', string.format('%.0f', life))
return {1, math.max(0, math.floor(burst - (moved - now) / interval)), 0}
"""


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
        self._script = client.register_script(SCRIPT)
        self._prefix = prefix
        # Whole microseconds, so that sums and quotients of them are exact.
        self._interval = max(1, round(1_000_000 / rate))
        self._burst = burst
        self._allow_when_down = allow_when_down

    def take(self, name: str, cost: int = 1) -> Decision:
        if not 1 <= cost <= self._burst:
            raise ValueError(f"a call costs 1 to {self._burst} tokens, not {cost}")
        try:
            allowed, remaining, wait = self._script([self._prefix + name], [self._interval, self._burst, cost])
        except (redis.ConnectionError, redis.TimeoutError):
            return Decision(self._allow_when_down, 0, 0.0 if self._allow_when_down else 1.0)
        return Decision(allowed == 1, remaining, wait / 1_000_000)


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
