"""JSON Schemas of strangers: nothing is read elsewhere, nothing hangs."""

from __future__ import annotations

import json
import os
import resource
import socket
import subprocess
import sys
import time
from pathlib import Path
from typing import Any, NoReturn

import pytest

from newslint.config.schemas.documents import MOST_FILES, MOST_REFS, SchemaMistakeError
from newslint.config.schemas.own import OwnSchemas
from newslint.config.schemas.validate import JsonSchema
from newslint.frontmatter.read import read_article
from newslint.model.faults import Fault
from tests.support.command import TIMEOUT, environment, started
from tests.support.setting import settings, source

pytest.importorskip("jsonschema_rs")

SECONDS = 10.0
MEMORY = 2 * 1024**3


def _faults(folder: Path, schema: Any, text: str) -> list[str]:
    folder.joinpath("s.json").write_text(json.dumps(schema))
    article = read_article(source(text), "content/a.md", settings())
    began = time.perf_counter()
    found = [*JsonSchema(folder / "s.json", folder).faults(article)]
    assert time.perf_counter() - began < SECONDS
    return [_what(one) for one in found]


def _what(fault: Fault) -> str:
    return str(getattr(fault, "what", ""))


def _bomb(keyword: str, levels: int) -> dict[str, Any]:
    defs: dict[str, Any] = {
        f"a{n}": {keyword: [{"$ref": f"#/$defs/a{n + 1}"}] * 2} for n in range(levels)
    }
    return {"$ref": "#/$defs/a0", "$defs": {**defs, f"a{levels}": {"required": ["x"]}}}


@pytest.mark.parametrize("keyword", ["allOf", "anyOf", "oneOf"])
@pytest.mark.parametrize("levels", [12, 40, 300])
def test_references_that_double_do_not_hang(tmp_path: Path, keyword: str, levels: int) -> None:
    (found,) = _faults(tmp_path, _bomb(keyword, levels), "---\ntitle: A\n---\n")
    assert found in (
        "not checked by s.json: that would take too long",
        "the front matter does not fit s.json",
        "x is missing but required by s.json",
    )
    assert levels > 12 or "too long" not in found


def _nested(levels: int) -> str:
    return "---\n" + "title: A\nn: " + "{n: " * levels + "1" + "}" * levels + "\n---\n"


def test_a_schema_that_doubles_at_each_level_of_the_article(tmp_path: Path) -> None:
    again = {"properties": {"n": {"$ref": "#/$defs/n"}}}
    schema = {"$ref": "#/$defs/n", "$defs": {"n": {"allOf": [again, again], "type": "object"}}}
    assert _faults(tmp_path, schema, _nested(5)) == ["n.n.n.n.n.n should be a mapping, not `1`"]
    for levels in (40, 90):
        assert _faults(tmp_path, schema, _nested(levels)) == [
            "not checked by s.json: that would take too long"
        ]


def test_an_ordinary_schema_that_refers_to_itself(tmp_path: Path) -> None:
    part = {
        "type": "object",
        "properties": {"n": {"$ref": "#/$defs/n"}, "m": {"$ref": "#/$defs/n"}},
    }
    schema = {"$ref": "#/$defs/n", "$defs": {"n": part}}
    found = _faults(tmp_path, schema, _nested(60))
    assert [len(one) > 100 and one.endswith("a mapping, not `1`") for one in found] == [True]


@pytest.mark.parametrize(
    "schema",
    [
        {"$ref": "#"},
        {"allOf": [{"$ref": "#"}, {"$ref": "#"}]},
        {"$ref": "#/$defs/a", "$defs": {"a": {"$ref": "#/$defs/b"}, "b": {"$ref": "#/$defs/a"}}},
        {"not": {"$ref": "#"}},
        {"$dynamicRef": "#a", "$dynamicAnchor": "a"},
        {"properties": {"title": {"$ref": "#"}}},
        {"$ref": "s.json"},
        {"$id": "https://example.com/s.json", "anyOf": [{"$ref": "https://example.com/s.json"}]},
    ],
)
def test_circles_end(tmp_path: Path, schema: Any) -> None:
    assert len(_faults(tmp_path, schema, "---\ntitle: A\n---\n")) <= 1


def _unevaluated(levels: int) -> Any:
    schema: Any = {"properties": {"title": True}}
    for _ in range(levels):
        schema = {"anyOf": [schema, {"allOf": [schema]}], "unevaluatedProperties": False}
    return schema


@pytest.mark.parametrize("levels", [4, 8, 12])
def test_properties_that_are_not_evaluated_do_not_hang(tmp_path: Path, levels: int) -> None:
    assert _faults(tmp_path, _unevaluated(levels), "---\ntitle: A\nn: 1\n---\n")


@pytest.mark.slow
def test_errors_do_not_copy_a_large_article_a_thousand_times(tmp_path: Path) -> None:
    text = "---\ntitle: A\nn:\n" + "- [a, b, c, d, e, f, g]\n" * 3_000 + "---\n"
    wrong = {"properties": {"n": {"items": {"items": {"type": "integer"}}}}}
    before = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    for schema in ({"anyOf": [{"type": "string"}] * 1000}, {"anyOf": [wrong] * 5}):
        assert _faults(tmp_path, schema, text)
    assert resource.getrusage(resource.RUSAGE_SELF).ru_maxrss - before < 1_000_000


@pytest.mark.parametrize("pattern", ["^(a+)+$", "(a|a)*b", "(.*)*x", "^(([a-z])+.)+[A-Z]([a-z])+$"])
def test_no_pattern_hangs(tmp_path: Path, pattern: str) -> None:
    schema = {"properties": {"title": {"pattern": pattern}}, "patternProperties": {pattern: True}}
    assert _faults(tmp_path, schema, f"---\ntitle: {'a' * 200_000}!\n---\n") == [
        f"title does not match the pattern {pattern}"
    ]


@pytest.mark.parametrize(
    "schema",
    [
        {"allOf": [{"pattern": f"\\w{{200}}{n}"} for n in range(500)]},
        {"patternProperties": {f"(\\p{{L}}{{30}}){{30}}{n}": True for n in range(100)}},
        {"allOf": [{"$ref": "#/$defs/a"}] * (MOST_REFS + 1), "$defs": {"a": {}}},
        {"$ref": "none.json"},
    ],
)
def test_what_costs_too_much_to_compile_is_refused(tmp_path: Path, schema: Any) -> None:
    with pytest.raises(SchemaMistakeError):
        _faults(tmp_path, schema, "---\ntitle: A\n---\n")


def test_long_chains_and_many_files_are_bounded(tmp_path: Path) -> None:
    chain = {f"a{n}": {"$ref": f"#/$defs/a{n + 1}"} for n in range(MOST_REFS - 2)}
    schema = {"$ref": "#/$defs/a0", "$defs": {**chain, f"a{MOST_REFS - 2}": {"required": ["x"]}}}
    assert len(_faults(tmp_path, schema, "---\ntitle: A\n---\n")) == 1
    for n in range(MOST_FILES + 1):
        (tmp_path / f"f{n}.json").write_text(json.dumps({"$ref": f"f{n + 1}.json"}))
    with pytest.raises(SchemaMistakeError, match="more than"):
        _faults(tmp_path, {"$ref": "f0.json"}, "---\ntitle: A\n---\n")


@pytest.fixture
def secret(tmp_path: Path) -> Path:
    """A file beside the site that a schema would like to read."""
    path = tmp_path / "secret.json"
    path.write_text('{"required": ["stolen"]}')
    (tmp_path / "site" / "content").mkdir(parents=True)
    return path


def _refused(folder: Path, name: str) -> str:
    own = OwnSchemas(folder, folder, "", "newslint.toml")
    text = f"---\n$schema: {json.dumps(name)}\n---\n"
    article = read_article(source(text), "content/a.md", settings())
    return "; ".join(map(_what, own(article)))


@pytest.mark.parametrize(
    "name", ["../../secret.json", "../link.json", "../links/secret.json", "{secret}",
             "../hard/../../secret.json"]
)  # fmt: skip
def test_nothing_outside_the_site_is_read(secret: Path, name: str) -> None:
    site = secret.parent / "site"
    (site / "link.json").symlink_to(secret)
    (site / "links").symlink_to(secret.parent)
    (site / "hard").mkdir()
    assert "outside the site" in _refused(site, name.format(secret=secret))
    reference = name.format(secret=secret).removeprefix("../")
    (site / "s.json").write_text(json.dumps({"$ref": reference}))
    with pytest.raises(SchemaMistakeError, match="outside the site"):
        JsonSchema(site / "s.json", site)
    (site / "s.json").write_text(json.dumps({"$ref": f"file://{secret}"}))
    with pytest.raises(SchemaMistakeError, match="outside the site"):
        JsonSchema(site / "s.json", site)


@pytest.mark.parametrize(
    "name", ["pipe", "/dev/zero", "/dev/stdin", "/proc/self/environ", ".", "large.json",
             "deep.json", "a\\u0000b", "x" * 5000, "wide.json", "circle"]
)  # fmt: skip
def test_what_is_no_small_file_is_refused(secret: Path, name: str) -> None:
    site = secret.parent / "site"
    os.mkfifo(site / "pipe")
    (site / "circle").symlink_to(site / "circle")
    (site / "large.json").write_text("[" + " " * 2_000_000 + "]")
    (site / "deep.json").write_text('{"not":' * 50_000 + "{}" + "}" * 50_000)
    (site / "wide.json").write_text(json.dumps({"enum": [*range(150_000)]}))
    own = name.replace("\\u0000", "\0")
    own = own if own.startswith("/") else f"../{own}"
    began = time.perf_counter()
    assert _refused(site, own)
    assert time.perf_counter() - began < SECONDS


def test_no_address_is_asked(secret: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(*_: object, **__: object) -> NoReturn:
        raise AssertionError("the network was asked")

    monkeypatch.setattr(socket, "socket", refuse)
    monkeypatch.setattr(socket, "getaddrinfo", refuse)
    site = secret.parent / "site"
    for reference in (
        "http://127.0.0.1:9/x.json", "https://example.com/x.json#/a", "//example.com/x.json",
        "ftp://example.com/x", "data:application/json,{}", "file://example.com/etc/x.json",
        "http://[::1", "jar:file:x", "\\\\host\\share\\x.json", "http://json-schema.org.evil.com/x",
    ):  # fmt: skip
        (site / "s.json").write_text(json.dumps({"$ref": reference}))
        with pytest.raises(SchemaMistakeError):
            JsonSchema(site / "s.json", site)
        (site / "s.json").write_text(json.dumps({"$schema": reference}))
        with pytest.raises(SchemaMistakeError):
            JsonSchema(site / "s.json", site)


def test_metaschemas_are_known_without_being_asked(secret: Path) -> None:
    site = secret.parent / "site"
    for meta in ("https://json-schema.org/draft/2020-12/schema",):
        (site / "s.json").write_text(json.dumps({"properties": {"x": {"$ref": meta}}}))
        article = read_article(source("---\nx: {type: 5}\n---\n"), "content/a.md", settings())
        assert len([*JsonSchema(site / "s.json", site).faults(article)]) == 1


def test_many_articles_cannot_name_many_schemas(secret: Path) -> None:
    site = secret.parent / "site"
    own = OwnSchemas(site, site, "", "newslint.toml")
    said: list[str] = []
    for number in range(150):
        text = f"---\n$schema: ../{number}.json\n---\n"
        said += map(_what, own(read_article(source(text), "content/a.md", settings())))
    assert len(own.known) == 100
    assert "more than 100 schemas" in said[-1]


def test_a_run_with_a_bomb_ends_in_little_memory(tmp_path: Path) -> None:
    (tmp_path / "s.json").write_text(json.dumps(_bomb("anyOf", 200)))
    (tmp_path / "newslint.toml").write_text("schema = 's.json'\n")
    (tmp_path / "a.md").write_text("---\ntitle: A\ndate: 2026-01-01\n---\nText.\n")
    done = subprocess.run(
        [sys.executable, "-m", "newslint", "check", "."],
        cwd=tmp_path, capture_output=True, text=True, timeout=TIMEOUT, env=environment(),
        preexec_fn=lambda: resource.setrlimit(resource.RLIMIT_AS, (MEMORY, MEMORY)),
    )  # fmt: skip
    assert (done.returncode, done.stdout.count("SCH012")) == (1, 1)


def test_a_mistake_in_a_schema_ends_the_run_with_one_line(tmp_path: Path) -> None:
    (tmp_path / "newslint.toml").write_text("schema = '../../../../../../../etc/passwd'\n")
    (tmp_path / "a.md").write_text("---\ntitle: A\ndate: 2026-01-01\n---\nText.\n")
    done = started("check", ".", folder=tmp_path)
    assert (done.code, done.err.count("\n")) == (2, 1)
    assert "passwd cannot be read: it lies outside the site" in done.err
