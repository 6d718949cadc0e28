from dependency_injection import call, call_with_override


def test_a_dependency_is_called_once_a_request_and_closed_behind_the_handler() -> None:
    status, body, log = call("/orders", "ada")
    assert (status, body) == (200, {"user": "ada", "one session": True})
    assert log == ["open", "user ada", "handler", "commit", "close"]


def test_an_http_exception_passes_the_yield() -> None:
    status, _, log = call("/orders")
    assert status == 401
    assert log == ["open", "rollback, 401", "close"]


def test_a_role_is_asked_for() -> None:
    assert call("/admin", "bob")[0] == 403
    assert call("/admin", "ada")[:2] == (200, "ada")


def test_an_override_replaces_a_dependency_and_what_it_depends_on() -> None:
    assert call_with_override("/admin") == (200, "ada", [])
    assert call("/admin")[0] == 401
