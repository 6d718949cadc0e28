"""`total` counts the page instead of the list."""

import json

import reference
from starlette.requests import Request
from starlette.responses import JSONResponse, Response

FAILS = ["pages-the-list"]

list_todos = reference.list_todos


async def list_and_count_page(request: Request) -> Response:
    page = json.loads((await list_todos(request)).body)
    return JSONResponse({**page, "total": len(page["items"])})


reference.list_todos = list_and_count_page

if __name__ == "__main__":
    reference.main()
