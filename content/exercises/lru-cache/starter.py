from collections.abc import Hashable, Iterator
from typing import Generic, TypeVar

Key = TypeVar("Key", bound=Hashable)
Value = TypeVar("Value")


class LRUCache(Generic[Key, Value]):
    """Keeps the `capacity` entries that were used last."""

    def __init__(self, capacity: int) -> None:
        self.capacity = capacity
        self._values: dict[Key, Value] = {}

    def __len__(self) -> int:
        return len(self._values)

    def __contains__(self, key: object) -> bool:
        return key in self._values

    def __iter__(self) -> Iterator[Key]:
        """The keys, from the one used last to the one to be forgotten next."""
        return iter(self._values)

    def get(self, key: Key, default: Value | None = None) -> Value | None:
        return self._values.get(key, default)

    def put(self, key: Key, value: Value) -> None:
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
