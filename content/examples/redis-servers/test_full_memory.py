import full_memory as example
import pytest
from own_redis import redis_server


@pytest.mark.parametrize(
    ("policy", "refuses", "keeps_sessions"),
    [("noeviction", True, True), ("allkeys-lru", False, False), ("volatile-lru", False, True)],
)
def test_a_full_server_does_as_its_policy_says(policy: str, refuses: bool, keeps_sessions: bool) -> None:
    with redis_server("--maxmemory-policy", policy) as server:
        result = example.fill(server)
    assert (result["refused"] > 0) is refuses
    assert (result["evicted"] > 0) is not refuses
    assert (result["sessions left"] == example.SESSIONS) is keeps_sessions
