"""What is accepted, what is refused, and what the provider gets."""

import html
from typing import Any

import httpx
import pytest
from conftest import TEMPLATE, Service

CHANNELS = ["email", "sms", "push"]


@pytest.mark.parametrize("channel", CHANNELS)
def test_accepts_and_delivers__each_channel(service: Service, channel: str) -> None:
    """A request is answered with 202 and an id, and the provider gets the rendered message once"""
    provider = service.channel(channel)
    body = service.body(channel, data={"name": "Ada", "unused": ""})
    id = service.send(body)
    service.wait_for(id, "delivered")
    messages = provider.messages_to(body["to"])
    assert len(messages) == 1, f"the provider got {len(messages)} messages for one request"
    title = {"email": {"subject": "For Ada"}, "sms": {}, "push": {"title": "For Ada"}}[channel]
    text = "<p>Dear Ada</p>" if channel == "email" else "Dear Ada"
    wanted = {"id": id, "channel": channel, "to": body["to"], "body": text, **title}
    got = {key: messages[0].get(key) for key in wanted}
    assert got == wanted, f"the provider got {got} instead of {wanted}"


def test_accepts_and_delivers__by_the_newest_template(service: Service) -> None:
    """A template that was replaced is used from then on"""
    provider = service.channel("sms")
    name = service.template()
    service.put(f"/templates/{name}", {"sms": {"body": "Hello, {{name}}!"}})
    service.wait_for(service.send(service.body("sms", template=name)), "delivered")
    assert provider.calls[0]["body"] == "Hello, Ada!", f"the provider got {provider.calls[0]['body']!r}"


def test_tells_what_became_of_it__delivered(service: Service) -> None:
    """A notification is delivered after one attempt"""
    service.channel("push")
    found = service.wait_for(service.send(service.body("push")), "delivered")
    assert found["attempts"] == 1, f"attempts is {found['attempts']} after one call"
    assert found["channel"] == "push", f"channel is {found['channel']!r}"


def test_tells_what_became_of_it__unknown(service: Service) -> None:
    """An unknown id answers 404"""
    answer = service.api.get(f"/notifications/{service.unique()}")
    assert answer.status_code == 404, f"GET of an unknown id gave {answer.status_code}"


@pytest.mark.parametrize(
    "fields",
    [
        {"user_id": None},
        {"user_id": ""},
        {"channel": None},
        {"channel": "fax"},
        {"to": None},
        {"to": "ada@example.com\r\nBcc: eve@example.com"},
        {"to": 7},
        {"template": None},
        {"template": "nobody-has-written-it"},
        {"data": ["Ada"]},
        {"data": {"name": {"first": "Ada"}}},
    ],
    ids=str,
)
def test_rejects_bad_input__of_a_request(service: Service, fields: dict[str, Any]) -> None:
    """A field that is missing, unknown or of the wrong kind is answered with 422, and nothing is sent"""
    provider = service.channel("email")
    answer = service.post(service.body(**fields))
    assert answer.status_code == 422, f"{fields} gave {answer.status_code}"
    assert provider.calls == [], f"{fields} was refused, and the provider got {provider.calls}"


def test_rejects_bad_input__not_json(service: Service) -> None:
    """A body that is not JSON is answered with 400 or 422"""
    headers = {"Content-Type": "application/json"}
    answer = service.api.post("/notifications", content=b"{user_id", headers=headers)
    assert answer.status_code in (400, 422), f"a body that is not JSON gave {answer.status_code}"


def test_rejects_bad_input__channel_not_in_template(service: Service) -> None:
    """A template without a part for the channel is answered with 422"""
    name = service.template({"sms": TEMPLATE["sms"]})
    answer = service.post(service.body("push", template=name))
    assert answer.status_code == 422, f"push by a template for SMS gave {answer.status_code}"


@pytest.mark.parametrize("inside", ["name.__class__", "name|safe", "2 * 3", "", "first name"])
def test_rejects_bad_input__templates_are_not_code(service: Service, inside: str) -> None:
    """A template with anything but a name in double braces is refused with 422, and the old one stays"""
    provider = service.channel("sms")
    name = service.template()
    answer = service.admin.put(f"/templates/{name}", json={"sms": {"body": "Dear {{" + inside + "}}"}})
    assert answer.status_code == 422, f"a template with {{{{{inside}}}}} gave {answer.status_code}"
    service.wait_for(service.send(service.body("sms", template=name)), "delivered")
    assert provider.calls[0]["body"] == "Dear Ada", f"the old template gives {provider.calls[0]['body']!r}"


def test_rejects_bad_input__address_of_a_provider(service: Service) -> None:
    """A provider that is not reached by http or https is refused with 422"""
    answer = service.admin.put("/channels/sms", json={"url": "file:///etc/passwd"})
    assert answer.status_code == 422, f"PUT /channels/sms with a file gave {answer.status_code}"


def test_names_missing_values__each_of_them(service: Service) -> None:
    """Without values that its template uses a request is answered with 422, with each missing name"""
    provider = service.channel("email")
    parts = {"email": {"subject": "Box {{box_number}}", "body": "{{first_name}} {{ last_name }}"}}
    answer = service.post(service.body(template=service.template(parts), data={"first_name": "Ada"}))
    assert answer.status_code == 422, f"two missing values gave {answer.status_code}"
    for name in ("box_number", "last_name"):
        assert name in answer.text, f"{name} is missing, and the answer does not say so: {answer.text[:200]}"
    assert provider.calls == [], "the provider got a message that could not be rendered"


def test_names_missing_values__of_this_channel_only(service: Service) -> None:
    """Values that only another channel's part uses may be missing"""
    service.channel("sms")
    parts = {"email": {"subject": "{{subject}}", "body": "{{text}}"}, "sms": {"body": "Hello"}}
    service.wait_for(service.send(service.body("sms", template=service.template(parts), data=None)), "delivered")


def test_escapes_html_in_email__in_the_body_only(service: Service) -> None:
    """A value is escaped in the body of an email, and is as it was in subject, SMS and push"""
    value = """<img src="x"> & 'Söhne'"""
    bodies = {}
    for channel in CHANNELS:
        provider = service.channel(channel)
        body = service.body(channel, data={"name": value})
        service.wait_for(service.send(body), "delivered")
        bodies[channel] = provider.calls[0]
    text = bodies["email"]["body"]
    assert "<img" not in text and '"x"' not in text, f"the value is not escaped in {text!r}"
    assert html.unescape(text) == f"<p>Dear {value}</p>", f"the body of the email is {text!r}"
    plain = {"subject": bodies["email"]["subject"], "title": bodies["push"]["title"], "sms": bodies["sms"]["body"]}
    wanted = {"subject": f"For {value}", "title": f"For {value}", "sms": f"Dear {value}"}
    assert plain == wanted, f"where no HTML is, the texts are {plain}"


def test_escapes_html_in_email__values_are_no_templates(service: Service) -> None:
    """A value that looks like a placeholder stays as it is"""
    provider = service.channel("sms")
    template = service.template({"sms": {"body": "{{first}} {{second}}"}})
    data = {"first": "{{second}}", "second": "{{first}} {0} %s"}
    service.wait_for(service.send(service.body("sms", template=template, data=data)), "delivered")
    text = provider.calls[0]["body"]
    assert text == "{{second}} {{first}} {0} %s", f"values that look like placeholders became {text!r}"


def test_needs_a_token__on_every_path(service: Service, nobody: httpx.Client) -> None:
    """Without a token, or with a wrong one, the answer is 401"""
    for headers in ({}, {"Authorization": "Bearer wrong"}):
        for method, path in (
            ("POST", "/notifications"),
            ("GET", "/notifications/1"),
            ("PUT", "/templates/a"),
            ("PUT", "/limits/a"),
            ("PUT", "/channels/email"),
            ("GET", "/channels/email"),
        ):
            answer = nobody.request(method, path, json={} if method != "GET" else None, headers=headers)
            assert answer.status_code == 401, f"{method} {path} with {headers or 'no token'} gave {answer.status_code}"
            challenge = answer.headers.get("WWW-Authenticate", "")
            assert challenge.startswith("Bearer"), f"{method} {path} has WWW-Authenticate {challenge!r}"


def test_needs_a_token__not_for_health_and_metrics(nobody: httpx.Client) -> None:
    """Health and metrics answer without a token"""
    for path in ("/health", "/metrics"):
        assert nobody.get(path).status_code == 200, f"GET {path} gave {nobody.get(path).status_code}"


def test_needs_a_token__of_operators(service: Service) -> None:
    """The callers' token gets 403 on the operators' paths and changes nothing"""
    provider = service.channel("email")
    name, user = service.template(), service.unique()
    for path, body in (
        (f"/templates/{name}", {"email": {"subject": "Changed", "body": "Changed"}}),
        (f"/limits/{user}", {"count": 1, "seconds": 60}),
        ("/channels/email", {"url": "http://127.0.0.1:9/"}),
    ):
        answer = service.api.put(path, json=body)
        assert answer.status_code == 403, f"PUT {path} with the callers' token gave {answer.status_code}"
    for _ in range(2):
        service.wait_for(service.send(service.body(template=name, user_id=user)), "delivered")
    assert [call["body"] for call in provider.calls] == ["<p>Dear Ada</p>"] * 2, f"the provider got {provider.calls}"
