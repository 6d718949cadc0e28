"""To-dos: created, read, changed, deleted, listed."""

from collections.abc import Callable
from typing import Any

import httpx
import pytest


def create(client: httpx.Client, title: str = "Buy milk", **fields: Any) -> dict[str, Any]:
    """A new to-do; the test that it works is one of its own."""
    answer = client.post("/todos", json={"title": title, **fields})
    assert answer.status_code == 201, f"POST /todos gave {answer.status_code}: {answer.text[:200]}"
    return answer.json()


def test_creates_a_todo__with_its_address(ada: httpx.Client) -> None:
    """A new to-do has an id, its title, done is false, and Location leads to it"""
    answer = ada.post("/todos", json={"title": "Buy milk"})
    assert answer.status_code == 201, f"POST /todos gave {answer.status_code}"
    todo = answer.json()
    assert todo["title"] == "Buy milk", f"the title came back as {todo['title']!r}"
    assert todo["done"] is False, f"a new to-do has done {todo['done']!r}"
    location = answer.headers.get("Location", "")
    assert location.endswith(f"/todos/{todo['id']}"), f"Location is {location!r} for the to-do {todo['id']}"
    assert ada.get(location).status_code == 200, f"GET {location} gave {ada.get(location).status_code}"


def test_reads_it_back__by_its_address(ada: httpx.Client) -> None:
    """GET by id gives what POST gave"""
    todo = create(ada, "Größe messen ✓", done=True)
    answer = ada.get(f"/todos/{todo['id']}")
    assert (answer.status_code, answer.json()) == (200, todo), f"GET gave {answer.status_code} {answer.text[:200]}"


def test_reads_it_back__in_the_list(register: Callable[[], httpx.Client]) -> None:
    """The list has what was created, oldest first, and counts it"""
    client = register()
    ids = [create(client, f"number {number}")["id"] for number in range(3)]
    page = client.get("/todos").json()
    assert [todo["id"] for todo in page["items"]] == ids, f"GET /todos gave {page['items']}"
    assert page["total"] == 3, f"total is {page['total']} with 3 to-dos"


def test_changes_a_part__and_nothing_else(ada: httpx.Client) -> None:
    """PATCH with done leaves the title, PATCH with title leaves done"""
    todo = create(ada, "Call Grace")
    answer = ada.patch(f"/todos/{todo['id']}", json={"done": True})
    assert answer.status_code == 200, f"PATCH gave {answer.status_code}"
    ada.patch(f"/todos/{todo['id']}", json={"title": "Call Grace again"})
    now = ada.get(f"/todos/{todo['id']}").json()
    assert now == {**todo, "title": "Call Grace again", "done": True}, f"after two changes the to-do is {now}"


def test_deletes_it__for_good(ada: httpx.Client) -> None:
    """DELETE answers 204; afterwards GET, PATCH and DELETE answer 404"""
    path = f"/todos/{create(ada)['id']}"
    answer = ada.delete(path)
    assert answer.status_code == 204, f"DELETE gave {answer.status_code}"
    for method in ("GET", "PATCH", "DELETE"):
        again = ada.request(method, path, json={"done": True})
        assert again.status_code == 404, f"{method} of a deleted to-do gave {again.status_code}"


@pytest.mark.parametrize(
    "body", [{}, {"title": ""}, {"title": "x" * 201}, {"title": 5}, {"title": "x", "done": "maybe"}, ["a list"]]
)
def test_rejects_bad_input__todos(ada: httpx.Client, body: Any) -> None:
    """What does not fit is refused and stored nowhere"""
    before = ada.get("/todos").json()["total"]
    answer = ada.post("/todos", json=body)
    assert answer.status_code in (400, 422), f"POST /todos with {str(body)[:40]} gave {answer.status_code}"
    after = ada.get("/todos").json()["total"]
    assert after == before, f"a refused to-do was stored: total went from {before} to {after}"


def test_rejects_bad_input__in_a_change(ada: httpx.Client) -> None:
    """PATCH refuses what POST refuses, and changes nothing"""
    todo = create(ada)
    answer = ada.patch(f"/todos/{todo['id']}", json={"title": "", "done": True})
    assert answer.status_code in (400, 422), f"PATCH with an empty title gave {answer.status_code}"
    assert ada.get(f"/todos/{todo['id']}").json() == todo, "a refused change was stored in part"


@pytest.mark.parametrize("query", ["limit=0", "limit=101", "limit=ten", "offset=-1"])
def test_rejects_bad_input__in_a_query(ada: httpx.Client, query: str) -> None:
    """A limit out of range and a negative offset are refused"""
    answer = ada.get(f"/todos?{query}")
    assert answer.status_code in (400, 422), f"GET /todos?{query} gave {answer.status_code}"


def test_keeps_users_apart__by_address(ada: httpx.Client, bob: httpx.Client) -> None:
    """Somebody else's to-do answers 404 to every method, and stays as it is"""
    todo = create(ada, "Secret")
    path = f"/todos/{todo['id']}"
    for method in ("GET", "PATCH", "DELETE"):
        answer = bob.request(method, path, json={"title": "Mine"})
        assert answer.status_code == 404, f"{method} of somebody else's to-do gave {answer.status_code}"
    assert ada.get(path).json() == todo, "somebody else changed the to-do"


def test_keeps_users_apart__in_the_list(register: Callable[[], httpx.Client], ada: httpx.Client) -> None:
    """A new user's list is empty, whatever others have"""
    create(ada)
    page = register().get("/todos").json()
    assert (page["items"], page["total"]) == ([], 0), f"a new user sees {page['total']} to-dos"


def test_pages_the_list__without_overlap(register: Callable[[], httpx.Client]) -> None:
    """Pages of two give each of five to-dos once, and total stays five"""
    client = register()
    ids = [create(client, f"number {number}")["id"] for number in range(5)]
    pages = [client.get(f"/todos?limit=2&offset={offset}").json() for offset in (0, 2, 4, 6)]
    sizes = [len(page["items"]) for page in pages]
    assert sizes == [2, 2, 1, 0], f"pages of two have {sizes} to-dos"
    assert [todo["id"] for page in pages for todo in page["items"]] == ids, "the pages are not the list in order"
    totals = [page["total"] for page in pages]
    assert totals == [5] * 4, f"total is {totals} on the pages of a list of 5"


def test_filters_by_state__and_counts_it(register: Callable[[], httpx.Client]) -> None:
    """done=true and done=false give their part of the list, and total counts that part"""
    client = register()
    for number in range(3):
        create(client, f"number {number}", done=number == 1)
    for state, count in (("true", 1), ("false", 2)):
        page = client.get(f"/todos?done={state}").json()
        states = [todo["done"] for todo in page["items"]]
        assert states == [state == "true"] * count, f"GET /todos?done={state} gave to-dos with done {states}"
        assert page["total"] == count, f"total is {page['total']} for {count} to-dos with done={state}"


def test_explains_errors__with_a_detail(anonymous: httpx.Client, ada: httpx.Client) -> None:
    """401, 404 and a refused body are JSON with a detail"""
    deleted = f"/todos/{create(ada)['id']}"
    ada.delete(deleted)
    answers = {
        "GET /todos without credentials": anonymous.get("/todos"),
        "GET of a to-do that is gone": ada.get(deleted),
        "POST /todos with {}": ada.post("/todos", json={}),
    }
    for what, answer in answers.items():
        kind = answer.headers.get("Content-Type", "")
        assert "json" in kind, f"{what} gave {kind or 'no Content-Type'}"
        assert answer.json().get("detail"), f"{what} gave no detail: {answer.text[:200]}"
