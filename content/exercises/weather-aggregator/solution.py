"""The temperature in a city: the mean of what several services say."""

import asyncio
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from statistics import fmean
from typing import Any
from urllib.parse import quote

from simweb import ClientError, ClientSession, Site


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


SOURCES = (
    Source("celsius", "http://celsius.test/now?city={city}", parse_celsius),
    Source("kelvin", "http://kelvin.test/weather?q={city}", parse_kelvin),
    Source("stations", "http://stations.test/observations?place={city}&limit=1", parse_stations),
)


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
    session: ClientSession, city: str, sources: Sequence[Source] = SOURCES, *, timeout: float = 3
) -> Weather:
    async with asyncio.TaskGroup() as group:
        tasks = {source.name: group.create_task(ask(session, source, city, timeout)) for source in sources}
    answers = {name: task.result() for name, task in tasks.items()}
    temperatures = {name: answer for name, answer in answers.items() if isinstance(answer, float)}
    failures = {name: answer for name, answer in answers.items() if isinstance(answer, str)}
    if not temperatures:
        raise NoAnswerError(city, failures)
    return Weather(city, fmean(temperatures.values()), temperatures, failures)


async def main() -> None:
    async with Site("celsius.test") as celsius, Site("kelvin.test") as kelvin, Site("stations.test") as stations:
        celsius.route("/now", body={"current": {"temp_c": 21.4}}, latency=0.8)
        kelvin.route("/weather", body={"main": {"temp": 294.75}}, latency=0.3)
        stations.route("/observations", body={"observations": []}, latency=30)
        async with ClientSession() as session:
            weather = await aggregate(session, "São Paulo")
        print(f"{weather.city}: {weather.mean:.1f} °C")
        for name, temperature in weather.temperatures.items():
            print(f"  {name}: {temperature:.1f} °C")
        for name, reason in weather.failures.items():
            print(f"  {name}: {reason}")


if __name__ == "__main__":
    asyncio.run(main())
