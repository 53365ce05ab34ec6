"""The rules about a whole site, run over the facts of all articles of a run.

What they find stands at each article concerned; its settings, and the comments in it, decide
whether it is reported and how severe it is.
"""

from __future__ import annotations

import os
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path
from typing import Any

from newslint.config.project import Project
from newslint.config.settings import ActiveRule, Site
from newslint.crash import crashed
from newslint.lint.suppress import silences
from newslint.model.diagnostics import Diagnostic, FileResult, in_order
from newslint.model.facts import Facts
from newslint.rule import SHOWN_OTHERS, SiteProblem, SiteRule

_Active = dict[str, dict[str, ActiveRule]]
"""Code of a rule -> path of an article -> the rule as it is on there."""


def with_site_rules(results: Sequence[FileResult], project: Project) -> tuple[FileResult, ...]:
    """The results, with what the rules about whole sites find in the articles together."""
    sites: dict[int, tuple[Site, list[Facts]]] = {}
    for result in results:
        if result.facts is not None:
            site = project.site(Path(result.facts.file).parent)
            # one generator of one root is one site, however many configs hold for its parts
            sites.setdefault(id(site.generator), (site, []))[1].append(result.facts)
    found: dict[str, list[Diagnostic]] = defaultdict(list)
    for _, facts in sites.values():
        for diagnostic in _of_site(facts, project):
            found[diagnostic.path].append(diagnostic)
    return tuple(
        one._replace(diagnostics=in_order((*one.diagnostics, *found[one.path])))
        if one.facts is not None and one.path in found
        else one
        for one in results
    )


def _of_site(facts: Sequence[Facts], project: Project) -> Iterator[Diagnostic]:
    everything = sorted(_pages(facts), key=lambda one: one.below)
    active: _Active = defaultdict(dict)
    for one in everything:
        path = Path(one.file)
        for rule in project.site(path.parent).settings(path).site_rules:
            active[rule.rule.code][one.path] = rule
    for _, by_path in sorted(active.items()):
        try:
            yield from list(_of_rule(everything, by_path))
        except KeyboardInterrupt:
            raise
        except BaseException as error:  # the other rules go on
            yield crashed(next(iter(by_path)), error, "site")


def _of_rule(facts: Sequence[Facts], active: dict[str, ActiveRule]) -> Iterator[Diagnostic]:
    """What one rule finds, with the options of each article at that article."""
    for options in _distinct(one.options for one in active.values()):
        rule = next(iter(active.values())).rule
        assert isinstance(rule, SiteRule)
        assert rule.across is not None
        for problem in rule.across(facts, options):
            here = active.get(problem.at.path)
            if here is not None and here.options == options and not _silenced(problem, rule):
                yield _diagnostic(problem, here)


def _distinct(options: Iterable[Any]) -> list[Any]:
    """Each of the options once; they need not be hashable, and are few."""
    found: list[Any] = []
    for one in options:
        if not any(one is known or one == known for known in found):
            found.append(one)
    return found


def _silenced(problem: SiteProblem, rule: SiteRule) -> bool:
    return any(
        silences(selector, silence.reach, problem.place.span, rule.code, rule.name)
        for silence in problem.at.silences
        for selector in silence.selectors
    )


def _diagnostic(problem: SiteProblem, active: ActiveRule) -> Diagnostic:
    others = problem.others[:SHOWN_OTHERS]
    return Diagnostic(
        path=problem.at.path,
        code=active.rule.code,
        name=active.rule.name,
        severity=active.severity or active.rule.severity,
        message=problem.what,
        advice=problem.advice,
        field=problem.field,
        start=problem.place.start,
        end=problem.place.end,
        related=tuple(f"{a.path}:{p.start.row}:{p.start.column}" for a, p in others),
    )


_NO_PAGE: dict[str, Any] = {
    "published": None, "node": None, "aliases": (), "terms": (), "title": None, "texts": (),
    "body": "",
}  # fmt: skip


def _pages(facts: Iterable[Facts]) -> Iterator[Facts]:
    """The facts, without what a page has for what is a part of another page: files of a bundle."""
    bundles: dict[str, bool] = {}
    for one in facts:
        published = one.published
        if published is None or published.above < 0:
            yield one
            continue
        folders = one.below.split("/")[: -1 - published.above]
        base = one.file.replace(os.sep, "/").removesuffix(one.below)
        above = (base + "/".join(folders[:depth]) for depth in range(2, len(folders) + 1))
        part = any(_is_bundle(folder, bundles) for folder in above)
        yield one._replace(**_NO_PAGE) if part else one


def _is_bundle(folder: str, known: dict[str, bool]) -> bool:
    """True for a folder with an `index` file; a folder that cannot be read may have one."""
    if folder not in known:
        try:
            known[folder] = any(name.lower().startswith("index.") for name in os.listdir(folder))  # noqa: PTH208
        except OSError:
            known[folder] = True
    return known[folder]
