"""Sets Django up on a database in memory, fills it, and counts queries. Import it before the models."""

from collections.abc import Iterator
from contextlib import contextmanager

import django
from django.conf import settings

if not settings.configured:
    settings.configure(
        INSTALLED_APPS=["shop"],
        DATABASES={"default": {"ENGINE": "django.db.backends.sqlite3", "NAME": ":memory:"}},
        DEFAULT_AUTO_FIELD="django.db.models.BigAutoField",
        USE_TZ=True,
    )
    django.setup()

from django.apps import apps  # noqa: E402
from django.db import connection  # noqa: E402
from django.test.utils import CaptureQueriesContext  # noqa: E402


@contextmanager
def count_queries() -> Iterator[CaptureQueriesContext]:
    """The queries that are sent meanwhile: `len()` of it, and `["sql"]` of each."""
    with CaptureQueriesContext(connection) as queries:
        yield queries


def create_tables() -> None:
    """Makes the tables where there are none yet."""
    if connection.introspection.table_names():
        return
    with connection.schema_editor() as editor:
        for model in apps.get_app_config("shop").get_models():
            editor.create_model(model)


def fill(books: int) -> None:
    """
    Replaces all rows. Books differ in how many reviews, sales and tags they have: none, one or some. Every fourth is not
    published, titles come twice, and the last author has no books.
    """
    from shop.models import Author, Book, Country, Review, Sale, Tag

    for model in (Sale, Review, Book, Author, Tag, Country):
        model.objects.all().delete()
    countries = Country.objects.bulk_create(Country(name=name) for name in ("Chile", "Brazil", "Kenya"))
    authors = Author.objects.bulk_create(
        Author(name=f"Author {number:02}", country=countries[number % 3]) for number in range(books // 3 + 2)
    )
    tags = Tag.objects.bulk_create(Tag(name=name) for name in ("poems", "art", "novel", "science"))
    rows = Book.objects.bulk_create(
        Book(
            title=f"Title {number * 7 % (books - 1):02}",
            author=authors[number % (len(authors) - 1)],
            published=number % 4 != 3,
            cents=999 + 250 * number,
            discount=number % 5 * 10,
            description="A long text. " * 20,
        )
        for number in range(books)
    )
    marks, reviews, sales = [], [], []
    for number, book in enumerate(rows):
        marks += [Book.tags.through(book=book, tag=tags[(number + step) % 4]) for step in range(number % 4)]
        reviews += [
            Review(book=book, stars=(number + step * 3) % 3 + step % 2 + 1, text=f"{number}.{step}", hidden=step % 3 == 1)
            for step in range(number % 6)
        ]
        sales += [Sale(book=book, copies=step + 1) for step in range(number % 4)]
    Book.tags.through.objects.bulk_create(marks)
    Review.objects.bulk_create(reviews)
    Sale.objects.bulk_create(sales)


create_tables()
