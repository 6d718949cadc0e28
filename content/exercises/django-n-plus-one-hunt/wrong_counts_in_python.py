"""Fetches all reviews and sales to count them in Python."""

from typing import Any

import bookshop  # first: it sets Django up
from django.db.models import Prefetch
from shop.models import Author, Book, Review

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
    return [
        {
            "title": book.title,
            "reviews": len(book.reviews.all()),
            "copies": sum(sale.copies for sale in book.sales.all()),
        }
        for book in Book.objects.prefetch_related("reviews", "sales").order_by("title", "id")
    ]


def list_labels() -> list[str]:
    books = Book.objects.select_related("author__country").prefetch_related("tags")
    return [book.label for book in books.order_by("title", "id")]


def list_best_reviews() -> Rows:
    # Book.best_review filters, and what filters does not look at a prefetch.
    visible = Review.objects.filter(hidden=False).order_by("-stars", "id")
    books = Book.objects.prefetch_related(Prefetch("reviews", visible, to_attr="visible_reviews"))
    rows = []
    for book in books.order_by("title", "id"):
        best = next(iter(book.visible_reviews), None)
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
