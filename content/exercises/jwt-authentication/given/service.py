"""What the service is told, and where it keeps accounts and refresh tokens."""

import sqlite3
import threading
from dataclasses import dataclass
from pathlib import Path


@dataclass(frozen=True)
class Config:
    keys: Path
    """A folder with the public keys that an access token may be signed with, `<kid>.pem`. Old ones stay for a while."""
    signing_kid: str
    signing_key: str
    """The private key that belongs to `signing_kid`, as PEM."""
    issuer: str = "https://shop.example"
    audience: str = "https://shop.example/api"
    access_seconds: int = 600
    refresh_seconds: int = 30 * 24 * 3600
    provider: str = "https://id.example"
    """Issuer of the identity provider's tokens; its pages are /authorize, /token and /jwks."""
    client_id: str = "shop"
    redirect_uri: str = "https://shop.example/callback"


@dataclass(frozen=True)
class Refresh:
    """A refresh token that is known, as it was before it was used."""

    family: str
    """One login on one device, with all the tokens that follow from it."""
    subject: str
    scope: str
    expires: int
    was_used: bool
    is_revoked: bool


class Storage:
    """A file of SQLite. Each method is one transaction, from any thread."""

    def __init__(self, file: Path) -> None:
        self._lock = threading.Lock()
        self._connection = sqlite3.connect(file, check_same_thread=False)
        self._connection.executescript("""
            CREATE TABLE IF NOT EXISTS accounts (username TEXT PRIMARY KEY, password_hash TEXT NOT NULL);
            CREATE TABLE IF NOT EXISTS refresh_tokens (
                token_hash TEXT PRIMARY KEY, family TEXT NOT NULL, subject TEXT NOT NULL, scope TEXT NOT NULL,
                expires INTEGER NOT NULL, used INTEGER NOT NULL DEFAULT 0, revoked INTEGER NOT NULL DEFAULT 0
            );
        """)

    def add_account(self, username: str, password_hash: str) -> bool:
        """False where the name is taken."""
        sql = "INSERT INTO accounts VALUES (?, ?) ON CONFLICT DO NOTHING"
        return self._write(sql, username, password_hash) == 1

    def find_hash(self, username: str) -> str | None:
        with self._lock:
            row = self._connection.execute(
                "SELECT password_hash FROM accounts WHERE username = ?", (username,)
            ).fetchone()
        return None if row is None else row[0]

    def change_hash(self, username: str, password_hash: str) -> None:
        self._write("UPDATE accounts SET password_hash = ? WHERE username = ?", password_hash, username)

    def add_refresh(self, token_hash: str, *, family: str, subject: str, scope: str, expires: int) -> None:
        sql = "INSERT INTO refresh_tokens (token_hash, family, subject, scope, expires) VALUES (?, ?, ?, ?, ?)"
        self._write(sql, token_hash, family, subject, scope, expires)

    def use_refresh(self, token_hash: str) -> Refresh | None:
        """Mark a token as used, and say what it was before; None where it is unknown. Only one caller sees it unused."""
        with self._lock, self._connection:
            sql = "SELECT family, subject, scope, expires, used, revoked FROM refresh_tokens WHERE token_hash = ?"
            row = self._connection.execute(sql, (token_hash,)).fetchone()
            if row is None:
                return None
            self._connection.execute("UPDATE refresh_tokens SET used = 1 WHERE token_hash = ?", (token_hash,))
        family, subject, scope, expires, used, revoked = row
        return Refresh(family, subject, scope, expires, bool(used), bool(revoked))

    def revoke_family(self, family: str) -> None:
        self._write("UPDATE refresh_tokens SET revoked = 1 WHERE family = ?", family)

    def _write(self, sql: str, *values: object) -> int:
        with self._lock, self._connection:
            return self._connection.execute(sql, values).rowcount
