"""Users, sessions and who may open a socket, as `contract.md` says."""

from collections.abc import Callable

import httpx
import pytest

from conftest import PASSWORD, Socket, User


def test_registers_users__once(http: httpx.Client, unique: Callable[[], str]) -> None:
    """A new name gets 201 and comes back without the password, the same name again gets 409"""
    account = {"name": unique(), "password": PASSWORD}
    first = http.post("/users", json=account)
    assert first.status_code == 201, f"POST /users gave {first.status_code} for a new name: {first.text[:200]}"
    assert first.json()["name"] == account["name"]
    second = http.post("/users", json=account)
    assert second.status_code == 409, f"POST /users gave {second.status_code} for a name that is taken"
    assert PASSWORD not in first.text + second.text, "an answer holds the password"


@pytest.mark.parametrize(
    ("name", "password"),
    [
        ("ab", PASSWORD),
        ("a" * 21, PASSWORD),
        ("Ada", PASSWORD),
        ("añb", PASSWORD),
        ("ada lovelace", PASSWORD),
        ("", PASSWORD),
        ("t-short", "too-short"),
        ("t-long", "x" * 129),
    ],
)
def test_registers_users__by_rules(http: httpx.Client, name: str, password: str) -> None:
    """A name or a password that breaks a rule gets 422, and the answer does not repeat the password"""
    answer = http.post("/users", json={"name": name, "password": password})
    assert answer.status_code == 422, f"the name {name!r} with {len(password)} characters of password gave {answer.status_code}"
    assert password not in answer.text, "the answer repeats the password"


def test_logs_in__with_the_password(http: httpx.Client, user: Callable[[], User]) -> None:
    """The right password gets a token"""
    answer = http.post("/sessions", json={"name": user().name, "password": PASSWORD})
    assert answer.status_code == 200, f"POST /sessions gave {answer.status_code}"
    assert isinstance(answer.json()["token"], str) and answer.json()["token"]


def test_logs_in__without_telling_who_is_there(http: httpx.Client, user: Callable[[], User], unique: Callable[[], str]) -> None:
    """A wrong password and an unknown name get the same answer"""
    wrong = http.post("/sessions", json={"name": user().name, "password": "something else"})
    unknown = http.post("/sessions", json={"name": unique(), "password": PASSWORD})
    assert (wrong.status_code, unknown.status_code) == (401, 401), (
        f"a wrong password gave {wrong.status_code}, an unknown name {unknown.status_code}"
    )
    assert wrong.text == unknown.text, f"the bodies differ: {wrong.text[:200]} and {unknown.text[:200]}"


def test_authenticates_sockets__with_a_token(enter: Callable[..., Socket], user: Callable[[], User]) -> None:
    """A hello with a token is answered by a welcome with the name"""
    enter(user())


FIRST = {
    "a token that is none": '{"type": "hello", "token": "nonsense"}',
    "an empty token": '{"type": "hello", "token": ""}',
    "no token": '{"type": "hello"}',
    "a number": '{"type": "hello", "token": 1}',
    "a join": '{"type": "join", "room": "algebra"}',
    "no JSON": "hello",
}


@pytest.mark.parametrize("what", FIRST)
def test_authenticates_sockets__or_closes(open_socket: Callable[..., Socket], what: str) -> None:
    """Any other first frame closes the socket with 4401"""
    socket = open_socket()
    socket.send_raw(FIRST[what])
    code = socket.read_close_code()
    assert code == 4401, f"with {what} the socket was closed with {code}"
