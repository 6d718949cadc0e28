"""A get leaves the order alone, so the cache forgets what was put first and not what was used longest ago."""

from collections.abc import Hashable, Iterator
from typing import Generic, TypeVar

Key = TypeVar("Key", bound=Hashable)
Value = TypeVar("Value")


class LRUCache(Generic[Key, Value]):
    def __init__(self, capacity: int) -> None:
        if not isinstance(capacity, int):
            raise TypeError(f"capacity must be an int, not {capacity!r}")
        if capacity < 1:
            raise ValueError(f"capacity must be at least 1, not {capacity}")
        self.capacity = capacity
        self._values: dict[Key, Value] = {}
        """From the key put longest ago to the newest."""

    def __len__(self) -> int:
        return len(self._values)

    def __contains__(self, key: object) -> bool:
        return key in self._values

    def __iter__(self) -> Iterator[Key]:
        return reversed(self._values)

    def get(self, key: Key, default: Value | None = None) -> Value | None:
        return self._values.get(key, default)

    def put(self, key: Key, value: Value) -> None:
        if key in self._values:
            del self._values[key]
        elif len(self._values) == self.capacity:
            del self._values[next(iter(self._values))]
        self._values[key] = value


def main() -> None:
    pages = LRUCache[str, str](2)
    pages.put("/", "home")
    pages.put("/help", "help")
    pages.get("/")
    pages.put("/news", "news")
    print(f"holds {len(pages)} of at most {pages.capacity}: {', '.join(pages)}")


if __name__ == "__main__":
    main()
