import asyncio
import os

import chat_workers as example
import pytest

pytestmark = pytest.mark.skipif("REDIS_URL" not in os.environ, reason="needs Redis: docker compose up --wait, and REDIS_URL")


def test_a_worker_reaches_only_its_own_sockets() -> None:
    assert asyncio.run(example.count_who_hear(has_bus=False)) == example.CLIENTS / 2


def test_a_bus_reaches_the_sockets_of_all_workers() -> None:
    assert asyncio.run(example.count_who_hear(has_bus=True)) == example.CLIENTS
