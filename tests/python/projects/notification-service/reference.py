"""A small answer to the contract, in memory and in one process: nothing survives its end."""

import asyncio
import hashlib
import html
import json
import logging
import math
import os
import random
import re
import secrets
import time
import uuid
from collections import deque
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass, field
from typing import Annotated, Any, Literal

import httpx
import uvicorn
from fastapi import APIRouter, Depends, FastAPI, Header, HTTPException, Response
from prometheus_client import CollectorRegistry, Counter, Gauge, generate_latest
from pydantic import BaseModel, Field, StringConstraints

API_TOKEN = os.environ.get("API_TOKEN", "local-api-token")
ADMIN_TOKEN = os.environ.get("ADMIN_TOKEN", "local-admin-token")
WORKERS = 10
"""How many calls of one provider are on their way at once."""
ATTEMPTS = 5
CHANNELS = ("email", "sms", "push")
PLACEHOLDER = re.compile(r"\{\{(.*?)\}\}", re.DOTALL)
NAME = re.compile(r"\s*(\w+)\s*", re.ASCII)
TRACE = re.compile(r"00-([0-9a-f]{32})-[0-9a-f]{16}-([0-9a-f]{2})")

Text = Annotated[str, StringConstraints(min_length=1)]
Line = Annotated[str, StringConstraints(min_length=1, pattern=r"\A[^\r\n]+\z")]
ChannelName = Literal["email", "sms", "push"]


class Request(BaseModel):
    user_id: Text
    channel: ChannelName
    to: Line
    template: Text
    data: dict[str, str] = {}


class Settings(BaseModel):
    url: str = Field(pattern=r"^https?://[^/\s]+")
    timeout: float = Field(5, gt=0)
    backoff: float = Field(1, gt=0)
    failures: int = Field(5, ge=1)
    open_for: float = Field(30, gt=0)


class Limit(BaseModel):
    count: int = Field(ge=1)
    seconds: float = Field(gt=0)


class Plain(BaseModel):
    body: Text


class Email(Plain):
    subject: Line


class Push(Plain):
    title: Line


class Template(BaseModel):
    email: Email | None = None
    sms: Plain | None = None
    push: Push | None = None


def names_in(text: str) -> list[str]:
    """The names in double braces. Raises ValueError for anything else there."""
    found = []
    for inside in PLACEHOLDER.findall(text):
        name = NAME.fullmatch(inside)
        if name is None:
            raise ValueError(f"{{{{{inside}}}}} is no name")
        found.append(name[1])
    return found


def render(text: str, data: dict[str, str], *, as_html: bool) -> str:
    """In one pass, so that a value is never read again."""

    def value(found: re.Match[str]) -> str:
        text = data[found[1].strip()]
        return html.escape(text) if as_html else text

    return PLACEHOLDER.sub(value, text)


class Limiter:
    """A sliding window for each user: the times of what was accepted."""

    def __init__(self) -> None:
        self.limits: dict[str, Limit] = {}
        self.accepted: dict[str, deque[float]] = {}

    def set(self, user: str, limit: Limit) -> None:
        self.limits[user] = limit
        self.accepted[user] = deque()

    async def ask(self, user: str) -> float:
        """Seconds to wait; 0 when it is accepted, and then it is counted."""
        limit = self.limits.get(user) or Limit(count=60, seconds=60)
        times = self.accepted.setdefault(user, deque())
        now = time.monotonic()
        while times and times[0] <= now - limit.seconds:
            times.popleft()
        if len(times) >= limit.count:
            return times[0] + limit.seconds - now
        times.append(now)
        return 0


class Keys:
    """Which notification a user's key stands for, and for which body."""

    def __init__(self) -> None:
        self.known: dict[Any, tuple[str, str]] = {}

    def name(self, user: str, key: str) -> Any:
        return user, key

    def reserve(self, user: str, key: str, body: str, id: str) -> str:
        """The id that the key stands for, which is this one if it is new. Raises ValueError for another body."""
        known_body, known_id = self.known.setdefault(self.name(user, key), (body, id))
        if known_body != body:
            raise ValueError("the key was used with another body")
        return known_id

    def free(self, user: str, key: str) -> None:
        self.known.pop(self.name(user, key), None)


class Breaker:
    def __init__(self, failures: int, open_for: float) -> None:
        self.failures, self.open_for = failures, open_for
        self.in_a_row = 0
        self.opened_at = 0.0
        self.state: Literal["closed", "open", "half_open"] = "closed"
        self.age = 0
        """Grows with each change of state. What began in another age says nothing about this one."""
        self.changed = asyncio.Event()

    def turn(self, state: Literal["closed", "open", "half_open"]) -> None:
        self.state = state
        self.age += 1
        self.in_a_row = 0
        self.changed.set()
        self.changed = asyncio.Event()

    def is_due(self) -> bool:
        return self.state == "open" and time.monotonic() >= self.opened_at + self.open_for

    def lets_pass(self) -> bool:
        if self.is_due():
            self.turn("half_open")
            return True
        return self.state == "closed"

    async def enter(self) -> int:
        """Waits until a call may be made, and gives the age in which it began."""
        while not self.lets_pass():
            left = self.opened_at + self.open_for - time.monotonic() if self.state == "open" else None
            try:
                await asyncio.wait_for(self.changed.wait(), left)
            except TimeoutError:
                pass
        return self.age

    def report(self, age: int, *, good: bool) -> None:
        if age != self.age:
            return
        self.in_a_row = 0 if good else self.in_a_row + 1
        if good and self.state == "half_open":
            self.turn("closed")
        elif not good and (self.state == "half_open" or self.in_a_row >= self.failures):
            self.opened_at = time.monotonic()
            self.turn("open")


@dataclass
class Notification:
    channel: str
    message: dict[str, str]
    traceparent: str | None
    id: str = field(default_factory=lambda: uuid.uuid4().hex)
    status: Literal["queued", "delivered", "failed"] = "queued"
    attempts: int = 0


class Channel:
    def __init__(self, name: str) -> None:
        self.name = name
        self.queue: asyncio.Queue[Notification] = asyncio.Queue()
        self.set(Settings(url="http://127.0.0.1:9025/"))

    def set(self, settings: Settings) -> None:
        self.settings = settings
        before = getattr(self, "breaker", None)
        self.breaker = Breaker(settings.failures, settings.open_for)
        if before is not None:
            before.turn("closed")  # whoever waits for the old one goes on

    async def work(self, client: httpx.AsyncClient, metrics: "Metrics") -> None:
        while True:
            notification = await self.queue.get()
            try:
                await self.deliver(notification, client)
            except Exception:
                logging.exception("notification %s", notification.id)
                notification.status = "failed"
            metrics.count(notification)

    async def deliver(self, notification: Notification, client: httpx.AsyncClient) -> None:
        while notification.attempts < ATTEMPTS:
            breaker = self.breaker
            age = await breaker.enter()
            notification.attempts += 1
            status = await self.call(notification, client)
            breaker.report(age, good=self.is_good(status))
            if status < 300:
                notification.status = "delivered"
                return
            if status < 500:
                break
            wait = self.settings.backoff * 2 ** (notification.attempts - 1)
            await asyncio.sleep(wait * random.uniform(0.5, 1))
        notification.status = "failed"

    def is_good(self, status: int) -> bool:
        """A provider that refuses works."""
        return status < 500

    async def call(self, notification: Notification, client: httpx.AsyncClient) -> int:
        """The status of the answer, 599 where there is none."""
        trace = TRACE.fullmatch(notification.traceparent or "")
        headers = {"traceparent": f"00-{trace[1]}-{secrets.token_hex(8)}-{trace[2]}"} if trace else {}
        try:
            async with asyncio.timeout(self.settings.timeout):
                return (await client.post(self.settings.url, json=notification.message, headers=headers)).status_code
        except (httpx.TransportError, TimeoutError):
            return 599


class Metrics:
    def __init__(self, channels: dict[str, Channel]) -> None:
        self.registry = CollectorRegistry()
        self.results = Counter("notifications", "Ended", ["channel", "result"], registry=self.registry)
        self.limited = Counter("rate_limited", "Refused by a limit", registry=self.registry)
        gauge = Gauge("breaker_open", "1 while not closed", ["channel"], registry=self.registry)
        for name, channel in channels.items():
            gauge.labels(name).set_function(lambda channel=channel: channel.breaker.state != "closed")

    def count(self, notification: Notification) -> None:
        self.results.labels(notification.channel, notification.status).inc()


class State:
    def __init__(self) -> None:
        self.templates: dict[str, Template] = {}
        self.notifications: dict[str, Notification] = {}
        self.channels = {name: Channel(name) for name in CHANNELS}
        self.limiter = Limiter()
        self.keys = Keys()
        self.metrics = Metrics(self.channels)

    def start_work(self, client: httpx.AsyncClient) -> list[asyncio.Task[None]]:
        workers = [channel for channel in self.channels.values() for _ in range(WORKERS)]
        return [asyncio.create_task(channel.work(client, self.metrics)) for channel in workers]


@asynccontextmanager
async def lifespan(app: FastAPI) -> AsyncIterator[None]:
    async with httpx.AsyncClient(timeout=None, limits=httpx.Limits(max_connections=None)) as client:
        tasks = state.start_work(client)
        yield
        for task in tasks:
            task.cancel()
        await asyncio.gather(*tasks, return_exceptions=True)


def read_token(authorization: Annotated[str, Header()] = "") -> str:
    for role, token in (("api", API_TOKEN), ("admin", ADMIN_TOKEN)):
        if secrets.compare_digest(authorization.encode(), f"Bearer {token}".encode()):
            return role
    raise HTTPException(401, "who are you?", {"WWW-Authenticate": "Bearer"})


def need_operator(role: Annotated[str, Depends(read_token)]) -> None:
    if role != "admin":
        raise HTTPException(403, "for operators")


callers = APIRouter(dependencies=[Depends(read_token)])
operators = APIRouter(dependencies=[Depends(need_operator)])
public = APIRouter()
state = State()


@operators.put("/templates/{name}")
async def put_template(name: str, template: Template) -> Template:
    parts = [part for part in (template.email, template.sms, template.push) if part]
    if not parts:
        raise HTTPException(422, "a template has a part for one channel or more")
    try:
        for part in parts:
            for text in part.model_dump().values():
                names_in(text)
    except ValueError as error:
        raise HTTPException(422, str(error)) from error
    state.templates[name] = template
    return template


@operators.put("/limits/{user}")
async def put_limit(user: str, limit: Limit) -> Limit:
    state.limiter.set(user, limit)
    return limit


@operators.put("/channels/{name}")
async def put_channel(name: ChannelName, settings: Settings) -> dict[str, Any]:
    state.channels[name].set(settings)
    return await get_channel(name)


@operators.get("/channels/{name}")
async def get_channel(name: ChannelName) -> dict[str, Any]:
    channel = state.channels[name]
    return {**channel.settings.model_dump(), "channel": name, "breaker": channel.breaker.state}


def compose(request: Request, id: str) -> dict[str, str]:
    """What the provider gets. Raises HTTPException where template or values are missing."""
    template = state.templates.get(request.template)
    part = getattr(template, request.channel, None)
    if part is None:
        raise HTTPException(422, f"no template {request.template} for {request.channel}")
    texts = part.model_dump()
    missing = sorted({name for text in texts.values() for name in names_in(text)} - request.data.keys())
    if missing:
        raise HTTPException(422, f"values are missing: {', '.join(missing)}")
    email = request.channel == "email"
    rendered = {key: render(text, request.data, as_html=email and key == "body") for key, text in texts.items()}
    return {"id": id, "channel": request.channel, "to": request.to, **rendered}


@callers.post("/notifications", status_code=202)
async def post_notification(
    request: Request,
    idempotency_key: Annotated[str | None, Header(max_length=200)] = None,
    traceparent: Annotated[str | None, Header()] = None,
) -> dict[str, str]:
    notification = Notification(request.channel, {}, traceparent)
    notification.message = compose(request, notification.id)
    user = request.user_id
    if idempotency_key is not None:
        whole = json.dumps(request.model_dump(), sort_keys=True)
        try:
            body = hashlib.sha256(whole.encode()).hexdigest()
            id = state.keys.reserve(user, idempotency_key, body, notification.id)
        except ValueError as error:
            raise HTTPException(422, str(error)) from error
        if id in state.notifications:
            return {"id": id, "status": state.notifications[id].status}
        if id != notification.id:
            raise HTTPException(409, "the first one is still at work")
    wait = await state.limiter.ask(user)
    if wait > 0:
        if idempotency_key is not None:
            state.keys.free(user, idempotency_key)
        state.metrics.limited.inc()
        raise HTTPException(429, "too many for this user", {"Retry-After": str(max(1, math.ceil(wait)))})
    state.notifications[notification.id] = notification
    state.channels[request.channel].queue.put_nowait(notification)
    return {"id": notification.id, "status": notification.status}


@callers.get("/notifications/{id}")
async def get_notification(id: str) -> dict[str, Any]:
    found = state.notifications.get(id)
    if found is None:
        raise HTTPException(404, "no such notification")
    return {"id": id, "channel": found.channel, "status": found.status, "attempts": found.attempts}


@public.get("/health")
async def health() -> dict[str, str]:
    return {"status": "ok"}


@public.get("/metrics")
async def metrics() -> Response:
    return Response(generate_latest(state.metrics.registry), media_type="text/plain; version=0.0.4")


def main() -> None:
    app = FastAPI(lifespan=lifespan)
    for router in (public, callers, operators):
        app.include_router(router)
    uvicorn.run(app, host="127.0.0.1", port=int(os.environ.get("PORT", "8000")), log_level="warning")


if __name__ == "__main__":
    main()
