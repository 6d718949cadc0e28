import asyncio

import custom_middleware as example
import pytest
from bookshop import fill
from django.test import Client
from pytest_django import DjangoAssertNumQueries, Settings


@pytest.fixture(autouse=True)
def use_example(settings: Settings, db: None) -> None:
    settings.MIDDLEWARE = example.MIDDLEWARE
    settings.ROOT_URLCONF = "custom_middleware"
    example.events.clear()
    fill(authors=3)


def test_a_request_passes_in_and_out(client: Client, django_assert_num_queries: DjangoAssertNumQueries) -> None:
    with django_assert_num_queries(1):
        response = client.get("/books/", headers={"X-Request-ID": "abc123"})
    assert (response["X-Queries"], response["X-Request-ID"]) == ("1", "abc123")
    assert example.events == ["in", "out 200"]


@pytest.mark.parametrize("given", ["", "<script>", "a b", "x" * 65])
def test_an_id_that_is_none_is_replaced(client: Client, given: str) -> None:
    name = client.get("/books/", headers={"X-Request-ID": given})["X-Request-ID"]
    assert name != given and len(name) == 32


def test_a_view_with_too_many_queries_is_refused(client: Client) -> None:
    response = client.get("/authors/")
    assert (response.status_code, response.content) == (500, b"too many queries")
    assert example.events == ["in", "raised QueryBudgetError", "out 500"]


@pytest.mark.django_db(transaction=True)
def test_under_asgi_the_same_middleware_is_a_coroutine() -> None:
    assert asyncio.run(example.call_async()) == "abc123"
