"""A list endpoint of FastAPI with SQLAlchemy, once as it is written first and once with a join, and the queries of both."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Annotated

from fastapi import Depends, FastAPI
from fastapi.testclient import TestClient
from pydantic import BaseModel
from sqlalchemy import ForeignKey, create_engine, event, select
from sqlalchemy.orm import DeclarativeBase, Mapped, Session, joinedload, mapped_column, relationship
from sqlalchemy.pool import StaticPool


class Base(DeclarativeBase):
    pass


class Author(Base):
    __tablename__ = "author"
    id: Mapped[int] = mapped_column(primary_key=True)
    name: Mapped[str]


class Book(Base):
    __tablename__ = "book"
    id: Mapped[int] = mapped_column(primary_key=True)
    title: Mapped[str]
    author_id: Mapped[int] = mapped_column(ForeignKey("author.id"))
    author: Mapped[Author] = relationship()


# One connection for all threads, so that the database in memory is one.
engine = create_engine("sqlite://", poolclass=StaticPool, connect_args={"check_same_thread": False})
queries: list[str] = []


@event.listens_for(engine, "before_cursor_execute")
def note_query(connection, cursor, statement: str, *rest: object) -> None:
    queries.append(statement)


def open_session() -> Iterator[Session]:
    with Session(engine) as session:
        yield session


SessionDep = Annotated[Session, Depends(open_session)]
app = FastAPI()


# region: endpoints
class Row(BaseModel):
    title: str
    author: str


@app.get("/naive")
def list_naively(session: SessionDep) -> list[Row]:
    return [Row(title=book.title, author=book.author.name) for book in session.scalars(select(Book))]


@app.get("/joined")
def list_joined(session: SessionDep) -> list[Row]:
    books = session.scalars(select(Book).options(joinedload(Book.author)))
    return [Row(title=book.title, author=book.author.name) for book in books]


# endregion
def fill(books: int) -> None:
    Base.metadata.drop_all(engine)
    Base.metadata.create_all(engine)
    with Session(engine) as session:
        numbers = range(1, books + 1)
        session.add_all(Book(title=f"Book {number:02}", author=Author(name=f"Author {number:02}")) for number in numbers)
        session.commit()


def count(url: str) -> tuple[int, int]:
    """How many rows came, and how many queries that took."""
    queries.clear()
    rows = TestClient(app).get(url).json()
    return len(rows), len(queries)


def main() -> None:
    fill(30)
    for url in ("/naive", "/joined"):
        rows, asked = count(url)
        print(f"FastAPI {url}: {rows} books, queries: {asked}")


if __name__ == "__main__":
    main()
