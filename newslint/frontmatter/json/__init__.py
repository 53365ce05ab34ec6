"""JSON front matter -> fields with exact spans.

Strings are read by the C scanner of the standard library, all else here: the library gives no
places, keeps one of two equal keys only and takes `NaN`. What Hugo 0.168 (Go) refuses is refused,
what it reads is read: two equal keys (the last one counts), lone surrogates (as U+FFFD). A number
is a double to it, so a whole number is no date: every number's kind is "float".

libyaml would read much of JSON too, but not surrogate pairs, keys of more than 1,024 characters and
DEL.
"""

from __future__ import annotations

from json import JSONDecodeError, decoder

from newslint.frontmatter.contract import (
    MAX_DEPTH,
    ParseOptions,
    ParseResult,
    ParsingStopped,
    refused,
    too_deep,
    too_many,
)
from newslint.frontmatter.json.errors import no_key, no_value, odd_string, unfinished
from newslint.model.faults import Broken, Fault, Syntax
from newslint.model.spans import Span
from newslint.model.values import Field, ListValue, Scalar, Table, Value
from newslint.text.regex import regex

_scan_string = decoder.scanstring  # type: ignore[attr-defined]  # in C where that is built
_BLANKS = regex(r"[ \t\r\n]*")
_PLAIN = regex(
    r"(?:(?P<bool>true|false)|(?P<null>null)"
    r"|(?P<float>-?(?:0|[1-9][0-9]*)(?:\.[0-9]+)?(?:[eE][+-]?[0-9]+)?))(?![\w.+-])"
)
_LONE = regex("[\ud800-\udfff]")


def parse(text: str, content: Span, reading: ParseOptions) -> ParseResult:
    """The fields of a block, or the faults that it has. Never raises for what stands in it."""
    whole = text[: content.end]
    if whole[content.start : content.start + 1] != "{":
        return ParseResult((), _no_object(whole, content.start))
    root = _root(whole, content.start, reading)
    if isinstance(root, Broken):
        return ParseResult((), _repaired(whole, content, reading, root, len(whole) == len(text)))
    if root.span.end < content.end:
        words = "the closing `}` is followed by more text"
        return ParseResult((), (Syntax(Span(root.span.end, root.span.end + 1), words),))
    if len(root.fields) > reading.max_keys:
        span = Span(content.start, content.start + 1)
        return ParseResult((), (too_many(span, len(root.fields), reading.max_keys),))
    return ParseResult(root.fields, ())


def _no_object(text: str, start: int) -> tuple[Fault, ...]:
    """The fault of a block after `---json` that does not begin with `{`; none for an empty one.

    Source: gray-matter 4.0, index.js: lines that begin with `#` do not count.
    """
    lines = text[start:].split("\n")
    if not any(line.strip() and not line.lstrip().startswith("#") for line in lines):
        return ()
    return (Syntax(Span(start, start + 1), "the text does not begin with `{`"),)


def _root(text: str, start: int, reading: ParseOptions) -> Table | Broken:
    try:
        return _Reader(text, reading).table(start, 0)
    except ParsingStopped as stopped:
        return stopped.fault


def _repaired(
    text: str, content: Span, reading: ParseOptions, fault: Broken, open_end: bool
) -> tuple[Fault, ...]:
    """The faults with their repairs; `open_end`: no brace was found that closes, so far."""
    from newslint.frontmatter.json import repair as json_repair
    from newslint.frontmatter.line_repair import repairs

    def read(whole: str) -> Broken | None:
        root = _root(whole, content.start, reading)
        if isinstance(root, Broken):
            return root
        return None if open_end or root.span.end == len(whole) else fault

    return tuple(repairs(text, content.start, fault, read, json_repair.propose))


class _Reader:
    """Reads values of `text`, which ends where the block ends."""

    def __init__(self, text: str, reading: ParseOptions) -> None:
        self.text = text
        self.role_of = reading.role_of
        self.max_depth = min(reading.max_depth, MAX_DEPTH)

    def table(self, start: int, depth: int) -> Table:
        """The object whose `{` stands at `start`. Raises ParsingStopped."""
        text, blanks, role_of = self.text, _BLANKS.match, self.role_of
        fields = []
        at = blanks(text, start + 1).end()  # type: ignore[union-attr]  # it matches anywhere
        comma = -1
        while text[at : at + 1] != "}" or comma >= 0:
            if text[at : at + 1] != '"':
                raise no_key(text, start, at, comma)
            key, end = self.string(at)
            span = Span(at, end)
            at = blanks(text, end).end()  # type: ignore[union-attr]
            if text[at : at + 1] != ":":
                raise refused(end, end, "`:` is missing after the key", "colon")
            at = blanks(text, at + 1).end()  # type: ignore[union-attr]
            value = self.value(at, depth + 1, start)
            folded = key.lower()
            fields.append(Field(key, role_of.get(folded, folded), span, value))
            at, comma = self.behind(start, value, "}")
        return Table(Span(start, at + 1), tuple(fields), "\n" not in text[start:at])

    def items(self, start: int, depth: int) -> ListValue:
        text = self.text
        items = []
        at = _BLANKS.match(text, start + 1).end()  # type: ignore[union-attr]
        comma = -1
        while text[at : at + 1] != "]" or comma >= 0:
            if comma >= 0 and text[at : at + 1] == "]":
                raise no_value(text, start, at, comma)
            value = self.value(at, depth + 1, start)
            items.append(value)
            at, comma = self.behind(start, value, "]")
        return ListValue(Span(start, at + 1), tuple(items), "\n" not in text[start:at])

    def behind(self, start: int, value: Value, close: str) -> tuple[int, int]:
        """Where the next entry or the closing bracket stands, and the comma before it or -1."""
        text = self.text
        at = _BLANKS.match(text, value.span.end).end()  # type: ignore[union-attr]
        if text[at : at + 1] == ",":
            return _BLANKS.match(text, at + 1).end(), at  # type: ignore[union-attr]
        if text[at : at + 1] != close:
            raise unfinished(text, start, at, value)
        return at, -1

    def value(self, at: int, depth: int, start: int) -> Value:
        """The value at an offset, in the object or list that opens at `start`."""
        if depth > self.max_depth:
            raise too_deep(at, self.max_depth)
        first = self.text[at : at + 1]
        if first == '"':
            text, end = self.string(at)
            return Scalar(Span(at, end), text, "string", "double")
        if first == "{":
            return self.table(at, depth)
        if first == "[":
            return self.items(at, depth)
        match = _PLAIN.match(self.text, at)
        if match is None:
            raise no_value(self.text, start, at, -1)
        if match.lastgroup == "float" and abs(float(match[0])) == float("inf"):
            raise refused(*match.span(), f"`{match[0][:20]}` is larger than a number can be")
        kind = match.lastgroup
        return Scalar(Span(*match.span()), match[0], kind, "plain")  # type: ignore[arg-type]

    def string(self, at: int) -> tuple[str, int]:
        """The string whose quote stands at an offset, and where it ends."""
        try:
            made, end = _scan_string(self.text, at + 1, True)
        except JSONDecodeError as error:
            raise odd_string(self.text, at, error) from None
        return replaced(made), end


def replaced(text: str) -> str:
    """The text with U+FFFD for lone surrogates, as Go reads them."""
    return text if text.isascii() else _LONE.sub("\ufffd", text)
