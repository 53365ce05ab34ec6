"""Rules in preview: they run where that was asked for, whatever else names them."""

from __future__ import annotations

from pathlib import Path

import pytest

from newslint import registry
from tests.support.command import newslint
from tests.support.quick import one_in

ARTICLE = "---\ntitle: Flood!\ndate: 2026-01-01\n---\nText.\n"
NAMED = "`XYZ001` is in preview and does not run: --preview switches it on"


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A site with a rule of its own, which every preset has, in preview."""
    newslint("rule", "--new", "XYZ001", "loud-title", folder=tmp_path)
    path = tmp_path / "lint" / "xyz001_loud_title.py"
    text = path.read_text()
    assert "\nRULE = Rule(\n" in text
    path.write_text(text.replace("\nRULE = Rule(\n", "\nRULE = Rule(\n    preview=True,\n"))
    (tmp_path / "newslint.toml").write_text('rule-paths = ["lint"]\n')
    (tmp_path / "a.md").write_text(ARTICLE)
    return tmp_path


def found(folder: Path, *typed: str) -> tuple[bool, str]:
    line = ("check", "--allow-code", "--output-format", "concise", *typed)
    done = newslint(*line, folder=folder)
    return "XYZ001" in done.out, done.err


@pytest.mark.parametrize(
    ("typed", "runs"),
    one_in(
        3,
        [
            ("", False),
            ("--preview", True),
            ("--preset strict", False),
            ("--preset strict --preview", True),
            ("--select ALL", False),
            ("--select ALL --preview", True),
            ("--select XYZ", False),
            ("--extend-select loud-title --preview", True),
            ("--preview --ignore XYZ001", False),
            ("--no-preview", False),
        ],
    ),
)
def test_it_runs_with_preview_alone(folder: Path, typed: str, runs: bool) -> None:
    assert found(folder, *typed.split())[0] is runs


def test_who_names_one_is_told(folder: Path) -> None:
    assert found(folder, "--select", "XYZ001") == (False, f"newslint: {NAMED}\n")
    assert found(folder, "--select", "ALL") == (False, "")
    assert found(folder, "--select", "XYZ001", "--preview") == (True, "")


def test_a_config_switches_it_on_and_the_line_off(folder: Path) -> None:
    config = folder / "newslint.toml"
    config.write_text('preview = true\nrule-paths = ["lint"]\n')
    assert found(folder)[0]
    assert not found(folder, "--no-preview")[0]
    config.write_text('extend-select = ["XYZ001"]\nrule-paths = ["lint"]\n')
    assert found(folder) == (False, f"newslint: {NAMED}\n")


def test_its_page_and_its_examples(folder: Path) -> None:
    page = newslint("rule", "XYZ001", "--allow-code", folder=folder).out
    assert "in preview: with --preview alone" in " ".join(page.split())
    tested = newslint("rule", "--test", "--allow-code", folder=folder)
    assert tested.out == "1 rule tested, none failed.\n"


def test_no_rule_is_both_always_on_and_in_preview() -> None:
    assert [rule.code for rule in registry.all_rules() if rule.always and rule.preview] == []
