import asyncio
import tempfile
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from pathlib import Path


@dataclass(frozen=True)
class Report:
    """What was counted, and what could not be read, each in the order of the paths."""

    counts: dict[Path, int]
    errors: dict[Path, Exception]

    @property
    def total(self) -> int:
        return 0

    @property
    def mean(self) -> float:
        return 0.0

    @property
    def longest(self) -> Path | None:
        return None


def count_words(path: Path) -> int:
    """The number of words in a UTF-8 text file. Blocks."""
    return 0


async def process(
    paths: Iterable[Path], *, limit: int = 3, count: Callable[[Path], int] = count_words
) -> Report:
    """Counts the words of every file with `count`, at most `limit` files at once."""
    return Report({}, {})


async def main() -> None:
    with tempfile.TemporaryDirectory() as folder:
        paths = [Path(folder, name) for name in ("one.txt", "two.txt", "missing.txt")]
        paths[0].write_text("a rose is a rose", encoding="utf-8")
        paths[1].write_text("to be\nor not to be", encoding="utf-8")
        print(await process(paths))


if __name__ == "__main__":
    asyncio.run(main())
