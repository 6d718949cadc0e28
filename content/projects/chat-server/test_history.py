"""What was said before, as `contract.md` says."""

from collections.abc import Callable
from typing import Any

import httpx
import pytest

from conftest import Socket, User

Enter = Callable[..., Socket]
NewUser = Callable[[], User]
SPEAKERS, EACH = 6, 10


@pytest.fixture(scope="session")
def long_room(register: Callable[[], User], unique: Callable[[], str]) -> tuple[str, list[int]]:
    """A room where six users have said ten messages each, and the ids of these."""
    room, ids = unique(), []
    for speaker in range(SPEAKERS):
        socket = Socket()
        socket.hello(register()).join(room)
        ids += [socket.say(room, f"{number} of {speaker}")["id"] for number in range(EACH)]
        socket.close()
    return room, ids


def ids_of(answer: dict[str, Any]) -> list[int]:
    return [message["id"] for message in answer["messages"]]


def test_keeps_history__fifty_on_joining(enter: Enter, user: NewUser, long_room: tuple[str, list[int]]) -> None:
    """A join brings the newest 50 messages, oldest first"""
    room, ids = long_room
    found = ids_of(enter(user()).join(room))
    assert found == ids[-50:], f"of {len(ids)} messages the join brought {len(found)}: {found}, the last 50 are {ids[-50:]}"


def test_keeps_history__pages_over_http(http: httpx.Client, user: NewUser, long_room: tuple[str, list[int]]) -> None:
    """HTTP gives the messages before an id, oldest first, 50 where nothing else is said"""
    room, ids = long_room
    headers = user().headers
    for query, expected in [
        ("", ids[-50:]),
        (f"?before={ids[10]}", ids[:10]),
        (f"?before={ids[40]}&limit=5", ids[35:40]),
        ("?limit=100", ids),
        (f"?before={ids[0]}", []),
    ]:
        answer = http.get(f"/rooms/{room}/messages{query}", headers=headers)
        assert answer.status_code == 200, f"GET /rooms/{room}/messages{query} gave {answer.status_code}"
        found = ids_of(answer.json())
        assert found == expected, f"GET …/messages{query} gave {found} instead of {expected}"


def test_keeps_history__with_limits_and_a_token(http: httpx.Client, user: NewUser, unique: Callable[[], str]) -> None:
    """A limit outside of 1 to 100 gets 422, a missing or wrong token 401"""
    path, headers = f"/rooms/{unique()}/messages", user().headers
    for limit in ("0", "101", "many"):
        status = http.get(f"{path}?limit={limit}", headers=headers).status_code
        assert status == 422, f"limit={limit} gave {status}"
    for wrong in ({}, {"Authorization": "Bearer nonsense"}):
        status = http.get(path, headers=wrong).status_code
        assert status == 401, f"with the headers {wrong} it gave {status}"


def test_catches_up__after_an_id(enter: Enter, user: NewUser, long_room: tuple[str, list[int]]) -> None:
    """A join with `after` brings what came after that id, also more than 50, oldest first"""
    room, ids = long_room
    socket = enter(user())
    for after, expected in [(ids[0], ids[1:]), (ids[-3], ids[-2:]), (ids[-1], [])]:
        socket.send("join", room=room, after=after)
        found = ids_of(socket.expect("room", room=room))
        assert found == expected, f"after {after} came {found} instead of {expected}"
        socket.send("leave", room=room)


def test_catches_up__without_gap_or_double(enter: Enter, user: NewUser, unique: Callable[[], str]) -> None:
    """What is said while somebody joins comes with the room or live, once"""
    room = unique()
    ada = enter(user(), room)
    first = ada.say(room, "first")["id"]
    bob = enter(user())
    ada.send("say", room=room, text="meanwhile")
    bob.send("join", room=room, after=first)
    ada.send("say", room=room, text="last")
    while (event := bob.next())["type"] != "room":
        pass
    heard = [message["text"] for message in event["messages"]]
    while heard[-1:] != ["last"]:
        heard.append(bob.expect("message", room=room)["text"])
    assert heard == ["meanwhile", "last"], f"bob, who was away, heard {heard}"
