"""What a server that is full does with the next write, by the policy that it was given.

Starts servers of its own: the program `redis-server` has to be installed.
"""

from __future__ import annotations

from own_redis import PROGRAM, redis_server
from redis import Redis
from redis.exceptions import OutOfMemoryError

SESSIONS, PAGES = 1000, 5000


# region: fill
def fill(server: Redis) -> dict[str, int]:
    """Sessions without an expiry, and then more pages than there is room for. Each page would expire in an hour."""
    server.config_set("maxmemory", server.info("memory")["used_memory"] + 1_000_000)
    server.mset({f"session:{number}": "Ada" for number in range(SESSIONS)})
    refused = 0
    for first in range(0, PAGES, 100):
        with server.pipeline(transaction=False) as batch:
            for number in range(first, first + 100):
                batch.set(f"page:{number}", "x" * 300, ex=3600)
            refused += sum(isinstance(reply, OutOfMemoryError) for reply in batch.execute(raise_on_error=False))
    left = sum(1 for _ in server.scan_iter("session:*", count=1000))
    return {"refused": refused, "evicted": server.info("stats")["evicted_keys"], "sessions left": left}


# endregion
def main() -> None:
    if PROGRAM is None:
        print("redis-server is not installed here")
        return
    for policy in "noeviction", "allkeys-lru", "volatile-lru":
        with redis_server("--maxmemory-policy", policy) as server:
            print(f"{policy:13}", fill(server))


if __name__ == "__main__":
    main()
