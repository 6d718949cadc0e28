"""Accounts, tokens and roles."""

import base64
import hashlib
import hmac
import json
import time

import pytest


def encode(part: bytes) -> str:
    return base64.urlsafe_b64encode(part).rstrip(b"=").decode()


def decode(part: str) -> dict:
    return json.loads(base64.urlsafe_b64decode(part + "=" * (-len(part) % 4)))


def claims_of(visitor) -> dict:
    """What the visitor's access token says."""
    parts = visitor.token.split(".")
    assert len(parts) == 3, f"an access token is a JWT of three parts, this one has {len(parts)}"
    return decode(parts[1])


def forge(header: dict, claims: dict, key: bytes | None) -> str:
    """A token made without your key: unsigned, or signed by HMAC with another key."""
    signed = f"{encode(json.dumps(header).encode())}.{encode(json.dumps(claims).encode())}"
    signature = b"" if key is None else hmac.digest(key, signed.encode(), hashlib.sha256)
    return f"{signed}.{encode(signature)}"


def refuse(nobody, token: str) -> None:
    """Fails where a token is let in."""
    answer = nobody.ask("GET /me", 401, headers={"Authorization": f"Bearer {token}"})
    challenge = answer.headers.get("www-authenticate", "")
    assert challenge.lower().startswith("bearer"), f"the 401 of GET /me says WWW-Authenticate: {challenge!r}"


def test_registers_authors__who_registers_is_an_author(nobody, ada):
    """The answer is the user, without the password or anything that is named like it."""
    new = {"email": f"new-{ada.email}", "name": "Ñandú", "password": "correct-horse-battery"}
    answer = nobody.ask("POST /auth/register", 201, json=new)
    user = answer.json()
    expected = {"email": new["email"], "name": "Ñandú", "role": "author"}
    assert {name: user.get(name) for name in expected} == expected and "id" in user, f"POST /auth/register gave {user}"
    secret = [name for name in user if "password" in name.lower() or "hash" in name.lower()]
    assert not secret and new["password"] not in answer.text, f"POST /auth/register gave the password away: {user}"


def test_registers_authors__an_address_has_one_account(ada, nobody, log_in):
    """The same address in other letters is refused, and logs in to the same account."""
    for email in (ada.email, ada.email.upper()):
        new = {"email": email, "name": "Eve", "password": "another-password"}
        nobody.ask("POST /auth/register", 409, json=new)
        assert log_in(email, ada.password).ask("GET /me", 200).json()["id"] == ada.id


@pytest.mark.parametrize(
    ("field", "value"),
    [
        ("email", "nowhere"),
        ("email", None),
        ("name", ""),
        ("name", "x" * 81),
        ("password", "nine-char"),
        ("password", "x" * 129),
    ],
)
def test_registers_authors__bad_values_are_named(nobody, field, value):
    """A wrong address, name or password is 422 with the field's name."""
    new = {"email": "bad@example.com", "name": "N", "password": "ten-charac"} | {field: value}
    detail = nobody.ask("POST /auth/register", 422, json=new).json()["detail"]
    named = [entry["loc"][-1] for entry in detail if entry.get("msg")]
    assert named == [field], f"POST /auth/register with {field}={value!r:.50} named {named}"


def test_registers_authors__nobody_gives_himself_a_role(ada, nobody, log_in):
    """A role in the registration is ignored or refused."""
    new = {"email": f"boss-{ada.email}", "name": "B", "password": "correct-horse-battery", "role": "admin"}
    if nobody.ask("POST /auth/register", 201, 422, json=new).status_code == 201:
        me = log_in(new["email"], new["password"]).ask("GET /me", 200).json()
        assert me["role"] == "author", f"a registration with a role made an {me['role']}"


def test_issues_tokens__a_pair_for_the_right_password(ada, nobody):
    """The form gets both tokens; the access token ends in at most 900 seconds, as it says itself."""
    pair = nobody.ask("POST /auth/token", 200, data={"username": ada.email, "password": ada.password}).json()
    assert pair["token_type"] == "bearer", f"the token_type is {pair['token_type']!r}"
    assert pair["refresh_token"] and pair["refresh_token"] != pair["access_token"]
    assert 0 < pair["expires_in"] <= 900, f"expires_in is {pair['expires_in']}"
    claims = decode(pair["access_token"].split(".")[1])
    # Generous, as the answer may have been long on its way.
    assert abs(claims.get("exp", 0) - time.time() - pair["expires_in"]) < 120, f"expires_in does not fit to the token: {claims}"


def test_issues_tokens__a_refusal_tells_nothing(ada, nobody):
    """A wrong password and an unknown address get the same answer."""
    wrong = nobody.ask("POST /auth/token", 401, data={"username": ada.email, "password": "wrong-password"})
    unknown = nobody.ask("POST /auth/token", 401, data={"username": f"no-{ada.email}", "password": "wrong-password"})
    assert wrong.json() == unknown.json(), f"the answers differ: {wrong.text} and {unknown.text}"


def test_refuses_bad_tokens__a_good_one_says_who_i_am(ada):
    """GET /me is the user of the token."""
    me = ada.ask("GET /me", 200).json()
    assert me == {"id": ada.id, "email": ada.email, "name": "Ada", "role": "author"}, f"GET /me gave {me}"


@pytest.mark.parametrize("request_line", ["GET /me", "GET /me/posts", "POST /posts", "PUT /users/ADA/role"])
def test_refuses_bad_tokens__no_token_no_entry(nobody, ada, request_line):
    """Without a token, or with words instead of one, the answer is 401."""
    request_line = request_line.replace("ADA", str(ada.id))
    body = {"POST": {"title": "T", "body": "B"}, "PUT": {"role": "admin"}}.get(request_line.split()[0])
    for headers in ({}, {"Authorization": "Bearer not-a-token"}, {"Authorization": "Bearer a.b.c"}):
        answer = nobody.ask(request_line, 401, headers=headers, json=body)
        challenge = answer.headers.get("www-authenticate", "")
        assert challenge.lower().startswith("bearer"), f"the 401 of {request_line} says WWW-Authenticate: {challenge!r}"


@pytest.mark.parametrize("spelling", ["none", "None", "NONE", "nOnE"])
def test_refuses_bad_tokens__alg_none_is_no_signature(ada, admin, nobody, spelling):
    """A token that says it needs no signature is refused, for an author's claims and for the admin's."""
    for visitor in (ada, admin):
        refuse(nobody, forge({"alg": spelling, "typ": "JWT"}, claims_of(visitor), None))


def test_refuses_bad_tokens__content_that_was_changed(ada, admin, nobody):
    """Other claims under the signature of an author's token are refused."""
    header, _, signature = ada.token.split(".")
    for changed in (claims_of(admin), claims_of(ada) | {"role": "admin"}, claims_of(ada) | {"exp": 4_000_000_000}):
        refuse(nobody, f"{header}.{encode(json.dumps(changed).encode())}.{signature}")


@pytest.mark.parametrize("key", ["", "secret", "changeme", "your-secret-key"])
def test_refuses_bad_tokens__keys_that_are_guessed(admin, nobody, key):
    """A token signed with a key that everybody tries first is refused."""
    refuse(nobody, forge({"alg": "HS256", "typ": "JWT"}, claims_of(admin), key.encode()))


def test_refuses_bad_tokens__a_refresh_token_is_no_access_token(ada, nobody):
    """The token for a new pair opens nothing else."""
    pair = nobody.ask("POST /auth/token", 200, data={"username": ada.email, "password": ada.password}).json()
    refuse(nobody, pair["refresh_token"])


def test_rotates_refresh_tokens__each_works_once(ada, nobody):
    """A refresh gives a new pair of the same user; the used token gets 401, and ends the pair that it gave."""
    first = nobody.ask("POST /auth/token", 200, data={"username": ada.email, "password": ada.password}).json()
    second = nobody.ask("POST /auth/refresh", 200, json={"refresh_token": first["refresh_token"]}).json()
    assert second["refresh_token"] != first["refresh_token"], "the refresh gave the same refresh token again"
    headers = {"Authorization": f"Bearer {second['access_token']}"}
    assert nobody.ask("GET /me", 200, headers=headers).json()["id"] == ada.id
    nobody.ask("POST /auth/refresh", 401, json={"refresh_token": first["refresh_token"]})
    nobody.ask("POST /auth/refresh", 401, json={"refresh_token": second["refresh_token"]})
    nobody.ask("GET /me", 401, headers=headers)
    ada.ask("GET /me", 200)


def test_rotates_refresh_tokens__an_access_token_does_not_refresh(ada, nobody):
    """Neither an access token nor an invented one gives a pair."""
    for token in (ada.token, "invented"):
        nobody.ask("POST /auth/refresh", 401, json={"refresh_token": token})


def test_obeys_roles__only_admins_give_roles(ada, bob, editor):
    """Authors and editors get 403, and nothing has changed."""
    for visitor in (ada, bob, editor):
        visitor.ask(f"PUT /users/{ada.id}/role", 403, json={"role": "admin"})
    assert ada.ask("GET /me", 200).json()["role"] == "author"


def test_obeys_roles__a_role_holds_at_once(sign_up, admin, ada):
    """With the token of before, somebody who is made admin is one, and somebody who is made author no longer."""
    visitor = sign_up()
    for role, status in (("admin", 200), ("author", 403), ("editor", 403)):
        user = admin.ask(f"PUT /users/{visitor.id}/role", 200, json={"role": role}).json()
        assert user["role"] == role, f"PUT /users/{visitor.id}/role with {role} gave {user}"
        assert visitor.ask("GET /me", 200).json()["role"] == role
        visitor.ask(f"PUT /users/{ada.id}/role", status, json={"role": "author"})
    admin.ask(f"PUT /users/{visitor.id}/role", 422, json={"role": "emperor"})
