"""YAML front matter is read with exact spans, whatever is odd about it; and it is always an answer."""

# ruff: noqa: E501  # a case is a row of a table

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
import yaml

from newslint.files.read import read as read_source
from newslint.frontmatter import yaml as reader
from newslint.frontmatter.contract import ParseOptions, ParseResult
from newslint.generators.hugo.scalars import hugo_kind
from newslint.model.limits import Limits
from newslint.model.spans import Span
from newslint.model.values import Field, Kind, ListValue, Scalar, Style, Table, Value
from tests.support.command import CORPORA
from tests.support.each import each
from tests.support.faults import find_block, what
from tests.support.faults import name as class_name

START = "---\n"


def parse(content: str, *, max_keys: int = 1000, max_depth: int = 100) -> ParseResult:
    """A block whose first character has offset 4 of its text."""
    return reader.parse(content, 4, ParseOptions(hugo_kind, {"link": "url"}, max_keys, max_depth))


def leaves(value: Value) -> Iterator[Scalar]:
    """The single values in a value, in their order."""
    if isinstance(value, Scalar):
        yield value
    elif isinstance(value, ListValue):
        for item in value.items:
            yield from leaves(item)
    else:
        for field in value.fields:
            yield from leaves(field.value)


def scalars(parsed: ParseResult) -> list[Scalar]:
    assert parsed.faults == ()
    return [scalar for field in parsed.fields for scalar in leaves(field.value)]


def fault(content: str, **limits: int) -> tuple[str, Span, str]:
    """Kind, span in the content, and words of the one fault of a block that has no fields."""
    parsed = parse(content, **limits)
    assert parsed.fields == ()
    (found,) = parsed.faults
    return class_name(found), Span(found.span.start - 4, found.span.end - 4), what(found)


@each(
    ("marked", "texts"),
    [
        pytest.param(marked, texts, id=name)
        for name, marked, *texts in (
            ("plain", "a: «b c»  # d\n", "b c"),
            ("plain wrapped", "a: «b\n  c»\nd: «e»\n", "b c", "e"),
            ("single", "a: «'b ''c'''»\n", "b 'c'"),
            ("double", 'a: «"b \\"c\\" \\u00e9"» # "d"\n', 'b "c" é'),
            ("double wrapped", 'a: «"b\n  c\n\n  d"»\n', "b c\nd"),
            ("empty", "a:«»\nb:«» \nc:«» # d\n", "", "", ""),
            ("empty, explicit key", "? a«»\nb: «c»\n", "", "c"),
            ("empty, explicit key at the end", "b: «c»\n? a«»\n", "c", ""),
            ("empty, explicit key and comment", "? a«» # :\n\nb: «c»\n", "", "c"),
            ("explicit key and value", "? a\n: «b»\n? |\n  c\n: «d»\n", "b", "d"),
            ("empty behind a colon of its own", "? a\n:«»\nb: «c»\n", "", "c"),
            ("empty between braces", "a: {b«», c:«» , 'd':«»}\n", "", "", ""),
            ("empty pair in a flow list", "a: [b:«» , «c»]\n", "", "c"),
            ("empty items", "a:\n-«»\n- «b»\n-«» # c\n", "", "b", ""),
            ("blank behind the key", "a   : «b»\n'c' :«»\n", "b", ""),
            ("anchor", "a: &x «b»\nc: &y-1 «'d'»\n", "b", "d"),
            ("anchor of nothing", "a: &x«»\nb: !!str«»\nc: &y !!null«»\n", "", "", ""),
            ("anchor, value below", "a: &x # it's: &y\n  «b»\n", "b"),
            ("tag", "a: !!str «5»\nb: !foo «'c'»\nd: ! «e»\n", "5", "c", "e"),
            ("verbatim tag", "a: !<tag:yaml.org,2002:str> «5»\nb: [!<x,[y]> «z»]\n", "5", "z"),
            ("anchor and tag, tag and anchor", "a: &x !!str «5»\nb: !!str &y «\"6\"»\n", "5", "6"),
            ("tagged item between brackets", "a: [!x «b», &y «c»]\n", "b", "c"),
            ("exclamation mark and ampersand in quotes", "a: «'!b'»\nc: «\"&d\"»\ne: «f!»\n", "!b", "&d", "f!"),
            ("alias", "a: &x «b»\nc: «*x» # *x\nd:\n- «*x»\n", "b", "b", "b"),
            ("alias behind a comment", "a: &x «b»\nc: # *x is *y\n  «*x»\n", "b", "b"),
            ("alias of a list", "a: &x [«b», «c»]\nd: «*x»\n", "b", "c", "b", "c"),
            ("alias between brackets", "a: &x «b»\nc: [«*x», «*x»]\nd: {e: «*x»}\n", "b", "b", "b", "b"),
            ("alias as a key", "a: &x «b»\n*x : «c»\n", "b", "c"),
            ("anchor of a key", "&x a: «b»\nc: «*x»\n", "b", "a"),
            ("merge key", "a: &x {b: «1»}\nc:\n  <<: «*x»\n  d: «2»\n", "1", "1", "2"),
            ("literal", "a: «|\n  b\n  c»\n\n\nd: «e»\n", "b\nc\n", "e"),
            ("literal, blanks at its end", "a: «|-\n  b  »\n  \nd: «e»\n", "b  ", "e"),
            ("literal, keeping", "a: «|+\n  b»\n\n \nd: «e»\n", "b\n\n\n", "e"),
            ("literal, a no-break space at its end", "a: «|\n  b\xa0»\n\n", "b\xa0\n"),
            ("literal, header with comment", "a: «| # b\n  c»\n# d\ne: «f»\n", "c\n", "f"),
            ("literal, empty", "a: «|»\nb: «>-»\n\nc: «d»\n", "", "", "d"),
            ("literal with what looks like YAML", "a: «|\n  b: c # d\n  - e»\nf: «g»\n", "b: c # d\n- e\n", "g"),
            ("literal, no last line end", "a: «|\n  b»", "b"),
            ("literal, no last line end, blanks", "a: «>-\n  b  »", "b  "),
            ("folded", "a: «>-\n  b\n  c\n\n  d»\ne: «f»\n", "b c\nd", "f"),
            ("folded in a list", "a:\n- «>\n  b»\n- «c»\n", "b\n", "c"),
            ("literal, indicator", "a: «|2-\n   b»\n", " b"),
            ("characters beyond the BMP", "🌊: «🌊 \"x\"»\na: «'🌊'» # 🌊\nb: «c»\n", '🌊 "x"', "🌊", "c"),
            ("combining characters and scripts", "शीर्षक: «बाढ़»\nعنوان: «فيضان»\n标题: «洪水»\nb: «c»\n", "बाढ़", "فيضان", "洪水", "c"),
            ("CRLF", "a: «b»\r\nc: «'d'» # e\r\nf:«»\r\ng:\r\n- «h»\r\n- «|\r\n  i»\r\n", "b", "d", "", "h", "i\n"),
            ("line ends by the line", "a: «b»\r\nc: «d»\ne: «f»\r\n", "b", "d", "f"),
            ("bare carriage returns", "a: «b»\rc: «d»\r", "b", "d"),
            ("line separator in quotes", "a: «\"b\u2028c\"»\nd: «e»\n", "b\u2028c", "e"),
            ("next line in quotes", "a: «'b\x85c'»\nd: «e»\n", "b c", "e"),
            ("paragraph separator in a comment", "a: «b» # c\u2029d: «e»\nf: «g»\n", "b", "e", "g"),
            ("BOM at the start", "\ufeffa: «b»\nc: «d»\n", "b", "d"),
            ("BOM inside", "a: «b\ufeffc»\nd: «e»\n", "b\ufeffc", "e"),
            ("surrogates in double quotes", 'a: «"\\ud83c\\udf0a b"»\nc: «d»\n', "🌊 b", "d"),
            ("surrogates, capitals", 'a: «"\\uD83C\\uDF0A\\uD83c\\uDf0a"»\n', "🌊🌊"),
            ("surrogates in single quotes", "a: «'\\uD83c\\uDF0a'»\nb: «\\ud83c\\udf0a»\n", "\\uD83c\\uDF0a", "\\ud83c\\udf0a"),
            ("surrogates in all quotes", 'a: «"\\ud83c\\udf0a"»\nb: «\'\\ud83c\\udf0a\'»\nc: «|\n  \\ud83c\\udf0a»\n', "🌊", "\\ud83c\\udf0a", "\\ud83c\\udf0a\n"),
            ("an escaped backslash before surrogates", 'a: «"\\\\ud83c\\udf0a"»\n'.replace("\\udf0a", "x"), "\\ud83cx"),
            ("surrogates in a key", '"\\ud83c\\udf0a": «b»\nc: &x «"\\ud83c\\udf0a"»\nd: «*x»\n', "b", "🌊", "🌊"),
            ("flow", "a: [«b», «'c, d'» , «\"e\"»,]\nf: {g: «h», i: [«j»]}\n", "b", "c, d", "e", "h", "j"),
            ("flow of many lines", "a: [ # x\n  «b», # y\n\n  «c»\n]\nd: «e»\n", "b", "c", "e"),
            ("braces as the whole", "{a: «b», \"c\": «'d'»}\n", "b", "d"),
            ("block list, not indented", "a:\n- «b»\n-   «c»\nd: «e»\n", "b", "c", "e"),
            ("list in a list", "a:\n- - «b»\n  - «c»\n-\n  - «d»\n", "b", "c", "d"),
            ("mapping in a list", "a:\n- b: «c»\n  d: «e»\n- {f: «g»}\n", "c", "e", "g"),
            ("indented keys", "  a: «b»\n  c:\n    - «d»\n", "b", "d"),
            ("duplicate keys", "a: «b»\na: «c»\n", "b", "c"),
            ("end mark", "a: «b»\n...\n", "b"),
            ("a question mark, a dash and a colon", "a: «?b»\nc: «-d»\ne: «:f»\n", "?b", "-d", ":f"),
        )
    ],
)  # fmt: skip
def test_values_and_their_places(marked: str, texts: list[str]) -> None:
    """«» in a case mark where the values stand."""
    content, spans = marked.replace("«", "").replace("»", ""), []
    clean = 0
    for piece in marked.split("»")[:-1]:
        before, inside = piece.split("«")
        start = clean + len(before)
        clean = start + len(inside)
        spans.append(Span(start + 4, clean + 4))
    found = scalars(parse(content))
    wanted = {span.start: span for span in spans}
    assert [scalar.text for scalar in found] == texts
    assert {scalar.span.start: scalar.span for scalar in found} == wanted


def test_keys_roles_kinds_and_styles() -> None:
    content = (
        'Title: a\n\'link\': "b"\n? c\n: 5\n&x !!str d: |\n  e\nf: >\n  g\n"h\\u0069": ~\ni:\n'
    )
    fields = parse(content).fields
    text = START + content
    assert [(f.key, f.role, text[slice(*f.key_span)]) for f in fields] == [
        ("Title", "title", "Title"),
        ("link", "url", "'link'"),
        ("c", "c", "c"),
        ("d", "d", "d"),
        ("f", "f", "f"),
        ("hi", "hi", '"h\\u0069"'),
        ("i", "i", "i"),
    ]
    assert [(f.scalar.style, f.scalar.kind) for f in fields if f.scalar] == [
        ("plain", "string"),
        ("double", "string"),
        ("plain", "int"),
        ("literal", "string"),
        ("folded", "string"),
        ("plain", "null"),
        ("empty", "null"),
    ]


@pytest.mark.parametrize(
    ("written", "kind"),
    [
        ("!!str 5", "string"),
        ("! 5", "string"),
        ("!foo 5", "string"),
        ('!!int "5"', "int"),
        ("!!float 5", "float"),
        ("!!bool 'true'", "bool"),
        ("!!null ''", "null"),
        ("!!timestamp 2025-12-31", "date"),
        ("&x 5", "int"),
        ("&x # !\n  5", "int"),
        ("&x !!str 5", "string"),
        ("'5'", "string"),
        ("yes", "string"),
        ("0123", "int"),
        ("12:30", "string"),
    ],
)
def test_kind_of_what_is_written(written: str, kind: Kind) -> None:
    (scalar,) = scalars(parse(f"a: {written}\n"))
    assert scalar.kind == kind


def test_collections() -> None:
    content = (
        "a:\n- b\n- c: 1\n  d:\n\n# e\n\nf: &x # [\n  g: [h, {i: j}, k: l , m]\n  # n\n"
        "o: !!seq\n  - &y p - q\n  -\n\nr: [\n  ] # s\nt: {}\nu:\n  ? v\n"
    )
    text = START + content

    def shown(value: Value) -> object:
        raw = text[slice(*value.span)]
        if isinstance(value, ListValue):
            return raw, value.flow, [shown(item) for item in value.items]
        if isinstance(value, Table):
            return raw, value.flow, {field.key: shown(field.value) for field in value.fields}
        return raw

    assert {field.key: shown(field.value) for field in parse(content).fields} == {
        "a": ("- b\n- c: 1\n  d:", False, ["b", ("c: 1\n  d:", False, {"c": "1", "d": ""})]),
        "f": (
            "g: [h, {i: j}, k: l , m]",
            False,
            {
                "g": (
                    "[h, {i: j}, k: l , m]",
                    True,
                    ["h", ("{i: j}", True, {"i": "j"}), ("k: l", True, {"k": "l"}), "m"],
                )
            },
        ),
        "o": ("- &y p - q\n  -", False, ["p - q", ""]),
        "r": ("[\n  ]", True, []),
        "t": ("{}", True, {}),
        "u": ("v", False, {"v": ""}),
    }


def test_only_what_aliases_do_not_touch_is_editable() -> None:
    content = "a: &x b\nc: *x\nd: &y e\nf: &z [g, {h: i}]\nj: [*z, k]\n"
    fields = parse(content).fields
    assert [(f.key, f.value.editable) for f in fields] == [
        ("a", False),
        ("c", False),
        ("d", True),
        ("f", False),
        ("j", True),
    ]
    assert [s.editable for f in fields for s in leaves(f.value)] == [
        *(False, False, True),
        *(False, False),
        *(False, False, True),
    ]


def test_aliases_have_their_own_places() -> None:
    content = "a: &x\n- b: c\nd: *x\n"
    fields = parse(content).fields
    place = Span(4 + content.index("*x"), 4 + content.index("*x") + 2)
    (value,) = [field.value for field in fields if field.key == "d"]
    assert isinstance(value, ListValue)
    (table,) = value.items
    assert isinstance(table, Table)
    assert value.span == table.span == table.fields[0].key_span == place
    assert table.fields[0].value == Scalar(place, "c", "string", "plain", editable=False)


def test_the_same_anchor_on_a_key_and_as_a_key() -> None:
    content = "&x a: &y b\n*y : c\nd: *x\n"
    found = [(f.key, Span(f.key_span.start - 4, f.key_span.end - 4)) for f in parse(content).fields]
    assert found == [("a", Span(3, 4)), ("b", Span(11, 13)), ("d", Span(18, 19))]


@pytest.mark.parametrize("content", ["", "\n\n", "# comment\n", "---\n"[:0], "\ufeff\n"])
def test_nothing_is_no_fault(content: str) -> None:
    assert parse(content) == ParseResult((), ())


@pytest.mark.parametrize(
    ("content", "span"),
    [
        pytest.param(content, span, id=repr(content)[:40])
        for content, span in (
            ("- a\n", (0, 3)),
            ("\n# b\n- a\n", (1, 4)),
            ("text\n", (0, 4)),
            ("  'text' # b\r\n", (2, 12)),
            ("[a]\n", (0, 3)),
        )
    ],
)
def test_front_matter_that_is_no_mapping(content: str, span: tuple[int, int]) -> None:
    kind, found, text = fault(content)
    assert (kind, found) == ("Syntax", span)
    assert text.startswith("it is ")


@pytest.mark.parametrize(
    ("content", "at"),
    [
        pytest.param(content, at, id=repr(content)[:40])
        for content, at in (
            ("a: b: c\n", 4),
            ("a: 'b\n", None),
            ("a: [b\nc: d\n", None),
            ("a: b\n? [c]\n: d\n", 7),
            ("a: b\n{c: d}: e\n", 5),
            ("🌊: a\n[b, c]: d\n", 5),
            ("a: *b\n", 3),
            ("a: &x [b, *x]\n", 3),
            ("a: &x\n  b: *x\n", 3),
            ("a: b\n...\nc: d\n", 9),
            ("%YAML 1.1\n", None),
            ("a: b\n\tc: d\n", None),
            ("a: \x00b\n", 3),
            ("é🌊: 'x\x01'\n", 6),
            ("é: b\r\nc: \x7f\r\n", 9),
            ('é: "\\ud83c"\n', None),
            ("a: &x b\nc: &x d\n", None),
        )
    ],
)
def test_syntax_faults(content: str, at: int | None) -> None:
    kind, span, text = fault(content)
    assert kind == "Syntax"
    assert text
    assert 0 <= span.start <= len(content)
    assert at is None or span.start == at


def test_every_control_character_is_placed() -> None:
    for code in (*range(9), 0x0B, 0x0C, *range(0x0E, 0x20), 0x7F, *range(0x80, 0x85), 0x9F):
        kind, span, _ = fault(f"é🌊: b\r\nc: 'd{chr(code)}'\n")
        assert (kind, span) == ("Syntax", (12, 13)), hex(code)


DEEP = 25_000
NESTED = {
    "flow lists": "a: " + "[" * DEEP,
    "closed flow lists": "a: " + "[" * DEEP + "]" * DEEP,
    "flow mappings": "{a: " * DEEP,
    "closed flow mappings": "x: " + "{a: " * DEEP + "1" + "}" * DEEP,
    "pairs in flow lists": "a: " + "[b: " * DEEP,
    "flow, mixed and on lines": "a: " + "[\n{b: " * DEEP,
    "dashes": "a:\n " + "- " * DEEP,
    "dashes at the start": "- " * DEEP,
    "dashes and tabs": "a:\n " + "-\t" * DEEP,
    "question marks": "? " * DEEP,
    "question marks and dashes": "? - " * DEEP,
    "colons": ": " * DEEP,
    "indentation": "".join(" " * depth + "a:\n" for depth in range(1000)),
    "lists at no indentation": "".join(" " * depth + f"- a:\n{' ' * depth} -\n" for depth in range(700)),
    "bare carriage returns": "a: 1\rb:\r " + "- " * DEEP,
    "behind surrogates": 'x: "\\ud83d\\ude00"\ny: ' + "[" * DEEP,
    "behind a line separator": "x: 1 # \u2028" + "- " * DEEP,
    "in quotes": "a: '" + "[" * DEEP + "'",
    "in a literal": "a: |\n" + " " * 2000 + "b",
}  # fmt: skip


@pytest.mark.parametrize("name", NESTED)
def test_deep_nesting_is_answered(name: str) -> None:
    parsed = parse(NESTED[name] + "\n")
    if name.startswith("in "):
        assert parsed.faults == ()
    else:
        (found,) = parsed.faults
        assert class_name(found) in ("TooLarge", "Syntax")
        assert parsed.fields == ()


@pytest.mark.parametrize("limit", [3, 10, 100])
@pytest.mark.parametrize(
    ("make", "levels"),
    [
        pytest.param(lambda depth: "a: " + "[" * depth + "]" * depth, 1, id="lists"),
        pytest.param(lambda depth: "{a: " * depth + "}" * depth, 0, id="mappings"),
        pytest.param(lambda depth: "a:\n  " + "- " * depth + "b", 1, id="dashes"),
        pytest.param(lambda depth: "".join(f"{' ' * n}a:\n" for n in range(depth)), 0, id="lines"),
    ],
)
def test_the_limit_on_nesting_is_exact(limit: int, make, levels: int) -> None:  # type: ignore[no-untyped-def]
    allowed = limit - levels
    assert parse(make(allowed) + "\n", max_depth=limit).faults == ()
    kind, _, text = fault(make(allowed + 1) + "\n", max_depth=limit)
    assert (kind, text) == ("TooLarge", f"its values are nested more than {limit} deep")


def test_no_config_can_allow_what_ends_the_process() -> None:
    kind, _, _ = fault("a: " + "[" * DEEP + "\n", max_depth=1_000_000)
    assert kind == "TooLarge"


def test_an_alias_bomb_is_answered() -> None:
    lines = ["a0: &a0 [x, x, x, x, x, x, x, x, x, x]"]
    lines += [f"a{n}: &a{n} [{', '.join([f'*a{n - 1}'] * 10)}]" for n in range(1, 100)]
    kind, _, text = fault("\n".join(lines) + "\n")
    assert (kind, text) == ("TooLarge", "its aliases expand to more than 10000 values")


def test_nesting_through_aliases_is_limited() -> None:
    nest = "[" * 90, "]" * 90
    lines = [f"a{n}: &a{n} {nest[0]}{f'*a{n - 1}' if n else 'x'}{nest[1]}" for n in range(10)]
    kind, _, text = fault("\n".join(lines) + "\n")
    assert (kind, text) == ("TooLarge", "its aliases nest values more than 100 deep")


def test_many_values_without_aliases_are_no_bomb() -> None:
    content = "a: &x 1\nb: *x\nc:\n" + "- 1\n" * 20_000
    assert len(scalars(parse(content))) == 20_002


def test_ten_thousand_keys() -> None:
    content = "".join(f"k{n}: {n}\n" for n in range(10_000))
    kind, span, text = fault(content)
    assert (kind, span, text) == ("TooLarge", (0, 5), "it has 10000 keys, the limit is 1000")
    assert len(parse(content, max_keys=10_000).fields) == 10_000


def corpus_files() -> list[Path]:
    folders = (CORPORA / "digitalgov", CORPORA / "18f", CORPORA / "broken")
    return sorted(path for folder in folders for path in folder.rglob("*") if path.is_file())


@pytest.mark.slow
@pytest.mark.skipif(not CORPORA.is_dir(), reason="../shared/corpora is not there")
def test_every_span_of_the_corpora_tells_the_truth() -> None:
    """The text of each span, read on its own by PyYAML, is the value; and together they are what
    PyYAML reads of the whole block."""
    read = 0
    for path in corpus_files():
        source = read_source(path, Limits())
        block, _ = find_block(source.text, "hugo") if source.fault is None else (None, ())
        if block is None or block.format != "yaml":
            continue
        content = source.text[block.content.start : block.content.end]
        parsed = reader.parse(content, block.content.start, ParseOptions(hugo_kind, {}, 1000, 100))
        if parsed.faults:
            assert "broken" in path.parts, path
            continue
        loaded = yaml.load(content, yaml.CBaseLoader) or {}
        assert {field.key: plain(field.value) for field in parsed.fields} == loaded, path
        for field in parsed.fields:
            assert yaml.load(source.text[slice(*field.key_span)], yaml.CBaseLoader) == field.key
            for scalar in leaves(field.value):
                assert alone(source.text[slice(*scalar.span)], scalar.style) == scalar.text.rstrip(
                    "\n"
                )
        read += 1
    assert read > 1000


def plain(value: Value) -> object:
    if isinstance(value, Scalar):
        return value.text
    if isinstance(value, ListValue):
        return [plain(item) for item in value.items]
    return {field.key: plain(field.value) for field in value.fields}


def alone(raw: str, style: Style) -> str:
    if style == "empty":
        return raw
    value = yaml.load(raw + "\n", yaml.CBaseLoader)
    assert isinstance(value, str)
    return value.rstrip("\n")


@pytest.mark.slow
@pytest.mark.skipif(not CORPORA.is_dir(), reason="../shared/corpora is not there")
def test_types_in_the_corpora_are_those_of_other_parsers() -> None:
    """What is no string to Hugo is none to PyYAML either (but for what YAML 1.1 has on top)."""
    for path in corpus_files():
        if "broken" in path.parts:
            continue
        source = read_source(path, Limits())
        block, _ = find_block(source.text, "hugo")
        assert block is not None
        content = source.text[block.content.start : block.content.end]
        parsed = reader.parse(content, block.content.start, ParseOptions(hugo_kind, {}, 1000, 100))
        loaded = yaml.load(content, yaml.CSafeLoader)
        for field in parsed.fields:
            if isinstance(field.value, Scalar) and field.value.kind in ("bool", "null", "float"):
                kinds = {"bool": bool, "null": type(None), "float": float}
                assert type(loaded[field.key]) is kinds[field.value.kind], (path, field)


def fields_named(fields: tuple[Field, ...], key: str) -> list[Field]:
    return [field for field in fields if field.key == key]


def test_duplicate_keys_are_all_there() -> None:
    fields = parse("a: 1\nb: 2\na: 3\n").fields
    assert [field.key_span.start for field in fields_named(fields, "a")] == [4, 14]
