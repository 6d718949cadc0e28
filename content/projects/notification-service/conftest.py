"""Reaches the service at `BASE_URL`, and plays the providers that it delivers to."""

import json
import os
import threading
import time
import uuid
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any

import httpx
import pytest

BASE_URL = os.environ.get("BASE_URL", "http://localhost:8000")
API_TOKEN = os.environ.get("API_TOKEN", "local-api-token")
ADMIN_TOKEN = os.environ.get("ADMIN_TOKEN", "local-admin-token")
SINK_HOST = os.environ.get("SINK_HOST", "127.0.0.1")
# Seconds until what happens in the background counts as not happening. Long, for slow and busy machines.
PATIENCE = 10.0
HOLD = 0
"""Instead of a status: no answer until the provider is released."""
TEMPLATE = {
    "email": {"subject": "For {{name}}", "body": "<p>Dear {{ name }}</p>"},
    "sms": {"body": "Dear {{name}}"},
    "push": {"title": "For {{name}}", "body": "Dear {{name}}"},
}


def poll(check: Callable[[], Any], failure: Callable[[], str], patience: float = PATIENCE) -> Any:
    """Asks until the answer is true, and gives it. Fails with a message when time is up."""
    deadline = time.monotonic() + patience
    while not (result := check()):
        if time.monotonic() > deadline:
            pytest.fail(f"{failure()}, {patience:g} s later", pytrace=False)
        time.sleep(0.01)
    return result


@dataclass
class Provider:
    """Takes the messages of one channel, in one test."""

    path: str
    url: str
    script: list[int]
    """What it answers, one status for each call; 200 when it is used up."""
    calls: list[dict[str, Any]] = field(default_factory=list)
    released: threading.Event = field(default_factory=threading.Event)
    lock: threading.Lock = field(default_factory=threading.Lock)

    def take(self, message: dict[str, Any], headers: dict[str, str]) -> int:
        with self.lock:
            status = self.script[len(self.calls)] if len(self.calls) < len(self.script) else 200
            self.calls.append({**message, "headers": headers})
        if status == HOLD:
            self.released.wait(6 * PATIENCE)
            return 200
        return status

    def messages_to(self, address: str) -> list[dict[str, Any]]:
        return [call for call in list(self.calls) if call.get("to") == address]


class Sink:
    """An HTTP server with a path for each provider."""

    def __init__(self) -> None:
        self.providers: dict[str, Provider] = {}
        providers = self.providers

        class Handler(BaseHTTPRequestHandler):
            def do_POST(self) -> None:
                body = self.rfile.read(int(self.headers.get("Content-Length") or 0))
                try:
                    message = json.loads(body)
                except ValueError:
                    message = {"not_json": body}
                provider = providers.get(self.path)
                headers = {name.lower(): value for name, value in self.headers.items()}
                status = provider.take(message, headers) if provider else 410
                try:
                    self.send_response(status)
                    self.send_header("Content-Length", "0")
                    self.end_headers()
                except OSError:
                    pass  # the service did not wait for it

            def log_message(self, format: str, *args: object) -> None:
                pass

        class Server(ThreadingHTTPServer):
            daemon_threads = True
            request_queue_size = 128  # with the usual 5, thirty calls at once wait for a second

        self.server = Server(("127.0.0.1" if SINK_HOST == "127.0.0.1" else "0.0.0.0", 0), Handler)
        threading.Thread(target=self.server.serve_forever, args=(0.05,), daemon=True).start()

    def open(self, script: list[int]) -> Provider:
        path = f"/{uuid.uuid4().hex}"
        provider = Provider(path, f"http://{SINK_HOST}:{self.server.server_port}{path}", script)
        self.providers[path] = provider
        return provider

    def close(self) -> None:
        for provider in self.providers.values():
            provider.released.set()
        self.server.shutdown()
        self.server.server_close()


@dataclass
class Service:
    """The service under test, with what a test did to it."""

    api: httpx.Client
    admin: httpx.Client
    sink: Sink
    usual_template: str
    sent: list[str] = field(default_factory=list)
    providers: list[Provider] = field(default_factory=list)
    used: set[str] = field(default_factory=set)
    is_stuck: bool = False
    """A notification was waited for in vain: nothing is waited for after the test."""

    def unique(self, what: str = "user") -> str:
        return f"{what}-{uuid.uuid4().hex[:12]}"

    def put(self, path: str, body: Any) -> None:
        answer = self.admin.put(path, json=body)
        assert answer.status_code in (200, 201, 204), f"PUT {path} gave {answer.status_code}: {answer.text[:200]}"

    def channel(self, name: str, *script: int, **settings: float) -> Provider:
        """Gives the channel a new provider that answers by the script and then 200."""
        provider = self.sink.open(list(script))
        self.providers.append(provider)
        self.used.add(name)
        self.put(f"/channels/{name}", {"url": provider.url, "timeout": 30, "backoff": 0.01, "failures": 100, **settings})
        return provider

    def template(self, parts: Any = TEMPLATE) -> str:
        name = self.unique("template")
        self.put(f"/templates/{name}", parts)
        return name

    def limit(self, count: int, seconds: float) -> str:
        """A new user with this limit."""
        user = self.unique()
        self.put(f"/limits/{user}", {"count": count, "seconds": seconds})
        return user

    def body(self, channel: str = "email", **fields: Any) -> dict[str, Any]:
        """A request that is in order, for a new user, with these fields changed."""
        if "template" not in fields:
            fields["template"] = self.usual_template
        whole = {"user_id": self.unique(), "channel": channel, "to": self.unique("to"), "data": {"name": "Ada"}, **fields}
        return {key: value for key, value in whole.items() if value is not None}

    def post(self, body: dict[str, Any], headers: dict[str, str] | None = None) -> httpx.Response:
        answer = self.api.post("/notifications", json=body, headers=headers)
        if answer.status_code == 202:
            self.sent.append(answer.json()["id"])
        return answer

    def send(self, body: dict[str, Any], headers: dict[str, str] | None = None) -> str:
        """The id of a notification that must be accepted."""
        answer = self.post(body, headers)
        assert answer.status_code == 202, f"POST /notifications gave {answer.status_code}: {answer.text[:200]}"
        return self.sent[-1]

    def look(self, id: str) -> dict[str, Any]:
        answer = self.api.get(f"/notifications/{id}")
        assert answer.status_code == 200, f"GET /notifications/{id} gave {answer.status_code}"
        return answer.json()

    def wait_for(self, id: str, status: str) -> dict[str, Any]:
        """The notification, once it has this status."""
        self.is_stuck = True
        poll(lambda: self.look(id)["status"] != "queued", lambda: f"the notification is still {self.look(id)}")
        self.is_stuck = False
        found = self.look(id)
        assert found["status"] == status, f"the notification should be {status} and is {found}"
        return found

    def read_breaker(self, channel: str) -> str:
        answer = self.admin.get(f"/channels/{channel}")
        assert answer.status_code == 200, f"GET /channels/{channel} gave {answer.status_code}"
        return answer.json().get("breaker")

    def wait_for_breaker(self, channel: str, state: str) -> None:
        def describe() -> str:
            return f"the breaker of {channel} should be {state} and is {self.read_breaker(channel)}"

        poll(lambda: self.read_breaker(channel) == state, describe)

    def pass_by(self, channel: str = "email", times: int = 3) -> None:
        """Lets the service get on: what it meant to do before, it has done when these are delivered."""
        self.channel(channel)
        for _ in range(times):
            self.wait_for(self.send(self.body(channel)), "delivered")

    def settle(self) -> None:
        """Leaves nothing behind that a later test would meet."""
        for provider in self.providers:
            provider.released.set()
        for channel in self.used:
            self.admin.put(f"/channels/{channel}", json={"url": self.sink.open([]).url, "backoff": 0.01})
        deadline = time.monotonic() + (0 if self.is_stuck else PATIENCE)
        for id in self.sent:
            while self.api.get(f"/notifications/{id}").text.find("queued") >= 0 and time.monotonic() < deadline:
                time.sleep(0.01)


@pytest.fixture(scope="session")
def sink() -> Iterator[Sink]:
    """The providers of all tests."""
    sink = Sink()
    yield sink
    sink.close()


@pytest.fixture(scope="session")
def clients() -> Iterator[dict[str, httpx.Client]]:
    """Clients with the callers' token, with the operators', and without one."""
    tokens = {"api": API_TOKEN, "admin": ADMIN_TOKEN, "nobody": None}
    headers = {name: {"Authorization": f"Bearer {token}"} if token else {} for name, token in tokens.items()}
    clients = {name: httpx.Client(base_url=BASE_URL, headers=headers[name], timeout=3 * PATIENCE) for name in tokens}
    try:
        clients["nobody"].get("/health")
    except httpx.TransportError as error:
        pytest.exit(f"nothing answers at {BASE_URL} ({error}): start your service, or set BASE_URL", returncode=3)
    yield clients
    for client in clients.values():
        client.close()


@pytest.fixture(scope="session")
def usual_template(clients: dict[str, httpx.Client]) -> str:
    """The template of all requests that name no other."""
    name = f"template-{uuid.uuid4().hex[:12]}"
    answer = clients["admin"].put(f"/templates/{name}", json=TEMPLATE)
    if answer.status_code not in (200, 201, 204):
        pytest.fail(f"PUT /templates/{name} gave {answer.status_code}: {answer.text[:200]}", pytrace=False)
    return name


@pytest.fixture
def service(clients: dict[str, httpx.Client], sink: Sink, usual_template: str) -> Iterator[Service]:
    """The service, left without anything on its way."""
    service = Service(clients["api"], clients["admin"], sink, usual_template)
    yield service
    service.settle()


@pytest.fixture
def nobody(clients: dict[str, httpx.Client]) -> httpx.Client:
    """A client without a token."""
    return clients["nobody"]
