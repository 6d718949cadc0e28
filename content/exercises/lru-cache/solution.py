from collections.abc import Hashable, Iterator
from typing import Generic, TypeVar

Key = TypeVar("Key", bound=Hashable)
Value = TypeVar("Value")


class Link:
    """A place in a ring. Alone it is its own neighbor, so linking and unlinking have no special cases."""

    __slots__ = ("newer", "older")

    def __init__(self) -> None:
        self.newer: Link = self
        self.older: Link = self

    def unlink(self) -> None:
        self.newer.older, self.older.newer = self.older, self.newer

    def link_below(self, newer: "Link") -> None:
        self.newer, self.older = newer, newer.older
        newer.older.newer = newer.older = self


class Node(Link, Generic[Key, Value]):
    """An entry. It knows its key, so that whoever finds it in the ring can find it in the dict."""

    __slots__ = ("key", "value")

    def __init__(self, key: Key, value: Value) -> None:
        super().__init__()
        self.key = key
        self.value = value


class LRUCache(Generic[Key, Value]):
    """Keeps the `capacity` entries that were used last."""

    def __init__(self, capacity: int) -> None:
        if not isinstance(capacity, int):
            raise TypeError(f"capacity must be an int, not {capacity!r}")
        if capacity < 1:
            raise ValueError(f"capacity must be at least 1, not {capacity}")
        self.capacity = capacity
        self._nodes: dict[Key, Node[Key, Value]] = {}
        self._ring = Link()
        """Where the ring closes: below it the newest entry, above it the oldest."""

    def __len__(self) -> int:
        return len(self._nodes)

    def __contains__(self, key: object) -> bool:
        return key in self._nodes

    def __iter__(self) -> Iterator[Key]:
        """The keys, from the one used last to the one to be forgotten next."""
        link = self._ring.older
        while isinstance(link, Node):
            yield link.key
            link = link.older

    def get(self, key: Key, default: Value | None = None) -> Value | None:
        node = self._nodes.get(key)
        if node is None:
            return default
        self._use(node)
        return node.value

    def put(self, key: Key, value: Value) -> None:
        node = self._nodes.get(key)
        if node is not None:
            node.value = value
            self._use(node)
            return
        if len(self._nodes) == self.capacity:
            self._forget_oldest()
        node = Node(key, value)
        node.link_below(self._ring)
        self._nodes[key] = node

    def _use(self, node: Node[Key, Value]) -> None:
        node.unlink()
        node.link_below(self._ring)

    def _forget_oldest(self) -> None:
        oldest = self._ring.newer
        if isinstance(oldest, Node):
            oldest.unlink()
            del self._nodes[oldest.key]


def main() -> None:
    pages = LRUCache[str, str](2)
    pages.put("/", "home")
    pages.put("/help", "help")
    pages.get("/")
    pages.put("/news", "news")
    print(f"holds {len(pages)} of at most {pages.capacity}: {', '.join(pages)}")


if __name__ == "__main__":
    main()
