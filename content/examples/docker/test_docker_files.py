"""What the note says of these files, checked without a Docker engine."""

import json
import re
from pathlib import Path

HERE = Path(__file__).parent
DOCKERFILE = re.sub(r"\\\n\s*", "", (HERE / "Dockerfile").read_text())
STEPS = [line for line in DOCKERFILE.splitlines() if line and not line.startswith("#")]
COMPOSE = (HERE / "compose.yaml").read_text()


def find(start: str) -> int:
    [index] = [index for index, step in enumerate(STEPS) if step.startswith(start)]
    return index


def test_dependencies_are_installed_before_the_code_is_copied() -> None:
    [install] = [index for index, step in enumerate(STEPS) if "--no-install-project" in step]
    assert install < find("COPY . .")
    assert "--locked" in STEPS[install]


def test_the_last_stage_takes_only_the_environment_and_is_not_root() -> None:
    last = max(index for index, step in enumerate(STEPS) if step.startswith("FROM"))
    copies = [step for step in STEPS[last:] if step.startswith("COPY")]
    assert copies == ["COPY --from=build /app/.venv /app/.venv"]
    assert last < find("USER 10001") < find("CMD")


def test_the_command_is_a_list_so_that_no_shell_is_process_1() -> None:
    command = json.loads(STEPS[find("CMD")].removeprefix("CMD "))
    assert command[0] == "uvicorn"
    grace = int(command[command.index("--timeout-graceful-shutdown") + 1])
    [given] = re.findall(r"stop_grace_period: (\d+)s", COMPOSE)
    assert grace < int(given)


def test_no_image_floats_and_no_secret_is_in_a_layer() -> None:
    images = re.findall(r"(?:FROM |--from=|image: )(\S+)", DOCKERFILE + COMPOSE)
    assert all(":" in image and not image.endswith(":latest") for image in images if image != "build")
    assert not [step for step in STEPS if re.match(r"(ARG|ENV) .*(SECRET|TOKEN|PASSWORD)", step, re.I)]


def test_compose_waits_for_what_is_ready_and_not_for_what_has_started() -> None:
    assert "condition: service_healthy" in COMPOSE
    assert "condition: service_completed_successfully" in COMPOSE
    assert not re.search(r"^version:", COMPOSE, re.M)
