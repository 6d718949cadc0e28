"""How often a user is written to, and what a repetition does."""

from concurrent.futures import ThreadPoolExecutor
from typing import Any

import httpx
from conftest import Service, poll

HOUR = 3600


def post_at_once(service: Service, bodies: list[dict[str, Any]], key: str | None = None) -> list[httpx.Response]:
    headers = {"Idempotency-Key": key} if key else None
    with ThreadPoolExecutor(len(bodies)) as pool:
        return list(pool.map(lambda body: service.post(body, headers), bodies))


def test_limits_each_user__with_429(service: Service) -> None:
    """Above the limit the answer is 429, nothing of it is sent, and other users are accepted"""
    provider = service.channel("sms")
    user, address = service.limit(2, HOUR), service.unique("to")
    for _ in range(2):
        service.send(service.body("sms", user_id=user))
    answer = service.post(service.body("sms", user_id=user, to=address))
    assert answer.status_code == 429, f"the third of two gave {answer.status_code}"
    service.wait_for(service.send(service.body("sms")), "delivered")
    assert provider.messages_to(address) == [], "a refused message was sent"


def test_limits_each_user__over_all_channels(service: Service) -> None:
    """The limit is the user's and not the channel's"""
    service.channel("sms")
    service.channel("push")
    user = service.limit(1, HOUR)
    service.send(service.body("sms", user_id=user))
    answer = service.post(service.body("push", user_id=user))
    assert answer.status_code == 429, f"push after SMS, with a limit of 1, gave {answer.status_code}"


def test_limits_each_user__says_when_to_come_back(service: Service) -> None:
    """Retry-After is in whole seconds, at least 1 and not more than the period"""
    service.channel("sms")
    for seconds in (HOUR, 30):
        user = service.limit(1, seconds)
        service.send(service.body("sms", user_id=user))
        answer = service.post(service.body("sms", user_id=user))
        assert answer.status_code == 429, f"the second of one gave {answer.status_code}"
        after = answer.headers.get("Retry-After", "")
        fits = after.isdigit() and 1 <= int(after) <= seconds
        assert fits, f"Retry-After is {after!r} with one in {seconds} seconds"


def test_limits_each_user__not_by_what_was_refused(service: Service) -> None:
    """A request that is answered with 422 does not count"""
    service.channel("sms")
    user = service.limit(1, HOUR)
    answer = service.post(service.body("sms", user_id=user, template="nobody-has-written-it"))
    assert answer.status_code == 422, f"an unknown template gave {answer.status_code}"
    service.send(service.body("sms", user_id=user))


def test_limit_opens_again__after_the_period(service: Service) -> None:
    """A user who was at the limit is accepted again when the period has passed"""
    service.channel("sms")
    body = service.body("sms", user_id=service.limit(1, 0.5))
    service.send(body)
    poll(lambda: service.post(body).status_code == 202, lambda: "a limit of one in half a second does not open again")


def test_limit_is_exact__under_concurrency(service: Service) -> None:
    """Of 30 requests at once, with a limit of 10, exactly 10 are accepted"""
    service.channel("sms")
    user = service.limit(10, HOUR)
    answers = post_at_once(service, [service.body("sms", user_id=user) for _ in range(30)])
    found = sorted(answer.status_code for answer in answers)
    assert found == [202] * 10 + [429] * 20, f"30 at once, with a limit of 10: {found.count(202)} accepted, {found}"


def test_repeats_without_harm__one_after_the_other(service: Service) -> None:
    """A repetition gives the same id, is not sent, and does not count for the limit"""
    provider = service.channel("sms")
    body, headers = service.body("sms", user_id=service.limit(1, HOUR)), {"Idempotency-Key": service.unique("key")}
    first = service.send(body, headers)
    service.wait_for(first, "delivered")
    second = service.send(body, headers)
    assert second == first, f"the repetition has the id {second}, the first {first}"
    service.pass_by("push")
    assert len(provider.calls) == 1, f"a request and its repetition were sent {len(provider.calls)} times"


def test_repeats_without_harm__at_once(service: Service) -> None:
    """Ten equal requests at once are one notification; those that come too early may get 409"""
    provider = service.channel("sms")
    answers = post_at_once(service, [service.body("sms")] * 10, service.unique("key"))
    found = [answer.status_code for answer in answers]
    assert set(found) <= {202, 409} and 202 in found, f"ten equal requests gave {found}"
    ids = {answer.json()["id"] for answer in answers if answer.status_code == 202}
    assert len(ids) == 1, f"ten equal requests became {len(ids)} notifications"
    service.wait_for(ids.pop(), "delivered")
    service.pass_by("push")
    assert len(provider.calls) == 1, f"ten equal requests were sent {len(provider.calls)} times"


def test_repeats_without_harm__keys_belong_to_users(service: Service) -> None:
    """The same key of another user is another key"""
    service.channel("sms")
    headers = {"Idempotency-Key": service.unique("key")}
    ids = [service.send(service.body("sms"), headers) for _ in range(2)]
    assert ids[0] != ids[1], f"two users with the same key share the notification {ids[0]}"


def test_repeats_without_harm__a_refusal_uses_no_key(service: Service) -> None:
    """A key whose request was refused by the limit is free when the limit allows it"""
    service.channel("sms")
    user, headers = service.limit(1, HOUR), {"Idempotency-Key": service.unique("key")}
    service.send(service.body("sms", user_id=user))
    body = service.body("sms", user_id=user)
    assert service.post(body, headers).status_code == 429, "the second of one was accepted"
    service.put(f"/limits/{user}", {"count": 1, "seconds": HOUR})
    service.wait_for(service.send(body, headers), "delivered")


def test_notices_a_reused_key__with_another_body(service: Service) -> None:
    """A used key with another body is answered with 422 and sends nothing"""
    provider = service.channel("sms")
    body, headers = service.body("sms"), {"Idempotency-Key": service.unique("key")}
    service.wait_for(service.send(body, headers), "delivered")
    answer = service.post({**body, "to": service.unique("to")}, headers)
    assert answer.status_code == 422, f"a used key with another body gave {answer.status_code}"
    service.pass_by("push")
    assert len(provider.calls) == 1, f"the provider got {len(provider.calls)} messages"
