"""Registration and authentication."""

from collections.abc import Callable

import httpx
import pytest

from conftest import PASSWORD


def test_registers_a_user__once(anonymous: httpx.Client, unique_name: Callable[[], str]) -> None:
    """A new name gets 201 and comes back without the password, the same name again gets 409"""
    user = {"name": unique_name(), "password": PASSWORD}
    first = anonymous.post("/users", json=user)
    assert first.status_code == 201, f"POST /users gave {first.status_code} for a new name"
    assert first.json()["name"] == user["name"], f"the answer names {first.json().get('name')!r}"
    assert PASSWORD not in first.text, "the answer holds the password"
    second = anonymous.post("/users", json=user)
    assert second.status_code == 409, f"POST /users gave {second.status_code} for a name that is taken"


@pytest.mark.parametrize("user", [{"name": "", "password": PASSWORD}, {"name": "ada"}, {"name": "x", "password": "short"}])
def test_rejects_bad_input__users(anonymous: httpx.Client, user: dict[str, str]) -> None:
    """An empty name, a missing password and a short one are refused"""
    answer = anonymous.post("/users", json=user)
    assert answer.status_code in (400, 422), f"POST /users with {user} gave {answer.status_code}"


@pytest.mark.parametrize(
    ("method", "path"), [("GET", "/todos"), ("POST", "/todos"), ("GET", "/todos/1"), ("PATCH", "/todos/1"), ("DELETE", "/todos/1")]
)
def test_asks_who_you_are__without_credentials(anonymous: httpx.Client, method: str, path: str) -> None:
    """Every route below /todos wants credentials and says which kind"""
    answer = anonymous.request(method, path, json={"title": "x"})
    assert answer.status_code == 401, f"{method} {path} without credentials gave {answer.status_code}"
    challenge = answer.headers.get("WWW-Authenticate", "")
    assert challenge.lower().startswith("basic"), f"WWW-Authenticate is {challenge!r}, and should begin with Basic"


def test_asks_who_you_are__wrong_password(anonymous: httpx.Client, ada: httpx.Client, unique_name: Callable[[], str]) -> None:
    """A wrong password and an unknown name get 401"""
    name = unique_name()
    anonymous.post("/users", json={"name": name, "password": PASSWORD})
    for who, credentials in {"a wrong password": (name, "something else"), "an unknown name": (unique_name(), PASSWORD)}.items():
        answer = anonymous.get("/todos", auth=credentials)
        assert answer.status_code == 401, f"GET /todos with {who} gave {answer.status_code}"
