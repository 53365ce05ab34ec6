"""action.yml: its shell, run in a real git repository as GitHub's runner would; and examples/ci."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest
import yaml

from tests.support.command import ROOT, environment

pytestmark = [
    pytest.mark.slow,
    pytest.mark.skipif(
        not (shutil.which("git") and shutil.which("bash")), reason="needs git and bash"
    ),
]

ACTION: dict[str, Any] = yaml.safe_load((ROOT / "action.yml").read_text(encoding="utf-8"))
[CHECK] = [step for step in ACTION["runs"]["steps"] if step.get("name") == "Check"]
EXAMPLES = ROOT / "examples" / "ci"

BAD = "---\ntitle: Flood\nlink: https://example.org/a?utm_source=rss\n---\nBody.\n"
ANNOTATION = "::warning file={},line=3,endLine=3,"


def git(folder: Path, *words: str) -> None:
    people = {
        f"GIT_{role}_{what}": text
        for role in ("AUTHOR", "COMMITTER")
        for what, text in (("NAME", "Test"), ("EMAIL", "test@example.org"))
    }
    own = {"GIT_CONFIG_GLOBAL": os.devnull, "GIT_CONFIG_NOSYSTEM": "1"}
    command = ["git", "-c", "protocol.file.allow=always", *words]
    subprocess.run(
        command, cwd=folder, env=environment() | people | own, check=True, capture_output=True
    )


@pytest.fixture(scope="module")
def origin(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A repository: an old article on main, a new one on a branch, and the merge of both."""
    top = tmp_path_factory.mktemp("action") / "origin"
    (top / "content").mkdir(parents=True)
    git(top, "init", "--quiet", "--initial-branch", "main")
    git(top, "config", "uploadpack.allowAnySHA1InWant", "true")
    (top / "content" / "old.md").write_text(BAD)
    git(top, "add", ".")
    git(top, "commit", "--quiet", "--message", "Old")
    git(top, "checkout", "--quiet", "-b", "branch")
    (top / "content" / "new one.md").write_text(BAD)
    git(top, "add", ".")
    git(top, "commit", "--quiet", "--message", "New")
    git(top, "checkout", "--quiet", "-b", "merge", "main")
    git(top, "merge", "--quiet", "--no-ff", "--no-edit", "branch")
    return top


def checkout(origin: Path, folder: Path, branch: str, *depth: str) -> Path:
    """What actions/checkout leaves: a clone, with a depth of 1 unless told otherwise."""
    url = f"file://{origin.as_posix()}"
    git(folder, "clone", "--quiet", *(depth or ("--depth", "1")), "--branch", branch, url, "work")
    return folder / "work"


def run(work: Path, base: str = "", **inputs: str) -> subprocess.CompletedProcess[str]:
    """The step, with the inputs of an action and, of a pull request, the branch that it is for."""
    bin_folder = work.parent / "bin"
    bin_folder.mkdir(exist_ok=True)
    program = bin_folder / "newslint"
    program.write_text(f'#!/bin/sh\nexec "{sys.executable}" -m newslint "$@"\n')
    program.chmod(0o755)
    given = {key: str(spec["default"]) for key, spec in ACTION["inputs"].items()}
    given |= {key.replace("_", "-"): text for key, text in inputs.items()}
    variables = {
        name: given[word.removeprefix("${{ inputs.").removesuffix(" }}")]
        for name, word in CHECK["env"].items()
    }
    here = {
        "PATH": f"{bin_folder}{os.pathsep}{os.environ['PATH']}",
        "GITHUB_ACTIONS": "true",
        "GITHUB_WORKSPACE": str(work),
        "GITHUB_BASE_REF": base,
        "GITHUB_STEP_SUMMARY": str(work.parent / "summary.md"),
        "GIT_CONFIG_GLOBAL": os.devnull,
    }
    return subprocess.run(
        ["bash", "--noprofile", "--norc", "-e", "-o", "pipefail", "-c", CHECK["run"]],
        cwd=work,
        env=environment() | here | variables,
        capture_output=True,
        text=True,
        check=False,
    )


def annotated(text: str) -> list[str]:
    names = ("content/new one.md", "content/old.md")
    return [name for name in names if ANNOTATION.format(name) in text]


def test_a_pull_request_has_annotations_of_what_it_changes(origin: Path, tmp_path: Path) -> None:
    work = checkout(origin, tmp_path, "merge")
    done = run(work, "main", sarif_file="newslint.sarif")
    assert (done.returncode, done.stderr) == (1, "")
    assert annotated(done.stdout) == ["content/new one.md"]
    summary = (tmp_path / "summary.md").read_text()
    assert summary.startswith("1 file checked, 1 with problems: 1 warning.")
    assert "`content/new one.md:3:7`" in summary
    [result] = json.loads((work / "newslint.sarif").read_text())["runs"][0]["results"]
    place = result["locations"][0]["physicalLocation"]["artifactLocation"]
    assert place == {"uri": "content/new%20one.md", "uriBaseId": "%SRCROOT%"}


@pytest.mark.parametrize("depth", [(), ("--no-single-branch",)], ids=["depth 1", "whole"])
def test_so_has_one_of_which_the_branch_is_checked_out(
    origin: Path, tmp_path: Path, depth: tuple[str, ...]
) -> None:
    done = run(checkout(origin, tmp_path, "branch", *depth), "main")
    assert (done.returncode, done.stderr) == (1, "")
    assert annotated(done.stdout) == ["content/new one.md"]


@pytest.mark.parametrize(("base", "changed"), [("", "auto"), ("main", "false")])
def test_all_is_checked_after_a_push_and_when_asked(
    origin: Path, tmp_path: Path, base: str, changed: str
) -> None:
    done = run(checkout(origin, tmp_path, "merge"), base, changed=changed)
    assert annotated(done.stdout) == ["content/new one.md", "content/old.md"]


def test_the_inputs_are_options(origin: Path, tmp_path: Path) -> None:
    work = checkout(origin, tmp_path, "merge")
    assert run(work, fail_on="error").returncode == 0
    assert run(work, args="--ignore LNK004 --isolated").stdout.count("LNK004") == 0
    done = run(work, paths="content/new one.md\ncontent/gone.md", preset="news", format="concise")
    assert done.returncode == 2
    assert "content/new one.md:3:7: warning LNK004" in done.stdout
    assert "content/gone.md does not exist" in done.stderr


def test_what_is_typed_as_an_input_is_no_shell(origin: Path, tmp_path: Path) -> None:
    work = checkout(origin, tmp_path, "merge")
    run(work, paths="$(touch hacked); touch hacked", args="; touch hacked", preset="`touch hacked`")
    assert not (work / "hacked").exists()
    assert "${{" not in CHECK["run"]


@pytest.mark.parametrize(
    ("path", "schema"),
    [
        (ROOT / "action.yml", "vendor.github-actions"),
        (EXAMPLES / "github.yml", "vendor.github-workflows"),
        (EXAMPLES / "reviewdog.yml", "vendor.github-workflows"),
        (EXAMPLES / "gitlab.yml", "vendor.gitlab-ci"),
    ],
    ids=lambda value: value.name if isinstance(value, Path) else "",
)
def test_the_published_schema_holds(path: Path, schema: str) -> None:
    pytest.importorskip("check_jsonschema", reason="check-jsonschema is not installed")
    command = ("-m", "check_jsonschema", "--builtin-schema", schema)
    done = subprocess.run([sys.executable, *command, path], capture_output=True, text=True)
    assert done.returncode == 0, done.stdout + done.stderr


def test_the_inputs_of_the_example_exist() -> None:
    workflow = yaml.safe_load((EXAMPLES / "github.yml").read_text(encoding="utf-8"))
    steps = workflow["jobs"]["newslint"]["steps"]
    [ours] = [step for step in steps if step["uses"].startswith("newslint/")]
    assert set(ours["with"]) <= set(ACTION["inputs"])
