"""In a process of its own, since the client looks at its environment once, at the import."""

import os
import subprocess
import sys
from pathlib import Path

import pytest


@pytest.fixture(scope="module")
def lines(tmp_path_factory: pytest.TempPathFactory) -> list[str]:
    directory = tmp_path_factory.mktemp("metrics")
    done = subprocess.run(
        [sys.executable, str(Path(__file__).with_name("multiprocess_metrics.py"))],
        env={**os.environ, "PROMETHEUS_MULTIPROC_DIR": str(directory)},
        capture_output=True,
        text=True,
        check=True,
    )
    return done.stdout.splitlines()


def test_a_process_alone_sees_nothing_of_the_others(lines: list[str]) -> None:
    assert lines[0].endswith("0.0")


def test_counters_add_up_over_all_workers(lines: list[str]) -> None:
    assert "'orders': [7.0]" in lines[1]


def test_a_gauge_is_a_series_per_process_unless_told_otherwise(lines: list[str]) -> None:
    assert "'pool_size': [0.0, 10.0, 10.0]" in lines[1]
    assert "'busy': [2.0]" in lines[1]


def test_marking_workers_as_dead_ends_live_gauges_and_keeps_counters(lines: list[str]) -> None:
    assert "'busy': [0.0]" in lines[2]
    assert "'orders': [7.0]" in lines[2]
