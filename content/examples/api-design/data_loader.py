"""GraphQL asks for the author of each book alone: the queries of one answer, without and with a data loader.

    python content/examples/api-design/data_loader.py
"""

from __future__ import annotations

import asyncio
from collections.abc import Awaitable, Callable
from dataclasses import dataclass, field
from typing import Generic, TypeVar

from graphql import ExecutionResult, build_schema, graphql

K = TypeVar("K")
V = TypeVar("V")
SCHEMA = build_schema("""
type Author { name: String! }
type Book { title: String! author: Author }
type Query { books: [Book!]! }
""")
QUERY = "{ books { title author { name } } }"


@dataclass
class Database:
    """Counts the queries that it answers."""

    book_authors: list[int]
    queries: int = 0
    authors: dict[int, dict[str, str]] = field(default_factory=lambda: {1: {"name": "Ada"}, 2: {"name": "Bob"}})

    async def get_books(self) -> list[tuple[str, int]]:
        self.queries += 1
        return [(f"Book {number}", author) for number, author in enumerate(self.book_authors, 1)]

    async def get_authors(self, ids: list[int]) -> dict[int, dict[str, str] | Exception]:
        """As `SELECT … WHERE id = ANY(ids)` would. What is not there is an error for its own key only."""
        self.queries += 1
        return {id: self.authors.get(id) or LookupError(f"no author {id}") for id in ids}


# region: loader
class Loader(Generic[K, V]):
    """Collects the keys of one turn of the event loop and asks for all of them at once. For one request only."""

    def __init__(self, fetch: Callable[[list[K]], Awaitable[dict[K, V | Exception]]]) -> None:
        self.fetch = fetch
        self.known: dict[K, asyncio.Future[V]] = {}
        self.waiting: list[K] = []

    def load(self, key: K) -> Awaitable[V]:
        if key not in self.known:
            loop = asyncio.get_running_loop()
            self.known[key] = loop.create_future()
            self.waiting.append(key)
            if len(self.waiting) == 1:
                self.task = loop.create_task(self.dispatch())
        # Many wait for one future. Who is canceled must not cancel it for the others.
        return asyncio.shield(self.known[key])

    async def dispatch(self) -> None:
        keys, self.waiting = self.waiting, []
        try:
            found = await self.fetch(keys)
        except Exception as error:
            found = dict.fromkeys(keys, error)
        for key in keys:
            value = found.get(key, LookupError(key))
            if isinstance(value, Exception):
                self.known[key].set_exception(value)
            else:
                self.known[key].set_result(value)


# endregion
async def answer(database: Database, batched: bool) -> ExecutionResult:
    loader = Loader(database.get_authors)

    async def load_alone(id: int) -> object:
        return (await database.get_authors([id]))[id]

    load = loader.load if batched else load_alone

    async def books(info: object) -> list[dict[str, object]]:
        # A callable in the result is a resolver: it is called for this one book.
        return [{"title": title, "author": lambda info, id=id: load(id)} for title, id in await database.get_books()]

    return await graphql(SCHEMA, QUERY, {"books": books})


async def main() -> None:
    for authors, batched in ([1, 2, 1, 2, 1], False), ([1, 2, 1, 2, 1], True), ([1, 9, 2], True):
        database = Database(authors)
        result = await answer(database, batched)
        assert result.data
        names = [book["author"] and book["author"]["name"] for book in result.data["books"]]
        errors = [(error.message, error.path) for error in result.errors or []]
        print(f"{'loader' if batched else 'alone':6} {database.queries} queries {names} {errors or ''}".rstrip())


if __name__ == "__main__":
    asyncio.run(main())
