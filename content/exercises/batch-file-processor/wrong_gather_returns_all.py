"""Takes whatever `gather(return_exceptions=True)` collected for an unreadable file, bugs included."""

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
        return sum(self.counts.values())

    @property
    def mean(self) -> float:
        return self.total / len(self.counts) if self.counts else 0.0

    @property
    def longest(self) -> Path | None:
        return max(self.counts, key=self.counts.__getitem__, default=None)


def count_words(path: Path) -> int:
    with path.open(encoding="utf-8") as lines:
        return sum(len(line.split()) for line in lines)


async def process(
    paths: Iterable[Path], *, limit: int = 3, count: Callable[[Path], int] = count_words
) -> Report:
    if limit < 1:
        raise ValueError(f"limit must be at least 1, not {limit}")
    gate = asyncio.Semaphore(limit)

    async def attempt(path: Path) -> int:
        async with gate:
            return await asyncio.to_thread(count, path)

    unique = list(dict.fromkeys(paths))
    results = await asyncio.gather(*(attempt(path) for path in unique), return_exceptions=True)
    counts: dict[Path, int] = {}
    errors: dict[Path, Exception] = {}
    for path, result in zip(unique, results):
        if isinstance(result, int):
            counts[path] = result
        elif isinstance(result, Exception):
            errors[path] = result
    return Report(counts, errors)


async def main() -> None:
    with tempfile.TemporaryDirectory() as folder:
        texts = {"one.txt": "a rose is a rose", "two.txt": "to be\nor not to be", "three.txt": ""}
        for name, text in texts.items():
            Path(folder, name).write_text(text, encoding="utf-8")
        Path(folder, "latin.txt").write_bytes("café".encode("latin-1"))
        paths = [Path(folder, name) for name in (*texts, "latin.txt", "missing.txt")]
        report = await process(paths)
        for path, words in report.counts.items():
            print(f"{words:4} {path.name}")
        for path, error in report.errors.items():
            print(f"   - {path.name}: {type(error).__name__}")
        longest = report.longest.name if report.longest else "none"
        print(f"total {report.total}, mean {report.mean:.1f}, longest {longest}")


if __name__ == "__main__":
    asyncio.run(main())
