"""Makes Argon2 cheap while tests run, and counts: what is checked here is that it is used, and not how slow it is."""

import argon2
import pwdlib.hashers.argon2


class QuickHasher(argon2.PasswordHasher):
    asked: list[tuple[int, int]] = []
    """Time and memory, in KiB, that were asked for."""
    computed = 0
    """Hashes so far."""

    def __init__(
        self,
        time_cost: int = argon2.DEFAULT_TIME_COST,
        memory_cost: int = argon2.DEFAULT_MEMORY_COST,
        parallelism: int = argon2.DEFAULT_PARALLELISM,
        *others: object,
        **named: object,
    ) -> None:
        self.asked.append((time_cost, memory_cost))
        super().__init__(1, 8, 1, *others, **named)  # type: ignore[arg-type]

    def hash(self, *words: object, **named: object) -> str:
        QuickHasher.computed += 1
        return super().hash(*words, **named)  # type: ignore[arg-type]

    def verify(self, *words: object, **named: object) -> bool:  # type: ignore[override]
        QuickHasher.computed += 1
        return super().verify(*words, **named)  # type: ignore[arg-type]


argon2.PasswordHasher = QuickHasher  # type: ignore[misc]
pwdlib.hashers.argon2.PasswordHasher = QuickHasher  # type: ignore[misc]
