"""What `newslint schema` writes says the same as newslint, by independent validators.

Each real article is judged by newslint and, as the data that JSON has, by `jsonschema` with the
schema that holds for its path.
"""

from __future__ import annotations

import json
import subprocess
import sys
from collections import Counter
from collections.abc import Callable, Iterator
from datetime import datetime
from pathlib import Path
from typing import Any

import pytest
import yaml
from jsonschema import Draft202012Validator

from newslint.config.command_line import CommandLine
from newslint.config.project import Project
from newslint.config.schemas.core_values import data_of
from newslint.config.schemas.place import schema_at
from newslint.files.read import decode, read
from newslint.frontmatter.read import read_article
from newslint.model.faults import OwnSchemaMismatch, RequiredMissing, SchemaMismatch
from newslint.site_article import Article
from tests.support.command import CORPORA, newslint

pytest.importorskip("jsonschema_rs")
pytestmark = pytest.mark.slow

FIELDS = """
[fields]
title = { required = true, type = "string", max-length = 60 }
date = { required = true }
layout = { one-of = ["post", "page", "default"] }
weight = { type = "integer" }
slug = { pattern = "^[a-z0-9-]+$" }
"""
MORE = """
[fields]
tags = { min-items = 1, max-items = 6 }
topics = { items = { pattern = '^[a-z-]+$', max-length = 20 } }
authors = { key = "authors", type = "list", required-when = { draft = false, layout = "post" } }
deck = { key = "deck", min-length = 100 }
"""
SCHEMA: dict[str, Any] = {
    "$schema": "https://json-schema.org/draft/2020-12/schema",
    "required": ["title", "date"],
    "properties": {
        "title": {"type": "string", "maxLength": 80, "pattern": "^[^?!]+$"},
        "date": {"pattern": "^[0-9]{4}-[0-9]{2}-[0-9]{2}"},
        "authors": {"type": "array", "items": {"pattern": "^[a-z-]+$"}, "maxItems": 2},
        "tags": {"anyOf": [{"type": "string"}, {"$ref": "parts/terms.json#terms"}]},
        "draft": {"type": "boolean"},
        "weight": {"type": "integer", "minimum": 1},
        "topics": {"uniqueItems": True, "contains": {"type": "string"}},
        "image": {"type": ["string", "null"]},
    },
    "if": {"properties": {"layout": {"const": "post"}}, "required": ["layout"]},
    "then": {"required": ["authors"]},
    "propertyNames": {"pattern": "^[a-z_$-]+$"},
}
TERMS = {"$defs": {"t": {"$anchor": "terms", "type": "array", "items": {"maxLength": 20}}}}
CONFIGS = {
    "default": "",
    "news": "preset = 'news'\n",
    "fields": FIELDS,
    "more": MORE,
    "schema": "schema = 'schemas/article.json'\n",
    "both": f"schema = 'schemas/article.json'\n{FIELDS}",
}
TARGETS = {"18f": "jekyll", "digitalgov": "hugo", "broken": "hugo"}


def _site(folder: Path, config: str, target: str) -> Project:
    (folder / "schemas" / "parts").mkdir(parents=True)
    (folder / "schemas" / "article.json").write_text(json.dumps(SCHEMA))
    (folder / "schemas" / "parts" / "terms.json").write_text(json.dumps(TERMS))
    (folder / "newslint.toml").write_text(f"target = '{target}'\n{config}")
    return Project(CommandLine(now=datetime.fromisoformat("2026-01-31T12:00:00Z")))


def _articles(corpus: str, folder: Path, project: Project) -> Iterator[Article]:
    """The articles of a corpus that can be read, as if they lay in the folder."""
    for path in sorted((CORPORA / corpus).rglob("*.md")):
        place = folder / path.relative_to(CORPORA / corpus)
        site = project.site(folder)
        settings = site.settings(place)
        article = read_article(read(path, settings.limits), site.relative(place), settings)
        if not article.broken:
            yield article


def _fits(article: Article) -> bool:
    kinds = (RequiredMissing, SchemaMismatch, OwnSchemaMismatch)
    return not any(isinstance(fault, kinds) for fault in article.faults)


def _differs_for_a_reason(article: Article) -> bool:
    """What JSON Schema cannot say: keys that count whatever their capitals, and of several keys
    with one role only the first."""
    if any(field.key != field.key.lower() for field in article.fields):
        return True
    roles = Counter(field.role for field in article.fields)
    if any(roles[field.role] > 1 for field in article.by_role.values()):
        return True
    return article.path.rpartition("/")[2].startswith("_index.")


@pytest.mark.parametrize("corpus", TARGETS)
@pytest.mark.parametrize("name", CONFIGS)
def test_the_same_verdicts_over_real_articles(
    tmp_path: Path, corpus: str, name: str, record_property: Callable[[str, object], None]
) -> None:
    if not (CORPORA / corpus).is_dir():
        pytest.skip("there is no folder of real articles beside the checkout")
    project = _site(tmp_path, CONFIGS[name], TARGETS[corpus])
    made: dict[str, Draft202012Validator] = {}
    counts: Counter[str] = Counter()
    differ, excused = [], 0
    for article in _articles(corpus, tmp_path, project):
        place = tmp_path / article.path
        schema = schema_at(project.site(tmp_path), place)
        text = json.dumps(schema, sort_keys=True)
        if text not in made:
            Draft202012Validator.check_schema(schema)
            made[text] = Draft202012Validator(schema)
        said = _fits(article)
        counts["fits" if said else "does not fit"] += 1
        if made[text].is_valid(data_of(article)) is said:
            continue
        if _differs_for_a_reason(article):
            excused += 1
        else:
            errors = [error.message[:100] for error in made[text].iter_errors(data_of(article))]
            differ.append((article.path, said, errors, [str(one)[:160] for one in article.faults]))
    assert not differ, differ[:5]
    assert excused <= 1 + sum(counts.values()) // 100, excused
    assert sum(counts.values()) > 50
    record_property("verdicts", f"{corpus} {name}: {dict(counts)}, {excused} excused")


# `1e3` is a number in YAML 1.2 and a text in some programs, and JSON Schema asks no number for a
# pattern, so neither is among these.
VALUES = (
    "a", "'a'", "''", "'  '", "", "~", "1", "'1'", "-1", "1.5", "1.0", "'1.5'", "true",
    "'true'", "2026-01-31", "[]", "[a]", "[1]", "[true]", "[[a]]", "[~]", "['']", "[a, b, c]",
    "{}", "{k: 1}", "洪水", "नमस्ते", "aaaaaaaaaaaaaaaaaaaaaaaaaaaaaa", ".5", "0", "[A]",
)  # fmt: skip
SPECS = (
    "type = 'string'", "type = 'integer'", "type = 'number'", "type = 'boolean'", "type = 'list'",
    "type = 'strings'", "type = 'any'", "required = true", "one-of = ['a', '1', 'b']",
    "min-items = 2", "max-items = 2", "items = { type = 'string' }", "items = { one-of = ['a'] }",
    "items = { type = 'integer' }", "type = 'list', max-items = 1",
    "items = { pattern = '^[a-z1]+$' }",
    "required-when = { kind = 'x' }", "required-when = { draft = false }",
    "required-when = { draft = true }", "required-when = { kind = ['y', 'x'], draft = false }",
)  # fmt: skip
BESIDE = ("", "kind: x\n", "kind: [z, y]\n", "draft: true\n", "draft: false\nkind: x\n")


@pytest.mark.parametrize("spec", SPECS)
@pytest.mark.parametrize("form", ["yaml", "json"])
def test_the_same_verdicts_over_made_articles(tmp_path: Path, spec: str, form: str) -> None:
    (tmp_path / "newslint.toml").write_text(
        f"target = 'hugo'\n[fields]\nfield = {{ {spec} }}\ntitle.required = false\n"
    )
    project = Project(CommandLine())
    site, place = project.site(tmp_path), tmp_path / "content" / "a.md"
    settings = site.settings(place)
    validator = Draft202012Validator(schema_at(site, place))
    beside = BESIDE if "when" in spec else BESIDE[:1]
    texts = [f"{more}field: {value}\n" for value in VALUES for more in beside]
    texts += beside
    differ = []
    for front in texts:
        text = f"---\n{front}---\nText.\n"
        if form == "json":
            text = f"{json.dumps(yaml.load(front, yaml.BaseLoader) or {})}\nText.\n"
        source = decode(text.encode(), place, settings.limits)
        article = read_article(source, "content/a.md", settings)
        said = _fits(article)
        if not article.broken and validator.is_valid(data_of(article)) is not said:
            differ.append((front, said))
    assert not differ


def test_check_jsonschema_says_the_same(tmp_path: Path) -> None:
    if not (CORPORA / "digitalgov").is_dir():
        pytest.skip("there is no folder of real articles beside the checkout")
    project = _site(tmp_path, CONFIGS["both"], "hugo")
    schema = newslint("schema", ".", folder=tmp_path)
    assert schema.err == ""
    (tmp_path / "holds.json").write_text(schema.out)
    verdicts = {}
    for number, article in enumerate(_articles("digitalgov", tmp_path, project)):
        if number < 300 and not _differs_for_a_reason(article):
            name = tmp_path / f"{number}.data.json"
            name.write_text(json.dumps(data_of(article)))
            verdicts[str(name)] = _fits(article)
    command = [sys.executable, "-m", "check_jsonschema", "--schemafile", "holds.json", "-o", "json"]
    done = subprocess.run(
        [*command, *verdicts], cwd=tmp_path, capture_output=True, text=True, check=False
    )
    wrong = {error["filename"] for error in json.loads(done.stdout)["errors"]}
    assert {name for name, fits in verdicts.items() if not fits} == wrong
    assert len(wrong) > 20
    assert len(verdicts) - len(wrong) > 20
