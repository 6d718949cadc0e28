import asyncio
import time
from collections.abc import Callable
from typing import Any

from simweb import ClientSession, Request, Site

from solution import SOURCES, NoAnswerError, Source, aggregate, parse_celsius, parse_kelvin, parse_stations

C21 = {"current": {"temp_c": 21}}


def source(name: str) -> Source:
    """A service at http://<name>.test/ with the JSON of `parse_celsius`."""
    return Source(name, f"http://{name}.test/?city={{city}}", parse_celsius)


def reading(value: object, unit: str = "C") -> dict[str, Any]:
    return {"observations": [{"temperature": {"value": value, "unit": unit}}]}


def test_1_three_shapes() -> None:
    """Finds the degrees Celsius in each of the three shapes of JSON"""
    assert parse_celsius({"current": {"temp_c": -3, "humidity": 90}}) == -3
    assert round(parse_kelvin({"main": {"temp": 294.55}, "name": "Lima"}), 6) == 21.4
    assert parse_stations(reading(21.4)) == 21.4
    assert round(parse_stations(reading(70.52, "F")), 6) == 21.4
    first = reading(8)["observations"] + reading(99)["observations"]
    assert parse_stations({"observations": first}) == 8


def test_1_malformed() -> None:
    """Raises LookupError, TypeError or ValueError for missing parts, other types, NaN and impossible values"""
    nan, inf = float("nan"), float("inf")
    values: list[object] = [None, "21.4", "warm", True, [], {}, nan, inf, -inf, 10**400, 500, -300]
    shapes: list[object] = [None, [], {}, "sunny", 21.4, {"current": None}, {"main": []}, {"observations": []}]
    wrong: list[tuple[Callable[[Any], float], object]] = [
        (parse, data)
        for parse in (parse_celsius, parse_kelvin, parse_stations)
        for data in shapes
    ]
    for value in values:
        wrong.append((parse_celsius, {"current": {"temp_c": value}}))
        wrong.append((parse_kelvin, {"main": {"temp": value if value != 500 else 20}}))
        wrong.append((parse_stations, reading(value)))
    wrong.append((parse_stations, reading(21.4, "X")))
    wrong.append((parse_stations, {"observations": [{"temperature": {"value": 21.4}}]}))
    for parse, data in wrong:
        try:
            found = parse(data)
        except (LookupError, TypeError, ValueError):
            continue
        shown = repr(data) if len(repr(data)) < 100 else "an integer of 401 digits"
        raise AssertionError(f"{parse.__name__} found {found} °C in {shown}")


async def test_2_mean_of_three() -> None:
    """Asks the three services at once and averages what they say"""
    async with Site("celsius.test") as one, Site("kelvin.test") as two, Site("stations.test") as three:
        one.route("/now", body={"current": {"temp_c": 20.0}}, latency=1)
        two.route("/weather", body={"main": {"temp": 295.15}}, latency=2)
        three.route("/observations", body=reading(75.2, "F"), latency=1.5)
        started = time.perf_counter()
        async with ClientSession() as session:
            weather = await aggregate(session, "Lima")
        took = time.perf_counter() - started
    assert weather.city == "Lima"
    assert round(weather.mean, 6) == 22.0
    rounded = [(name, round(temperature, 6)) for name, temperature in weather.temperatures.items()]
    assert rounded == [("celsius", 20.0), ("kelvin", 22.0), ("stations", 24.0)]
    assert weather.failures == {}
    assert abs(took - 2) < 0.05, f"the slowest needs 2 s, all together took {took:.2f} s"


async def test_2_any_city() -> None:
    """The name of the city reaches the services whole, whatever is in it"""
    async with Site("celsius.test") as one, Site("kelvin.test") as two, Site("stations.test") as three:
        one.route("/now", body=C21)
        two.route("/weather", body={"main": {"temp": 294.15}})
        three.route("/observations", body=reading(21))
        for city in ("São Paulo", "A&B=C?", "Mianyang/绵阳", "100%#1+1"):
            async with ClientSession() as session:
                await aggregate(session, city)
            assert one.requests[-1].query == {"city": city}
            assert two.requests[-1].query == {"q": city}
            assert three.requests[-1].query == {"place": city, "limit": "1"}


async def test_3_three_seconds_each() -> None:
    """Who has not answered in full after three seconds is left out, the others count"""
    async with Site("good.test") as good, Site("late.test") as late, Site("stuck.test") as stuck:
        good.route("/", body=C21, latency=2.9)
        late.route("/", body=C21, latency=3.1)
        stuck.route("/", body=C21, chunk=1, chunk_delay=1000)
        started = time.perf_counter()
        async with ClientSession() as session:
            weather = await aggregate(session, "Lima", [source("good"), source("late"), source("stuck")])
        took = time.perf_counter() - started
    assert weather.mean == 21
    assert weather.failures == {"late": "no answer in 3 s", "stuck": "no answer in 3 s"}
    assert abs(took - 3) < 0.05, f"took {took:.2f} s instead of 3.00: does the time limit cover the body?"


async def test_3_every_kind_of_failure() -> None:
    """A bad status, no connection, no JSON and the wrong JSON are failures with a reason"""
    async with Site("busy.test") as busy, Site("html.test") as html, Site("nan.test") as nan, Site("good.test") as good:
        busy.route("/", body=C21, status=503)
        html.route("/", body="<html>Welcome</html>")
        nan.route("/", body='{"current": {"temp_c": NaN}}')
        good.route("/", body='{"current": {"temp_c": 21}}')
        names = ["busy", "gone", "html", "nan", "good"]
        async with ClientSession() as session:
            weather = await aggregate(session, "Lima", [source(name) for name in names])
    assert weather.mean == 21
    assert weather.temperatures == {"good": 21}
    assert list(weather.failures) == ["busy", "gone", "html", "nan"]
    assert weather.failures["busy"] == "status 503"
    assert weather.failures["gone"].startswith("ClientConnect")
    assert weather.failures["html"].startswith("not JSON")
    assert weather.failures["nan"].startswith("malformed")


async def test_4_nobody_answered() -> None:
    """When nobody answers it raises NoAnswerError with all the reasons"""
    async with Site("busy.test") as busy, Site("late.test") as late, ClientSession() as session:
        busy.route("/", body=C21, status=500)
        late.route("/", body=C21, latency=60)
        try:
            weather = await aggregate(session, "Lima", [source("busy"), source("late")], timeout=1.5)
        except NoAnswerError as error:
            assert error.failures == {"busy": "status 500", "late": "no answer in 1.5 s"}
            assert "Lima" in str(error)
            return
    raise AssertionError(f"nobody answered, and the result was {weather}")


async def test_4_bugs_and_cancellation_are_no_failures() -> None:
    """A bug in parse comes out, and so does a cancellation, with which the open requests end"""
    cut_off: list[float] = []

    async def answer_in_two_seconds(request: Request) -> dict[str, Any]:
        try:
            await asyncio.sleep(2)
        except asyncio.CancelledError:  # the client has gone
            cut_off.append(time.perf_counter() - started)
            raise
        return C21

    def broken(data: Any) -> float:
        raise ZeroDivisionError("a bug in parse")

    async with Site("good.test") as good, Site("late.test") as late, ClientSession() as session:
        good.route("/", body=C21)
        late.route("/", handler=answer_in_two_seconds)
        started = time.perf_counter()
        caught: list[Exception] = []
        try:
            await aggregate(session, "Lima", [source("late"), Source("broken", "http://good.test/", broken)])
        except* ZeroDivisionError as group:
            caught.extend(group.exceptions)
        assert caught, "the bug in parse was taken for a failure of the service"
        await asyncio.sleep(5)
        cut_off.clear()
        started = time.perf_counter()
        try:
            async with asyncio.timeout(1):
                await aggregate(session, "Lima", [source("good"), source("late")])
        except TimeoutError:
            pass
        else:
            raise AssertionError("aggregate was cancelled after 1 s and returned as if nothing had happened")
        await asyncio.sleep(5)
        assert len(cut_off) == 1, "the request that was open went on after the cancellation"
        assert abs(cut_off[0] - 1) < 0.05
