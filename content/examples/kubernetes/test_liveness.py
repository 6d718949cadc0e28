import asyncio

import liveness as example
import pytest


def test_it_is_dead_only_when_the_loop_has_not_turned_for_too_long() -> None:
    now = 0.0
    heartbeat = example.Heartbeat(patience=30, clock=lambda: now)
    assert heartbeat.is_alive()
    now = 29
    assert heartbeat.is_alive()
    now = 30
    assert not heartbeat.is_alive()


def test_a_busy_loop_is_alive_and_a_blocked_one_is_not(capsys: pytest.CaptureFixture[str]) -> None:
    asyncio.run(example.main())
    assert [line.rsplit(": ")[1] for line in capsys.readouterr().out.splitlines()] == ["200", "503", "200"]
