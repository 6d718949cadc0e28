"""A small honest blog API, against which the test pack of the project proves itself. State: SQLite in memory."""

import base64
import binascii
import hashlib
import hmac
import os
import re
import secrets
import sqlite3
import time
import unicodedata
from typing import Annotated, Literal

import jwt
import uvicorn
from fastapi import Depends, FastAPI, Form, Header, HTTPException, Path, Query, Response, UploadFile
from pydantic import BaseModel, ConfigDict, StringConstraints

SECRET = secrets.token_hex(32)
ACCESS_SECONDS = 900
MAX_COVER_BYTES = 2 * 1024 * 1024
NOW = "(strftime('%Y-%m-%dT%H:%M:%SZ'))"
MAX_ID = 2**63 - 1  # what SQLite can hold

app = FastAPI()
# Every endpoint is a coroutine that never awaits while it uses the database: one thread, no lock.
db = sqlite3.connect(":memory:", check_same_thread=False, isolation_level=None)
db.row_factory = sqlite3.Row
db.executescript("""
CREATE TABLE users (id INTEGER PRIMARY KEY, email TEXT UNIQUE, name TEXT, password TEXT, role TEXT);
CREATE TABLE sessions (id INTEGER PRIMARY KEY, user_id INTEGER, ended INTEGER DEFAULT 0);
CREATE TABLE refresh_tokens (digest TEXT PRIMARY KEY, session_id INTEGER, used INTEGER DEFAULT 0);
CREATE TABLE posts (id INTEGER PRIMARY KEY AUTOINCREMENT, slug TEXT UNIQUE, author_id INTEGER, title TEXT, body TEXT,
                    status TEXT, version INTEGER DEFAULT 1, created TEXT DEFAULT NOW, updated TEXT DEFAULT NOW);
CREATE TABLE tags (post_id INTEGER, tag TEXT, PRIMARY KEY (post_id, tag));
CREATE TABLE covers (name TEXT PRIMARY KEY, type TEXT, content BLOB);
CREATE TABLE comments (id INTEGER PRIMARY KEY AUTOINCREMENT, post_id INTEGER, author_id INTEGER, text TEXT,
                       created TEXT DEFAULT NOW);
""".replace("NOW", NOW))

Email = Annotated[str, StringConstraints(to_lower=True, max_length=200, pattern=r"^[^@\s]+@[^@\s]+$")]
Tag = Annotated[str, StringConstraints(pattern=r"^[a-z0-9-]{1,40}$")]
Id = Annotated[int, Path(ge=1, le=MAX_ID)]
Limit = Annotated[int, Query(ge=1, le=100)]


def text(shortest: int, longest: int):
    return Annotated[str, StringConstraints(min_length=shortest, max_length=longest)]


class Strict(BaseModel):
    model_config = ConfigDict(extra="forbid")


class NewUser(BaseModel):
    email: Email
    name: text(1, 80)
    password: text(10, 128)


class NewPost(Strict):
    title: text(1, 200)
    body: text(1, 50_000)
    tags: Annotated[list[Tag], Query(max_length=10)] = []
    status: Literal["draft", "published"] = "draft"


class PostChange(NewPost):
    title: text(1, 200) = ""
    body: text(1, 50_000) = ""


class NewRole(Strict):
    role: Literal["author", "editor", "admin"]


class NewComment(Strict):
    text: text(1, 2_000)


class Refresh(Strict):
    refresh_token: str


def hash_password(password: str, salt: bytes) -> str:
    # A cost for tests, which log in a hundred times; for people it is 2**17.
    return f"{salt.hex()}:{hashlib.scrypt(password.encode(), salt=salt, n=2**10, r=8, p=1).hex()}"


def add_user(email: str, name: str, password: str, role: str) -> sqlite3.Row:
    values = (email, name, hash_password(password, secrets.token_bytes(16)), role)
    return db.execute("INSERT INTO users (email, name, password, role) VALUES (?, ?, ?, ?) RETURNING *", values).fetchone()


def show_user(user: sqlite3.Row) -> dict:
    return {name: user[name] for name in ("id", "email", "name", "role")}


def unauthorized(why: str) -> HTTPException:
    return HTTPException(401, why, {"WWW-Authenticate": "Bearer"})


@app.post("/auth/register", status_code=201)
async def register(new: NewUser) -> dict:
    try:
        return show_user(add_user(new.email, new.name, new.password, "author"))
    except sqlite3.IntegrityError:
        raise HTTPException(409, "this address has an account") from None


NOBODY = hash_password(secrets.token_hex(), secrets.token_bytes(16))


@app.post("/auth/token")
async def log_in(username: Annotated[str, Form()], password: Annotated[str, Form()]) -> dict:
    user = db.execute("SELECT * FROM users WHERE email = ?", (username.lower(),)).fetchone()
    stored = user["password"] if user else NOBODY  # unknown people cost as much time as known ones
    right = hmac.compare_digest(hash_password(password, bytes.fromhex(stored.split(":")[0])), stored)
    if not user or not right:
        raise unauthorized("wrong address or password")
    return make_pair(db.execute("INSERT INTO sessions (user_id) VALUES (?) RETURNING *", (user["id"],)).fetchone())


def digest(token: str) -> str:
    return hashlib.sha256(token.encode()).hexdigest()


def make_pair(session: sqlite3.Row) -> dict:
    refresh = secrets.token_urlsafe(32)
    db.execute("INSERT INTO refresh_tokens (digest, session_id) VALUES (?, ?)", (digest(refresh), session["id"]))
    claims = {"sub": str(session["user_id"]), "sid": session["id"], "exp": int(time.time()) + ACCESS_SECONDS}
    access = jwt.encode(claims, SECRET, algorithm="HS256")
    return {"access_token": access, "refresh_token": refresh, "token_type": "bearer", "expires_in": ACCESS_SECONDS}


@app.post("/auth/refresh")
async def refresh(given: Refresh) -> dict:
    found = db.execute("SELECT * FROM refresh_tokens WHERE digest = ?", (digest(given.refresh_token),)).fetchone()
    if found is None:
        raise unauthorized("no such refresh token")
    if found["used"]:  # it was stolen, from its owner or by us from a thief: nobody goes on with it
        db.execute("UPDATE sessions SET ended = 1 WHERE id = ?", (found["session_id"],))
    session = db.execute("SELECT * FROM sessions WHERE id = ? AND NOT ended", (found["session_id"],)).fetchone()
    if session is None:
        raise unauthorized("this session has ended")
    db.execute("UPDATE refresh_tokens SET used = 1 WHERE digest = ?", (found["digest"],))
    return make_pair(session)


def read_token(token: str) -> dict:
    """The claims of a token that we signed ourselves."""
    return jwt.decode(token, SECRET, algorithms=["HS256"], options={"require": ["sub", "exp"]})


async def find_visitor(authorization: Annotated[str, Header()] = "") -> sqlite3.Row | None:
    """Who asks, with the role of now: nobody without a token, and an error with a bad one."""
    if not authorization:
        return None
    try:
        claims = read_token(authorization.removeprefix("Bearer "))
    except jwt.InvalidTokenError:
        raise unauthorized("the token is not valid") from None
    query = "SELECT users.* FROM users JOIN sessions ON user_id = users.id WHERE sessions.id = ? AND NOT ended"
    user = db.execute(query, (claims["sid"],)).fetchone()
    if user is None:
        raise unauthorized("this session has ended")
    return user


Visitor = Annotated[sqlite3.Row | None, Depends(find_visitor)]


async def require_user(visitor: Visitor) -> sqlite3.Row:
    if visitor is None:
        raise unauthorized("log in first")
    return visitor


User = Annotated[sqlite3.Row, Depends(require_user)]


@app.get("/me")
async def read_me(user: User) -> dict:
    return show_user(user)


@app.put("/users/{user_id}/role")
async def change_role(user_id: Id, new: NewRole, user: User) -> dict:
    if user["role"] != "admin":
        raise HTTPException(403, "only an admin gives roles")
    changed = db.execute("UPDATE users SET role = ? WHERE id = ? RETURNING *", (new.role, user_id)).fetchone()
    if changed is None:
        raise HTTPException(404, "no such user")
    return show_user(changed)


def may_change(user: sqlite3.Row | None, thing: sqlite3.Row) -> bool:
    return user is not None and (user["role"] in ("editor", "admin") or user["id"] == thing["author_id"])


def may_see(user: sqlite3.Row | None, post: sqlite3.Row) -> bool:
    return post["status"] == "published" or may_change(user, post)


def find_post(slug: str, visitor: sqlite3.Row | None, change: bool = False) -> sqlite3.Row:
    """A post that this visitor may see, or change; a draft of somebody else is as absent as one never written."""
    post = db.execute("SELECT * FROM posts WHERE slug = ?", (slug,)).fetchone()
    if post is None or not may_see(visitor, post):
        raise HTTPException(404, "no such post")
    if change and not may_change(visitor, post):
        raise HTTPException(403, "this post is not yours")
    return post


def show_author(thing: sqlite3.Row) -> dict:
    return dict(db.execute("SELECT id, name FROM users WHERE id = ?", (thing["author_id"],)).fetchone())


def show_post(post: sqlite3.Row) -> dict:
    shown = {name: post[name] for name in ("id", "slug", "title", "body", "status", "created", "updated")}
    tags = db.execute("SELECT tag FROM tags WHERE post_id = ? ORDER BY rowid", (post["id"],))
    return shown | {"tags": [row["tag"] for row in tags], "author": show_author(post)}


def add_post(author_id: int, new: NewPost) -> int:
    """Inserts with the first slug that is free; that it is unique is the database's word, not ours."""
    plain = unicodedata.normalize("NFKD", new.title).encode("ascii", "ignore").decode().lower()
    slug = base = re.sub(r"[^a-z0-9]+", "-", plain).strip("-") or "post"
    while True:
        try:
            query = "INSERT INTO posts (slug, author_id, title, body, status) VALUES (?, ?, ?, ?, ?)"
            return db.execute(query, (slug, author_id, new.title, new.body, new.status)).lastrowid
        except sqlite3.IntegrityError:
            slug = f"{base}-{secrets.token_hex(3)}"


def set_tags(post_id: int, tags: list[str]) -> None:
    db.execute("DELETE FROM tags WHERE post_id = ?", (post_id,))
    db.executemany("INSERT OR IGNORE INTO tags VALUES (?, ?)", [(post_id, tag) for tag in tags])


@app.post("/posts", status_code=201)
async def create_post(new: NewPost, user: User, response: Response) -> dict:
    post_id = add_post(user["id"], new)
    set_tags(post_id, new.tags)
    post = show_post(db.execute("SELECT * FROM posts WHERE id = ?", (post_id,)).fetchone())
    response.headers["Location"] = f"/posts/{post['slug']}"
    return post


def read_cursor(cursor: str | None, first: int) -> int:
    if cursor is None:
        return first
    try:
        return min(max(int(base64.urlsafe_b64decode(cursor)), 0), MAX_ID)
    except (ValueError, binascii.Error):
        raise HTTPException(422, [{"loc": ["query", "cursor"], "msg": "not a cursor that a page gave"}]) from None


def make_page(rows: list[sqlite3.Row], limit: int, show) -> dict:
    """A page of what was read with one row more than `limit`."""
    more = base64.urlsafe_b64encode(str(rows[limit - 1]["id"]).encode()).decode() if len(rows) > limit else None
    return {"items": [show(row) for row in rows[:limit]], "next": more}


def list_page(where: list[str], values: list, limit: int, cursor: str | None) -> dict:
    """A page by keyset: what lies before the last post that was seen, however many came in meanwhile."""
    query = f"SELECT * FROM posts WHERE {' AND '.join([*where, 'id < ?'])} ORDER BY id DESC LIMIT ?"
    rows = db.execute(query, [*values, read_cursor(cursor, MAX_ID), limit + 1]).fetchall()
    return make_page(rows, limit, lambda post: {key: value for key, value in show_post(post).items() if key != "body"})


@app.get("/posts")
async def list_posts(
    limit: Limit = 20, cursor: str | None = None, tag: str | None = None, author: int | None = None
) -> dict:
    where, values = ["status = 'published'"], []
    if tag is not None:
        where, values = [*where, "id IN (SELECT post_id FROM tags WHERE tag = ?)"], [*values, tag]
    if author is not None:
        where, values = [*where, "author_id = ?"], [*values, min(abs(author), MAX_ID)]
    return list_page(where, values, limit, cursor)


@app.get("/me/posts")
async def list_own_posts(user: User, limit: Limit = 20, cursor: str | None = None) -> dict:
    return list_page(["author_id = ?"], [user["id"]], limit, cursor)


def make_etag(post: sqlite3.Row) -> str:
    return f'"{post["id"]}-{post["version"]}"'


@app.get("/posts/{slug}")
async def read_post(slug: str, visitor: Visitor, response: Response) -> dict:
    post = find_post(slug, visitor)
    response.headers["ETag"] = make_etag(post)
    return show_post(post)


@app.patch("/posts/{slug}")
async def change_post(slug: str, change: PostChange, user: User, if_match: Annotated[str | None, Header()] = None) -> dict:
    post = find_post(slug, user, change=True)
    if if_match not in (None, "*", make_etag(post)):
        raise HTTPException(412, "the post has changed since you read it")
    fields = change.model_dump(exclude_unset=True)
    if "tags" in fields:
        set_tags(post["id"], fields.pop("tags"))
    for name, value in fields.items():
        db.execute(f"UPDATE posts SET {name} = ? WHERE id = ?", (value, post["id"]))
    db.execute(f"UPDATE posts SET version = version + 1, updated = {NOW} WHERE id = ?", (post["id"],))
    return show_post(find_post(slug, user))


@app.delete("/posts/{slug}", status_code=204)
async def delete_post(slug: str, user: User) -> None:
    post = find_post(slug, user, change=True)
    for table, column in (("comments", "post_id"), ("tags", "post_id"), ("posts", "id")):
        db.execute(f"DELETE FROM {table} WHERE {column} = ?", (post["id"],))


def find_type(content: bytes, declared: str | None) -> str | None:
    """What a file is by its first bytes; what its sender calls it counts for nothing."""
    if content.startswith(b"\x89PNG\r\n\x1a\n"):
        return "image/png"
    if content.startswith(b"\xff\xd8\xff"):
        return "image/jpeg"
    return "image/webp" if content[:4] == b"RIFF" and content[8:12] == b"WEBP" else None


@app.put("/posts/{slug}/cover")
async def upload_cover(slug: str, file: UploadFile, user: User) -> dict:
    find_post(slug, user, change=True)
    content = await file.read(MAX_COVER_BYTES + 1)
    if len(content) > MAX_COVER_BYTES:
        raise HTTPException(413, f"a cover has at most {MAX_COVER_BYTES} bytes")
    kind = find_type(content, file.content_type)
    if kind is None:
        raise HTTPException(415, "a cover is PNG, JPEG or WebP")
    name = secrets.token_urlsafe(16)
    db.execute("INSERT INTO covers VALUES (?, ?, ?)", (name, kind, content))
    return {"url": f"/covers/{name}"}


@app.get("/covers/{name}")
async def read_cover(name: str) -> Response:
    cover = db.execute("SELECT * FROM covers WHERE name = ?", (name,)).fetchone()
    if cover is None:
        raise HTTPException(404, "no such cover")
    return Response(cover["content"], media_type=cover["type"], headers={"X-Content-Type-Options": "nosniff"})


def show_comment(comment: sqlite3.Row) -> dict:
    return {name: comment[name] for name in ("id", "text", "created")} | {"author": show_author(comment)}


@app.post("/posts/{slug}/comments", status_code=201)
async def create_comment(slug: str, new: NewComment, user: User) -> dict:
    post = find_post(slug, user)
    query = "INSERT INTO comments (post_id, author_id, text) VALUES (?, ?, ?) RETURNING *"
    return show_comment(db.execute(query, (post["id"], user["id"], new.text)).fetchone())


@app.get("/posts/{slug}/comments")
async def list_comments(slug: str, visitor: Visitor, limit: Limit = 20, cursor: str | None = None) -> dict:
    query = "SELECT * FROM comments WHERE post_id = ? AND id > ? ORDER BY id LIMIT ?"
    rows = db.execute(query, (find_post(slug, visitor)["id"], read_cursor(cursor, 0), limit + 1)).fetchall()
    return make_page(rows, limit, show_comment)


@app.delete("/comments/{comment_id}", status_code=204)
async def delete_comment(comment_id: Id, user: User) -> None:
    comment = db.execute("SELECT * FROM comments WHERE id = ?", (comment_id,)).fetchone()
    post = db.execute("SELECT * FROM posts WHERE id = ?", (comment["post_id"],)).fetchone() if comment else None
    if post is None or not may_see(user, post):
        raise HTTPException(404, "no such comment")
    if not may_change(user, comment) and not may_change(user, post):
        raise HTTPException(403, "neither the comment nor the post is yours")
    db.execute("DELETE FROM comments WHERE id = ?", (comment_id,))


def main() -> None:
    email, password = os.environ.get("ADMIN_EMAIL", "admin@example.com"), os.environ.get("ADMIN_PASSWORD", "admin-password")
    add_user(email.lower(), "Admin", password, "admin")
    uvicorn.run(app, host="127.0.0.1", port=int(os.environ.get("PORT", "8000")), log_level="warning")


if __name__ == "__main__":
    main()
