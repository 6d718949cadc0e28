"""Four forged tokens against two ways of reading them: each attack works on the first, and fails on the second."""

from __future__ import annotations

import base64
import hashlib
import hmac
import json
from collections.abc import Callable

import jwt
from cryptography.hazmat.primitives.asymmetric import rsa
from cryptography.hazmat.primitives.serialization import Encoding, PublicFormat

ISSUER, AUDIENCE = "https://login.example.org", "shop"
# Far in the past and far ahead, so that no clock decides what is printed.
LONG_AGO, FAR_AHEAD = 1_000_000_000, 4_000_000_000

private_key = rsa.generate_private_key(public_exponent=65537, key_size=2048)
public_key = private_key.public_key()
# Public: anybody can have it, the attacker too.
public_pem = public_key.public_bytes(Encoding.PEM, PublicFormat.SubjectPublicKeyInfo)


# region: readers
def read_trustingly(token: str) -> dict[str, object]:
    """As it was written by hand a thousand times: the token itself says how it is to be checked."""
    header, payload, signature = token.split(".")
    algorithm = json.loads(decode(header))["alg"]
    signed = f"{header}.{payload}".encode()
    if algorithm == "HS256":
        expected = hmac.new(public_pem, signed, hashlib.sha256).digest()
        if not hmac.compare_digest(expected, decode(signature)):
            raise jwt.InvalidSignatureError
    elif algorithm == "RS256":
        jwt.decode(token, public_key, algorithms=["RS256"], options={"verify_aud": False, "verify_exp": False})
    return json.loads(decode(payload))


def read_strictly(token: str) -> dict[str, object]:
    """The reader knows the algorithm, the key, who wrote the token and for whom, and what must be in it."""
    return jwt.decode(
        token,
        public_key,
        algorithms=["RS256"],
        issuer=ISSUER,
        audience=AUDIENCE,
        options={"require": ["exp", "iss", "aud", "sub"]},
    )


# endregion
# region: attacks
def forge_without_signature() -> str:
    """`alg: none` says that there is nothing to check."""
    return f"{encode({'alg': 'none'})}.{encode(claims())}."


def forge_with_public_key() -> str:
    """The public key is no secret. Where it is taken for the secret of an HMAC, everybody can sign."""
    signed = f"{encode({'alg': 'HS256'})}.{encode(claims())}"
    signature = hmac.new(public_pem, signed.encode(), hashlib.sha256).digest()
    return f"{signed}.{base64.urlsafe_b64encode(signature).decode().rstrip('=')}"


def replay_from_other_service() -> str:
    """A true token of the same issuer, for another service."""
    return jwt.encode(claims(aud="newsletter"), private_key, algorithm="RS256")


def replay_expired() -> str:
    return jwt.encode(claims(exp=LONG_AGO), private_key, algorithm="RS256")


# endregion
ATTACKS: tuple[Callable[[], str], ...] = (
    forge_without_signature,
    forge_with_public_key,
    replay_from_other_service,
    replay_expired,
)


def claims(**changed: object) -> dict[str, object]:
    return {"sub": "admin", "iss": ISSUER, "aud": AUDIENCE, "exp": FAR_AHEAD, **changed}


def encode(data: dict[str, object]) -> str:
    return base64.urlsafe_b64encode(json.dumps(data).encode()).decode().rstrip("=")


def decode(part: str) -> bytes:
    return base64.urlsafe_b64decode(part + "=" * (-len(part) % 4))


def judge(read: Callable[[str], dict[str, object]], token: str) -> str:
    try:
        return f"let in as {read(token)['sub']}"
    except jwt.InvalidTokenError as error:
        return type(error).__name__


def main() -> None:
    for attack in ATTACKS:
        token = attack()
        print(f"{attack.__name__}: {judge(read_trustingly, token)} | {judge(read_strictly, token)}")
    honest = jwt.encode(claims(sub="ada"), private_key, algorithm="RS256")
    print(f"an honest token: {judge(read_trustingly, honest)} | {judge(read_strictly, honest)}")


if __name__ == "__main__":
    main()
