"""Articles by a JSON Schema: places, words, files, types, and where there is no validator."""

from __future__ import annotations

import json
import subprocess
import sys
from collections.abc import Mapping
from pathlib import Path
from typing import Any

import pytest

from newslint.config.schemas.core_values import core, data_of, whole
from newslint.frontmatter.read import read_article
from newslint.model.errors import NewslintError
from newslint.model.faults import OwnSchemaMismatch
from newslint.site_article import Article
from tests.support.command import newslint
from tests.support.setting import settings, source

pytest.importorskip("jsonschema_rs")


def _article(text: str, folder: Path, files: Mapping[str, Any], **config: Any) -> Article:
    for name, data in files.items():
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(data if isinstance(data, str) else json.dumps(data), encoding="utf-8")
    return read_article(source(text), "content/a.md", settings(config, root=folder))


def _found(text: str, folder: Path, schema: Any, **files: Any) -> list[tuple[str, str]]:
    """What is shown, and what is said of it."""
    article = _article(text, folder, {"s.json": schema, **files}, schema="s.json")
    faults = article.faults_of(OwnSchemaMismatch)
    return [(article.text[one.span.start : one.span.end], one.what) for one in faults]


YAML = "---\ntitle: A\nauthors:\n- name: B\n  age: x # years\n- {age: 3}\ntags: [a, b, a]\n---\n"
TOML = (
    "+++\ntitle = 'A'\ntags = ['a', 'b', 'a']\n"
    "[[authors]]\nname = 'B'\nage = 'x' # years\n[[authors]]\nage = 3\n+++\n"
)
JSON = (
    '{\n"title": "A",\n"authors": [{"name": "B", "age": "x"}, {"age": 3}],'
    '\n"tags": ["a", "b", "a"]\n}\n'
)
NESTED = {
    "required": ["date"],
    "properties": {
        "authors": {
            "items": {"required": ["name"], "properties": {"age": {"type": "integer"}}},
            "minItems": 3,
        },
        "tags": {"uniqueItems": True},
    },
}


@pytest.mark.parametrize(("text", "opening"), [(YAML, "---"), (TOML, "+++"), (JSON, "{")])
def test_each_error_is_at_its_key_or_item(tmp_path: Path, text: str, opening: str) -> None:
    found = {said: shown for shown, said in _found(text, tmp_path, NESTED)}
    assert found.pop("date is missing but required by s.json") == opening
    assert found.pop("authors.age should be a whole number, not `x`").strip("'\"") == "x"
    assert found.pop("authors.name is missing but required by s.json").strip('"') == "authors"
    assert "a" in found.pop("tags repeats an item")
    assert "age" in found.pop("authors has fewer than 3 items")
    assert not found


@pytest.mark.parametrize(
    ("rule", "value", "said"),
    [
        ({"type": ["string", "null"]}, "[a]", "x should be text or empty, not a list"),
        ({"type": "string"}, "", "x should be text, not empty"),
        ({"type": "array"}, "a", "x should be a list, not `a`"),
        ({"enum": ["a", 1, None, True]}, "no", "x `no` is none of: a, 1, null, true"),
        ({"const": True}, "yes", "x `yes` should be `true`"),
        ({"pattern": "^a+$"}, "b", "x does not match the pattern ^a+$"),
        ({"format": "date"}, "2026-02-30", "x `2026-02-30` is not of the format date"),
        ({"format": "date-time"}, "2026-02-03 10:00", "x `2026-02-03 10:00` is not of the"),
        ({"minLength": 3}, "日本", "x has fewer than 3 characters"),
        ({"maxLength": 1}, "नमस्ते", "x has more than 1 character"),
        ({"minItems": 1}, "[]", "x has fewer than 1 item"),
        ({"maxProperties": 1}, "{a: 1, b: 2}", "x has more than 1 key"),
        ({"minimum": 5}, "4", "x `4` is less than 5"),
        ({"exclusiveMaximum": 5}, "5", "x `5` is not less than 5"),
        ({"multipleOf": 2}, "3", "x `3` is not a multiple of 2"),
        ({"contains": {"const": "a"}}, "[b]", "x has no item of the kind that the schema asks for"),
        ({"not": {"const": "a"}}, "a", "x is what the schema rules out"),
        (False, "a", "x is not allowed"),
        ({"additionalProperties": False}, "{k: 1}", "x.k is not allowed"),
        ({"unevaluatedProperties": False, "properties": {"a": {}}}, "{a: 1, k: 1}",
         "x.k is not allowed"),
        ({"propertyNames": {"pattern": "^a"}}, "{k: 1}", "x.k has a key of another form than"),
        ({"dependentRequired": {"a": ["b"]}}, "{a: 1}", "x.b is missing but required by s.json"),
        ({"oneOf": [{"type": "string"}, {"minLength": 1}]}, "a", "x fits several forms"),
        ({"anyOf": [{"type": "string"}, {"type": "array"}]}, "3",
         "x should be text or a list, not `3`"),
        ({"anyOf": [{"const": "a"}, {"const": "b"}]}, "c", "x `c` is none of: a, b"),
        ({"oneOf": [{"type": "string"}, {"type": "array", "items": {"type": "string"}}]}, "[a, 1]",
         "x should be text, not `1`"),
        ({"anyOf": [
            {"properties": {"k": {"const": "video"}, "s": {"type": "integer"}}, "required": ["s"]},
            {"properties": {"k": {"const": "photo"}, "w": {"type": "integer"}}, "required": ["w"]},
        ]}, "{k: photo, w: x}", "x.w should be a whole number, not `x`"),
    ],
)  # fmt: skip
def test_words(tmp_path: Path, rule: Any, value: str, said: str) -> None:
    text = f"---\ntitle: A\nx: {value} # note\n---\n"
    found = _found(text, tmp_path, {"properties": {"x": rule}})
    assert [message[: len(said)] for _, message in found] == [said]


def test_the_types_are_those_of_yaml_1_2(tmp_path: Path) -> None:
    text = (
        "---\na: no\nb: 010\nc: 0o17\nd: 12:30\ne: 2026-01-31\nf: 1_000\ng: ~\nh: 1e3\ni: .5\n"
        "j: 'true'\nk: !!str 5\nl: True\nm: 0x1F\nn: .inf\no: -3\np:\nq: y\n"
        "r: 2026-01-31T10:00:00Z\ns: &x {u: 1}\nt: {<<: *x, v: 2}\nw: 1\nw: 2\n---\n"
    )
    article = _article(text, tmp_path, {})
    data = data_of(article)
    assert data.pop("n") > 1e300
    assert data == {
        "a": "no", "b": 10, "c": 15, "d": "12:30", "e": "2026-01-31", "f": "1_000", "g": None,
        "h": 1000.0, "i": 0.5, "j": "true", "k": "5", "l": True, "m": 31, "o": -3, "p": None,
        "q": "y", "r": "2026-01-31T10:00:00Z", "s": {"u": 1}, "t": {"u": 1, "v": 2}, "w": 2,
    }  # fmt: skip


def test_the_types_of_toml_and_json_are_their_own(tmp_path: Path) -> None:
    toml = (
        "+++\na = 1_000\nb = 0xff\nc = 1.5\nd = true\ne = 2026-01-31\nf = '5'\ng = [1, 'x']\n+++\n"
    )
    data = data_of(_article(toml, tmp_path, {}))
    wanted = {"a": 1000, "b": 255, "c": 1.5, "d": True, "e": "2026-01-31", "f": "5", "g": [1, "x"]}
    assert data == wanted
    json_text = '{"a": 1, "b": null, "c": false, "d": "2026-01-31", "e": 1.0, "$schema": "x"}\n'
    wanted = {"a": 1, "b": None, "c": False, "d": "2026-01-31", "e": 1.0}
    assert data_of(_article(json_text, tmp_path, {})) == wanted


@pytest.mark.parametrize("text", ["9" * 5000, "1e999", "." * 400, "0x" + "f" * 5000, "-.INF"])
def test_odd_numbers_are_none_or_can_be_held(text: str) -> None:
    json.dumps(core(text), allow_nan=False)


def test_half_a_character_is_none() -> None:
    given = {"a\ud83d": ["b\ud83d", 1, {"c": "\ud83d\ude00"}]}
    assert whole(given) == {"a?": ["b?", 1, {"c": "??"}]}


def test_references_lead_through_the_files_of_the_site(tmp_path: Path) -> None:
    files = {
        "schemas/article.json": {
            "$id": "https://example.com/schemas/article.json",
            "properties": {"author": {"$ref": "parts/person.json#person"},
                           "x": {"$ref": "#/$defs/t"}},
            "$defs": {"t": {"$ref": "#"}},
        },
        "schemas/parts/person.json": {
            "$defs": {"p": {"$anchor": "person", "required": ["name"],
                            "properties": {"friend": {"$ref": "../parts/person.json#person"}}}}
        },
    }  # fmt: skip
    text = "---\nauthor: {name: A, friend: {age: 1}}\nx: {x: {author: {}}}\n---\n"
    article = _article(text, tmp_path, files, schema="schemas/article.json")
    assert [fault.what for fault in article.faults_of(OwnSchemaMismatch)] == [
        "author.friend.name is missing but required by article.json",
        "x.x.author.name is missing but required by article.json",
    ]


@pytest.mark.parametrize(
    "draft", ["draft-04", "draft-06", "draft-07", "draft/2019-09", "draft/2020-12"]
)
def test_every_draft(tmp_path: Path, draft: str) -> None:
    schema = {"$schema": f"http{'s' if '/' in draft else ''}://json-schema.org/{draft}/schema",
              "definitions": {"t": {"type": "string"}},
              "properties": {"x": {"$ref": "#/definitions/t"}}}  # fmt: skip
    if "04" in draft or "06" in draft or "07" in draft:
        schema["$schema"] = f"{schema['$schema']}#"
    assert [said for _, said in _found("---\nx: 1\n---\n", tmp_path, schema)] == [
        "x should be text, not `1`"
    ]


@pytest.mark.parametrize(
    ("schema", "said"),
    [
        ("{", "s.json is not valid JSON: "),
        ("[]", "s.json is no JSON Schema: it must hold an object"),
        ({"type": "text"}, "s.json is no valid JSON Schema: `type`"),
        ({"pattern": "(?=a)b"}, "`pattern` is no pattern that can be matched in linear time"),
        ({"pattern": "(\\w{900}){9}"}, "s.json: the patterns are too long"),
        ({"$ref": "none.json"}, "none.json cannot be read: it does not exist"),
        ({"$ref": "#/$defs/none"}, "`$ref` #/$defs/none leads nowhere"),
        ({"$ref": "https://example.com/x.json"}, "is an address; only files of the site are read"),
        ({"$schema": "https://example.com/meta.json"}, "s.json is no valid JSON Schema: Unknown"),
    ],
)
def test_mistakes_in_a_schema_are_one_line(tmp_path: Path, schema: Any, said: str) -> None:
    with pytest.raises(NewslintError) as error:
        _found("---\nx: 1\n---\n", tmp_path, schema)
    assert said in str(error.value)
    assert str(error.value).startswith("newslint.toml: `schema`: ")
    assert "\n" not in str(error.value)


def test_overrides_have_their_own_schema(tmp_path: Path) -> None:
    for name, key in (("one.json", "a"), ("two.json", "b")):
        (tmp_path / name).write_text(json.dumps({"required": [key]}))
    (tmp_path / "newslint.toml").write_text(
        "schema = 'one.json'\n[[overrides]]\npaths = ['two/**']\nschema = 'two.json'\n"
        "[[overrides]]\npaths = ['none/**']\nschema = ''\n"
    )
    for folder in ("one", "two", "none"):
        (tmp_path / folder).mkdir()
        (tmp_path / folder / "a.md").write_text(
            f"---\ntitle: {folder}\ndate: 2026-01-01\n---\nA.\n"
        )
    done = newslint("check", ".", "--output-format", "concise", folder=tmp_path)
    assert done.out.splitlines()[:-1] == [
        "one/a.md:1:1: error SCH012 a is missing but required by one.json",
        "two/a.md:1:1: error SCH012 b is missing but required by two.json",
    ]


def test_paths_of_a_config_that_is_extended_are_from_its_own_folder(tmp_path: Path) -> None:
    (tmp_path / ".git").mkdir()
    (tmp_path / "shared").mkdir()
    (tmp_path / "site").mkdir()
    (tmp_path / "shared" / "s.json").write_text('{"required": ["x"]}')
    (tmp_path / "shared" / "newslint.toml").write_text(
        "schema = 's.json'\n[[overrides]]\npaths = ['b.md']\nschema = 'none.json'\n"
    )
    (tmp_path / "site" / "newslint.toml").write_text("extend = '../shared/newslint.toml'\n")
    for name in ("a", "b"):
        text = f"---\ntitle: {name}\ndate: 2026-01-01\n---\nA.\n"
        (tmp_path / "site" / f"{name}.md").write_text(text)
    found = newslint(
        "check", "--no-site", "a.md", "--output-format", "concise", folder=tmp_path / "site"
    )
    assert found.out.startswith("a.md:1:1: error SCH012 x is missing but required by s.json\n")
    wrong = newslint("check", "b.md", folder=tmp_path / "site")
    assert (wrong.code, "none.json cannot be read: it does not exist" in wrong.err) == (2, True)


@pytest.mark.parametrize(
    "named", ["https://json.schemastore.org/x.json", "urn:x", "", "5", "[a]", "ftp://a/b"]
)
def test_an_address_in_an_article_is_not_asked(tmp_path: Path, named: str) -> None:
    article = _article(f"---\n$schema: {named}\nx: 1\n---\n", tmp_path, {})
    said = [fault.what for fault in article.faults_of(OwnSchemaMismatch)]
    assert said == (["$schema: 5 cannot be read: it does not exist"] if named == "5!" else [])


_WITHOUT = """\
import sys
sys.modules['jsonschema_rs'] = None
from newslint.cli import run
sys.exit(run(['check', '.']))
"""


def test_without_the_validator_there_is_one_notice(tmp_path: Path) -> None:
    (tmp_path / "s.json").write_text('{"required": ["x"]}')
    (tmp_path / "newslint.toml").write_text("schema = 's.json'\n")
    for name in ("a.md", "b.md"):
        (tmp_path / name).write_text(f"---\ntitle: Flood {name[0]}\ndate: 2026-01-01\n---\nA.\n")
    done = subprocess.run(
        [sys.executable, "-c", _WITHOUT], cwd=tmp_path, capture_output=True, text=True, check=False
    )
    assert (done.returncode, done.stdout.count("SCH012")) == (0, 0)
    lines = [line for line in done.stderr.splitlines() if "newslint[schema]" in line]
    assert len(lines) == 1
    assert "Traceback" not in done.stderr
