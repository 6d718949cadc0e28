import base64
import functools
import hashlib
import hmac
import json
import sqlite3
import tempfile
import time
from collections.abc import Iterator
from pathlib import Path
from typing import Any
from urllib.parse import parse_qsl, urlsplit

import argon2
import bcrypt
import jwt
import pytest
from cryptography.hazmat.primitives.asymmetric import rsa
from cryptography.hazmat.primitives.serialization import Encoding, NoEncryption, PrivateFormat, PublicFormat
from fastapi.testclient import TestClient
from httpx2 import Response
from identity_provider import IdentityProvider
from jwt.algorithms import RSAAlgorithm
from service import Config, Storage
from solution import create_app

PASSWORD = "correct horse battery"


class KeyPair:
    def __init__(self) -> None:
        self.private = rsa.generate_private_key(65537, 2048)
        self.public = self.private.public_key()

    @property
    def private_pem(self) -> str:
        return self.private.private_bytes(Encoding.PEM, PrivateFormat.PKCS8, NoEncryption()).decode()

    @property
    def public_pem(self) -> bytes:
        return self.public.public_bytes(Encoding.PEM, PublicFormat.SubjectPublicKeyInfo)

    @property
    def public_der(self) -> bytes:
        return self.public.public_bytes(Encoding.DER, PublicFormat.SubjectPublicKeyInfo)


class Shop:
    """The service with its keys, its file, and the provider that it trusts."""

    def __init__(self, folder: Path) -> None:
        keys = folder / "keys"
        uploads = folder / "uploads"
        keys.mkdir()
        uploads.mkdir()
        self.signing, self.former, self.stranger = KeyPair(), KeyPair(), KeyPair()
        (keys / "current.pem").write_bytes(self.signing.public_pem)
        (keys / "former.pem").write_bytes(self.former.public_pem)
        # What a user has uploaded lies beside, as it does on many a server.
        (uploads / "avatar.pem").write_bytes(self.stranger.public_pem)
        self.file = folder / "shop.db"
        self.storage = Storage(self.file)
        self.config = Config(keys=keys, signing_kid="current", signing_key=self.signing.private_pem)
        self.provider = IdentityProvider(self.config.provider, self.config.client_id, self.config.redirect_uri)
        self.app = create_app(self.config, self.storage, self.provider.client)
        self.client = self.browser()

    def browser(self) -> TestClient:
        """A browser of its own, with its own cookies."""
        return TestClient(self.app, base_url=self.config.issuer, follow_redirects=False)

    def register(self, username: str, password: str = PASSWORD) -> None:
        response = self.client.post("/register", data={"username": username, "password": password})
        assert response.status_code == 201, f"{username} could not register: {response.text}"

    def log_in(self, username: str, password: str = PASSWORD, **more: str) -> Response:
        return self.client.post("/login", data={"username": username, "password": password, **more})

    def session(self, **more: str) -> dict[str, Any]:
        """A login of an account that is there: its tokens."""
        response = self.log_in(self.account, **more)
        assert response.status_code == 200, f"the login failed: {response.text}"
        return response.json()

    @functools.cached_property
    def account(self) -> str:
        self.register("grace")
        return "grace"

    @functools.cached_property
    def access_token(self) -> str:
        """One that the service takes."""
        token: str = self.session()["access_token"]
        assert self.call(token).status_code == 200, "a right token is refused"
        return token

    def call(self, token: str, method: str = "GET", path: str = "/me") -> Response:
        return self.client.request(method, path, headers={"Authorization": f"Bearer {token}".encode()})

    def renew(self, refresh_token: str, **more: str) -> Response:
        return self.client.post("/token", data={"grant_type": "refresh_token", "refresh_token": refresh_token, **more})

    def forge(self, *, headers: dict[str, Any] | None = None, key: KeyPair | None = None, **claims: Any) -> str:
        """A right access token with something changed, signed by the service or another. None takes a claim out."""
        header, body = read_parts(self.access_token)
        changed = {name: value for name, value in {**body, **claims}.items() if value is not None}
        signing = (key or self.signing).private
        return jwt.encode(changed, signing, "RS256", {**header, **(headers or {})})


folder = tempfile.TemporaryDirectory(ignore_cleanup_errors=True)


@pytest.fixture(scope="module", autouse=True)
def keep_open() -> Iterator[None]:
    """One event loop for all requests, which is quicker than one for each."""
    with shop().client, shop().provider.client:
        yield
    folder.cleanup()


@functools.cache
def shop() -> Shop:
    return Shop(Path(folder.name))


def b64(data: bytes) -> str:
    return base64.urlsafe_b64encode(data).rstrip(b"=").decode()


def un64(text: str) -> bytes:
    return base64.urlsafe_b64decode(text + "=" * (-len(text) % 4))


def read_parts(token: str) -> tuple[dict[str, Any], dict[str, Any]]:
    header, body, _ = token.split(".")
    return json.loads(un64(header)), json.loads(un64(body))


def assert_refused(token: str, why: str) -> None:
    response = shop().call(token)
    assert response.status_code == 401, f"{why}: answered {response.status_code} and not 401: {response.text}"
    assert response.headers.get("WWW-Authenticate", "").startswith("Bearer")


def test_1_passwords_are_kept_as_argon2id() -> None:
    """Passwords are kept as hashes of Argon2id, with a salt each and at least the costs that OWASP asks for"""
    shop().register("one")
    shop().register("two")
    one, two = shop().storage.find_hash("one") or "", shop().storage.find_hash("two") or ""
    assert one.startswith("$argon2id$"), one
    assert one != two, "equal passwords have equal hashes"
    asked: list[tuple[int, int]] = argon2.PasswordHasher.asked  # type: ignore[attr-defined]
    assert all(time_cost >= 2 and memory_cost >= 19 * 1024 for time_cost, memory_cost in asked), asked


def test_1_a_password_logs_in() -> None:
    """The right password logs in, a wrong one does not, and a name is taken once"""
    shop().register("ada")
    assert shop().log_in("ada").status_code == 200
    assert shop().log_in("ada", "wrong").status_code == 401
    taken = shop().client.post("/register", data={"username": "ada", "password": "another"})
    assert taken.status_code == 409


def test_1_every_byte_of_a_password_counts() -> None:
    """Two passwords that differ after 72 bytes are two passwords"""
    shop().register("long", "x" * 72 + "a")
    assert shop().log_in("long", "x" * 72 + "a").status_code == 200
    assert shop().log_in("long", "x" * 72 + "b").status_code == 401, "bytes after the 72nd do not count"


def test_1_an_unknown_name_costs_a_hash() -> None:
    """Nobody learns which names there are: the answer is the same, and so is the work"""
    assert shop().account == "grace"
    hasher: Any = argon2.PasswordHasher
    before = hasher.computed
    unknown = shop().log_in("nobody", "wrong")
    assert hasher.computed > before, "no hash was computed for an unknown name, which shows in the time it takes"
    wrong = shop().log_in("grace", "wrong")
    assert (unknown.status_code, unknown.text) == (wrong.status_code, wrong.text)


def test_1_old_hashes_are_replaced() -> None:
    """An account from the time of bcrypt logs in, and has a hash of Argon2id afterwards"""
    shop().storage.add_account("veteran", bcrypt.hashpw(PASSWORD.encode(), bcrypt.gensalt(4)).decode())
    assert shop().log_in("veteran", "y" * 80).status_code == 401
    assert shop().log_in("veteran").status_code == 200
    assert (shop().storage.find_hash("veteran") or "").startswith("$argon2id$")
    assert shop().log_in("veteran").status_code == 200


def test_2_an_access_token_says_who() -> None:
    """A login gives a signed access token, which the API takes"""
    session = shop().session()
    assert (session["token_type"], session["expires_in"]) == ("bearer", 600)
    assert shop().call(session["access_token"]).json() == {"subject": "local|grace"}
    header, body = read_parts(session["access_token"])
    assert (header["alg"], header["kid"], header["typ"]) == ("RS256", "current", "at+jwt")
    assert (body["iss"], body["aud"]) == (shop().config.issuer, shop().config.audience)
    assert body["exp"] - body["iat"] == 600


def test_2_no_token_no_answer() -> None:
    """Without a token, or with what is none, the answer is 401 with WWW-Authenticate"""
    response = shop().client.get("/me")
    assert (response.status_code, response.headers["WWW-Authenticate"]) == (401, "Bearer")
    for text in ("x", "a.b.c", "..", "🔑", f"{b64(b'[]')}.{b64(b'{}')}."):
        assert_refused(text, f"{text!r} was taken")


def test_2_former_keys_still_hold() -> None:
    """A token that a former key signed is valid as long as the key is in the folder"""
    token = shop().forge(key=shop().former, headers={"kid": "former"})
    assert shop().call(token).status_code == 200
    assert_refused(shop().forge(key=shop().former), "a token named another key than the one it was signed with")


@pytest.mark.parametrize("alg", ["none", "None", "nOnE"])
def test_3_unsigned_tokens_are_refused(alg: str) -> None:
    """Attack: a token without a signature, whose algorithm is "none"."""
    header, body = read_parts(shop().access_token)
    parts = ({**header, "alg": alg}, {**body, "sub": "local|admin"})
    unsigned = ".".join(b64(json.dumps(part).encode()) for part in parts)
    assert_refused(f"{unsigned}.", "an unsigned token was taken")


def test_3_a_public_key_is_no_secret() -> None:
    """Attack: HS256 with the public key, which everybody has, as the secret"""
    header, body = read_parts(shop().access_token)
    parts = ({**header, "alg": "HS256"}, {**body, "sub": "local|admin"})
    signed = ".".join(b64(json.dumps(part).encode()) for part in parts)
    pem, der = shop().signing.public_pem, shop().signing.public_der
    jwk = RSAAlgorithm.to_jwk(shop().signing.public).encode()
    for secret in (pem, pem.strip(), der, jwk, b""):
        signature = b64(hmac.digest(secret, signed.encode(), hashlib.sha256))
        assert_refused(f"{signed}.{signature}", f"an HMAC with the public key {secret[:20]!r}… was taken")


def test_3_a_kid_is_no_path() -> None:
    """Attack: a kid that leads out of the folder of keys, to a file that the attacker has uploaded"""
    here = str(Path(folder.name) / "uploads" / "avatar")
    for kid in ("../uploads/avatar", here, "avatar", "", "../../../dev/null", "' OR '1'='1"):
        token = shop().forge(key=shop().stranger, headers={"kid": kid}, sub="local|admin")
        assert_refused(token, f"the key was taken from kid {kid!r}")


def test_3_a_token_does_not_bring_its_key() -> None:
    """Attack: a token with its own key in the header (jwk), or the address of one (jku, x5u)"""
    jwk = RSAAlgorithm.to_jwk(shop().stranger.public, as_dict=True)
    for headers in ({"jwk": jwk}, {"jku": "https://evil.example/jwks"}, {"x5u": "https://evil.example/key.pem"}):
        token = shop().forge(key=shop().stranger, headers=headers, sub="local|admin")
        assert_refused(token, f"the key was taken from the header {next(iter(headers))}")


@pytest.mark.parametrize("age", [30, 3600])
def test_3_expired_tokens_are_refused(age: int) -> None:
    """Attack: a token after its time, or one that never expires"""
    now = int(time.time())
    assert_refused(shop().forge(iat=now - 600 - age, exp=now - age), f"a token was taken {age} s after it expired")
    assert_refused(shop().forge(exp=None), "a token without exp was taken")


@pytest.mark.parametrize("audience", ["https://news.example/api", ["https://news.example/api"], None])
def test_3_tokens_for_others_are_refused(audience: object) -> None:
    """Attack: a token of the same issuer for another service, or for none"""
    assert_refused(shop().forge(aud=audience), f"a token with the audience {audience} was taken")


@pytest.mark.parametrize("issuer", ["https://evil.example", "https://shop.example.evil.example", None])
def test_3_tokens_of_others_are_refused(issuer: str | None) -> None:
    """Attack: a token of another issuer, or of none"""
    assert_refused(shop().forge(iss=issuer), f"a token with the issuer {issuer} was taken")


def test_3_tampered_tokens_are_refused() -> None:
    """Attack: claims that were changed after they were signed, a signature from elsewhere, or none"""
    header, body, signature = shop().access_token.split(".")
    changed = b64(json.dumps({**json.loads(un64(body)), "sub": "local|admin"}).encode())
    assert_refused(f"{header}.{changed}.{signature}", "changed claims were taken")
    assert_refused(f"{header}.{body}.", "a token whose signature was taken away was taken")
    other = shop().forge(sub="local|admin").split(".")[2]
    assert_refused(f"{header}.{body}.{other}", "a token with the signature of another was taken")


def test_3_other_tokens_are_no_access_tokens() -> None:
    """Attack: a refresh token, an ID token, or another token of the same key, used as an access token"""
    session = shop().session()
    assert_refused(session["refresh_token"], "a refresh token was taken as an access token")
    assert_refused(shop().forge(headers={"typ": "reset+jwt"}), "a token to reset a password was taken")
    assert log_in_at_provider(shop()).status_code == 200
    assert_refused(shop().provider.last_id_token, "an ID token was taken as an access token")


def test_4_scopes_say_what_a_token_may_do() -> None:
    """A token is good for its scopes: 403 with insufficient_scope for everything else"""
    reader = shop().session(scope="profile:read orders:read")
    assert reader["scope"] == "profile:read orders:read"
    assert shop().call(reader["access_token"], "GET", "/orders").status_code == 200
    response = shop().call(reader["access_token"], "POST", "/orders")
    assert response.status_code == 403
    assert 'error="insufficient_scope"' in response.headers["WWW-Authenticate"]
    writer = shop().session(scope="orders:write")
    assert shop().call(writer["access_token"], "POST", "/orders").status_code == 201
    assert shop().call(writer["access_token"]).status_code == 403


def test_4_nobody_gets_more_than_there_is() -> None:
    """A scope that the service does not have is refused; without a wish a login gets all"""
    refused = shop().log_in(shop().account, scope="profile:read admin")
    assert (refused.status_code, refused.json()) == (400, {"error": "invalid_scope"})
    assert set(shop().session()["scope"].split()) == {"profile:read", "orders:read", "orders:write"}


def test_4_a_session_does_not_grow() -> None:
    """Renewing may ask for less than the session has, and never for more"""
    session = shop().session(scope="profile:read orders:read")
    less = shop().renew(session["refresh_token"], scope="orders:read").json()
    assert less["scope"] == "orders:read"
    assert shop().call(less["access_token"]).status_code == 403
    again = shop().renew(less["refresh_token"]).json()
    assert set(again["scope"].split()) == {"profile:read", "orders:read"}, "what a session has is not what it asked for"
    more = shop().renew(again["refresh_token"], scope="orders:read orders:write")
    assert (more.status_code, more.json()) == (400, {"error": "invalid_scope"}), "a session got more than it has"


def test_5_a_refresh_token_gives_a_new_pair() -> None:
    """A refresh token gives an access token and another refresh token, and is kept only as a hash"""
    session = shop().session()
    response = shop().renew(session["refresh_token"])
    assert response.status_code == 200
    renewed = response.json()
    assert shop().call(renewed["access_token"]).json() == {"subject": "local|grace"}
    assert renewed["refresh_token"] != session["refresh_token"]
    stored = shop().file.read_bytes()
    for token in (session["refresh_token"], renewed["refresh_token"]):
        assert token.encode() not in stored, "a refresh token can be read in the file"


def test_5_a_refresh_token_is_used_once() -> None:
    """A second use of a refresh token is refused, and ends the session: the newest token of it, too"""
    session = shop().session()
    newer = shop().renew(session["refresh_token"]).json()
    replayed = shop().renew(session["refresh_token"])
    assert (replayed.status_code, replayed.json()) == (400, {"error": "invalid_grant"})
    followed = shop().renew(newer["refresh_token"])
    assert followed.status_code == 400, "a refresh token was used twice, and its session went on"


def test_5_other_sessions_go_on() -> None:
    """A stolen token ends its own session and no other one of the same user"""
    laptop, phone = shop().session(), shop().session()
    shop().renew(laptop["refresh_token"])
    shop().renew(laptop["refresh_token"])
    assert shop().renew(phone["refresh_token"]).status_code == 200


def test_5_what_is_no_refresh_token_is_refused() -> None:
    """An access token, an expired refresh token and an invented one give nothing"""
    session = shop().session()
    connection = sqlite3.connect(shop().file)
    with connection:
        connection.execute("UPDATE refresh_tokens SET expires = 1 WHERE rowid = (SELECT max(rowid) FROM refresh_tokens)")
    connection.close()
    for token in (session["access_token"], session["refresh_token"], "invented"):
        response = shop().renew(token)
        assert (response.status_code, response.json()) == (400, {"error": "invalid_grant"})


def begin_at_provider(browser: TestClient) -> tuple[str, dict[str, str]]:
    """Where the browser is sent, and the query of that address."""
    response = browser.get("/login/provider")
    assert response.status_code in (302, 303, 307)
    address = response.headers["Location"]
    return address, dict(parse_qsl(urlsplit(address).query))


def come_back(browser: TestClient, address: str) -> Response:
    parts = urlsplit(address)
    return browser.get(f"{parts.path}?{parts.query}")


def log_in_at_provider(service: Shop, user: str = "ada") -> Response:
    browser = service.browser()
    address, _ = begin_at_provider(browser)
    return come_back(browser, service.provider.visit(address, user))


def assert_failed(response: Response, why: str) -> None:
    assert response.status_code == 400, f"{why}: answered {response.status_code} and not 400: {response.text}"
    assert response.json() == {"error": "login_failed"}


def test_6_the_provider_logs_in() -> None:
    """A login at the identity provider gives the same pair of tokens, for a user who is nobody's namesake here"""
    response = log_in_at_provider(shop(), "grace")
    assert response.status_code == 200, response.text
    session = response.json()
    assert shop().call(session["access_token"]).json() == {"subject": "provider|grace"}
    assert shop().renew(session["refresh_token"]).status_code == 200


def test_6_a_login_begins_with_secrets() -> None:
    """The address has a challenge (S256), a state and a nonce, new each time; the cookie is for the server alone"""
    browser = shop().browser()
    (_, one), (_, two) = begin_at_provider(browser), begin_at_provider(browser)
    assert (one["response_type"], one["code_challenge_method"]) == ("code", "S256")
    assert len(one["code_challenge"]) == 43
    assert "code_verifier" not in one
    for name in ("state", "nonce", "code_challenge"):
        assert len(one[name]) >= 22, f"{name} is too short to be a secret"
        assert one[name] != two[name], f"{name} is the same for two logins"
    cookies = shop().browser().get("/login/provider").headers.get_list("set-cookie")
    attributes = [{word.strip().lower() for word in cookie.split(";")[1:]} for cookie in cookies]
    assert attributes, "no cookie binds the login to the browser"
    assert all({"httponly", "secure", "samesite=lax"} <= names for names in attributes), cookies


def test_6_only_who_began_may_finish() -> None:
    """Attack: the address to come back to, sent to somebody else's browser; another state; the same one twice"""
    attacker, victim = shop().browser(), shop().browser()
    address, _ = begin_at_provider(attacker)
    trap = shop().provider.visit(address, "attacker")
    assert_failed(come_back(victim, trap), "a browser without a login of its own was logged in")
    begin_at_provider(victim)
    assert_failed(come_back(victim, trap), "a browser was logged in that had begun another login")
    browser = shop().browser()
    address, query = begin_at_provider(browser)
    back = shop().provider.visit(address)
    assert_failed(come_back(browser, back.replace(query["state"], "x" * 43)), "a wrong state was taken")
    browser = shop().browser()
    address, _ = begin_at_provider(browser)
    back = shop().provider.visit(address)
    assert come_back(browser, back).status_code == 200
    assert_failed(come_back(browser, back), "the same address logged in twice")


def test_6_a_stolen_code_is_worthless() -> None:
    """Attack: the code of another login, put into one's own: PKCE refuses it"""
    victim, thief = shop().browser(), shop().browser()
    address, _ = begin_at_provider(victim)
    stolen = dict(parse_qsl(urlsplit(shop().provider.visit(address)).query))["code"]
    _, own = begin_at_provider(thief)
    assert_failed(thief.get("/callback", params={"code": stolen, "state": own["state"]}), "a stolen code was taken")
    _, own = begin_at_provider(thief)
    denied = thief.get("/callback", params={"error": "access_denied", "state": own["state"]})
    assert_failed(denied, "a refusal of the provider was taken for a login")


@pytest.mark.parametrize(
    "claims",
    [{"aud": "newsletter"}, {"iss": "https://evil.example"}, {"nonce": "of another login"}, {"exp": 1}],
    ids=lambda claims: next(iter(claims)),
)
def test_6_the_id_token_is_for_this_login(claims: dict[str, Any]) -> None:
    """Attack: an ID token for another client, of another issuer or login, or one that is too old"""
    shop().provider.claims = claims
    try:
        assert_failed(log_in_at_provider(shop()), f"an ID token with {claims} was taken")
    finally:
        shop().provider.claims = {}


def test_6_the_id_token_is_signed_by_the_provider() -> None:
    """Attack: an ID token that a stranger has signed"""
    shop().provider.signing_key = shop().stranger.private
    try:
        assert_failed(log_in_at_provider(shop()), "an ID token with a stranger's signature was taken")
    finally:
        shop().provider.signing_key = shop().provider.key
