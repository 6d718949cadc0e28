"""
Nothing here sleeps, and nothing compares with the clock of this machine. Where time must not pass, a token takes an hour.
Where it must, the test asks Redis for its time until it is late enough, and what it demands holds however late it is then.
"""

import math
import os
import socket
import time
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from threading import Barrier
from typing import Any
from uuid import uuid4

import pytest
import redis
import solution
from redis.backoff import NoBackoff
from redis.retry import Retry
from solution import Decision, RateLimiter, retry_headers

URL = os.environ.get("REDIS_URL", "redis://localhost:6379/0")
HOUR = 3600
AN_HOUR_EACH = 1 / HOUR


class Shop:
    """A prefix of our own in Redis, and servers with one connection each."""

    def __init__(self) -> None:
        self.prefix = f"limits-{uuid4().hex}:"
        self.redis = redis.Redis.from_url(URL)
        self._servers: list[redis.Redis] = [self.redis]

    def server(self, kind: type[redis.Redis] = redis.Redis, **more: Any) -> redis.Redis:
        client = kind.from_url(URL, **more)
        self._servers.append(client)
        return client

    def limiter(self, server: redis.Redis | None = None, **limits: Any) -> RateLimiter:
        return RateLimiter(server or self.redis, self.prefix, **limits)

    def keys(self) -> list[bytes]:
        return list(self.redis.scan_iter(match=f"{self.prefix}*", count=1000))

    def now(self) -> float:
        """The time of Redis, in seconds."""
        seconds, microseconds = self.redis.time()
        return seconds + microseconds / 1_000_000

    def wait_until(self, moment: float) -> None:
        while self.now() <= moment:
            pass

    def close(self) -> None:
        if keys := self.keys():
            self.redis.delete(*keys)
        for server in self._servers:
            server.close()


@pytest.fixture
def shop() -> Iterator[Shop]:
    shop = Shop()
    try:
        yield shop
    finally:
        shop.close()


@pytest.mark.parametrize("rate", [AN_HOUR_EACH, 0.0007, 1 / 1700])
def test_1_a_burst_goes_through(shop: Shop, rate: float) -> None:
    """Allows a burst, counts what is left, and then refuses"""
    limiter = shop.limiter(rate=rate, burst=4)
    decisions = [limiter.take("ada") for _ in range(6)]
    assert [decision.allowed for decision in decisions] == [True] * 4 + [False] * 2
    assert [decision.remaining for decision in decisions] == [3, 2, 1, 0, 0, 0]


def test_1_tokens_come_back(shop: Shop) -> None:
    """Gives a token back when its time has come, also within a second"""
    limiter = shop.limiter(rate=50, burst=1)
    for _ in range(3):
        allowed = limiter.take("ada").allowed
        asked = shop.now()
        assert allowed, "a token of 1/50 s has had its time, and was not there"
        shop.wait_until(asked + 1 / 50)


def test_1_never_more_than_burst_and_rate(shop: Shop) -> None:
    """Allows no more than the burst and what flows in meanwhile"""
    limiter = shop.limiter(rate=200, burst=5)
    began = shop.now()
    allowed = sum(limiter.take("ada").allowed for _ in range(150))
    bound = 5 + math.floor((shop.now() - began) * 200 + 0.001)
    assert 5 <= allowed <= bound, f"{allowed} calls were allowed where {bound} tokens came in at most"


def test_1_a_full_bucket_gains_nothing(shop: Shop) -> None:
    """A bucket that nobody has used for long holds a burst and no more"""
    limiter = shop.limiter(rate=1000, burst=2)
    limiter.take("ada")
    shop.wait_until(shop.now() + 0.02)
    decision = limiter.take("ada")
    assert decision.remaining <= 1, "tokens have come into a bucket that was full"


class Meeting(redis.Redis):
    """A client whose first answer, the time apart, waits until the other server has its first, too: a pause where it hurts most."""

    barrier: Barrier
    met = True

    def execute_command(self, *words: Any, **options: Any) -> Any:
        answer = super().execute_command(*words, **options)
        if not self.met and words[0] != "TIME":
            self.met = True
            self.barrier.wait(timeout=20)
        return answer


def test_2_two_servers_share_a_token(shop: Shop) -> None:
    """Two servers that ask at the same moment get one token once"""
    shop.limiter(rate=AN_HOUR_EACH, burst=1).take("somebody else")  # loads a script, if there is one
    barrier = Barrier(2)
    limiters = []
    for _ in range(2):
        server = shop.server(Meeting)
        limiters.append(shop.limiter(server, rate=AN_HOUR_EACH, burst=1))
        server.barrier, server.met = barrier, False  # type: ignore[attr-defined]
    with ThreadPoolExecutor(2) as pool:
        decisions = list(pool.map(lambda limiter: limiter.take("ada"), limiters))
    allowed = sum(decision.allowed for decision in decisions)
    assert allowed == 1, f"{allowed} servers took the only token: each read the bucket before the other wrote it"


def test_2_many_servers_share_a_burst(shop: Shop) -> None:
    """Eight servers at once hand out exactly one burst"""

    def ask(server: redis.Redis) -> int:
        limiter = shop.limiter(server, rate=AN_HOUR_EACH, burst=20)
        return sum(limiter.take("ada").allowed for _ in range(10))

    servers = [shop.server() for _ in range(8)]
    with ThreadPoolExecutor(8) as pool:
        allowed = sum(pool.map(ask, servers))
    assert allowed == 20, f"of 80 calls {allowed} were allowed by a bucket of 20"


def set_clock(monkeypatch: pytest.MonkeyPatch, ahead: float) -> None:
    """Makes the clocks of this server wrong, those that the solution has imported by name, too."""
    for name in ("time", "time_ns", "monotonic", "monotonic_ns"):
        right = getattr(time, name)
        shift = int(ahead * 1_000_000_000) if name.endswith("_ns") else ahead

        def wrong(right: Any = right, shift: float = shift) -> Any:
            return right() + shift

        for local, value in list(vars(solution).items()):
            if value is right:
                monkeypatch.setattr(solution, local, wrong)
        monkeypatch.setattr(time, name, wrong)


@pytest.mark.parametrize("hours", [1, -1])
def test_2_clocks_of_servers_do_not_count(shop: Shop, hours: int) -> None:
    """A server whose clock is wrong neither gives tokens away nor takes them"""
    limiter = shop.limiter(rate=AN_HOUR_EACH, burst=1)
    assert limiter.take("ada").allowed
    with pytest.MonkeyPatch.context() as monkeypatch:
        set_clock(monkeypatch, hours * HOUR * 2)
        decision = shop.limiter(shop.server(), rate=AN_HOUR_EACH, burst=1).take("ada")
        assert not decision.allowed, "a server whose clock is wrong has allowed a call for which there is no token"
        assert decision.retry_after <= HOUR + 0.001, "a clock that is wrong has made the wait longer"
        assert shop.limiter(shop.server(), rate=AN_HOUR_EACH, burst=1).take("bob").allowed
    decision = limiter.take("bob")
    assert not decision.allowed, "a call on a server whose clock is wrong was not counted by the others"
    assert decision.retry_after <= HOUR + 0.001, "a server whose clock is wrong has made others wait longer"


def test_3_each_client_has_a_bucket(shop: Shop) -> None:
    """Clients do not share a bucket, and limiters with another prefix do not either"""
    limiter = shop.limiter(rate=AN_HOUR_EACH, burst=1)
    assert [limiter.take(name).allowed for name in ("ada", "bob", "ada")] == [True, True, False]
    other = RateLimiter(shop.redis, f"{shop.prefix}uploads:", rate=AN_HOUR_EACH, burst=1)
    assert other.take("ada").allowed


def test_3_a_cost_is_paid_whole(shop: Shop) -> None:
    """A call that costs more than there is takes nothing"""
    limiter = shop.limiter(rate=AN_HOUR_EACH, burst=10)
    costs = [6, 5, 3, 2, 1]
    decisions = [limiter.take("ada", cost) for cost in costs]
    assert [decision.allowed for decision in decisions] == [True, False, True, False, True]
    assert [decision.remaining for decision in decisions] == [4, 4, 1, 1, 0]


@pytest.mark.parametrize("cost", [0, -1, 11])
def test_3_impossible_costs_raise(shop: Shop, cost: int) -> None:
    """A cost that is never allowed, or that gives tokens, raises ValueError"""
    limiter = shop.limiter(rate=AN_HOUR_EACH, burst=10)
    with pytest.raises(ValueError):
        limiter.take("ada", cost)
    assert limiter.take("ada").remaining == 9


def test_3_full_buckets_are_forgotten(shop: Shop) -> None:
    """Each key has an end, about when the bucket is full again"""
    limiter = shop.limiter(rate=0.1, burst=10)
    limiter.take("ada")
    limiter.take("bob", 10)
    keys = shop.keys()
    assert keys, "no key begins with the prefix"
    for key in keys:
        life = shop.redis.pttl(key)
        is_bob = b"bob" in key.removeprefix(shop.prefix.encode())
        limit = 102_000 if is_bob else 12_000
        assert life != -1, f"{key!r} stays for ever"
        assert life <= limit, f"{key!r} lives for {life} ms, and its bucket is full in {limit - 2000}"
        assert not is_bob or life > 12_000, "the bucket of bob is forgotten before it is full: he gets a burst again"


def test_4_the_wait_is_exact(shop: Shop) -> None:
    """Says how long until the same call fits"""
    limiter = shop.limiter(rate=AN_HOUR_EACH, burst=5)
    began = shop.now()
    limiter.take("ada", 5)
    waits = {cost: limiter.take("ada", cost).retry_after for cost in (1, 3)}
    passed = shop.now() - began
    for cost, wait in waits.items():
        assert cost * HOUR - passed - 0.001 <= wait <= cost * HOUR + 0.001, f"{cost} tokens take {cost} hours"
    assert limiter.take("bob").retry_after == 0.0


def test_4_whoever_waits_gets_it(shop: Shop) -> None:
    """After the wait that was asked for, the call is allowed; a fraction of a second is not lost"""
    limiter = shop.limiter(rate=20, burst=10)
    limiter.take("ada", 10)
    refused = limiter.take("ada", 4)
    while refused.allowed:  # only where the machine stood still between the two calls
        refused = limiter.take("ada", 4)
    assert 0 < refused.retry_after <= 0.2 + 0.001, "the wait is at most 4/20 s, and more than nothing"
    shop.wait_until(shop.now() + refused.retry_after)
    assert limiter.take("ada", 4).allowed, "the client waited as long as it was told, and was refused again"


def test_4_refusals_cost_nothing(shop: Shop) -> None:
    """A client that hammers does not wait longer"""
    limiter = shop.limiter(rate=AN_HOUR_EACH, burst=2)
    limiter.take("ada", 2)
    waits = [limiter.take("ada").retry_after for _ in range(30)]
    assert waits[-1] <= waits[0], f"after 30 refusals the wait has grown from {waits[0]:.0f} to {waits[-1]:.0f} s"


@pytest.mark.parametrize(("wait", "said"), [(0.2, "1"), (1.0, "1"), (7.01, "8"), (3600.0, "3600")])
def test_4_the_header_rounds_up(wait: float, said: str) -> None:
    """Retry-After is in whole seconds, and never too early"""
    assert retry_headers(Decision(allowed=False, remaining=0, retry_after=wait)) == {"Retry-After": said}
    assert retry_headers(Decision(allowed=True, remaining=3, retry_after=0.0)) == {}


@pytest.fixture
def silence() -> Iterator[redis.Redis]:
    """A client of a port that is taken, and where nobody listens."""
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        with redis.Redis(port=taken.getsockname()[1], retry=Retry(NoBackoff(), 0)) as client:
            yield client


@pytest.mark.parametrize("allowed", [True, False])
def test_5_redis_is_down(shop: Shop, silence: redis.Redis, allowed: bool) -> None:
    """Without Redis the limiter does what it was told to do"""
    decision = shop.limiter(silence, rate=1, burst=1, allow_when_down=allowed).take("ada")
    assert decision.allowed is allowed
    assert decision.retry_after == (0.0 if allowed else 1.0)


def test_5_other_errors_are_raised(shop: Shop) -> None:
    """A key of another type is no outage, and the error is raised"""
    limiter = shop.limiter(rate=AN_HOUR_EACH, burst=1)
    limiter.take("ada")
    keys = shop.keys()
    assert keys, "no key begins with the prefix"
    for key in keys:
        shop.redis.delete(key)
        shop.redis.xadd(key, {"not": "a bucket"})
    with pytest.raises(redis.ResponseError):
        limiter.take("ada")
