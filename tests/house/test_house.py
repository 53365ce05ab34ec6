"""The page for developers says what is so, and the top of the repository stays tidy."""

from __future__ import annotations

import re
import subprocess

import pytest

from tests.support.command import ROOT

PAGE = (ROOT / "newslint/README.md").read_text(encoding="utf-8")
CONTRIBUTING = (ROOT / ".github/CONTRIBUTING.md").read_text(encoding="utf-8")
TOP = {
    "CHANGELOG.md",
    "LICENSE",
    "README.md",
    "action.yml",
    "examples",
    "newslint",
    "pyproject.toml",
    "rules",
    "tests",
}
"""All that may lie at the top, besides dot-files."""


def test_every_room_is_on_the_page() -> None:
    folders = {path.parent.name for path in (ROOT / "newslint").glob("*/__init__.py")}
    assert set(re.findall(r"^\| `(\w+)/` \|", PAGE, re.MULTILINE)) == folders


def test_rooms_are_in_the_order_of_their_layers() -> None:
    layers = (ROOT / "pyproject.toml").read_text(encoding="utf-8").partition("layers = [")[2]
    order = re.findall(r"newslint\.(\w+)", layers.partition("]")[0])
    rooms = re.findall(r"^\| `(\w+)/` \|", PAGE, re.MULTILINE)
    assert rooms == sorted(rooms, key=order.index)


@pytest.mark.parametrize("text", [PAGE, CONTRIBUTING], ids=["newslint/README.md", "CONTRIBUTING"])
def test_every_path_that_is_named_exists(text: str) -> None:
    paths = re.findall(r"`([\w.]+/[\w./]*|[\w]+\.(?:py|toml))`", text)
    assert paths
    for path in paths:
        assert (ROOT / "newslint" / path).exists() or (ROOT / path).exists(), path


def test_only_these_lie_at_the_top() -> None:
    try:
        listed = subprocess.run(
            ["git", "ls-files", "-z"], cwd=ROOT, capture_output=True, check=True
        ).stdout.decode()
    except (OSError, subprocess.CalledProcessError):
        pytest.skip("this is not a checkout of git")
    names = {path.partition("/")[0] for path in listed.split("\0") if path}
    assert {name for name in names if not name.startswith(".")} <= TOP


def test_the_tests_lie_in_folders_of_the_rooms() -> None:
    """What has no room: whole promises, the house itself, the library, rules, and helpers."""
    rooms = {path.parent.name for path in (ROOT / "newslint").glob("*/__init__.py")}
    others = {"attacks", "benchmarks", "fuzz", "house", "judges", "library", "rules", "support"}
    folders = {path.parent.name for path in (ROOT / "tests").glob("*/__init__.py")}
    assert folders <= rooms | others
    # pytest wants its fixtures for all tests there
    assert {path.name for path in (ROOT / "tests").glob("*.py")} == {"__init__.py", "conftest.py"}
    assert not list((ROOT / "tests/support").glob("test_*.py"))
