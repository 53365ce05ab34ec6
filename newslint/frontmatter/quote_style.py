"""How an article writes its values, so that new ones look like those it has."""

from __future__ import annotations

from functools import cached_property
from typing import Self

from newslint.frontmatter.contract import CannotRender
from newslint.model.values import Field, ListValue, Scalar, Style
from newslint.site_article import Article

QUOTABLE = ("plain", "single", "double")
"""The styles that a new value may have."""


_MARKS = {"single": "'", "double": '"'}


def requoted(raw: str, text: str, style: Style) -> str:
    """A quoted text between the other quotes. Raises CannotRender where that would need escapes.

    `raw` is the text as it is written, with its quotes.
    """
    mark = _MARKS[style]
    inner = raw[1:-1].replace("''", "'") if raw[:1] == "'" else raw[1:-1]
    if raw[:1] not in _MARKS.values() or raw[:1] == mark:
        raise CannotRender("it does not stand between the other quotes")
    if inner != text or not text.isprintable() or mark in text or "\\" in text:
        raise CannotRender("the other quotes would need escapes")
    return f"{mark}{text}{mark}"


class Habits:
    """The quoting habits of one article."""

    def __init__(self, article: Article) -> None:
        self.fields = article.fields

    @classmethod
    def of(cls, article: Article) -> Self:
        """The habits of an article; the last one's are kept, as each fix asks for them."""
        known = cls.__dict__.get("_last")
        if known is None or known.fields is not article.fields:
            known = cls(article)
            setattr(cls, "_last", known)  # noqa: B010  # of this class, not of a subclass
        last: Self = known
        return last

    @cached_property
    def quotes(self) -> Style:
        """The quotes that most of the values have; double ones where none has any."""
        styles = [scalar.style for field in self.fields for scalar in field.scalars]
        return "single" if styles.count("single") > styles.count("double") else "double"

    @cached_property
    def items(self) -> Style:
        """The style that the items of lists have most often."""
        lists = [field for field in self.fields if isinstance(field.value, ListValue)]
        styles = [item.style for field in lists for item in field.scalars]
        if not styles:
            return self.quotes
        return max(("plain", "double", "single"), key=styles.count)

    def style_beside(self, items: ListValue, index: int) -> Style:
        """The style of the item at an index; of a nested one plain."""
        item = items.items[index]
        return item.style if isinstance(item, Scalar) and item.style in QUOTABLE else "plain"


def style_like(field: Field) -> Style:
    """The quotes of a field's value, else plain."""
    value = field.value
    quoted = isinstance(value, Scalar) and value.style in ("single", "double")
    return value.style if quoted and isinstance(value, Scalar) else "plain"
