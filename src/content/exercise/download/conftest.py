"""Runs each test in a simulation of its own: a clock that only waiting moves, a network in memory, a seeded `random`."""

import asyncio
import inspect

import pytest
from simulation import Simulation

collect_ignore = ["cpython"]
"""Has a `solution` of its own: run pytest in that folder."""


@pytest.hookimpl(tryfirst=True)
def pytest_pyfunc_call(pyfuncitem: pytest.Function) -> bool:
    with Simulation("virtual", seed=1):
        result = pyfuncitem.obj()
        if inspect.iscoroutine(result):
            asyncio.run(result)
    return True
