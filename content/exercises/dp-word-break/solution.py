from collections.abc import Collection, Iterator


def can_read(name: str, words: Collection[str]) -> bool:
    """Whether the name is made of known words, one behind the other."""
    return count_readings(name, words) > 0


def count_readings(name: str, words: Collection[str]) -> int:
    """In how many ways the name can be read."""
    return count_from(name, words)[0]


def count_from(name: str, words: Collection[str]) -> list[int]:
    """At index n the number of ways to read the name from letter n on; at its end there is one."""
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
    """Each way to read the name, as a list of words."""
    known = set(words) - {""}
    lengths = sorted({len(word) for word in known})
    ways = count_from(name, words)
    path: list[str] = []

    def read(start: int) -> Iterator[list[str]]:
        if start == len(name):
            yield path.copy()
            return
        for length in lengths:
            end = start + length
            # Where the rest has no reading, no path is begun: each one that is ends in a reading.
            if end <= len(name) and ways[end] and name[start:end] in known:
                path.append(name[start:end])
                yield from read(end)
                path.pop()

    yield from read(0)


def main() -> None:
    words = ["cache", "hit", "hits", "rate", "sit"]
    for name in ("cachehitrate", "hitsit", "cachesrate"):
        print(f"{name}: {count_readings(name, words)}", *(" ".join(reading) for reading in readings(name, words)), sep="\n  ")


if __name__ == "__main__":
    main()
