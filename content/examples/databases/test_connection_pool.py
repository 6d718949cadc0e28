import connection_pool as example


def test_waiting_serves_all_with_few_connections() -> None:
    assert example.serve_many(workers=12, size=2) == (12, 2)


def test_a_pool_without_a_free_connection_says_so() -> None:
    assert example.exhaust(1) == "PoolTimeout"


def test_a_full_queue_turns_away_at_once() -> None:
    assert example.refuse(1) == "TooManyRequests"


def test_a_leak_is_idle_on_the_server() -> None:
    assert example.leak(2) == (1, "idle")


def test_what_a_request_left_open_is_rolled_back() -> None:
    assert example.return_broken() == "DivisionByZero, and the next request is served"


def test_a_closed_pool_leaves_nothing_on_the_server() -> None:
    with example.open_pool(size=2):
        assert example.count_on_server() == 2
    # The server notices in its own time.
    while example.count_on_server() > 0:
        pass
