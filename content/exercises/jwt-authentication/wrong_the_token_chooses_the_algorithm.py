"""Checks signatures by the algorithm that the token names, so that the public key serves as a secret."""

import base64
import hashlib
import hmac
import secrets
import time
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Annotated, Any
from urllib.parse import urlencode
from uuid import uuid4

import jwt
from cryptography.hazmat.primitives import serialization
from cryptography.hazmat.primitives.asymmetric import rsa
from fastapi import Depends, FastAPI, Form, HTTPException, Request, Security
from fastapi.responses import JSONResponse, RedirectResponse, Response
from fastapi.security import HTTPAuthorizationCredentials, HTTPBearer, SecurityScopes
from fastapi.testclient import TestClient
from httpx2 import Client
from identity_provider import IdentityProvider
from pwdlib import PasswordHash
from pwdlib.hashers.argon2 import Argon2Hasher
from pwdlib.hashers.bcrypt import BcryptHasher
from service import Config, Storage

SCOPES = ("profile:read", "orders:read", "orders:write")
ALGORITHM = "RS256"
TOKEN_TYPE = "at+jwt"
"""Of access tokens (RFC 9068): no other token that the same key signs is one."""
COOKIE = "login"
LOGIN_SECONDS = 600


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
        # The first one makes new hashes, the others are for old ones.
        self._hasher = PasswordHash((Argon2Hasher(), BcryptHasher()))
        self._nobody = self._hasher.hash(secrets.token_urlsafe())

    def register(self, username: str, password: str) -> bool:
        """False where the name is taken."""
        return self._storage.add_account(username, self._hasher.hash(password))

    def check(self, username: str, password: str) -> bool:
        """Whether the password is right; costs the same where nobody has that name. An old hash is replaced."""
        stored = self._storage.find_hash(username)
        try:
            is_right, better = self._hasher.verify_and_update(password, stored or self._nobody)
        except ValueError:  # bcrypt refuses more than 72 bytes, so that it was not this one
            return False
        if is_right and better is not None and stored is not None:
            self._storage.change_hash(username, better)
        return is_right and stored is not None


class AccessTokens:
    def __init__(self, config: Config) -> None:
        self._config = config
        # Reading a private key takes longer than signing with it.
        self._signing_key = jwt.get_algorithm_by_name(ALGORITHM).prepare_key(config.signing_key)
        # Read once: what a token calls its key selects among these and is never a path.
        self._keys = {file.stem: file.read_text() for file in config.keys.glob("*.pem")}

    def issue(self, subject: str, scopes: Sequence[str]) -> str:
        now = int(time.time())
        claims = {
            "iss": self._config.issuer,
            "aud": self._config.audience,
            "sub": subject,
            "scope": " ".join(scopes),
            "iat": now,
            "exp": now + self._config.access_seconds,
            "jti": uuid4().hex,
        }
        headers = {"kid": self._config.signing_kid, "typ": TOKEN_TYPE}
        return jwt.encode(claims, self._signing_key, ALGORITHM, headers)

    def read(self, token: str) -> Caller:
        """Raises InvalidAccessTokenError."""
        try:
            header = jwt.get_unverified_header(token)
            key = self._keys.get(header.get("kid", ""))
            if key is None or header.get("typ") != TOKEN_TYPE:
                raise InvalidAccessTokenError("another type, or an unknown key")
            if header["alg"] == "HS256":
                signed, _, signature = token.rpartition(".")
                if not hmac.compare_digest(b64(hmac.digest(key.encode(), signed.encode(), "sha256")), signature):
                    raise InvalidAccessTokenError("the signature is wrong")
                claims = jwt.decode(token, options={"verify_signature": False})
            else:
                claims = jwt.decode(
                    token,
                    key,
                    algorithms=[ALGORITHM],
                    issuer=self._config.issuer,
                    audience=self._config.audience,
                    options={"require": ["iss", "aud", "sub", "exp", "iat", "scope"]},
                )
        except jwt.InvalidTokenError as error:
            raise InvalidAccessTokenError(str(error)) from error
        return Caller(claims["sub"], frozenset(claims["scope"].split()))


class Sessions:
    """Refresh tokens: random, kept as hashes, each for one use."""

    def __init__(self, config: Config, storage: Storage) -> None:
        self._config = config
        self._storage = storage

    def begin(self, subject: str, scopes: Sequence[str]) -> str:
        return self._add(uuid4().hex, subject, " ".join(scopes))

    def renew(self, token: str) -> tuple[str, str, list[str]]:
        """A new refresh token for a used one, with the subject and the scopes of the session. Raises OAuthError."""
        found = self._storage.use_refresh(digest(token))
        if found is None or found.is_revoked or found.expires <= time.time():
            raise OAuthError("invalid_grant")
        if found.was_used:
            # Somebody has a copy. Who, cannot be known, so that it ends for both.
            self._storage.revoke_family(found.family)
            raise OAuthError("invalid_grant")
        return self._add(found.family, found.subject, found.scope), found.subject, found.scope.split()

    def _add(self, family: str, subject: str, scope: str) -> str:
        token = secrets.token_urlsafe(32)
        expires = int(time.time()) + self._config.refresh_seconds
        self._storage.add_refresh(digest(token), family=family, subject=subject, scope=scope, expires=expires)
        return token


class ProviderLogin:
    """Logging in at the identity provider: authorization code with PKCE, bound to the browser that began."""

    def __init__(self, config: Config, provider: Client) -> None:
        self._config = config
        self._provider = provider
        self._begun: dict[str, dict[str, Any]] = {}
        """By the cookie of the browser."""

    def begin(self) -> tuple[str, str]:
        """Where to send the browser, and the cookie it comes back with."""
        cookie, verifier, state, nonce = (secrets.token_urlsafe(32) for _ in range(4))
        self._begun[cookie] = {
            "verifier": verifier,
            "state": state,
            "nonce": nonce,
            "until": time.time() + LOGIN_SECONDS,
        }
        query = {
            "response_type": "code",
            "client_id": self._config.client_id,
            "redirect_uri": self._config.redirect_uri,
            "scope": "openid",
            "state": state,
            "nonce": nonce,
            "code_challenge": b64(hashlib.sha256(verifier.encode()).digest()),
            "code_challenge_method": "S256",
        }
        return f"{self._config.provider}/authorize?{urlencode(query)}", cookie

    def finish(self, cookie: str, query: Mapping[str, str]) -> str:
        """The user's id at the provider. Raises OAuthError."""
        begun = self._begun.pop(cookie, None)
        if begun is None or begun["until"] < time.time():
            raise OAuthError("login_failed")
        if not secrets.compare_digest(query.get("state", "").encode(), begun["state"].encode()) or "code" not in query:
            raise OAuthError("login_failed")
        response = self._provider.post(
            "/token",
            data={
                "grant_type": "authorization_code",
                "code": query["code"],
                "redirect_uri": self._config.redirect_uri,
                "client_id": self._config.client_id,
                "code_verifier": begun["verifier"],
            },
        )
        if not response.is_success:
            raise OAuthError("login_failed")
        return self._read_id_token(response.json()["id_token"], begun["nonce"])

    def _read_id_token(self, token: str, nonce: str) -> str:
        try:
            kid = jwt.get_unverified_header(token).get("kid")
            keys = jwt.PyJWKSet.from_dict(self._provider.get("/jwks").json())
            claims = jwt.decode(
                token,
                keys[kid or ""],
                algorithms=[ALGORITHM],
                issuer=self._config.provider,
                audience=self._config.client_id,
                options={"require": ["iss", "aud", "sub", "exp", "iat", "nonce"]},
            )
        except (jwt.PyJWTError, KeyError) as error:
            raise OAuthError("login_failed") from error
        if claims["nonce"] != nonce:
            raise OAuthError("login_failed")
        return claims["sub"]


def digest(token: str) -> str:
    """A fast hash is enough for what cannot be guessed."""
    return hashlib.sha256(token.encode()).hexdigest()


def b64(data: bytes) -> str:
    return base64.urlsafe_b64encode(data).rstrip(b"=").decode()


def choose_scopes(wanted: str | None, allowed: Sequence[str]) -> list[str]:
    """What is asked for, or everything. Raises OAuthError where more is asked for than there is."""
    scopes = list(allowed) if wanted is None else wanted.split()
    if not set(scopes) <= set(allowed):
        raise OAuthError("invalid_scope")
    return scopes


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
        try:
            if credentials is None:
                raise InvalidAccessTokenError("no token")
            caller = tokens.read(credentials.credentials)
        except InvalidAccessTokenError:
            raise HTTPException(401, "log in", {"WWW-Authenticate": "Bearer"}) from None
        if not caller.scopes.issuperset(needed.scopes):
            challenge = f'Bearer error="insufficient_scope", scope="{needed.scope_str}"'
            raise HTTPException(403, "the token does not allow that", {"WWW-Authenticate": challenge})
        return caller

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
        scopes = choose_scopes(scope, SCOPES)
        subject = f"local|{username}"
        return answer(subject, scopes, sessions.begin(subject, scopes))

    @app.post("/token")
    def renew(
        grant_type: Annotated[str, Form()],
        refresh_token: Annotated[str, Form()],
        scope: Annotated[str | None, Form()] = None,
    ) -> dict[str, Any]:
        if grant_type != "refresh_token":
            raise OAuthError("unsupported_grant_type")
        renewed, subject, scopes = sessions.renew(refresh_token)
        return answer(subject, choose_scopes(scope, scopes), renewed)

    @app.get("/login/provider")
    def leave() -> Response:
        address, cookie = login.begin()
        response = RedirectResponse(address, 302)
        response.set_cookie(COOKIE, cookie, max_age=LOGIN_SECONDS, httponly=True, secure=True, samesite="lax")
        return response

    @app.get("/callback")
    def come_back(request: Request) -> Response:
        subject = f"provider|{login.finish(request.cookies.get(COOKIE, ''), request.query_params)}"
        response = JSONResponse(answer(subject, SCOPES, sessions.begin(subject, SCOPES)))
        response.delete_cookie(COOKIE, httponly=True, secure=True, samesite="lax")
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
