import asyncio
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from solution import Report, count_words, process


@contextmanager
def folder_with(**contents: str | bytes) -> Iterator[Path]:
    """A temporary folder with a file `<name>.txt` for each argument."""
    with tempfile.TemporaryDirectory() as name:
        for stem, content in contents.items():
            data = content.encode() if isinstance(content, str) else content
            Path(name, f"{stem}.txt").write_bytes(data)
        yield Path(name)


class SlowCounter:
    """Stands in for `count_words`: blocks for some time and notes when each call began and ended."""

    def __init__(self, seconds: float = 0.1) -> None:
        self.seconds = seconds
        self.calls: list[tuple[float, float]] = []

    def __call__(self, path: Path) -> int:
        began = time.perf_counter()
        time.sleep(self.seconds)
        self.calls.append((began, time.perf_counter()))
        return len(path.stem)

    def most_at_once(self) -> int:
        return max(sum(began <= moment + 0.001 < ended for began, ended in self.calls) for moment, _ in self.calls)


FIVE = [Path(f"{name}.txt") for name in ("a", "bb", "ccc", "dddd", "eeeee")]


def test_1_words_are_what_white_space_separates() -> None:
    """Counts words across lines, tabs and repeated spaces; an empty file has none"""
    with folder_with(text="to  be\tor\nnot to be,\n\nthat-is it", empty="") as folder:
        assert count_words(folder / "text.txt") == 8
        assert count_words(folder / "empty.txt") == 0


def test_1_text_is_utf8() -> None:
    """Reads UTF-8, and raises UnicodeDecodeError for a file that is something else"""
    with folder_with(utf8="naïve café – 東京", latin="café olé".encode("latin-1")) as folder:
        assert count_words(folder / "utf8.txt") == 4
        try:
            words = count_words(folder / "latin.txt")
        except UnicodeDecodeError:
            return
        raise AssertionError(f"a Latin-1 file was counted as {words} words instead of raising UnicodeDecodeError")


def test_2_figures() -> None:
    """Computes total, mean and the longest file; the first of equals is the longest"""
    report = Report({FIVE[0]: 3, FIVE[1]: 7, FIVE[2]: 7, FIVE[3]: 1}, {})
    assert report.total == 18
    assert report.mean == 4.5
    assert report.longest == FIVE[1]


async def test_2_nothing_counted() -> None:
    """A report without files has total 0, mean 0.0 and no longest file"""
    report = await process([])
    assert (report.total, report.mean, report.longest) == (0, 0.0, None)


async def test_3_three_at_a_time() -> None:
    """Five files of 0.1 s, three at a time, take 0.2 s and never more than three threads"""
    counter, started = SlowCounter(), time.perf_counter()
    report = await process(FIVE, limit=3, count=counter)
    took = time.perf_counter() - started
    assert list(report.counts.values()) == [1, 2, 3, 4, 5]
    assert counter.most_at_once() <= 3, f"{counter.most_at_once()} files were read at once, the limit was 3"
    assert abs(took - 0.2) < 0.05, f"took {took:.2f} s instead of 0.20 s: are the files read one after another?"


async def test_3_loop_stays_free() -> None:
    """Other tasks run while files are read"""
    worst = 0.0

    async def watch_lag() -> None:
        nonlocal worst
        while True:
            due = time.perf_counter() + 0.01
            await asyncio.sleep(0.01)
            worst = max(worst, time.perf_counter() - due)

    watcher = asyncio.create_task(watch_lag())
    await asyncio.sleep(0)
    await process(FIVE, count=SlowCounter())
    await asyncio.sleep(0.02)
    watcher.cancel()
    assert worst < 0.05, f"the loop could not run anything else for {worst:.2f} s"


async def test_3_order_repetition_and_limit() -> None:
    """Keeps the order of the paths, reads a repeated path once, refuses a limit below 1"""
    counter = SlowCounter()

    def longest_name_first(path: Path) -> int:
        counter.seconds = 1 / len(path.stem)
        return counter(path)

    report = await process([*FIVE, FIVE[1]], limit=5, count=longest_name_first)
    assert list(report.counts) == FIVE
    assert len(counter.calls) == 5, "a path that is named twice was read twice"
    try:
        async with asyncio.timeout(60):
            await process(FIVE, limit=0, count=counter)
    except ValueError:
        return
    raise AssertionError("limit=0 was accepted instead of raising ValueError")


async def test_4_unreadable_files_do_not_lose_the_rest() -> None:
    """A missing file, a folder and a file that is not UTF-8 are in errors, the others are counted"""
    with folder_with(one="just one line", latin="café".encode("latin-1"), two="two words") as folder:
        (folder / "sub.txt").mkdir()
        names = ("missing", "one", "latin", "sub", "two")
        paths = [folder / f"{name}.txt" for name in names]
        report = await process(paths, limit=2)
    counted = {path.stem: words for path, words in report.counts.items()}
    assert counted == {"one": 3, "two": 2}
    assert [path.stem for path in report.errors] == ["missing", "latin", "sub"]
    missing, latin, sub = report.errors.values()
    assert isinstance(missing, FileNotFoundError), f"for the missing file errors has {missing!r}"
    assert isinstance(latin, UnicodeDecodeError), f"for the Latin-1 file errors has {latin!r}"
    assert isinstance(sub, OSError), f"for the folder errors has {sub!r}"
    assert (report.total, report.mean) == (5, 2.5)


async def test_4_a_bug_is_not_an_unreadable_file() -> None:
    """An error that is neither OSError nor UnicodeDecodeError comes out of process"""

    def broken(path: Path) -> int:
        raise TypeError("a bug in count")

    caught: list[Exception] = []
    try:
        report = await process(FIVE, count=broken)
    except* TypeError as group:
        caught.extend(group.exceptions)
    assert caught, f"the TypeError of a broken count ended up in the report: {report}"


async def test_5_cancelled_in_the_middle() -> None:
    """When it is cancelled, no further file is begun and no task is left"""
    counter = SlowCounter()
    try:
        async with asyncio.timeout(0.05):
            await process(FIVE, limit=2, count=counter)
    except TimeoutError:
        pass
    else:
        raise AssertionError("process was cancelled after 0.05 s and returned as if nothing had happened")
    assert asyncio.all_tasks() == {asyncio.current_task()}, "tasks are still running after process was cancelled"
    await asyncio.sleep(1)
    assert len(counter.calls) == 2, f"{len(counter.calls)} files were read, 2 had begun when it was cancelled"
