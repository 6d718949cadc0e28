import pytest
from fastapi import WebSocketDisconnect
from fastapi.testclient import TestClient
from websocket_rooms import QUEUE_SIZE, Member, Room, app, rooms


@pytest.fixture
def client():
    rooms.clear()
    with TestClient(app) as client:
        yield client


def test_who_has_no_token_is_not_let_in(client: TestClient) -> None:
    with pytest.raises(WebSocketDisconnect) as caught, client.websocket_connect("/rooms/python"):
        pass
    assert caught.value.code == 1008
    assert not rooms["python"].members


def test_all_of_a_room_hear_and_others_do_not(client: TestClient) -> None:
    with (
        client.websocket_connect("/rooms/python?token=user-ada") as ada,
        client.websocket_connect("/rooms/python?token=user-bob") as bob,
        client.websocket_connect("/rooms/rust?token=user-cy") as cy,
    ):
        ada.send_text("hello")
        assert ada.receive_text() == bob.receive_text() == "user-ada: hello"
        cy.send_text("alone")
        assert cy.receive_text() == "user-cy: alone"


def test_who_leaves_is_forgotten(client: TestClient) -> None:
    with client.websocket_connect("/rooms/python?token=user-ada"):
        assert len(rooms["python"].members) == 1
    assert len(rooms["python"].members) == 0


def test_a_member_that_does_not_read_holds_up_nobody() -> None:
    room, slow, quick = Room(), Member(), Member()
    room.members |= {slow, quick}
    for number in range(QUEUE_SIZE + 1):
        room.tell(str(number))
        quick.waiting.get_nowait()
    assert slow.is_slow and not quick.is_slow
    assert slow.waiting.qsize() == QUEUE_SIZE
