"""Counts what the provider refuses as a failure of the provider: a list of bad numbers opens the breaker for everybody"""

import reference

FAILS = ["breaker-opens"]


def is_good(self: reference.Channel, status: int) -> bool:
    return status < 400


reference.Channel.is_good = is_good  # type: ignore[method-assign]

if __name__ == "__main__":
    reference.main()
