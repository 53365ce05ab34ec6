"""The rules about a whole site, run over the facts of all articles of a run.

What they find stands at each article concerned; its settings, and the comments in it, decide
whether it is reported and how severe it is.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from itertools import chain
from typing import Any

from newslint.config.project import Project
from newslint.config.settings import ActiveRule, Settings
from newslint.config.site import Site
from newslint.crash import crashed
from newslint.generators.base import Generator
from newslint.lint.suppress import silences
from newslint.model.counted import Asked, Counted, Kind
from newslint.model.diagnostics import Diagnostic, FileResult, Severity, in_order
from newslint.model.facts import Facts, Place, Published, Silence, Telling
from newslint.model.records import NamedTuple
from newslint.model.spans import Position, Span
from newslint.model.tally import Brief
from newslint.model.usage import Usage
from newslint.rule import SHOWN_OTHERS, Rule, SiteProblem, SiteRule
from newslint.site.lost import with_lost
from newslint.site.parts import pages
from newslint.text.value_digest import value_digest

_Active = dict[str, dict[str, ActiveRule]]
"""Code of a rule -> path of an article -> the rule as it is on there."""


class Found(NamedTuple):
    """What the rules about a whole site found in one article, silenced or not."""

    problem: SiteProblem
    active: ActiveRule
    silences: tuple[Silence, ...] = ()


def with_site_rules(results: Sequence[FileResult], project: Project) -> tuple[FileResult, ...]:
    """The results, with what the rules about whole sites find in the articles together.

    A comment that silences some of it is used.
    """
    sites: dict[int, tuple[Site, list[Facts]]] = {}
    for result in results:
        if result.facts is not None:
            site = project.site_of(result.facts.file)
            # one generator of one root is one site, however many configs hold for its parts
            sites.setdefault(id(site.generator), (site, []))[1].append(result.facts)
    found: dict[str, list[Found | Diagnostic]] = defaultdict(list)
    for site, facts in sites.values():
        for path, one in of_site(facts, project, site.generator):
            found[path].append(one)
    return tuple(
        joined(one, found[one.path], project) if one.facts and one.path in found else one
        for one in results
    )


def joined(result: FileResult, found: Sequence[Found | Diagnostic], project: Project) -> FileResult:
    """The result with what was found in its file, counted with the rest."""
    assert result.facts is not None
    settings, asked = settings_of(result.facts, project), result.asked
    mine = counted([one for one in found if isinstance(one, Found)], asked, settings)
    crashes = [one for one in found if isinstance(one, Diagnostic)]
    diagnostics = with_found(result.diagnostics, mine, crashes)
    return result._replace(diagnostics=diagnostics, asked=asked and with_counted(asked, mine))


def with_found(
    diagnostics: Iterable[Diagnostic],
    found: Sequence[tuple[Found, Counted]],
    crashes: Iterable[Diagnostic] = (),
) -> tuple[Diagnostic, ...]:
    """Diagnostics of a file, with what was found there and is not silenced, in order."""
    used = {silence.start for one, _ in found for silence in one.silences}
    if used:
        diagnostics = (one for one in diagnostics if not (one.until_site and one.start in used))
    more = [_diagnostic(one, count) for one, count in found if not one.silences]
    return in_order((*diagnostics, *more, *crashes))


def with_counted(asked: Asked, found: Iterable[tuple[Found, Counted]]) -> Asked:
    """What was asked of an article, with what was found in it besides."""
    more = (*asked.found, *(count for _, count in found))
    return asked._replace(found=tuple(dict.fromkeys(more)))


def settings_of(facts: Facts, project: Project) -> Settings:
    """The settings of an article. Raises NewslintError for a mistake in the config."""
    return project.settings_of(facts.file, facts.day)


def counted(
    found: Iterable[Found], asked: Asked | None, settings: Settings
) -> list[tuple[Found, Counted]]:
    """What was found, counted: of a field of which the article alone has shown it a late rule says
    nothing more."""
    said = {one.kind[:2] for one in asked.found} if asked else set()
    counts = [(one, _counted(one, asked, settings)) for one in found]
    return [(one, count) for one, count in counts if count.kind[:2] not in said]


def of_site(
    facts: Sequence[Facts], project: Project, generator: Generator
) -> Iterator[tuple[str, Found | Diagnostic]]:
    everything = with_lost(sorted(pages(facts), key=lambda one: one.below))
    active: _Active = defaultdict(dict)
    for one in everything:
        for rule in settings_of(one, project).site_rules:
            active[rule.rule.code][one.path] = rule
    told = dict.fromkeys(chain.from_iterable(map(generator.telling, everything)))
    everything += made_pages(generator, told)
    for _, by_path in sorted(active.items()):
        try:
            for found in list(of_rule(everything, by_path)):
                yield found.problem.at.path, found
        except KeyboardInterrupt:
            raise
        except BaseException as error:  # the other rules go on
            first = next(iter(by_path))
            yield first, crashed(first, error, "site")
    yield from _late(sorted(facts, key=lambda one: one.below), project)


def _late(facts: Sequence[Facts], project: Project) -> Iterator[tuple[str, Found | Diagnostic]]:
    """What the rules that ask what the site does find in each article; of a rule that raises
    nothing more."""
    usage, crashes = Usage(facts), set[str]()
    for one in facts:
        for active in settings_of(one, project).late_rules:
            if active.rule.code in crashes:
                continue
            try:
                yield from ((one.path, found) for found in of_late_rule(one, usage, active))
            except KeyboardInterrupt:
                raise
            except BaseException as error:
                crashes.add(active.rule.code)
                yield one.path, crashed(one.path, error, "site")


def of_late_rule(one: Facts, usage: Usage, active: ActiveRule) -> Iterator[Found]:
    """What one rule that asks what the site does finds in an article."""
    rule = active.rule
    if rule.late is not None:
        for problem in list(rule.late(one, usage, active.options)):
            yield Found(problem, active, _silences(problem, rule))


def of_rule(facts: Sequence[Facts], active: dict[str, ActiveRule]) -> Iterator[Found]:
    """What one rule finds, with the options of each article at that article."""
    for options in _distinct(one.options for one in active.values()):
        rule = next(iter(active.values())).rule
        assert isinstance(rule, SiteRule)
        assert rule.across is not None
        for problem in rule.across(facts, options):
            here = active.get(problem.at.path)
            if here is not None and here.options == options:
                yield Found(problem, here, _silences(problem, rule))


def _distinct(options: Iterable[Any]) -> list[Any]:
    """Each of the options once; they need not be hashable, and are few."""
    found: list[Any] = []
    for one in options:
        if not any(one is known or one == known for known in found):
            found.append(one)
    return found


def _silences(problem: SiteProblem, rule: Rule) -> tuple[Silence, ...]:
    """The comments that silence a problem."""
    span = problem.place.span
    return tuple(
        silence
        for silence in problem.at.silences
        if any(silences(s, silence.reach, span, rule.code, rule.name) for s in silence.selectors)
    )


def _counted(found: Found, asked: Asked | None, settings: Settings) -> Counted:
    """What the count over the site must know of it."""
    problem, rule = found.problem, found.active.rule
    key = problem.field.lower()
    role = settings.context.role_of.get(key, key)
    habit = rule.code in settings.house.habitual and _severity(found) != "error"
    missing = bool(role) and asked is not None and role not in asked.roles
    return Counted(Kind(rule.code, role), missing, habit)


def brief(found: Found, counted: Counted) -> Brief:
    """What is counted of the diagnostic that is made of it."""
    return Brief(
        _severity(found), "", is_crash=False, kind=counted.kind, may_be_habit=counted.habit
    )


def _severity(found: Found) -> Severity:
    """The config's word, else the problem's own, else the rule's."""
    return found.active.severity or found.problem.severity or found.active.rule.severity


def _diagnostic(found: Found, counted: Counted) -> Diagnostic:
    problem, rule = found.problem, found.active.rule
    others = problem.others[:SHOWN_OTHERS]
    return Diagnostic(
        path=problem.at.path,
        code=rule.code,
        name=rule.name,
        severity=_severity(found),
        message=problem.what,
        advice=problem.advice,
        field=problem.field,
        start=problem.place.start,
        end=problem.place.end,
        related=tuple(f"{a.path}:{p.start.row}:{p.start.column}" for a, p in others if not a.made),
        counted=counted,
        digest=value_digest(_value(problem)),
    )


def _value(problem: SiteProblem) -> str:
    """The value that stands at the place of a problem; empty where the article says none there."""
    at = problem.at
    terms = (one.said for one in at.terms)
    every = (at.link, at.url, at.title, *at.aliases, *at.texts, *at.written, *terms)
    there = (one.text for one in every if one is not None and one.place == problem.place)
    return next(there, "")


def made_pages(generator: Generator, told: Iterable[Telling]) -> list[Facts]:
    """The pages that the generator makes itself, as facts of which none has a path."""
    return [
        Facts("", "", "", NOWHERE, Published(one.url, "", host=one.host), made=one.what)
        for one in generator.made_pages(told)
    ]


NOWHERE = Place(Span(0, 0), Position(1, 1), Position(1, 1))
"""The place of what stands in no file."""
