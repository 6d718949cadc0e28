"""Lets everybody through when the time has passed: the provider that comes back is overrun"""

import reference

FAILS = ["breaker-closes-again"]


def lets_pass(self: reference.Breaker) -> bool:
    if self.is_due():
        self.turn("half_open")
    return self.state != "open"


reference.Breaker.lets_pass = lets_pass  # type: ignore[method-assign]

if __name__ == "__main__":
    reference.main()
