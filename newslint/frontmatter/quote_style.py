"""How an article writes its values, so that new ones look like those it has."""

from __future__ import annotations

from functools import cached_property

from newslint.model.article import Article
from newslint.model.values import Field, ListValue, Scalar, Style

QUOTABLE = ("plain", "single", "double")
"""The styles that a new value may have."""


class Habits:
    """The quoting habits of one article."""

    def __init__(self, article: Article) -> None:
        self.fields = article.fields

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
