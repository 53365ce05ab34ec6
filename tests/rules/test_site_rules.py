"""Every example of every rule that knows the whole site, as a site on the disk."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime
from functools import partial
from pathlib import Path
from typing import Any

import pytest
import tomlkit

from newslint import registry
from newslint.config.command_line import CommandLine
from newslint.config.project import Project
from newslint.files.discover import discover
from newslint.model.diagnostics import FileResult
from newslint.rule import Rule, SiteExample, SiteRule
from newslint.run import Job, run
from newslint.site.stage import with_site_rules
from tests.support.setting import line

RULES = [rule for rule in registry.all_rules() if isinstance(rule, SiteRule) or rule.late]
CODES = frozenset(rule.code for rule in RULES)
CASES = [
    pytest.param(rule, example, ending, id=f"{rule.code}-{number}-{name}")
    for rule in RULES
    for number, example in enumerate(rule.sites, 1)
    for name, ending in (("LF", "\n"), ("CRLF", "\r\n"))
]


def _write(folder: Path, rule: Rule, example: SiteExample, ending: str = "\n") -> None:
    for name, text in {example.site_file or "hugo.toml": example.site, **example.files}.items():
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(text.replace("\n", ending).encode())
    data = {"select": [rule.code], **example.config, "rules": {rule.code: dict(example.options)}}
    (folder / "newslint.toml").write_text(tomlkit.dumps(data), encoding="utf-8")


def _project(now: str) -> Project:
    return Project(CommandLine(now=datetime.fromisoformat(now)))


def _found(folder: Path, make: Callable[[], Project], jobs: int = 1) -> tuple[FileResult, ...]:
    project = make()
    files = discover([folder], project.folder).files
    return with_site_rules(tuple(run(files, make, Job(site=True), jobs=jobs)), project)


def _lines(folder: Path, results: tuple[FileResult, ...]) -> list[tuple[str, str]]:
    return [
        (Path(one.path).absolute().relative_to(folder).as_posix(), line(diagnostic))
        for one in results
        for diagnostic in one.diagnostics
        if diagnostic.code in CODES
    ]


@pytest.mark.parametrize(("rule", "example", "ending"), CASES)
def test_finds_exactly(rule: Rule, example: SiteExample, ending: str, tmp_path: Path) -> None:
    _write(tmp_path, rule, example, ending)
    results = _found(tmp_path, partial(_project, example.now))
    assert len(results) == sum(not name.startswith("layouts/") for name in example.files)
    wanted = [(path, f"{place} {message}") for path, place, message in example.found]
    assert sorted(_lines(tmp_path, results)) == sorted(wanted)


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.code)
def test_has_examples_of_both_kinds(rule: Rule) -> None:
    assert any(example.found for example in rule.sites)
    assert any(not example.found for example in rule.sites)


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.code)
def test_many_processes_find_the_same(rule: Rule, tmp_path: Path) -> None:
    example = next(example for example in rule.sites if example.found)
    _write(tmp_path, rule, example)
    make = partial(_project, example.now)
    assert _found(tmp_path, make, 2) == _found(tmp_path, make, 1)


def _kelp(folder: Path, more: str = "") -> Any:
    for name in ("a", "b"):
        path = folder / "content" / "news" / f"{name}.md"
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(f"---\ntitle: {name}\nslug: kelp{more}\n---\nBody.\n", encoding="utf-8")
    (folder / "hugo.toml").write_text("", encoding="utf-8")
    return partial(_project, "2026-01-31T12:00:00Z")


def test_a_comment_silences(tmp_path: Path) -> None:
    make = _kelp(tmp_path, " # newslint: ignore[SIT001]")
    assert not [d for one in _found(tmp_path, make) for d in one.diagnostics if d.code != "SCH001"]


def test_an_override_switches_off_at_one_article(tmp_path: Path) -> None:
    make = _kelp(tmp_path)
    text = (
        'select = ["SIT001"]\n[[overrides]]\npaths = ["content/news/a.md"]\nignore = ["SIT001"]\n'
    )
    (tmp_path / "newslint.toml").write_text(text, encoding="utf-8")
    assert [path for path, _ in _lines(tmp_path, _found(tmp_path, make))] == ["content/news/b.md"]


def test_the_vocabulary_of_one_rule_holds_for_another(tmp_path: Path) -> None:
    for name, tag in (("a", "kelp"), ("b", "kelp"), ("c", "Kelp")):
        path = tmp_path / "content" / "news" / f"{name}.md"
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(f"---\ntitle: {name}\ntags: [{tag}]\n---\nBody.\n", encoding="utf-8")
    (tmp_path / "hugo.toml").write_text("", encoding="utf-8")
    text = 'select = ["SIT003", "TAG007"]\n[rules.TAG007]\nvocabulary = {terms = ["Kelp"]}\n'
    (tmp_path / "newslint.toml").write_text(text, encoding="utf-8")
    found = _lines(tmp_path, _found(tmp_path, partial(_project, "2026-01-31T12:00:00Z")))
    message = "3:8-3:12 tags contains `kelp`, `Kelp` in the vocabulary; write `Kelp`"
    assert found == [("content/news/a.md", message), ("content/news/b.md", message)]
