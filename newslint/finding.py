"""What the rules find in an article: suppressions applied, fixes rendered and rated."""

from __future__ import annotations

import traceback
from collections.abc import Iterable, Iterator
from dataclasses import replace
from pathlib import Path
from typing import NamedTuple

from newslint import registry, syntax
from newslint.article import Article, Fault
from newslint.edit import (
    Change,
    DropBom,
    Edit,
    Fix,
    InsertKey,
    Reencode,
    RenameKey,
    ReorderKeys,
    Splice,
    apply_edits,
)
from newslint.errors import NewslintError
from newslint.reading import read_article
from newslint.rule import Problem, Severity
from newslint.settings import ActiveRule, Settings
from newslint.source import Source
from newslint.suppress import Suppression, suppressions, unused
from newslint.value import Field, Span


class Finding(NamedTuple):
    """A problem and the rule that found it; `edits` and `safe` are its fix, rendered and rated."""

    active: ActiveRule
    problem: Problem
    edits: tuple[Edit, ...] | None = None
    safe: bool = False

    @property
    def severity(self) -> Severity:
        """The config's word, else the problem's own, else the rule's."""
        return self.active.severity or self.problem.severity or self.active.rule.severity


def find(article: Article, settings: Settings) -> list[Finding]:
    """What the rules find, suppressions applied, fixes rendered and rated for the target."""
    given = suppressions(article) if article.comments else ()
    used: set[tuple[int, str]] = set()
    findings = []
    for active, problem in _problems(article, settings):
        if given and _silenced(given, used, active, problem):
            continue
        findings.append(_rated(article, active, problem, settings))
    if given:
        late = unused(article, given, used, lambda selector: _judged(selector, settings))
        findings += worded(article, late, settings)
    return findings


def _problems(article: Article, settings: Settings) -> Iterator[tuple[ActiveRule, Problem]]:
    crashes: list[Fault] = []
    for active in settings.rules_for(article):
        try:
            problems = list(active.rule.check(article, active.options))
        except Exception:
            crashes.append(_crash(active))
            continue
        for problem in problems:
            yield active, problem
    for finding in worded(article, crashes, settings):
        yield finding.active, finding.problem


def _crash(active: ActiveRule) -> Fault:
    last = traceback.format_exc().strip().splitlines()[-1]
    return Fault("rule-crashed", Span(0, 0), last, active.rule.code, note=active.rule.name)


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


def _judged(selector: str, settings: Settings) -> bool:
    """True when a selector names at least one rule that is on (or no rule at all)."""
    try:
        return bool(registry.select([selector], "") & settings.selected)
    except NewslintError:
        return True


def worded(article: Article, faults: Iterable[Fault], settings: Settings) -> list[Finding]:
    """What the rules for these faults say of them: faults that the run itself found late."""
    marked = replace(article, faults=tuple(faults))
    kinds = {fault.kind for fault in marked.faults}
    return [
        _rated(article, active, problem, settings)
        for active in settings.rules
        if kinds.intersection(active.rule.faults)
        for problem in active.rule.check(marked, active.options)
    ]


def _rated(article: Article, active: ActiveRule, problem: Problem, settings: Settings) -> Finding:
    """The finding with its fix as edits; safe only when the target's view of the page stays."""
    if problem.fix is None:
        return Finding(active, problem)
    edits = _rendered(article, problem.fix.changes)
    if edits is None or _misread(article, active, edits):
        return Finding(active, problem._replace(fix=None))
    nothing_built = article.broken or problem.fix.repair
    safe = problem.fix.safe and (nothing_built or not _moves(article, problem.fix, edits, settings))
    return Finding(active, problem, edits, safe)


_MISREAD = frozenset(("shortened", "merged-items", "glued-item", "glued-key", "open-item"))


def _misread(article: Article, active: ActiveRule, edits: tuple[Edit, ...]) -> bool:
    """True for a fix of a text that is read, but not as it was meant: another rule says how."""
    return any(
        fault.kind in _MISREAD
        and fault.kind not in active.rule.faults
        and any(e.span.start <= fault.span.end and e.span.end >= fault.span.start for e in edits)
        for fault in article.faults
    )


def _rendered(article: Article, changes: Iterable[Change]) -> tuple[Edit, ...] | None:
    try:
        return tuple(syntax.render(article, changes))
    except syntax.CannotRender:
        return None


def _moves(article: Article, fix: Fix, edits: tuple[Edit, ...], settings: Settings) -> bool:
    """True when a fix would move the page's URL, terms or dates, or when that is not known."""
    if all(isinstance(change, Splice | DropBom | ReorderKeys) for change in fix.changes):
        return False  # no value changes: the proof would refuse such a fix otherwise
    inner = (*article.by_role.values(), *article.terms())  # some of them stand inside a table
    touched = {field.role for field in (*article.fields, *inner) if _touches(field, edits)}
    terms = {field.role for field in article.terms()}
    renames = any(isinstance(change, InsertKey | RenameKey) for change in fix.changes)
    if not renames and not touched & (_IDENTITY | terms):
        return False
    target = article.context.target
    page = target.page(article)
    if page is None:
        return True
    after = mended(article, fix.changes, edits, settings)
    if after.broken:
        return True
    moved = target.page(after)
    if moved is None or moved != page:
        return True
    return page.url is None and bool(renames or touched & (_URL_ROLES | terms))


_URL_ROLES = frozenset(("title", "slug", "url", "date", "lastmod", "publishdate", "type"))
_IDENTITY = _URL_ROLES | {"expirydate", "draft", "published"}


def _touches(field: Field, edits: tuple[Edit, ...]) -> bool:
    span = field.span
    return any(edit.span.start <= span.end and edit.span.end >= span.start for edit in edits)


def mended(
    article: Article, changes: Iterable[Change], edits: Iterable[Edit], settings: Settings
) -> Article:
    """The article of the text with the edits made, read anew."""
    changes = tuple(changes)
    bom = article.bom and not any(isinstance(change, DropBom) for change in changes)
    anew = next((change.text for change in changes if isinstance(change, Reencode)), "")
    text = anew or apply_edits(article.text, edits)
    source = Source(Path(article.path), text, bom, None)
    return read_article(source, article.path, settings)
