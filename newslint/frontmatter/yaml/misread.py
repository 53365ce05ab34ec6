"""YAML that parses, but does not say what its author wrote.

The faults are Shortened, MergedItems, OpenItem, GluedItem, GluedKey, TextAsKey, BinaryText and
ControlCharacter of `newslint.model.faults`. An open item matters where the list is not indented:
goccy/go-yaml, which Hugo uses, takes all keys below into it.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from newslint.model.faults import (
    BinaryText,
    ControlCharacter,
    Fault,
    GluedItem,
    GluedKey,
    MergedItems,
    OpenItem,
    Shortened,
    TextAsKey,
)
from newslint.model.spans import Span
from newslint.model.values import Field, ListValue, Scalar, Value, scalars_in

_ODD_BREAKS = "\x85\u2028\u2029"
_NAMES = {"\x85": "next line", "\u2028": "line separator", "\u2029": "paragraph separator"}
_CONTROL = "[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\u2028\u2029]"
_ESCAPE = r"\\(?:[0abvfeNLP]|x[0189][0-9a-fA-F]|x7[fF]|u00[0189][0-9a-fA-F]|u202[89])"
_GLUED = (
    r"""[a-z_][\w-]*:(?:["'\[]|(?!//)[^\s:]+ )"""
    r"|(?:title|description|summary|slug|author|source|link|tags|categories):"
)
_HASHTAG = r"[ \t]+(#[^\s#](?:(?![ \t]#[ \t])[^\r\n])*)"
"""A comment without a blank after its `#`, up to one that has it: people write those."""
_NEXT_ITEM = r"[ \t]*\r?\n[ \t]+-[ \t]+"

_FOLDED_FROM = 50
"""Characters of a line after which a dash in the next one belongs to a text; terms are shorter."""

_PROSE = frozenset(("title", "description", "summary"))
"""Roles of texts, in which a line with a dash is read as it is written."""


def faults(
    content: str, offset: int, fields: tuple[Field, ...], taken_by: str = ""
) -> tuple[Fault, ...]:
    """The faults of a block that parses, in the order of its text.

    `taken_by` is the title of a generator that takes all keys below into an empty last item.

    Called for every article: what is right is skipped by the cheapest test that there is.
    """
    found: list[Fault] = []
    marks = "#" in content or "&" in content or "!" in content
    above: Value | None = None
    for field in fields:
        value = field.value
        if isinstance(value, Scalar) and (marks or _may_be_items(value)):
            found += _of_scalar(content, offset, field, value, marks)
        elif isinstance(value, ListValue) and not value.flow:
            found += _of_list(content, offset, field, value, marks)
            if taken_by and field is not fields[-1] and _ends_empty(value):
                found += _open_item(content, offset, field, value.items[-1], taken_by)
        if " " in field.key or ":" in field.key:
            found += _glued_key(content, offset, field)
            found += _text_as_key(field, above)
        above = value
    found += _odd_characters(content, offset, fields)
    found += _binary(content, offset, fields)
    return tuple(sorted(found, key=lambda fault: fault.span))


def _may_be_items(value: Scalar) -> bool:
    """True for a bare text with a dash that may be that of an item."""
    return value.style == "plain" and (value.text[:1] == "-" or " - " in value.text)


def _odd_characters(content: str, offset: int, fields: tuple[Field, ...]) -> Iterator[Fault]:
    if "\\" in content:
        yield from _escaped(content, offset, fields)
    if not content.isascii():
        yield from _odd_breaks(content, offset, fields)


def _of_scalar(
    content: str, offset: int, field: Field, value: Scalar, marks: bool
) -> Iterator[Fault]:
    """The faults of a value without quotes; `marks`: a comment, anchor or tag may stand there."""
    start, end = value.span
    if marks and value.style in ("plain", "empty"):
        rest = content[end - offset : end - offset + 1]
        if start - field.key_span.end > 2 or (rest and rest not in "\r\n"):
            yield from _shortened(content, offset, field, value)
    if _may_be_items(value):
        yield from _items_in_text(content, offset, field, value)


def _of_list(
    content: str, offset: int, field: Field, value: ListValue, marks: bool
) -> Iterator[Fault]:
    """The faults of a list on lines; `marks` as in `_of_scalar`."""
    start, end = value.span
    if content.count("\n", start - offset, end - offset) >= len(value.items):
        yield from _merged(content, offset, field, value)
    if marks:
        yield from _commented(content, offset, field, value)


def _shortened(content: str, offset: int, field: Field, value: Scalar) -> Iterator[Fault]:
    """What of a value is read as an anchor, a tag or a comment.

    A tag of YAML's own (`!!str`), an anchor that is used and a comment as people write them (a
    blank after the `#`) are what they seem to be.
    """
    start, end = value.span.start - offset, value.span.end - offset
    gap = content[field.key_span.end - offset : start]
    lead = gap.lstrip(": \t\"'") if len(gap) > 2 else ""
    if lead[:1] in ("&", "!") and "\n" not in gap and not _is_property(content, lead):
        yield _fault(content, offset, field, start - len(lead), end)
        return
    if content[end : end + 1] in ("", "\r", "\n"):
        return
    match = re.compile(_HASHTAG).match(content, end)
    if match:
        begin = start if value.style == "plain" else match.start(1)
        yield _fault(content, offset, field, begin, match.end())


def _is_property(content: str, lead: str) -> bool:
    name = lead.split()[0]
    return name.startswith("!!") or name in ("&", "!", "!binary") or f"*{name[1:]}" in content


def _fault(content: str, offset: int, field: Field, start: int, end: int) -> Fault:
    text = content[start:end].rstrip(" \t")
    read = field.value.text if isinstance(field.value, Scalar) else ""
    shown = read if len(read) <= 40 else read[:39] + "…"
    words = f"is parsed as `{shown}`" if read else "is parsed as an empty value"
    span = Span(offset + start, offset + start + len(text))
    return Shortened(span, words, field.key, text)


def _commented(content: str, offset: int, field: Field, value: ListValue) -> Iterator[Fault]:
    """`- #flood`: the item is empty, and its text a comment."""
    for item in value.items:
        if isinstance(item, Scalar) and item.style == "empty":
            end = item.span.end - offset
            match = re.compile(_HASHTAG).match(content, end)
            if match:
                yield _fault(content, offset, field, match.start(1), match.end())


def _merged(content: str, offset: int, field: Field, value: ListValue) -> Iterator[Fault]:
    for item in value.items:
        if isinstance(item, Scalar) and item.style == "plain" and " - " in item.text:
            raw = content[item.span.start - offset : item.span.end - offset]
            parts = re.split(_NEXT_ITEM, raw)
            folded = any(_is_folded(part) for part in parts[:-1])
            if len(parts) > 1 and not folded and not any("\n" in part for part in parts):
                words = "also contains the item below, which is indented further"
                yield MergedItems(item.span, words, field.key, items=tuple(parts))


def _open_item(
    content: str, offset: int, field: Field, last: Value, taken_by: str
) -> Iterator[Fault]:
    """The empty item at the end of a list, when that stands at the left margin."""
    start = content.rfind("\n", 0, last.span.start - offset) + 1
    if content.startswith("-", start):
        words = f"ends with an empty item, to which {taken_by} adds all keys below"
        span = Span(offset + start, offset + start + 1)
        yield OpenItem(span, words, field.key)


def _ends_empty(value: ListValue) -> bool:
    last = value.items[-1] if value.items else None
    return isinstance(last, Scalar) and last.style == "empty"


def _items_in_text(content: str, offset: int, field: Field, value: Scalar) -> Iterator[Fault]:
    """A bare text on the line below its key that begins with a dash, or has lines that do."""
    start, end = value.span.start - offset, value.span.end - offset
    below = "\n" in content[field.key_span.end - offset : start]
    parts = re.split(_NEXT_ITEM, content[start:end])
    if len(parts) > 1:
        prose = field.role in _PROSE and value.text[0] != "-"
        if prose or any(_is_folded(part) for part in parts[:-1]):
            return
        words = "also contains the items below"
        order = "Give all of them a dash and the same indentation"
        yield MergedItems(value.span, words, field.key, order)
    elif below and value.text[0] == "-" and value.kind == "string":
        words, order = "is text and not a list item", "Put a space after its dash"
        yield GluedItem(value.span, words, field.key, order)


def _is_folded(part: str) -> bool:
    """True for a line that is as long as those at whose end a YAML writer folds a text."""
    return len(part.rpartition("\n")[2]) >= _FOLDED_FROM


def _glued_key(content: str, offset: int, field: Field) -> Iterator[Fault]:
    """`title:"Iran: x"`: the key is what stands before the second colon. Keys such as `og:title`
    are what they seem to be."""
    if re.match(_GLUED, field.key):
        start = field.key_span.start - offset
        line = re.compile(r"[^\r\n]*").match(content, start)
        assert line is not None
        words = "is parsed as a different key"
        order = "Insert a space after the first colon and quote the value"
        span = Span(field.key_span.start, offset + len(line[0].rstrip(" \t")) + start)
        yield GluedKey(span, words, advice=order)


def _text_as_key(field: Field, above: Value | None) -> Iterator[Fault]:
    """A key of four words or more below a bare text of as many: nobody calls a key that."""
    if isinstance(above, Scalar) and above.style == "plain":
        close = field.key_span.start - above.span.end <= 2
        if close and field.key.count(" ") > 2 and above.text.count(" ") > 2:
            words = "looks like the rest of the text above"
            yield TextAsKey(field.key_span, words, field.key)


def _binary(content: str, offset: int, fields: tuple[Field, ...]) -> Iterator[Fault]:
    """Values that a tag calls binary: a Ruby program has written a text in no encoding as such."""
    if "!binary" not in content:
        return
    places = {one.span.start - offset: (field, one) for field in fields for one in _texts_in(field)}
    for match in re.finditer(r"(?<![^\s\[,])!!?binary[ \t]+", content):
        if match.end() in places:
            field, value = places[match.end()]
            span = Span(offset + match.start(), offset + match.end())
            yield BinaryText(span, field.key, value.span.start, _decoded(value.text))


def _texts_in(field: Field) -> Iterator[Scalar]:
    return (value for value in scalars_in(field.value) if value.text)


def _decoded(text: str) -> str | None:
    """The text in base64; None for what is none."""
    from base64 import b64decode

    try:
        return b64decode("".join(text.split()), validate=True).decode("utf-8")
    except ValueError:
        return None


def _escaped(content: str, offset: int, fields: tuple[Field, ...]) -> Iterator[Fault]:
    """Escapes for control characters, which a feed and a page then have."""
    if not re.search(_ESCAPE, content):
        return
    for field, scalar in ((one, inner) for one in fields for inner in scalars_in(one.value)):
        match = re.search(_CONTROL, scalar.text) if scalar.style == "double" else None
        raw = content[scalar.span.start - offset : scalar.span.end - offset]
        if match and match[0] not in raw:
            words = f"{field.key} contains the control character U+{ord(match[0]):04X} as an escape"
            yield ControlCharacter(scalar.span, words, field.key)


def _odd_breaks(content: str, offset: int, fields: tuple[Field, ...]) -> Iterator[Fault]:
    """Characters that are a line break to YAML 1.1 and a character of the text to YAML 1.2."""
    for character in _ODD_BREAKS:
        if character not in content:
            continue
        for match in re.finditer(f"{character}+", content):
            place, end = offset + match.start(), offset + match.end()
            name = f"U+{ord(character):04X} ({_NAMES[character]})"
            key = next((f.key for f in reversed(fields) if f.key_span.start <= place), "")
            words = f"{name} is a line break to some parsers"
            yield ControlCharacter(Span(place, end), words, key)
