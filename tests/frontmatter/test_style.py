"""The house's form: what the examples of STY001 to STY006 cannot show."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path

import pytest

from newslint import registry
from newslint.config import load as config
from newslint.config.command_line import CommandLine
from newslint.config.resolve import resolve
from newslint.config.site import Site
from newslint.generators import load
from newslint.lint import fix as engine
from newslint.model.errors import NewslintError
from tests.support.command import newslint
from tests.support.each import each
from tests.support.setting import line, settings, source

ONLY = settings({"select": ["STY"]})


@pytest.mark.parametrize(
    ("before", "found", "after"),
    [
        (
            "---\r\ntitle: A\ntags: [b]\n---\r\nBody.\r\n",
            ["1:4-2:1 2 of 4 lines do not end in LF like the others; use one line ending"],
            "---\ntitle: A\ntags: [b]\n---\nBody.\r\n",
        ),
        (
            "---\r\ntitle: A\ntags: [b]\nweight: 1\n---\r\nBody.\r\n",
            ["1:4-2:1 2 of 5 lines do not end in LF like the others; use one line ending"],
            "---\ntitle: A\ntags: [b]\nweight: 1\n---\nBody.\r\n",
        ),
        (
            "---\r\ntitle: Ü\r\ntags: [b]\r\nweight: 1 \n---\r\nBody.\n",
            [
                "4:10-4:11 whitespace at the end of the line; remove it",
                "4:11-5:1 1 of 5 lines do not end in CRLF like the others; use one line ending",
            ],
            "---\r\ntitle: Ü\r\ntags: [b]\r\nweight: 1\r\n---\r\nBody.\n",
        ),
        (
            '---\ntitle: "One\r\n\r\n  two"\ntext: |\r\n  a\n  b\n---\nBody.\n',
            ["2:12-3:1 3 of 8 lines do not end in LF like the others; use one line ending"],
            '---\ntitle: "One\n\n  two"\ntext: |\n  a\n  b\n---\nBody.\n',
        ),
    ],
)
def test_line_ends(before: str, found: list[str], after: str) -> None:
    checked = engine.check(source(before), "content/a.md", "a.md", ONLY)
    assert [line(one) for one in checked] == found
    mended = engine.fix(source(before), "content/a.md", "a.md", ONLY, unsafe=False)
    assert (mended.text, mended.left) == (after, ())


def fixed(text: str, style: Mapping[str, object]) -> tuple[str, list[str]]:
    """The text with the safe fixes made, and what is left; a second run changes nothing."""
    made = settings({"select": ["STY"], "style": style})
    outcome = engine.fix(source(text), "content/a.md", "a.md", made, unsafe=False)
    again = engine.fix(source(outcome.text), "content/a.md", "a.md", made, unsafe=False)
    assert (again.text, again.applied) == (outcome.text, ())
    assert not [one for one in outcome.left if one.fix is not None]
    return outcome.text, [line(one) for one in outcome.left]


def test_quotes_in_toml() -> None:
    text = (
        """+++\ntitle = 'Über' # "a"\ntags = ['a', "it's", 'C:\\b']\n[extra]\nx = '''b'''\n+++\n"""
    )
    wanted = text.replace("'Über'", '"Über"').replace("'a'", '"a"')
    assert fixed(text, {"quotes": "double"}) == (wanted, [])
    assert fixed(text, {"quotes": "keep"}) == (text, [])
    text = '+++\ntitle = "Über"\ntags = ["it\'s", "a\\tb"]\n+++\n'
    assert fixed(text, {"quotes": "single"}) == (text.replace('"Über"', "'Über'"), [])


def test_quotes_stay_where_others_need_escapes() -> None:
    text = "---\na: 'say \"x\"'\nb: 'C:\\d'\nc: 'it''s'\nd: 'two\n  lines'\ne: ''\n---\n"
    made = text.replace("'it''s'", '"it\'s"').replace("e: ''", 'e: ""')
    assert fixed(text, {"quotes": "double"}) == (made, [])


ORDER = {"key-order": ["title", "date"], "empty-lines": "keep"}
STAY = [
    "---\n# about the file, or about draft\ndraft: true\ntitle: A\n---\n",
    "---\ndraft: true\n\ntitle: A\n---\n",
    "---\ndraft: true\ntitle: A\n# the end\n---\n",
    "---\ndraft: true\nx: |+\n  a\n\ntitle: A\n---\n",
    "---\ndraft: &a true\nx: *a\ntitle: A\n---\n",
    "---\n{draft: true, title: A}\n---\n",
    "---\ndraft: true\n  # whose is it\ntitle: A\n---\n",
]


@pytest.mark.parametrize("text", STAY)
def test_keys_stay_where_it_is_not_certain(text: str) -> None:
    same, left = fixed(text, ORDER)
    assert same == text
    assert [one.partition(" ")[2] for one in left] == ["title comes after draft; move it up"]


def test_keys_that_are_there_twice_keep_their_order() -> None:
    for text in ("---\nb: 1\nB: 2\ntitle: A\n---\n", "---\nb: 1\ntitle: A\nb: 1\n---\n"):
        assert fixed(text, ORDER) == (text, [])


def test_keys_move_with_all_their_lines() -> None:
    text = (
        "---\r\nx: >-\r\n  a\r\n\r\n  b\r\n# of y\r\n# more\r\ny:\r\n- 1 # one\r\n"
        'pubDate: 2025-12-31 # d\r\ntitle: "A\r\n  b"\r\n---\r\nBody.\r\n'
    )
    wanted = (
        '---\r\ntitle: "A\r\n  b"\r\n# of y\r\n# more\r\ny:\r\n- 1 # one\r\n'
        "pubDate: 2025-12-31 # d\r\nx: >-\r\n  a\r\n\r\n  b\r\n---\r\nBody.\r\n"
    )
    assert fixed(text, {"key-order": ["title", "y", "pubdate"]}) == (wanted, [])


LISTS = [
    ("block", "a: [b, 'c, d'] # e\n", "a: # e\n  - b\n  - 'c, d'\n"),
    ("block", "x:\n    - y\na: [ b ]\n", "x:\n    - y\na:\n    - b\n"),
    ("block", "a: []\nb: [[c]]\nc: {d: [e]}\n", None),
    ("block", "a: [b,\n  c]\nd: &e [f]\ng: *e\nh: !x [i]\n", None),
    ("flow", "a:\n- b\n- \"c\"\n- 'd'\n", "a: [b, \"c\", 'd']\n"),
    ("flow", "a:\n- b # c\nd: # e\n- f\ng:\n- h\n# i\n- j\n", None),
    (
        "flow",
        "a:\n- b, c\nd:\n- '[e]'\nf:\n- g: h\ni:\n-\n",
        "a:\n- b, c\nd: ['[e]']\nf:\n- g: h\ni:\n-\n",
    ),
    ("flow", f"a:\n- {'b' * 60}\n- {'c' * 60}\n", None),
]


@pytest.mark.parametrize("ending", ["\n", "\r\n"], ids=["LF", "CRLF"])
@pytest.mark.parametrize(("form", "before", "after"), LISTS)
def test_lists(form: str, before: str, after: str | None, ending: str) -> None:
    text = f"---\n{before}---\n".replace("\n", ending)
    wanted = f"---\n{before if after is None else after}---\n".replace("\n", ending)
    assert fixed(text, {"lists": form}) == (wanted, [])


UNQUOTED = [
    ('a: "Köln heute"\n', "a: Köln heute\n"),
    ("a: 'it''s' # b\n", "a: it's # b\n"),
    ('a: ["b", "c d"]\n', "a: [b, c d]\n"),
    ('a:\n- "b"\n- c: "d"\n', "a:\n- b\n- c: d\n"),
    ('a: &x "b"\nc: *x\n', 'a: &x "b"\nc: *x\n'),
    ('{"a":"b", "c": "d"}\n', '{"a":"b", "c": d}\n'),
]
QUOTED = (
    "", " b", "b ", "b: c", "b #c", "# b", "- b", "? b", "b:", "[b", "b, c", "{b", "*b", "&b", "!b",
    "|", "> b", "%b", "@b", "`b", "~", "=", "<<", "null", "Null", "NULL", "true", "True", "yes",
    "No", "on", "OFF", "y", "N", "1", "1.5", "-1", "+1", ".5", "1e3", "1_000", "0x1F", "0o17",
    "017", "0b11", "1:30", "12:30:45", "2025-12-31", "2025-12-31 10:00:00", "2025-12-31T10:00:00Z",
    ".inf", ".nan", "NaN", "Inf", "---", "...", "b\\c", "1,000", "12e", "2025-1-1",
)  # fmt: skip


@pytest.mark.parametrize(("before", "after"), UNQUOTED)
def test_quotes_that_are_not_needed(before: str, after: str) -> None:
    text = f"---\n{before}---\n"
    assert fixed(text, {"quotes": "when-needed"}) == (f"---\n{after}---\n", [])


@each("text", QUOTED)
@each("form", ["a: {}", "a: [{}]", "a:\n- {}", "a: {{b: {}}}"])
def test_quotes_that_are_needed(text: str, form: str) -> None:
    for mark in "'\"":
        if mark == "'" or "\\" not in text:
            made = f"---\n{form.format(mark + text + mark)}\n---\n"
            assert fixed(made, {"quotes": "when-needed"}) == (made, [])


def test_all_at_once() -> None:
    text = """---

tags:  [ 'a', "b" ]  # one
# readers see it
title: 'A' \n\
draft: false
---
Body.
"""
    wanted = """---
# readers see it
title: "A"
draft: false
tags:  # one
  - "a"
  - "b"
---
Body.
"""
    style = {"key-order": ["title", "draft"], "quotes": "double", "lists": "block"}
    for ending in ("\n", "\r\n"):
        made, left = fixed(text.replace("\n", ending), style)
        assert (made, left) == (wanted.replace("\n", ending), [])


ONLY_SITE = Site(
    config.Config(),
    None,
    Path("/site"),
    load("generic"),
    None,
    CommandLine(),
    datetime(2026, 1, 31, tzinfo=UTC),
)


def test_an_upper_layer_replaces_single_keys() -> None:
    data = {"select": ["STY"], "style": {"quotes": "single", "lists": "flow"}}
    one = config.parse({**data, "overrides": [{"paths": ["*"], "style": {"quotes": "keep"}}]}, "")
    site = replace(ONLY_SITE, config=one)
    active = resolve(site, one.overrides).rules
    chosen = {rule.rule.code: rule.options for rule in active}
    assert chosen["STY002"].quotes == "keep"
    assert chosen["STY004"].lists == "flow"


@pytest.mark.parametrize(
    ("style", "message"),
    [
        ({"quots": "double"}, "unknown key `quots` in [style]; did you mean `quotes`?"),
        ({"quotes": "doubl"}, '[style] `quotes` must be "double", "single", "when-needed" or'),
        ({"key-order": "title"}, "[style] `key-order` must be a list"),
        ({"key-order": [1]}, "[style] `key-order` must hold strings"),
    ],
)  # fmt: skip
def test_mistakes_in_the_table(style: dict[str, object], message: str) -> None:
    with pytest.raises(NewslintError, match=re.escape(f"newslint.toml: {message}")):
        settings({"style": style})


def test_the_code_that_went_away() -> None:
    stands_for = {"STY001", "STY002", "STY003", "STY004", "STY006"}
    assert registry.select(["FMT017"], "") == registry.select(["layout-style"], "") == stands_for
    assert list(registry.renamed(["FMT", "FMT017", "FMT017"])) == [
        "`FMT017` is now STY001, STY002, STY003, STY004 and STY006"
    ]
    with pytest.raises(NewslintError, match=r"\[rules\.FMT017\]: .* set in \[style\]"):
        settings({"rules": {"FMT017": {"quote": "single"}}})
    silenced = "---\n# newslint: ignore-file[FMT017]\na: 1\n\nb: 2\n---\n"
    assert engine.check(source(silenced), "content/a.md", "a.md", ONLY) == ()


def test_the_code_that_went_away_is_said_once(tmp_path: Path) -> None:
    (tmp_path / "newslint.toml").write_text('extend-select = ["FMT017"]\n')
    (tmp_path / "a.md").write_text("---\na: 1\n\nb: 2\n---\n")
    (tmp_path / "b.md").write_text("---\na: 1\n\nb: 2\n---\n")
    ran = newslint("check", "--extend-select", "FMT017", folder=tmp_path)
    assert ran.err.count("`FMT017` is now STY001") == 1
    assert ran.out.count("STY001") == 2
