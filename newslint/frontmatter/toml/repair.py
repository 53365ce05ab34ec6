"""The repairs of TOML, each for a mistake that has one reading on a line with one key or item."""

from __future__ import annotations

import re

from newslint.frontmatter.line_repair import (
    Line,
    Proposal,
    Repair,
    bare_quotes,
    escape_quotes,
    first,
)
from newslint.frontmatter.quote_heuristics import is_doubtful
from newslint.frontmatter.toml import scalars as toml_text
from newslint.model.faults import (
    BadDelimiter,
    BadEscape,
    BadSeparator,
    Syntax,
    UnescapedQuote,
    UnquotedSpecial,
)
from newslint.model.spans import Span
from newslint.text.regex import regex

_KEY = regex(
    r"""[ \t]*(?:(?P<key>[A-Za-z0-9_-]+|"[^"\\\r\n]*"|'[^'\r\n]*')(?P<sign>[ \t]*[=:][ \t]*))?"""
)
_COMMENT = regex(r"""[ \t]#[^"']*\Z""")
_EQUALS = regex(r"^[ \t]*[\w-]+[ \t]*=", re.MULTILINE)
_NEXT_ITEM = regex(r"""["'][ \t]*,[ \t]*["']""")
_TEXT = regex(r"[^\W\d_][^\\#={}]*")


def propose(text: str, fault: Syntax) -> Proposal | None:
    """The repair of the line where a fault is; None when none fits."""
    return first(_REPAIRS, text, fault, _line(text, fault.span.start))


def _line(text: str, offset: int) -> Line:
    """The line at an offset. Takes time in proportion to its length."""
    start = text.rfind("\n", 0, offset) + 1
    end = text.find("\n", offset)
    whole = text[start : end if end >= 0 else len(text)].rstrip("\r")
    key = _KEY.match(whole)
    assert key is not None  # every part of it may be missing
    rest = whole[key.end() :]
    behind = max(rest.rfind('"'), rest.rfind("'")) + 1
    comment = _COMMENT.search(rest, behind)
    value = (rest[: comment.start()] if comment else rest).rstrip(" \t")
    comma = value[-1:] if value.endswith(",") else ""
    value = value.removesuffix(",").rstrip(" \t")
    name = (key["key"] or "").strip("\"'")
    place = Span(start + key.start("key"), start + key.end("key"))
    return Line(name, place, value, start + key.end(), key["sign"] or "", comma)


def single_quotes(text: str, fault: Syntax, line: Line) -> Proposal | None:
    """Apostrophes between single quotes: the first and the last of the line are the script's.

    Nothing is an escape between them. Two in a row may be one, as in YAML.
    """
    raw = line.value[1:-1]
    inner = re.sub(r"\\(['\"])", r"\1", raw) if "\\'" in raw else raw  # `d\'État`, by some scripts
    if not _is_quoted(line, "'") or "'" not in inner or inner.startswith("''"):
        return None
    if not line.key and _NEXT_ITEM.search(line.value):
        return None
    made = toml_text.quote(inner, "double")
    words, order = "contains unescaped single quotes", "Put the value in double quotes"
    certain = "''" not in inner and not is_doubtful(inner, "'")
    certain = certain and (inner == raw or "\\" not in inner)
    return line.proposal(UnescapedQuote, words, order, made, certain=certain)


def double_quotes(text: str, fault: Syntax, line: Line) -> Proposal | None:
    """Quotes between double quotes: the first and the last of the line are the script's.

    Where some are escaped, or other backslashes stand there, two readings are possible.
    """
    inner = line.value[1:-1]
    if not _is_quoted(line, '"') or not bare_quotes(inner) or inner.startswith('""'):
        return None
    if not line.key and _NEXT_ITEM.search(line.value):
        return None
    if "\\" not in inner:
        style = toml_text.preferred(inner, "single")
        made = toml_text.quote(inner, style)
        order = "Put the value in single quotes" if style == "single" else 'Write `\\"` for each'
    else:
        made, order = f'"{escape_quotes(inner)}"', 'Write `\\"` for each'
    if toml_text.reads(made) is None:
        return None
    words = "contains unescaped double quotes"
    certain = "\\" not in inner and not is_doubtful(inner, '"')
    return line.proposal(UnescapedQuote, words, order, made, certain=certain)


def escapes(text: str, fault: Syntax, line: Line) -> Proposal | None:
    """`\\'` is an apostrophe; of any other backslash it is likely that it is part of the text."""
    inner = line.value[1:-1]
    if fault.mistake != "escape" or not _is_quoted(line, '"') or '"' in inner:
        return None
    apostrophes = inner.replace("\\'", "'")
    words = "has a backslash that begins no escape"
    if toml_text.reads(f'"{apostrophes}"') is not None:
        order = "Write the apostrophe alone"
        return line.proposal(BadEscape, words, order, f'"{apostrophes}"')
    made = toml_text.quote(inner, toml_text.preferred(inner, "single"))
    order = "Keep the backslash as it is"
    return line.proposal(BadEscape, words, order, made, certain=False)


def comma(text: str, fault: Syntax, line: Line) -> Proposal | None:
    """A comma after the value of a key: in TOML nothing can follow it."""
    at = fault.span.start
    if not line.key or text[at : at + 1] != "," or at != line.span.end or "=" not in line.sign:
        return None
    words, order = "has a comma after it", "Remove the comma"
    key, place = line.key, Span(at, at + 1)
    return Proposal(BadDelimiter, words, order, key, line.span, "", place)


def colon(text: str, fault: Syntax, line: Line) -> Proposal | None:
    """A colon after a key, before what TOML reads as a value.

    Where no line has a `=`, the mistake may be the fence.
    """
    if fault.mistake != "colon" or not line.key or not _is_value(line.value) or line.comma:
        return None
    words, order = "stands behind the key", "Write `=`"
    certain = _EQUALS.search(text) is not None
    made = "=" if line.sign[:1] in (" ", "\t") else " ="
    return Proposal(BadSeparator, words, order, line.key, fault.span, made, certain=certain)


def bare(text: str, fault: Syntax, line: Line) -> Proposal | None:
    """A text without quotes, or `True`: no value of TOML begins with such a word.

    Not where a `#` may begin a comment or belong to the text.
    """
    value = line.value + line.comma
    if fault.mistake != "bare" or fault.span.start != line.start or "=" not in line.sign:
        return None
    if value.lower() in ("true", "false"):
        word = value.lower()
        return line.proposal(BadDelimiter, "is not a TOML literal", f"Write `{word}`", word)
    if not _TEXT.fullmatch(value) or line.comma:
        return None
    end = text.find("\n", line.start)
    if "#" in text[line.start : len(text) if end < 0 else end]:
        return None
    words, order = "has no quotes around it", "Put the value in quotes"
    made = toml_text.quote(value, toml_text.preferred(value, "double"))
    return line.proposal(UnquotedSpecial, words, order, made)


_REPAIRS: tuple[Repair, ...] = (
    colon,
    comma,
    single_quotes,
    double_quotes,
    escapes,
    bare,
)


def _is_quoted(line: Line, quote: str) -> bool:
    value = line.value
    return len(value) > 2 and value[0] == value[-1] == quote and toml_text.reads(value) is None


def _is_value(written: str) -> bool:
    return toml_text.bare(written) or (
        written[:1] in "\"'" and toml_text.reads(written) is not None
    )
