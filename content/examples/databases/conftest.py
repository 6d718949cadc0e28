"""These tests take a PostgreSQL; without one they are skipped by name."""

import os

import pytest
from replicas import MISSING, find_programs

# They start servers of their own, and say themselves what they need.
APART = {"test_crash", "test_replication"}


@pytest.fixture(autouse=True)
def need_postgres(request: pytest.FixtureRequest) -> None:
    if request.module.__name__ not in APART and "DATABASE_URL" not in os.environ:
        pytest.skip("needs PostgreSQL: docker compose up --wait, and DATABASE_URL")


@pytest.fixture
def printed(request: pytest.FixtureRequest, capsys: pytest.CaptureFixture[str]) -> str:
    """What the program of a test file prints, where the servers that it starts are installed."""
    if find_programs() is None:
        pytest.skip(MISSING)
    request.module.example.main()
    return capsys.readouterr().out
