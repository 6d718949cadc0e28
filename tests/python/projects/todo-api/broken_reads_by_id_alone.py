"""Looks a to-do up by its id alone, so that whoever guesses a number reads and changes it."""

import sqlite3

import reference
from starlette.exceptions import HTTPException
from starlette.requests import Request

FAILS = ["keeps-users-apart"]


def find_todo(request: Request, user: int) -> sqlite3.Row:
    todo = reference.database.execute("select * from todos where id = ?", [request.path_params["id"]]).fetchone()
    if todo is None:
        raise HTTPException(404, "there is no such to-do")
    return todo


reference.find_todo = find_todo

if __name__ == "__main__":
    reference.main()
