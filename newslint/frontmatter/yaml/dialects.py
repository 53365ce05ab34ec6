"""YAML that libyaml reads and the target's own parser does not.

Measured with Hugo 0.168 (goccy/go-yaml), Jekyll 4.3 (Psych), js-yaml 3.15 (Eleventy) and 4 (Astro,
Hexo). For each tab between double quotes Hugo loses a character after the closing quote: nothing
happens where that is a blank or one of two line ends, and the build stops where it parts two keys.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from newslint.generators.answers import YamlQuirks
from newslint.model.faults import BadEscape, ControlCharacter, Fault, Syntax
from newslint.model.spans import Edit, Span
from newslint.model.values import Field, ListValue, Table, every_field, scalars_in
from newslint.text.regex import regex

_TAB = regex(r"\\.|\t", re.DOTALL)
_HEADER = regex(r"[|>]([-+0-9]*)(#)")
_TAG = regex(r"[ \t](!(?!!|<)[\w./:-]+|!![\w./:-]+)(?=[ \t\r\n])")
_PAIR = regex(r"\\u(d[89ab][0-9a-f]{2})\\u(d[c-f][0-9a-f]{2})", re.IGNORECASE)
_KNOWN = "str int float bool null binary timestamp set omap pairs seq map merge"
_TAGS = frozenset(f"!!{name}" for name in _KNOWN.split())


def faults(
    content: str, offset: int, fields: tuple[Field, ...], title: str, quirks: YamlQuirks
) -> tuple[Fault, ...]:
    """The faults of a block that libyaml reads: ControlCharacter, BadEscape and Syntax."""
    found: list[Fault] = []
    if quirks.tabs and "\t" in content and '"' in content:
        for key, span in _double_quoted(content, offset, fields):
            found += _tabs(content, offset, key, span, title)
    if quirks.paired_escapes and "\\u" in content.lower():
        for key, span in _double_quoted(content, offset, fields):
            found += _pairs(content, offset, key, span, title)
    if quirks.merges and "<<" in content:
        found += _merges(content, offset, fields, title)
    if quirks.headers and "#" in content:
        found += _headers(content, offset, fields, title, any_header=quirks.headers == "any")
    if quirks.tags and "!" in content:
        found += _tags(content, offset, fields, title)
    return tuple(dict.fromkeys(found))  # an alias leads to the same place again


def _double_quoted(
    content: str, offset: int, fields: tuple[Field, ...]
) -> Iterator[tuple[str, Span]]:
    """The keys and texts between double quotes, however deep, each with the name to report."""
    found = [(field.key, field.key_span) for field in every_field(fields)]
    found += [(field.key, one.span) for field in fields for one in scalars_in(field.value)]
    return ((key, span) for key, span in found if content.startswith('"', span.start - offset))


def _tabs(content: str, offset: int, key: str, span: Span, title: str) -> Iterator[Fault]:
    """One fault for the tabs of a text in double quotes, when the build stops at them."""
    start, end = span.start - offset, span.end - offset
    if "\t" not in content[start:end]:
        return
    places = [m.start() for m in _TAB.finditer(content, start, end) if m[0] == "\t"]
    first = [at for at in places if content[at - 1] == "\n"]
    inner = _inner(content, places)
    behind = content[end : end + len(inner)]
    rest = content[end + len(inner) :].lstrip(" \t")
    if not first and not behind.strip(" \t\r\n") and rest[:1] in "\r\n#,]}":
        return
    texts = dict.fromkeys(first, "  ") | dict.fromkeys(inner, "\\t")
    edits = tuple(Edit(Span(at + offset, at + offset + 1), texts[at]) for at in sorted(texts))
    words = f"{key} contains a tab in double quotes, which {title} rejects"
    order = "Write it as `\\t`" if inner else "Write blanks"
    yield ControlCharacter(edits[0].span, words, key, order, edits, certain=True)


def _inner(content: str, places: list[int]) -> list[int]:
    """The tabs with text on both sides in their line; each run of blanks is looked at once."""
    found, begin, end = list[int](), 0, 0
    for at in places:
        if at >= end:
            begin, end = at, at
            while content[end] in " \t":  # a quote comes at last
                end += 1
            while begin > 0 and content[begin - 1] in " \t":
                begin -= 1
        if begin > 0 and content[begin - 1] != "\n" and content[end] not in '\r\n"':
            found.append(at)
    return found


def _pairs(content: str, offset: int, key: str, span: Span, title: str) -> Iterator[Fault]:
    """One fault for the escapes of a text in which two stand for one character."""
    found = _PAIR.finditer(content, span.start - offset, span.end - offset)
    edits = tuple(Edit(Span(m.start() + offset, m.end() + offset), _character(m)) for m in found)
    if edits:
        words = f"contains two escapes for one character, which {title} cannot read"
        order = f"Write `{edits[0].text}`"
        yield BadEscape(span, words, key, order, edits, certain=True)


def _character(pair: re.Match[str]) -> str:
    high, low = (int(digits, 16) for digits in pair.groups())
    return chr(0x10000 + ((high - 0xD800) << 10) + (low - 0xDC00))


def _merges(content: str, offset: int, fields: tuple[Field, ...], title: str) -> Iterator[Fault]:
    for field in every_field(fields):
        value = field.value
        parts = value.items if isinstance(value, ListValue) else (value,)
        merges = field.key == "<<" and content[field.key_span.start - offset] == "<"
        if merges and not all(isinstance(part, Table) for part in parts):
            words = f"`<<` is not followed by a mapping, which {title} rejects"
            yield Syntax(field.span, words)


def _headers(
    content: str, offset: int, fields: tuple[Field, ...], title: str, *, any_header: bool
) -> Iterator[Fault]:
    for field in every_field(fields):
        match = _HEADER.match(content, field.value.span.start - offset)
        if match is not None and (any_header or not match[1]):
            words = f"the comment is not preceded by a space, which {title} rejects"
            place = Span(match.start(2) + offset, match.end(2) + offset)
            yield Syntax(place, words, field.key)


def _tags(content: str, offset: int, fields: tuple[Field, ...], title: str) -> Iterator[Fault]:
    for field in every_field(fields):
        start, end = field.key_span.end - offset, field.value.span.start - offset
        match = _TAG.search(content, start, end + 1)
        if match is not None and match[1] not in _TAGS:
            words = f"the tag `{match[1]}` is unknown to {title}"
            place = Span(match.start(1) + offset, match.end(1) + offset)
            yield Syntax(place, words, field.key)
