"""A message goes to every socket that is connected, whichever room it is in, and each client is trusted to ignore the rest."""

import reference

FAILS = ["delivers-messages"]

clients: list[reference.Client] = []
tell = reference.Hub.tell


class Client(reference.Client):
    def __init__(self, *values: object) -> None:
        super().__init__(*values)
        clients.append(self)


def tell_all(self: reference.Hub, room: str, event: reference.Event) -> None:
    if event["type"] != "message":
        tell(self, room, event)
        return
    for client in clients:
        client.post(event)


reference.Client = Client
reference.Hub.tell = tell_all

if __name__ == "__main__":
    reference.main()
