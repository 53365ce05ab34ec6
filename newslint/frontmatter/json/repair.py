"""The repairs of JSON, each for a mistake that has one reading in a block with a pair a line."""

from __future__ import annotations

import re

from newslint.frontmatter.json import scalars as json_text
from newslint.frontmatter.line_repair import (
    Line,
    Proposal,
    Repair,
    bare_quotes,
    escape_quotes,
    first,
)
from newslint.frontmatter.quote_heuristics import is_doubtful
from newslint.model.faults import (
    BadDelimiter,
    BadEscape,
    Syntax,
    UnescapedQuote,
    UnquotedSpecial,
)
from newslint.model.spans import Span
from newslint.text.regex import regex

_LINE = regex(
    r"""[ \t]*(?:(?P<key>"(?:[^"\\\r\n]|\\.)*"|'[^'"\\\r\n]*'|[A-Za-z_][\w-]*)[ \t]*:[ \t]*)?"""
    r"""(?P<value>[^\s,](?:[^\r\n]*[^\s,])?)?[ \t]*(?P<comma>,?)[ \t]*"""
)
_WORDS = {"true": "true", "false": "false", "null": "null", "none": "null"}
_NEXT_PAIR = regex(r',[ \t]*"(?:[^"\\]|\\.)*"[ \t]*:[ \t]*(?:["\[{0-9-]|true|false|null)')
_NEXT_ITEM = regex(r'"[ \t]*,[ \t]*"')
_TEXT = regex(r"[^\W\d_][^\"'\\\[\]{}:,]*|[0-9]{4}-[0-9]{2}-[0-9]{2}[0-9T:Z.+-]*")
_NEXT_LINE = regex(r'[ \t]*\r?\n\s*"')


def propose(text: str, fault: Syntax) -> Proposal | None:
    """The repair of the line where a fault is; None when none fits."""
    return first(_REPAIRS, text, fault, _line(text, fault.span.start))


def _line(text: str, at: int) -> Line:
    start = text.rfind("\n", 0, at) + 1
    end = text.find("\n", at)
    match = _LINE.match(text, start, len(text) if end < 0 else end)
    assert match is not None
    key, place = match["key"] or "", Span(*match.span("key"))
    return Line(key.strip("\"'"), place, match["value"] or "", match.start("value"))


def last_comma(text: str, fault: Syntax, line: Line) -> Proposal | None:
    """A comma before the closing bracket: JSON has no value that could follow it."""
    if fault.mistake != "last-comma":
        return None
    words = "precedes a closing bracket"
    return Proposal(BadDelimiter, words, "Remove the comma", "", fault.span, "")


def missing_comma(text: str, fault: Syntax, line: Line) -> Proposal | None:
    """No comma at the end of a line, and the next one begins with a quote: another entry."""
    at = fault.span.start
    if fault.mistake != "comma" or not _NEXT_LINE.match(text, at):
        return None
    words = "has no comma after it"
    place = Span(at, at)
    return Proposal(BadDelimiter, words, "Insert a comma", line.key, line.span, ",", place)


def quotes(text: str, fault: Syntax, line: Line) -> Proposal | None:
    """Quotes inside a text: the first and the last of the line are those of the script.

    Not where the text itself looks like two pairs or two items.
    """
    value = line.value
    if len(value) < 3 or value[0] != '"' or value[-1] != '"':
        return None
    inner = value[1:-1]
    apart = _NEXT_PAIR if line.has_key else _NEXT_ITEM
    if not bare_quotes(inner) or apart.search(value) or json_text.reads(value) is not None:
        return None
    made = f'"{escape_quotes(inner)}"'
    if json_text.reads(made) is None:
        return None
    words, order = "contains unescaped double quotes", 'Write `\\"` for each of them'
    certain = "\\" not in inner and not is_doubtful(inner, '"')
    return line.proposal(UnescapedQuote, words, order, made, certain=certain)


def escapes(text: str, fault: Syntax, line: Line) -> Proposal | None:
    """`\\'` is an apostrophe; of any other backslash it is likely that it is part of the text."""
    value = line.value
    if fault.mistake != "escape" or value[:1] != '"' or value[-1:] != '"':
        return None
    apostrophes = value.replace("\\'", "'")
    made = re.sub(
        r'\\(?:["\\/bfnrt]|u[0-9a-fA-F]{4})|\\',
        lambda match: match[0] if len(match[0]) > 1 else "\\\\",
        apostrophes,
    )
    if json_text.reads(made) is None:
        return None
    certain = made == apostrophes
    words = "has a backslash that begins no escape"
    order = "Write the apostrophe alone" if certain else "Double the backslash"
    return line.proposal(BadEscape, words, order, made, certain=certain)


def tabs(text: str, fault: Syntax, line: Line) -> Proposal | None:
    """A tab inside a text: it is written `\\t`, which is the same text."""
    if fault.mistake != "character" or text[fault.span.start] != "\t":
        return None
    made = line.value.replace("\t", "\\t")
    if json_text.reads(made) is None:
        return None
    return line.proposal(BadEscape, "has a tab in it", "Write it as `\\t`", made)


def bare(text: str, fault: Syntax, line: Line) -> Proposal | None:
    """A value without double quotes: a text, a date, or Python's word for true, false or null."""
    value = line.value
    if fault.mistake != "bare" or fault.span.start != line.start:
        return None
    if value.lower() in _WORDS:
        word = _WORDS[value.lower()]
        return line.proposal(BadDelimiter, "is not a JSON literal", f"Write `{word}`", word)
    inner = value
    if len(value) > 1 and value[0] == value[-1] == "'":
        inner = value[1:-1]
        if re.search(r"[\"'\\]", inner):
            return None
    elif not _TEXT.fullmatch(value):
        return None
    order = "Put the value in double quotes"
    words = "has no double quotes around it"
    return line.proposal(UnquotedSpecial, words, order, f'"{inner}"')


def key(text: str, fault: Syntax, line: Line) -> Proposal | None:
    """A key without double quotes, or in single ones."""
    place = line.key_place
    if fault.mistake != "key" or fault.span.start != place.start or not line.has_key:
        return None
    order = "Put the key in double quotes"
    return Proposal(
        UnquotedSpecial, "has no double quotes around it", order, "", place, f'"{line.key}"'
    )


_REPAIRS: tuple[Repair, ...] = (
    last_comma,
    key,
    quotes,
    escapes,
    tabs,
    bare,
    missing_comma,
)
