"""Reads how many were accepted, asks elsewhere, and then writes: a burst gets through"""

import asyncio

import reference

FAILS = ["limit-is-exact"]


class Limiter(reference.Limiter):
    async def ask(self, user: str) -> float:
        accepted = self.accepted.get(user)
        before = accepted.copy() if accepted is not None else None
        await asyncio.sleep(0.005)  # as long as a store that is asked twice
        if before is not None:
            self.accepted[user] = before
        return await super().ask(user)


reference.state.limiter = Limiter()

if __name__ == "__main__":
    reference.main()
