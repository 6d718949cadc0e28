"""The numbers of the report, as `contract.md` says."""

import gzip
import sys

import pytest

from conftest import Analyser, make_line

TOTALS = ("lines", "requests", "filtered", "skipped", "bytes")


def totals(report: dict[str, object]) -> tuple[object, ...]:
    return tuple(report[name] for name in TOTALS)


def test_counts_requests__totals(analyser: Analyser) -> None:
    """Lines, requests and bytes are summed up, with and without a time at the end; a size of - is 0"""
    log = analyser.write(make_line(size="100"), make_line(size="-"), make_line(size="5120", seconds="0.042"))
    found = totals(analyser.report(log))
    assert found == (3, 3, 0, 0, 5220), f"{TOTALS} are {found}"


def test_counts_requests__nothing(analyser: Analyser) -> None:
    """An empty log is a report of zeros"""
    report = analyser.report(analyser.write())
    assert totals(report) == (0, 0, 0, 0, 0)
    assert (report["status"], report["top_paths"], report["hours"], report["latency"]) == ({}, [], [], None)


def test_counts_status_codes__by_text(analyser: Analyser) -> None:
    """Each status has its number of requests"""
    log = analyser.write(*(make_line(status=status) for status in (200, 404, 200, 503, 200, 301)))
    assert analyser.report(log)["status"] == {"200": 3, "301": 1, "404": 1, "503": 1}


def test_ranks_paths__most_first_without_query(analyser: Analyser) -> None:
    """Paths without their query, with requests and errors, most first, equals from a to z"""
    targets = [("/b", 200), ("/a", 404), ("/shop?page=1", 200), ("/shop?page=2", 500), ("/shop", 599), ("/c", 503)]
    log = analyser.write(*(make_line(f"GET {target} HTTP/1.1", status) for target, status in targets))
    assert analyser.report(log)["top_paths"] == [
        {"path": "/shop", "requests": 3, "errors": 2},
        {"path": "/a", "requests": 1, "errors": 0},
        {"path": "/b", "requests": 1, "errors": 0},
        {"path": "/c", "requests": 1, "errors": 1},
    ]


def test_ranks_clients__most_first(analyser: Analyser) -> None:
    """Addresses in the same order, ten of them, or as many as --top says"""
    addresses = [f"10.0.0.{number}" for number in range(10, 22)] + ["10.0.0.20", "10.0.0.21", "10.0.0.21"]
    log = analyser.write(*(make_line(address=address) for address in addresses))
    ranked = [("10.0.0.21", 3), ("10.0.0.20", 2), *((f"10.0.0.{number}", 1) for number in range(10, 18))]
    assert [(entry["address"], entry["requests"]) for entry in analyser.report(log)["top_clients"]] == ranked
    few = analyser.report(log, "--top", "2")
    assert [(entry["address"], entry["requests"]) for entry in few["top_clients"]] == ranked[:2]


def test_groups_by_hour__in_utc_without_gaps(analyser: Analyser) -> None:
    """Hours are in UTC, and those without a request are there too, across midnight"""
    log = analyser.write(
        make_line(time="13/Mar/2026:02:59:59 +0100", status=500),
        make_line(time="12/Mar/2026:23:00:00 +0000"),
        make_line(time="12/Mar/2026:18:29:59 -0530"),
    )
    assert analyser.report(log)["hours"] == [
        {"hour": "2026-03-12T23:00:00Z", "requests": 2, "errors": 0},
        {"hour": "2026-03-13T00:00:00Z", "requests": 0, "errors": 0},
        {"hour": "2026-03-13T01:00:00Z", "requests": 1, "errors": 1},
    ]


DAMAGED = [
    "",
    "   ",
    "hello",
    make_line()[:60],
    make_line(time="31/Feb/2026:10:15:32 +0000"),
    make_line(time="12/Mar/2026:25:15:32 +0000"),
    make_line(time="12/Foo/2026:10:15:32 +0000"),
    make_line(size="many"),
    make_line(status=20),
    b"\xff\xfe\x00",
]


def test_skips_damaged_lines__and_goes_on(analyser: Analyser) -> None:
    """Damaged lines are counted as skipped and change nothing else"""
    good = [make_line("GET /a HTTP/1.1"), make_line("GET /b HTTP/1.1", 404)]
    clean = analyser.report(analyser.write(*good))
    mixed = analyser.report(analyser.write(good[0], *DAMAGED, good[1], name="mixed.log"))
    assert mixed["skipped"] == len(DAMAGED), f"{len(DAMAGED)} lines are damaged, {mixed['skipped']} were skipped"
    assert {**mixed, "skipped": 0, "lines": 2} == clean, "the damaged lines changed another number"


HOSTILE = {
    "IPv6": (make_line("GET /x HTTP/1.1", address="2001:db8::1"), "/x"),
    "a quotation mark": (make_line("GET /x HTTP/1.1", agent=r"a \"good\" browser"), "/x"),
    "a backslash": (make_line("GET /x HTTP/1.1", agent=r"C:\\"), "/x"),
    "not UTF-8": (make_line("GET /x HTTP/1.1").encode().replace(b"Mozilla", b"\xff\xe9"), "/x"),
    "an empty request": (make_line(""), "-"),
    "a dash": (make_line("-"), "-"),
    "TLS": (make_line(r"\x16\x03\x01\x02"), "-"),
}


@pytest.mark.parametrize("what", HOSTILE)
def test_reads_hostile_lines__as_requests(analyser: Analyser, what: str) -> None:
    """IPv6, escaped quotes, other encodings and requests that are none are read"""
    line, path = HOSTILE[what]
    report = analyser.report(analyser.write(line))
    assert report["requests"] == 1, f"{what}: the line was not counted: {line!r}"
    assert [entry["path"] for entry in report["top_paths"]] == [path], f"{what}: top_paths is {report['top_paths']}"


def test_reads_gzip_and_pipes__the_same(analyser: Analyser) -> None:
    """A packed log and standard input give the report of the plain file"""
    log = analyser.write(make_line("GET /a HTTP/1.1"), make_line("GET /b HTTP/1.1", 500))
    raw = (analyser.folder / log).read_bytes()
    (analyser.folder / "access.log.gz").write_bytes(gzip.compress(raw))
    plain = analyser.report(log)
    assert analyser.report("access.log.gz") == plain
    assert analyser.report("-", stdin=raw) == plain


def test_merges_files__in_any_order(analyser: Analyser) -> None:
    """Several files give one report, whichever comes first"""
    first = analyser.write(make_line("GET /a HTTP/1.1"), make_line("GET /b HTTP/1.1"), name="1.log")
    later = "12/Mar/2026:12:00:00 +0000"
    second = analyser.write(make_line("GET /b HTTP/1.1", time=later, seconds="0.5"), "damaged", name="2.log")
    report = analyser.report(first, second)
    assert report == analyser.report(second, first), "the order of the files changes the report"
    assert totals(report) == (4, 3, 0, 1, 300)
    assert [(entry["path"], entry["requests"]) for entry in report["top_paths"]] == [("/b", 2), ("/a", 1)]
    assert [entry["requests"] for entry in report["hours"]] == [2, 0, 1]


def test_filters_by_time__moments(analyser: Analyser) -> None:
    """--since is included, --until is not, and offsets are heeded"""
    log = analyser.write(
        make_line("GET /1 HTTP/1.1", time="12/Mar/2026:12:29:59 +0200"),
        make_line("GET /2 HTTP/1.1", time="12/Mar/2026:12:30:00 +0200"),
        make_line("GET /3 HTTP/1.1", time="12/Mar/2026:10:59:59 +0000"),
        make_line("GET /4 HTTP/1.1", time="12/Mar/2026:06:00:00 -0500"),
    )
    report = analyser.report(log, "--since", "2026-03-12T10:30:00Z", "--until", "2026-03-12T12:00:00+01:00")
    found = sorted(entry["path"] for entry in report["top_paths"])
    assert found == ["/2", "/3"], f"from 10:30 until before 11:00 UTC came {found}"
    assert totals(report) == (4, 2, 2, 0, 200)


def test_filters_by_status__one_class_or_several(analyser: Analyser) -> None:
    """--status takes a code or a class, and several of them"""
    log = analyser.write(*(make_line(status=status) for status in (200, 404, 410, 500, 503)))
    for words, status in [
        (("--status", "404"), {"404": 1}),
        (("--status", "5xx"), {"500": 1, "503": 1}),
        (("--status", "404", "--status", "5xx"), {"404": 1, "500": 1, "503": 1}),
    ]:
        report = analyser.report(log, *words)
        assert report["status"] == status, f"{' '.join(words)} counts {report['status']}"
        assert report["filtered"] == 5 - len(status), f"{' '.join(words)}: {report['filtered']} were filtered"


def test_computes_percentiles__by_nearest_rank(analyser: Analyser) -> None:
    """Of the times that are there, by nearest rank; null without any"""
    values = [f"{number / 1000:.3f}" for number in range(1, 31)]
    log = analyser.write(make_line(), *(make_line(seconds=value) for value in reversed(values)))
    latency = analyser.report(log)["latency"]
    assert latency == {"p50": 0.015, "p95": 0.029, "p99": 0.03}, f"of 1 to 30 ms, latency is {latency}"
    assert analyser.report(analyser.write(make_line(), name="none.log"))["latency"] is None


@pytest.mark.skipif(sys.platform == "win32", reason="the peak of memory is asked for in another way on Windows")
def test_runs_in_constant_memory__forty_megabytes(analyser: Analyser) -> None:
    """A log of 40 MB takes at most 30 MB more than one of a line"""
    small = analyser.write(make_line(agent="x" * 2_000), name="small.log")
    line = (make_line(agent="x" * 2_000) + "\n").encode()
    (analyser.folder / "large.log").write_bytes(line * (40_000_000 // len(line)))
    grown = analyser.measure_peak("large.log", "--json") - analyser.measure_peak(small, "--json")
    assert grown < 30_000_000, f"for a log of 40 MB the command took {grown / 1e6:.0f} MB more than for one line"
