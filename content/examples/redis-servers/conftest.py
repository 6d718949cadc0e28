"""These tests start servers of their own; without the program they are skipped by name."""

import own_redis
import pytest


@pytest.fixture(autouse=True)
def need_redis_server() -> None:
    if own_redis.PROGRAM is None:
        pytest.skip("needs the program redis-server: apt install redis-server")
