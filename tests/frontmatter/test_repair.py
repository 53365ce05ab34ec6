"""Repair of YAML that does not parse: each mistake, alone and beside others.

Every line of `CASES` stands between two good lines: what it becomes, whether that is certain, and
that its neighbours stay what they are.
"""

from __future__ import annotations

from typing import Any, NamedTuple

import pytest
import yaml
from ruamel.yaml import YAML

from newslint.frontmatter.read import read_article
from newslint.lint import fix as engine
from newslint.lint.fix import Outcome
from newslint.model.faults import Fault, Repairable, Syntax
from tests.support.faults import name, what
from tests.support.setting import line, settings, source

RULES = ["FMT002", "FMT003", *(f"FMT0{number:02}" for number in range(5, 13))]
SETTINGS = settings({"select": RULES}, site={})

SAFE, UNSAFE = True, False


class Case(NamedTuple):
    """Lines of a front matter, what they become, and what is read in the field `title`."""

    before: str
    after: str
    safe: bool
    value: Any


CASES = [
    # a quoted text with quotes inside
    Case('title: "He said "hi""', "title: 'He said \"hi\"'", SAFE, 'He said "hi"'),
    Case("title: 'It's on'", 'title: "It\'s on"', SAFE, "It's on"),
    Case('title: "It\'s "on""', 'title: "It\'s \\"on\\""', SAFE, 'It\'s "on"'),
    Case("title: 'It's \"on\"'", "title: 'It''s \"on\"'", SAFE, 'It\'s "on"'),
    Case('title: ""a" b"', "title: '\"a\" b'", SAFE, '"a" b'),
    Case('title: ""a b""', "title: '\"a b\"'", SAFE, '"a b"'),
    Case('title: "12" and 15" TVs"', "title: '12\" and 15\" TVs'", SAFE, '12" and 15" TVs'),
    Case('title: "<a href="x">y</a>"', "title: '<a href=\"x\">y</a>'", SAFE, '<a href="x">y</a>'),
    Case("title: 'users' guide'", "title: \"users' guide\"", SAFE, "users' guide"),
    Case("title: 'rock 'n' roll of the '90s'", "title: \"rock 'n' roll of the '90s\"", SAFE,
         "rock 'n' roll of the '90s"),
    Case("title: ' it's '", 'title: " it\'s "', SAFE, " it's "),
    Case("title: 'it's'  # note", 'title: "it\'s"  # note', SAFE, "it's"),
    Case("title: 'l'été à l'Île'", "title: \"l'été à l'Île\"", SAFE, "l'été à l'Île"),
    Case('title: "قال "نعم" ثم"', "title: 'قال \"نعم\" ثم'", SAFE, 'قال "نعم" ثم'),
    Case('title: "他说"好""', "title: '他说\"好\"'", SAFE, '他说"好"'),
    Case('title: "a \\"b\\" "c""', "title: 'a \"b\" \"c\"'", UNSAFE, 'a "b" "c"'),
    Case("title: 'a ''b'' c's'", "title: \"a 'b' c's\"", UNSAFE, "a 'b' c's"),
    Case("title: 'title: 'Flood'", "title: 'Flood'", UNSAFE, "Flood"),
    Case('title: "Wait!" she said"', "title: 'Wait!\" she said'", UNSAFE, 'Wait!" she said'),
    Case('title: "the whole story.""', 'title: "the whole story."', UNSAFE, "the whole story."),
    Case('title: the "new: story', "title: 'the \"new: story'", SAFE, 'the "new: story'),
    Case('title: the whole: story."', 'title: "the whole: story."', UNSAFE, "the whole: story."),
    Case('title: "a TV of 15""', "title: 'a TV of 15\"'", SAFE, 'a TV of 15"'),
    Case('title: "“Press 2": so"', "title: '“Press 2\": so'", SAFE, '“Press 2": so'),
    Case("title: 'Un po' d'acqua'", "title: \"Un po' d'acqua\"", SAFE, "Un po' d'acqua"),
    Case("title: '90s kids: it's on'", "title: \"90s kids: it's on\"", UNSAFE,
         "90s kids: it's on"),
    Case('title: "a" x: "b"', "title: '\"a\" x: \"b\"'", UNSAFE, '"a" x: "b"'),
    Case('title: "one "two"\n  three"', "title: 'one \"two\"\n  three'", SAFE, 'one "two" three'),
    Case('title: "one "two"\nthree"', "title: 'one \"two\"\n  three'", UNSAFE, 'one "two" three'),
    Case("title: ['it's', 'b']", "title: [\"it's\", 'b']", SAFE, ["it's", "b"]),
    Case("title: ['a 'b' c', 'd']", "title: [\"a 'b' c\", 'd']", UNSAFE, ["a 'b' c", "d"]),
    Case("title:\n- 'it's'\n- b", 'title:\n- "it\'s"\n- b', SAFE, ["it's", "b"]),
    Case("title:\n  - x: 'it's'\n    y: b", 'title:\n  - x: "it\'s"\n    y: b', SAFE,
         [{"x": "it's", "y": "b"}]),
    # bare texts
    Case("title: Iran: x", 'title: "Iran: x"', SAFE, "Iran: x"),
    Case("title: Iran says:", 'title: "Iran says:"', SAFE, "Iran says:"),
    Case("title: Он сказал: «да»", 'title: "Он сказал: «да»"', SAFE, "Он сказал: «да»"),
    Case('title: He said: "no"', "title: 'He said: \"no\"'", SAFE, 'He said: "no"'),
    Case("title: a: b\\c", "title: 'a: b\\c'", SAFE, "a: b\\c"),
    Case("title: \u00a0a: b\u00a0", 'title: "\u00a0a: b\u00a0"', SAFE, "\u00a0a: b\u00a0"),
    Case("title: Trends\\: mobile", 'title: "Trends: mobile"', SAFE, "Trends: mobile"),
    Case("title: @foo", 'title: "@foo"', SAFE, "@foo"),
    Case("title: `foo` bar", 'title: "`foo` bar"', SAFE, "`foo` bar"),
    Case("title: %foo", 'title: "%foo"', SAFE, "%foo"),
    Case("title: *foo* bar", 'title: "*foo* bar"', SAFE, "*foo* bar"),
    Case("title: &#8220;foo&#8221;", 'title: "&#8220;foo&#8221;"', SAFE, "&#8220;foo&#8221;"),
    Case("title: !foo bar: x", 'title: "!foo bar: x"', SAFE, "!foo bar: x"),
    Case("title: ,foo", 'title: ",foo"', SAFE, ",foo"),
    Case("title: ]foo", 'title: "]foo"', SAFE, "]foo"),
    Case("title: }foo", 'title: "}foo"', SAFE, "}foo"),
    Case("title: [Live] Foo", 'title: "[Live] Foo"', SAFE, "[Live] Foo"),
    Case("title: {Live} Foo", 'title: "{Live} Foo"', SAFE, "{Live} Foo"),
    Case("title: [a](https://b.c)", 'title: "[a](https://b.c)"', SAFE, "[a](https://b.c)"),
    Case("title: [Live Foo: x", 'title: "[Live Foo: x"', UNSAFE, "[Live Foo: x"),
    Case("title: a\nmenu: [b] c", 'title: a\nmenu: "[b] c"', UNSAFE, "a"),
    Case("title: a\nparams: {b: c", 'title: a\nparams: "{b: c"', UNSAFE, "a"),
    Case("title: a\nlink: [b](https://c.d)", 'title: a\nlink: "[b](https://c.d)"', SAFE, "a"),
    Case("title: |foo bar", 'title: "|foo bar"', SAFE, "|foo bar"),
    Case("title: >foo bar", 'title: ">foo bar"', SAFE, ">foo bar"),
    Case("title: > foo bar", 'title: "> foo bar"', UNSAFE, "> foo bar"),
    Case("title: - foo", 'title: "- foo"', SAFE, "- foo"),
    Case("title: ? foo", 'title: "? foo"', SAFE, "? foo"),
    Case('title: "Dark" media', "title: '\"Dark\" media'", SAFE, '"Dark" media'),
    Case("title: 'a' and b", "title: \"'a' and b\"", SAFE, "'a' and b"),
    Case('title: "a" and "b"', "title: '\"a\" and \"b\"'", UNSAFE, '"a" and "b"'),
    Case('title: "https://a.b" c', "title: '\"https://a.b\" c'", UNSAFE, '"https://a.b" c'),
    Case("title: a: b #c", 'title: "a: b #c"', UNSAFE, "a: b #c"),
    Case("title: a: b # a remark", 'title: "a: b" # a remark', UNSAFE, "a: b"),
    Case("title: [a: b: c]", 'title: "[a: b: c]"', UNSAFE, "[a: b: c]"),
    Case("title: a: b\n  c d", 'title: "a: b\n  c d"', SAFE, "a: b c d"),
    Case("title: a: b\n  c: d e", 'title: "a: b"\nc: d e', UNSAFE, "a: b"),
    Case("title: a: b\nc d", 'title: "a: b\n  c d"', UNSAFE, "a: b c d"),
    Case("title: Flood date: 2025-12-31", 'title: "Flood date: 2025-12-31"', UNSAFE,
         "Flood date: 2025-12-31"),
    Case("title: a my_key: b", 'title: "a my_key: b"', UNSAFE, "a my_key: b"),
    Case("title: title: a", "title: a", UNSAFE, "a"),
    Case("title: Title: a", 'title: "Title: a"', SAFE, "Title: a"),
    Case("title: b\ndate: date: 2025-12-31", "title: b\ndate: 2025-12-31", SAFE, "b"),
    # escapes and delimiters
    Case('title: "it\\\'s"', 'title: "it\'s"', SAFE, "it's"),
    Case('title: "it\\\'s \\u00e9\\\\"', 'title: "it\'s \\u00e9\\\\"', SAFE, "it's é\\"),
    Case('title: "C:\\path\\new"', "title: 'C:\\path\\new'", UNSAFE, "C:\\path\\new"),
    Case('title: "foo",', 'title: "foo"', SAFE, "foo"),
    Case('title: "foo":', 'title: "foo"', UNSAFE, "foo"),
    Case("title: 'foo'\\", "title: 'foo'", UNSAFE, "foo"),
    Case('title: """foo"', "title: '\"\"foo'", UNSAFE, '""foo'),
    Case("title: [a, 'b'],", "title: [a, 'b']", SAFE, ["a", "b"]),
    Case("title: 'foo' ;", "title: 'foo'", SAFE, "foo"),
    Case('title: "foo', 'title: "foo"', UNSAFE, "foo"),
    Case("title: 'it's foo", "title: 'it''s foo'", UNSAFE, "it's foo"),
    Case("title: \"foo'", 'title: "foo"', UNSAFE, "foo"),
    Case("title: 'Tis foo: bar", "title: \"'Tis foo: bar\"", UNSAFE, "'Tis foo: bar"),
    Case('title: "foo "a" b', "title: 'foo \"a\" b'", UNSAFE, 'foo "a" b'),
    Case('title: "foo\n  bar', 'title: "foo\n  bar"', UNSAFE, "foo bar"),
    Case("title: “Iran: x”", 'title: "Iran: x"', UNSAFE, "Iran: x"),
    Case("title: “Iran: x”\nkicker: “a”", 'title: "Iran: x"\nkicker: “a”', SAFE, "Iran: x"),
    Case("title: [a,, b]", "title: [a, b]", SAFE, ["a", "b"]),
    Case("title: [, a]", "title: [a]", SAFE, ["a"]),
    Case("title: [a, b", "title: [a, b]", UNSAFE, ["a", "b"]),
    # separators
    Case("title:foo", "title: foo", SAFE, "foo"),
    Case("title:@foo", 'title: "@foo"', SAFE, "@foo"),
    Case("title: a\nxyz:foo", "title: a\nxyz: foo", UNSAFE, "a"),
    Case("title: a\nx_y:foo", "title: a\nx_y: foo", SAFE, "a"),
    Case('title: a\nxyz:"foo"', 'title: a\nxyz: "foo"', SAFE, "a"),
    Case('title:["a"]', 'title: ["a"]', SAFE, ["a"]),
    Case("title：foo", "title: foo", SAFE, "foo"),
    Case('title:\u00a0"a"', 'title: "a"', SAFE, "a"),
    Case("title:\n\t- a\n\t- b", "title:\n  - a\n  - b", SAFE, ["a", "b"]),
    Case("title:\n  - a\n\t- b", "title:\n  - a\n  - b", SAFE, ["a", "b"]),
    Case("title:\n- a\n-b", "title:\n- a\n- b", SAFE, ["a", "b"]),
    Case("title:\n- a\n-18F", "title:\n- a\n- 18F", SAFE, ["a", "18F"]),
    Case("title:\n- a\n-1", "title:\n- a\n- 1", UNSAFE, ["a", 1]),
    Case("title:\n  * a\n  * b", "title:\n  - a\n  - b", UNSAFE, ["a", "b"]),
    Case("title: a\ntags;\n- b", "title: a\ntags:\n- b", UNSAFE, "a"),
    Case("title: a\ntags\n- b", "title: a\ntags:\n- b", UNSAFE, "a"),
    Case("title: a\nvideo= b", "title: a\nvideo: b", UNSAFE, "a"),
    # indentation
    Case("title: a\nb c", "title: a\n  b c", UNSAFE, "a b c"),
    Case("title: >\na b", "title: >\n  a b", UNSAFE, "a b\n"),
    Case("title:\na b", "title:\n  a b", UNSAFE, "a b"),
    Case("title:\n  - a\n - b", "title:\n  - a\n  - b", UNSAFE, ["a", "b"]),
    Case("title:\n  - a\n  b", "title:\n  - a\n  - b", UNSAFE, ["a", "b"]),
    Case('title: "a"\n  date: x', 'title: "a"\ndate: x', SAFE, "a"),
    Case("title: a\n# c\n tags:\n   - b", "title: a\n# c\ntags:\n   - b", SAFE, "a"),
    Case("title: a\n  date: 2025-12-31", "title: a\ndate: 2025-12-31", SAFE, "a"),
    Case("title: a\n  note: b", "title: a\nnote: b", UNSAFE, "a"),
    Case("title: a\n date: b\n lastmod: c", "title: a\ndate: b\nlastmod: c", SAFE, "a"),
    Case("title:\n  - a: 1\n   b: 2", "title:\n  - a: 1\n    b: 2", UNSAFE, [{"a": 1, "b": 2}]),
    Case("title:\n  - a: 1\n    - b: 2", "title:\n  - a: 1\n  - b: 2", UNSAFE,
         [{"a": 1}, {"b": 2}]),
    Case("title: a\n# tags:\n  - b", "title: a\ntags:\n  - b", UNSAFE, "a"),
    Case("title: a\nauthors: - Ana", "title: a\nauthors:\n  - Ana", UNSAFE, "a"),
    # control characters
    Case("title: a\x01b", "title: ab", SAFE, "ab"),
    Case('title: "\x00"x" y"', "title: '\"x\" y'", SAFE, '"x" y'),
    Case("title: a\x0bb", "title: a b", UNSAFE, "a b"),
    Case("title: don\x92t", "title: don’t", UNSAFE, "don’t"),
]  # fmt: skip
ENDINGS = [pytest.param("\n", id="LF"), pytest.param("\r\n", id="CRLF")]


def _text(lines: str, ending: str = "\n") -> str:
    whole = f'---\nslug: a\n{lines}\n# between\nweight: 5\n---\nText: it\'s "x".\n'
    return whole.replace("\n", ending)


def _fix(text: str, unsafe: bool) -> Outcome:
    return engine.fix(source(text), "content/a.md", "a.md", SETTINGS, unsafe=unsafe)


def _block(text: str) -> str:
    return text.split("---", 2)[1]


@pytest.mark.parametrize("ending", ENDINGS)
@pytest.mark.parametrize("case", CASES, ids=lambda case: ascii(case.before))
def test_repaired(case: Case, ending: str) -> None:
    before, after = _text(case.before, ending), _text(case.after, ending)
    safe, unsafe = _fix(before, unsafe=False), _fix(before, unsafe=True)
    assert unsafe.text == after
    assert safe.text == (after if case.safe else before)
    assert not [one.text for one in (*safe.left, *unsafe.left) if one.code == "RUN004"]
    assert [one.code for one in unsafe.left] == []
    for data in (
        yaml.safe_load(_block(after)),
        yaml.load(_block(after), Loader=yaml.CSafeLoader),
        YAML(typ="safe", pure=True).load(_block(after)),
    ):
        assert (data["slug"], data["title"], data["weight"]) == ("a", case.value, 5)


@pytest.mark.parametrize("case", CASES, ids=lambda case: ascii(case.before))
def test_waits_for_one_that_is_not_certain(case: Case) -> None:
    before, after = _text(f'{case.before}\nlede: "x'), _text(f'{case.after}\nlede: "x"')
    assert _fix(before, unsafe=False).text == before
    assert _fix(before, unsafe=True).text == after


def test_several_at_once() -> None:
    before = "title: 'It's on'\nsummary: a: b\ndate:2025-12-31\ntags:\n- 'l'a'\n-c\nx: \"y\","
    after = 'title: "It\'s on"\nsummary: "a: b"\ndate: 2025-12-31\ntags:\n- "l\'a"\n- c\nx: "y"'
    made = _fix(_text(before), unsafe=False)
    assert made.text == _text(after)
    quotes = "contains unescaped single quotes; put the value in double quotes"
    colon = "contains a colon and is not quoted; put the value in double quotes"
    assert [line(one) for one in made.applied] == [
        f"3:8-3:17 title `'It's on'` {quotes}",
        f"4:10-4:14 summary `a: b` {colon}",
        (
            "5:1-5:16 date `date:2025-12-31` has no space after its colon; "
            "insert a space after the colon"
        ),
        f"7:3-7:8 tags `'l'a'` {quotes}",
        "8:1-8:3 line `-c` has no space after its dash; insert a space after the dash",
        '9:4-9:8 x `"y",` has a `,` after its closing quote; remove the `,`',
    ]


def _faults(block: str) -> tuple[Fault, ...]:
    return read_article(source(f"---\n{block}---\nText.\n"), "content/a.md", SETTINGS).faults


def test_one_without_a_repair_leaves_the_others_without_their_edits() -> None:
    faults = _faults("title: a: b\nimage: \"x\"\nno key\nsummary: 'it's'\n")
    assert [name(one) for one in faults] == ["UnquotedSpecial", "Syntax", "UnescapedQuote"]
    repairable = [one for one in faults if isinstance(one, Repairable)]
    assert [(one.key, one.edits, one.certain) for one in repairable] == [
        ("title", (), False),
        ("summary", (), False),
    ]
    text = '---\ntitle: a: b\nimage: "x"\nno key\n---\n'
    assert _fix(text, unsafe=True).text == text


def test_an_open_quote_is_reported_where_it_opens() -> None:
    (fault,) = _faults("title: 'a\n# c\nx: don't\n")
    assert (name(fault), getattr(fault, "key", ""), fault.span) == (
        "BadDelimiter",
        "title",
        (11, 13),
    )


def test_a_text_over_lines_with_colons_stays_one() -> None:
    block = 'summary: "one\ntwo: three\n\nfour: five"\ntitle: a: b\n'
    made = _fix(f"---\n{block}---\nText.\n", unsafe=False)
    assert _block(made.text) == "\n" + block.replace("a: b", '"a: b"')


ALIASES = {
    "title: *a\nx: &a b\ny: c: d\n": None,  # the anchor stands below
    "x: &a b\ntitle: *a c\n": None,
    "x: &a b\ntitle: *a: c\n": None,
    "x: &a b\ntitle: [*a] c: d\n": None,
    "x: &a b: c\ntitle: *a\n": None,
    "x: &a b\ntags:\n- *a c\n": None,
    "x: &a b\ntitle:*a\n": "x: &a b\ntitle: *a\n",
    "x: &a {k: v}\ny:\n  <<: *a\n  z: B: c\n": 'x: &a {k: v}\ny:\n  <<: *a\n  z: "B: c"\n',
    "x: R&a b\ntitle: *a c\n": 'x: R&a b\ntitle: "*a c"\n',  # no anchor
    "title: *a\n": 'title: "*a"\n',
}


@pytest.mark.parametrize("block", ALIASES, ids=ascii)
def test_an_alias_of_an_anchor_is_never_put_in_quotes(block: str) -> None:
    text = f"---\n{block}---\nText.\n"
    wanted = ALIASES[block] or block
    assert _block(_fix(text, unsafe=False).text) == f"\n{wanted}"
    assert _block(_fix(text, unsafe=True).text) == f"\n{wanted}"


REASONS = {
    "title: a\nauthors: Ana\n-\nx: b: c\n": (
        (22, 23),
        "the list item is below authors, which has a value; give the list its own key",
    ),
    "name: Ana\n# c\n  She writes.\n": (
        (16, 27),
        "the line belongs to no value, as a comment ends the one above; give it a key",
    ),
    "title: 'a'\n\nSome text.\nx: y\n": (
        (12, 22),
        "the line is not `key: value`; give it a key or move it below the front matter",
    ),
    "title: 'a'\nSome text.\n": (
        (11, 21),
        "the line is not `key: value`; give it a key or indent it below the key it belongs to",
    ),
    "id: a\nlink: /b\n/c/d\n": (
        (15, 19),
        "the line is not `key: value`; give it a key or indent it below the key it belongs to",
    ),
    "title a\ndate 2025-12-31\n": (
        (0, 7),
        "the line has no colon; add one after `title`",
    ),
    'title = "a"\ndate = 2025-12-31\n': (
        (0, 11),
        "the line is written as in TOML; use `key: value`, or `+++` as delimiters",
    ),
    "just text\n\nand more\n": (
        (0, 9),
        "it is plain text, not `key: value` lines",
    ),
    "tags: [a] b\n": (
        (10, 11),
        "text follows the list in brackets; remove it or put the value in quotes",
    ),
    "x: &a b\ntitle: *a c\n": (
        (15, 19),
        "`*a` refers to another value and must not be followed by text; quote the value",
    ),
    "title: *a\nx: &a b\n": (
        (7, 8),
        "`*` at the start of a value refers to no anchor; put the value in quotes",
    ),
    "title: *a\nx: &a b: c\n": (
        (17, 18),
        "the value contains a second colon; put the value in quotes",
    ),
    "title: *a\nx: &a [b\n": (
        (16, 17),
        "the list in brackets does not end where it should; close it or put its items in quotes",
    ),
    "title: a\n=======\nx: y\n": (
        (9, 16),
        "an unresolved merge conflict; keep one of the two versions",
    ),
}


@pytest.mark.parametrize("block", REASONS, ids=ascii)
def test_the_reason_why_there_is_no_repair(block: str) -> None:
    faults = [one for one in _faults(block) if isinstance(one, Syntax)]
    found = [((one.span.start - 4, one.span.end - 4), what(one)) for one in faults]
    assert found == [REASONS[block]]


def test_values_that_are_used_elsewhere_stay_what_they_are() -> None:
    block = "title: a: b\nx: &x [1, 2]\ny: *x\nz:\n  - *x\n"
    made = _fix(f"---\n{block}---\nText.\n", unsafe=False)
    assert _block(made.text) == "\n" + block.replace("a: b", '"a: b"')


def test_what_cannot_be_repaired_with_certainty_by_other_lines() -> None:
    conflict = "<<<<<<< HEAD\ntitle: a: b\n=======\ntitle: c\n>>>>>>> main\n"
    assert [(name(one), one.span) for one in _faults(conflict)] == [("Syntax", (4, 16))]
    template = "title: {{ t }}\nx: 'it's'\n"
    assert [name(one) for one in _faults(template)] == ["TemplateResidue", "UnescapedQuote"]


FENCES = {
    "---\ntitle: a: b\ndate: x\n\nText.\n": '---\ntitle: "a: b"\ndate: x\n\n---\nText.\n',
    "---\ntitle: 'it's'\ntags: [a]": '---\ntitle: "it\'s"\ntags: [a]\n---',
    "---\ntitle: a: b\n ---\nText.\n": '---\ntitle: "a: b"\n---\nText.\n',
    "---\n{% include x %}\n<p>a</p>\n": "---\n---\n{% include x %}\n<p>a</p>\n",
}


@pytest.mark.parametrize("before", FENCES, ids=ascii)
def test_with_its_fence_and_never_as_certain(before: str) -> None:
    assert _fix(before, unsafe=False).text == before
    assert _fix(before, unsafe=True).text == FENCES[before]


HUGE = {
    "a megabyte": "title: a: b\n" * 80_000,
    "many lines": "title: a: b\n" * 3_000,
    "many mistakes": "".join(f"k{number}: a: b\n" for number in range(300)),
    "many items": "tags:\n" + "- 'it's'\n" * 1_500,
    "many colons": "title: " + "a: " * 30_000 + "\n",
    "many quotes": "title: '" + "a' " * 30_000 + "\n",
    "many blanks": "title: a: " + " " * 90_000 + "b\n",
    "many quotes in brackets": "title: ['a" + "''b" * 20_000 + "\n",
    "many keys in a text": 'title: "' + 'a: "' * 15_000 + '"\n',
    "many blanks in a text": 'title: "a" ' + " " * 90_000 + "b: c\n",
    "many brackets": "- [\n" * 1_500,
    "many control characters": "title: " + "\x01" * 90_000 + "\n",
    "deep": "\n".join(" " * depth + "- [x" for depth in range(400)) + "\n",
}


@pytest.mark.slow
@pytest.mark.parametrize("block", HUGE.values(), ids=HUGE.keys())
def test_a_large_block_has_its_answer(block: str) -> None:
    faults = _faults(block)
    assert faults
    assert len(faults) <= 50


def test_bare_carriage_returns() -> None:
    made = _fix("---\rtitle: a: b\rx: 'it's'\ry: \"\"\r---\rText.", unsafe=False)
    assert made.text == '---\rtitle: "a: b"\rx: "it\'s"\ry: ""\r---\rText.'
