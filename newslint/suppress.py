"""Comments that silence: `# newslint: ignore[TAG006]` and `# newslint: ignore-file[DAT]`."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass

from newslint.article import Article, Comment, Fault, Field, Items, Span

MARK = "newslint:"
_PATTERN = re.compile(r"#\s*newslint:\s*(ignore-file|ignore)\s*(?:\[([^\]]*)\])?")


@dataclass(frozen=True, slots=True)
class Suppression:
    """What one comment silences: the codes it names, within `reach` (None: the whole file)."""

    comment: Comment
    selectors: tuple[str, ...]
    reach: Span | None

    def covers(self, span: Span, selector: str, code: str, name: str) -> bool:
        """True when a problem at `span` is silenced by this selector."""
        if self.reach is not None and not self.reach.start <= span.start <= self.reach.end:
            return False
        return selector == "ALL" or selector.lower() == name or code.startswith(selector.upper())


def suppressions(article: Article) -> tuple[Suppression, ...]:
    """The suppressions of an article, in their order."""
    found = []
    for comment in article.comments:
        match = _PATTERN.match(comment.text)
        if match is None:
            continue
        names = tuple(part.strip() for part in (match.group(2) or "ALL").split(",") if part.strip())
        whole = match.group(1) == "ignore-file"
        reach = None if whole else _reach(article, comment)
        found.append(Suppression(comment, names, reach))
    return tuple(found)


def unused(
    article: Article,
    given: tuple[Suppression, ...],
    used: set[tuple[int, str]],
    judged: Callable[[str], bool],
) -> tuple[Fault, ...]:
    """A fault for every selector that silenced nothing.

    `used` holds (index of the suppression, selector). A selector whose rules did not run (`judged`
    false) is passed over: nothing is known of it.
    """
    faults = []
    for index, suppression in enumerate(given):
        idle = [s for s in suppression.selectors if (index, s) not in used and judged(s)]
        if idle:
            whole = "all" if len(idle) == len(suppression.selectors) else "some"
            text = f"{', '.join(idle)} silences nothing here"
            faults.append(Fault("unused-ignore", suppression.comment.span, text, note=whole))
    return tuple(faults)


def _reach(article: Article, comment: Comment) -> Span:
    """The key or list item behind whose value the comment stands, or the one below it."""
    text, at = article.text, comment.span.start
    if comment.alone:
        places = [place for place in _places(article) if place.start > at]
        return min(places, key=lambda place: (place.start, -place.end), default=comment.span)
    line = text.rfind("\n", 0, at) + 1
    here = [place for place in _places(article) if line <= place.start < at]
    if here:
        return max(here, key=lambda place: (place.end - place.start, place.start))
    ending = [place for place in _places(article) if line <= place.end <= at]
    return min(ending, key=lambda place: place.end - place.start, default=comment.span)


def _places(article: Article) -> list[Span]:
    """What a comment can be about: the fields, and the items of block lists."""
    places: list[Span] = []
    for field in article.fields:
        places += _field_places(field)
    return places


def _field_places(field: Field) -> list[Span]:
    places = [field.span]
    if isinstance(field.value, Items) and not field.value.flow:
        places += (item.span for item in field.value.items)
    return places
