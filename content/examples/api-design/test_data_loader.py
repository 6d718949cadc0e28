import asyncio

import data_loader as example
import pytest


def answer(authors: list[int], batched: bool) -> tuple[example.Database, example.ExecutionResult]:
    database = example.Database(authors)
    return database, asyncio.run(example.answer(database, batched))


def test_alone_each_book_asks() -> None:
    database, result = answer([1, 2, 1, 2], batched=False)
    assert database.queries == 1 + 4
    assert not result.errors


def test_the_loader_asks_once_whatever_the_number_of_books() -> None:
    for count in 1, 4, 40:
        database, result = answer([1, 2] * count, batched=True)
        assert database.queries == 2
        assert result.data
        assert len(result.data["books"]) == 2 * count


def test_a_missing_author_costs_that_field_only() -> None:
    _, result = answer([1, 9, 9, 2], batched=True)
    assert result.data
    assert [book["author"] for book in result.data["books"]] == [{"name": "Ada"}, None, None, {"name": "Bob"}]
    assert [error.path for error in result.errors or []] == [["books", 1, "author"], ["books", 2, "author"]]


def test_a_failing_query_reaches_everybody_who_waits() -> None:
    async def fail(keys: list[int]) -> dict[int, str | Exception]:
        raise ConnectionError

    async def run() -> None:
        loader: example.Loader[int, str] = example.Loader(fail)
        results = await asyncio.gather(loader.load(1), loader.load(2), return_exceptions=True)
        assert [type(result) for result in results] == [ConnectionError, ConnectionError]
        with pytest.raises(ConnectionError):
            await loader.load(1)

    asyncio.run(run())


def test_who_is_canceled_cancels_nobody_else() -> None:
    async def fetch(keys: list[int]) -> dict[int, int | Exception]:
        await asyncio.sleep(0)
        return {key: key * 10 for key in keys}

    async def run() -> None:
        loader: example.Loader[int, int] = example.Loader(fetch)
        leaves, stays, other = loader.load(1), loader.load(1), loader.load(2)
        assert isinstance(leaves, asyncio.Future)
        leaves.cancel()
        assert [await stays, await other] == [10, 20]

    asyncio.run(run())
