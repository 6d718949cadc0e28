import asyncio
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Any

from simweb import ClientSession, Site


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


def parse_celsius(data: Any) -> float:
    """Reads {"current": {"temp_c": 21.4}}."""
    return float(data["current"]["temp_c"])


def parse_kelvin(data: Any) -> float:
    """Reads {"main": {"temp": 294.55}}."""
    return 0.0


def parse_stations(data: Any) -> float:
    """Reads {"observations": [{"temperature": {"value": 70.52, "unit": "F"}}, ...]}."""
    return 0.0


SOURCES = (
    Source("celsius", "http://celsius.test/now?city={city}", parse_celsius),
    Source("kelvin", "http://kelvin.test/weather?q={city}", parse_kelvin),
    Source("stations", "http://stations.test/observations?place={city}&limit=1", parse_stations),
)


async def aggregate(
    session: ClientSession, city: str, sources: Sequence[Source] = SOURCES, *, timeout: float = 3
) -> Weather:
    """Asks all sources at once; the mean is that of those which answered."""
    return Weather(city, 0.0, {}, {})


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
