"""Plain blocks read without libyaml: keys at the left margin, with texts, numbers and lists.

Most blocks are of that kind, and are read here in half of the time. Whatever is not certainly
read as libyaml reads it is left to libyaml: a block with a line of any other form as a whole.
"""

from __future__ import annotations

import re
from typing import ClassVar

from newslint.frontmatter.contract import ParseOptions
from newslint.model.spans import Span
from newslint.model.values import Field, ListValue, Scalar, Table, Value

_LEAST_DEPTH = 4
"""Levels of nesting below which not even these blocks may be allowed."""

_ODD = "[^ -~\xa0-\u2027\u202a-\ud7ff\ue000-\ufefe\uff00-\ufffd\U00010000-\U0010ffff]"
"""What libyaml refuses, or reads as a line end."""

_KEY = re.compile(r"[A-Za-z_][A-Za-z0-9_.-]{0,99}", re.ASCII)
_INDICATORS = frozenset("-?:,[]{}#&*!|>'\"%@`")
_BARE = r"""[^ ,\[\]{}:#"'&*!|>%@`?-](?:[^,\[\]{}:#"']*[^ ,\[\]{}:#"'])?"""
_ITEM = re.compile(rf""" *(?:"([^"\\]*)"|'([^']*)'|({_BARE})) *(?:,|\Z)""")
"""One item between brackets: in quotes, or bare without any sign that means something there."""

_MOST_KEYS = 2_000
"""Keys that are remembered: a site has a few dozen."""

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


def fields(content: str, offset: int, reading: ParseOptions) -> tuple[Field, ...] | None:
    """The fields of a block that starts at `offset` of the text; None where libyaml is to say."""
    if reading.max_depth < _LEAST_DEPTH:
        return None
    if "\\" in content and ("\\u" in content or "\\U" in content):
        return None  # a surrogate may be escaped
    block = _Block(reading)
    entry, other, at = block.entry, block.other, offset
    for line in content.split("\n"):
        if line and not (other(line, at) if line[0] in " -#" else entry(line, at)):
            return None
        at += len(line) + 1
    block.end_list()
    made = tuple(block.made)
    return made if 0 < len(made) <= reading.max_keys and _is_plain(content) else None


def _is_plain(content: str) -> bool:
    """False for a block with a character that libyaml refuses or takes for a line end."""
    if content.replace("\n", "").isprintable():
        return True
    return not re.search(_ODD, content.replace("\n", ""))


class _Block:
    """What is read of a block, line by line; the last key may wait for the items of its list."""

    __slots__ = ("dash", "indent", "items", "kind", "made", "role_of", "waits")

    def __init__(self, reading: ParseOptions) -> None:
        self.kind = reading.kind
        self.role_of = reading.role_of
        self.made: list[Field] = []
        self.waits = False
        self.items: list[Scalar] = []
        self.dash = self.indent = 0

    def entry(self, line: str, at: int) -> bool:
        """Read a key that starts at an offset, and the value behind it; False where one of them has
        a form that is not read here."""
        key, colon, rest = line.partition(":")
        folded = _Keys.known.get(key) or _Keys.folded(key)
        if not folded or not colon:
            return False
        if self.items:
            self.end_list()
        start = at + len(key)
        value: Value | None
        text = rest.strip(" ")
        if text:
            if rest[0] != " ":
                return False
            begin = start + 1 + len(rest) - len(rest.lstrip(" "))
            read = self.scalar if text[0] not in "[{" else self.collection
            value = read(text, begin)
            if value is None:
                return False
            self.waits = False
        else:
            point = _new(Span, (start + 1, start + 1))
            value = _new(Scalar, (point, "", self.kind(""), "empty", True))
            self.waits = True
        role = self.role_of.get(folded, folded)
        self.made.append(_new(Field, (key, role, _new(Span, (at, start)), value)))
        return True

    def other(self, line: str, at: int) -> bool:
        """Read a line that begins no key: a comment, or an item of a list."""
        bare = line.lstrip(" ")
        if bare[:1] == "#":
            return True
        if bare[:2] != "- " or not self.waits:
            return False
        indent = len(line) - len(bare)
        if not self.items:
            self.indent, self.dash = indent, at + indent
        elif indent != self.indent:
            return False
        text = bare[1:].strip(" ")
        if not text:
            return False
        item = self.scalar(text, at + len(line) - len(bare[1:].lstrip(" ")))
        if item is None:
            return False
        self.items.append(item)
        return True

    def end_list(self) -> None:
        """Give the last key the items that stand below it."""
        if self.items:
            items = tuple(self.items)
            span = _new(Span, (self.dash, items[-1].span.end))
            value = _new(ListValue, (span, items, False, True))
            self.made[-1] = _new(Field, (*self.made[-1][:-1], value))
            self.items = []

    def collection(self, text: str, start: int) -> Value | None:
        """The list or table that a text behind a key is; None where that is not certain."""
        if text == "{}":
            return Table(Span(start, start + 2), (), True)
        return self.flow_list(text, start) if text[0] == "[" else None

    def scalar(self, text: str, start: int) -> Scalar | None:
        """The single value that a text is."""
        first, span = text[0], _new(Span, (start, start + len(text)))
        if first == '"':
            inner = text[1:-1]
            if len(text) < 2 or text[-1] != '"' or '"' in inner or "\\" in inner:
                return None
            return _new(Scalar, (span, inner, "string", "double", True))
        if first == "'":
            inner = text[1:-1]
            if len(text) < 2 or text[-1] != "'":
                return None
            if "'" in inner:
                if "'" in inner.replace("''", ""):
                    return None
                inner = inner.replace("''", "'")
            return _new(Scalar, (span, inner, "string", "single", True))
        if first in _INDICATORS or text[-1] == ":" or ": " in text or " #" in text:
            return None
        return _new(Scalar, (span, text, self.kind(text), "plain", True))

    def flow_list(self, text: str, start: int) -> ListValue | None:
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
                items.append(self.item(found, start))
                at = found.end()
            if text[end - 1] == "," or text[1:end].rstrip(" ")[-1] == ",":
                return None
        return ListValue(Span(start, start + end + 1), tuple(items), True)

    def item(self, found: re.Match[str], start: int) -> Scalar:
        """An item of such a list; `start` is where the text of the match begins."""
        group = found.lastindex or 0
        text = found[group]
        at, end = found.span(group)
        if group == 3:
            return Scalar(Span(start + at, start + end), text, self.kind(text), "plain")
        span = Span(start + at - 1, start + end + 1)
        return Scalar(span, text, "string", "double" if group == 1 else "single")
