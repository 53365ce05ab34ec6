"""What is repaired reads the same everywhere: PyYAML, ruamel.yaml and the real Hugo.

Pasted texts must read as their author meant them. Of files that were committed broken nobody knows
what was meant: there the readers must agree with each other.
"""

from __future__ import annotations

import json
import re
from collections.abc import Callable, Mapping
from functools import cache
from pathlib import Path
from typing import Any

import pytest
import yaml
from ruamel.yaml import YAML

from newslint.files.read import Source
from newslint.frontmatter.read import read_article
from tests.support.committed import classes, mend
from tests.support.hugo_program import needs_hugo, run_hugo, write_site
from tests.support.pasted import (
    SETTINGS,
    TEMPLATES,
    Article,
    block,
    breaking,
    fix,
    load,
    many_at_once,
    needs_corpora,
    pasted,
)

pytestmark = [pytest.mark.slow, needs_corpora]

Reader = Callable[[str], Any]

READERS = [
    pytest.param(yaml.safe_load, id="PyYAML"),
    pytest.param(YAML(typ="safe", pure=True).load, id="ruamel.yaml"),
]


@cache
def repaired() -> tuple[Article, ...]:
    """A sample of pasted texts after their repair, with what must be read in each."""
    found: list[Article] = []
    for template in TEMPLATES:
        broken = breaking(template, True)
        found += (pasted(template, text) for text in broken[:: max(1, len(broken) // 80)])
    for count in (2, 3):
        found += many_at_once(count, straight=True, step=211)
    return tuple(one._replace(text=fix(one.text, unsafe=True).text) for one in found)


@cache
def mended() -> dict[str, str]:
    """The front matter of all files that were committed broken and could be repaired, by name."""
    found = {}
    for name, paths in classes().items():
        for made in map(mend, paths):
            if made.how in ("safe", "unsafe"):
                text = (made.safe if made.how == "safe" else made.unsafe).text
                found[f"{name}-{made.path.stem}"] = content(text)
    return found


def content(text: str) -> str:
    """What stands between the fences."""
    article = read_article(Source(Path("a.md"), text, False, None), "content/a.md", SETTINGS)
    assert article.block is not None
    return "".join(f"{line}\n" for line in text[slice(*article.block.content)].splitlines())


@pytest.mark.parametrize("reader", READERS)
def test_pasted_texts_read_as_they_were_meant(reader: Reader) -> None:
    for article in repaired():
        data = reader(block(article.text))
        assert {key: data[key] for key in article.wanted} == article.wanted


@pytest.mark.parametrize("reader", READERS)
def test_files_committed_broken_read_alike(reader: Reader) -> None:
    for name, lines in mended().items():
        one, other = load(lines), reader(lines)
        assert one == other, name


PAGE = '{{ dict "file" .File.Path "title" .Title "params" .Params | jsonify | safeHTML }}\n'
HOME = f"{{{{ range .Site.Pages }}}}{{{{ if .File }}}}{PAGE}{{{{ end }}}}{{{{ end }}}}"
QUIET = 'disableKinds = ["taxonomy", "term", "RSS", "sitemap", "404"]\n'


def hugo_reads(folder: Path, texts: Mapping[str, str]) -> dict[str, dict[str, Any]]:
    """The fields of each text as Hugo reads them, all of them pages of one site."""
    files = {f"content/{name}.md": text for name, text in texts.items()}
    layouts = {"layouts/index.html": HOME, "layouts/_default/single.html": "{{ .Content }}"}
    write_site(folder, QUIET, {**files, **layouts})
    done = run_hugo(folder, "--logLevel", "error", "-D", "-E", "-F")
    assert done.returncode == 0, done.stdout + done.stderr
    lines = (folder / "public" / "index.html").read_text(encoding="utf-8").splitlines()
    pages = [json.loads(line) for line in lines if line]
    return {page["file"].removesuffix(".md"): page for page in pages}


@needs_hugo
def test_hugo_reads_pasted_texts_as_they_were_meant(tmp_path: Path) -> None:
    articles = {f"p{number}": article for number, article in enumerate(repaired())}
    pages = hugo_reads(tmp_path, {name: one.text for name, one in articles.items()})
    assert pages.keys() == articles.keys()
    for name, article in articles.items():
        seen = {**pages[name]["params"], "title": pages[name]["title"]}
        assert {key: seen[key] for key in article.wanted} == article.wanted


_KEY = re.compile(r"^\w+(?=[ \t]*:)", re.MULTILINE)
"""Keys get another name, as Hugo stops at dates and aliases that were wrong before the repair."""


@needs_hugo
def test_hugo_reads_files_committed_broken_alike(tmp_path: Path) -> None:
    texts = {name: _KEY.sub(r"my_\g<0>", lines) for name, lines in mended().items()}
    files = {name: f"---\n{lines}---\nText.\n" for name, lines in texts.items()}
    pages = hugo_reads(tmp_path, files)
    assert pages.keys() == files.keys()
    for name, lines in texts.items():
        wanted = _as_hugo(yaml.load(lines, Loader=Undated) or {})
        seen = _as_hugo(pages[name]["params"])
        mine = [key for key in wanted if key.startswith("my_")]
        assert {key: seen.get(key) for key in mine} == {key: wanted[key] for key in mine}, name


class Undated(yaml.CSafeLoader):
    """PyYAML, with dates as they are written: Hugo reads those of keys that it knows alone."""


Undated.yaml_implicit_resolvers = {
    first: [one for one in resolvers if one[0] != "tag:yaml.org,2002:timestamp"]
    for first, resolvers in yaml.CSafeLoader.yaml_implicit_resolvers.items()
}


def _as_hugo(value: Any) -> Any:
    """A value with its keys in lower case and without the blanks at the end of a folded text."""
    if isinstance(value, dict):
        return {key.lower(): _as_hugo(one) for key, one in value.items()}
    if isinstance(value, list):
        return [_as_hugo(one) for one in value]
    return value.rstrip(" ") if isinstance(value, str) else value
