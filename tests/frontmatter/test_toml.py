"""TOML front matter: exact spans, exact edits, exact places of mistakes."""

# ruff: noqa: E501  # a case is a row of a table

from __future__ import annotations

import tomllib

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from newslint import frontmatter
from newslint.frontmatter import toml
from newslint.frontmatter.contract import CannotRender, ParseOptions, ParseResult
from newslint.frontmatter.plain import Leaf, Pairs, Tree, as_pairs
from newslint.frontmatter.toml import crosscheck as toml_second
from newslint.frontmatter.toml import parse
from newslint.frontmatter.toml import scalars as toml_text
from newslint.lint.proof import prove
from newslint.model.spans import Span, apply_edits
from newslint.model.values import ListValue, Scalar, Value
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

READING = ParseOptions(lambda _: "string", {"titel": "title"}, 1000, 100)


def parsed(content: str, before: str = "") -> ParseResult:
    return parse(before + content, Span(len(before), len(before) + len(content)), READING)


def shown(value: Value, text: str) -> object:
    """A value as what stands in its span, with its kind and style; collections as what is in them."""
    written = text[value.span.start : value.span.end]
    if isinstance(value, Scalar):
        return written, value.text, value.kind, value.style
    if isinstance(value, ListValue):
        return written, [shown(item, text) for item in value.items]
    return written, {field.key: shown(field.value, text) for field in value.fields}


@each(
    ("written", "text", "kind", "style"),
    [
        ('"a"', "a", "string", "double"),
        ('""', "", "string", "double"),
        ("''", "", "string", "single"),
        (r'"\u00e9 \U0001F600 \" \\ \t \e \x41"', 'é 😀 " \\ \t \x1b A', "string", "double"),
        (r"'C:\x # \"'", r"C:\x # \"", "string", "single"),
        ('"日本 😀 # ="', "日本 😀 # =", "string", "double"),
        ('"""\na\n  b"""', "a\n  b", "string", "literal"),
        ('"""a "" b"""""', 'a "" b""', "string", "literal"),
        ('"""a \\\n    b"""', "a b", "string", "literal"),
        ("'''\na\\'b'''", "a\\'b", "string", "literal"),
        ("true", "true", "bool", "plain"),
        ("+1_000", "+1_000", "int", "plain"),
        ("0xFf_0", "0xFf_0", "int", "plain"),
        ("-9223372036854775808", "-9223372036854775808", "int", "plain"),
        ("6.02e-2_3", "6.02e-2_3", "float", "plain"),
        ("-inf", "-inf", "float", "plain"),
        ("2025-12-31", "2025-12-31", "date", "plain"),
        ("2025-12-31 10:00:00.5+02:00", "2025-12-31 10:00:00.5+02:00", "date", "plain"),
        ("2025-12-31t10:00:00z", "2025-12-31t10:00:00z", "date", "plain"),
        ("2025-12-31T10:00", "2025-12-31T10:00", "date", "plain"),
        ("07:32:00", "07:32:00", "date", "plain"),
    ],
)
@each("behind", ["\n", "  # c\n", "\r\n", " \r\n"])
def test_scalars(written: str, text: str, kind: str, style: str, behind: str) -> None:
    before = "+++\n"
    found = parsed(f"title = {written}{behind}", before)
    assert found.faults == ()
    (field,) = found.fields
    assert (field.key, field.key_span) == ("title", Span(4, 9))
    assert field.value == Scalar(Span(12, 12 + len(written)), text, kind, style)  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("content", "wanted"),
    [
        ("a = [1, 'x']\n", {"a": ("[1, 'x']", [("1", "1", "int", "plain"), ("'x'", "x", "string", "single")])}),
        (
            'a = [ # c "\n  "]", # d\n  [],\n]\n',
            {"a": ('[ # c "\n  "]", # d\n  [],\n]', [('"]"', "]", "string", "double"), ("[]", [])])},
        ),
        ("a = {x = 1, 'y' = {}}\n", {"a": ("{x = 1, 'y' = {}}", {"x": ("1", "1", "int", "plain"), "y": ("{}", {})})}),
        ("a = {\n x = 1, # c\n}\n", {"a": ("{\n x = 1, # c\n}", {"x": ("1", "1", "int", "plain")})}),
        ("[a] # c\nx=1\n\n[b]\n", {"a": ("x=1", {"x": ("1", "1", "int", "plain")}), "b": ("", {})}),
        (
            "a.b = 1\nt = 2\na.c = 3\n",
            {
                "a": ("b = 1", {"b": ("1", "1", "int", "plain"), "c": ("3", "3", "int", "plain")}),
                "t": ("2", "2", "int", "plain"),
            },
        ),
        (
            '[[a]]\nx = 1\n[[a]]\n[a."b c".d]\ny = 2\n',
            {
                "a": (
                    "x = 1\n[[a]]\n[a.\"b c\".d]\ny = 2",
                    [
                        ("x = 1", {"x": ("1", "1", "int", "plain")}),
                        ('"b c".d]\ny = 2', {"b c": ("d]\ny = 2", {"d": ("y = 2", {"y": ("2", "2", "int", "plain")})})}),
                    ],
                )
            },
        ),
        ("[a.b]\nx = 1\n[a]\ny = 2\n", {"a": ("b]\nx = 1\n[a]\ny = 2", {"b": ("x = 1", {"x": ("1", "1", "int", "plain")}), "y": ("2", "2", "int", "plain")})}),
        (
            "a.b = [\n 1,\n]\n[c]\n[a.d]\n",
            {
                "a": ("b = [\n 1,\n]", {"b": ("[\n 1,\n]", [("1", "1", "int", "plain")]), "d": ("", {})}),
                "c": ("", {}),
            },
        ),
        ("[a]\n[b]\n[a.c]\n", {"a": ("", {"c": ("", {})}), "b": ("", {})}),
        ("", {}),
        ("\n# only a comment\n  \n", {}),
    ],
)  # fmt: skip
def test_collections(content: str, wanted: object) -> None:
    found = parsed(content)
    assert found.faults == ()
    assert {field.key: shown(field.value, content) for field in found.fields} == wanted


def test_keys_roles_and_lists_of_lines() -> None:
    found = parsed("Titel = 'a'\n\"b c\" = [1]\n'd' = [\n]\n")
    assert [(f.key, f.role, f.key_span) for f in found.fields] == [
        ("Titel", "title", Span(0, 5)),
        ("b c", "b c", Span(12, 17)),
        ("d", "d", Span(24, 27)),
    ]
    assert [f.value.flow for f in found.fields if isinstance(f.value, ListValue)] == [True, False]


MISTAKES = [
    ("a\n", "", "`=` is missing after `a`, or the text of the line above lacks quotes"),
    ("a: 1\n", ":", "the key is followed by `:` instead of `=`"),
    ("é = 1\n", "é", "the key `é` needs quotes around it"),
    ("= 1\n", "=", "a key is missing here"),
    ("a =\n", "", "a value is missing here"),
    ("a = Some text\n", "Some", "`Some` needs quotes around it"),
    ("a = True\n", "True", "`True` is written `true` in TOML"),
    ("a = 01\n", "01", "`01` is not a number or a date in TOML; put it in quotes"),
    ("a = 2025-1-5\n", "2025-1-5", "`2025-1-5` is not a number or a date in TOML; put it in quotes"),
    ("a = 2025-02-30\n", "2025-02-30", "`2025-02-30` is not a date of the calendar"),
    ("a = 10:00:60\n", "10:00:60", "`10:00:60` is not a date of the calendar"),
    ("a = 9223372036854775808\n", "9223372036854775808", "`9223372036854775808` is larger than 64 bits can hold; put it in quotes"),
    ("a = 1e999\n", "1e999", "`1e999` is larger than a number can be; put it in quotes"),
    ('a = "say "hi""\n', "h", 'the text ends at the `"` before this; write `\\"` for one inside it'),
    ("a = 'it's'\n", "s", "the text ends at the `'` before this; put it in double quotes"),
    ("a = 2025-12-31 x\n", "x", "the value is followed by more text; quote it if it is text"),
    ("[a] x\n", "x", "the table's name is followed by more text"),
    ("[a\n", "\n", "`]` is missing after the table's name"),
    ('a = "x\n', '"', 'the text that `"` opens is not closed'),
    ('a = """x\n', '"""', 'the text that `"""` opens is not closed'),
    ("a = 'x\r\n", "'", "the text that `'` opens is not closed"),
    ('a = "C:\\Users"\n', "\\U", "`\\U` is not an escape in TOML; double the backslash"),
    ('a = "\\q"\n', "\\q", "`\\q` is not an escape in TOML; double the backslash"),
    ('a = "\\ud800"\n', "\\", "the escape is not a Unicode character"),
    ('a = "x\0"\n', "\0", "the character U+0000 is not allowed here"),
    ("# \x01\n", "\x01", "the character U+0001 is not allowed here"),
    ("a = 1 # \x7f\n", "\x7f", "the character U+007F is not allowed here"),
    ("a = 1\rb = 2\n", "\r", "the character U+000D is not allowed here"),
    ("a = [1 2]\n", " ", "a comma or `]` is missing after the value"),
    ("a = [1, 2\n", "[", "`[` is never closed"),
    ("a = {b = 1\n", "{", "`{` is never closed"),
    ("a = {b = 1 c = 2}\n", " ", "a comma or `}` is missing after the value"),
    ("x = 1\na = 1\na = 2\n", "a", "`a` is already set in line 3; keep one of them"),
    ("[a]\n[a]\n", "a", "`a` is already set in line 2; keep one of them"),
    ("a.b = 1\n[a]\n", "a", "`a` is already set in line 2; keep one of them"),
    ("[a.b.c]\n[a]\nb.x = 1\n", "b", "`b` is already set in line 2; keep one of them"),
    ("a = {}\na.b = 1\n", "a", "`a` is already set in line 2; keep one of them"),
]  # fmt: skip


@pytest.mark.parametrize(("content", "culprit", "words"), MISTAKES)
def test_mistakes(content: str, culprit: str, words: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(toml, "_repaired", lambda _text, _start, _reading, fault: (fault,))
    found = parsed(content, "+++\n")
    (fault,) = found.faults
    assert (found.fields, name(fault), what(fault)) == ((), "Syntax", words)
    text = f"+++\n{content}+++\n"
    assert text[fault.span.start : fault.span.end] == culprit


@each(
    ("content", "mistakes"),
    [
        ("# c", 0),
        ("a = 1\n # c", 0),
        ("[t] # c", 0),
        ("a = [ # c", 1),
        ("a = {b = 1} # \x01", 1),
        ("a = 'x' y", 1),
        ("a", 1),
        ("a =", 1),
        ('a = "', 1),
        *((content.rstrip("\n"), 1) for content, _, _ in MISTAKES),
    ],
)
def test_no_line_end_at_the_end(content: str, mistakes: int) -> None:
    """Zola lets a block end within a line."""
    assert len(parsed(content).faults) == mistakes


def test_place_of_a_mistake() -> None:
    (fault,) = parsed('x = 1\na = ["say "hi" to"]\n').faults
    assert (fault.span, what(fault)) == (Span(17, 18), "a comma or `]` is missing after the value")


@pytest.mark.parametrize(
    ("content", "start", "words"),
    [
        ("a = " + "[" * 10_000 + "]" * 10_000 + "\n", 104, "its values are nested more than 100 deep"),
        ("a = " + "{a=" * 10_000 + "\n", 303, "its values are nested more than 100 deep"),
        (".".join("a" * 10_000) + " = 1\n", 200, "its values are nested more than 100 deep"),
        ("[" + ".".join("a" * 10_000) + "]\n", 201, "its values are nested more than 100 deep"),
        ("".join(f"k{n} = 1\n" for n in range(10_000)), 0, "it has 10000 keys, the limit is 1000"),
    ],
)  # fmt: skip
def test_too_large(content: str, start: int, words: str) -> None:
    found = parsed(content)
    (fault,) = found.faults
    assert (found.fields, name(fault), fault.span.start, what(fault)) == (
        (),
        "TooLarge",
        start,
        words,
    )


@pytest.mark.slow
@pytest.mark.parametrize(
    "content",
    [
        "a = " + "9" * 500_000 + "\n",
        "a = " + "1." + "9" * 500_000 + "\n",
        'a = "' + "\\" * 500_001 + '"\n',
        'a = """' + '"' * 500_000 + "\n",
        "a = '''" + "''x" * 200_000 + "\n",
        'a = """' + "\\\n" * 200_000 + "\n",
        " " * 500_000 + "x\n",
        "a = [" + "1,\n" * 200_000 + "\n",
        "a = [" + "#\n" * 200_000 + "]\n",
        "# \r" + "#" * 500_000 + "\n",
        "a = 1979-05-27" + " " * 500_000 + "x\n",
        "[" * 500_000 + "\n",
        "".join(f"[a{n}]\n" for n in range(50_000)),
        "".join("[[a]]\n" for n in range(50_000)),
        "a = 0x" + "f" * 500_000 + "\n",
    ],
    ids=range(15),
)
def test_large_blocks_end(content: str) -> None:
    assert len(parsed(content).faults) <= 1


def test_comments() -> None:
    text = (
        "+++\n# alone\na = '#' # behind\nb = [ # in\n  1, #next\n] \n[t] # table\n  # last\n+++\n"
    )
    article = read(text)
    assert article.block is not None
    found = frontmatter.comments(text, article.block, article.fields)
    assert [(text[c.span.start : c.span.end], c.text, c.alone) for c in found] == [
        ("# alone", "# alone", True),
        ("# behind", "# behind", False),
        ("# in", "# in", False),
        ("#next", "#next", False),
        ("# table", "# table", False),
        ("# last", "# last", True),
    ]


# edits


def becomes(before: str, maker: Maker, after: str) -> None:
    """Assert what a change makes of a block: with LF, and with CRLF and a BOM."""
    assert mended(f"+++\n{before}+++\nBody.\n", maker) == f"+++\n{after}+++\nBody.\n"
    crlf = "\ufeff+++\r\n{}+++\r\nBody."
    made = mended(crlf.format(before.replace("\n", "\r\n")), maker)
    assert made == crlf.format(after.replace("\n", "\r\n"))


@cases(
    ("basic", 'a = "x"  # c\n', put("a", "y"), 'a = "y"  # c\n'),
    ("literal", "a='x'\n", put("a", "y"), "a='y'\n"),
    ("apostrophe into literal", "a = 'x'\n", put("a", "it's"), 'a = "it\'s"\n'),
    ("quote into basic", 'a = "x"\n', put("a", 'say "y" \\'), 'a = "say \\"y\\" \\\\"\n'),
    ("escapes stay", r'a = "\u00e9 \t b"' + "\n", swap("a", "b", "c"), r'a = "\u00e9 \t c"' + "\n"),
    ("control characters", 'a = "x"\n', put("a", "\x00\x1f\x7f\n\r"), 'a = "\\u0000\\u001F\\u007F\\n\\r"\n'),
    ("lines", 'a = """\nx y\n  z"""\n', swap("a", "y", "w"), 'a = """\nx w\n  z"""\n'),
    ("lines, joined ones stay", 'a = """x \\\n  y z"""\n', swap("a", "z", "w"), 'a = """x \\\n  y w"""\n'),
    ("lines, quotes", 'a = """\nx"""\n', put("a", 'say ""'), 'a = """\nsay """""\n'),
    ("lines, many quotes", 'a = """\nx"""\n', put("a", 'say """'), 'a = """\nsay \\"\\"\\""""\n'),
    ("lines, literal", "a = '''\nx\\y\n'''\n", swap("a", "x", "z"), "a = '''\nz\\y\n'''\n"),
    ("lines, literal that cannot", "a = '''\nx\n'''\n", put("a", "'''\n"), 'a = "\'\'\'\\n"\n'),
    ("new lines", 'a = """\nx"""\n', put("a", "x\ny"), 'a = """\nx\ny"""\n'),
    ("number becomes text", "a = 1 # c\n", put("a", "x"), 'a = "x" # c\n'),
    ("number becomes text, habit", "b = 'x'\na = 1\n", put("a", "x"), "b = 'x'\na = 'x'\n"),
    ("text becomes a date", 'a = "x"\n', put("a", "2025-12-31", literal=True), "a = 2025-12-31\n"),
    ("text becomes true", "a = 'true'\n", put("a", "true", literal=True), "a = true\n"),
    ("what TOML 1.0 has no form for", "a = 1\n", put("a", "2025-12-31T10:00Z", literal=True), 'a = "2025-12-31T10:00Z"\n'),
    ("date", "a = 2025-12-31 # c\n", put("a", "2025-12-31T10:00:00Z", literal=True), "a = 2025-12-31T10:00:00Z # c\n"),
    ("in a list", "a = [ 'x', 'y' ]\n", put("a.1", "z"), "a = [ 'x', 'z' ]\n"),
    ("in a table", "[t]\na = 'x' # c\n", put("t.a", "z"), "[t]\na = 'z' # c\n"),
    ("in a dotted key", "t.a = 'x'\n", put("t.a", "z"), "t.a = 'z'\n"),
    ("in an inline table", "t = {a = 'x'}\n", put("t.a", "z"), "t = {a = 'z'}\n"),
    ("in a list of tables", "[[t]]\na = 'x'\n", put("t.0.a", "z"), "[[t]]\na = 'z'\n"),
    ("quoted", "a = 1.10\n", quoted("a"), 'a = "1.10"\n'),
    ("quoted date", "b = ''\na = 2025-12-31\n", quoted("a"), "b = ''\na = '2025-12-31'\n"),
    ("list of a text", "a = 'x' # c\n", listed("a", "x", "y'z"), "a = ['x', \"y'z\"] # c\n"),
    ("list of a list", "a = ['x']\n", listed("a", "y", "z"), "a = ['y', 'z']\n"),
)  # fmt: skip
def test_values(before: str, maker: Maker, after: str) -> None:
    becomes(before, maker, after)


@cases(
    ("rename", "a = 1\nb = 2\n", renamed("a", "c"), "c = 1\nb = 2\n"),
    ("rename quoted", "'a' = 1\n", renamed("a", "c d"), "'c d' = 1\n"),
    ("rename to what needs quotes", "a = 1\n", renamed("a", "c d"), '"c d" = 1\n'),
    ("rename a table", "[a] # c\nx = 1\n[a.b]\na = 1\n", renamed("a", "c"), "[c] # c\nx = 1\n[c.b]\na = 1\n"),
    ("rename dotted keys", "a.x = 1\nb = 1\na . y = 1\n", renamed("a", "c"), "c.x = 1\nb = 1\nc . y = 1\n"),
    ("rename a list of tables", "[[a]]\n[[ a ]]\n", renamed("a", "c"), "[[c]]\n[[ c ]]\n"),
    ("delete", "# x\na = 1 # c\n# y\nb = 2\n", dropped("a"), "# x\n# y\nb = 2\n"),
    ("delete many lines", 'a = """\nx\n"""\nb = [\n 1, # c\n]\nc = 1\n', dropped("a", "b"), "c = 1\n"),
    ("delete the only one", "a = 1\n", dropped("a"), ""),
    ("delete a table", "b = 1\n\n[a]\nx = 1 # c\n# d\ny = 1\n# e\n[c]\n", dropped("a"), "b = 1\n\n# e\n[c]\n"),
    ("delete a table and what is below it", "[a]\n[a.b]\nx = 1\n[c]\n", dropped("a"), "[c]\n"),
    ("delete dotted keys", "a.x = 1\na.y = 1 # c\nb = 1\n", dropped("a"), "b = 1\n"),
    ("delete indented", "  a = 1\n\tb = 2\n", dropped("b"), "  a = 1\n"),
    ("insert", "a = 'x' # c\nb = 1\n", inserted("a", "c", "y"), "a = 'x' # c\nc = 'y'\nb = 1\n"),
    ("insert compact", "a='x'\n", inserted("a", "c", "y"), "a='x'\nc='y'\n"),
    ("insert in columns", "a     = 1\ntitle = 2\n", inserted("title", "c", "y"), 'a     = 1\ntitle = 2\nc = "y"\n'),
    ("insert below a column", "a     = 1\ntitle = 2\n", inserted("a", "cc", "y"), 'a     = 1\ncc    = "y"\ntitle = 2\n'),
    ("insert indented", "  a = 1\n", inserted("a", "b", "y"), '  a = 1\n  b = "y"\n'),
    ("insert a literal", "a = 1\n", inserted("a", "b", "true", literal=True), "a = 1\nb = true\n"),
    ("insert a list", "a = 'x'\n", inserted_list("a", "b", "y", "z"), "a = 'x'\nb = ['y', 'z']\n"),
    ("insert behind many lines", "a = [\n  1,\n] # c\n[t]\n", inserted("a", "b", "y"), 'a = [\n  1,\n] # c\nb = "y"\n[t]\n'),
    ("insert above the first table", "a = 1\n\n[t]\nx = 1\n", inserted("a", "b", "y"), 'a = 1\nb = "y"\n\n[t]\nx = 1\n'),
    ("insert behind dotted keys", "a.x = 1\na.y = 2\nc = 1\n", inserted("a", "b", "y"), 'a.x = 1\na.y = 2\nb = "y"\nc = 1\n'),
    ("rename and set", "a = true\n", together(renamed("a", "b"), put("a", "false", literal=True)), "b = false\n"),
)  # fmt: skip
def test_keys(before: str, maker: Maker, after: str) -> None:
    becomes(before, maker, after)


@cases(
    ("delete first", "a = ['x', 'y', 'z'] # c\n", without("a", 0), "a = ['y', 'z'] # c\n"),
    ("delete last", "a = [ 'x', 'y' ]\n", without("a", 1), "a = [ 'x' ]\n"),
    ("delete last before a comma", "a = ['x', 'y',]\n", without("a", 1), "a = ['x',]\n"),
    ("delete all", "a = ['x', 'y']\n", without("a", 0, 1), "a = []\n"),
    ("delete a line", "a = [\n  'x', # c\n  'y', # d\n]\n", without("a", 0), "a = [\n  'y', # d\n]\n"),
    ("delete the last line", "a = [\n  'x',\n  'y' # d\n]\n", without("a", 1), "a = [\n  'x'\n]\n"),
    ("delete all lines", "a = [\n  'x',\n]\n", without("a", 0), "a = []\n"),
    ("insert first", "a = ['x']\n", added("a", 0, "y"), "a = ['y', 'x']\n"),
    ("insert last", "a = [\"x\"]\n", added("a", 1, "y"), 'a = ["x", "y"]\n'),
    ("insert into an empty one", "b = 'x'\na = []\n", added("a", 0, "y"), "b = 'x'\na = ['y']\n"),
    ("insert a line", "a = [\n  'x', # c\n]\n", added("a", 1, "y"), "a = [\n  'x', # c\n  'y',\n]\n"),
    ("insert a line, no comma", "a = [\n  'x' # c\n]\n", added("a", 1, "y"), "a = [\n  'x', # c\n  'y'\n]\n"),
    ("insert beside a number", "a = [1]\n", added("a", 1, "y"), 'a = [1, "y"]\n'),
    ("in a list", "a = [['x', 'y']]\n", without("a.0", 0), "a = [['y']]\n"),
    ("split", "a = ['x, y']\n", together(put("a.0", "y"), added("a", 0, "x")), "a = ['x', 'y']\n"),
)  # fmt: skip
def test_lists(before: str, maker: Maker, after: str) -> None:
    becomes(before, maker, after)


@refusals(
    ("insert behind a table", "[a]\nx = 1\n", inserted("a", "b", "y")),
    ("insert what is there", "a = 1\nB = 2\n", inserted("a", "b", "y")),
    ("delete what stands apart", "a.x = 1\nb = 1\na.y = 1\n", dropped("a")),
    ("delete a table of a list", "[[a]]\nx = 1\n[[a]]\n", without("a", 0)),
    ("a list of lines as a whole", "a = [\n 1,\n]\n", listed("a", "x")),
    ("a table as a list", "a = {}\n", listed("a", "x")),
    ("quotes around quotes", "a = 'x'\n", quoted("a")),
    ("one value twice", "a = 'x'\n", together(put("a", "y"), put("a", "z"))),
    ("no such item", "a = [1]\n", without("a", 1)),
)
def test_refused(before: str, maker: Maker) -> None:
    with pytest.raises(CannotRender):
        mended(f"+++\n{before}+++\n", maker)


# any document, any change

KEYS = st.sampled_from(["a", "b", "c-d", '"é f"', "'g.h'", "t.x", "t.y", "i . j"])
WORDS = st.text(st.sampled_from("ab é日😀\"'\\#=[]{},.:-\t\n\u2028\x7f0"), max_size=12)
PLAIN = st.sampled_from(
    ["1", "-0", "1_000", "0x1F", "1.5e3", "inf", "true", "false", "2025-12-31", "10:00:00",
     "2025-12-31T10:00:00Z", "2025-12-31 10:00:00.5+02:00"]
)  # fmt: skip
GAPS = st.sampled_from(["", " ", "\n", " # c, ]\n", "\n\n  "])


@st.composite
def strings(draw: st.DrawFn) -> str:
    text = draw(WORDS)
    form = draw(st.integers(0, 3))
    if form == 0 and toml_text.literal_holds(text):
        return f"'{text}'"
    if form == 1 and "'''" not in text and not text.endswith("'") and "\x7f" not in text:
        return f"'''\n{text}'''"
    if form == 2:
        return '"""' + toml_text.escape(text).replace("\\n", "\n") + '"""'
    return f'"{toml_text.escape(text)}"'


VALUES = st.recursive(
    strings() | PLAIN,
    lambda inner: st.tuples(
        st.lists(st.tuples(GAPS, inner, GAPS), max_size=4), st.booleans(), GAPS
    ).map(
        lambda made: (
            "["
            + ",".join("".join(part) for part in made[0])
            + ("," if made[0] and made[1] else "")
            + made[2]
            + "]"
        )
    ),
    max_leaves=6,
)
PAIRS = st.tuples(
    st.sampled_from(["", "  "]),
    KEYS,
    st.sampled_from(["=", " = ", "\t= "]),
    VALUES,
    st.sampled_from(["", " ", "  # c", "\n", "\n# alone", "\n  # indented"]),
)
TABLES = st.lists(st.sampled_from(["[u]", "[u.v] # c", "[[w]]", "[[ w ]]", "z.q = 1"]), max_size=4)


def document(pairs: list[tuple[str, ...]], tables: list[str], newline: str) -> str:
    lines = ["".join(pair) for pair in pairs] + list(dict.fromkeys(tables))
    return "".join(f"{line}\n" for line in lines).replace("\n", newline)


DOCUMENTS = st.builds(
    document,
    st.lists(PAIRS, max_size=6, unique_by=lambda pair: pair[1]),
    TABLES,
    st.sampled_from(["\n", "\r\n"]),
)


@pytest.mark.slow
@settings(max_examples=300, deadline=None)
@given(DOCUMENTS)
def test_reads_as_other_parsers(content: str) -> None:
    """What tomllib reads is read here, to the same values, and nothing else is."""
    found = parsed(content)
    try:
        tomllib.loads(content)
    except tomllib.TOMLDecodeError:
        assert found.faults
        return
    assert found.faults == ()
    second = toml_second.read(content)
    assert second is not None
    assert untyped(as_pairs(found.fields)) == untyped(second)


def untyped(made: Tree) -> object:
    if isinstance(made, Leaf):
        return made.text
    if isinstance(made, Pairs):
        return [(key, untyped(value)) for key, value in made.pairs]
    return tuple(untyped(item) for item in made)


@pytest.mark.slow
@settings(max_examples=300, deadline=None)
@given(st.data(), DOCUMENTS)
def test_any_change(data: st.DataObject, content: str) -> None:
    """What is made can be read by every reader, says what was wanted, and proves itself."""
    article = read(f"+++\n{content}+++\nBody.\n")
    if article.broken:
        return
    steps = data.draw(changes(article))
    try:
        edits = frontmatter.render(article, [change for change, _ in steps])
    except CannotRender:
        return
    after = apply_edits(article.text, edits)
    assert prove(article, read(after), [change for change, _ in steps]) is None, after
    if len(steps) == 1:
        wanted = tomllib.loads(content)
        steps[0][1](wanted)
        made = tomllib.loads(after[4:-10])
        assert repr(made) == repr(wanted), after
