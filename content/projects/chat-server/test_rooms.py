"""Who hears what, as `contract.md` says."""

from collections.abc import Callable
from datetime import datetime

import pytest

from conftest import Socket, User

Meet = Callable[[int], tuple[str, list[Socket]]]
Enter = Callable[..., Socket]
NewUser = Callable[[], User]
Unique = Callable[[], str]


def test_joins_rooms__members_and_notices(enter: Enter, user: NewUser, unique: Unique) -> None:
    """Whoever joins gets the members, sorted and with themselves; the others are told"""
    room, names = unique(), []
    sockets = [enter(user()) for _ in range(3)]
    for number, socket in enumerate(sockets):
        names.append(socket.name)
        answer = socket.join(room)
        assert answer["members"] == sorted(names), f"members are {answer['members']}, in the room are {sorted(names)}"
        assert answer["messages"] == [], f"a new room has the messages {answer['messages']}"
        for earlier in sockets[:number]:
            earlier.expect("joined", room=room, name=socket.name)


@pytest.mark.parametrize("room", ["", "x" * 41, "Algebra", "two words", "ñ"])
def test_joins_rooms__only_with_such_a_name(enter: Enter, user: NewUser, room: str) -> None:
    """A room's name has 1 to 40 of a-z, 0-9 and -"""
    socket = enter(user())
    socket.send("join", room=room)
    socket.expect("error")


def test_delivers_messages__to_every_member(meet: Meet) -> None:
    """A message reaches all members, the sender too, with id, name and time"""
    room, (ada, bob, eve) = meet(3)
    text = "¡Hola, 你好! 🐍"
    message = ada.say(room, text)
    assert isinstance(message["id"], int), f"the id is {message['id']!r}"
    assert datetime.fromisoformat(message["at"]).tzinfo, f"the time has no offset: {message['at']!r}"
    for other in (bob, eve):
        other.expect("message", id=message["id"], room=room, name=ada.name, text=text, at=message["at"])


def test_delivers_messages__to_nobody_else(meet: Meet, enter: Enter, user: NewUser, unique: Unique) -> None:
    """Who is in another room, in none, or not in this one any more, gets nothing"""
    room, (ada, bob, gone) = meet(3)
    gone.send("leave", room=room)
    for other in (ada, bob):
        other.expect("left", room=room, name=gone.name)
    elsewhere = unique()
    outsider, idle = enter(user(), elsewhere), enter(user())
    secret = ada.say(room, "among us")
    bob.expect("message", id=secret["id"])
    outsider.say(elsewhere, "alone")  # whatever was sent before would come before this
    for other in (idle, gone):
        other.join(unique())


def test_keeps_one_order__when_all_speak(meet: Meet) -> None:
    """Three who speak at once hear all messages in one order, with rising ids"""
    room, sockets = meet(3)
    for number in range(3):
        for socket in sockets:
            socket.send("say", room=room, text=f"{number} of {socket.name}")
    heard = [[socket.expect("message", room=room)["id"] for _ in range(9)] for socket in sockets]
    assert heard[0] == heard[1] == heard[2], f"the orders differ: {heard}"
    assert sorted(set(heard[0])) == heard[0], f"the ids do not rise: {heard[0]}"


@pytest.mark.parametrize("kind", ["say", "leave"])
def test_refuses_outsiders__and_tells_them_alone(meet: Meet, enter: Enter, user: NewUser, kind: str) -> None:
    """Without having joined, an error comes to that socket, and nothing to the room"""
    room, (ada,) = meet(1)
    outsider = enter(user())
    outsider.send(kind, room=room, text="let me in")
    outsider.expect("error", code="not-a-member")
    ada.say(room, "nothing came before this")


def test_announces_departures__of_who_leaves(meet: Meet) -> None:
    """After leave the others are told, and the leaver may say nothing more there, until they join again"""
    room, (ada, bob) = meet(2)
    bob.send("leave", room=room)
    ada.expect("left", room=room, name=bob.name)
    bob.send("say", room=room, text="am I?")
    bob.expect("error", code="not-a-member")
    assert bob.join(room)["members"] == sorted([ada.name, bob.name])
    ada.expect("joined", room=room, name=bob.name)


@pytest.mark.parametrize("how", ["close", "lose"])
def test_announces_departures__of_who_is_lost(meet: Meet, how: str) -> None:
    """A socket that is closed or breaks is announced as left, once, and is no member any more"""
    room, (ada, bob, eve) = meet(3)
    getattr(eve, how)()
    for other in (ada, bob):
        other.expect("left", room=room, name=eve.name)
    assert ada.join(room)["members"] == sorted([ada.name, bob.name])
    ada.say(room, "nothing came before this")


def test_serves_many_devices__of_one_user(enter: Enter, user: NewUser, unique: Unique) -> None:
    """Two sockets of one user both hear, count once, and leave when the last one goes"""
    room, twice = unique(), user()
    ada = enter(user(), room)
    phone = enter(twice, room)
    ada.expect("joined", room=room, name=twice.name)
    laptop = enter(twice)
    members = laptop.join(room)["members"]
    assert members == sorted([ada.name, twice.name]), f"members are {members}"
    message = ada.say(room, "to both")  # nothing came to ada before this: the user was there already
    phone.expect("message", id=message["id"])
    laptop.expect("message", id=message["id"])
    phone.close()
    laptop.say(room, "I am still here")
    ada.expect("message", name=twice.name)
    laptop.close()
    ada.expect("left", room=room, name=twice.name)


def test_sends_once__what_has_a_ref(meet: Meet) -> None:
    """The same ref again makes no new message: the sender alone gets the first one again"""
    room, (ada, bob) = meet(2)
    first = ada.say(room, "once", ref="a1")
    assert first.get("ref") == "a1", f"the message has the ref {first.get('ref')!r}"
    again = ada.say(room, "once", ref="a1")
    assert again["id"] == first["id"], f"the second time the id is {again['id']} instead of {first['id']}"
    bob.expect("message", id=first["id"])
    other = bob.say(room, "mine", ref="a1")  # had bob got the first one twice, it would have come before this
    assert other["id"] != first["id"], "a ref is of one user, and another user's message was taken for the same"
