import asyncio

import pytest
from async_context_manager import Connection, Pool, cancel_inside, main, transaction


def test_everything_is_given_back_in_reverse(capsys: pytest.CaptureFixture[str]) -> None:
    asyncio.run(main())
    lines = capsys.readouterr().out.splitlines()
    assert lines[:2] == ["open 2", "open 1"]
    assert lines[-3:] == ["free again: 2", "close 1", "close 2"]


def test_a_cancelled_block_rolls_back_and_frees_its_connection() -> None:
    async def run() -> tuple[list[str], int]:
        async with Pool(1) as pool:
            await cancel_inside(pool)
            return pool.log, pool.free

    log, free = asyncio.run(run())
    assert log == ["open 1", "1: BEGIN", "1: ROLLBACK", "close 1"]
    assert free == 1


def test_a_failure_while_opening_closes_what_is_open() -> None:
    class Broken(Pool):
        def _open(self, number: int):  # type: ignore[override]
            if number == 1:
                raise ConnectionError("too many clients")
            return super()._open(number)

    pool = Broken(3)

    async def run() -> None:
        async with pool:
            pass

    with pytest.raises(ConnectionError):
        asyncio.run(run())
    assert pool.log == ["open 3", "open 2", "close 2", "close 3"]


def test_an_exception_rolls_back_and_is_raised() -> None:
    connection = Connection(1, [])

    async def run() -> None:
        async with transaction(connection):
            raise LookupError

    with pytest.raises(LookupError):
        asyncio.run(run())
    assert connection.log == ["1: BEGIN", "1: ROLLBACK"]
