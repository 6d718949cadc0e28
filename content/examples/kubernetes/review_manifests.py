"""Reviews Kubernetes manifests for the mistakes that the note on Kubernetes names.

    python review_manifests.py deployment.yaml around.yaml jobs.yaml careless.yaml

It reads the part of YAML that these manifests are written in, so that it needs no package, and refuses the rest: a
program of yours takes yaml.safe_load_all of PyYAML. For your own cluster let the server check (kubectl apply
--server-side --dry-run=server) and take kube-linter or Kyverno.
"""

import json
import re
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

HERE = Path(__file__).parent
DRAIN = 20  # --timeout-graceful-shutdown of the image, see ../docker/Dockerfile
JSON = re.compile(r'"[^"]*"|\[.*\]|\{.*\}|true|false|0|-?[1-9]\d*')
# What some version of YAML takes for a boolean, a number, a date or nothing, though it looks like text: no, 0777, 1e3.
NO_TEXT = re.compile(r"yes|no|on|off|y|n|true|false|null|[-+.\d][-+.\d:_e]*|0[xob].*", re.IGNORECASE)
TEXT = re.compile(r"[\w/](?:[^:#]|:(?! |$)|(?<! )#)*")
Lines = list[tuple[int, str]]


def read(text: str) -> list[dict[str, Any]]:
    """The documents of a file."""
    documents = []
    for part in re.split(r"^---$", text, flags=re.MULTILINE):
        lines = [re.sub(r"^\s*#.*", "", line).rstrip() for line in part.splitlines()]
        rest: Lines = [(len(line) - len(line.lstrip()), line.strip()) for line in lines if line]
        documents.append(take(rest))
        if rest:
            raise ValueError(f"cannot read: {rest[0][1]}")
    return documents


def take(lines: Lines) -> Any:
    """Takes the block that begins with the first line."""
    indent, body = lines[0]
    if body.startswith("- "):
        items = []
        while lines and lines[0][0] == indent and lines[0][1].startswith("- "):
            lines[0] = (indent + 2, lines[0][1][2:])
            items.append(take(lines) if re.match(r"[\w-]+:( |$)", lines[0][1]) else scalar(lines.pop(0)[1]))
        return items
    mapping = {}
    while lines and lines[0][0] == indent:
        key, colon, value = lines.pop(0)[1].partition(":")
        if not colon or value[:1].strip() or not re.fullmatch(r"[\w./-]+", key) or key in mapping:
            raise ValueError(f"no key, or one that was there before: {key}")
        if not value.strip() and not is_child(lines, indent):
            raise ValueError(f"no value: {key}")
        mapping[key] = scalar(value.strip()) if value.strip() else take(lines)
    return mapping


def is_child(lines: Lines, indent: int) -> bool:
    return bool(lines) and (lines[0][0] > indent or lines[0][0] == indent and lines[0][1].startswith("- "))


def scalar(text: str) -> Any:
    if JSON.fullmatch(text):
        return json.loads(text)
    if NO_TEXT.fullmatch(text) or not TEXT.fullmatch(text):
        raise ValueError(f"cannot read: {text}")
    return text


def pod_of(manifest: dict[str, Any]) -> dict[str, Any] | None:
    spec = manifest.get("spec", {})
    template = spec.get("jobTemplate", {}).get("spec", spec).get("template")
    return template["spec"] if template else None


def patience(probe: dict[str, Any]) -> int:
    """Seconds until the probe has failed, with the defaults of Kubernetes."""
    return probe.get("periodSeconds", 10) * probe.get("failureThreshold", 3)


# region: rules
def review(documents: list[dict[str, Any]]) -> Iterator[str]:
    replicas = {d["metadata"]["name"]: d["spec"].get("replicas") for d in documents if d["kind"] == "Deployment"}
    for document in documents:
        kind, name, spec = document["kind"], document["metadata"]["name"], document.get("spec", {})
        where = f"{kind} {name}"
        if spec.get("replicas") == 1:
            yield f"{where}: one replica is down whenever its node is"
        needs_all = "minAvailable" in spec and spec["minAvailable"] == replicas.get(name)
        if kind == "PodDisruptionBudget" and (needs_all or spec.get("maxUnavailable") == 0):
            yield f"{where}: allows no eviction, so no node can be drained"
        if kind == "CronJob" and spec.get("concurrencyPolicy", "Allow") == "Allow":
            yield f"{where}: a slow run and the next one overlap"
        if pod := pod_of(document):
            yield from (f"{where}: {finding}" for finding in review_pod(pod))


def review_pod(pod: dict[str, Any]) -> Iterator[str]:
    grace = pod.get("terminationGracePeriodSeconds", 30)
    for container in pod["containers"]:
        if "@sha256:" not in container["image"]:
            yield "a tag can be another program tomorrow: name the digest"
        for variable in container.get("env", []):
            if "value" in variable and re.search("PASSWORD|SECRET|TOKEN|KEY", variable["name"]):
                yield f"{variable['name']} stands in the manifest, and in Git"
        requests, limits = (container.get("resources", {}).get(key, {}) for key in ("requests", "limits"))
        if missing := sorted({"cpu", "memory"} - (requests.keys() | limits.keys())):
            yield f"no request for {' and '.join(missing)}: for the scheduler it needs nothing"
        if "memory" not in limits:
            yield "without a memory limit a leak takes the neighbors along"
        if "cpu" in limits:
            yield "the CPU limit throttles it, on an idle node too"
        liveness, readiness = container.get("livenessProbe", {}), container.get("readinessProbe", {})
        same = liveness.get("httpGet") == readiness.get("httpGet")
        if liveness and same and patience(liveness) <= patience(readiness):
            yield "liveness is no more patient than readiness: not ready becomes a restart"
        if liveness and liveness.get("timeoutSeconds", 1) < 2:
            yield "an answer after more than a second counts as none"
        pause = container.get("lifecycle", {}).get("preStop", {}).get("sleep", {}).get("seconds", 0)
        if pause and pause + DRAIN >= grace:
            yield f"preStop {pause} s + drain {DRAIN} s do not fit into {grace} s"


# endregion


def main(names: list[str]) -> None:
    for name in names:
        findings = list(review(read((HERE / name).read_text())))
        print(f"{name}: {len(findings) or 'no'} findings")
        for finding in findings:
            print("  -", finding)


if __name__ == "__main__":
    main(sys.argv[1:] or ["deployment.yaml", "around.yaml", "jobs.yaml", "careless.yaml"])
