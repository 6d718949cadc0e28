"""A small to-do API that keeps the contract: Starlette before SQLite."""

import base64
import binascii
import hashlib
import hmac
import os
import secrets
import sqlite3
from typing import Any

import uvicorn
from starlette.applications import Starlette
from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import JSONResponse, Response
from starlette.routing import Route

TITLE_LENGTH = 200
ITERATIONS = 1_000
"""Few, so that the tests are quick: in production hash with Argon2, bcrypt or some hundred thousand of these."""

SCHEMA = """
create table users (id integer primary key, name text not null unique, salt blob not null, hash blob not null);
create table todos (
    id integer primary key autoincrement,
    owner integer not null references users,
    title text not null,
    done integer not null
);
create index todos_owner on todos (owner, id);
"""


def connect() -> sqlite3.Connection:
    connection = sqlite3.connect(os.environ.get("DATABASE", ":memory:"), isolation_level=None, check_same_thread=False)
    connection.row_factory = sqlite3.Row
    connection.executescript(SCHEMA)
    return connection


database = connect()


def hash_password(password: str, salt: bytes) -> bytes:
    return hashlib.pbkdf2_hmac("sha256", password.encode(), salt, ITERATIONS)


def refuse(detail: str) -> HTTPException:
    return HTTPException(422, detail)


async def read_object(request: Request) -> dict[str, Any]:
    try:
        body = await request.json()
    except ValueError:
        raise refuse("the body is not JSON") from None
    if not isinstance(body, dict):
        raise refuse("the body is not an object")
    return body


def check_title(title: Any) -> str:
    if not isinstance(title, str) or not 1 <= len(title) <= TITLE_LENGTH:
        raise refuse(f"title: a text of 1 to {TITLE_LENGTH} characters")
    return title


def check_done(done: Any) -> bool:
    if not isinstance(done, bool):
        raise refuse("done: true or false")
    return done


def read_number(request: Request, name: str, default: int, smallest: int, largest: int) -> int:
    text = request.query_params.get(name, str(default))
    if not text.isdecimal() or not smallest <= int(text) <= largest:
        raise refuse(f"{name}: a number from {smallest} to {largest}")
    return int(text)


def find_user(request: Request) -> int:
    """Id of the user whose credentials came with the request."""
    scheme, _, encoded = request.headers.get("Authorization", "").partition(" ")
    try:
        name, _, password = base64.b64decode(encoded).decode().partition(":")
    except (binascii.Error, UnicodeDecodeError):
        name = password = ""
    user = database.execute("select id, salt, hash from users where name = ?", [name]).fetchone()
    # The same work for an unknown name, so that time does not tell who is registered.
    salt, known = (user["salt"], user["hash"]) if user else (b"", b"")
    if not hmac.compare_digest(hash_password(password, salt), known) or scheme.lower() != "basic":
        raise HTTPException(401, "name or password is wrong", {"WWW-Authenticate": 'Basic realm="todos"'})
    return user["id"]


def find_todo(request: Request, user: int) -> sqlite3.Row:
    todo = database.execute(
        "select * from todos where id = ? and owner = ?", [request.path_params["id"], user]
    ).fetchone()
    if todo is None:
        raise HTTPException(404, "there is no such to-do")
    return todo


def show(todo: sqlite3.Row) -> dict[str, Any]:
    return {"id": todo["id"], "title": todo["title"], "done": bool(todo["done"])}


async def create_user(request: Request) -> Response:
    body = await read_object(request)
    name, password = body.get("name"), body.get("password")
    if not isinstance(name, str) or name == "":
        raise refuse("name: a text that is not empty")
    if not isinstance(password, str) or len(password) < 8:
        raise refuse("password: a text of 8 characters or more")
    salt = secrets.token_bytes(16)
    row = [name, salt, hash_password(password, salt)]
    try:
        cursor = database.execute("insert into users (name, salt, hash) values (?, ?, ?)", row)
    except sqlite3.IntegrityError:
        raise HTTPException(409, "this name is taken") from None
    return JSONResponse({"id": cursor.lastrowid, "name": name}, 201)


async def create_todo(request: Request) -> Response:
    user = find_user(request)
    body = await read_object(request)
    row = [user, check_title(body.get("title")), check_done(body.get("done", False))]
    cursor = database.execute("insert into todos (owner, title, done) values (?, ?, ?)", row)
    todo = database.execute("select * from todos where id = ?", [cursor.lastrowid]).fetchone()
    return JSONResponse(show(todo), 201, {"Location": f"/todos/{todo['id']}"})


async def list_todos(request: Request) -> Response:
    where, values = "owner = ?", [find_user(request)]
    limit = read_number(request, "limit", 20, 1, 100)
    offset = read_number(request, "offset", 0, 0, 2**31)
    state = request.query_params.get("done")
    if state is not None:
        if state not in ("true", "false"):
            raise refuse("done: true or false")
        where, values = f"{where} and done = ?", [*values, state == "true"]
    total = database.execute(f"select count(*) from todos where {where}", values).fetchone()[0]
    rows = database.execute(f"select * from todos where {where} order by id limit ? offset ?", [*values, limit, offset])
    return JSONResponse({"items": [show(row) for row in rows], "total": total})


async def read_todo(request: Request) -> Response:
    return JSONResponse(show(find_todo(request, find_user(request))))


async def change_todo(request: Request) -> Response:
    todo = find_todo(request, find_user(request))
    body = await read_object(request)
    title = check_title(body["title"]) if "title" in body else todo["title"]
    done = check_done(body["done"]) if "done" in body else todo["done"]
    database.execute("update todos set title = ?, done = ? where id = ?", [title, done, todo["id"]])
    return JSONResponse({"id": todo["id"], "title": title, "done": bool(done)})


async def delete_todo(request: Request) -> Response:
    todo = find_todo(request, find_user(request))
    database.execute("delete from todos where id = ?", [todo["id"]])
    return Response(status_code=204)


async def show_error(request: Request, error: Exception) -> Response:
    assert isinstance(error, HTTPException)
    return JSONResponse({"detail": error.detail}, error.status_code, error.headers)


def create_app() -> Starlette:
    """The routes take the functions of this module as they are now: a broken twin changes them before."""
    return Starlette(
        routes=[
            Route("/users", create_user, methods=["POST"]),
            Route("/todos", list_todos, methods=["GET"]),
            Route("/todos", create_todo, methods=["POST"]),
            Route("/todos/{id}", read_todo, methods=["GET"]),
            Route("/todos/{id}", change_todo, methods=["PATCH"]),
            Route("/todos/{id}", delete_todo, methods=["DELETE"]),
        ],
        exception_handlers={HTTPException: show_error},
    )


def main() -> None:
    uvicorn.run(create_app(), host="127.0.0.1", port=int(os.environ.get("PORT", "8000")), log_level="warning")


if __name__ == "__main__":
    main()
