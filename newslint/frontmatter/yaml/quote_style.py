"""How an article writes its values in YAML."""

from __future__ import annotations

from newslint.frontmatter import quote_style
from newslint.frontmatter.yaml.quoting import plain_is_safe, preferred, quote
from newslint.model.values import Style


class Habits(quote_style.Habits):
    """The quoting habits of one article."""

    def key(self, name: str) -> str:
        return name if plain_is_safe(name) else quote(name, preferred(name, self.quotes))

    def value(self, text: str, style: Style) -> str:
        """A text in the style; between quotes where it cannot stand bare anywhere."""
        if style == "plain":
            return self.key(text)
        style = style if style in quote_style.QUOTABLE else self.quotes
        return quote(text, preferred(text, style))

    def flow_list(self, texts: tuple[str, ...], style: Style) -> str:
        return "[" + ", ".join(self.value(text, style) for text in texts) + "]"
