"""The login of a small shop's API: passwords, access tokens, refresh tokens, and an identity provider."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Annotated, Any

from cryptography.hazmat.primitives import serialization
from cryptography.hazmat.primitives.asymmetric import rsa
from fastapi import Depends, FastAPI, Form, HTTPException, Request, Security
from fastapi.responses import JSONResponse, RedirectResponse, Response
from fastapi.security import HTTPAuthorizationCredentials, HTTPBearer, SecurityScopes
from fastapi.testclient import TestClient
from httpx2 import Client
from identity_provider import IdentityProvider
from service import Config, Storage

SCOPES = ("profile:read", "orders:read", "orders:write")
ALGORITHM = "RS256"
TOKEN_TYPE = "at+jwt"
"""Of access tokens (RFC 9068): no other token that the same key signs is one."""
COOKIE = "login"


@dataclass(frozen=True)
class Caller:
    """Who sends a request, and what the token allows."""

    subject: str
    scopes: frozenset[str]


class OAuthError(Exception):
    """Answered with status 400 and `{"error": code}`."""

    def __init__(self, code: str) -> None:
        super().__init__(code)
        self.code = code


class InvalidAccessTokenError(Exception):
    """Why, is for the log and not for whoever sent it."""


class Passwords:
    def __init__(self, storage: Storage) -> None:
        self._storage = storage

    def register(self, username: str, password: str) -> bool:
        """False where the name is taken."""
        raise NotImplementedError

    def check(self, username: str, password: str) -> bool:
        """Whether the password is right; costs the same where nobody has that name. An old hash is replaced."""
        raise NotImplementedError


class AccessTokens:
    def __init__(self, config: Config) -> None:
        self._config = config

    def issue(self, subject: str, scopes: Sequence[str]) -> str:
        raise NotImplementedError

    def read(self, token: str) -> Caller:
        """Raises InvalidAccessTokenError."""
        raise NotImplementedError


class Sessions:
    """Refresh tokens: random, kept as hashes, each for one use."""

    def __init__(self, config: Config, storage: Storage) -> None:
        self._config = config
        self._storage = storage

    def begin(self, subject: str, scopes: Sequence[str]) -> str:
        raise NotImplementedError

    def renew(self, token: str) -> tuple[str, str, list[str]]:
        """A new refresh token for a used one, with the subject and the scopes of the session. Raises OAuthError."""
        raise NotImplementedError


class ProviderLogin:
    """Logging in at the identity provider: authorization code with PKCE, bound to the browser that began."""

    def __init__(self, config: Config, provider: Client) -> None:
        self._config = config
        self._provider = provider

    def begin(self) -> tuple[str, str]:
        """Where to send the browser, and the cookie it comes back with."""
        raise NotImplementedError

    def finish(self, cookie: str, query: Mapping[str, str]) -> str:
        """The user's id at the provider. Raises OAuthError."""
        raise NotImplementedError


def create_app(config: Config, storage: Storage, provider: Client) -> FastAPI:
    """The API. `provider` reaches the identity provider: its base address is that of its pages."""
    app = FastAPI()
    passwords = Passwords(storage)
    tokens = AccessTokens(config)
    sessions = Sessions(config, storage)
    login = ProviderLogin(config, provider)
    bearer = HTTPBearer(auto_error=False)

    def answer(subject: str, scopes: Sequence[str], refresh_token: str) -> dict[str, Any]:
        return {
            "access_token": tokens.issue(subject, scopes),
            "token_type": "bearer",
            "expires_in": config.access_seconds,
            "refresh_token": refresh_token,
            "scope": " ".join(scopes),
        }

    def identify(
        needed: SecurityScopes, credentials: Annotated[HTTPAuthorizationCredentials | None, Depends(bearer)]
    ) -> Caller:
        raise NotImplementedError

    @app.exception_handler(OAuthError)
    def refuse(request: Request, error: OAuthError) -> Response:
        return JSONResponse({"error": error.code}, 400)

    @app.post("/register", status_code=201)
    def register(username: Annotated[str, Form()], password: Annotated[str, Form()]) -> dict[str, str]:
        if not passwords.register(username, password):
            raise HTTPException(409, "the name is taken")
        return {"username": username}

    @app.post("/login")
    def log_in(
        username: Annotated[str, Form()], password: Annotated[str, Form()], scope: Annotated[str | None, Form()] = None
    ) -> dict[str, Any]:
        if not passwords.check(username, password):
            raise HTTPException(401, "the name or the password is wrong", {"WWW-Authenticate": "Bearer"})
        # Task 4: what of the scopes that are asked for does the caller get?
        subject = f"local|{username}"
        return answer(subject, SCOPES, sessions.begin(subject, SCOPES))

    @app.post("/token")
    def renew(
        grant_type: Annotated[str, Form()],
        refresh_token: Annotated[str, Form()],
        scope: Annotated[str | None, Form()] = None,
    ) -> dict[str, Any]:
        if grant_type != "refresh_token":
            raise OAuthError("unsupported_grant_type")
        renewed, subject, scopes = sessions.renew(refresh_token)
        return answer(subject, scopes, renewed)

    @app.get("/login/provider")
    def leave() -> Response:
        address, cookie = login.begin()
        response = RedirectResponse(address, 302)
        response.set_cookie(COOKIE, cookie)
        return response

    @app.get("/callback")
    def come_back(request: Request) -> Response:
        subject = f"provider|{login.finish(request.cookies.get(COOKIE, ''), request.query_params)}"
        response = JSONResponse(answer(subject, SCOPES, sessions.begin(subject, SCOPES)))
        response.delete_cookie(COOKIE)
        return response

    @app.get("/me")
    def read_me(caller: Annotated[Caller, Security(identify, scopes=["profile:read"])]) -> dict[str, str]:
        return {"subject": caller.subject}

    @app.get("/orders")
    def read_orders(caller: Annotated[Caller, Security(identify, scopes=["orders:read"])]) -> list[str]:
        return []

    @app.post("/orders", status_code=201)
    def order(caller: Annotated[Caller, Security(identify, scopes=["orders:write"])]) -> dict[str, str]:
        return {"ordered_by": caller.subject}

    return app


def main() -> None:
    key = rsa.generate_private_key(65537, 2048)
    public = key.public_key().public_bytes(serialization.Encoding.PEM, serialization.PublicFormat.SubjectPublicKeyInfo)
    private = key.private_bytes(
        serialization.Encoding.PEM, serialization.PrivateFormat.PKCS8, serialization.NoEncryption()
    )
    with TemporaryDirectory() as folder:
        (Path(folder) / "first.pem").write_bytes(public)
        config = Config(Path(folder), "first", private.decode())
        app = create_app(config, Storage(Path(folder) / "shop.db"), IdentityProvider().client)
        browser = TestClient(app, base_url=config.issuer)
        browser.post("/register", data={"username": "ada", "password": "correct horse battery"})
        answer = browser.post("/login", data={"username": "ada", "password": "correct horse battery"})
        print(answer.json())
        token = answer.json()["access_token"]
        print(browser.get("/me", headers={"Authorization": f"Bearer {token}"}).json())


if __name__ == "__main__":
    main()
