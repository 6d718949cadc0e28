"""Pages of the bookshop, as they are in production."""

from typing import Any

import bookshop  # first: it sets Django up
from django.db.models import Sum
from shop.models import Author, Book

Rows = list[dict[str, Any]]


def list_books() -> Rows:
    return [
        {"title": book.title, "author": book.author.name, "country": book.author.country.name}
        for book in Book.objects.order_by("title", "id")
    ]


def list_authors() -> Rows:
    return [
        {
            "name": author.name,
            "titles": [book.title for book in author.books.filter(published=True).order_by("title", "id")],
        }
        for author in Author.objects.order_by("name")
    ]


def count_sales() -> Rows:
    return [
        {
            "title": book.title,
            "reviews": book.reviews.count(),
            "copies": book.sales.aggregate(copies=Sum("copies"))["copies"] or 0,
        }
        for book in Book.objects.order_by("title", "id")
    ]


def list_labels() -> list[str]:
    return [book.label for book in Book.objects.order_by("title", "id")]


def list_best_reviews() -> Rows:
    rows = []
    for book in Book.objects.order_by("title", "id"):
        best = book.best_review
        rows.append({"title": book.title, "stars": best.stars if best else None, "text": best.text if best else ""})
    return rows


def list_prices() -> Rows:
    # The descriptions are long, and are not shown here.
    books = Book.objects.only("title", "cents").order_by("title", "id")
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
