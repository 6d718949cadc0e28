"""The simulated loop does what asyncio's own loop does, on random programs."""

from __future__ import annotations

import asyncio
import sys
from typing import Any

from program import Body, generate, run_program, shrink
from simulation import Clock, Network, SimulatedLoop
from warped_loop import WarpedLoop

SIMULATED = False
PROGRAMS = 300


def simulated() -> SimulatedLoop:
    return SimulatedLoop(Clock(), Network())


def differ(program: Body, left: Any, right: Any) -> bool:
    return run_program(program, left()) != run_program(program, right())


def find_difference(left: Any, right: Any, programs: range, **options: bool) -> str | None:
    """The first program on which two kinds of loop disagree, made small, with both logs."""
    for seed in programs:
        program = generate(seed, **options)
        if differ(program, left, right):
            small = shrink(program, lambda candidate: differ(candidate, left, right))
            logs = run_program(small, left()), run_program(small, right())
            shown = ["\n".join(map(str, log)) for log in logs]
            return f"seed {seed}\nprogram {small}\n\n{shown[0]}\n\nand\n\n{shown[1]}"
    return None


def test_programs_do_the_same_in_the_same_order_at_the_same_time() -> None:
    assert (found := find_difference(simulated, WarpedLoop, range(PROGRAMS))) is None, found


def test_programs_without_timers_do_the_same_on_an_untouched_loop() -> None:
    if sys.platform == "emscripten":
        return  # no sockets, so no untouched loop
    compared = 0
    for seed in range(PROGRAMS):
        program = generate(seed, with_time=False)
        log = run_program(program, simulated())
        if log[-1][0] > 0:
            continue  # it waits until its timeout, which would be real time
        plain = [(name, text) for _, name, text in log]
        other = [(name, text) for _, name, text in run_program(program, asyncio.SelectorEventLoop())]
        assert plain == other, f"seed {seed}\nprogram {program}\n{plain}\n{other}"
        compared += 1
    assert compared > PROGRAMS / 4, compared


def test_the_programs_reach_every_statement_and_most_end_by_themselves() -> None:
    logs = [run_program(generate(seed), simulated()) for seed in range(100)]
    texts = {text.split()[1] for log in logs for _, _, text in log if text.startswith("ended")}
    assert {"sleep", "get", "wait", "lock", "condition", "gather", "group", "timeout", "wait_for", "first"} <= texts
    assert sum(log[-1][0] < 97 for log in logs) > 60, "too many programs only wait"
    assert sum(map(len, logs)) > 2000


def test_a_wrong_loop_is_found_and_its_program_made_small() -> None:
    class HastyLoop(SimulatedLoop):
        """Forgets that what is called later must wait its turn."""

        def call_soon(self, callback: Any, *args: Any, context: Any = None) -> asyncio.Handle:
            handle = super().call_soon(callback, *args, context=context)
            if len(self._ready) > 2:
                self._ready.rotate(1)
            return handle

    found = find_difference(lambda: HastyLoop(Clock(), Network()), WarpedLoop, range(PROGRAMS))
    assert found is not None
    assert len(found.splitlines()[1]) < 200, found
