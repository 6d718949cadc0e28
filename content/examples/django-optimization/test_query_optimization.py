import pytest
import query_optimization as ways
from bookshop import fill
from pytest_django import DjangoAssertNumQueries

pytestmark = pytest.mark.django_db


@pytest.mark.parametrize("authors", [2, 10])
def test_the_cures_take_the_same_number_whatever_the_rows(authors: int) -> None:
    fill(authors=authors)
    counts = ways.count_all()
    assert counts["list_books_naively"] == 1 + 3 * authors
    assert counts["list_authors_naively"] == 1 + authors + 3 * authors
    assert counts["list_titles_betrayed"] == 1 + 3 * authors
    assert (counts["list_books_joined"], counts["list_titles_deferred"]) == (1, 1)
    assert counts["list_authors_prefetched"] == counts["list_authors_filtered"] == 3
    assert counts["list_authors_annotated"] == 1


def test_both_ways_say_the_same(django_assert_num_queries: DjangoAssertNumQueries) -> None:
    fill()
    assert ways.list_books_joined() == ways.list_books_naively()
    with django_assert_num_queries(3):
        prefetched = ways.list_authors_prefetched()
    assert prefetched == ways.list_authors_naively() == [[2, 2, 2]] * 10
    assert [shelf for _, shelf, _ in ways.list_authors_annotated()] == [3] * 10
