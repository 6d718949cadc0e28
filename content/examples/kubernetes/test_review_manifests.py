"""What the note says of its manifests, checked without a cluster."""

import re
from importlib.util import module_from_spec, spec_from_file_location
from pathlib import Path

import pytest
from review_manifests import DRAIN, pod_of, read, review

HERE = Path(__file__).parent
FILES = {name: read((HERE / name).read_text()) for name in ("deployment.yaml", "around.yaml", "jobs.yaml")}
[DEPLOYMENT] = FILES["deployment.yaml"]
AROUND = {document["kind"]: document for document in FILES["around.yaml"]}
POD = DEPLOYMENT["spec"]["template"]["spec"]
[CONTAINER] = POD["containers"]


@pytest.mark.parametrize("name", FILES)
def test_the_manifests_of_the_note_have_no_findings(name: str) -> None:
    assert list(review(FILES[name])) == []


def test_everything_that_selects_the_pods_selects_their_labels() -> None:
    labels = DEPLOYMENT["spec"]["template"]["metadata"]["labels"]
    assert DEPLOYMENT["spec"]["selector"]["matchLabels"] == labels
    assert AROUND["Service"]["spec"]["selector"] == labels
    assert AROUND["PodDisruptionBudget"]["spec"]["selector"]["matchLabels"] == labels
    assert POD["topologySpreadConstraints"][0]["labelSelector"]["matchLabels"] == labels


def test_the_names_that_are_used_exist() -> None:
    assert CONTAINER["envFrom"][0]["configMapRef"]["name"] == AROUND["ConfigMap"]["metadata"]["name"]
    assert AROUND["HorizontalPodAutoscaler"]["spec"]["scaleTargetRef"]["name"] == DEPLOYMENT["metadata"]["name"]
    assert {mount["name"] for mount in CONTAINER["volumeMounts"]} == {volume["name"] for volume in POD["volumes"]}
    assert AROUND["Service"]["spec"]["ports"][0]["targetPort"] == CONTAINER["ports"][0]["name"]


def test_only_the_autoscaler_says_how_many() -> None:
    assert "replicas" not in DEPLOYMENT["spec"]
    allowed = AROUND["PodDisruptionBudget"]["spec"]["maxUnavailable"]
    assert AROUND["HorizontalPodAutoscaler"]["spec"]["minReplicas"] > allowed


def test_the_grace_period_covers_the_hook_and_the_drain_of_the_image() -> None:
    dockerfile = (HERE.parent / "docker" / "Dockerfile").read_text()
    [drain] = re.findall(r'"--timeout-graceful-shutdown", "(\d+)"', dockerfile)
    assert int(drain) == DRAIN
    assert CONTAINER["lifecycle"]["preStop"]["sleep"]["seconds"] + DRAIN < POD["terminationGracePeriodSeconds"]


def test_the_program_starts_with_this_config_map() -> None:
    data = AROUND["ConfigMap"]["data"]
    assert all(isinstance(value, str) for value in data.values())
    assert data["SHOP_SECRETS_DIR"] == CONTAINER["volumeMounts"][0]["mountPath"]
    spec = spec_from_file_location("shop_settings", HERE.parent / "configuration" / "shop_settings.py")
    assert spec and spec.loader
    program = module_from_spec(spec)
    spec.loader.exec_module(program)
    secrets = {"shop_signing_key": "k" * 32, "shop_database_password": "x"}
    assert '"pool_size":10' in program.attempt(data, secrets)

    # What every pod of the namespace gets for a Service, unless it says no.
    link = AROUND["Service"]["metadata"]["name"].upper() + "_SERVICE_HOST"
    assert f"{link}: no setting has that name" in program.attempt(data | {link: "10.0.0.1"}, secrets)
    assert POD["enableServiceLinks"] is False


def test_every_pod_runs_the_same_image() -> None:
    pods = [pod for documents in FILES.values() for document in documents if (pod := pod_of(document))]
    assert len({pod["containers"][0]["image"] for pod in pods}) == 1


def test_the_careless_one_is_found_out() -> None:
    findings = "\n".join(review(read((HERE / "careless.yaml").read_text())))
    words = "replica,eviction,overlap,digest,DB_PASSWORD,CPU,for memory,for cpu and memory,a leak,liveness,preStop"
    for word in words.split(","):
        assert word in findings, word


def test_together_the_files_have_no_findings_either() -> None:
    assert list(review([document for documents in FILES.values() for document in documents])) == []


@pytest.mark.parametrize("budget", ["minAvailable: 3", "maxUnavailable: 0"])
def test_a_budget_that_allows_no_eviction_is_found(budget: str) -> None:
    deployment = "kind: Deployment\nmetadata:\n  name: a\nspec:\n  replicas: 3\n"
    disruption = f"kind: PodDisruptionBudget\nmetadata:\n  name: a\nspec:\n  {budget}\n"
    findings = list(review(read(f"{deployment}---\n{disruption}")))
    assert ["no eviction" in finding for finding in findings] == [True]


OTHER_YAML = [
    "a:\n    b: 1\n  c: 2",
    "a:\nb: 1",
    "a: 1\na: 2",
    "a: b: c",
    "a:b",
    "a: 'x'",
    "a: {b: 1}",
    "a: &x y",
    "a: |\n  x",
    "a: x # y",
    "a: no",
    "a: 0777",
    "a: 1e3",
    "a: 2026-11-28",
    "a: ~",
]


@pytest.mark.parametrize("text", OTHER_YAML)
def test_what_it_cannot_read_it_refuses(text: str) -> None:
    with pytest.raises(ValueError, match="cannot read|no key|no value|Expecting"):
        read(text)
