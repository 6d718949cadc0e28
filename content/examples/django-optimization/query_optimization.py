"""How many queries each way of reading takes, counted: N+1 and its two cures, fields left out, and rows that are only counted."""

from __future__ import annotations

from collections.abc import Callable

from bookshop import Author, Book, Review, count_queries, setup
from django.db.models import Avg, Count, Prefetch


# region: n-plus-one
def list_books_naively() -> list[str]:
    return [f"{book.title} by {book.author.name}" for book in Book.objects.all()]


def list_books_joined() -> list[str]:
    """One row leads to one row: a join brings both."""
    return [f"{book.title} by {book.author.name}" for book in Book.objects.select_related("author")]


# endregion
# region: to-many
def list_authors_naively() -> list[list[int]]:
    return [[book.reviews.count() for book in author.books.all()] for author in Author.objects.all()]


def list_authors_prefetched() -> list[list[int]]:
    """One row leads to many: a query for each level, joined in Python. `len()` takes what is there, `count()` asks again
    unless it was prefetched."""
    authors = Author.objects.prefetch_related("books__reviews")
    return [[len(book.reviews.all()) for book in author.books.all()] for author in authors]


def list_authors_filtered() -> list[list[int]]:
    """A filter on what was prefetched throws it away and asks anew: the filter belongs into the `Prefetch`."""
    good = Prefetch("books__reviews", Review.objects.filter(stars__gte=3), to_attr="good_reviews")
    return [[len(book.good_reviews) for book in author.books.all()] for author in Author.objects.prefetch_related(good)]


def list_authors_annotated() -> list[tuple[str, int, float | None]]:
    """A number a row is not a reason to fetch rows. Two joins multiply each other, hence `distinct`."""
    authors = Author.objects.annotate(
        shelf=Count("books", distinct=True), stars=Avg("books__reviews__stars")
    ).order_by("name")
    return list(authors.values_list("name", "shelf", "stars"))


# endregion
# region: fields
def list_titles_deferred() -> list[str]:
    return [book.title for book in Book.objects.only("title")]


def list_titles_betrayed() -> list[str]:
    """`only` with one field too few is an N+1 of its own: each summary is fetched alone."""
    return [book.title + book.summary[:0] for book in Book.objects.only("title")]


# endregion
WAYS: tuple[Callable[[], object], ...] = (
    list_books_naively,
    list_books_joined,
    list_authors_naively,
    list_authors_prefetched,
    list_authors_filtered,
    list_authors_annotated,
    list_titles_deferred,
    list_titles_betrayed,
)


def count_all() -> dict[str, int]:
    counts = {}
    for way in WAYS:
        with count_queries() as queries:
            way()
        counts[way.__name__] = len(queries)
    return counts


def main() -> None:
    setup(authors=10, books=3, reviews=2)
    print("10 authors, 30 books, 60 reviews")
    for name, count in count_all().items():
        print(f"{name:<26} {count:>3} {'query' if count == 1 else 'queries'}")


if __name__ == "__main__":
    main()
