"""Takes a change field by field, so that a refused one is stored in part, and what was not sent becomes false."""

import reference
from starlette.requests import Request
from starlette.responses import JSONResponse, Response

FAILS = ["changes-a-part", "rejects-bad-input"]


async def change_todo(request: Request) -> Response:
    todo = reference.find_todo(request, reference.find_user(request))
    body = await reference.read_object(request)
    reference.database.execute("update todos set done = ? where id = ?", [body.get("done", False), todo["id"]])
    if "title" in body:
        title = reference.check_title(body["title"])
        reference.database.execute("update todos set title = ? where id = ?", [title, todo["id"]])
    return JSONResponse(reference.show(reference.find_todo(request, todo["owner"])))


reference.change_todo = change_todo

if __name__ == "__main__":
    reference.main()
