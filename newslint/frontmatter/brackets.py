"""What the edits of TOML and JSON share: texts that stand between quotes, lists in brackets."""

from __future__ import annotations

from abc import abstractmethod
from collections.abc import Sequence

from newslint.frontmatter.renderer import Renderer
from newslint.frontmatter.rendering import CannotRender
from newslint.model.changes import SetList
from newslint.model.spans import Edit
from newslint.model.values import ListValue, Scalar


class BracketRenderer(Renderer):
    """A renderer of a format in which every text has quotes and every list has brackets."""

    def quote(self, old: Scalar) -> Edit:
        if old.style != "plain":
            raise CannotRender("it stands between quotes already")
        return Edit(old.span, self.string(old.text))

    def set_list(self, change: SetList) -> Edit:
        value = change.field.value
        if not isinstance(value, Scalar | ListValue):
            raise CannotRender("a table is no list")
        if isinstance(value, ListValue) and not value.flow:
            raise CannotRender("a list of many lines is changed item by item")
        return Edit(value.span, self.array(change.items))

    @abstractmethod
    def string(self, text: str) -> str:
        """A text between quotes, as the article writes them."""

    def array(self, texts: Sequence[str]) -> str:
        return "[" + ", ".join(map(self.string, texts)) + "]"
