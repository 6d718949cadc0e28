"""Prefetches the reviews and then filters them, which asks again for each book."""

from typing import Any

import bookshop  # first: it sets Django up
from django.db.models import Count, OuterRef, Prefetch, Subquery, Sum
from django.db.models.functions import Coalesce
from shop.models import Author, Book, Review, Sale

Rows = list[dict[str, Any]]


def list_books() -> Rows:
    return [
        {"title": book.title, "author": book.author.name, "country": book.author.country.name}
        for book in Book.objects.select_related("author__country").order_by("title", "id")
    ]


def list_authors() -> Rows:
    published = Book.objects.filter(published=True).order_by("title", "id")
    authors = Author.objects.prefetch_related(Prefetch("books", published, to_attr="published_books"))
    return [
        {"name": author.name, "titles": [book.title for book in author.published_books]}
        for author in authors.order_by("name")
    ]


def count_sales() -> Rows:
    # One subquery for each number: two joins would multiply the rows of one another.
    reviews = Review.objects.filter(book=OuterRef("pk")).order_by().values("book").annotate(found=Count("pk"))
    copies = Sale.objects.filter(book=OuterRef("pk")).order_by().values("book").annotate(found=Sum("copies"))
    books = Book.objects.annotate(
        review_count=Coalesce(Subquery(reviews.values("found")), 0),
        copies_sold=Coalesce(Subquery(copies.values("found")), 0),
    )
    return [
        {"title": book.title, "reviews": book.review_count, "copies": book.copies_sold}
        for book in books.order_by("title", "id")
    ]


def list_labels() -> list[str]:
    books = Book.objects.select_related("author__country").prefetch_related("tags")
    return [book.label for book in books.order_by("title", "id")]


def list_best_reviews() -> Rows:
    rows = []
    for book in Book.objects.prefetch_related("reviews").order_by("title", "id"):
        best = book.best_review
        rows.append({"title": book.title, "stars": best.stars if best else None, "text": best.text if best else ""})
    return rows


def list_prices() -> Rows:
    # Without what is heavy, and with whatever a price may come to depend on.
    books = Book.objects.defer("description").order_by("title", "id")
    return [{"title": book.title, "cents": book.final_cents} for book in books]


def main() -> None:
    bookshop.fill(books=12)
    for page in (list_books, list_authors, count_sales, list_labels, list_best_reviews, list_prices):
        with bookshop.count_queries() as queries:
            page()
        print(f"{page.__name__}: {len(queries)} queries, the last one:")
        print(f"    {queries[-1]['sql']}")


if __name__ == "__main__":
    main()
