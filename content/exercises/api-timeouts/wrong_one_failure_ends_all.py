"""Turns time-outs into results and lets other errors out, so that one source that is down takes all answers with it."""

import asyncio
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any, Literal

from simweb import ClientSession


@dataclass(frozen=True)
class Source:
    name: str
    url: str
    timeout: float


@dataclass(frozen=True)
class Result:
    name: str
    status: Literal["ok", "timeout", "error"]
    data: Any = None
    error: str = ""


async def fetch_all(session: ClientSession, sources: Sequence[Source]) -> list[Result]:
    async with asyncio.TaskGroup() as group:
        tasks = [group.create_task(fetch(session, source)) for source in sources]
    return [task.result() for task in tasks]


async def fetch(session: ClientSession, source: Source) -> Result:
    try:
        async with asyncio.timeout(source.timeout), session.get(source.url) as response:
            response.raise_for_status()
            return Result(source.name, "ok", await response.json())
    except TimeoutError:
        return Result(source.name, "timeout", error=f"no answer within {source.timeout} s")
