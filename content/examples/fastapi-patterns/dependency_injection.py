"""What `Depends` does in one request: once each, in which order, given back when, and replaced how in a test."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Annotated

from fastapi import Depends, FastAPI, Header, HTTPException
from fastapi.testclient import TestClient

log: list[str] = []


# region: session
class Session:
    """Stands for a session of a database."""

    def __init__(self) -> None:
        self.is_open = True


def open_session() -> Iterator[Session]:
    """What stands behind `yield` runs whatever came of the endpoint; an exception arrives at the `yield`."""
    session = Session()
    log.append("open")
    try:
        yield session
        log.append("commit")
    except HTTPException as error:
        log.append(f"rollback, {error.status_code}")
        raise
    finally:
        session.is_open = False
        log.append("close")


# `scope="function"`: the commit comes before the response. By default it would come after, too late to tell anybody.
SessionDep = Annotated[Session, Depends(open_session, scope="function")]
# endregion


# region: chain
class User:
    def __init__(self, name: str, session: Session) -> None:
        self.name = name
        self.session = session


def find_user(session: SessionDep, authorization: Annotated[str, Header()] = "") -> User:
    scheme, _, name = authorization.partition(" ")
    if scheme != "Bearer" or not name:
        raise HTTPException(401, "say who you are", headers={"WWW-Authenticate": "Bearer"})
    log.append(f"user {name}")
    return User(name, session)


UserDep = Annotated[User, Depends(find_user)]


class Require:
    """A dependency with a parameter is a callable object, made once for each route."""

    def __init__(self, name: str) -> None:
        self.name = name

    def __call__(self, user: UserDep) -> User:
        if user.name != self.name:
            raise HTTPException(403, f"only for {self.name}")
        return user


# endregion
app = FastAPI()


@app.get("/orders")
def list_orders(user: UserDep, session: SessionDep) -> dict[str, object]:
    # The session of the user and this one are one: a dependency is called once a request.
    log.append("handler")
    return {"user": user.name, "one session": user.session is session}


@app.get("/admin")
def show_admin(user: Annotated[User, Depends(Require("ada"))]) -> str:
    return user.name


def call(path: str, name: str | None = None) -> tuple[int, object, list[str]]:
    log.clear()
    headers = {} if name is None else {"Authorization": f"Bearer {name}"}
    response = TestClient(app).get(path, headers=headers)
    return response.status_code, response.json(), list(log)


def call_with_override(path: str) -> tuple[int, object, list[str]]:
    """A test replaces the leaf that it cannot have, and leaves the rest as it is."""
    app.dependency_overrides[find_user] = lambda: User("ada", Session())
    try:
        return call(path)
    finally:
        app.dependency_overrides.clear()


def main() -> None:
    print(*call("/orders", "ada"))
    print(*call("/orders"))
    print(*call("/admin", "bob"))
    print(*call_with_override("/admin"))


if __name__ == "__main__":
    main()
