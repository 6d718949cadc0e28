import lost_write as example
from own_redis import redis_server


def test_by_default_an_acknowledged_write_is_lost() -> None:
    with redis_server() as primary, redis_server() as replica:
        example.follow(replica, primary)
        seen = example.fail_over(primary, replica)
    assert seen[1] == "cut off: SET balance 50 answers OK"
    assert seen[-1] == "after: the balance is 100"


def test_a_primary_without_replicas_can_refuse() -> None:
    with redis_server() as primary, redis_server() as replica:
        example.follow(replica, primary)
        primary.config_set("min-replicas-to-write", 1)
        seen = example.fail_over(primary, replica)
    assert "NOREPLICAS" in seen[1]
