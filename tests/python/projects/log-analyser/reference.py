"""Reads access logs in the combined format, line by line, and reports what was asked, what failed and how long it took."""

from __future__ import annotations

import argparse
import gzip
import json
import math
import re
import sys
import zlib
from collections import Counter
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from datetime import UTC, datetime, timedelta, timezone
from typing import BinaryIO, NamedTuple

MAX_LINE = 64 * 1024
QUOTED = r'"([^"\\]*(?:\\.[^"\\]*)*)"'
# Each part ends where the next one begins, so that no line makes the search go back and forth.
LINE = re.compile(
    rf"(?P<address>\S+) \S+ [^\[]+ \[(?P<time>[^\]]+)\] (?P<request>{QUOTED}) (?P<status>\d{{3}}) (?P<size>\d+|-) "
    rf"{QUOTED} {QUOTED}(?: (?P<seconds>\d+(?:\.\d+)?|-))?",
    re.ASCII,
)
TIME = re.compile(r"(\d\d)/([A-Z][a-z]{2})/(\d{4}):(\d\d):(\d\d):(\d\d) ([+-])(\d\d)(\d\d)", re.ASCII)
MONTHS = ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"]
STATUS = re.compile(r"[1-5](\d\d|xx)", re.ASCII)
CONTROL = re.compile(r"[\x00-\x1f\x7f-\x9f]")
HOUR = 3600


class Request(NamedTuple):
    address: str
    moment: float
    path: str
    status: str
    size: int
    seconds: float | None

    @property
    def is_error(self) -> bool:
        return self.status.startswith("5")


# One line


def read_moment(text: str) -> float:
    """Seconds since 1970. Not by `strptime`, which is slow and takes the names of months from the system's language."""
    found = TIME.fullmatch(text)
    if found is None:
        raise ValueError(f"not a time: {text}")
    day, month, year, hour, minute, second, sign, hours, minutes = found.groups()
    offset = timedelta(hours=int(hours), minutes=int(minutes)) * (1 if sign == "+" else -1)
    month_number = MONTHS.index(month) + 1
    moment = datetime(int(year), month_number, int(day), int(hour), int(minute), int(second), tzinfo=timezone(offset))
    return moment.timestamp()


def read_path(request: str) -> str:
    """The path without its query; `-` for what is no request, such as the first bytes of TLS."""
    words = request.split(" ")
    return words[1].partition("?")[0] if len(words) >= 2 and words[1] else "-"


def read_request(raw: bytes) -> Request | None:
    found = LINE.fullmatch(raw.decode("utf-8", "backslashreplace").rstrip("\r\n"))
    if found is None:
        return None
    try:
        moment = read_moment(found["time"])
    except ValueError:
        return None
    size, seconds = found["size"], found["seconds"]
    return Request(
        found["address"],
        moment,
        read_path(found["request"][1:-1]),
        found["status"],
        0 if size == "-" else int(size),
        None if seconds in {None, "-"} else float(seconds),
    )


# Files


@contextmanager
def open_log(name: str) -> Iterator[BinaryIO]:
    if name == "-":
        yield sys.stdin.buffer
        return
    with open(name, "rb") as file:
        if name.endswith(".gz"):
            with gzip.open(file) as unpacked:
                yield unpacked
        else:
            yield file


def read_lines(file: BinaryIO) -> Iterator[bytes]:
    """Lines; of one that is too long only the beginning, so that a file without an end of line does not fill the memory."""
    while line := file.readline(MAX_LINE):
        rest = line
        while len(rest) == MAX_LINE and not rest.endswith(b"\n"):
            rest = file.readline(MAX_LINE)
        yield line


def read_files(names: Iterable[str]) -> Iterator[bytes]:
    for name in names:
        with open_log(name) as file:
            yield from read_lines(file)


# Numbers


class Report:
    """Sums and counts. Nothing here grows with the number of lines, only with that of paths, addresses and hours."""

    def __init__(self) -> None:
        self.requests = self.filtered = self.skipped = self.bytes = self.errors = 0
        self.status: Counter[str] = Counter()
        self.paths: Counter[str] = Counter()
        self.path_errors: Counter[str] = Counter()
        self.addresses: Counter[str] = Counter()
        self.hours: Counter[int] = Counter()
        self.hour_errors: Counter[int] = Counter()
        self.seconds: Counter[float] = Counter()

    def add(self, request: Request) -> None:
        hour = int(request.moment // HOUR)
        self.requests += 1
        self.bytes += request.size
        self.status[request.status] += 1
        self.paths[request.path] += 1
        self.addresses[request.address] += 1
        self.hours[hour] += 1
        if request.is_error:
            self.errors += 1
            self.path_errors[request.path] += 1
            self.hour_errors[hour] += 1
        if request.seconds is not None:
            self.seconds[request.seconds] += 1

    @property
    def error_percent(self) -> float:
        return 100 * self.errors / self.requests if self.requests else 0.0


def rank(counts: Counter[str], top: int) -> list[tuple[str, int]]:
    return sorted(counts.items(), key=lambda entry: (-entry[1], entry[0]))[:top]


def percentile(counts: Counter[float], percent: int) -> float:
    """Nearest rank: the smallest value that at least so many percent do not exceed."""
    wanted = math.ceil(counts.total() * percent / 100)
    for value in sorted(counts):
        wanted -= counts[value]
        if wanted <= 0:
            return value
    raise ValueError("no values")


def list_hours(report: Report) -> list[dict[str, object]]:
    if not report.hours:
        return []
    return [
        {
            "hour": datetime.fromtimestamp(hour * HOUR, UTC).strftime("%Y-%m-%dT%H:%M:%SZ"),
            "requests": report.hours[hour],
            "errors": report.hour_errors[hour],
        }
        for hour in range(min(report.hours), max(report.hours) + 1)
    ]


def make_summary(report: Report, top: int) -> dict[str, object]:
    return {
        "lines": report.requests + report.filtered + report.skipped,
        "requests": report.requests,
        "filtered": report.filtered,
        "skipped": report.skipped,
        "bytes": report.bytes,
        "status": dict(sorted(report.status.items())),
        "top_paths": [
            {"path": path, "requests": count, "errors": report.path_errors[path]} for path, count in rank(report.paths, top)
        ],
        "top_clients": [{"address": address, "requests": count} for address, count in rank(report.addresses, top)],
        "hours": list_hours(report),
        "latency": {f"p{n}": percentile(report.seconds, n) for n in (50, 95, 99)} if report.seconds else None,
    }


# Output


def show_plainly(text: str) -> str:
    """Control characters by their number: in a terminal they could move the cursor or rename the window."""
    return CONTROL.sub(lambda found: f"\\x{ord(found[0]):02x}", text)


def show_text(report: Report, top: int) -> str:
    lines = [
        f"{report.requests} requests, {report.skipped} lines skipped, {report.filtered} filtered, {report.bytes} bytes",
        f"{report.error_percent:.2f} % errors",
        "status: " + ", ".join(f"{status} × {count}" for status, count in sorted(report.status.items())),
        "paths:",
        *(f"{count:>10}  {show_plainly(path)}" for path, count in rank(report.paths, top)),
        "clients:",
        *(f"{count:>10}  {show_plainly(address)}" for address, count in rank(report.addresses, top)),
    ]
    if report.seconds:
        lines.append("seconds: " + ", ".join(f"p{n} {percentile(report.seconds, n):g}" for n in (50, 95, 99)))
    return "\n".join(lines)


def show_csv(report: Report) -> str:
    rows = (f"{entry['hour']},{entry['requests']},{entry['errors']}" for entry in list_hours(report))
    return "\n".join(["hour,requests,errors", *rows])


# Command line


def read_time_option(text: str) -> float:
    moment = datetime.fromisoformat(text)
    if moment.tzinfo is None:
        raise ValueError("no offset")
    return moment.timestamp()


def read_status_option(text: str) -> str:
    if not STATUS.fullmatch(text):
        raise ValueError("not a status")
    return text.removesuffix("xx")


def read_top(text: str) -> int:
    if int(text) < 1:
        raise ValueError("below 1")
    return int(text)


def make_parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="analyse", allow_abbrev=False)
    parser.add_argument("files", nargs="+", metavar="FILE", help="a log, also packed as .gz; - is standard input")
    output = parser.add_mutually_exclusive_group()
    output.add_argument("--json", action="store_true")
    output.add_argument("--csv", action="store_true", help="the hours")
    parser.add_argument("--top", type=read_top, default=10, metavar="N")
    parser.add_argument("--since", type=read_time_option, default=-math.inf, metavar="T", help="ISO 8601 with an offset")
    parser.add_argument("--until", type=read_time_option, default=math.inf, metavar="T", help="the moment itself left out")
    parser.add_argument("--status", type=read_status_option, action="append", metavar="404|5xx")
    parser.add_argument("--fail-above", type=float, metavar="P", help="exit with 3 if more than P percent failed")
    return parser


def is_wanted(request: Request, options: argparse.Namespace) -> bool:
    return options.since <= request.moment < options.until and (
        options.status is None or request.status.startswith(tuple(options.status))
    )


def analyse(lines: Iterable[bytes], options: argparse.Namespace) -> Report:
    report = Report()
    for line in lines:
        request = read_request(line)
        if request is None:
            report.skipped += 1
        elif is_wanted(request, options):
            report.add(request)
        else:
            report.filtered += 1
    return report


def main() -> None:
    sys.stdout.reconfigure(encoding="utf-8")
    options = make_parser().parse_args()
    try:
        report = analyse(read_files(options.files), options)
    except (OSError, EOFError, zlib.error) as error:
        name = getattr(error, "filename", None) or ", ".join(options.files)
        print(f"analyse: {name}: {getattr(error, 'strerror', None) or error}", file=sys.stderr)
        sys.exit(1)
    if options.json:
        print(json.dumps(make_summary(report, options.top), indent=1))
    else:
        print(show_csv(report) if options.csv else show_text(report, options.top))
    sys.exit(3 if options.fail_above is not None and report.error_percent > options.fail_above else 0)


if __name__ == "__main__":
    main()
