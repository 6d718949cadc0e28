"""A user is announced as left when one of their sockets goes, although another is still in the room."""

import reference

FAILS = ["serves-many-devices"]


def leave(self: reference.Hub, client: reference.Client, room: str) -> None:
    self.rooms[room].discard(client)
    self.tell(room, {"type": "left", "room": room, "name": client.name})
    if not self.rooms[room]:
        del self.rooms[room]


reference.Hub.leave = leave

if __name__ == "__main__":
    reference.main()
