"""The site stage finds the same where it reads the facts of few articles as where it has all."""

from __future__ import annotations

import os
from collections import Counter
from collections.abc import Iterable, Sequence
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import pytest
import tomlkit

from newslint import registry
from newslint.config.command_line import CommandLine
from newslint.config.project import Project
from newslint.files.discover import discover
from newslint.model.counted import Asked
from newslint.model.diagnostics import FileResult
from newslint.model.facts import Facts
from newslint.model.tally import tally_of
from newslint.packed import gathered, packed, told
from newslint.rule import Rule, SiteExample, SiteRule
from newslint.run import Job, one
from newslint.site import stage
from newslint.site.entries import with_entries
from newslint.site.few import Few
from newslint.site.habits import settled, verdicts
from newslint.site.stage import with_site_rules
from newslint.site.together import judged
from tests.support.colliding_sites import Chance
from tests.support.hugo_program import write_site
from tests.support.quick import one_in
from tests.support.wide_sites import WideChance

RULES = [rule for rule in registry.all_rules() if isinstance(rule, SiteRule) or rule.late]
CASES = [
    pytest.param(rule, example, id=f"{rule.code}-{number}")
    for rule in RULES
    for number, example in enumerate(rule.sites, 1)
]
JOB = Job(site=True, known=None)
NOW = datetime(2026, 1, 31, 12, tzinfo=UTC)


def _project(root: Path, rule: Rule, example: SiteExample, more: str = "") -> Project:
    for name, text in {example.site_file or "hugo.toml": example.site, **example.files}.items():
        path = root / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")
    data = {"select": ["ALL"], **example.config, "rules": {rule.code: dict(example.options)}}
    (root / "newslint.toml").write_text(tomlkit.dumps(data) + more, encoding="utf-8")
    return Project(CommandLine(now=datetime.fromisoformat(example.now)))


def _again(path: Path) -> FileResult:
    raise AssertionError(path)


def _few(files: Sequence[Path], project: Project) -> Few:
    few = Few(_again)
    assert not gathered(packed(files, lambda: project, JOB, jobs=1), files, few)
    return few


def _counts(asked: Counter[Asked] | Iterable[Asked]) -> Counter[Asked]:
    counts: Counter[Asked] = Counter()
    for each, number in Counter(asked).items():
        counts[each._replace(found=tuple(sorted(each.found)))] += number
    return counts


def _bare(result: FileResult) -> FileResult:
    return result._replace(facts=None, asked=None)


@pytest.mark.parametrize(("rule", "example"), one_in(2, CASES))
def test_few_facts_are_enough(tmp_path: Path, rule: Rule, example: SiteExample) -> None:
    project = _project(tmp_path, rule, example)
    files = discover([tmp_path], project.folder).files
    whole = with_site_rules([one(path, project, JOB) for path in files], project)
    few, known = _few(files, project), verdicts(whole)
    made = judged(few, project)
    settled_all = [_bare(settled(result, known)) for result in whole]
    for _ in range(2):  # what was made once lies in a spool
        assert sorted(map(_bare, made)) == sorted(settled_all)
    assert {*made.known.shares} == {*known.shares}
    _, entries, tally = with_entries(made, made.known)
    assert (entries, tally) == with_entries([settled(each, known) for each in whole], known)[1:]
    for index, result in enumerate(whole):
        assert _bare(judged(few, project, [index]).checked(index)) == _bare(result)
    assert _counts(made.asked()) == _counts(each.asked for each in whole if each.asked)


@pytest.mark.parametrize(("rule", "example"), one_in(4, CASES))
def test_rules_that_differ(tmp_path: Path, rule: Rule, example: SiteExample) -> None:
    more = '\n[[overrides]]\npaths = ["**/a*"]\nignore = ["SIT005"]\n'
    project = _project(tmp_path, rule, example, more)
    files = discover([tmp_path], project.folder).files
    whole = with_site_rules([one(path, project, JOB) for path in files], project)
    made = judged(_few(files, project), project)
    assert [_bare(made.checked(index)) for index in range(len(made))] == [*map(_bare, whole)]


@pytest.mark.parametrize(("rule", "example"), one_in(4, CASES[:8]))
def test_a_result_that_is_renewed(tmp_path: Path, rule: Rule, example: SiteExample) -> None:
    project = _project(tmp_path, rule, example)
    files = discover([tmp_path], project.folder).files
    results = [one(path, project, JOB) for path in files]
    whole = [*map(_bare, with_site_rules(results, project))]
    for index, path in enumerate(files):
        few = Few(_again)
        empty = FileResult(results[index].path, (), asked=results[index].asked)
        for number, other in enumerate(files):
            new = iter([empty]) if number == index else packed([other], lambda: project, JOB)
            gathered(new, [other], few)
        assert few.paths[index] == os.fspath(path)
        few.renew(index, results[index], told(results[index], project))
        made = judged(few, project)
        assert [_bare(made.checked(number)) for number in range(len(made))] == whole


@pytest.mark.parametrize("seeds", one_in(2, [range(4), range(4, 300)]), ids=str)
@pytest.mark.parametrize("made_by", [Chance, WideChance])
def test_sites_made_by_chance(tmp_path: Path, made_by: type[Chance], seeds: range) -> None:
    number = 0
    for seed in seeds:
        site, root = made_by(seed).site(), tmp_path / str(seed)
        write_site(root, site.config, site.files)
        project = Project(CommandLine(now=NOW))
        files = discover([root], project.folder).files
        whole = with_site_rules([one(path, project, JOB) for path in files], project)
        made = judged(_few(files, project), project)
        assert [_bare(made.checked(index)) for index in range(len(made))] == [*map(_bare, whole)], (
            seed
        )
        assert with_entries(made, made.known)[2] == tally_of(made)
        assert _counts(made.asked()) == _counts(each.asked for each in whole if each.asked)
        number += sum(one.code.startswith("SIT") for result in whole for one in result.diagnostics)
    assert number > len(seeds)


def test_a_rule_that_raises_at_an_article(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (rule,) = (rule for rule in RULES if rule.code == "TAG006")
    example = rule.sites[0]
    project = _project(tmp_path, rule, example)
    files = discover([tmp_path], project.folder).files
    made = judged(_few(files, project), project)
    late = stage.of_late_rule

    def raises(facts: Facts, *more: Any) -> Any:
        if facts.path:  # what is asked of shapes has no path
            raise RuntimeError("a fault")
        return late(facts, *more)

    monkeypatch.setattr(stage, "of_late_rule", raises)
    names = [{one.name for one in result.diagnostics} for result in made]
    assert any("rule-crashed" in some for some in names)
    assert not any("tag-noise" in some for some in names)
    assert len(names) == len(files)


@pytest.mark.parametrize("more", ["", "said-once = false\n", "habits = false\n"])
def test_what_is_counted_is_what_is_made(tmp_path: Path, more: str) -> None:
    (tmp_path / "content").mkdir()
    (tmp_path / "hugo.toml").write_text('title = "N"\n')
    (tmp_path / "newslint.toml").write_text(f'preset = "news"\n{more}')
    for number in range(60):
        words = ["harbour", "festival", f"night{number}"]
        mark = "" if number % 7 else " # newslint: ignore[TAG006]"
        date = "2025-01-01" if number % 5 else "2025-01-01T10:00:00Z"
        tags = "".join(f"- {word}\n" for word in words)
        head = f"title: {' '.join(words)}\ndate: {date}\ntags:{mark}\n{tags}"
        text = f"---\n{head}---\nIt rained for {number} days on end.\n"
        (tmp_path / f"content/{number}.md").write_text(text)
    project = Project(CommandLine(now=NOW))
    files = discover([tmp_path], project.folder).files
    whole = with_site_rules([one(path, project, JOB) for path in files], project)
    known, made = verdicts(whole), judged(_few(files, project), project)
    several, others = made.parted(tuple)
    assert any(others.values()) == more.startswith("said-once")
    assert sum(map(len, several)) + sum(others.values()) == len(files)
    results, entries, tally = with_entries(made, made.known)
    plain, *rest = with_entries([settled(each, known) for each in whole], known)
    assert [*map(_bare, results)] == sorted(map(_bare, plain))
    assert [entries, tally] == rest
    assert tally == tally_of(results)
    assert sum(one.code == "TAG006" for result in results for one in result.diagnostics) == 51
