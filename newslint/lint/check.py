"""What the rules find in an article: suppressions applied, fixes rendered and rated."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator

from newslint import frontmatter, registry
from newslint.config.settings import ActiveRule, Settings
from newslint.lint.applicability import RULE_SAYS_SO, Trial, judge
from newslint.lint.many import EACH, reasons, size
from newslint.lint.suppress import Suppression, suppressions, unused
from newslint.model.changes import (
    Change,
)
from newslint.model.faults import MISREAD, Fault, StageCrashed
from newslint.model.records import NamedTuple
from newslint.model.spans import Edit, Span
from newslint.model.stages import RATE, one_line, stage_of, trace
from newslint.rule import Problem, Severity
from newslint.site_article import Article


class Finding(NamedTuple):
    """A problem and the rule that found it; `edits` is its fix, rendered (empty: it can be made).

    `reason` says why the fix is unsafe; it is empty where the fix is safe, and where there is none.
    `traceback` is that of the crash that the problem is about.
    """

    active: ActiveRule
    problem: Problem
    edits: tuple[Edit, ...] | None = None
    reason: str = ""
    traceback: str = ""

    @property
    def safe(self) -> bool:
        """True when there is a fix that may be made without being asked for."""
        return self.edits is not None and not self.reason

    @property
    def severity(self) -> Severity:
        """The config's word, else the problem's own, else the rule's."""
        return self.active.severity or self.problem.severity or self.active.rule.severity


Rate = Callable[[Article, ActiveRule, Problem, Settings], Finding]

_Crashes = dict[tuple[str, str], StageCrashed]
"""By the rule's code and the stage: one of a kind says enough of a file."""


def find(
    article: Article,
    settings: Settings,
    silenced: list[Finding] | None = None,
    *,
    reasons: bool = True,
    edits: bool = True,
) -> list[Finding]:
    """What the rules find, suppressions applied, fixes rendered and rated for the target.

    Without `reasons` what else speaks against a fix is not looked for where its own rule calls it
    unsafe: that is the reason then. Without `edits` such a fix may have none, where it is certain
    that it can be made.
    What raises is contained: the other rules go on, a fix that could not be rated is left out.
    What a comment silences is added to `silenced`.
    """
    silenced = [] if silenced is None else silenced
    given = suppressions(article) if article.comments else ()
    used: set[tuple[int, str]] = set()
    crashes: _Crashes = {}
    problems = _problems(article, settings, crashes)
    if given:
        problems = list(_heard(problems, given, used, silenced))
    brief = _briefly_rated if edits else _told
    rate = _rated if reasons else brief
    findings = _all_rated(article, problems, settings, crashes, rate)
    findings = _reported(findings, settings)
    findings += _crashed(article, crashes, settings)
    if given:
        ran = settings.selected.difference(code for code, _ in crashes)
        findings += _idle(article, given, used, settings, ran)
    return findings


def _called(article: Article, settings: Settings) -> tuple[ActiveRule, ...]:
    """The rules to call: all that apply where a test that spares calls raised."""
    try:
        return settings.called(article)
    except Exception:
        return settings.rules_for(article)


def _problems(
    article: Article, settings: Settings, crashes: _Crashes
) -> list[tuple[ActiveRule, Problem]]:
    """What the rules find; of one that crashes nothing."""
    found = []
    for active in _called(article, settings):
        try:
            for problem in active.problems(article):
                found.append((active, problem))
        except KeyboardInterrupt:
            raise
        except BaseException as error:  # a panic of Rust code is no Exception
            code, name = active.rule.code, active.rule.name
            crashes[code, ""] = _crash(error, "rule", code, name)
    return found


def _heard(
    problems: list[tuple[ActiveRule, Problem]],
    given: tuple[Suppression, ...],
    used: set[tuple[int, str]],
    silenced: list[Finding],
) -> Iterator[tuple[ActiveRule, Problem]]:
    """The problems that no comment silences; the others are added to `silenced`."""
    for active, problem in problems:
        if _silenced(given, used, active, problem):
            silenced.append(Finding(active, problem))
        else:
            yield active, problem


def _reported(findings: list[Finding], settings: Settings) -> list[Finding]:
    """The findings, those of rules that only report without their fix.

    What is a problem only where it can be fixed, and cannot, is none.
    """
    findings = [f for f in findings if f.edits is not None or not f.problem.only_fixable]
    unfixable = settings.unfixable
    if not unfixable:
        return findings
    return [
        f._replace(problem=f.problem._replace(fix=None), edits=None, reason="")
        if f.active.rule.code in unfixable
        else f
        for f in findings
    ]


def _crashed(article: Article, crashes: _Crashes, settings: Settings) -> Iterator[Finding]:
    """What is said of the crashes, with their tracebacks."""
    for crash in crashes.values():
        for active, problem in _worded(article, (crash,), settings):
            yield Finding(active, problem, traceback=crash.traceback)


def _idle(
    article: Article,
    given: tuple[Suppression, ...],
    used: set[tuple[int, str]],
    settings: Settings,
    ran: frozenset[str],
) -> list[Finding]:
    """What is said of the comments that silence nothing; `ran` are the rules that did not crash."""
    idle = unused(
        article,
        given,
        used,
        lambda selector: _judged(selector, settings, ran),
        lambda selector: not settings.later.isdisjoint(registry.named(selector)),
    )
    return _reported(findings_for(article, idle, settings), settings)


def _all_rated(
    article: Article,
    problems: list[tuple[ActiveRule, Problem]],
    settings: Settings,
    crashes: _Crashes,
    rate: Rate,
) -> list[Finding]:
    """The findings, each rated alone, or together where that would take too long."""
    few = len(problems) * size(article) <= EACH
    fixes = 0 if few else sum([problem.fix is not None for _, problem in problems])
    if fixes * size(article) <= EACH or article.broken:
        return _each(article, problems, settings, crashes, rate)
    found = _each(article, problems, settings, crashes, _unrated)
    return _rated_together(article, found, settings, crashes)


def _each(
    article: Article,
    problems: list[tuple[ActiveRule, Problem]],
    settings: Settings,
    crashes: _Crashes,
    rate: Rate,
) -> list[Finding]:
    """The findings, each rated alone where it has a fix."""
    return [
        Finding(*one) if one[1].fix is None else _contained(article, one, settings, crashes, rate)
        for one in problems
    ]


def _rated_together(
    article: Article, found: list[Finding], settings: Settings, crashes: _Crashes
) -> list[Finding]:
    """The findings with the reasons of their fixes; without any fix when rating them raised."""
    fixed = [(f.active.rule.code, f.problem.fix) for f in found if f.edits and f.problem.fix]
    try:
        with RATE:
            why = iter(reasons(article, fixed, settings))
    except KeyboardInterrupt:
        raise
    except BaseException as error:
        crashes.setdefault(("", RATE.name), _crash(error, RATE.name, ""))
        return [Finding(f.active, f.problem._replace(fix=None)) for f in found]
    return [f._replace(reason=next(why)) if f.edits and f.problem.fix else f for f in found]


def _crash(error: BaseException, stage: str, code: str, name: str = "") -> StageCrashed:
    return StageCrashed(Span(0, 0), stage, one_line(error), trace(error), code, name)


def _contained(
    article: Article,
    found: tuple[ActiveRule, Problem],
    settings: Settings,
    crashes: _Crashes,
    rate: Rate,
) -> Finding:
    """The finding, rated; without its fix when rating that raised."""
    active, problem = found
    try:
        return rate(article, active, problem, settings)
    except KeyboardInterrupt:
        raise
    except BaseException as error:
        code, stage = active.rule.code, stage_of(error, RATE.name)
        crashes.setdefault((code, stage), _crash(error, stage, code))
        return Finding(active, problem._replace(fix=None))


def _silenced(
    given: tuple[Suppression, ...],
    used: set[tuple[int, str]],
    active: ActiveRule,
    problem: Problem,
) -> bool:
    silenced = False
    for index, suppression in enumerate(given):
        for selector in suppression.selectors:
            if suppression.covers(problem.span, selector, active.rule.code, active.rule.name):
                used.add((index, selector))
                silenced = True
    return silenced


def _judged(selector: str, settings: Settings, ran: frozenset[str]) -> bool:
    """True when a selector names at least one rule that is on and sees one article, and all of
    those ran to their end (or no rule at all)."""
    across = {active.rule.code for active in settings.site_rules}  # they run later
    named = registry.named(selector)
    if not named:
        return True
    named = (named & settings.selected) - across
    return bool(named) and named <= ran


def findings_for(article: Article, faults: Iterable[Fault], settings: Settings) -> list[Finding]:
    """What the rules for these faults say of them: faults that the run itself found late."""
    return [
        _rated(article, active, problem, settings)
        for active, problem in _worded(article, faults, settings)
    ]


def _worded(
    article: Article, faults: Iterable[Fault], settings: Settings
) -> Iterator[tuple[ActiveRule, Problem]]:
    for fault in faults:
        for active in settings.rules:
            if active.rule.word and isinstance(fault, active.rule.faults):
                for problem in active.rule.word(article, fault, active.options):
                    yield active, problem


def _rated(article: Article, active: ActiveRule, problem: Problem, settings: Settings) -> Finding:
    """The finding with its fix as edits, and why these are unsafe."""
    found = _unrated(article, active, problem, settings)
    edits, fix = found.edits, problem.fix
    if edits is None or fix is None:
        return found
    return Finding(active, problem, edits, judge(Trial(article, (fix,), edits, settings)).reason)


def _briefly_rated(
    article: Article, active: ActiveRule, problem: Problem, settings: Settings
) -> Finding:
    """The finding with its fix as edits, and one reason why these are unsafe."""
    fix = problem.fix
    if fix is None or fix.safe:
        return _rated(article, active, problem, settings)
    found = _unrated(article, active, problem, settings)
    return found if found.edits is None else found._replace(reason=fix.why or RULE_SAYS_SO)


def _told(article: Article, active: ActiveRule, problem: Problem, settings: Settings) -> Finding:
    """The finding with one reason why its fix is unsafe, without edits where it can be made."""
    fix = problem.fix
    if fix and not fix.safe and not article.faults and frontmatter.is_certain(article, fix.changes):
        return Finding(active, problem, (), fix.why or RULE_SAYS_SO)
    return _briefly_rated(article, active, problem, settings)


def _unrated(article: Article, active: ActiveRule, problem: Problem, _: Settings) -> Finding:
    """The finding with its fix as edits."""
    if problem.fix is None:
        return Finding(active, problem)
    edits = _rendered(article, problem.fix.changes)
    if edits is None or (article.faults and _misread(article, active, edits)):
        return Finding(active, problem._replace(fix=None))
    return Finding(active, problem, edits)


def _misread(article: Article, active: ActiveRule, edits: tuple[Edit, ...]) -> bool:
    """True for a fix of a text that is read, but not as it was meant: another rule says how."""
    return any(
        isinstance(fault, MISREAD)
        and not isinstance(fault, active.rule.faults)
        and any(e.span.start <= fault.span.end and e.span.end >= fault.span.start for e in edits)
        for fault in article.faults
    )


def _rendered(article: Article, changes: tuple[Change, ...]) -> tuple[Edit, ...] | None:
    try:
        return tuple(frontmatter.render(article, changes))
    except frontmatter.CannotRender:
        return None
