"""Collects the results in the order in which the answers come, which changes from day to day."""

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
    return [await result for result in asyncio.as_completed([fetch(session, source) for source in sources])]


async def fetch(session: ClientSession, source: Source) -> Result:
    try:
        async with asyncio.timeout(source.timeout), session.get(source.url) as response:
            response.raise_for_status()
            return Result(source.name, "ok", await response.json())
    except TimeoutError:
        return Result(source.name, "timeout", error=f"no answer within {source.timeout} s")
    except (ClientError, ValueError) as error:
        return Result(source.name, "error", error=f"{type(error).__name__}: {error}")
