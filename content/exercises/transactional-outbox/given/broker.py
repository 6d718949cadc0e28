"""A broker in memory, which may fail before or after it has taken a message: see `before` and `after`."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any
from uuid import UUID


class BrokerDownError(Exception):
    """The broker did not answer. It may have taken the message or not."""


@dataclass(frozen=True)
class Message:
    id: UUID
    """The same for each delivery."""
    aggregate: int
    kind: str
    payload: dict[str, Any]


class Broker:
    def __init__(self) -> None:
        self.taken: list[Message] = []
        self.before: Callable[[Message], None] = lambda message: None
        self.after: Callable[[Message], None] = lambda message: None
        """Called before and after a message is taken; what they raise, the relay gets."""

    def publish(self, message: Message) -> None:
        self.before(message)
        self.taken.append(message)
        self.after(message)
