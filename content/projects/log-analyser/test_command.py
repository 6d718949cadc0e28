"""Outputs and exit codes, as `contract.md` says."""

import json

import pytest

from conftest import Analyser, make_line


def test_reports_for_people__what_matters(analyser: Analyser) -> None:
    """The text names requests, skipped lines, the share of errors and the first of both ranks"""
    lines = [make_line("GET /garden/rake HTTP/1.1", 500 if number < 31 else 200, address="198.51.100.9") for number in range(124)]
    text = analyser.succeed(analyser.write(*lines, *["damaged"] * 17))
    for what, wanted in [("requests", "124"), ("skipped lines", "17"), ("the share of errors", "25"), ("the sign of percent", "%")]:
        assert wanted in text, f"{what}: {wanted} is not in the report:\n{text}"
    assert "/garden/rake" in text and "198.51.100.9" in text, f"the first path or address is not in the report:\n{text}"
    with pytest.raises(ValueError):
        json.loads(text)


def test_escapes_control_characters__in_every_output(analyser: Analyser) -> None:
    r"""The byte 0x1b of a path is shown as \x1b in the text, and escaped in JSON"""
    log = analyser.write(make_line("GET /\x1b[2Jx HTTP/1.1"))
    text = analyser.succeed(log)
    assert "\x1b" not in text, f"the escape character reaches the terminal: {text!r}"
    assert r"\x1b" in text, f"the path does not show the character as \\x1b: {text!r}"
    printed = analyser.succeed(log, "--json")
    assert "\x1b" not in printed, f"the escape character is raw in JSON: {printed!r}"


def test_exports_csv__the_hours(analyser: Analyser) -> None:
    """--csv prints a header and a row for each hour, and nothing else"""
    times = ["12/Mar/2026:10:15:32 +0000", "12/Mar/2026:12:00:00 +0000"]
    log = analyser.write(make_line(time=times[0]), make_line(time=times[1], status=500))
    printed = analyser.succeed(log, "--csv")
    assert printed.split() == [
        "hour,requests,errors",
        "2026-03-12T10:00:00Z,1,0",
        "2026-03-12T11:00:00Z,0,0",
        "2026-03-12T12:00:00Z,1,1",
    ]


def test_fails_clearly__files(analyser: Analyser) -> None:
    """A file that is missing, a folder, and a .gz that is none exit with 1 and their name"""
    good = analyser.write(make_line())
    (analyser.folder / "folder.log").mkdir()
    broken = analyser.write("not packed at all", name="broken.log.gz")
    for name in ("missing.log", "folder.log", broken):
        analyser.run(good, name, "--json").fails(1, naming=name)


BAD = [
    ("--since", "yesterday"),
    ("--since", "2026-03-12T10:00:00"),
    ("--until", "2026-02-30T10:00:00Z"),
    ("--status", "6xx"),
    ("--status", "ok"),
    ("--top", "0"),
    ("--top", "many"),
    ("--frobnicate",),
]


@pytest.mark.parametrize("words", BAD, ids=" ".join)
def test_fails_clearly__options(analyser: Analyser, words: tuple[str, ...]) -> None:
    """A bad option or value exits with 2"""
    analyser.run(analyser.write(make_line()), *words).fails(2)


def test_warns_by_exit_code__above_the_limit(analyser: Analyser) -> None:
    """--fail-above exits with 3 if more than so many percent failed, and prints the report in both cases"""
    log = analyser.write(*(make_line(status=500 if number == 0 else 200) for number in range(4)))
    for limit, code in (("24.9", 3), ("25", 0)):
        printed = analyser.succeed(log, "--json", "--fail-above", limit, code=code)
        assert json.loads(printed)["requests"] == 4, f"--fail-above {limit} printed {printed[:200]!r}"
    analyser.succeed(analyser.write(name="empty.log"), "--fail-above", "0")
