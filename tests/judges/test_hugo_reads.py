"""Front matter in every form of YAML: what newslint reads of it is what the real Hugo reads.

`yaml_forms.txt` holds one block a line, with escapes for line ends, tabs and odd characters.
"""

from __future__ import annotations

import json
import re
from pathlib import Path

import pytest

from newslint.frontmatter.read import read_article
from newslint.generators.hugo.casts import to_string
from newslint.lint import fix as engine
from newslint.model.values import ListValue, Scalar, Value
from tests.support.hugo_program import needs_hugo, run_hugo, write_site
from tests.support.setting import settings, source

pytestmark = pytest.mark.slow

FORMS = Path(__file__).with_name("yaml_forms.txt").read_text(encoding="utf-8").splitlines()

LAYOUT = """{{ range site.RegularPages }}
{{ .File.ContentBaseName }} {{ jsonify .Params }}
{{ end }}"""

NOT_SEEN = {
    r"y: b\nx: &n",
    r"y: b\nx: &n # c",
    "x: [&n]",
    "x: [&n , a]",
}
"""At these Hugo stops and newslint has nothing to say: too odd for anybody to have written."""

OTHER = {
    "x: {a:1}": "a colon without a blank in a mapping in braces",
    "~: a": "a key that is null",
    "x: !!int abc": "a tag",
    "x: !!bool yes": "a tag",
    "x: !!timestamp 2024-01-01": "a tag",
    "x: !": "a tag without a value",
}
"""Hugo reads these otherwise, and merge keys, whose mappings newslint leaves where they are."""

STRICTER = {
    r"x:\n[a, b]",
    "x: [-a, - b]",
    r"x: &n a\ny: &n b\nz: *n",
    "x: !e!a b",
    r"x: a\n...\ny: b",
    r"x: |\n  \ta",
    "x: ?",
    "x: ,a",
    "x: !!",
    "x: }a",
    r"x: a\u2028b",
    r"x: a\u0085b",
    "x: {a: b: c}",
    "x: {a:}",
    r"x:\n-\ta",
    r'x: "a\u0000b"',
    r"x: a\u0001b",
    r"x: a\u007fb",
    r"x: a\u000bb",
    r'x: "\\N\\L\\P"',
    r'x: "\\e"',
    r'x: "\\t\\n\\r\\0\\a\\b\\v\\f"',
    r'x: "a\u2028b"',
    r"x: a\ufffdb",
    r"x:\n - a\n  - b",
}
"""Hugo 0.168 reads these, and newslint calls them errors: most other parsers do not read them, or
what they read is not what was meant."""

CONFIG = settings({"ignore": ["SCH001"]})


def _text(form: str) -> str:
    plain = re.sub(r"\\u([0-9a-f]{4})", lambda m: chr(int(m[1], 16)), form.replace(r"\\", "\0"))
    for name, character in {"n": "\n", "t": "\t", "r": "\r"}.items():
        plain = plain.replace(f"\\{name}", character)
    return "---\n{}\n---\n".format(plain.replace("\0", "\\"))


def _is_error(form: str) -> bool:
    found = engine.check(source(_text(form)), "content/a.md", "a.md", CONFIG)
    return any(diagnostic.severity == "error" for diagnostic in found)


def _plain(value: Value) -> object:
    if isinstance(value, Scalar):
        return None if value.kind == "null" else to_string(value)
    if isinstance(value, ListValue):
        return [_plain(item) for item in value.items]
    return {field.key.lower(): _plain(field.value) for field in value.fields}


def _ours(form: str) -> object:
    article = read_article(source(_text(form)), "content/a.md", CONFIG)
    assert not article.broken, form
    return {field.key.lower(): _plain(field.value) for field in article.fields}


def _hugos(value: object) -> object:
    if isinstance(value, dict):
        return {key: _hugos(inner) for key, inner in value.items()}
    if isinstance(value, list):
        return [_hugos(inner) for inner in value]
    if isinstance(value, bool):
        return str(value).lower()
    return _number(value) if isinstance(value, int | float) else value


def _number(value: float) -> str:
    return f"{value:.0f}" if value == int(value) else repr(value)


@needs_hugo
def test_what_newslint_reads_hugo_reads_alike(tmp_path: Path) -> None:
    read = [form for form in FORMS if not _is_error(form) and form not in NOT_SEEN]
    assert len(read) > 250
    files = {f"content/a{n}.md": _text(form) for n, form in enumerate(read)}
    write_site(tmp_path, "", {**files, "layouts/home.html": LAYOUT})
    done = run_hugo(tmp_path)
    assert done.returncode == 0, done.stderr
    lines = (tmp_path / "public/index.html").read_text(encoding="utf-8").splitlines()
    pages = dict(line.split(" ", 1) for line in lines if line.startswith("a"))
    assert len(pages) == len(read)
    other = set()
    for n, form in enumerate(read):
        if "<<: " in form:
            continue
        params = json.loads(pages[f"a{n}"])
        own = {key: params[key] for key in params if key not in ("draft", "iscjklanguage")}
        own.pop("title", None)
        if _hugos(own) != _ours(form):
            other.add(form)
    assert other == set(OTHER)


@needs_hugo
def test_what_newslint_calls_an_error_stops_hugo(tmp_path: Path) -> None:
    reads = set()
    write_site(tmp_path, "", {"layouts/all.html": ""})
    errors = [form for form in FORMS if _is_error(form)]
    assert len(errors) > 120
    for form in errors:
        write_site(tmp_path, "", {"content/a.md": _text(form)})
        if run_hugo(tmp_path, "list", "all").returncode == 0:
            reads.add(form)
    assert reads == STRICTER


@needs_hugo
def test_what_is_not_seen_stops_hugo(tmp_path: Path) -> None:
    for form in NOT_SEEN:
        write_site(tmp_path, "", {"content/a.md": _text(form), "layouts/all.html": ""})
        assert run_hugo(tmp_path).returncode != 0
        assert not _is_error(form)
