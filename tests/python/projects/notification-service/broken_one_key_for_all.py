"""Takes a key for everybody's: what one user has used, another cannot"""

from typing import Any

import reference

FAILS = ["repeats-without-harm"]


class Keys(reference.Keys):
    def name(self, user: str, key: str) -> Any:
        return key


reference.state.keys = Keys()

if __name__ == "__main__":
    reference.main()
