"""Repair measured: 7,263 real texts pasted raw into templates, 669 files committed broken.

The texts are titles, summaries and descriptions; each is pasted as it stands and with typographic
quotes made straight, which breaks far more of them. The files and texts are no part of the project:
they are looked for in `../shared`.
"""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Callable, Iterator
from functools import cache
from pathlib import Path
from typing import Any, NamedTuple

import pytest
import yaml
from ruamel.yaml import YAML

from newslint import engine
from newslint.engine import Outcome
from newslint.reading import read_article
from newslint.source import Limits, Source, decode
from tests.command import CORPORA
from tests.hugo_program import needs_hugo, run_hugo, write_site
from tests.setting import settings

pytestmark = pytest.mark.skipif(
    not (CORPORA / "texts.txt").is_file() or not (CORPORA / "broken").is_dir(),
    reason="../shared/corpora is not there",
)

SETTINGS = settings({"select": ["FMT"], "ignore": ["FMT017"]}, site={})
STRAIGHT = str.maketrans("“”„‘’", '"""\'\'')

ARTICLE = """---
date: 2025-12-31T10:00:00Z
slug: "an-article"
description: "A text: with a colon"
image: '/img/a.jpg'
%slink: https://example.org/a?b=c
draft: false
categories:
- 'world'
author: Ana
---
Body.
"""
TEMPLATES = {
    "double": 'title: "%s"\n',
    "single": "title: '%s'\n",
    "bare": "title: %s\n",
    "item": "tags:\n- 'a'\n- '%s'\n- 'b'\n",
}
LEAST = {"double": 0.999, "single": 0.999, "bare": 0.985, "item": 0.999}
"""The share of the texts that break which a safe fix must give back exactly."""

FORMS = [pytest.param(False, id="as they are"), pytest.param(True, id="straight")]


@cache
def texts(straight: bool) -> tuple[str, ...]:
    lines = (CORPORA / "texts.txt").read_text(encoding="utf-8").split("\n")
    return tuple(text.translate(STRAIGHT) if straight else text for text in lines if text)


def load(content: str) -> Any:
    return yaml.load(content, Loader=yaml.CSafeLoader)


def pasted(template: str, text: str) -> tuple[bool, Any]:
    """Whether the lines with a text in them parse, and the text that is then read."""
    try:
        data = load(TEMPLATES[template].replace("%s", text))
    except yaml.YAMLError:
        return False, None
    return True, _text_of(data)


def _text_of(data: Any) -> Any:
    return data["tags"][1] if "tags" in data else data["title"]


@cache
def breaking(template: str, straight: bool) -> tuple[str, ...]:
    """The texts that no parser reads once they are pasted."""
    return tuple(text for text in texts(straight) if not pasted(template, text)[0])


def fix(text: str, unsafe: bool = False) -> Outcome:
    made = decode(text.encode(), Path("a.md"), Limits())
    return engine.fix(made, "content/a.md", "a.md", SETTINGS, unsafe=unsafe)


def block(text: str) -> str:
    return text.split("---\n")[1]


GOOD = load(block(ARTICLE.replace("%s", "")))


@pytest.mark.parametrize("straight", FORMS)
@pytest.mark.parametrize("template", TEMPLATES)
def test_pasted_texts_come_back(template: str, straight: bool) -> None:
    broken = breaking(template, straight)
    exact = 0
    for text in broken:
        article = ARTICLE.replace("%s", TEMPLATES[template].replace("%s", text))
        made = fix(article).text
        if made == article:
            made = fix(article, unsafe=True).text
            exact -= 1
        data = load(block(made))
        assert _text_of(data) == text
        assert {key: data[key] for key in GOOD} == GOOD
        exact += 1
    assert exact >= LEAST[template] * len(broken)


BROKEN = {"double": (20, 80), "single": (283, 1434), "bare": (1475, 1477), "item": (283, 1434)}


@pytest.mark.parametrize("template", TEMPLATES)
def test_as_many_break_as_were_counted(template: str) -> None:
    counts = tuple(len(breaking(template, straight)) for straight in (False, True))
    assert counts == BROKEN[template]


@pytest.mark.parametrize("straight", FORMS)
def test_texts_that_parse_as_others_are_reported(straight: bool) -> None:
    """What is left: `404`, which is a number everywhere, and texts that are a quotation."""
    silent, reported = 0, 0
    for text in texts(straight):
        parses, read = pasted("bare", text)
        if not parses or read == text:
            continue
        silent += 1
        made = fix(ARTICLE.replace("%s", f"title: {text}\n"), unsafe=True)
        reported += bool(made.applied)
        if made.applied:
            assert load(block(made.text))["title"] == text
    assert (silent, reported) == ((44, 40) if straight else (42, 40))


def many_at_once() -> Iterator[tuple[dict[str, str], str]]:
    """The values of two and three broken fields, and the article with all of them."""
    double, single = breaking("double", True), breaking("single", True)
    bare = [text for text in breaking("bare", True) if " #" not in text]
    for number in range(240):
        values = {
            "title": double[number % len(double)],
            "summary": single[number * 5 % len(single)],
            "kicker": bare[number * 7 % len(bare)],
        }
        if number % 2:
            del values["kicker"]
        marks = {"title": '"', "summary": "'", "kicker": ""}
        lines = [f"{key}: {marks[key]}{text}{marks[key]}\n" for key, text in values.items()]
        yield values, ARTICLE.replace("%s", "".join(lines))


def test_two_and_three_broken_fields_at_once() -> None:
    exact = 0
    for values, article in many_at_once():
        made = fix(article).text
        if made != article:
            data = load(block(made))
            assert data == {**GOOD, **values}
            exact += 1
    assert exact >= 0.98 * 240


def _sample() -> list[tuple[dict[str, Any], str]]:
    """Repaired articles of every template, and what must be read in them."""
    found: list[tuple[dict[str, Any], str]] = []
    for template in TEMPLATES:
        broken = breaking(template, True)
        for text in broken[:: max(1, len(broken) // 60)]:
            made = fix(ARTICLE.replace("%s", TEMPLATES[template].replace("%s", text))).text
            wanted = {"tags": ["a", text, "b"]} if template == "item" else {"title": text}
            found.append((wanted, made))
    for values, article in [*many_at_once()][::8]:
        found.append((dict(values), fix(article).text))
    return [(wanted, made) for wanted, made in found if read(made)]


def read(text: str) -> bool:
    try:
        load(block(text))
    except yaml.YAMLError:
        return False
    return True


Reader = Callable[[str], Any]


@pytest.mark.parametrize(
    "reader",
    [
        pytest.param(yaml.safe_load, id="PyYAML"),
        pytest.param(YAML(typ="safe", pure=True).load, id="ruamel.yaml"),
    ],
)
def test_others_read_the_same(reader: Reader) -> None:
    for wanted, made in _sample():
        data = reader(block(made))
        assert {key: data[key] for key in wanted} == wanted


PAGE = '{{ dict "file" .File.Path "title" .Title "params" .Params | jsonify | safeHTML }}\n'


@needs_hugo
def test_hugo_reads_the_same(tmp_path: Path) -> None:
    sample = _sample()
    names = [f"content/p{number}.md" for number in range(len(sample))]
    files = dict(zip(names, (made for _, made in sample), strict=True))
    home = f"{{{{ range .Site.RegularPages }}}}{PAGE}{{{{ end }}}}"
    kinds = 'disableKinds = ["taxonomy", "term", "RSS", "sitemap", "section", "404"]\n'
    layouts = {"layouts/index.html": home, "layouts/_default/single.html": "{{ .Content }}"}
    write_site(tmp_path, kinds, {**files, **layouts})
    done = run_hugo(tmp_path, "--logLevel", "error")
    assert done.returncode == 0, done.stdout + done.stderr
    lines = (tmp_path / "public" / "index.html").read_text(encoding="utf-8").splitlines()
    pages = {page["file"]: page for line in lines if line for page in [json.loads(line)]}
    assert len(pages) == len(sample)
    for name, (wanted, _) in zip(names, sample, strict=True):
        page = pages[name.removeprefix("content/")]
        seen = {**page["params"], "title": page["title"]}
        assert {key: seen[key] for key in wanted} == wanted


class Mended(NamedTuple):
    """How many files of a class there are, and are mended safely or with unsafe fixes."""

    files: int
    safe: int
    unsafe: int


CLASSES = {
    "unquoted-colon": Mended(213, 211, 2),
    "no-closing-fence": Mended(75, 4, 71),
    "special-leading-char---or--": Mended(53, 48, 5),
    "bad-structure--did-not-find-expected-key": Mended(37, 13, 18),
    "bad-indent--list-": Mended(31, 1, 29),
    "line-without-a-colon--wrapped-text-": Mended(26, 6, 14),
    "no-space-after-colon": Mended(20, 16, 3),
    "unescaped-quote-inside-double-quotes": Mended(20, 18, 2),
    "unescaped-quote-inside-single-quotes": Mended(19, 18, 1),
    "template-code": Mended(10, 3, 1),
    "special-leading-char--": Mended(6, 2, 0),
    "unescaped-quote-inside-quotes": Mended(6, 5, 0),
    "text-after-closing-double-quote": Mended(5, 3, 1),
    "unterminated-quote": Mended(3, 1, 1),
    "unquoted-colon--line-continued-": Mended(2, 0, 1),
    "merge-conflict-markers": Mended(2, 0, 0),
    "bad-backslash-escape-in-double-quotes": Mended(1, 1, 0),
    "other--block-sequence-entries-are-not-allowed-in-t": Mended(1, 0, 1),
    "unterminated-quote-or-wrapped-text": Mended(1, 0, 1),
}
"""The classes of the broken files that repair is about; each was read by eye."""


def _readable(made: Outcome) -> bool:
    again = Source(Path("a.md"), made.text, made.bom, None)
    return not read_article(again, "content/a.md", SETTINGS).broken


@pytest.mark.parametrize("name", CLASSES)
def test_files_that_were_committed_broken(name: str) -> None:
    counts: Counter[str] = Counter()
    for path in sorted((CORPORA / "broken").glob(f"*/{name}/*")):
        given = decode(path.read_bytes(), path, Limits())
        safe = engine.fix(given, "content/a.md", "a.md", SETTINGS, unsafe=False)
        unsafe = engine.fix(given, "content/a.md", "a.md", SETTINGS, unsafe=True)
        left = {one.code for one in (*safe.left, *unsafe.left)}
        assert not left & {"RUN003", "RUN004"}, path
        counts["files"] += 1
        if _readable(safe):
            counts["safe"] += 1
        elif _readable(unsafe):
            counts["unsafe"] += 1
        else:
            assert any(code.startswith("FMT") for code in left), path
        if safe.applied:
            assert _rows_of(given.text, safe) <= {one.start.row for one in safe.applied}, path
    assert Mended(counts["files"], counts["safe"], counts["unsafe"]) == CLASSES[name]


def _rows_of(before: str, made: Outcome) -> set[int]:
    """The rows that differ, where a fix has neither added nor removed any."""
    old, new = before.split("\n"), made.text.split("\n")
    if len(old) != len(new) or any(one.end.row > one.start.row for one in made.applied):
        return set()
    return {row for row, (one, other) in enumerate(zip(old, new, strict=True), 1) if one != other}


STUCK = {
    "18f/bad-indent--list-/2c5e7fac85df.md": {5, 7},
    "18f/no-space-after-colon/fb6cf6df86d4.md": {12},
    "18f/template-code/34c2266a651a.md": {4},
    "digitalgov/bad-structure--did-not-find-expected-key/02b3961f78ab.md": {6},
    "digitalgov/line-without-a-colon--wrapped-text-/389e99ba576b.md": {26},
    "digitalgov/line-without-a-colon--wrapped-text-/969644c1f38d.md": {9},
    "digitalgov/line-without-a-colon--wrapped-text-/d780c92f033d.md": {13},
    "digitalgov/merge-conflict-markers/437d8346b5a1.md": {5},
    "digitalgov/template-code/239f47256823.md": {29},
    "digitalgov/template-code/7a47d41f9dbf.md": {52},
    "digitalgov/unescaped-quote-inside-quotes/12893ae650ba.md": {36},
}
"""Files without a repair, and the rows that a person would look at first."""


@pytest.mark.parametrize("name", STUCK)
def test_files_without_a_repair_are_reported_at_the_right_line(name: str) -> None:
    path = CORPORA / "broken" / name
    given = decode(path.read_bytes(), path, Limits())
    found = engine.check(given, "content/a.md", "a.md", SETTINGS)
    assert {one.start.row for one in found if one.code in ("FMT006", "FMT016")} == STUCK[name]
