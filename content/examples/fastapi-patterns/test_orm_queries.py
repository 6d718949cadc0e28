import pytest
from orm_queries import count, fill


@pytest.mark.parametrize("books", [1, 20])
def test_a_join_takes_one_query_whatever_the_rows(books: int) -> None:
    fill(books)
    assert count("/naive") == (books, books + 1)
    assert count("/joined") == (books, 1)
