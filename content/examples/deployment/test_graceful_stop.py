import sys

import pytest
from graceful_stop import stop

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="SIGTERM cannot be handled there")


def test_a_request_in_hand_is_answered_and_new_ones_are_refused() -> None:
    seen = stop(finishes=True, limit=30)
    assert seen.index("new connection: refused") < seen.index("server: request ends")
    assert seen.index("server: request ends") < seen.index("server: lifespan ends, pools are closed")
    assert "client: status 200" in seen
    assert seen[-1] == "exit code -15"


def test_a_request_that_never_ends_is_cancelled_and_pools_are_closed_all_the_same() -> None:
    seen = stop(finishes=False, limit=1)
    assert seen.index("server: request is cancelled") < seen.index("server: lifespan ends, pools are closed")
    assert "client: status 200" not in seen
