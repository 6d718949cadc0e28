import os

import pytest
import rotate_password as example


@pytest.mark.skipif("DATABASE_URL" not in os.environ, reason="needs PostgreSQL, and DATABASE_URL")
def test_an_open_session_outlives_the_rotation_until_it_is_ended() -> None:
    assert dict(example.rotate()) == {
        "b, while a still works": "1 row",
        "a, a new connection": "not permitted to log in",
        "a, a connection that was open": "1 row",
        "a, after its sessions were ended": "the session is gone",
        "b, all the time": "1 row",
    }
