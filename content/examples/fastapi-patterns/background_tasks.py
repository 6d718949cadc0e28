"""When background tasks run: behind the response, one after the other, in the same process, and without a second try."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Annotated

from fastapi import BackgroundTasks, Depends, FastAPI
from fastapi.testclient import TestClient
from starlette.types import ASGIApp, Message, Receive, Scope, Send

log: list[str] = []


class NoteResponse:
    """An ASGI middleware that notes when the response has left."""

    def __init__(self, app: ASGIApp) -> None:
        self.app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        async def note(message: Message) -> None:
            await send(message)
            if message["type"] == "http.response.body" and not message.get("more_body"):
                log.append("response sent")

        await self.app(scope, receive, note)


app = FastAPI()
app.add_middleware(NoteResponse)


def open_session() -> Iterator[str]:
    log.append("session open")
    yield "session"
    log.append("session closed")


# region: tasks
def send_mail(address: str) -> None:
    log.append(f"mail to {address}")


async def update_index(order: int) -> None:
    log.append(f"index {order}")


def fail() -> None:
    log.append("fails")
    raise ConnectionError("mail server")


@app.post("/orders", status_code=202)
async def place_order(tasks: BackgroundTasks, session: Annotated[str, Depends(open_session)]) -> dict[str, int]:
    """Give a task values, not the session: FastAPI 0.106 to 0.117 closed it before the tasks ran, later ones keep it, and its
    connection, until they are done."""
    tasks.add_task(send_mail, "ada@example.org")
    tasks.add_task(update_index, order=7)
    return {"order": 7}


@app.post("/orders/broken", status_code=202)
async def place_broken(tasks: BackgroundTasks) -> dict[str, int]:
    tasks.add_task(fail)
    tasks.add_task(send_mail, "nobody hears of it")
    return {"order": 8}


# endregion
def call(path: str) -> tuple[int, list[str]]:
    log.clear()
    # As a server does: what a task raises does not reach the client, who has the response already.
    response = TestClient(app, raise_server_exceptions=False).post(path)
    return response.status_code, list(log)


def main() -> None:
    for path in ("/orders", "/orders/broken"):
        status, events = call(path)
        print(path, status)
        for event in events:
            print("  ", event)


if __name__ == "__main__":
    main()
