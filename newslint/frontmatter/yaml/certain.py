"""Changes whose edits are certain at a glance: most are of that kind. The others are rendered."""

from __future__ import annotations

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
