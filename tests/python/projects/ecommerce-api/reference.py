"""A small honest shop, against which the test pack of the project proves itself. State: SQLite in memory."""

import asyncio
import base64
import binascii
import contextlib
import hashlib
import hmac
import json
import os
import secrets
import sqlite3
import time
from collections.abc import Iterator
from typing import Annotated, Literal

import uvicorn
from fastapi import Depends, FastAPI, Header, HTTPException, Path, Query, Request, WebSocket, WebSocketDisconnect
from pydantic import BaseModel, ConfigDict, Field, StringConstraints, ValidationError

WEBHOOK_SECRET = os.environ.get("WEBHOOK_SECRET", "webhook-secret").encode()
WEBHOOK_SECONDS = 300
MAX_ID = 2**63 - 1  # what SQLite can hold

app = FastAPI()
# Coroutines that never await while they use the database: one thread, no lock.
db = sqlite3.connect(":memory:", check_same_thread=False, isolation_level=None)
db.row_factory = sqlite3.Row
db.create_function("fold", 1, str.casefold)
db.executescript("""
CREATE TABLE users (id INTEGER PRIMARY KEY, email TEXT UNIQUE, password TEXT, role TEXT);
CREATE TABLE tokens (digest TEXT PRIMARY KEY, user_id INTEGER);
CREATE TABLE products (id INTEGER PRIMARY KEY, sku TEXT UNIQUE, name TEXT, price INTEGER, currency TEXT, stock INTEGER);
CREATE TABLE cart_items (user_id INTEGER, product_id INTEGER, quantity INTEGER, PRIMARY KEY (user_id, product_id));
CREATE TABLE orders (id INTEGER PRIMARY KEY, user_id INTEGER, key TEXT, payment_id TEXT UNIQUE, status TEXT,
                     items TEXT, total INTEGER, answer TEXT, UNIQUE (user_id, key));
CREATE TABLE events (id TEXT PRIMARY KEY);
""")
listeners: dict[int, set[asyncio.Queue]] = {}

Cents = Annotated[int, Field(strict=True, ge=0, le=10**9)]
Text = Annotated[str, StringConstraints(min_length=1, max_length=200)]
Id = Annotated[int, Path(ge=1, le=MAX_ID)]


class Credentials(BaseModel):
    email: Annotated[str, StringConstraints(to_lower=True, max_length=200, pattern=r"^[^@\s]+@[^@\s]+$")]
    password: Annotated[str, StringConstraints(min_length=10, max_length=128)]


class NewProduct(BaseModel):
    model_config = ConfigDict(extra="forbid")
    sku: Text
    name: Text
    price: Cents
    currency: Literal["EUR"]
    stock: Cents


class ProductChange(NewProduct):
    sku: Text = ""
    name: Text = ""
    price: Cents = 0
    currency: Literal["EUR"] = "EUR"
    stock: Cents = 0


class Quantity(BaseModel):
    quantity: Annotated[int, Field(strict=True, ge=1, le=99)]


class Event(BaseModel):
    id: str
    type: str
    payment_id: str = ""


@contextlib.contextmanager
def transaction() -> Iterator[None]:
    db.execute("BEGIN IMMEDIATE")
    try:
        yield
    except BaseException:
        db.execute("ROLLBACK")
        raise
    db.execute("COMMIT")


def hash_password(password: str, salt: bytes) -> str:
    # A cost for tests, which log in a hundred times; for people it is 2**17.
    return f"{salt.hex()}:{hashlib.scrypt(password.encode(), salt=salt, n=2**10, r=8, p=1).hex()}"


def digest(token: str) -> str:
    return hashlib.sha256(token.encode()).hexdigest()


def add_user(email: str, password: str, role: str) -> int:
    values = (email, hash_password(password, secrets.token_bytes(16)), role)
    return db.execute("INSERT INTO users (email, password, role) VALUES (?, ?, ?)", values).lastrowid


@app.post("/auth/register", status_code=201)
async def register(new: Credentials) -> dict:
    try:
        return {"id": add_user(new.email, new.password, "customer"), "email": new.email}
    except sqlite3.IntegrityError:
        raise HTTPException(409, "this address has an account") from None


NOBODY = hash_password(secrets.token_hex(), secrets.token_bytes(16))


@app.post("/auth/token")
async def log_in(given: Credentials) -> dict:
    user = db.execute("SELECT * FROM users WHERE email = ?", (given.email,)).fetchone()
    stored = user["password"] if user else NOBODY  # unknown people cost as much time as known ones
    right = hmac.compare_digest(hash_password(given.password, bytes.fromhex(stored.split(":")[0])), stored)
    if not user or not right:
        raise HTTPException(401, "wrong address or password", {"WWW-Authenticate": "Bearer"})
    token = secrets.token_urlsafe(32)
    db.execute("INSERT INTO tokens VALUES (?, ?)", (digest(token), user["id"]))
    return {"access_token": token, "token_type": "bearer"}


def find_user(token: str) -> sqlite3.Row | None:
    query = "SELECT users.* FROM users JOIN tokens ON user_id = users.id WHERE digest = ?"
    return db.execute(query, (digest(token),)).fetchone()


async def require_user(authorization: Annotated[str, Header()] = "") -> sqlite3.Row:
    user = find_user(authorization.removeprefix("Bearer "))
    if user is None:
        raise HTTPException(401, "log in first", {"WWW-Authenticate": "Bearer"})
    return user


User = Annotated[sqlite3.Row, Depends(require_user)]


async def require_admin(user: User) -> None:
    if user["role"] != "admin":
        raise HTTPException(403, "only an admin changes the catalog")


def find_product(product_id: int) -> dict:
    product = db.execute("SELECT * FROM products WHERE id = ?", (product_id,)).fetchone()
    if product is None:
        raise HTTPException(404, "no such product")
    return dict(product)


@app.post("/products", status_code=201, dependencies=[Depends(require_admin)])
async def create_product(new: NewProduct) -> dict:
    query = "INSERT INTO products (sku, name, price, currency, stock) VALUES (:sku, :name, :price, :currency, :stock)"
    try:
        return find_product(db.execute(query, new.model_dump()).lastrowid)
    except sqlite3.IntegrityError:
        raise HTTPException(409, "this sku exists") from None


@app.patch("/products/{product_id}", dependencies=[Depends(require_admin)])
async def change_product(product_id: Id, change: ProductChange) -> dict:
    find_product(product_id)
    try:
        with transaction():
            for name, value in change.model_dump(exclude_unset=True).items():
                db.execute(f"UPDATE products SET {name} = ? WHERE id = ?", (value, product_id))
    except sqlite3.IntegrityError:
        raise HTTPException(409, "this sku exists") from None
    return find_product(product_id)


@app.get("/products/{product_id}")
async def read_product(product_id: Id) -> dict:
    return find_product(product_id)


@app.get("/products")
async def list_products(limit: Annotated[int, Query(ge=1, le=100)] = 20, cursor: str = "", q: str = "") -> dict:
    try:
        last_seen = min(int(base64.urlsafe_b64decode(cursor)), MAX_ID) if cursor else 0
    except (ValueError, binascii.Error):
        raise HTTPException(422, [{"loc": ["query", "cursor"], "msg": "not a cursor that a page gave"}]) from None
    query = "SELECT * FROM products WHERE instr(fold(name), fold(?)) AND id > ? ORDER BY id LIMIT ?"
    rows = db.execute(query, (q, last_seen, limit + 1)).fetchall()
    more = base64.urlsafe_b64encode(str(rows[limit - 1]["id"]).encode()).decode() if len(rows) > limit else None
    return {"items": [dict(row) for row in rows[:limit]], "next": more}


def read_cart(user_id: int) -> dict:
    """The cart at the prices of now: it keeps quantities only."""
    query = """SELECT product_id, name, quantity, price AS unit_price, price * quantity AS total
               FROM cart_items JOIN products ON products.id = product_id WHERE user_id = ? ORDER BY cart_items.rowid"""
    items = [dict(row) for row in db.execute(query, (user_id,))]
    return {"items": items, "total": sum(item["total"] for item in items), "currency": "EUR"}


@app.get("/cart")
async def show_cart(user: User) -> dict:
    return read_cart(user["id"])


@app.put("/cart/items/{product_id}")
async def set_item(product_id: Id, new: Quantity, user: User) -> dict:
    find_product(product_id)
    query = "INSERT INTO cart_items VALUES (?, ?, ?) ON CONFLICT DO UPDATE SET quantity = excluded.quantity"
    db.execute(query, (user["id"], product_id, new.quantity))
    return read_cart(user["id"])


@app.delete("/cart/items/{product_id}", status_code=204)
async def delete_item(product_id: Id, user: User) -> None:
    find_product(product_id)
    db.execute("DELETE FROM cart_items WHERE user_id = ? AND product_id = ?", (user["id"], product_id))


def show_order(order: sqlite3.Row) -> dict:
    shown = {"id": order["id"], "status": order["status"], "items": json.loads(order["items"])}
    return shown | {"total": order["total"], "currency": "EUR", "payment": {"id": order["payment_id"]}}


def notify(order: sqlite3.Row, status: str) -> None:
    for queue in listeners.get(order["user_id"], ()):
        queue.put_nowait({"type": "order", "id": order["id"], "status": status})


def take_stock(item: dict) -> bool:
    """Takes the pieces where they are there; asking and taking are one statement."""
    query = "UPDATE products SET stock = stock - :quantity WHERE id = :product_id AND stock >= :quantity"
    return db.execute(query, item).rowcount == 1


async def make_order(user_id: int, key: str) -> dict:
    """The order of this key: all that belongs to it happens, or nothing. Never awaits, so that no other comes between."""
    known = db.execute("SELECT answer FROM orders WHERE user_id = ? AND key = ?", (user_id, key)).fetchone()
    if known is not None:
        return json.loads(known["answer"])
    cart = read_cart(user_id)
    if not cart["items"]:
        raise HTTPException(409, "the cart is empty")
    with transaction():
        for item in cart["items"]:
            if not take_stock(item):
                raise HTTPException(409, {"product_id": item["product_id"], "msg": f"too few of {item['name']}"})
        query = """INSERT INTO orders (user_id, key, payment_id, status, items, total)
                   VALUES (?, ?, ?, 'pending', ?, ?) RETURNING *"""
        values = (user_id, key, f"pay_{secrets.token_hex(12)}", json.dumps(cart["items"]), cart["total"])
        order = db.execute(query, values).fetchone()
        answer = show_order(order)
        db.execute("UPDATE orders SET answer = ? WHERE id = ?", (json.dumps(answer), order["id"]))
        db.execute("DELETE FROM cart_items WHERE user_id = ?", (user_id,))
    notify(order, "pending")
    return answer


@app.post("/orders", status_code=201)
async def place_order(user: User, idempotency_key: Annotated[str, Header()] = "") -> dict:
    if not idempotency_key:
        raise HTTPException(400, "an order needs the header Idempotency-Key")
    return await make_order(user["id"], idempotency_key)


@app.get("/orders")
async def list_orders(user: User) -> dict:
    rows = db.execute("SELECT * FROM orders WHERE user_id = ? ORDER BY id DESC", (user["id"],))
    return {"items": [show_order(row) for row in rows]}


def find_order(order_id: int, user: sqlite3.Row) -> sqlite3.Row:
    order = db.execute("SELECT * FROM orders WHERE id = ? AND user_id = ?", (order_id, user["id"])).fetchone()
    if order is None:
        raise HTTPException(404, "no such order")
    return order


@app.get("/orders/{order_id}")
async def read_order(order_id: Id, user: User) -> dict:
    return show_order(find_order(order_id, user))


def end_pending(order: sqlite3.Row, status: str) -> None:
    """Moves a pending order on, to paid or cancelled; any other stays what it is."""
    with transaction():
        changed = db.execute("UPDATE orders SET status = ? WHERE id = ? AND status = 'pending'", (status, order["id"]))
        if changed.rowcount == 0:
            return
        if status == "cancelled":
            for item in json.loads(order["items"]):
                db.execute("UPDATE products SET stock = stock + :quantity WHERE id = :product_id", item)
    notify(order, status)


@app.post("/orders/{order_id}/cancel")
async def cancel_order(order_id: Id, user: User) -> dict:
    order = find_order(order_id, user)
    if order["status"] == "paid":
        raise HTTPException(409, "a paid order cannot be cancelled")
    end_pending(order, "cancelled")
    return show_order(find_order(order_id, user))


def is_signed(header: str, body: bytes) -> bool:
    """Whether the payment service signed these very bytes, a short while ago."""
    fields = dict(part.partition("=")[::2] for part in header.split(","))
    sent = fields.get("t", "")
    expected = hmac.new(WEBHOOK_SECRET, sent.encode() + b"." + body, hashlib.sha256).hexdigest()
    fresh = sent.isascii() and sent.isdigit() and abs(time.time() - int(sent)) <= WEBHOOK_SECONDS
    return fresh and hmac.compare_digest(expected.encode(), fields.get("v1", "").encode())


def is_new(event: Event) -> bool:
    return db.execute("INSERT OR IGNORE INTO events VALUES (?)", (event.id,)).rowcount == 1


@app.post("/webhooks/payments")
async def take_webhook(request: Request, payment_signature: Annotated[str, Header()] = "") -> dict:
    body = await request.body()
    if not is_signed(payment_signature, body):
        raise HTTPException(400, "the signature is not valid")
    try:
        event = Event.model_validate_json(body)
    except ValidationError as problem:
        raise HTTPException(422, problem.errors(include_input=False, include_url=False)) from None
    order = db.execute("SELECT * FROM orders WHERE payment_id = ?", (event.payment_id,)).fetchone()
    status = {"payment.succeeded": "paid", "payment.failed": "cancelled"}.get(event.type)
    if is_new(event) and order is not None and status is not None:
        end_pending(order, status)
    return {"received": True}


@app.websocket("/ws")
async def listen(socket: WebSocket) -> None:
    await socket.accept()
    try:
        user = find_user(str((await socket.receive_json())["token"]))
    except (WebSocketDisconnect, ValueError, KeyError, TypeError):
        user = None
    if user is None:
        with contextlib.suppress(RuntimeError):
            await socket.close(4401)
        return
    queue: asyncio.Queue = asyncio.Queue()
    listeners.setdefault(user["id"], set()).add(queue)

    async def forward() -> None:
        while True:
            await socket.send_json(await queue.get())

    await socket.send_json({"type": "ready"})
    sending = asyncio.create_task(forward())
    try:
        while True:
            await socket.receive_text()
    except (WebSocketDisconnect, KeyError):
        pass
    finally:
        sending.cancel()
        listeners[user["id"]].discard(queue)


def main() -> None:
    email, password = os.environ.get("ADMIN_EMAIL", "admin@example.com"), os.environ.get("ADMIN_PASSWORD", "admin-password")
    add_user(email.lower(), password, "admin")
    uvicorn.run(app, host="127.0.0.1", port=int(os.environ.get("PORT", "8000")), log_level="warning")


if __name__ == "__main__":
    main()
