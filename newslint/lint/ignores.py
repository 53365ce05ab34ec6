"""Comments that silence, written where they silence: for problems that are meant to stay.

A comment stands on a line of its own above the key or item that a problem is about; where that does
not hold it is one for the whole file, on the first line of the front matter. Nothing else changes,
which the proof of every fix says of these, too.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence

from newslint.config.settings import Settings
from newslint.files.read import Source
from newslint.frontmatter.read import read_article
from newslint.lint.fix import check
from newslint.lint.proof import prove
from newslint.lint.suppress import places_in, silences, suppressions
from newslint.model.changes import ReplaceText
from newslint.model.diagnostics import Diagnostic
from newslint.model.records import NamedTuple
from newslint.model.spans import Edit, Position, Span, apply_edits
from newslint.model.values import Field, scalars_in
from newslint.site_article import Article


class Silenced(NamedTuple):
    """A text with comments for all of some problems: how many comments."""

    text: str
    comments: int


class _Spot(NamedTuple):
    """Where a comment is to stand. `whole`: it is one for the whole file."""

    at: int
    indent: str
    whole: bool


def can_hold(article: Article) -> bool:
    """False for a file in which no comment can stand: JSON, broken or missing front matter."""
    return not article.broken and article.block is not None and article.block.format != "json"


def with_ignores(
    source: Source, path: str, settings: Settings, problems: Sequence[Diagnostic], reason: str
) -> Silenced | None:
    """The text of a source with comments for these problems of it; None where none passes the
    proof. `path` is below the site's root."""
    article = read_article(source, path, settings)
    if not can_hold(article):
        return None
    offsets = _offsets(article.text, (one.start for one in problems))
    for spots in (_narrow(article, offsets), _by_key(article, offsets), _file(article, offsets)):
        made = _made(article, problems, spots, reason)
        if _holds(source, article, made, settings, list(zip(problems, offsets, strict=True))):
            return Silenced(apply_edits(article.text, made), len(made))
    return None


def _offsets(text: str, positions: Iterable[Position]) -> list[int]:
    starts = [0]
    while (end := text.find("\n", starts[-1])) >= 0:
        starts.append(end + 1)
    return [starts[min(one.row, len(starts)) - 1] + one.column - 1 for one in positions]


def _narrow(article: Article, offsets: Iterable[int]) -> list[_Spot]:
    """Above the innermost key or item that each problem is in."""
    places = sorted(places_in(article.fields), key=lambda one: one.end - one.start)
    return [_spot(article, at, places) for at in offsets]


def _by_key(article: Article, offsets: Iterable[int]) -> list[_Spot]:
    """Above the key at the top that each problem is in."""
    places = [field.span for field in article.fields]
    return [_spot(article, at, places) for at in offsets]


def _file(article: Article, offsets: Iterable[int]) -> list[_Spot]:
    return [_first(article) for _ in offsets]


def _spot(article: Article, at: int, places: Iterable[Span]) -> _Spot:
    """Above the first of these places in which a problem is, where it begins its line."""
    for place in places:
        line = article.text.rfind("\n", 0, place.start) + 1
        before = article.text[line : place.start]
        if place.start <= at <= place.end and not before.strip(" -"):
            indent = before[: len(before) - len(before.lstrip(" "))]
            return _Spot(line, indent, False)
    return _first(article)


def _first(article: Article) -> _Spot:
    assert article.block is not None
    return _Spot(article.block.content.start, "", True)


def _made(
    article: Article, problems: Sequence[Diagnostic], spots: Sequence[_Spot], reason: str
) -> list[Edit]:
    """One comment at each spot, for all rules that are to be silenced there."""
    codes: dict[_Spot, set[str]] = {}
    for one, spot in zip(problems, spots, strict=True):
        codes.setdefault(spot, set()).add(one.code)
    assert article.block is not None
    opening = article.block.opening
    end = "\r\n" if article.text[opening.end : opening.end + 2] == "\r\n" else "\n"
    made = []
    for spot in sorted(codes, key=lambda one: (one.at, not one.whole)):
        word = "ignore-file" if spot.whole else "ignore"
        words = f"# newslint: {word}[{', '.join(sorted(codes[spot]))}] {reason}".rstrip()
        made.append(Edit(Span(spot.at, spot.at), f"{spot.indent}{words}{end}"))
    return made


def _holds(
    source: Source,
    article: Article,
    edits: Sequence[Edit],
    settings: Settings,
    problems: Sequence[tuple[Diagnostic, int]],
) -> bool:
    """True where the comments silence just these problems, and nothing else is another."""
    text = apply_edits(article.text, edits)
    changed = Source(source.path, text, source.bom, None)
    after = read_article(changed, article.path, settings)
    changes = [ReplaceText(one.span, one.text) for one in edits]
    if after.broken or _values(after.fields) != _values(article.fields):
        return False
    if after.body != article.body or prove(article, after, changes) is not None:
        return False
    given = suppressions(after)
    for one, at in problems:
        moved = at + sum(len(edit.text) for edit in edits if edit.span.start <= at)
        place = Span(moved, moved)
        spans = ((s, n) for s in given for n in s.selectors)
        if not any(silences(n, s.reach, place, one.code, one.name) for s, n in spans):
            return False
    return _same_rest(source, changed, article.path, settings, [one for one, _ in problems])


def _same_rest(
    source: Source,
    changed: Source,
    path: str,
    settings: Settings,
    problems: Iterable[Diagnostic],
) -> bool:
    """True where no problem came, and none went that was not meant."""
    before = Counter(map(_known, check(source, path, "", settings)))
    after = Counter(map(_known, check(changed, path, "", settings)))
    meant = Counter(map(_known, problems))
    return not after - before and not before - meant - after


def _known(one: Diagnostic) -> tuple[str, str, str]:
    return one.code, one.field, one.digest


def _values(fields: Iterable[Field]) -> list[object]:
    return [
        (one.key, [(scalar.text, scalar.kind) for scalar in scalars_in(one.value)])
        for one in fields
    ]
