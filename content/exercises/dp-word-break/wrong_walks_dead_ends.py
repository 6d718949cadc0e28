"""Reads on behind each word without asking whether the rest can be read, so each dead end is found once for every path to it."""

from collections.abc import Collection, Iterator


def can_read(name: str, words: Collection[str]) -> bool:
    return next(readings(name, words), None) is not None


def count_readings(name: str, words: Collection[str]) -> int:
    return sum(1 for _ in readings(name, words))


def readings(name: str, words: Collection[str]) -> Iterator[list[str]]:
    if not name:
        yield []
    for word in set(words) - {""}:
        if name.startswith(word):
            for rest in readings(name[len(word) :], words):
                yield [word, *rest]


def main() -> None:
    words = ["cache", "hit", "hits", "rate", "sit"]
    for name in ("cachehitrate", "hitsit", "cachesrate"):
        print(f"{name}: {count_readings(name, words)}", *(" ".join(reading) for reading in readings(name, words)), sep="\n  ")


if __name__ == "__main__":
    main()
