"""Whole files made by chance, of what people and scripts write and of what nobody does."""

from __future__ import annotations

import json
from collections.abc import Iterator, Sequence

from hypothesis import strategies as st

KEYS = st.sampled_from(
    [
        "title",
        "date",
        "tags",
        "summary",
        "slug",
        "link",
        "draft",
        "x",
        "my_key",
        "Title",
        "é",
        "a b",
    ]
)
WORDS = st.sampled_from(
    [
        "Iran", "says", "x", "it's", '"hi"', "'90s", "Köln", "سلام", "水", "#5", "# c", "a:b", ": ",
        ":", "&a", "*a", "!b", "@c", "%", "`d`", "- ", "-", "[", "]", "{", "}", "|", ">", "?", ",",
        "“q”", "’", "\\:", "\\", "\\'", "\\n", "{{ t }}", "<%= t %>", "2025-12-31", "12:30", "null",
        "https://example.org/a?b=c#d", "\t", "\u00a0", "\u200b", "\u2028", "\x85", "\x00", "\x1b",
        "title: a", "''", '""', "  ", "😀", "\ufeff", "：", "true",
    ]
)  # fmt: skip
TEXTS = st.lists(WORDS, max_size=5).flatmap(
    lambda words: st.sampled_from(["", " "]).map(lambda between: between.join(words))
)
VALUES = st.one_of(
    TEXTS,
    TEXTS.map('"{}"'.format),
    TEXTS.map("'{}'".format),
    TEXTS.map("“{}”".format),
    TEXTS.map('"{}'.format),
    TEXTS.map('"{}",'.format),
    st.lists(TEXTS, max_size=3).map(", ".join).map("[{}]".format),
    st.lists(TEXTS, max_size=3).map("', '".join).map("['{}']".format),
    st.lists(TEXTS, max_size=3).map(",, ".join).map("[{}".format),
    st.lists(TEXTS, max_size=2).map("\n  ".join).map("|\n  {}".format),
    st.lists(TEXTS, max_size=3).map("\n".join),
    st.lists(TEXTS, max_size=3).map("\n  ".join),
)
COLONS = st.sampled_from([": ", ": ", ": ", ":", ":\t", "：", ":\u00a0", " : ", ";", "= ", " "])
INDENTS = st.sampled_from(["", "", "", "", " ", "  ", "   ", "    ", "\t", "  \t"])
ENTRIES = st.tuples(INDENTS, KEYS, COLONS, VALUES).map("".join)
ITEMS = st.tuples(INDENTS, st.sampled_from(["- ", "- ", "-", "* ", "- - ", ""]), VALUES).map(
    "".join
)
LINES = st.one_of(
    ENTRIES,
    ENTRIES,
    ENTRIES,
    ITEMS,
    ITEMS,
    st.tuples(INDENTS, st.just("- "), KEYS, COLONS, VALUES).map("".join),
    TEXTS,
    st.sampled_from(
        ["", "# c", "# tags:", "tags:", "tags:", "a: &a x", "b: *a", "---", "...", "  "]
    ),
    st.sampled_from(["<<<<<<< HEAD", "=======", ">>>>>>> x", "{{< x >}}", "<p>", "? x", "tags"]),
)
OPENINGS = st.sampled_from(
    ["---\n"] * 8 + ["", "\n---\n", "----\n", " ---\n", "--- # c\n", "+++\n"]
)
CLOSINGS = st.sampled_from(
    ["---\n"] * 8 + ["", "---", "----\n", " ---\n", "...\n", "---x\n", "--- \n"]
)
BODIES = st.sampled_from(
    ["Text.\n", "", "Text: a\n\n---\n\nMore \x00.\n", "<p>a</p>", "\ttitle: a"]
)
YAML_FILES = st.tuples(OPENINGS, st.lists(LINES, max_size=8), CLOSINGS, BODIES).map(
    lambda parts: parts[0] + "".join(f"{line}\n" for line in parts[1]) + parts[2] + parts[3]
)
LINE_ENDS = st.sampled_from(["\n"] * 4 + ["\r\n", "\r\n", "\r"])

OPENED = st.sampled_from(['"', "'", '"""', "'''", "“", ""])
TOML_BARE = (
    "true", "yes", "1", "0x1F", "1_000", "1e3", "inf", "2025-12-31", "2025-12-31T10:00:00Z",
    "2025-12-31 10:00:00", "10:00:00", "[]", "{}", "[[1], ['a']]", "", "# c", "'a' # c",
)  # fmt: skip
TOML_VALUES = st.one_of(
    TEXTS,
    st.tuples(OPENED, TEXTS, OPENED).map("".join),
    TEXTS.map('"{}"'.format),
    TEXTS.map("'{}'".format),
    st.lists(TEXTS, max_size=3).map('", "'.join).map('["{}"]'.format),
    st.lists(TEXTS, max_size=3).map("', '".join).map("[\n  '{}',\n]".format),
    st.lists(TEXTS, max_size=3).map(", ".join).map("[{}".format),
    st.lists(TEXTS, max_size=2).map("\n".join).map('"""\n{}"""'.format),
    TEXTS.map('{{ a = "{}", b.c = 1 }}'.format),
    st.sampled_from(TOML_BARE),
)
TOML_KEYS = st.one_of(KEYS, st.sampled_from(["'a b'", '"é"', "a.b", "a . b", "params.x", ""]))
TOML_EQUALS = st.sampled_from([" = "] * 6 + ["=", "  =  ", ": ", " ", " == ", "\t=\t"])
TOML_LINES = st.one_of(
    st.tuples(INDENTS, TOML_KEYS, TOML_EQUALS, TOML_VALUES).map("".join),
    st.tuples(INDENTS, TOML_KEYS, TOML_EQUALS, TOML_VALUES).map("".join),
    st.sampled_from(["", "# c", "[params]", "[[a]]", "[a.b]", "[params", "]", "'a',", '"""', "x"]),
    ENTRIES,
)
TOML_FILES = st.tuples(
    st.sampled_from(["+++\n"] * 6 + ["+++ \n", "++++\n", "+++toml\n", "\n+++\n", "---toml\n"]),
    st.lists(TOML_LINES, max_size=7).map("\n".join),
    st.sampled_from(["\n+++\n"] * 6 + ["\n+++", "+++\n", "", "\n +++\n", "\n---\n", "\n+++x\n"]),
    BODIES,
).map("".join)

JSON_STRINGS = st.one_of(TEXTS.map('"{}"'.format), TEXTS.map(lambda text: json.dumps(text)))
JSON_VALUES = st.one_of(
    JSON_STRINGS,
    JSON_STRINGS,
    st.lists(JSON_STRINGS, max_size=3).map(", ".join).map("[{}]".format),
    st.lists(JSON_STRINGS, max_size=3).map(",\n    ".join).map("[\n    {}\n  ]".format),
    st.lists(JSON_STRINGS, max_size=2).map(", ".join).map("[{},]".format),
    JSON_STRINGS.map('{{"a": {}}}'.format),
    TEXTS,
    st.sampled_from(["true", "null", "1", "-0.5e3", "01", "NaN", "{}", "[]", "'a'", "None", ""]),
)
JSON_PAIRS = st.tuples(
    st.one_of(KEYS.map('"{}"'.format), KEYS, KEYS.map("'{}'".format)),
    st.sampled_from([": "] * 6 + [":", " : ", "=", " "]),
    JSON_VALUES,
).map("".join)
JSON_FILES = st.tuples(
    st.sampled_from(["{"] * 6 + ["{\n  ", "{ ", "\n{", "{{", ""]),
    st.lists(JSON_PAIRS, max_size=5).flatmap(
        lambda pairs: st.sampled_from([", ", ",\n  ", ",", "\n", ",,", ", // c\n"]).map(
            lambda between: between.join(pairs)
        )
    ),
    st.sampled_from(["}\n"] * 6 + ["\n}\n\n", "}", ",}\n", "", "}x\n", "]\n", "}}\n"]),
    BODIES,
).map("".join)

FILES = st.one_of(YAML_FILES, YAML_FILES, TOML_FILES, JSON_FILES)
"""Articles in every format, most of them with a mistake."""

PIECES = st.one_of(
    WORDS, KEYS, OPENINGS, CLOSINGS, LINES, TOML_LINES, JSON_PAIRS, st.text(max_size=3)
)


@st.composite
def damaged(draw: st.DrawFn, texts: Sequence[str]) -> str:
    """One of these texts with a few changes: something cut out, put in, doubled or moved."""
    text = draw(st.sampled_from(texts))
    head = min(len(text), 2000)  # what stands far down in the body is no matter
    for _ in range(draw(st.integers(1, 4))):
        start = draw(st.integers(0, head))
        end = min(start + draw(st.integers(0, 12)), len(text))
        kind = draw(st.integers(0, 4))
        if kind == 0:
            text = text[:start] + text[end:]
        elif kind == 1:
            text = text[:start] + draw(PIECES) + text[start:]
        elif kind == 2:
            text = text[:start] + draw(PIECES) + text[end:]
        elif kind == 3:
            text = text[:end] + text[start:end] + text[end:]
        else:
            lines = text.split("\n")
            row = draw(st.integers(0, min(len(lines) - 1, 15)))
            lines.insert(draw(st.integers(0, min(len(lines), 15))), lines.pop(row))
            text = "\n".join(lines)
    return text


ENCODINGS = st.sampled_from(
    [
        "utf-16", "utf-16-le", "utf-16-be", "utf-32", "cp1252", "latin-1", "cp1251", "mac-roman",
        "shift_jis", "gb18030", "utf-8",
    ]
)  # fmt: skip


@st.composite
def foreign(draw: st.DrawFn, texts: st.SearchStrategy[str]) -> bytes:
    """A text in some encoding, whole or with a few bytes that are not of it."""
    data = draw(texts).encode(draw(ENCODINGS), draw(st.sampled_from(["ignore", "replace"])))
    for _ in range(draw(st.integers(0, 2))):
        at = draw(st.integers(0, len(data)))
        data = data[:at] + draw(st.binary(max_size=3)) + data[at + draw(st.integers(0, 2)) :]
    return data


def long_files(unit: str, size: int) -> Iterator[tuple[str, str]]:
    """Articles with a very long row of one thing in some place, and the names of these places."""
    row = unit * (size // len(unit))
    yield "title, bare", f"---\ntitle: x{row}x\n---\nText.\n"
    yield "title, double", f'---\ntitle: "x{row}x"\n---\nText.\n'
    yield "title, single", f"---\ntitle: 'x{row}x'\n---\nText.\n"
    yield "tags in brackets", f"---\ntags: [{row}, '{row}']\n---\nText.\n"
    yield "tags in lines", f"---\ntags:\n- {row}\n- x{row}\n---\nText.\n"
    yield (
        "fields",
        (
            f"---\nlink: https://a.b/{row}\nauthor: \"x{row}x\"\nslug: 'x{row}'\n"
            f"date: '2025-01-01{row}'\nsource: x {row}\nimage: '{row}'\n---\nText.\n"
        ),
    )
    yield "a line", f"---\ntitle: a\n{row}\n---\nText.\n"
    yield "body", f"---\ntitle: a\n---\nx{row}\n\n{row}"
    yield "never closed", f"---\ntitle: a\nx: {row}\n\nText {row}\n"
    yield "TOML, quoted", f"+++\ntitle = \"{row}\"\ntags = ['{row}']\n+++\nText.\n"
    yield "TOML, bare", f"+++\ntitle = {row}\ntags = [{row}\n+++\nText.\n"
    yield "TOML, a line", f"+++\ntitle = 'a' # {row}\n{row}\n+++\nText.\n"
    yield "JSON, quoted", f'{{"title": "{row}", "tags": ["{row}"]}}\nText.\n'
    yield "JSON, bare", f'{{"title": {row}, "tags": [{row}]}}\nText.\n'
    yield "JSON, open", f'{{\n"title": "a",\n"x": "{row}\n'


LONG = (
    *" \t\"'[]{}<>()\\#&*!|%@`?,:;-=/._~^$+0a\r\x00\x85\u00a0\u200b\u2028\ufeff“’水😀e\u0301",
    *(
        " #",
        "&a ",
        "*a ",
        "a: ",
        "- ",
        "? ",
        '\\"',
        "\\u",
        "&amp;",
        "<p>",
        "</",
        "<!--",
        "{{",
        "{{<",
    ),
    *("{%", "<%", "${", "![", "](", "[a](", "**", "//", "../", "http://", "?a=", "%20", "12:"),
    *("'''", '"""', "A.", "By ", " | a", "a@b.", "\n", "\r\n", "a\n", "---\n", "a: b\n", "- a\n"),
    *("  \n", "# a\n", "> ", "2025-", "1_", "a,", "a and ", "Ã©"),
)
"""What such rows are made of: each has stopped some parser or pattern somewhere."""
