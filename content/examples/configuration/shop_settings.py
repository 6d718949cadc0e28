"""Settings that fail at the start, name what is wrong, and show no secret while they do.

    python shop_settings.py

Secrets come as files, named by their fields with the prefix (shop_signing_key), from the folder in SHOP_SECRETS_DIR.
"""

import os
from hashlib import sha256
from pathlib import Path
from tempfile import TemporaryDirectory

from pydantic import Field, PostgresDsn, SecretStr, ValidationError, field_validator
from pydantic_settings import BaseSettings, SettingsConfigDict

PREFIX = "SHOP_"


# region: settings
class Settings(BaseSettings):
    model_config = SettingsConfigDict(env_prefix=PREFIX, frozen=True, hide_input_in_errors=True)

    database_url: PostgresDsn  # without a password, so that it may be shown
    database_password: SecretStr
    signing_key: SecretStr = Field(min_length=32)
    debug: bool = False
    pool_size: int = Field(10, ge=1, le=50)

    @field_validator("database_url")
    @classmethod
    def has_no_password(cls, url: PostgresDsn) -> PostgresDsn:
        if any(host["password"] for host in url.hosts()):
            raise ValueError("holds a password, which belongs into database_password")
        return url


def load() -> Settings:
    folder = os.environ.get(f"{PREFIX}SECRETS_DIR")
    problems = [f"{name}: no setting has that name" for name in find_unknown()]
    try:
        settings = Settings(_secrets_dir=folder)
    except ValidationError as error:
        for item in error.errors(include_input=False):
            problems.append(f"{PREFIX}{str(item['loc'][0]).upper()}: {item['msg']}")
    if problems:
        raise SystemExit("\n".join(["Cannot start:", *sorted(problems)]))
    return settings


def find_unknown() -> list[str]:
    """Variables with our prefix that nothing reads: a misspelled one is silently the default."""
    known = {f"{PREFIX}{name}".upper() for name in [*Settings.model_fields, "secrets_dir"]}
    return [name for name in os.environ if name.upper().startswith(PREFIX) and name.upper() not in known]


# endregion


def fingerprint(secret: SecretStr) -> str:
    """To compare what two processes run with. For random keys only: a password can be guessed from it."""
    return sha256(b"fingerprint:" + secret.get_secret_value().encode()).hexdigest()[:8]


def attempt(environment: dict[str, str], files: dict[str, str]) -> str:
    """Starts with this environment and these files, and puts the environment back."""
    before = dict(os.environ)
    with TemporaryDirectory() as folder:
        for name, content in files.items():
            Path(folder, name).write_text(content)
        os.environ.update(environment, SHOP_SECRETS_DIR=folder)
        try:
            settings = load()
        except SystemExit as stop:
            return str(stop)
        finally:
            os.environ.clear()
            os.environ.update(before)
    return f"{settings.model_dump_json()}\nsigning key {fingerprint(settings.signing_key)}"


def main() -> None:
    wrong = {"SHOP_DATABASE_URL": "postgresql://app:pa55@db/shop", "SHOP_POOLSIZE": "20", "SHOP_DEBUG": "flase"}
    print(attempt(wrong, {"shop_signing_key": "hunter2"}))
    print()
    right = {"SHOP_DATABASE_URL": "postgresql://app@db/shop", "SHOP_POOL_SIZE": "20", "SHOP_DEBUG": "False"}
    print(attempt(right, {"shop_signing_key": "k" * 32 + "\n", "shop_database_password": "pa55\n"}))


if __name__ == "__main__":
    main()
