"""A full cache makes room before it looks whether the key is new, so an update pushes out a key that is in use."""

from collections import OrderedDict
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
        self._values: OrderedDict[Key, Value] = OrderedDict()
        """From the key used longest ago to the newest."""

    def __len__(self) -> int:
        return len(self._values)

    def __contains__(self, key: object) -> bool:
        return key in self._values

    def __iter__(self) -> Iterator[Key]:
        return reversed(self._values)

    def get(self, key: Key, default: Value | None = None) -> Value | None:
        if key not in self._values:
            return default
        self._values.move_to_end(key)
        return self._values[key]

    def put(self, key: Key, value: Value) -> None:
        if len(self._values) == self.capacity:
            self._values.popitem(last=False)
        self._values[key] = value
        self._values.move_to_end(key)


def main() -> None:
    pages = LRUCache[str, str](2)
    pages.put("/", "home")
    pages.put("/help", "help")
    pages.get("/")
    pages.put("/news", "news")
    print(f"holds {len(pages)} of at most {pages.capacity}: {', '.join(pages)}")


if __name__ == "__main__":
    main()
