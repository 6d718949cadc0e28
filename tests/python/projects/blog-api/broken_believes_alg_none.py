"""A token may choose how it is checked, and "none" is a way."""

import jwt
import reference

FAILS = ["refuses-bad-tokens"]


def read_token(token: str) -> dict:
    algorithm = jwt.get_unverified_header(token)["alg"]
    if algorithm.lower() == "none":
        return jwt.decode(token, options={"verify_signature": False})
    return jwt.decode(token, reference.SECRET, algorithms=[algorithm])


reference.read_token = read_token

if __name__ == "__main__":
    reference.main()
