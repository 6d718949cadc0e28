import asyncio
import time
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any, Literal

from simweb import ClientError, ClientSession, Site


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
    async with Site("weather.test") as weather, Site("news.test") as news, ClientSession() as session:
        weather.route("/today", body={"celsius": 21}, latency=0.3)
        weather.route("/radar", body={"rain": False}, latency=30)
        news.route("/top", status=503, latency=0.1)
        sources = [
            Source("radar", f"{weather.url}/radar", 2.0),
            Source("weather", f"{weather.url}/today", 1.0),
            Source("news", f"{news.url}/top", 1.0),
        ]
        start = time.perf_counter()
        for result in await fetch_all(session, sources):
            print(f"{result.name:>7}: {result.status:<7} {result.data or result.error}")
        print(f"after {time.perf_counter() - start:.1f} s")


if __name__ == "__main__":
    asyncio.run(main())
