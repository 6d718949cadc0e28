"""Keeps the readings of each rest as lists and puts them together, before anybody has asked for the first."""

from collections.abc import Collection, Iterator


def can_read(name: str, words: Collection[str]) -> bool:
    return count_readings(name, words) > 0


def count_readings(name: str, words: Collection[str]) -> int:
    return count_from(name, words)[0]


def count_from(name: str, words: Collection[str]) -> list[int]:
    known = set(words) - {""}
    lengths = sorted({len(word) for word in known})
    ways = [0] * len(name) + [1]
    for start in range(len(name) - 1, -1, -1):
        for length in lengths:
            end = start + length
            if end > len(name):
                break
            if ways[end] and name[start:end] in known:
                ways[start] += ways[end]
    return ways


def readings(name: str, words: Collection[str]) -> Iterator[list[str]]:
    known = set(words) - {""}
    found: list[list[list[str]]] = [[] for _ in name] + [[[]]]
    for start in range(len(name) - 1, -1, -1):
        for word in known:
            if name.startswith(word, start):
                found[start] += [[word, *rest] for rest in found[start + len(word)]]
    return iter(found[0])


def main() -> None:
    words = ["cache", "hit", "hits", "rate", "sit"]
    for name in ("cachehitrate", "hitsit", "cachesrate"):
        print(f"{name}: {count_readings(name, words)}", *(" ".join(reading) for reading in readings(name, words)), sep="\n  ")


if __name__ == "__main__":
    main()
