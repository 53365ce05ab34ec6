"""Plain blocks read without libyaml: keys at the left margin, with texts, numbers and lists.

Most blocks are of that kind, and are read here in a third of the time. Whatever is not certainly
read as libyaml reads it is left to libyaml: a block with a line of any other form as a whole. In
what is read here nothing is misread, and nothing is read otherwise by another parser: no comment
follows a value, no anchor or tag stands before one, no text has a second line, no key a blank.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from functools import cache
from typing import ClassVar

from newslint.frontmatter.contract import ParseOptions
from newslint.model.records import NamedTuple
from newslint.model.spans import Span
from newslint.model.values import Field, Kind, ListValue, Scalar, Style, Table, Value

_LEAST_DEPTH = 4
"""Levels of nesting below which not even these blocks may be allowed."""

_ODD = "[^ -~\xa0-\u2027\u202a-\ud7ff\ue000-\ufefe\uff00-\ufffd\U00010000-\U0010ffff]"
"""What libyaml refuses, or reads as a line end."""

_ASCII = bytes((*b"\n", *range(0x20, 0x7F)))
"""What is not odd of ASCII."""

_KEY = re.compile(r"[A-Za-z_][A-Za-z0-9_.-]{0,99}", re.ASCII)
_REMARK = frozenset(("", "#"))
"""What a line begins with that says nothing, blanks aside."""

_QUOTED: dict[str, tuple[str, Style]] = {' "': ('"', "double"), " '": ("'", "single")}
"""How a value in quotes begins, with the blank before it."""

_INDICATORS = frozenset("-?:,[]{}#&*!|>'\"%@`")
_BARE = r"""[^ ,\[\]{}:#"'&*!|>%@`?-](?:[^,\[\]{}:#"']*[^ ,\[\]{}:#"'])?"""
_ITEM = re.compile(rf""" *(?:"([^"\\]*)"|'([^']*)'|({_BARE})) *(?:,|\Z)""")
"""One item between brackets: in quotes, or bare without any sign that means something there."""

_MOST_KEYS = 2_000
"""Keys that are remembered: a site has a few dozen."""

_KindOf = Callable[[str], Kind]
"""What the target makes of a plain text."""

_new = tuple.__new__
"""Makes a value without the Python function of its class, in a third of the time."""


class _Keys:
    """The keys that were seen and are plain, each in lower case."""

    known: ClassVar[dict[str, str]] = {}

    @classmethod
    def folded(cls, key: str) -> str:
        """A key that was not seen yet in lower case; empty for one that is not plain."""
        if not _KEY.fullmatch(key):
            return ""
        if len(cls.known) < _MOST_KEYS:
            cls.known[key] = key.lower()
        return key.lower()


class _LineEnd(NamedTuple):
    """What all lines of a block end with.

    `of_entry`: such an end below which a line begins at the margin that is neither a comment nor an
    item of a list. `remarks`: lines that hold nothing but blanks, or a comment.
    """

    text: str
    of_entry: re.Pattern[str]
    remarks: re.Pattern[str]


@cache
def _line_end(text: str) -> _LineEnd:
    remarks = re.compile(f"(?: *(?:#[^\r\n]*)?{text})*")
    return _LineEnd(text, re.compile(f"{text}(?![ \r\n#-])"), remarks)


def fields(content: str, offset: int, reading: ParseOptions) -> tuple[Field, ...] | None:
    """The fields of a block that starts at `offset` of the text; None where libyaml is to say."""
    if reading.max_depth < _LEAST_DEPTH or not _is_plain(content):
        return None
    known, role_of, kind = _Keys.known, reading.role_of, reading.kind
    line_end = _line_end("\r\n" if "\r" in content else "\n")
    size = len(line_end.text)
    made: list[Field] = []
    above = line_end.remarks.match(content)
    assert above is not None  # an empty one at least
    end = offset + above.end() - size
    for entry in line_end.of_entry.split(content[above.end() :].rstrip("\r\n")):
        start = end + size
        end = start + len(entry)
        key, colon, rest = entry.partition(":")
        folded = known.get(key) or _Keys.folded(key)
        if not folded or not colon:
            return None
        value: Value | None
        if "\n" in rest:
            value = _with_lines(rest, end, kind, line_end)
        else:
            value = _scalar(rest, end, kind) or _other_value(rest, end, kind)
        if value is None:
            return None
        role, key_span = role_of.get(folded, folded), _new(Span, (start, start + len(key)))
        made.append(_new(Field, (key, role, key_span, value)))
    return tuple(made) if 0 < len(made) <= reading.max_keys else None


def _is_plain(content: str) -> bool:
    """False for a block with a character that libyaml refuses or takes for a line end, for one in
    which a surrogate may be escaped, and for one of which the lines end in several ways."""
    if "\\" in content and ("\\u" in content or "\\U" in content):
        return False
    if "\r" in content:
        both = content.count("\r\n")
        if both != content.count("\r") or both != content.count("\n"):
            return False
        content = content.replace("\r\n", "\n")
    if content.isascii():
        return not content.encode().translate(None, _ASCII)
    bare = content.replace("\n", "")
    return bare.isprintable() or not re.search(_ODD, bare)


def _scalar(rest: str, end: int, kind: _KindOf) -> Scalar | None:
    """The single value behind a colon or a dash, a blank between, up to the end of its line."""
    quoted = _QUOTED.get(rest[:2])
    if quoted is not None:
        quote, style = quoted
        size = len(rest) - 1
        if rest.find(quote, 2) == size and "\\" not in rest:
            span = _new(Span, (end - size, end))
            return _new(Scalar, (span, rest[2:-1], "string", style, True))
    return _other_scalar(rest, end, kind)


def _other_scalar(rest: str, end: int, kind: _KindOf) -> Scalar | None:
    """As `_scalar`, for a value that is bare, or between quotes with quotes or blanks beside it."""
    text = rest.lstrip(" ")
    if not text or rest[0] != " ":
        return None
    start = end - len(text)
    text = text.rstrip(" ")
    first, span = text[0], _new(Span, (start, start + len(text)))
    if first in ('"', "'"):
        inner = _inner(text)
        style: Style = "double" if first == '"' else "single"
        return None if inner is None else _new(Scalar, (span, inner, "string", style, True))
    if first in _INDICATORS or text[-1] == ":" or ": " in text or " #" in text:
        return None
    return _new(Scalar, (span, text, kind(text), "plain", True))


def _inner(text: str) -> str | None:
    """What is meant by a text that begins with a quote; None where that is not certain."""
    quote, inner = text[0], text[1:-1]
    if len(text) < 2 or text[-1] != quote:
        return None
    if quote == '"':
        return None if '"' in inner or "\\" in inner else inner
    return None if "'" in inner.replace("''", "") else inner.replace("''", "'")


def _other_value(rest: str, end: int, kind: _KindOf) -> Value | None:
    """What stands behind a colon and is no single text: nothing, or a list or table on one line."""
    text = rest.strip(" ")
    if not text:
        point = end - len(rest)
        return _new(Scalar, (_new(Span, (point, point)), "", kind(""), "empty", True))
    start = end - len(rest.lstrip(" "))
    if text == "{}" and rest[0] == " ":
        return Table(Span(start, start + 2), (), True)
    return _flow_list(text, start, kind) if text[0] == "[" and rest[0] == " " else None


def _with_lines(rest: str, end: int, kind: _KindOf, line_end: _LineEnd) -> Value | None:
    """The value of a key below which there are lines of its entry: the items of a list, each on one
    line and with the same blanks before its dash, or nothing but remarks."""
    size = len(line_end.text)
    text, _, below = rest.partition(line_end.text)
    at = end - len(below) - size
    if text.strip(" "):
        if not line_end.remarks.fullmatch(below + line_end.text):
            return None
        return _scalar(text, at, kind) or _other_value(text, at, kind)
    items: list[Scalar] = []
    lead, dash = "", 0
    for line in below.split(line_end.text):
        at += size + len(line)
        bare = line.lstrip(" ")
        if bare[:1] in _REMARK:
            continue
        if not items:
            lead, dash = f"{line[: -len(bare)]}-", at - len(bare)
        item = _scalar(line[len(lead) :], at, kind) if line.startswith(lead) else None
        if item is None:
            return None
        items.append(item)
    if not items:
        return _other_value("", end - len(rest), kind)
    return _new(ListValue, (_new(Span, (dash, items[-1].span.end)), tuple(items), False, True))


def _flow_list(text: str, start: int, kind: _KindOf) -> ListValue | None:
    """A list between brackets on one line, of single values."""
    if text[-1] != "]":
        return None
    items: list[Scalar] = []
    at, end = 1, len(text) - 1
    if text[1:end].strip(" "):
        while at < end:
            found = _ITEM.match(text, at, end)
            if found is None:
                return None
            items.append(_flow_item(found, start, kind))
            at = found.end()
        if text[end - 1] == "," or text[1:end].rstrip(" ")[-1] == ",":
            return None
    return ListValue(Span(start, start + end + 1), tuple(items), True)


def _flow_item(found: re.Match[str], start: int, kind: _KindOf) -> Scalar:
    """An item of such a list; `start` is where the text of the match begins."""
    group = found.lastindex or 0
    text = found[group]
    at, end = found.span(group)
    if group == 3:
        return Scalar(Span(start + at, start + end), text, kind(text), "plain")
    span = Span(start + at - 1, start + end + 1)
    return Scalar(span, text, "string", "double" if group == 1 else "single")
