import os

import pytest
import shop_settings as example
from pydantic import SecretStr, ValidationError

URL = {"SHOP_DATABASE_URL": "postgresql://app@db/shop"}
SECRETS = {"shop_signing_key": "k" * 32, "shop_database_password": "pa55"}


def test_it_starts_with_what_it_needs_and_shows_no_secret() -> None:
    shown = example.attempt(URL, SECRETS)
    assert '"pool_size":10' in shown
    assert "pa55" not in shown
    assert "kkk" not in shown


def test_it_names_all_problems_at_once_and_no_value() -> None:
    wrong = {"SHOP_DATABASE_URL": "postgresql://app:pa55@db/shop", "SHOP_POOL_SIZE": "0", "SHOP_DEBUG": "flase"}
    message = example.attempt(wrong, {"shop_signing_key": "hunter2"})
    for name in ("DATABASE_URL", "DATABASE_PASSWORD", "POOL_SIZE", "DEBUG", "SIGNING_KEY"):
        assert f"SHOP_{name}: " in message
    for value in ("pa55", "hunter2", "flase"):
        assert value not in message


def test_a_misspelled_variable_stops_it() -> None:
    assert "SHOP_POOLSIZE: no setting has that name" in example.attempt(URL | {"SHOP_POOLSIZE": "20"}, SECRETS)


def test_the_environment_is_put_back() -> None:
    before = dict(os.environ)
    example.attempt(URL, SECRETS)
    assert dict(os.environ) == before


def test_line_ends_of_secret_files_do_not_belong_to_the_secret() -> None:
    with_line_end = {name: value + "\n" for name, value in SECRETS.items()}
    assert example.attempt(URL, with_line_end) == example.attempt(URL, SECRETS)


def test_settings_do_not_change_after_the_start() -> None:
    values = {"database_url": "postgresql://app@db/shop", "database_password": "x", "signing_key": "k" * 32}
    settings = example.Settings(**values)
    with pytest.raises(ValidationError, match="frozen"):
        settings.debug = True


def test_a_fingerprint_tells_keys_apart() -> None:
    assert example.fingerprint(SecretStr("a")) != example.fingerprint(SecretStr("b"))
