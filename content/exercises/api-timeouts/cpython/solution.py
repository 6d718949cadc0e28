import asyncio
import time
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any, Literal

from aiohttp import ClientError, ClientSession


@dataclass(frozen=True)
class Source:
    """One API. `timeout`: the seconds it has for its whole answer."""

    name: str
    url: str
    timeout: float


@dataclass(frozen=True)
class Result:
    """What came of one source: `data` if it is "ok", otherwise an `error` in words."""

    name: str
    status: Literal["ok", "timeout", "error"]
    data: Any = None
    error: str = ""


async def fetch_all(session: ClientSession, sources: Sequence[Source]) -> list[Result]:
    """Ask all sources at once. The results are in the order of the sources."""
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
    except (ClientError, ValueError) as error:  # ValueError: the body is not JSON
        return Result(source.name, "error", error=f"{type(error).__name__}: {error}")


async def main() -> None:
    sources = [
        Source("aiofiles", "https://pypi.org/pypi/aiofiles/json", 5.0),
        Source("hasty", "https://pypi.org/pypi/aiofiles/json", 0.001),
        Source("missing", "https://pypi.org/pypi/aiofiles/0.0.0/json", 5.0),
    ]
    start = time.perf_counter()
    async with ClientSession() as session:
        for result in await fetch_all(session, sources):
            print(f"{result.name:>8}: {result.status:<7} {result.error or f'{len(str(result.data))} characters'}")
    print(f"after {time.perf_counter() - start:.1f} s")


if __name__ == "__main__":
    asyncio.run(main())
