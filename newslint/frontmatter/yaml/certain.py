"""Changes whose edits are certain at a glance: most are of that kind. The others are rendered."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from itertools import pairwise

from newslint.frontmatter.yaml.quoting import stands_for_itself
from newslint.model.changes import Change, DeleteKey, SetScalar
from newslint.model.spans import Edit, Span
from newslint.model.values import Field, Scalar
from newslint.site_article import Article

_ONE_LINE = ("plain", "single", "double", "empty")
"""Styles of values that take in no line below them."""


def certain_edit(article: Article, change: Change) -> Edit | None:
    """The edit that makes a change alone, as the renderer makes it; None: ask the renderer."""
    if isinstance(change, SetScalar):
        mark = article.text[change.scalar.span.start : change.scalar.span.start + 1]
        if not change.literal and _is_set(article.text, change.scalar, change.text, mark):
            return Edit(change.scalar.span, f"{mark}{change.text}{mark}")
    elif isinstance(change, DeleteKey) and _goes_with_its_line(article, change.field):
        return Edit(Span(change.field.key_span.start, change.field.value.span.end + 1), "")
    return None


def certain_edits(article: Article, changes: Sequence[Change]) -> list[Edit] | None:
    """The edits that make all the changes at once, as the renderer makes them; None: ask it."""
    if len(changes) == 1:
        edit = certain_edit(article, changes[0])
        return None if edit is None else [edit]
    set_to: list[Edit] = []
    gone: list[Edit] = []
    for change in changes:
        edit = certain_edit(article, change)
        if edit is None:
            return None
        (gone if isinstance(change, DeleteKey) else set_to).append(edit)
    edits = [*set_to, *sorted(gone)]
    places = sorted([edit.span for edit in edits])
    if any(one.end > other.start for one, other in pairwise(places)):
        return None
    return None if gone and _are_neighbours(article, gone) else edits


def _are_neighbours(article: Article, gone: Iterable[Edit]) -> bool:
    """True where one key goes right below another: what is left stands below another value then."""
    starts = {edit.span.start for edit in gone}
    going = [field.key_span.start in starts for field in article.fields]
    return any(one and other for one, other in pairwise(going))


def _is_set(text: str, old: Scalar, new: str, mark: str) -> bool:
    """True for a text between quotes that takes the place of one, both without any escape."""
    if mark not in ("'", '"') or text[slice(*old.span)] != f"{mark}{old.text}{mark}":
        return False
    return old.editable and stands_for_itself(old.text, mark) and stands_for_itself(new, mark)


def _goes_with_its_line(article: Article, field: Field) -> bool:
    """True for a key at the left margin with a single value that ends its line, and no block scalar
    above it: what is left reads as it did."""
    value, text, block = field.value, article.text, article.block
    if block is None or not isinstance(value, Scalar) or not value.editable:
        return False
    if text[field.key_span.start - 1] != "\n" or not text.startswith("\n", value.span.end):
        return False
    if not text[block.content.start].isalpha():
        return False  # all of it may stand between braces
    above = None
    for one in article.fields:
        if one is field:
            return above is None or (isinstance(above, Scalar) and above.style in _ONE_LINE)
        above = one.value
    return False
