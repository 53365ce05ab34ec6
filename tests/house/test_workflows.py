"""The workflows of GitHub Actions, which run only there: their form, and their steps as far as a
machine without GitHub can run them.
"""

from __future__ import annotations

import os
import re
import shutil
import subprocess
import sys
import tomllib
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
import yaml

from tests.support.command import ROOT
from tests.support.each import each

FOLDER = ROOT / ".github" / "workflows"
NAMES = sorted(path.name for path in FOLDER.glob("*.yml"))
WORKFLOWS: dict[str, dict[str, Any]] = {
    name: yaml.load((FOLDER / name).read_text(encoding="utf-8"), yaml.BaseLoader)  # `on` stays `on`
    for name in NAMES
}
PROJECT = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]


def _jobs() -> Iterator[tuple[str, dict[str, Any]]]:
    for name, workflow in WORKFLOWS.items():
        for key, job in workflow["jobs"].items():
            yield f"{name}:{key}", job


def _steps() -> Iterator[tuple[str, dict[str, Any]]]:
    for key, job in _jobs():
        for number, step in enumerate(job["steps"], 1):
            yield f"{key}:{step.get('name', number)}", step


STEPS = dict(_steps())
RUNS = {key: step["run"] for key, step in STEPS.items() if "run" in step}


def _run(script: str, **variables: str) -> subprocess.CompletedProcess[str]:
    """A step as the runner runs it on Linux, with the Python of this process first."""
    path = f"{Path(sys.executable).parent}{os.pathsep}{os.environ['PATH']}"
    return subprocess.run(
        ["bash", "--noprofile", "--norc", "-eo", "pipefail", "-c", script],
        cwd=ROOT,
        env=os.environ | {"PATH": path} | variables,
        capture_output=True,
        text=True,
        check=False,
    )


def test_there_are_three() -> None:
    assert NAMES == ["ci.yml", "nightly.yml", "release.yml"]


@pytest.mark.slow
@pytest.mark.parametrize("name", NAMES)
def test_the_published_schema_holds(name: str) -> None:
    pytest.importorskip("check_jsonschema", reason="check-jsonschema is not installed")
    command = ("-m", "check_jsonschema", "--builtin-schema", "vendor.github-workflows")
    done = subprocess.run([sys.executable, *command, FOLDER / name], capture_output=True, text=True)
    assert done.returncode == 0, done.stdout + done.stderr


@pytest.mark.skipif(not shutil.which("bash"), reason="bash is not installed")
@pytest.mark.parametrize("key", RUNS)
def test_the_shell_can_read_every_step(key: str) -> None:
    done = subprocess.run(["bash", "-n"], input=RUNS[key], capture_output=True, text=True)
    assert (done.returncode, done.stderr) == (0, "")


@each("key", RUNS)
def test_no_step_pastes_an_expression_into_the_shell(key: str) -> None:
    """What a branch or a tag is called would be run."""
    assert "${{" not in RUNS[key]


def test_no_workflow_may_write_but_by_its_identity() -> None:
    assert all(workflow["permissions"] == {"contents": "read"} for workflow in WORKFLOWS.values())
    granted = {key: job["permissions"] for key, job in _jobs() if "permissions" in job}
    assert granted == {"release.yml:publish": {"id-token": "write"}}
    assert "secrets." not in str(WORKFLOWS)


@pytest.mark.parametrize("key", [key for key, step in STEPS.items() if "uses" in step])
def test_every_action_has_a_version(key: str) -> None:
    assert re.fullmatch(r"[\w-]+/[\w-]+@(v\d+|release/v1)", STEPS[key]["uses"])
    if "checkout" in STEPS[key]["uses"]:
        assert STEPS[key]["with"]["persist-credentials"] == "false"


def test_every_job_has_an_end() -> None:
    assert all(int(job["timeout-minutes"]) <= 60 for _, job in _jobs())


def test_three_systems_and_every_python_are_tested() -> None:
    matrix = WORKFLOWS["ci.yml"]["jobs"]["tests"]["strategy"]["matrix"]
    assert {name.partition("-")[0] for name in matrix["system"]} == {"ubuntu", "macos", "windows"}
    assert PROJECT["requires-python"] == f">={matrix['python'][0]}"
    claimed = re.findall(r"Python :: (3\.\d+)", "\n".join(PROJECT["classifiers"]))
    assert set(claimed) <= set(matrix["python"])


def test_nightly_takes_the_newest_and_the_lowest() -> None:
    matrix = WORKFLOWS["nightly.yml"]["jobs"]["dependencies"]["strategy"]["matrix"]["include"]
    assert {row["resolution"] for row in matrix} == {"highest", "lowest-direct"}


def test_every_dependency_has_a_lowest_version() -> None:
    extras = PROJECT["optional-dependencies"].values()
    wanted = [*PROJECT["dependencies"], *(one for extra in extras for one in extra)]
    assert not [one for one in wanted if ">=" not in one and not one.startswith("newslint[")]


TAG = "release.yml:build:The tag is the version"
CHANGELOG = "release.yml:build:The changelog has the version"


@pytest.mark.skipif(not shutil.which("bash"), reason="bash is not installed")
@pytest.mark.parametrize("step", [TAG, CHANGELOG])
def test_a_release_is_of_this_version(step: str) -> None:
    version = PROJECT["version"]
    assert _run(RUNS[step], TAG=f"v{version}").returncode == 0
    assert _run(RUNS[step], TAG="v99.0.0").returncode == 1
    assert _run(RUNS[step], TAG="v$(touch oops)").returncode == 1
    assert not (ROOT / "oops").exists()


@pytest.mark.skipif(not shutil.which("bash"), reason="bash is not installed")
def test_the_command_is_tried() -> None:
    done = _run(RUNS["ci.yml:tests:Try the command"])
    assert done.returncode == 0, done.stderr
    assert done.stdout.startswith(f"newslint {PROJECT['version']}\n")


@pytest.mark.slow
@pytest.mark.skipif(not shutil.which("bash"), reason="bash is not installed")
@pytest.mark.parametrize("name", ["Lint", "Imports"])
def test_the_checks_run(name: str) -> None:
    done = _run(RUNS[f"ci.yml:checks:{name}"], RUFF_NO_CACHE="true")
    assert done.returncode == 0, done.stdout + done.stderr


@pytest.mark.parametrize("kind", ["config", "manifest"])
def test_pre_commit_takes_our_files(kind: str) -> None:
    pytest.importorskip("pre_commit")
    file = ".pre-commit-config.yaml" if kind == "config" else ".pre-commit-hooks.yaml"
    command = [sys.executable, "-m", "pre_commit", f"validate-{kind}", str(ROOT / file)]
    done = subprocess.run(command, capture_output=True, text=True)
    assert done.returncode == 0, done.stdout
    data = yaml.safe_load((ROOT / file).read_text(encoding="utf-8"))
    if kind == "config":
        hooks = {hook["id"] for repo in data["repos"] for hook in repo["hooks"]}
        assert hooks == {"ruff-check", "ruff-format", "mypy", "lint-imports"}
