"""Three middlewares around one view: the order of the onion, a budget of queries, and one that serves sync and async.

    python custom_middleware.py
"""

from __future__ import annotations

import asyncio
import uuid
from collections.abc import Awaitable, Callable
from contextvars import ContextVar

from asgiref.sync import iscoroutinefunction
from bookshop import Book, setup
from django.conf import settings
from django.db import connection
from django.http import HttpRequest, HttpResponse
from django.test import AsyncClient, Client
from django.urls import path
from django.utils.decorators import sync_and_async_middleware

Handler = Callable[[HttpRequest], HttpResponse]
AsyncHandler = Callable[[HttpRequest], Awaitable[HttpResponse]]

# Of the request that is being answered, in its thread or its task.
request_id: ContextVar[str] = ContextVar("request_id", default="-")
events: list[str] = []


# region: request-id
@sync_and_async_middleware
def name_request(get_response: Handler | AsyncHandler) -> Handler | AsyncHandler:
    """Gives each request an id, from a proxy or a new one. Under ASGI it needs no thread, as it is a coroutine there."""

    def begin(request: HttpRequest) -> str:
        given = request.headers.get("X-Request-ID", "")
        # What came from outside goes into logs and headers, so that not every text will do.
        name = given if given.isalnum() and len(given) <= 64 else uuid.uuid4().hex
        request_id.set(name)
        return name

    if iscoroutinefunction(get_response):

        async def answer_async(request: HttpRequest) -> HttpResponse:
            name = begin(request)
            response = await get_response(request)
            response["X-Request-ID"] = name
            return response

        return answer_async

    def answer(request: HttpRequest) -> HttpResponse:
        name = begin(request)
        response = get_response(request)
        response["X-Request-ID"] = name
        return response

    return answer


# endregion
# region: query-budget
class QueryBudget:
    """Counts the queries of a request with `execute_wrapper`, which works with DEBUG off, and refuses to go over a limit."""

    limit = 5

    def __init__(self, get_response: Handler) -> None:
        # Once, when the server starts. State here is shared by all requests.
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        count = 0

        def watch(execute, sql, params, many, context):
            nonlocal count
            count += 1
            if count > self.limit:
                raise QueryBudgetError(f"query {count} of {request.path}: {sql[:30]}…")
            return execute(sql, params, many, context)

        with connection.execute_wrapper(watch):
            response = self.get_response(request)
        response["X-Queries"] = str(count)
        return response


class QueryBudgetError(Exception):
    """A view asks the database more often than it should have to."""


# endregion
# region: onion
class Onion:
    """Notes when a request passes it on its way in and out, and what a view raises."""

    def __init__(self, get_response: Handler) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        events.append("in")
        response = self.get_response(request)
        events.append(f"out {response.status_code}")
        return response

    def process_exception(self, request: HttpRequest, exception: Exception) -> HttpResponse | None:
        # Only of views: what an inner middleware raises has become a response before it gets here.
        events.append(f"raised {type(exception).__name__}")
        if isinstance(exception, QueryBudgetError):
            return HttpResponse("too many queries", status=500)
        return None


# endregion
def list_books(request: HttpRequest) -> HttpResponse:
    return HttpResponse("; ".join(book.title for book in Book.objects.select_related("author")[:3]))


def list_authors(request: HttpRequest) -> HttpResponse:
    return HttpResponse("; ".join(book.author.name for book in Book.objects.all()))


urlpatterns = [path("books/", list_books), path("authors/", list_authors)]
MIDDLEWARE = [f"{__name__}.{name}" for name in ("name_request", "Onion", "QueryBudget")]


async def call_async() -> str:
    # A handler for ASGI adapts what is only sync, such as QueryBudget, with a thread.
    response = await AsyncClient().get("/books/", headers={"X-Request-ID": "abc123"})
    return response["X-Request-ID"]


def main() -> None:
    setup()
    settings.MIDDLEWARE = MIDDLEWARE
    settings.ROOT_URLCONF = __name__
    client = Client()
    response = client.get("/books/", headers={"X-Request-ID": "abc123"})
    print(response.status_code, "queries:", response["X-Queries"], "id:", response["X-Request-ID"])
    response = client.get("/books/", headers={"X-Request-ID": "<script>"})
    print("an id that is none is replaced:", len(response["X-Request-ID"]))
    events.clear()
    response = client.get("/authors/")
    print(response.status_code, response.content.decode(), events)
    print("async:", asyncio.run(call_async()))


if __name__ == "__main__":
    main()
