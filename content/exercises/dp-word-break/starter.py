from collections.abc import Collection, Iterator


def can_read(name: str, words: Collection[str]) -> bool:
    """Whether the name is made of known words, one behind the other."""
    return any(True for _ in readings(name, words))


def count_readings(name: str, words: Collection[str]) -> int:
    """In how many ways the name can be read."""
    return sum(1 for _ in readings(name, words))


def readings(name: str, words: Collection[str]) -> Iterator[list[str]]:
    """Each way to read the name, as a list of words."""
    found: list[str] = []
    while name:
        word = max((word for word in words if word and name.startswith(word)), key=len, default=None)
        if word is None:
            return
        found.append(word)
        name = name[len(word) :]
    yield found


def main() -> None:
    words = ["cache", "hit", "hits", "rate", "sit"]
    for name in ("cachehitrate", "hitsit", "cachesrate"):
        print(f"{name}: {count_readings(name, words)}", *(" ".join(reading) for reading in readings(name, words)), sep="\n  ")


if __name__ == "__main__":
    main()
