"""What a site answers at one path."""

from __future__ import annotations

import inspect
import json
from collections.abc import AsyncIterator, Awaitable, Callable, Mapping, Sequence
from dataclasses import dataclass, field
from http import HTTPStatus
from typing import Any, Literal

from .headers import Headers

Fail = Literal["reset", "blackhole", "disconnect"]
Body = str | bytes | dict[str, Any] | list[Any] | AsyncIterator[bytes] | None
Handler = Callable[["Request"], Awaitable[Any] | Any]


@dataclass
class Request:
    """What arrived. `time` is the loop's time at which it did, in seconds."""

    method: str
    path: str
    query: dict[str, str]
    time: float
    headers: Headers
    body: bytes = field(default=b"", repr=False)

    def text(self) -> str:
        return self.body.decode()

    def json(self) -> Any:
        return json.loads(self.body)


@dataclass
class Answer:
    """What goes back. `chunk` bytes are sent at a time, `chunk_delay` seconds apart.

    `fail`: "reset" breaks the connection after the first half of the body, "blackhole" never answers, "disconnect"
    closes without an answer.
    """

    status: int = 200
    body: Body = None
    headers: Mapping[str, str] = field(default_factory=dict)
    latency: float = 0.0
    chunk: int | None = None
    chunk_delay: float = 0.0
    fail: Fail | None = None

    @property
    def reason(self) -> str:
        try:
            return HTTPStatus(self.status).phrase
        except ValueError:
            return "Unknown"

    def encode(self) -> tuple[bytes | AsyncIterator[bytes], str]:
        """The body as bytes or as a stream, and its media type; an error without a body says its reason."""
        body = self.body
        if body is None:
            body = self.reason if self.status >= 400 else b""
        if isinstance(body, str):
            return body.encode(), "text/plain; charset=utf-8"
        if isinstance(body, dict | list):
            return json.dumps(body).encode(), "application/json"
        return body, "application/octet-stream"


class Route:
    """Answers in the order of its script; the last one repeats."""

    def __init__(self, answers: Sequence[Answer], handler: Handler | None) -> None:
        self._answers = answers
        self._handler = handler
        self._count = 0

    def next_answer(self) -> Answer:
        answer = self._answers[min(self._count, len(self._answers) - 1)]
        self._count += 1
        return answer

    async def call_handler(self, request: Request, answer: Answer) -> Answer:
        """What the handler returns: an `Answer`, a status, a body, or a status and a body."""
        if self._handler is None:
            return answer
        result = self._handler(request)
        if inspect.isawaitable(result):
            result = await result
        if isinstance(result, Answer):
            return result
        if isinstance(result, int):
            return Answer(result)
        if isinstance(result, tuple):
            status, body = result
            return Answer(status, body, answer.headers, chunk=answer.chunk, chunk_delay=answer.chunk_delay)
        return Answer(answer.status, result, answer.headers, chunk=answer.chunk, chunk_delay=answer.chunk_delay)
