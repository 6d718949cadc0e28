from worker_models import CLIENTS, measure


def test_each_model_holds_as_many_requests_as_it_has_places() -> None:
    assert measure() == {"sync worker": 1, "4 threads": 4, "event loop": CLIENTS, "event loop, blocked": 1}
