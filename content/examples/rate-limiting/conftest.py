"""These tests take a Redis; without one they are skipped by name."""

import os

import pytest


@pytest.fixture(autouse=True)
def need_redis() -> None:
    if "REDIS_URL" not in os.environ:
        pytest.skip("needs Redis: docker compose up --wait, and REDIS_URL")
