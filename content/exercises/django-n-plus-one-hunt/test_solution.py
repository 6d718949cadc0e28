"""Every page is compared with the page as it was, on few books and on many, and may not send more queries for many."""

from collections.abc import Iterator
from typing import Any

import before
import bookshop  # before the models: it sets Django up
import pytest
import solution
from django.db.models.signals import post_init
from shop.models import Review, Sale

FEW, MANY = 12, 36


def find_repeated(queries: list[dict[str, str]]) -> str:
    """The beginning of the query that was sent most often, without its numbers."""
    shapes = ["".join("?" if letter.isdigit() else letter for letter in query["sql"]) for query in queries]
    return max(shapes, key=shapes.count)[:300]


def check(name: str, allowed: int) -> list[str]:
    """Holds a page against its former self. Returns the queries that it has sent for many books."""
    sent: list[int] = []
    queries: list[dict[str, str]] = []
    for books in (FEW, MANY):
        bookshop.fill(books)
        expected = getattr(before, name)()
        with bookshop.count_queries() as captured:
            rows = getattr(solution, name)()
        queries = captured.captured_queries
        sent.append(len(queries))
        assert isinstance(rows, list), f"{name} returns a list"
        wrong = [(new, old) for new, old in zip(rows, expected, strict=False) if new != old]
        assert not wrong, f"with {books} books, {name} now returns {wrong[0][0]}, and did return {wrong[0][1]}"
        assert len(rows) == len(expected), f"with {books} books, {name} returns {len(rows)} rows, not {len(expected)}"
    assert sent[0] == sent[1], (
        f"{name} sends {sent[0]} queries for {FEW} books and {sent[1]} for {MANY}; most often\n{find_repeated(queries)}"
    )
    assert sent[1] <= allowed, f"{name} sends {sent[1]} queries, and {allowed} would do"
    return [query["sql"] for query in queries]


@pytest.fixture
def made() -> Iterator[dict[str, int]]:
    """Counts the objects of a model that are made from rows."""
    found = {"Review": 0, "Sale": 0}

    def note(sender: type, **more: Any) -> None:
        found[sender.__name__] += 1

    for model in (Review, Sale):
        post_init.connect(note, sender=model)
    try:
        yield found
    finally:
        for model in (Review, Sale):
            post_init.disconnect(note, sender=model)


def test_1_books() -> None:
    """Books come with author and country in one query"""
    check("list_books", 1)


def test_2_authors() -> None:
    """Authors come with their published titles, in order, in two queries"""
    check("list_authors", 2)


def test_3_numbers() -> None:
    """Reviews and copies are counted in at most three queries"""
    check("count_sales", 3)


def test_3_the_database_counts(made: dict[str, int]) -> None:
    """No review and no sale is made into an object to count it"""
    bookshop.fill(FEW)
    made.update(Review=0, Sale=0)
    rows = solution.count_sales()
    assert made == {"Review": 0, "Sale": 0}, "rows were fetched to count them in Python"
    assert rows


def test_4_labels() -> None:
    """Labels with author, country and tags take two queries"""
    check("list_labels", 2)


def test_5_best_reviews() -> None:
    """The best visible review of each book comes in two queries"""
    check("list_best_reviews", 2)


def test_6_prices() -> None:
    """Prices take one query, and it does not read the descriptions"""
    for sql in check("list_prices", 1):
        assert "description" not in sql, "the descriptions were read, which nobody shows"
