"""What is written as new is read alike by every parser: thousands of real texts, and odd ones."""

from __future__ import annotations

import json
import tomllib
from pathlib import Path
from typing import Any

import frontmatter
import pytest
import yaml
from ruamel.yaml import YAML

import newslint
from tests.library.test_feed_to_hugo import TITLES
from tests.support.command import CORPORA
from tests.support.hugo_program import needs_hugo, run_hugo, write_site
from tests.support.node_programs import folder_of, needs, run_node

TEXTS = CORPORA / "texts.txt"
ODD = [*TITLES, "\x00", "\x01\x1b", "\b\f\v", "\ufffe\uffff", "a\x07b: c #d", ""]
CHUNK = 60

pytestmark = [
    pytest.mark.slow,
    pytest.mark.skipif(not TEXTS.is_file(), reason="../shared/corpora/texts.txt is not there"),
]
JS_YAML = folder_of("NEWSLINT_JS_YAML", "js-yaml")


def texts() -> list[str]:
    lines = TEXTS.read_text(encoding="utf-8").split("\n")
    return [*(line for line in lines if line), *ODD]


def metadata() -> list[dict[str, Any]]:
    """Each text as a title, as a tag, as a value of a list of mappings and of a list of lists."""
    given = texts()
    assert len(given) > 7_263
    made = []
    for start in range(0, len(given), CHUNK):
        chunk = given[start : start + CHUNK]
        made.append(
            {
                "title": chunk[0],
                "tags": chunk,
                "titles": {f"t{number}": {"title": text} for number, text in enumerate(chunk)},
                "nested": [{"name": text, "more": [[text], {"x": text}]} for text in chunk],
            }
        )
    return made


@pytest.fixture(scope="module")
def wanted() -> list[dict[str, Any]]:
    return metadata()


def written(values: list[dict[str, Any]], form: Any) -> list[str]:
    posts = []
    for value in values:
        post = frontmatter.Post("Body")
        post.metadata = value
        posts.append(newslint.dumps(post, form))
    return posts


def blocks(values: list[dict[str, Any]]) -> list[str]:
    """The front matter of new articles in YAML, without its delimiters."""
    whole = written(values, "yaml")
    assert all(text.startswith("---\n") and text.endswith("\n---\n\nBody\n") for text in whole)
    return [text[4 : -len("---\n\nBody\n")] for text in whole]


def test_yaml_as_python_reads_it(wanted: list[dict[str, Any]]) -> None:
    for block, values in zip(blocks(wanted), wanted, strict=True):
        assert yaml.load(block, yaml.CSafeLoader) == values
        assert YAML(typ="safe", pure=True).load(block) == values
    for text, values in zip(written(wanted, "yaml"), wanted, strict=True):
        assert frontmatter.loads(text).metadata == values
        assert newslint.loads(text).metadata == values


def test_toml_and_json_as_python_reads_them(wanted: list[dict[str, Any]]) -> None:
    for text, values in zip(written(wanted, "toml"), wanted, strict=True):
        assert tomllib.loads(text.removeprefix("+++\n").rpartition("\n+++\n")[0]) == values
        assert newslint.loads(text).metadata == values
    for text, values in zip(written(wanted, "json"), wanted, strict=True):
        assert json.loads(text.rpartition("\n\nBody\n")[0]) == values
        assert newslint.loads(text).metadata == values


@needs(JS_YAML, "js-yaml", "NEWSLINT_JS_YAML")
def test_yaml_as_javascript_reads_it(wanted: list[dict[str, Any]]) -> None:
    script = """
        const yaml = require('js-yaml')
        const blocks = JSON.parse(require('fs').readFileSync(0, 'utf8'))
        console.log('\\n@@' + JSON.stringify(blocks.map(block => yaml.load(block))))
    """
    assert JS_YAML is not None
    assert run_node(JS_YAML, script, blocks(wanted)) == wanted


HOME = """
{{- range site.RegularPages }}
{{ dict "name" .File.BaseFileName "title" .Title "params" .Params | jsonify | safeHTML }}
{{- end }}
"""


@needs_hugo
@pytest.mark.parametrize("form", ["yaml", "toml", "json"])
def test_as_hugo_reads_it(form: Any, wanted: list[dict[str, Any]], tmp_path: Path) -> None:
    pages = {f"content/p{n}.md": text for n, text in enumerate(written(wanted, form))}
    layouts = {"layouts/home.html": HOME, "layouts/all.html": "x"}
    config = "disableKinds = ['taxonomy', 'term', 'rss', 'sitemap', 'section']\n"
    write_site(tmp_path, config, {**layouts, **pages})
    done = run_hugo(tmp_path)
    assert done.returncode == 0, done.stdout + done.stderr
    lines = (tmp_path / "public/index.html").read_text(encoding="utf-8").split("\n")
    found = {page["name"]: page for page in (json.loads(line) for line in lines if line.strip())}
    assert len(found) == len(wanted)
    for number, values in enumerate(wanted):
        page = found[f"p{number}"]
        assert page["title"] == values["title"]
        assert {key: page["params"][key] for key in values} == values
