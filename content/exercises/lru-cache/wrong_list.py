"""The order is a list of keys, so each move to the front first searches the list."""

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
        self._order: list[Key] = []
        """From the key used longest ago to the newest."""

    def __len__(self) -> int:
        return len(self._values)

    def __contains__(self, key: object) -> bool:
        return key in self._values

    def __iter__(self) -> Iterator[Key]:
        return reversed(self._order)

    def get(self, key: Key, default: Value | None = None) -> Value | None:
        if key not in self._values:
            return default
        self._order.remove(key)
        self._order.append(key)
        return self._values[key]

    def put(self, key: Key, value: Value) -> None:
        if key in self._values:
            self._order.remove(key)
        elif len(self._values) == self.capacity:
            del self._values[self._order.pop(0)]
        self._order.append(key)
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
