"""A small identity provider: OpenID Connect with authorization code and PKCE, for one client and users who always agree."""

import base64
import hashlib
import secrets
import time
from typing import Annotated, Any
from urllib.parse import parse_qsl, urlencode, urlsplit

import jwt
from cryptography.hazmat.primitives.asymmetric import rsa
from fastapi import FastAPI, Form, HTTPException, Response
from fastapi.responses import RedirectResponse
from fastapi.testclient import TestClient
from jwt.algorithms import RSAAlgorithm

KID = "provider-1"


class IdentityProvider:
    def __init__(
        self,
        issuer: str = "https://id.example",
        client_id: str = "shop",
        redirect_uri: str = "https://shop.example/callback",
    ) -> None:
        self.issuer = issuer
        self.client_id = client_id
        self.redirect_uri = redirect_uri
        self.key = rsa.generate_private_key(65537, 2048)
        self.signing_key = self.key
        """Tests put the key of a stranger here."""
        self.claims: dict[str, Any] = {}
        """Tests put claims here that the next ID tokens have instead of the right ones."""
        self.last_id_token = ""
        self._codes: dict[str, dict[str, str]] = {}
        self.client = TestClient(self._create_app(), base_url=issuer, follow_redirects=False)
        """What others talk to it with."""

    def visit(self, url: str, user: str = "ada") -> str:
        """Log in as somebody's browser does that was sent to `url`. Returns where the browser is sent next."""
        response = self.client.get(url, params={**_query(url), "user": user})
        if response.status_code != 302:
            raise AssertionError(f"the provider refuses {url}: {response.text}")
        return response.headers["Location"]

    def _create_app(self) -> FastAPI:
        app = FastAPI()

        @app.get("/authorize")
        def authorize(
            response_type: str,
            client_id: str,
            redirect_uri: str,
            scope: str,
            code_challenge: str,
            code_challenge_method: str = "plain",
            state: str = "",
            nonce: str = "",
            user: str = "ada",
        ) -> Response:
            if client_id != self.client_id or redirect_uri != self.redirect_uri:
                raise HTTPException(400, "unknown client or address")
            if response_type != "code" or code_challenge_method != "S256" or "openid" not in scope.split():
                raise HTTPException(400, "only response_type=code with S256 and the scope openid")
            code = secrets.token_urlsafe(16)
            self._codes[code] = {"challenge": code_challenge, "nonce": nonce, "user": user}
            return RedirectResponse(f"{redirect_uri}?{urlencode({'code': code, 'state': state})}", 302)

        @app.post("/token")
        def token(
            grant_type: Annotated[str, Form()],
            code: Annotated[str, Form()],
            redirect_uri: Annotated[str, Form()],
            client_id: Annotated[str, Form()],
            code_verifier: Annotated[str, Form()],
        ) -> dict[str, Any]:
            known = self._codes.pop(code, None)  # one use, also when it fails
            digest = hashlib.sha256(code_verifier.encode()).digest()
            challenge = base64.urlsafe_b64encode(digest).rstrip(b"=").decode()
            is_right = grant_type == "authorization_code" and client_id == self.client_id
            if known is None or not is_right or redirect_uri != self.redirect_uri or challenge != known["challenge"]:
                raise HTTPException(400, "invalid_grant")
            self.last_id_token = self._sign(known)
            return {"id_token": self.last_id_token, "access_token": secrets.token_urlsafe(16), "token_type": "bearer"}

        @app.get("/jwks")
        def jwks() -> dict[str, Any]:
            key = RSAAlgorithm.to_jwk(self.key.public_key(), as_dict=True)
            return {"keys": [{**key, "kid": KID, "alg": "RS256", "use": "sig"}]}

        return app

    def _sign(self, known: dict[str, str]) -> str:
        now = int(time.time())
        claims = {
            "iss": self.issuer,
            "aud": self.client_id,
            "sub": known["user"],
            "nonce": known["nonce"],
            "iat": now,
            "exp": now + 300,
            **self.claims,
        }
        return jwt.encode(claims, self.signing_key, algorithm="RS256", headers={"kid": KID})


def _query(url: str) -> dict[str, str]:
    return dict(parse_qsl(urlsplit(url).query))
