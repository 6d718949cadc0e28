"""What can be seen from outside: metrics, and a trace that goes on."""

import re
import secrets

import httpx
from conftest import Service

HOUR = 3600


def read_metric(text: str, name: str, **labels: str) -> float:
    """The sum of a metric's samples that have these labels; 0 where there is none yet."""
    total = 0.0
    for line in text.splitlines():
        found = re.match(r"([a-zA-Z_:][\w:]*)(?:\{(.*)\})? ([-+.\w]+)", line)
        if found and found[1] == name:
            has = dict(re.findall(r'(\w+)="([^"]*)"', found[2] or ""))
            if labels.items() <= has.items():
                total += float(found[3])
    return total


def test_counts_what_happens__by_channel_and_result(service: Service, nobody: httpx.Client) -> None:
    """A delivery, a failure and a refusal by the limit are counted"""
    wanted = [
        ("notifications_total", {"channel": "push", "result": "delivered"}),
        ("notifications_total", {"channel": "sms", "result": "failed"}),
        ("rate_limited_total", {}),
    ]
    before = nobody.get("/metrics").text
    service.channel("push")
    service.channel("sms", 400)
    user = service.limit(1, HOUR)
    service.wait_for(service.send(service.body("push", user_id=user)), "delivered")
    service.wait_for(service.send(service.body("sms")), "failed")
    assert service.post(service.body("push", user_id=user)).status_code == 429, "the second of one was accepted"
    after = nobody.get("/metrics").text
    for name, labels in wanted:
        grown = read_metric(after, name, **labels) - read_metric(before, name, **labels)
        assert grown >= 1, f"{name} {labels} has grown by {grown:g}"


def test_counts_what_happens__shows_the_breaker(service: Service, nobody: httpx.Client) -> None:
    """breaker_open is 1 for the channel whose breaker is open, and 0 when it is closed again"""
    service.channel("sms", 503, failures=1, open_for=HOUR)
    service.send(service.body("sms"))
    service.wait_for_breaker("sms", "open")
    value = read_metric(nobody.get("/metrics").text, "breaker_open", channel="sms")
    assert value == 1, f"breaker_open is {value:g} while the breaker is open"
    service.channel("sms")
    value = read_metric(nobody.get("/metrics").text, "breaker_open", channel="sms")
    assert value == 0, f"breaker_open is {value:g} while the breaker is closed"


def test_counts_what_happens__without_naming_anybody(service: Service, nobody: httpx.Client) -> None:
    """No user, address, template or id is in the metrics"""
    service.channel("sms")
    body = service.body("sms", user_id=service.limit(1, HOUR))
    id = service.send(body)
    service.wait_for(id, "delivered")
    service.post(body)
    text = nobody.get("/metrics").text
    for name in (body["user_id"], body["to"], body["template"], id):
        assert name not in text, f"the metrics have {name}: each value of a label is a series of its own"


def test_carries_the_trace__to_the_provider(service: Service) -> None:
    """The provider gets a traceparent with the trace id of the caller"""
    provider = service.channel("sms")
    trace = secrets.token_hex(16)
    headers = {"traceparent": f"00-{trace}-{secrets.token_hex(8)}-01"}
    service.wait_for(service.send(service.body("sms"), headers), "delivered")
    got = provider.calls[0]["headers"].get("traceparent", "")
    fits = re.fullmatch(rf"00-{trace}-[0-9a-f]{{16}}-[0-9a-f]{{2}}", got)
    assert fits, f"the caller's trace is {trace}, and the provider got {got!r}"
