"""pytest-django with the settings of `bookshop`, on SQLite: what is counted here is the same on every database."""

import os


def pytest_configure() -> None:
    os.environ.pop("DATABASE_URL", None)
    import bookshop  # noqa: F401 -- importing it configures Django
