"""Reviews GitHub Actions workflows for the mistakes that the note on CI/CD names.

    python check_workflow.py ci.yml deploy.yml careless.yml

It reads the part of YAML that workflows are written in, without a package: mappings, lists of mappings, and texts behind
a bar. For your own repository take zizmor and actionlint, which know far more.
"""

import re
import sys
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

HERE = Path(__file__).parent
UNTRUSTED = re.compile(r"\$\{\{[^}]*github\.(head_ref|event\.[\w.]*\.(title|body|ref|label|message|name|email))\b")
Workflow = dict[str, str]


def read(text: str) -> Workflow:
    """The values by their path: jobs.test.steps.0.uses."""
    values: Workflow = {}
    stack: list[tuple[int, str]] = []
    items: Counter[str] = Counter()
    block, path = -1, ""
    for line in text.splitlines():
        indent = len(line) - len(line.lstrip())
        if block >= 0 and (not line.strip() or indent > block):
            values[path] += line.strip() + "\n"
            continue
        block = -1
        body = re.sub(r"(^|\s)#.*", "", line).strip()
        if not body:
            continue
        while stack and stack[-1][0] >= indent:
            stack.pop()
        if body.startswith("- "):
            parent = ".".join(name for _, name in stack)
            stack.append((indent, str(items[parent])))
            items[parent] += 1
            body, indent = body[2:], indent + 2
        key, _, value = body.partition(":")
        stack.append((indent, key))
        path = ".".join(name for _, name in stack)
        values[path] = "" if value.strip() == "|" else value.strip()
        block = indent if value.strip() == "|" else -1
    return values


# region: rules
def review(workflow: Workflow) -> Iterator[str]:
    jobs = {path.split(".")[1] for path in workflow if path.count(".") and path.startswith("jobs.")}
    if "permissions" not in workflow:
        yield "the token has the permissions of the repository's settings: write permissions: {}"
    for path, value in workflow.items():
        if path.endswith("permissions") and value == "write-all":
            yield f"{path}: write-all gives each step everything"
        if path.endswith(".uses") and not re.search(r"^[.$]/|@([0-9a-f]{40}|sha256:\w+)$", value):
            yield f"{path}: {value} can be another program tomorrow: pin the commit"
        if path.endswith(".run") and (found := UNTRUSTED.search(value)):
            yield f"{path}: {found[1]} is pasted into the script: pass it by env"
    if not any(path.endswith("concurrency.group") for path in workflow):
        yield "no concurrency group: two runs can overtake each other"
    for job in sorted(jobs):
        if f"jobs.{job}.uses" not in workflow and f"jobs.{job}.timeout-minutes" not in workflow:
            yield f"jobs.{job}: no timeout-minutes, so a hung step bills six hours"
    for path in [path for path in workflow if "actions/checkout@" in workflow[path]]:
        step = path.removesuffix(".uses")
        if workflow.get(f"{step}.with.persist-credentials") != "false":
            yield f"{step}: the token stays in a file for all later steps: persist-credentials: false"
        if "on.pull_request_target" in workflow and "head" in workflow.get(f"{step}.with.ref", ""):
            yield f"{step}: runs code of strangers with your secrets"


# endregion


def main(names: list[str]) -> None:
    for name in names:
        findings = list(review(read((HERE / name).read_text())))
        print(f"{name}: {len(findings) or 'no'} findings")
        for finding in findings:
            print("  -", finding)


if __name__ == "__main__":
    main(sys.argv[1:] or ["ci.yml", "deploy.yml", "careless.yml"])
