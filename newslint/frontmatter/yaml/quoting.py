"""How a text is written in YAML: bare, between single or between double quotes."""

from __future__ import annotations

from newslint.frontmatter import quote_style
from newslint.model.values import Style
from newslint.text.regex import regex

ESCAPES = {
    "0": "\0", "a": "\a", "b": "\b", "t": "\t", "\t": "\t", "n": "\n", "v": "\v", "f": "\f",
    "r": "\r", "e": "\x1b", " ": " ", '"': '"', "/": "/", "\\": "\\", "N": "\x85", "_": "\xa0",
    "L": "\u2028", "P": "\u2029",
}  # fmt: skip
"""What stands after a backslash between double quotes -> what it means."""

_SHORT = {"\n": "\\n", "\t": "\\t", "\r": "\\r", '"': '\\"', "\\": "\\\\", "\0": "\\0"}
NEEDS_ESCAPE = regex('["\\\\\x00-\x1f\x7f-\x9f\u2028\u2029\ud800-\udfff\ufeff\ufffe\uffff]')
_UNPRINTABLE = regex("[\x00-\x08\x0a-\x1f\x7f-\x9f\u2028\u2029\ud800-\udfff\ufeff\ufffe\uffff]")
_TYPED_WORDS = frozenset(
    ("y", "n", "yes", "no", "on", "off", "true", "false", "null", "none", "nan", "inf")
)
_NUMBER = regex(
    r"[-+]?(?:0[xX][0-9a-fA-F_]+|0[oO][0-7_]+|0[bB][01_]+|[0-9_.,:]+(?:[eE][-+]?[0-9]*)?)"
)
_DATE = regex(r"[0-9]{4}-[0-9]{1,2}-[0-9]{1,2}(?:[Tt\s].*)?")
_FLOW = frozenset(",[]{}")
_MARKS = frozenset('#:"`[]{},|>\\*')


def quote(text: str, style: Style) -> str:
    """The text between the quotes of the style, on one line; double where single cannot hold it."""
    if style == "single" and not unprintable(text):
        return "'" + text.replace("'", "''") + "'"
    return '"' + escape(text) + '"'


def preferred(text: str, style: Style) -> Style:
    """The quotes to use for a text where `style` is the habit: none that would need escapes."""
    if style == "single":
        return "double" if "'" in text and '"' not in text and "\\" not in text else "single"
    return "single" if ('"' in text or "\\" in text) and not unprintable(text) else "double"


def escape(text: str) -> str:
    """The text as it stands between double quotes."""
    return NEEDS_ESCAPE.sub(lambda match: _escaped(match.group()), text)


def _escaped(character: str) -> str:
    code = ord(character)
    return _SHORT.get(character) or (f"\\x{code:02x}" if code < 0x100 else f"\\u{code:04x}")


def stands_for_itself(text: str, mark: str) -> bool:
    """True for a text that stands on one line between these quotes just as it is."""
    return text.isprintable() and mark not in text and (mark == "'" or "\\" not in text)


def unprintable(text: str) -> bool:
    """True when the text holds what only an escape can write safely; a line feed is such."""
    return _UNPRINTABLE.search(text) is not None


def is_plain(text: str, *, flow: bool, like: str = "") -> bool:
    """True when every parser reads the bare text as this very string.

    `flow`: it stands between brackets. `like` is a bare value that is known to be right there: a
    text may start with the same unusual character.
    """
    if not text or text != text.strip() or "\t" in text or unprintable(text):
        return False
    if ": " in text or " #" in text or text[-1] == ":" or (flow and _FLOW.intersection(text)):
        return False
    first = text[0]
    if not (first.isalnum() or first in "/(_$" or first > "\u2000" or text[:2] == like[:2]):
        return False
    return not _typed(text)


def _typed(text: str) -> bool:
    """True when some parser takes the bare text for a boolean, null, a number or a date."""
    return bool(text.lower() in _TYPED_WORDS or _NUMBER.fullmatch(text) or _DATE.fullmatch(text))


def plain_is_safe(text: str) -> bool:
    """True when the bare text is this very string anywhere: as a key, in a list, in a mapping."""
    return text[:1].isalnum() and not _MARKS.intersection(text) and is_plain(text, flow=True)


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
