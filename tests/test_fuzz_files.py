"""Whole files, made of what people and scripts write and of what nobody does.

Whatever stands in a file: no rule crashes, nothing hangs, the body keeps its bytes, a mended file
can be read, and a second run changes nothing. `NEWSLINT_FUZZ=100000` looks at that many files.
"""

from __future__ import annotations

import os
from dataclasses import replace

from hypothesis import HealthCheck, event, example, given
from hypothesis import settings as profile
from hypothesis import strategies as st

from newslint import engine
from newslint.article import Article
from newslint.reading import read_article
from newslint.source import Source
from tests.setting import settings, source

MANY = int(os.environ.get("NEWSLINT_FUZZ", "0"))
SETTINGS = settings({"preset": "strict"}, site={})

fuzz = profile(
    derandomize=not MANY,
    deadline=None,
    max_examples=MANY or 300,
    suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large],
)

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
FILES = st.tuples(OPENINGS, st.lists(LINES, max_size=8), CLOSINGS, BODIES).map(
    lambda parts: parts[0] + "".join(f"{line}\n" for line in parts[1]) + parts[2] + parts[3]
)
ENDS = st.sampled_from(["\n"] * 4 + ["\r\n", "\r\n", "\r"])


def _read(text: str, bom: bool) -> tuple[Source, Article]:
    made = replace(source(text), bom=bom)
    return made, read_article(made, "content/a.md", SETTINGS)


def _look(text: str) -> None:
    given, before = _read(text, text.startswith("\ufeff"))
    found = engine.check(given, "content/a.md", "a.md", SETTINGS)
    assert not [one.message for one in found if one.code == "RUN003"]
    for unsafe in (False, True):
        made = engine.fix(given, "content/a.md", "a.md", SETTINGS, unsafe=unsafe)
        codes = {one.code for one in made.applied}
        assert not [one.message for one in (*made.left, *made.applied) if one.code == "RUN003"]
        if not codes:
            assert (made.text, made.bom) == (given.text, given.bom)
            continue
        again, after = _read(made.text, made.bom)
        event("mended")
        assert after.block is not None
        assert not after.broken
        if before.block is not None and not codes & {"FMT001", "FMT002", "FMT003"}:
            assert _body_kept(before, after, codes)
        second = engine.fix(again, "content/a.md", "a.md", SETTINGS, unsafe=unsafe)
        assert (second.text, second.bom) == (made.text, made.bom)


def _body_kept(before: Article, after: Article, codes: set[str]) -> bool:
    return before.body == after.body or any(code.startswith("BDY") for code in codes)


@fuzz
@given(FILES, ENDS)
@example("---\ntitle: 'It's on'\ntags:\n- 'it's'\n---\nText.\n", "\r\n")
@example('---\ntitle: a\x00b: "c\x1b\ndate:2025-12-31\n---\nText.\n', "\n")
def test_files_of_lines(text: str, ending: str) -> None:
    _look(text.replace("\n", ending))


@fuzz
@given(st.text(st.sampled_from("---\n\n: \"'ab#[]{}|>*&!%@`,\t-é\\\u2028\x00\ufeff"), max_size=80))
def test_files_of_characters(text: str) -> None:
    _look("---\n" + text + "\n---\nText.\n")


@fuzz
@given(st.binary(max_size=60))
def test_files_of_bytes(data: bytes) -> None:
    _look("---\n" + data.decode("utf-8", "ignore") + "\n---\nText.\n")
