"""One article through the pipeline, from top to bottom: check() and fix()."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Mapping
from itertools import chain

from newslint import frontmatter
from newslint.config.settings import Settings
from newslint.files.read import Source, positions
from newslint.frontmatter.read import read_article
from newslint.lint.applicability import Trial, judge
from newslint.lint.asked import all_counted, asked, counted
from newslint.lint.check import Finding, find, findings_for
from newslint.lint.many import EACH, TOO_MANY, TOO_MANY_VALUES, is_provable, size
from newslint.model.changes import Change, DeleteItem, Fix, InsertItem, SetScalar
from newslint.model.counted import NONE_HELD, Asked, Counted, Held
from newslint.model.diagnostics import Diagnostic, DiagnosticFix, PlacedEdit, in_order
from newslint.model.faults import Fault, FixRefused, NotUtf8
from newslint.model.records import dataclass, field
from newslint.model.spans import Edit, Position, Span, apply_edits
from newslint.model.stages import PROOF
from newslint.site_article import Article
from newslint.text.value_digest import value_digest

MAX_PASSES = 10
"""Passes of `fix` over one file; one that is not stable by then is left as it was."""

MANY = 50
"""Findings and edits of one text from which on its rows are counted once, not for each."""

LEAST_TRIES = 16
"""Sets of fixes that are tried and proved in one pass, however long the article is."""

_new = tuple.__new__
"""Makes a value without the Python function of its class, in a third of the time."""

Places = Mapping[int, Position]


@dataclass(frozen=True, slots=True)
class Outcome:
    """What `fix` made of a text: `text` and `bom` as they would be written.

    `applied` are the findings that were fixed, at their places in the text that they were found
    in; `left` is what stands in the text as it now is. `reencoded`: it was not in UTF-8 before.
    `article` is what the text is read as. `asked` is for the count over the site, at the start.
    `waits` is what was held since it is not known yet what is to be.
    """

    text: str
    bom: bool
    applied: tuple[Diagnostic, ...]
    left: tuple[Diagnostic, ...]
    reencoded: bool = False
    article: Article | None = field(default=None, compare=False, repr=False)
    asked: Asked | None = None
    waits: Held = NONE_HELD


def check(source: Source, path: str, shown: str, settings: Settings) -> tuple[Diagnostic, ...]:
    """The diagnostics of a source, sorted. `path` is below the site's root, `shown` is printed."""
    return checked(read_article(source, path, settings), shown, settings)[0]


def checked(
    article: Article, shown: str, settings: Settings, *, reasons: bool = True
) -> tuple[tuple[Diagnostic, ...], Asked]:
    """The diagnostics of an article, sorted, and what the count over the site must know of it.

    `reasons` as in `find`; where nobody reads them nobody reads the edits of fixes.
    """
    silenced: list[Finding] = []
    findings = find(article, settings, silenced, reasons=reasons, edits=reasons)
    return diagnosed(article, shown, settings, findings, silenced)


def diagnosed(
    article: Article,
    shown: str,
    settings: Settings,
    findings: list[Finding],
    silenced: Iterable[Finding],
) -> tuple[tuple[Diagnostic, ...], Asked]:
    """The last part of `checked`: findings as diagnostics, those that are silenced counted too."""
    kinds = all_counted(article, findings, settings)
    about = asked(article, settings, (*kinds, *all_counted(article, silenced, settings)))
    return _diagnostics(article, shown, zip(findings, kinds, strict=True)), about


def fix(  # noqa: PLR0913 (a keyword each)
    source: Source,
    path: str,
    shown: str,
    settings: Settings,
    *,
    unsafe: bool,
    reasons: bool = True,
) -> Outcome:
    """Fix what is safe (and, when asked, what is unsafe) until nothing more is to be done.

    Every pass is proved before the next; a fix that does not pass is refused and named, the others
    are made. A text that does not settle within MAX_PASSES comes back as it was. `reasons` as in
    `find`.
    """
    first = article = read_article(source, path, settings)
    silenced: list[Finding] = []
    findings = start = find(first, settings, silenced, reasons=reasons)
    about = asked(first, settings, all_counted(first, (*start, *silenced), settings))
    applied: list[Diagnostic] = []
    refused: dict[_Name, str] = {}
    passes = 0
    while passes < MAX_PASSES:
        made: list[Finding] = []
        while chosen := _choose(article, findings, refused, settings, unsafe=unsafe):
            after, made = _mend(article, chosen, settings, refused)
            if made:
                break  # else all of them are refused: those that waited for them have their turn
        if not made:
            every = _left(article, findings, refused, settings)
            left = to_diagnostics(article, shown, every, settings)
            reencoded = bool(source.encoding) and not any(article.faults_of(NotUtf8))
            done, waits = in_order(applied), _waits(article, findings, settings, unsafe=unsafe)
            return Outcome(article.text, article.bom, done, left, reencoded, article, about, waits)
        applied += (d._replace(fixed=True) for d in to_diagnostics(article, shown, made, settings))
        article = after
        findings = find(article, settings, reasons=reasons)
        passes += 1
    refused = {_name(chosen[0]): f"its fixes did not settle in {MAX_PASSES} passes"}
    findings = start + findings_for(first, _refusals(refused), settings)
    left = to_diagnostics(first, shown, findings, settings)
    return Outcome(first.text, first.bom, (), left, article=first, asked=about)


def _waits(
    article: Article, findings: Iterable[Finding], settings: Settings, *, unsafe: bool
) -> Held:
    """What was held of which it is not known yet whether it is to be."""
    if settings.held is not None:
        return NONE_HELD
    wanted = [
        f
        for f in findings
        if f.edits is not None and (f.safe or unsafe) and _is_held(article, f, settings)
    ]
    alone = [f for f in wanted if not f.problem.until_site]
    kinds = (counted(article, f.active, f.problem, settings).kind for f in alone)
    return Held(frozenset(kinds), len(alone) < len(wanted))


def _left(
    article: Article, findings: list[Finding], refused: dict[_Name, str], settings: Settings
) -> list[Finding]:
    """What is left of an article, with a finding for each fix of it that was refused."""
    there = {_name(finding) for finding in findings if finding.problem.fix}
    refusals = {name: reason for name, reason in refused.items() if name in there}
    return findings + findings_for(article, _refusals(refusals), settings)


def refuse(
    source: Source, path: str, shown: str, settings: Settings, fault: Fault
) -> tuple[Diagnostic, ...]:
    """The diagnostics of a source whose fixed text could not be written, with the reason."""
    article = read_article(source, path, settings)
    found = find(article, settings) + findings_for(article, [fault], settings)
    return to_diagnostics(article, shown, found, settings)


_Name = tuple[str, str, str]


def _name(finding: Finding) -> _Name:
    problem = finding.problem
    assert problem.fix is not None
    return finding.active.rule.code, problem.message, problem.fix.message


def _choose(
    article: Article,
    findings: list[Finding],
    refused: Iterable[_Name],
    settings: Settings,
    *,
    unsafe: bool,
) -> list[Finding]:
    """The fixes to make in one pass: the safe ones first, the unsafe ones once none is left.

    Of fixes that touch the same text the first is taken; the others wait for the next pass. Habits
    of the site are left as they are.
    """
    mendable = [f for f in findings if f.edits is not None and _name(f) not in refused]
    wanted = _wanted(article, mendable, settings, unsafe=unsafe)
    if not is_provable(article):  # all of them are refused, whether they fit together or not
        return wanted
    if len(wanted) > MANY and _edits(article, wanted) is None:
        wanted = _apart(wanted)
    return _compatible(article, [], wanted)


def _wanted(
    article: Article, mendable: list[Finding], settings: Settings, *, unsafe: bool
) -> list[Finding]:
    """Those that are not held: the safe ones, else the unsafe ones when they are asked for."""
    if settings.held != NONE_HELD:
        mendable = [f for f in mendable if not _is_held(article, f, settings)]
    safe = [f for f in mendable if f.safe]
    return mendable if unsafe and not safe else safe


def _is_held(article: Article, finding: Finding, settings: Settings) -> bool:
    held = settings.held
    if finding.problem.until_site:
        return held is None or held.until_site
    known = counted(article, finding.active, finding.problem, settings)
    return known.habit and (held is None or known.kind in held.kinds)


def _apart(findings: list[Finding]) -> list[Finding]:
    """Those of very many fixes that touch no value and no place that an earlier one touches, and
    change no list in another way."""
    taken: set[Span] = set()
    lists: dict[Span, int] = {}
    ends: list[int] = []
    starts: list[int] = []
    kept = []
    for finding in findings:
        spans = [edit.span for edit in finding.edits or ()]
        values = {c.scalar.span for c in _changes((finding,)) if isinstance(c, SetScalar)}
        free = all(_is_free(span, starts, ends) for span in spans)
        ways = _ways(finding)
        alike = all(lists.get(span, way) == way for span, way in ways)
        if free and alike and taken.isdisjoint(values):
            taken |= values
            lists.update(ways)
            _take(spans, starts, ends)
            kept.append(finding)
    return kept


def _ways(finding: Finding) -> list[tuple[Span, int]]:
    """The lists that a fix changes, each with 1 where items come; -1: they go."""
    found: list[tuple[Span, int]] = []
    for change in _changes((finding,)):
        if isinstance(change, InsertItem):
            found.append((change.items.span, 1))
        elif isinstance(change, DeleteItem):
            found.append((change.items.span, -1))
    return found


def _is_free(span: Span, starts: list[int], ends: list[int]) -> bool:
    """True for a place apart from those taken, which are in order and apart themselves."""
    at = bisect_right(starts, span.end)
    return at == 0 or ends[at - 1] < span.start


def _take(spans: Iterable[Span], starts: list[int], ends: list[int]) -> None:
    """Add places to those taken, in order."""
    for span in spans:
        at = bisect_left(starts, span.start)
        starts.insert(at, span.start)
        ends.insert(at, span.end)


def _compatible(article: Article, chosen: list[Finding], more: list[Finding]) -> list[Finding]:
    """`chosen` and, in their order, all of `more` that do not get in its way.

    Tried in halves: most often all of them fit, and rendering them one by one would take time by
    the square of their number.
    """
    every = [*chosen, *more]
    if not more or _edits(article, every) is not None:
        return every
    if len(more) == 1:
        return chosen
    half = len(more) // 2
    return _compatible(article, _compatible(article, chosen, more[:half]), more[half:])


def _changes(findings: Iterable[Finding]) -> tuple[Change, ...]:
    return tuple(change for f in findings if f.problem.fix for change in f.problem.fix.changes)


class _Last:
    """The fixes whose edits were asked for last: what is chosen is rendered to see that it fits
    together, and then made."""

    known: tuple[Article, list[Finding], list[Edit] | None] | None = None


def _edits(article: Article, findings: list[Finding]) -> list[Edit] | None:
    """The edits of several fixes at once; None when they get in each other's way."""
    known = _Last.known
    if known is None or known[0] is not article or known[1] != findings:
        known = _Last.known = article, [*findings], _rendered(article, findings)
    return known[2]


def _rendered(article: Article, findings: list[Finding]) -> list[Edit] | None:
    try:
        edits = frontmatter.render(article, _changes(findings))
        apply_edits(article.text, edits)
    except (frontmatter.CannotRender, ValueError):
        return None
    return edits


def _mend(
    article: Article, chosen: list[Finding], settings: Settings, refused: dict[_Name, str]
) -> tuple[Article, list[Finding]]:
    """The article with the fixes made that pass their proof, and these fixes.

    All at once first; when that does not pass, in halves, so that only those at fault are refused;
    of very many those that could not be tried are refused, too.
    """
    best: tuple[Article, list[Finding]] = (article, [])
    waiting = [chosen] if chosen else []
    if chosen and not is_provable(article):
        refused |= dict.fromkeys(map(_name, chosen), TOO_MANY_VALUES)
        return best
    tries = 0
    while waiting:
        part = waiting.pop()
        if tries > LEAST_TRIES and tries * size(article) > EACH:
            refused |= dict.fromkeys(map(_name, part), TOO_MANY)
            continue
        tries += 1
        made = [*best[1], *part]
        after, reason = _attempt(article, made, settings)
        if reason is None:
            best = after, made
        elif len(part) == 1:
            refused[_name(part[0])] = reason
        else:
            half = len(part) // 2
            waiting += (part[half:], part[:half])
    return best


def _attempt(
    article: Article, findings: list[Finding], settings: Settings
) -> tuple[Article, str | None]:
    """The fixed article, and why it may not be (None: it passes)."""
    edits = _edits(article, findings)
    if edits is None:
        return article, "its edits overlap"
    from newslint.lint.proof import prove

    fixes = [f.problem.fix for f in findings if f.problem.fix]
    trial = Trial(article, fixes, edits, settings)
    if not is_provable(trial.after):
        return article, TOO_MANY_VALUES
    with PROOF:
        reason = prove(article, trial.after, trial.changes)
    if reason is None and all(f.safe for f in findings):
        reason = judge(trial).reason or None
    return trial.after, reason


def _refusals(refused: dict[_Name, str]) -> list[FixRefused]:
    return [
        FixRefused(Span(0, 0), reason, code, message)
        for (code, _, message), reason in refused.items()
    ]


def to_diagnostics(
    article: Article, shown: str, findings: Iterable[Finding], settings: Settings
) -> tuple[Diagnostic, ...]:
    """Findings as diagnostics with rows and columns, sorted."""
    findings = tuple(findings)
    kinds = all_counted(article, findings, settings)
    return _diagnostics(article, shown, zip(findings, kinds, strict=True))


def _diagnostics(
    article: Article, shown: str, findings: Iterable[tuple[Finding, Counted]]
) -> tuple[Diagnostic, ...]:
    """Findings with what is counted of them as diagnostics, sorted."""
    found, text = sorted(findings, key=_order), article.text
    spans = [finding.problem.span for finding, _ in found]
    spans += [edit.span for finding, _ in found for edit in finding.edits or ()]
    places = positions(text, chain.from_iterable(spans))
    return tuple([_stamped(text, places, shown, finding, kind) for finding, kind in found])


def _order(found: tuple[Finding, Counted]) -> tuple[int, str, str]:
    """The order of a report: rows and columns grow as offsets do."""
    active, problem = found[0][:2]
    return problem.span.start, active.rule.code, problem.message


def _stamped(text: str, places: Places, shown: str, finding: Finding, kind: Counted) -> Diagnostic:
    active, problem, edits, reason, traceback = finding
    rule, fix, (start, end) = active.rule, problem.fix, problem.span
    made = (  # in the order of its fields: by their names takes five times as long
        shown,
        rule.code,
        rule.name,
        active.severity or problem.severity or rule.severity,
        problem.what,
        problem.field,
        places[start],
        places[end],
        None if fix is None or edits is None else _mending(places, fix, edits, reason),
        False,
        problem.related,
        traceback,
        problem.advice,
        kind,
        False,
        False,
        problem.until_site,
        value_digest(text[start:end]),
    )
    return _new(Diagnostic, made)


def _mending(places: Places, fix: Fix, edits: Iterable[Edit], reason: str) -> DiagnosticFix:
    placed = [
        _new(PlacedEdit, (edit, places[edit.span[0]], places[edit.span[1]])) for edit in edits
    ]
    return DiagnosticFix(fix.message, tuple(placed), reason or None)
