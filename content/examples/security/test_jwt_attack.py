import jwt
import jwt_attack as example
import pytest


@pytest.mark.parametrize("attack", example.ATTACKS)
def test_each_attack_works_and_then_fails(attack) -> None:
    token = attack()
    assert example.judge(example.read_trustingly, token) == "let in as admin"
    with pytest.raises(jwt.InvalidTokenError):
        example.read_strictly(token)


@pytest.mark.parametrize("missing", ["exp", "iss", "aud", "sub"])
def test_a_token_without_a_claim_is_refused(missing: str) -> None:
    claims = example.claims()
    del claims[missing]
    token = jwt.encode(claims, example.private_key, algorithm="RS256")
    with pytest.raises(jwt.MissingRequiredClaimError):
        example.read_strictly(token)


def test_an_honest_token_is_read() -> None:
    token = jwt.encode(example.claims(sub="ada"), example.private_key, algorithm="RS256")
    assert example.read_strictly(token)["sub"] == "ada"


def test_the_library_does_not_take_a_public_key_for_a_secret() -> None:
    with pytest.raises(jwt.InvalidKeyError):
        jwt.encode(example.claims(), example.public_pem, algorithm="HS256")
