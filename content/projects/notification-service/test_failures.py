"""What a provider that fails does to its own channel, and what it does not do to the others."""

from conftest import HOLD, Service, poll

HOUR = 3600


def send(service: Service, channel: str, times: int) -> list[str]:
    return [service.send(service.body(channel)) for _ in range(times)]


def test_retries_what_may_pass__until_it_passes(service: Service) -> None:
    """Two answers with 503 and one with 200 are three attempts with the same id"""
    provider = service.channel("sms", 503, 500)
    id = service.send(service.body("sms"))
    found = service.wait_for(id, "delivered")
    assert found["attempts"] == 3, f"attempts is {found['attempts']} after two failures and a success"
    assert [call["id"] for call in provider.calls] == [id] * 3, f"the provider got {provider.calls}"


def test_retries_what_may_pass__five_times_at_most(service: Service) -> None:
    """After five failures a notification has failed"""
    provider = service.channel("sms", *[503] * 6)
    found = service.wait_for(service.send(service.body("sms")), "failed")
    service.pass_by("email")
    assert (found["attempts"], len(provider.calls)) == (5, 5), (
        f"attempts is {found['attempts']}, and the provider was called {len(provider.calls)} times"
    )


def test_retries_what_may_pass__after_a_silence(service: Service) -> None:
    """A provider that does not answer in time counts as a failure, and the next attempt may pass"""
    provider = service.channel("sms", HOLD, timeout=0.5)
    service.wait_for(service.send(service.body("sms")), "delivered")
    assert len(provider.calls) >= 2, "delivered, although the provider has not answered"


def test_retries_what_may_pass__but_no_refusal(service: Service) -> None:
    """An answer with 4xx is final after one attempt"""
    provider = service.channel("sms", 400)
    found = service.wait_for(service.send(service.body("sms")), "failed")
    service.pass_by("email")
    assert (found["attempts"], len(provider.calls)) == (1, 1), (
        f"attempts is {found['attempts']}, and the provider was called {len(provider.calls)} times after a 400"
    )


def test_breaker_opens__and_calls_nobody(service: Service) -> None:
    """After three failures in a row the provider is left alone, and requests are still accepted"""
    provider = service.channel("sms", *[503] * 50, failures=3, open_for=HOUR)
    first = send(service, "sms", 1)
    service.wait_for_breaker("sms", "open")
    ids = first + send(service, "sms", 5)
    service.pass_by("email")
    assert len(provider.calls) == 3, f"the breaker opens after 3 calls, and there were {len(provider.calls)}"
    waiting = [service.look(id)["status"] for id in ids]
    assert waiting == ["queued"] * 6, f"while the breaker is open they are {waiting}"


def test_breaker_opens__not_by_refusals(service: Service) -> None:
    """Answers with 4xx are no failures of the provider"""
    service.channel("sms", *[400] * 2, failures=2, open_for=HOUR)
    for id in send(service, "sms", 2):
        service.wait_for(id, "failed")
    service.pass_by("email")
    state = service.read_breaker("sms")
    assert state == "closed", f"after two answers with 400 the breaker is {state}"


def test_breaker_opens__only_by_failures_in_a_row(service: Service) -> None:
    """A success begins the count anew"""
    service.channel("sms", 503, 503, 200, 503, 503, failures=3, open_for=HOUR)
    for _ in range(2):
        service.wait_for(send(service, "sms", 1)[0], "delivered")
    state = service.read_breaker("sms")
    assert state == "closed", f"after two failures, a success and two failures the breaker for three is {state}"


def test_breaker_closes_again__and_sends_what_waited(service: Service) -> None:
    """When the provider is back, the breaker closes and everything that waited is delivered"""
    service.channel("sms", *[503] * 3, failures=3, open_for=0.2)
    for id in send(service, "sms", 6):
        service.wait_for(id, "delivered")
    service.wait_for_breaker("sms", "closed")


def test_breaker_closes_again__after_one_probe(service: Service) -> None:
    """While the probe is on its way nobody else calls the provider"""
    provider = service.channel("sms", 503, 503, 503, HOLD, failures=3, open_for=0.2)
    ids = send(service, "sms", 1)
    poll(lambda: service.read_breaker("sms") != "closed", lambda: "after three failures the breaker is closed")
    ids += send(service, "sms", 5)
    poll(lambda: len(provider.calls) >= 4, lambda: "no probe was sent")
    service.pass_by("email")
    assert len(provider.calls) == 4, f"beside the probe there were {len(provider.calls) - 4} more calls"
    service.wait_for_breaker("sms", "half_open")
    provider.released.set()
    for id in ids:
        service.wait_for(id, "delivered")
    service.wait_for_breaker("sms", "closed")


def test_channels_are_apart__when_one_is_silent(service: Service) -> None:
    """While a provider answers none of 30 messages, the other channels deliver"""
    service.channel("sms", *[HOLD] * 30)
    ids = send(service, "sms", 30)
    service.pass_by("email")
    service.pass_by("push")
    states = {service.look(id)["status"] for id in ids}
    assert states == {"queued"}, f"a provider that has not answered has delivered: {states}"


def test_channels_are_apart__when_one_is_down(service: Service) -> None:
    """While the breaker of one channel is open, those of the others are closed"""
    service.channel("push")
    service.channel("sms", *[503] * 50, failures=1, open_for=HOUR)
    send(service, "sms", 1)
    service.wait_for_breaker("sms", "open")
    state = service.read_breaker("push")
    assert state == "closed", f"while SMS is down the breaker of push is {state}"
    service.wait_for(send(service, "push", 1)[0], "delivered")
