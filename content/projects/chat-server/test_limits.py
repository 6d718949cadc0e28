"""Bad frames, large ones, many of them, and a client that does not read, as `contract.md` says."""

import socket
from collections.abc import Callable

import pytest

from conftest import Socket, User

Meet = Callable[[int], tuple[str, list[Socket]]]
Enter = Callable[..., Socket]
# How often somebody comes and goes, at most, to make more frames than may wait for a client.
STEPS = 5_000

BAD = {
    "no JSON": "hello",
    "half of it": '{"type": "say", "room": "algebra"',
    "a list": "[1, 2]",
    "null": "null",
    "no type": '{"room": "algebra"}',
    "an unknown type": '{"type": "shout", "room": "algebra", "text": "x"}',
    "a type that is no text": '{"type": ["say"], "room": "algebra", "text": "x"}',
    "no room": '{"type": "join"}',
    "a room that is no text": '{"type": "join", "room": 7}',
}


@pytest.mark.parametrize("what", BAD)
def test_survives_bad_frames__and_goes_on(meet: Meet, what: str) -> None:
    """A frame of nonsense gets the error bad-message, and the connection goes on"""
    room, (ada,) = meet(1)
    ada.send_raw(BAD[what])
    ada.expect("error", code="bad-message")
    ada.say(room, f"after {what}")


@pytest.mark.parametrize("fields", [{}, {"text": None}, {"text": 7}, {"text": ["x"]}], ids=str)
def test_survives_bad_frames__in_a_room(meet: Meet, fields: dict[str, object]) -> None:
    """A say without a text, or with one that is none, gets bad-message too"""
    room, (ada,) = meet(1)
    ada.send("say", room=room, **fields)
    ada.expect("error", code="bad-message")


def test_limits_messages__texts(meet: Meet) -> None:
    """A blank text and one of 2,001 characters get bad-text, one of 2,000 is delivered"""
    room, (ada, bob) = meet(2)
    for text in ("", "  \n ", "ñ" * 2_001):
        ada.send("say", room=room, text=text)
        ada.expect("error", code="bad-text")
    ada.say(room, "🐍" * 2_000)
    bob.expect("message", text="🐍" * 2_000)


def test_limits_messages__frames(meet: Meet) -> None:
    """A frame of more than 16,384 bytes closes its socket with 1009, and the others notice only that it left"""
    room, (ada, bob) = meet(2)
    bob.send("say", room=room, text="x" * 16_400)
    code = bob.read_close_code()
    assert code == 1009, f"a frame of more than 16,384 bytes closed the socket with {code}"
    ada.expect("left", room=room, name=bob.name)
    ada.say(room, "still here")


def test_limits_the_rate__of_each_user(register: Callable[[], User], enter: Enter, unique: Callable[[], str]) -> None:
    """Of 30 messages at once ten or more are delivered, some get too-fast, and the connection stays open"""
    room = unique()
    ada, bob = enter(register(), room), enter(register(), room)
    ada.expect("joined", name=bob.name)
    for number in range(30):
        ada.send("say", room=room, text=f"number {number}")
    answers = [ada.next() for _ in range(30)]
    delivered = [event["text"] for event in answers if event["type"] == "message"]
    refused = [event["code"] for event in answers if event["type"] == "error"]
    assert set(refused) == {"too-fast"}, f"of 30 messages at once {len(delivered)} were delivered, the others got {set(refused)}"
    assert len(delivered) >= 10, f"ten messages at once are allowed, {len(delivered)} were delivered"
    heard = [bob.expect("message", room=room)["text"] for _ in delivered]
    assert heard == delivered, f"ada's delivered messages are {delivered}, and bob heard {heard}"
    assert ada.join(room)["members"] == sorted([ada.name, bob.name])


def test_isolates_slow_readers__delays_nobody_and_lets_it_go(
    register: Callable[[], User],
    user: Callable[[], User],
    enter: Enter,
    unique: Callable[[], str],
    small_buffers: Callable[[], socket.socket],
) -> None:
    """Beside a client that does not read everybody hears everything, and that one is closed with 1013"""
    room, lobby = unique(), unique()
    talkers = [enter(register(), room) for _ in range(3)]
    deaf = enter(user(), room, lobby, sock=small_buffers(), compression=None, max_queue=1, ping_interval=None)
    for number, talker in enumerate(talkers):
        for later in [*talkers[number + 1 :], deaf]:
            talker.expect("joined", name=later.name)
    for number in range(10):
        for talker in talkers:
            message = talker.say(room, f"{number}" + "🐍" * 1_990)  # 240 kB in all: more than the buffers to the deaf one hold
            for other in talkers:
                if other is not talker:
                    other.expect("message", id=message["id"])
    watcher, walker = enter(user(), lobby), enter(user())
    walk_until_left(walker, watcher, lobby, deaf.name)
    for talker in talkers:
        talker.expect("left", room=room, name=deaf.name)
    deaf.connection.socket.setsockopt(socket.SOL_SOCKET, socket.SO_RCVBUF, 1_000_000)
    code = deaf.read_close_code()
    assert code == 1013, f"the client that did not read was closed with {code}"


def walk_until_left(walker: Socket, watcher: Socket, room: str, name: str) -> None:
    """Goes in and out of the room, which makes notices for all, until the watcher is told that somebody has left."""
    has_left = False
    for _ in range(STEPS):
        for kind, notice in (("join", "joined"), ("leave", "left")):
            walker.send(kind, room=room)
            while (event := watcher.next()) != {**event, "type": notice, "name": walker.name}:
                assert (event["type"], event["name"]) == ("left", name), f"the watcher got {event}"
                has_left = True
            while kind == "join" and walker.next()["type"] != "room":
                pass
        if has_left:
            return
    raise AssertionError(f"{STEPS * 2} notices were made, and the client that does not read is still in the room")
