"""The temperature in a city: the mean of what several services say. With aiohttp."""

import asyncio
from collections.abc import AsyncIterator, Callable, Sequence
from contextlib import asynccontextmanager
from dataclasses import dataclass
from statistics import fmean
from typing import Any
from urllib.parse import quote

from aiohttp import ClientError, ClientSession, web


@dataclass(frozen=True)
class Source:
    """A service. `url` has a place for `{city}`; `parse` finds the degrees Celsius in the decoded JSON."""

    name: str
    url: str
    parse: Callable[[Any], float]


@dataclass(frozen=True)
class Weather:
    city: str
    mean: float
    temperatures: dict[str, float]
    failures: dict[str, str]


class NoAnswerError(Exception):
    """No service gave an answer that can be used."""

    def __init__(self, city: str, failures: dict[str, str]) -> None:
        super().__init__(f"no weather for {city}: {failures}")
        self.failures = failures


def number(value: object) -> float:
    """JSON also has strings, booleans and, in Python's reading, NaN and integers that no float can hold."""
    if isinstance(value, bool) or not isinstance(value, int | float) or not abs(value) < 1000:
        raise ValueError(f"{value!r} is no temperature")
    return float(value)


def on_earth(celsius: float) -> float:
    if not -100 <= celsius <= 70:
        raise ValueError(f"{celsius:.1f} °C is no temperature on Earth")
    return celsius


def parse_celsius(data: Any) -> float:
    return on_earth(number(data["current"]["temp_c"]))


def parse_kelvin(data: Any) -> float:
    return on_earth(number(data["main"]["temp"]) - 273.15)


def parse_stations(data: Any) -> float:
    temperature = data["observations"][0]["temperature"]
    value = number(temperature["value"])
    match temperature["unit"]:
        case "C":
            return on_earth(value)
        case "F":
            return on_earth((value - 32) / 1.8)
        case unit:
            raise ValueError(f"unknown unit {unit!r}")


async def ask(session: ClientSession, source: Source, city: str, timeout: float) -> float | str:
    """The temperature, or why there is none."""
    url = source.url.format(city=quote(city, safe=""))
    try:
        async with asyncio.timeout(timeout), session.get(url) as response:
            if response.status != 200:
                return f"status {response.status}"
            data = await response.json(content_type=None)
    except TimeoutError:
        return f"no answer in {timeout:g} s"
    except (ClientError, OSError) as error:
        return f"{type(error).__name__}: {error}"
    except ValueError as error:
        return f"not JSON: {error}"
    try:
        return source.parse(data)
    except (LookupError, TypeError, ValueError) as error:
        return f"malformed: {error!r}"


async def aggregate(
    session: ClientSession, city: str, sources: Sequence[Source], *, timeout: float = 3
) -> Weather:
    async with asyncio.TaskGroup() as group:
        tasks = {source.name: group.create_task(ask(session, source, city, timeout)) for source in sources}
    answers = {name: task.result() for name, task in tasks.items()}
    temperatures = {name: answer for name, answer in answers.items() if isinstance(answer, float)}
    failures = {name: answer for name, answer in answers.items() if isinstance(answer, str)}
    if not temperatures:
        raise NoAnswerError(city, failures)
    return Weather(city, fmean(temperatures.values()), temperatures, failures)


@asynccontextmanager
async def services() -> AsyncIterator[list[Source]]:
    """Three weather services on a free port of this machine; the third does not answer."""

    async def current(request: web.Request) -> web.Response:
        return web.json_response({"current": {"temp_c": 21.4}})

    async def kelvin(request: web.Request) -> web.Response:
        return web.json_response({"main": {"temp": 294.75}})

    async def stations(request: web.Request) -> web.Response:
        await asyncio.sleep(3600)
        raise web.HTTPServiceUnavailable

    app = web.Application()
    app.add_routes([web.get("/now", current), web.get("/weather", kelvin), web.get("/observations", stations)])
    runner = web.AppRunner(app, shutdown_timeout=0.1)
    await runner.setup()
    await web.TCPSite(runner, "127.0.0.1", 0).start()
    host, port = runner.addresses[0][:2]
    address = f"http://{host}:{port}"
    try:
        yield [
            Source("celsius", address + "/now?city={city}", parse_celsius),
            Source("kelvin", address + "/weather?q={city}", parse_kelvin),
            Source("stations", address + "/observations?place={city}&limit=1", parse_stations),
        ]
    finally:
        await runner.cleanup()


async def main() -> None:
    async with services() as sources, ClientSession() as session:
        weather = await aggregate(session, "São Paulo", sources)
    print(f"{weather.city}: {weather.mean:.1f} °C")
    for name, temperature in weather.temperatures.items():
        print(f"  {name}: {temperature:.1f} °C")
    for name, reason in weather.failures.items():
        print(f"  {name}: {reason}")


if __name__ == "__main__":
    asyncio.run(main())
