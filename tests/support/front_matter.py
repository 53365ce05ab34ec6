"""Front matter made by chance: every style that YAML has, with comments, blank lines and line ends.

What is made here is written by other means than the edit engine's own, so that the two can be
compared.
"""

from __future__ import annotations

import json
from collections.abc import Callable

from hypothesis import strategies as st

KEYS = (
    "title",
    "date",
    "slug",
    "tags",
    "link",
    "author",
    "summary",
    "weight",
    "Draft",
    "ключ",
    "键",
)
WORDS = (
    "flood", "fire", "news", "Ana's", "AT&amp;T", "&quot;so&quot;", "http://a.b/c?d=1&utm_source=x",
    "#5", "C#", "50%", "a:", "b,", "c", "[x]", "{y}", "-", "-z", "?", "yes", "no", "null", "true",
    "5", "0123", "1.10", "12:30", "2025-12-31", "2025-12-31T10:00:00Z", "~", "é", "Ünïcödé",
    "فيضان", "बाढ़", "洪水", "новости", "🌊", "👩\u200d👩\u200d👧", "\\n", "\\", "`", "@a", "*b",
    "&c", "!d", "%e", "|f", ">g", ",h", "]i", "don''t", '"q"', "'r'", "…", "“s”", "x\u200by",
    "a\u00a0b",
)  # fmt: skip
EMPTY = ("", "~", "null")
BARE = (
    "flood", "Big flood in town", "http://a.b/c?d=1&e=2#f", "5", "0123", "1.10", "yes", "true",
    "2025-12-31", "2025-12-31T10:00:00Z", "12:30", "AT&amp;T", "洪水", "فيضان اليوم", "🌊 wave",
    "a, b", "one two\n  three", "one\n\n  two three\n  four", "-x", "don't", "Top#5", "x\ty",
    "a [b] c",
)  # fmt: skip
COMMENTS = ("", "", "", " # c", '  # don\'t: "x" [', " #", "\t# ключ 🌊")
ABOVE = ("", "", "", "# above\n", "\n", "\n# a: b\n\n", "  # indented\n", "#\n")

words = st.sampled_from(WORDS)
texts = st.lists(words, min_size=0, max_size=7).map(" ".join)
"""One-line texts."""

long_texts = st.lists(st.one_of(words, st.just("\n")), max_size=9).map(" ".join)
"""Texts for changes: of several lines too."""


def _single(text: str) -> str:
    return "'" + text.replace("'", "''") + "'"


def _double(text: str) -> str:
    return '"' + text.replace("\\", "\\\\").replace('"', '\\"') + '"'


def _unicode_escaped(text: str) -> str:
    return json.dumps(text)


def _wrapped(quote: Callable[[str], str]) -> Callable[[str], str]:
    return lambda text: quote(text).replace(" ", "\n   ", 1)


_quoted = st.builds(
    lambda quote, text: quote(text),
    st.sampled_from((_single, _double, _unicode_escaped, _wrapped(_single), _wrapped(_double))),
    texts,
)
_flow_values = st.one_of(
    _quoted, st.sampled_from(("flood", "5", "yes", "http://a.b", "洪水", "🌊"))
)
_comments = st.sampled_from(COMMENTS)
_above = st.sampled_from(ABOVE)
_flow_items = st.lists(_flow_values, max_size=5)
_block_items = st.lists(
    st.one_of(_quoted, st.sampled_from(BARE[:12]), st.just("")), min_size=1, max_size=5
)
_headers = st.sampled_from(("|", ">", "|-", ">-", "|+", ">+", "| # c"))
_lines = st.lists(st.sampled_from((*WORDS[:9], "one two", "# no comment", "- x", "", "  deeper")))


@st.composite
def _block_scalars(draw: st.DrawFn) -> str:
    indent = draw(st.sampled_from((" ", "  ", "     ")))
    lines = ["first " + draw(words), *draw(_lines)]
    return draw(_headers) + "\n" + "\n".join(indent + line if line else "" for line in lines)


@st.composite
def _flow_lists(draw: st.DrawFn) -> str:
    items = draw(_flow_items)
    form = draw(st.integers(0, 4))
    if form == 0 or not items:
        return f"[{', '.join(items)}]"
    if form == 1:
        return f"[ {' ,'.join(items)}, ]"
    if form == 2:
        return "[\n" + "".join(f"   {item},{draw(_comments)}\n" for item in items) + "  ]"
    if form == 3:
        return "[\n  " + ",\n  ".join(items) + "\n  ]"
    return "[" + ",\n  ".join(items) + "]"


@st.composite
def _block_lists(draw: st.DrawFn) -> str:
    indent = draw(st.sampled_from(("", "  ", "    ")))
    dash = draw(st.sampled_from(("- ", "-   ")))
    made = draw(_comments)
    for value in draw(_block_items):
        value = value.replace("\n", f"\n {indent}")
        made += f"\n{draw(st.sampled_from(('', '', indent + '# c' + chr(10), chr(10))))}"
        made += f"{indent}{dash}{value}".rstrip() + draw(_comments)
    return made


@st.composite
def _mappings(draw: st.DrawFn) -> str:
    if draw(st.booleans()):
        return "{a: " + draw(_flow_values) + ", 'b': " + draw(_flow_values) + "}"
    value = draw(_quoted).replace("\n", "\n  ")
    return f"\n  a: {value}\n  b:\n  - x\n  - {draw(st.sampled_from(BARE[:6]))}\n  c:"


def _one_line(value: str) -> bool:
    return "\n" not in value


# A strategy that is made for each draw is looked into for each draw: these are made once.
_values = st.one_of(
    st.sampled_from(BARE),
    st.sampled_from(EMPTY),
    _quoted,
    _block_scalars(),
    _flow_lists(),
    _block_lists(),
    _mappings(),
)
_properties = st.sampled_from(("", "", "", "", " &x", " !!str", " *"))
_any_keys, _unique_keys = (
    st.lists(st.sampled_from(KEYS), min_size=1, max_size=6, unique=unique)
    for unique in (False, True)
)


@st.composite
def blocks(draw: st.DrawFn) -> str:
    """The lines between two fences; nearly all of them are a YAML mapping."""
    keys = draw(_unique_keys if draw(st.booleans()) else _any_keys)
    made, anchors = "", 0
    for key in keys:
        name = draw(st.sampled_from((key, key, key, f'"{key}"', f"'{key}' ")))
        value = draw(_values)
        prop = draw(_properties)
        if prop == " *" and anchors:
            value = f"*x{draw(st.integers(1, anchors))}"
        elif prop == " &x":
            anchors += 1
            value = f"&x{anchors} {value}"
        elif prop == " !!str" and value[:1] in "\"'":
            value = f"!!str {value}"
        behind = draw(_comments) if value[:1] not in "|>" and "\n" not in value else ""
        made += draw(_above)
        made += f"{name}:{'' if value[:1] in ('', chr(10)) else ' '}{value}{behind}\n"
    return made + draw(_above)


_blocks = blocks()
_endings = st.sampled_from(("\n", "\r\n", "mixed", "mixed"))
_line_ends = st.sampled_from(("\n", "\r\n"))


@st.composite
def whole_texts(draw: st.DrawFn) -> str:
    """Whole files: a block between fences, a body, one of four ways to end the lines."""
    body = draw(st.sampled_from(("", "\n", "\nBody &amp; all.\n\n")))
    text = f"---\n{draw(_blocks)}---{body}"
    ending = draw(_endings)
    if ending == "mixed":
        lines = text.split("\n")
        ends = [draw(_line_ends) for _ in lines[1:]]
        text = lines[0] + "".join(end + line for end, line in zip(ends, lines[1:], strict=True))
    else:
        text = text.replace("\n", ending)
    return draw(st.sampled_from(("", "", "", "\ufeff"))) + text
