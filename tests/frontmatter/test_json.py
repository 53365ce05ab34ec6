"""JSON front matter: exact spans, exact edits, exact places of mistakes."""

# ruff: noqa: E501  # a case is a row of a table

from __future__ import annotations

import json
import re

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from newslint import frontmatter
from newslint.frontmatter import json as json_syntax
from newslint.frontmatter.contract import CannotRender, ParseOptions, ParseResult
from newslint.frontmatter.json import parse
from newslint.lint import fix as engine
from newslint.lint.proof import prove
from newslint.model.spans import Span, apply_edits
from newslint.model.values import ListValue, Scalar, Table, Value
from tests.support.each import each
from tests.support.faults import name, what
from tests.support.mending import (
    Maker,
    added,
    cases,
    dropped,
    inserted,
    inserted_list,
    listed,
    mended,
    put,
    quoted,
    read,
    refusals,
    renamed,
    swap,
    together,
    without,
)
from tests.support.random_edits import changes
from tests.support.setting import line, source
from tests.support.setting import settings as made_settings

READING = ParseOptions(lambda _: "string", {"titel": "title"}, 1000, 100)


def parsed(content: str, before: str = "") -> ParseResult:
    return parse(before + content, Span(len(before), len(before) + len(content)), READING)


def shown(value: Value, text: str) -> object:
    """A value as what stands in its span, with its kind; collections as what is in them."""
    written = text[value.span.start : value.span.end]
    if isinstance(value, Scalar):
        return written, value.text, value.kind
    if isinstance(value, ListValue):
        return written, [shown(item, text) for item in value.items]
    return written, {field.key: shown(field.value, text) for field in value.fields}


@each(
    ("written", "text", "kind"),
    [
        ('"a"', "a", "string"),
        ('""', "", "string"),
        (r'"\u00e9 \" \\ \/ \b\f\n\r\t"', 'é " \\ / \b\f\n\r\t', "string"),
        (r'"\ud83d\ude00"', "😀", "string"),
        (r'"\ud83d!"', "\ufffd!", "string"),
        (r'"\ude00\ud83d"', "\ufffd\ufffd", "string"),
        ('"日本 😀 } \x7f\u2028"', "日本 😀 } \x7f\u2028", "string"),
        ("true", "true", "bool"),
        ("false", "false", "bool"),
        ("null", "null", "null"),
        ("0", "0", "float"),
        ("-12", "-12", "float"),
        ("1.50e-2", "1.50e-2", "float"),
        ("12345678901234567890", "12345678901234567890", "float"),
    ],
)
@each("behind", ["", " ", "\n", "\t\r\n"])
def test_scalars(written: str, text: str, kind: str, behind: str) -> None:
    found = parsed('{"title": ' + written + behind + "}", "\n")
    assert found.faults == ()
    (field,) = found.fields
    assert (field.key, field.key_span) == ("title", Span(2, 9))
    style = "double" if kind == "string" else "plain"
    assert field.value == Scalar(Span(11, 11 + len(written)), text, kind, style)  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("content", "wanted"),
    [
        ("{}", {}),
        ("{ \n}", {}),
        ('{"a": [ ], "b" : {}}', {"a": ("[ ]", []), "b": ("{}", {})}),
        ('{"a":[1,"x"]}', {"a": ('[1,"x"]', [("1", "1", "float"), ('"x"', "x", "string")])}),
        (
            '{"a": {"b": [{"c": "}"}]}}',
            {"a": ('{"b": [{"c": "}"}]}', {"b": ('[{"c": "}"}]', [('{"c": "}"}', {"c": ('"}"', "}", "string")})])})},
        ),
    ],
)  # fmt: skip
def test_collections(content: str, wanted: object) -> None:
    found = parsed(content)
    assert found.faults == ()
    assert {field.key: shown(field.value, content) for field in found.fields} == wanted


def test_keys_roles_and_lists_of_lines() -> None:
    found = parsed('{"Titel": "a", "\\u0061": [1], "a": [\n], "a": {"x":1}}')
    assert [(f.key, f.role, f.key_span) for f in found.fields] == [
        ("Titel", "title", Span(1, 8)),
        ("a", "a", Span(15, 23)),
        ("a", "a", Span(30, 33)),
        ("a", "a", Span(40, 43)),
    ]
    flow = [f.value.flow for f in found.fields if isinstance(f.value, ListValue | Table)]
    assert flow == [True, False, True]


MISTAKES = [
    ('{"a": 1,}', ",", "a comma precedes the closing `}`"),
    ('{"a": [1,]}', ",", "a comma precedes the closing `]`"),
    ('{"a": 1 "b": 2}', "", "a comma or `}` is missing after the value"),
    ('{"a": [1 2]}', "", "a comma or `]` is missing after the value"),
    ('{"a" 1}', "", "`:` is missing after the key"),
    ('{"a": }', "}", "a value is missing here"),
    ('{"a": [,1]}', ",", "a value is missing here"),
    ("{'a': 1}", "'a'", "the key `'a'` must be in double quotes"),
    ("{a: 1}", "a", "the key `a` must be in double quotes"),
    ("{, }", ",", "a key in double quotes is missing here"),
    ("{\"a\": 'x'}", "'x'", "`'x'` must be in double quotes"),
    ('{"a": Some text}', "Some", "`Some` must be in double quotes"),
    ('{"a": True}', "True", "`True` is written `true` in JSON"),
    ('{"a": None}', "None", "`None` is written `null` in JSON"),
    ('{"a": NaN}', "NaN", "`NaN` must be in double quotes"),
    ('{"a": 01}', "01", "`01` is not a number in JSON; put it in double quotes"),
    ('{"a": +1}', "+1", "`+1` is not a number in JSON; put it in double quotes"),
    ('{"a": 2025-12-31}', "2025-12-31", "`2025-12-31` is not a number in JSON; put it in double quotes"),
    ('{"a": 1e999}', "1e999", "`1e999` is larger than a number can be"),
    ('{"a": "say "hi" to"}', "h", 'the text ends at the `"` before this; write `\\"` for one inside it'),
    ('{"a": "x\n"}', '"', 'the text that `"` opens is not closed'),
    ('{"a": "x\t"}', "\t", "a tab must be written `\\t`"),
    ('{"a": "x\0"}', "\0", "the character U+0000 must be written `\\u0000`"),
    ('{"a": "C:\\Users"}', "\\U", "`\\U` is not an escape in JSON; double the backslash"),
    ('{"a": "it\\\'s"}', "\\'", "`\\'` is not an escape in JSON; double the backslash"),
    ('{"a": "\\u12"}', "\\u", "`\\u` is not an escape in JSON; double the backslash"),
    ('{// c\n"a": 1}', "//", "JSON has no comments; remove it"),
    ('{"a": 1 // c\n}', "//", "JSON has no comments; remove it"),
    ('{"a": # c\n1}', "#", "JSON has no comments; remove it"),
    ('{"a": \u00a01}', "\u00a0", "a value is missing here"),
    ('{"a": [1', "[", "`[` is never closed"),
    ('{"a": {"b": 1', "{", "`{` is never closed"),
]  # fmt: skip


@pytest.mark.parametrize(("content", "culprit", "words"), MISTAKES)
def test_mistakes(content: str, culprit: str, words: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(
        json_syntax, "_repaired", lambda _text, _content, _reading, fault, _open: (fault,)
    )
    found = parsed(content, "\n")
    (fault,) = found.faults
    assert (found.fields, name(fault), what(fault)) == ((), "Syntax", words)
    assert f"\n{content}"[fault.span.start : fault.span.end] == culprit


@pytest.mark.parametrize("content", ['{"a\tb": 1}', '{\n"a\tb\n": 1}', '{\t"a": \t}', '{"\t'])
def test_a_tab_where_no_value_is(content: str) -> None:
    """There is no repair of it, and none is tried."""
    (fault,) = parsed(content).faults
    assert not getattr(fault, "edits", ())


@pytest.mark.parametrize(
    ("content", "start", "words"),
    [
        ('{"a": ' + "[" * 10_000 + "]" * 10_000 + "}", 106, "its values are nested more than 100 deep"),
        ('{"a":' * 10_000 + "1" + "}" * 10_000, 505, "its values are nested more than 100 deep"),
        ('{"a":' * 10_000, 505, "its values are nested more than 100 deep"),
        ("{" + ",".join(f'"k{n}": 1' for n in range(10_000)) + "}", 0, "it has 10000 keys, the limit is 1000"),
    ],
)  # fmt: skip
def test_too_large(content: str, start: int, words: str) -> None:
    found = parsed(content)
    (fault,) = found.faults
    assert (found.fields, name(fault), fault.span.start) == ((), "TooLarge", start)
    assert what(fault) == words


@pytest.mark.slow
@pytest.mark.parametrize(
    "content",
    [
        '{"a": ' + "9" * 500_000 + "}",
        '{"a": 1.' + "9" * 500_000 + "}",
        '{"a": 1e-' + "9" * 500_000 + "}",
        '{"a": "' + "\\\\" * 250_000 + '"}',
        '{"a": "' + "\\ud83d" * 100_000 + '"}',
        '{"a": [' + "1,\n" * 200_000 + "1]}",
        '{"a"' + " " * 500_000 + ":" + " " * 500_000 + "x}",
        "{" + "\n" * 500_000,
        '{"a": ' + "x" * 500_000 + "}",
    ],
    ids=range(9),
)
def test_large_blocks_end(content: str) -> None:
    assert len(parsed(content).faults) <= 1


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        (
            '{\n  "title": "say "hi, x\n}\nBody.\n',
            ['2:18-2:19 invalid front matter: the text ends at the `"` before this; write `\\"` for one inside it'],
        ),
        (
            '{\n  "title": "A"\n',
            ["1:1-1:2 the front matter that `{` opens is never closed; close it with `}`"],
        ),
    ],
)  # fmt: skip
def test_one_mistake_is_said_once(text: str, wanted: list[str]) -> None:
    """A quote too many hides the closing brace from the fence: the quote is the mistake."""
    found = engine.check(source(text), "content/a.md", "a.md", made_settings())
    assert [line(diagnostic) for diagnostic in found] == wanted


# edits


def becomes(before: str, maker: Maker, after: str) -> None:
    """Assert what a change makes of a block: with LF, and with CRLF and a BOM."""
    assert mended(f"{before}\nBody.\n", maker) == f"{after}\nBody.\n"
    lines = before.replace("\n", "\r\n")
    assert mended(f"\ufeff{lines}\r\n", maker) == "\ufeff{}\r\n".format(after.replace("\n", "\r\n"))


LINES = '{\n  "a": "x",\n  "b": [1],\n  "c": true\n}'


@cases(
    ("text", '{"a": "x"}', put("a", "y"), '{"a": "y"}'),
    ("escapes", '{"a": "x"}', put("a", 'say "y" \\ / \n\x00\x7f'), '{"a": "say \\"y\\" \\\\ / \\n\\u0000\x7f"}'),
    ("old escapes stay", '{"a": "\\u00e9 \\/ b"}', swap("a", "b", "c"), '{"a": "\\u00e9 \\/ c"}'),
    ("only ASCII stays so", '{"a": "\\u00e9 b"}', swap("a", "b", "ü😀"), '{"a": "\\u00e9 \\u00fc\\ud83d\\ude00"}'),
    ("half of a pair stays", '{"a": "\\ud83d b"}', swap("a", "b", "c"), '{"a": "\\ud83d c"}'),
    ("number becomes text", '{"a":1}', put("a", "x"), '{"a":"x"}'),
    ("text becomes true", '{"a": "true" }', put("a", "true", literal=True), '{"a": true }'),
    ("a date is text", '{"a": 20251231}', put("a", "2025-12-31", literal=True), '{"a": "2025-12-31"}'),
    ("null", '{"a": null}', put("a", ""), '{"a": ""}'),
    ("in a list", '{"a": [ "x", "y" ]}', put("a.1", "z"), '{"a": [ "x", "z" ]}'),
    ("in an object", '{"t": {"a": "x"}}', put("t.a", "z"), '{"t": {"a": "z"}}'),
    ("quoted", '{"a": 1.10}', quoted("a"), '{"a": "1.10"}'),
    ("list of a text", '{"a": "x"}', listed("a", "x", 'y"z'), '{"a": ["x", "y\\"z"]}'),
    ("rename", '{"a" : 1}', renamed("a", "b c"), '{"b c" : 1}'),
    ("delete first", LINES, dropped("a"), '{\n  "b": [1],\n  "c": true\n}'),
    ("delete last", LINES, dropped("c"), '{\n  "a": "x",\n  "b": [1]\n}'),
    ("delete the last two", LINES, dropped("c", "b"), '{\n  "a": "x"\n}'),
    ("delete first and last", LINES, dropped("a", "c"), '{\n  "b": [1]\n}'),
    ("delete all", LINES, dropped("a", "b", "c"), "{}"),
    ("delete on one line", '{"a": 1, "b": 2, "c": 3}', dropped("b"), '{"a": 1, "c": 3}'),
    ("delete the last on one line", '{ "a":1,"b":2 }', dropped("b"), '{ "a":1 }'),
    ("delete many lines", '{\n "a": [\n  1\n ],\n "b": {\n }\n}', dropped("a"), '{\n "b": {\n }\n}'),
    ("delete one of two equal keys", '{\n "a": 1,\n "a": 2\n}', dropped("a"), '{\n "a": 2\n}'),
    ("insert", LINES, inserted("a", "d", "y"), '{\n  "a": "x",\n  "d": "y",\n  "b": [1],\n  "c": true\n}'),
    ("insert last", LINES, inserted("c", "d", "y"), '{\n  "a": "x",\n  "b": [1],\n  "c": true,\n  "d": "y"\n}'),
    ("insert on one line", '{"a":1}', inserted("a", "b", "y"), '{"a":1, "b":"y"}'),
    ("insert a literal", '{"a" : 1}', inserted("a", "b", "false", literal=True), '{"a" : 1, "b" : false}'),
    ("insert a list", '{\n\t"a": 1\n}', inserted_list("a", "b", "y", "z"), '{\n\t"a": 1,\n\t"b": ["y", "z"]\n}'),
    ("delete an item", '{"a": ["x", "y"]}', without("a", 0), '{"a": ["y"]}'),
    ("delete the last item", '{"a": [\n  "x",\n  "y"\n]}', without("a", 1), '{"a": [\n  "x"\n]}'),
    ("delete all items", '{"a": [\n  "x"\n]}', without("a", 0), '{"a": []}'),
    ("insert an item", '{"a": [\n  "x"\n]}', added("a", 1, "y"), '{"a": [\n  "x",\n  "y"\n]}'),
    ("insert first", '{"a": ["x"]}', added("a", 0, "y"), '{"a": ["y", "x"]}'),
    ("insert into an empty one", '{"a": []}', added("a", 0, "y"), '{"a": ["y"]}'),
    ("commas in front", '{\n  "a": 1\n, "b": 2\n, "c": 3\n}', dropped("b"), '{\n  "a": 1\n, "c": 3\n}'),
    ("rename and set", '{"a": true}', together(renamed("a", "b"), put("a", "false", literal=True)), '{"b": false}'),
)  # fmt: skip
def test_edits(before: str, maker: Maker, after: str) -> None:
    becomes(before, maker, after)


@refusals(
    ("insert and delete", LINES, together(dropped("c"), inserted("b", "d", "y"))),
    ("two behind the last", LINES, together(inserted("c", "d", "y"), inserted("c", "e", "y"))),
    ("insert what is there", '{"a": 1, "B": 2}', inserted("a", "b", "y")),
    ("a list of lines as a whole", '{"a": [\n1\n]}', listed("a", "x")),
    ("an object as a list", '{"a": {}}', listed("a", "x")),
    ("quotes around quotes", '{"a": "x"}', quoted("a")),
    ("no such item", '{"a": [1]}', without("a", 1)),
)
def test_refused(before: str, maker: Maker) -> None:
    with pytest.raises(CannotRender):
        mended(f"{before}\n", maker)


# any document, any change

TEXTS = st.text(st.sampled_from("ab é日😀\"'\\{}[],:\t\n\u2028\x7f\ud83d"), max_size=8)
SCALARS = st.one_of(
    st.tuples(TEXTS, st.booleans()).map(
        lambda made: json.dumps(
            made[0], ensure_ascii=made[1] or any("\ud800" <= c < "\ue000" for c in made[0])
        )
    ),
    st.sampled_from(["0", "-1.5e3", "true", "false", "null", "12345678901234567890"]),
)
GAPS = st.sampled_from(["", " ", "\n", "\n  ", "\n\t"])


def wrapped(opening: str, closing: str, parts: list[tuple[str, ...]], gap: str) -> str:
    return opening + ",".join("".join(part) for part in parts) + gap + closing


def objects(values: st.SearchStrategy[str]) -> st.SearchStrategy[str]:
    keys = st.sampled_from(['"a"', '"b"', '"\\u0061"', '"é"', '""', '"c d"'])
    pair = st.tuples(GAPS, keys, GAPS, st.just(":"), GAPS, values, GAPS)
    return st.builds(wrapped, st.just("{"), st.just("}"), st.lists(pair, max_size=5), GAPS)


VALUES = st.recursive(
    SCALARS,
    lambda inner: (
        objects(inner)
        | st.builds(
            wrapped,
            st.just("["),
            st.just("]"),
            st.lists(st.tuples(GAPS, inner, GAPS), max_size=4),
            GAPS,
        )
    ),
    max_leaves=6,
)
DOCUMENTS = st.builds(str.replace, objects(VALUES), st.just("\n"), st.sampled_from(["\n", "\r\n"]))


@pytest.mark.slow
@settings(max_examples=300, deadline=None)
@given(st.data(), DOCUMENTS)
def test_any_change(data: st.DataObject, content: str) -> None:
    """What is made can be read by every reader, says what was wanted, and proves itself."""
    body = "\r\nBody.\r\n" if "\r" in content else "\nBody.\n"
    article = read(content + body)
    assert not article.broken
    steps = data.draw(changes(article))
    try:
        edits = frontmatter.render(article, [change for change, _ in steps])
    except CannotRender:
        return
    after = apply_edits(article.text, edits)
    assert prove(article, read(after), [change for change, _ in steps]) is None, after
    if len(steps) == 1 and no_key_twice(content):
        wanted = json.loads(content)
        steps[0][1](wanted)
        made = json.loads(after.removesuffix(body))
        assert as_go(made) == as_go(wanted), after


def no_key_twice(content: str) -> bool:
    seen: list[bool] = []
    json.loads(content, object_pairs_hook=lambda pairs: seen.append(len(dict(pairs)) == len(pairs)))
    return all(seen)


def as_go(data: object) -> str:
    """The data as JSON, a lone surrogate as U+FFFD."""
    return re.sub("[\ud800-\udfff]", "\ufffd", json.dumps(data, ensure_ascii=False))


@pytest.mark.slow
@settings(max_examples=300, deadline=None)
@given(
    DOCUMENTS, st.integers(1, 200), st.sampled_from(list('"[]{}:,\\\n\0é -+0')), st.integers(0, 2)
)
def test_reads_as_the_library(content: str, at: int, character: str, cut: int) -> None:
    """What `json` reads is read here, and nothing else is."""
    at = min(at, len(content) - 1)
    content = content[:at] + character + content[at + cut :]
    found = parsed(content)
    try:
        wanted = json.loads(content)
    except ValueError:
        assert found.faults
        return
    assert found.faults == ()
    assert len(found.fields) >= len(wanted)
