"""The workflows that the note shows, and what the review says of them."""

import re
from pathlib import Path

import pytest
from check_workflow import read, review

HERE = Path(__file__).parent
GOOD = {name: read((HERE / name).read_text()) for name in ("ci.yml", "deploy.yml")}


@pytest.mark.parametrize("name", GOOD)
def test_the_workflows_of_the_note_have_no_findings(name: str) -> None:
    assert list(review(GOOD[name])) == []


@pytest.mark.parametrize("name", GOOD)
def test_every_action_is_pinned_and_says_its_version(name: str) -> None:
    lines = [line for line in (HERE / name).read_text().splitlines() if re.search(r"uses: [^.$]", line)]
    assert lines
    assert all(re.search(r"@[0-9a-f]{40} # v\d+\.\d+\.\d+$", line) for line in lines)


def test_only_the_jobs_that_need_it_may_write() -> None:
    writes = {(name, path) for name, workflow in GOOD.items() for path in workflow if workflow[path] == "write"}
    assert writes == {
        ("ci.yml", "jobs.image.permissions.packages"),
        ("ci.yml", "jobs.staging.permissions.id-token"),
        ("ci.yml", "jobs.production.permissions.id-token"),
        ("deploy.yml", "jobs.deploy.permissions.id-token"),
    }


def test_a_deploy_is_never_cancelled_and_never_skipped() -> None:
    deploy = GOOD["deploy.yml"]
    assert deploy["jobs.deploy.concurrency.cancel-in-progress"] == "false"
    assert deploy["jobs.deploy.concurrency.queue"] == "max"


def test_what_runs_packages_of_others_touches_no_cache() -> None:
    assert GOOD["ci.yml"]["jobs.lint.cache-mode"] == GOOD["ci.yml"]["jobs.test.cache-mode"] == "none"


def test_production_gets_the_image_that_staging_had() -> None:
    ci = GOOD["ci.yml"]
    assert ci["jobs.production.with.digest"] == ci["jobs.staging.with.digest"]
    assert "staging" in ci["jobs.production.needs"]


def test_the_careless_one_is_found_out() -> None:
    findings = list(review(read((HERE / "careless.yml").read_text())))
    for word in ("write-all", "@v7", "@main", "title", "concurrency", "timeout", "persist", "strangers"):
        assert [finding for finding in findings if word in finding], word


def test_it_reads_texts_behind_a_bar_and_lists() -> None:
    workflow = read("jobs:\n  a:\n    steps:\n      - run: |\n          one\n          two\n      - uses: b@c # d\n")
    assert workflow["jobs.a.steps.0.run"] == "one\ntwo\n"
    assert workflow["jobs.a.steps.1.uses"] == "b@c"


def test_dependabot_waits_before_it_raises_anything() -> None:
    text = (HERE / "dependabot.yml").read_text()
    assert text.count("default-days: 7") == text.count("package-ecosystem")
