"""Broken TOML and JSON: what is mended, to what, how surely, and what is left alone."""

# ruff: noqa: E501  # a case is a row of a table

from __future__ import annotations

import json
import tomllib
from collections.abc import Callable

import pytest

from newslint.lint import fix as engine
from tests.support.command import CORPORA
from tests.support.each import each
from tests.support.setting import line, settings, source

TEXTS = CORPORA / "texts.txt"
SETTINGS = settings({"select": ["FMT"]})
SAFE, UNSAFE = True, False


def toml(block: str) -> str:
    return f"+++\na = 1\n{block}\nz = 'end' # last\n+++\nBody.\n"


def obj(lines: str) -> str:
    return f'{{\n  "a": 1,\n{lines}\n  "z": "end"\n}}\nBody "{{".\n'


def mended(text: str, *, unsafe: bool) -> str:
    return engine.fix(source(text), "content/a.md", "a.md", SETTINGS, unsafe=unsafe).text


TOML = [
    ('t = "He said "hi" to Ana"', "t = 'He said \"hi\" to Ana'", SAFE),
    ('t = ""Hi" she said" # c', "t = '\"Hi\" she said' # c", SAFE),
    ('t = "it\'s "new""', 't = "it\'s \\"new\\""', SAFE),
    ('t = "the "new" # 1"', "t = 'the \"new\" # 1'", SAFE),
    ('t = "a \\"b\\" and "c""', 't = "a \\"b\\" and \\"c\\""', UNSAFE),
    ('t = "the whole story.""', "t = 'the whole story.\"'", UNSAFE),
    ('t = "a TV of 15""', "t = 'a TV of 15\"'", SAFE),
    ("t = 'L'été d'Élodie' # c", 't = "L\'été d\'Élodie" # c', SAFE),
    ("t = 'C:\\a it's'", 't = "C:\\\\a it\'s"', SAFE),
    ("t = 'it''s it's'", "t = \"it''s it's\"", UNSAFE),
    ('t = "it\\\'s"', 't = "it\'s"', SAFE),
    ('t = "C:\\Users\\a"', "t = 'C:\\Users\\a'", UNSAFE),
    ("t = Some text: new, \"old\"", "t = 'Some text: new, \"old\"'", SAFE),
    ("t = Ürün", 't = "Ürün"', SAFE),
    ("t = TRUE # c", "t = true # c", SAFE),
    ("t = 'x',", "t = 'x'", SAFE),
    ("t = 5, # c", "t = 5 # c", SAFE),
    ("t: 'x'", "t = 'x'", SAFE),
    ("t :5", "t =5", SAFE),
    ("t = 'x' 'y'", "t = \"x' 'y\"", UNSAFE),
    ('t = "x", "y"', "t = 'x\", \"y'", UNSAFE),
    ("t = [\n  'it's', # c\n  'y',\n]", "t = [\n  \"it's\", # c\n  'y',\n]", SAFE),
    ("t = 'it's'\nu = \"a \"b\"\"\n\nv: 1,", None, UNSAFE),
    ("t = 'it's'\nu = \"a \"b\"\"\n\nv: 1", "t = \"it's\"\nu = 'a \"b\"'\n\nv = 1", SAFE),
]  # fmt: skip

JSON = [
    ('"t": "He said "hi" to Ana",', '"t": "He said \\"hi\\" to Ana",', SAFE),
    ('"t": ""Hi" she said",', '"t": "\\"Hi\\" she said",', SAFE),
    ('"t": "the whole story."",', '"t": "the whole story.\\"",', UNSAFE),
    ('"t": "one "quote,', '"t": "one \\"quote,', None),
    ('"t": "one "quote",', '"t": "one \\"quote",', SAFE),
    ('"t": "a \\"b\\" and "c"",', '"t": "a \\"b\\" and \\"c\\"",', UNSAFE),
    ('"t": "it\\\'s",', '"t": "it\'s",', SAFE),
    ('"t": "C:\\Users\\a",', '"t": "C:\\\\Users\\\\a",', UNSAFE),
    ('"t": "a\tb",', '"t": "a\\tb",', SAFE),
    ('"t": 2025-12-31,', '"t": "2025-12-31",', SAFE),
    ('"t": Some text,', '"t": "Some text",', SAFE),
    ("\"t\": 'x',", '"t": "x",', SAFE),
    ('"t": False,', '"t": false,', SAFE),
    ('"t": None,', '"t": null,', SAFE),
    ('t: 1,', '"t": 1,', SAFE),
    ("'t': 1,", '"t": 1,', SAFE),
    ('"t": 1', '"t": 1,', SAFE),
    ('"t": "x" "y",', '"t": "x\\" \\"y",', UNSAFE),
    ('"t": [\n  "x",\n  "y",\n],', '"t": [\n  "x",\n  "y"\n],', SAFE),
    ('"t": [\n  "x"\n  "y"\n],', '"t": [\n  "x",\n  "y"\n],', SAFE),
    ('"t": [\n  "say "x"",\n  "y"\n],', '"t": [\n  "say \\"x\\"",\n  "y"\n],', SAFE),
    ('"t": "it\\\'s",\n"u": "a "b""\n"v": {"w": 1,},', '"t": "it\'s",\n"u": "a \\"b\\"",\n"v": {"w": 1},', SAFE),
]  # fmt: skip


def _check(before: str, after: str, sure: bool | None) -> None:
    safe, unsafe = mended(before, unsafe=False), mended(before, unsafe=True)
    assert safe == (after if sure is SAFE else before)
    assert unsafe == (before if sure is None else after)
    crlf = before.replace("\n", "\r\n")
    assert mended(crlf, unsafe=True) == unsafe.replace("\n", "\r\n")


@pytest.mark.parametrize(("before", "after", "sure"), TOML)
def test_toml(before: str, after: str | None, sure: bool) -> None:
    _check(toml(before), toml(before if after is None else after), sure)


@each(("before", "after", "sure"), JSON)
def test_json(before: str, after: str, sure: bool | None) -> None:
    _check(obj(before), obj(after), sure)


@pytest.mark.parametrize(
    "block",
    [
        "t = Some text # or a comment",
        "t = 2025-1-5",
        "t = 007",
        't = "x',
        "t = ['it's', 'y']",
        "t = 'x'\nt = 'y'",
        "some words",
        "t = [\n  'x', 'it's',\n]",
        "t = 'it's'\nu = 007",
    ],
)
def test_toml_left_alone(block: str) -> None:
    before = toml(block)
    assert mended(before, unsafe=True) == before


@pytest.mark.parametrize(
    "lines",
    [
        '"t": "x, "u": "y",',
        '"t": "A "x" , "u": "y",',
        '"t": [\n  "a "b", "c" d"\n],',
        '"t": 007,',
        '"t": 1, // c',
        '"t" "x",',
        '"t": [1, 2,',
        '"t": "it\\\'s",\n"u": 007,',
    ],
)
def test_json_left_alone(lines: str) -> None:
    before = obj(lines)
    assert mended(before, unsafe=True) == before


def test_fences_that_may_be_wrong_are_no_safe_repair() -> None:
    """Where every line has a colon, the block may be YAML between the wrong fences."""
    before = "+++\ntitle: 'x'\ndate: 2025-12-31\n+++\n"
    assert mended(before, unsafe=False) == before
    assert mended(before, unsafe=True) == "+++\ntitle = 'x'\ndate = 2025-12-31\n+++\n"


def test_what_is_said() -> None:
    text = toml("t = 'it's'\nu = 007\nv = 5,")
    found = engine.check(source(text), "content/a.md", "a.md", SETTINGS)
    assert [(d.code, line(d), d.fix) for d in found] == [
        (
            "FMT007",
            "3:5-3:11 t `'it's'` contains unescaped single quotes; put the value in double quotes",
            None,
        ),
        (
            "FMT006",
            "4:5-4:8 invalid front matter: `007` is not a number or a date in TOML; put it in quotes",
            None,
        ),
    ]


# texts pasted into templates

_TOML = "+++\nlayout = 'post'\ntitle = {}\ndate = 2025-12-31T10:00:00Z\ntags = ['a']\nweight = 1\n+++\nBody.\n"
_TOML_ITEM = "+++\ntitle = 'a'\ntags = [\n  {},\n  'b',\n]\nweight = 1\n+++\nBody.\n"
_JSON = '{{\n  "layout": "post",\n  "title": {},\n  "tags": ["a"],\n  "weight": 1\n}}\nBody.\n'
_JSON_ITEM = '{{\n  "title": "a",\n  "tags": [\n    {},\n    "b"\n  ]\n}}\nBody.\n'


def _toml_data(text: str) -> object:
    data = tomllib.loads(text[4 : text.index("\n+++\n", 4)])
    return data["title"], data["tags"][0]


def _json_data(text: str) -> object:
    data, _ = json.JSONDecoder().raw_decode(text)
    return data["title"], data["tags"][0]


@pytest.mark.slow
@pytest.mark.skipif(not TEXTS.exists(), reason="../shared/corpora is not there")
@pytest.mark.parametrize(
    ("template", "quote", "read"),
    [
        (_TOML, '"', _toml_data),
        (_TOML, "'", _toml_data),
        (_TOML_ITEM, "'", _toml_data),
        (_JSON, '"', _json_data),
        (_JSON_ITEM, '"', _json_data),
    ],
)
def test_pasted_texts(template: str, quote: str, read: Callable[[str], object]) -> None:
    """Each real text that breaks its line comes back as it was; no safe fix makes another of it."""
    straight = str.maketrans("“”„‘’‚", "\"\"\"'''")
    texts = TEXTS.read_text(encoding="utf-8").translate(straight).splitlines()
    broken = 0
    for text in texts:
        if quote not in text and "\\" not in text:
            continue
        pasted = template.format(f"{quote}{text}{quote}")
        after = mended(pasted, unsafe=False)
        if after != pasted:
            wanted = json.dumps(text) if template in (_JSON, _JSON_ITEM) else _toml_string(text)
            assert read(after) == read(template.format(wanted)), after
            broken += 1
        else:
            read(after)  # it was not broken, or it was not mended
    assert broken > 50


def _toml_string(text: str) -> str:
    return '"' + text.replace("\\", "\\\\").replace('"', '\\"') + '"'
