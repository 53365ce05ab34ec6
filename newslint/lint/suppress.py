"""Comments that silence: `# newslint: ignore[TAG006]` and `# newslint: ignore-file[DAT]`.

Without brackets, as `# newslint: ignore`, they silence everything. A reason may follow the
brackets. What starts like one and is none of these silences nothing, and is reported.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator

from newslint import registry
from newslint.model.article import Comment
from newslint.model.faults import UnusedIgnore
from newslint.model.records import NamedTuple
from newslint.model.spans import Span
from newslint.model.values import Field, ListValue, Table, Value
from newslint.site_article import Article
from newslint.text.regex import regex

_START = r"#\s*newslint:"
_PATTERN = r"#\s*newslint:\s*(ignore-file|ignore)(?:\s*\[([^\]]*)\]|\s*$)"


class Suppression(NamedTuple):
    """What one comment silences: the codes it names, within `reach` (None: the whole file)."""

    comment: Comment
    selectors: tuple[str, ...]
    reach: Span | None

    def covers(self, span: Span, selector: str, code: str, name: str) -> bool:
        """True when a problem at `span` is silenced by this selector."""
        return silences(selector, self.reach, span, code, name)


_OWN_CODE = regex(r"[A-Za-z]{3}[0-9]{3}")


def silences(selector: str, reach: Span | None, span: Span, code: str, name: str) -> bool:
    """True when a selector silences, within `reach` (None: the whole file), a problem at `span`."""
    if reach is not None and not reach.start <= span.start <= reach.end:
        return False
    if selector == "ALL" or selector.lower() == name:
        return True
    if code in registry.successors(selector):
        return True
    return len(selector) >= 3 and code.startswith(selector.upper())


def suppressions(article: Article) -> tuple[Suppression, ...]:
    """The suppressions of an article, in their order."""
    found = []
    for comment in article.comments:
        if not re.match(_START, comment.text):
            continue
        match = re.match(_PATTERN, comment.text)
        listed = "ALL" if match and match[2] is None else match[2] if match else ""
        names = tuple(part.strip() for part in listed.split(",") if part.strip())
        whole = match is not None and match[1] == "ignore-file"
        reach = None if whole else _reach(article, comment)
        found.append(Suppression(comment, names, reach))
    return tuple(found)


def unused(
    article: Article,
    given: tuple[Suppression, ...],
    used: set[tuple[int, str]],
    judged: Callable[[str], bool],
    late: Callable[[str], bool] = lambda _: False,
) -> tuple[UnusedIgnore, ...]:
    """A fault for every comment that silences nothing, or names something that it does not.

    `used` holds (index of the suppression, selector). A selector whose rules did not run (`judged`
    false) is skipped: nothing is known of it. `late` says whether a selector names a
    rule that runs once the whole site is known.
    """
    faults: list[UnusedIgnore] = []
    for index, suppression in enumerate(given):
        silent = [name for name in suppression.selectors if (index, name) not in used]
        known = [name for name in silent if registry.named(name)]
        faults += _unknown(suppression.comment.span, [one for one in silent if one not in known])
        faults += _idle(suppression, tuple(filter(judged, known)), late)
    return tuple(faults)


def _idle(
    suppression: Suppression, idle: tuple[str, ...], late: Callable[[str], bool]
) -> Iterator[UnusedIgnore]:
    """The fault of a comment that silences nothing, or of these names in it."""
    names = suppression.selectors
    if idle or not names:
        left = tuple(name for name in names if name not in idle)
        yield UnusedIgnore(suppression.comment.span, idle, left, any(map(late, idle)))


def _unknown(span: Span, names: Iterable[str]) -> Iterator[UnusedIgnore]:
    """A fault for each name that is no rule's: nothing is said of a code that looks like that of a
    rule of one's own, which may not be loaded."""
    for name in names:
        if registry.named(name[:3]) or not _OWN_CODE.fullmatch(name):
            hint = registry.near(name)
            yield UnusedIgnore(span, (name,), (), unknown=True, hint=hint)


def _reach(article: Article, comment: Comment) -> Span:
    """The key or list item after which the comment stands, or the one below it."""
    at = comment.span.start
    places = list(places_in(article.fields))
    line = at if comment.alone else article.text.rfind("\n", 0, at) + 1
    ended = [place for place in places if line <= place.end <= at]
    begun = [place for place in places if line <= place.start <= at]
    if ended and not comment.alone:
        return max(ended, key=lambda place: (place.end, place.start))
    if begun:
        return max(begun, key=lambda place: (place.start, -place.end))
    below = [place for place in places if place.start > at]
    return min(below, key=lambda place: (place.start, -place.end), default=comment.span)


def places_in(fields: Iterable[Field]) -> Iterator[Span]:
    """What a comment can be about: keys with their values, and the items of lists."""
    for field in fields:
        yield field.span
        yield from _in_value(field.value)


def _in_value(value: Value) -> Iterator[Span]:
    if isinstance(value, ListValue):
        for item in value.items:
            yield item.span
            yield from _in_value(item)
    elif isinstance(value, Table):
        yield from places_in(value.fields)
