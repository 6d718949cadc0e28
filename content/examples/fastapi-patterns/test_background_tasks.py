import pytest
from background_tasks import app, call
from fastapi.testclient import TestClient


def test_tasks_run_behind_the_response_in_their_order() -> None:
    status, log = call("/orders")
    assert status == 202
    assert log.index("response sent") < log.index("mail to ada@example.org") < log.index("index 7")


def test_a_failure_takes_the_later_tasks_with_it_and_the_client_sees_nothing() -> None:
    assert call("/orders/broken") == (202, ["response sent", "fails"])


def test_a_test_client_raises_what_a_task_raises() -> None:
    with pytest.raises(ConnectionError):
        TestClient(app).post("/orders/broken")
