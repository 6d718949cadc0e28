import asyncio

import asyncio_basics as basics


def test_awaiting_runs_one_after_the_other() -> None:
    log = asyncio.run(basics.await_in_turn())
    assert log == ["made, CORO_CREATED", "a begins", "a ends", "b begins", "b ends"]


def test_tasks_take_turns() -> None:
    log = asyncio.run(basics.run_as_tasks())
    assert log == ["tasks made", "a begins", "b begins", "a ends", "b ends"]


def test_a_group_ends_with_all_its_tasks_and_gather_does_not() -> None:
    assert asyncio.run(basics.fail_in_group())[0] == "the other was cancelled"
    assert asyncio.run(basics.fail_in_gather()) == ["the other is done: False"]


def test_a_timeout_is_a_cancellation_inside() -> None:
    assert asyncio.run(basics.give_up()) == ["inside: CancelledError", "outside: TimeoutError"]
