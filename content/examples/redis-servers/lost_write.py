"""A write that was acknowledged is gone after a failover, and the setting that has it refused instead.

Starts two servers of its own for each: the program `redis-server` has to be installed.
"""

from __future__ import annotations

from own_redis import PROGRAM, port_of, redis_server, until
from redis import Redis, ResponseError

NOWHERE = 1  # a port that nobody listens on
SETTINGS: list[dict[str, int]] = [{}, {"min-replicas-to-write": 1}]


def follow(replica: Redis, primary: Redis) -> None:
    replica.replicaof("127.0.0.1", port_of(primary))
    until(lambda: replica.info("replication").get("master_link_status") == "up")
    until(lambda: primary.wait(1, 100) == 1)


# region: failover
def fail_over(primary: Redis, replica: Redis) -> list[str]:
    """The network between the two breaks. A client still reaches the old primary, while a majority promotes the replica."""
    primary.set("balance", 100)
    until(lambda: primary.wait(1, 100) == 1)
    seen = ["before: SET balance 100 is on 1 replica"]
    replica.replicaof("127.0.0.1", NOWHERE)
    until(lambda: primary.info("replication")["connected_slaves"] == 0)
    try:
        seen.append(f"cut off: SET balance 50 answers {'OK' if primary.set('balance', 50) else 'nil'}")
        seen.append(f"cut off: WAIT finds it on {primary.wait(1, 50)} replicas")
    except ResponseError as error:
        seen.append(f"cut off: SET balance 50 is refused: {str(error).split('.')[0]}")
    replica.replicaof("no", "one")  # what Sentinel or the cluster does
    follow(primary, replica)  # and what the old primary has to do when it is back
    return [*seen, f"after: the balance is {primary.get('balance')}"]


# endregion
def main() -> None:
    if PROGRAM is None:
        print("redis-server is not installed here")
        return
    for settings in SETTINGS:
        with redis_server() as primary, redis_server() as replica:
            follow(replica, primary)
            for name, value in settings.items():
                primary.config_set(name, value)
            print(settings or "defaults", *fail_over(primary, replica), sep="\n  ")


if __name__ == "__main__":
    main()
