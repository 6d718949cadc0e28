"""Stops waiting for the slow ones but lets them run: asyncio.wait() cancels nothing when its time is over."""

import asyncio
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any, Literal

from simweb import ClientError, ClientSession


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
    return list(await asyncio.gather(*(fetch_in_time(session, source) for source in sources)))


async def fetch_in_time(session: ClientSession, source: Source) -> Result:
    task = asyncio.create_task(fetch(session, source))
    done, _ = await asyncio.wait([task], timeout=source.timeout)
    if not done:
        return Result(source.name, "timeout", error=f"no answer within {source.timeout} s")
    return task.result()


async def fetch(session: ClientSession, source: Source) -> Result:
    try:
        async with session.get(source.url) as response:
            response.raise_for_status()
            return Result(source.name, "ok", await response.json())
    except (ClientError, ValueError) as error:
        return Result(source.name, "error", error=f"{type(error).__name__}: {error}")
