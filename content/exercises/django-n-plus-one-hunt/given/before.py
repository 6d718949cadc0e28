"""The pages as they are in production: the tests compare with them. Not to be changed."""

from typing import Any

import bookshop  # noqa: F401, first: it sets Django up
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
