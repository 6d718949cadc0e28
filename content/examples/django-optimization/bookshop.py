"""A bookshop in Django 5.2, configured in one file: models, tables, rows, and a count of the queries.

    from bookshop import Book, count_queries, setup

    setup()
    with count_queries() as queries:
        print([book.author.name for book in Book.objects.all()])
    print(len(queries))

The database is an SQLite in memory that all threads share, or the PostgreSQL of `DATABASE_URL`, there in a schema of
its own that is dropped at the end. URLs are looked for in the script that is run: give it `urlpatterns`. Its middleware
is `settings.MIDDLEWARE = ["__main__.…"]`, or `override_settings` of `django.test`.
"""

from __future__ import annotations

import atexit
import os
import sys
from datetime import date
from decimal import Decimal
from urllib.parse import unquote, urlsplit

import django
from django.apps import apps
from django.conf import settings
from django.db import connection, models
from django.test.utils import CaptureQueriesContext

SCHEMA = f"bookshop_{os.getpid()}"


def read_database(url: str) -> dict[str, object]:
    """Settings of a database, from an address such as `postgresql://user:password@host:5432/name`."""
    if not url:
        # Shared, since a database in memory is otherwise one for each connection, and Django has one for each thread.
        return {"ENGINE": "django.db.backends.sqlite3", "NAME": "file:bookshop?mode=memory&cache=shared"}
    parts = urlsplit(url)
    return {
        "ENGINE": "django.db.backends.postgresql",
        "NAME": parts.path.removeprefix("/"),
        "USER": unquote(parts.username or ""),
        "PASSWORD": unquote(parts.password or ""),
        "HOST": parts.hostname or "",
        "PORT": parts.port or "",
        "OPTIONS": {"options": f"-c search_path={SCHEMA}"},
    }


if not settings.configured:
    settings.configure(
        SECRET_KEY="of an example, with 32 characters or more",
        ALLOWED_HOSTS=["localhost", "testserver"],
        DATABASES={"default": read_database(os.environ.get("DATABASE_URL", ""))},
        INSTALLED_APPS=["django.contrib.contenttypes", "django.contrib.auth", "django.contrib.sessions", "bookshop"],
        ROOT_URLCONF="__main__",
        TEMPLATES=[{"BACKEND": "django.template.backends.django.DjangoTemplates"}],
    )
    django.setup()


class Publisher(models.Model):
    name = models.CharField(max_length=100)

    class Meta:
        app_label = "bookshop"

    def __str__(self) -> str:
        return self.name


class Author(models.Model):
    name = models.CharField(max_length=100)

    class Meta:
        app_label = "bookshop"

    def __str__(self) -> str:
        return self.name


class Genre(models.Model):
    name = models.CharField(max_length=50, unique=True)

    class Meta:
        app_label = "bookshop"

    def __str__(self) -> str:
        return self.name


class Book(models.Model):
    title = models.CharField(max_length=200)
    author = models.ForeignKey(Author, on_delete=models.CASCADE, related_name="books")
    publisher = models.ForeignKey(Publisher, on_delete=models.SET_NULL, null=True, related_name="books")
    genres = models.ManyToManyField(Genre, related_name="books")
    price = models.DecimalField(max_digits=6, decimal_places=2, default=Decimal("10.00"))
    stock = models.PositiveIntegerField(default=0)
    published = models.DateField(default=date(2026, 1, 1))
    # Long, so that leaving it out of a query matters.
    summary = models.TextField(default="", blank=True)

    class Meta:
        app_label = "bookshop"

    def __str__(self) -> str:
        return self.title


class Review(models.Model):
    book = models.ForeignKey(Book, on_delete=models.CASCADE, related_name="reviews")
    stars = models.PositiveSmallIntegerField()
    text = models.TextField(default="", blank=True)

    class Meta:
        app_label = "bookshop"


class Order(models.Model):
    book = models.ForeignKey(Book, on_delete=models.PROTECT, related_name="orders")
    email = models.EmailField()
    quantity = models.PositiveIntegerField(default=1)
    is_paid = models.BooleanField(default=False)

    class Meta:
        app_label = "bookshop"


# Django looks for models in a module of that name; here they are in the app itself.
apps.get_app_config("bookshop").models_module = sys.modules[__name__]


def setup(*, authors: int = 10, books: int = 3, reviews: int = 2) -> None:
    """Makes the tables and fills the shop."""
    create_tables()
    fill(authors=authors, books=books, reviews=reviews)


def create_tables() -> None:
    """Makes the tables of all models, those of the script too: they say `app_label = "bookshop"`."""
    if connection.vendor == "postgresql":
        with connection.cursor() as cursor:
            cursor.execute(f"CREATE SCHEMA {SCHEMA}")
        atexit.register(drop_schema)
    with connection.schema_editor() as editor:
        for model in apps.get_models():
            editor.create_model(model)


def fill(*, authors: int = 10, books: int = 3, reviews: int = 2) -> None:
    """Each author gets so many books, each book so many reviews; all rows are the same each time."""
    publishers = Publisher.objects.bulk_create(Publisher(name=name) for name in ("Ink", "Paper", "Quill"))
    genres = Genre.objects.bulk_create(Genre(name=name) for name in ("history", "novel", "travel"))
    writers = Author.objects.bulk_create(Author(name=f"Author {number:02}") for number in range(1, authors + 1))
    shelf = Book.objects.bulk_create(
        Book(
            title=f"Book {number:02}.{volume}",
            author=author,
            publisher=publishers[(number + volume) % 3],
            price=Decimal(8 + (number * 3 + volume) % 13),
            stock=(number + volume) % 5,
            published=date(2020 + volume % 6, 1 + number % 12, 1),
            summary="It begins in a town by the sea. " * 60,
        )
        for number, author in enumerate(writers, 1)
        for volume in range(1, books + 1)
    )
    through = Book.genres.through
    through.objects.bulk_create(
        through(book=book, genre=genres[(index + step) % 3]) for index, book in enumerate(shelf) for step in range(2)
    )
    Review.objects.bulk_create(
        Review(book=book, stars=1 + (index + number) % 5)
        for index, book in enumerate(shelf)
        for number in range(reviews)
    )


def drop_schema() -> None:
    # On a connection of its own: the last one may be inside of a transaction that failed.
    connection.close()
    with connection.cursor() as cursor:
        cursor.execute(f"DROP SCHEMA {SCHEMA} CASCADE")
    connection.close()


def count_queries() -> CaptureQueriesContext:
    """What goes to the database inside of `with count_queries() as queries:`, in this thread.

    `len(queries)` is how many, `queries[0]["sql"]` the first.
    """
    return CaptureQueriesContext(connection)
