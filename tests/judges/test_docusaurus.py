"""The real Docusaurus, and what newslint says of the same front matter.

Measured with Docusaurus 3.10.2, its preset-classic and Node 20: the plugins themselves load a site
with one article for each of 236 cases, and say where 101 of them are published. That the build
stops at a date that is a number, or that was made invalid by the `Z` after it, was measured with
`docusaurus build` (it fails at `/blog/archive`).
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime
from pathlib import Path
from typing import Any

import pytest

from tests.support.hugo_program import article
from tests.support.node_programs import folder_of, needs, run_node
from tests.support.site_folder import found_in, generator_at, make, page

pytestmark = pytest.mark.slow

PROGRAM = folder_of("NEWSLINT_DOCUSAURUS", "@docusaurus/core")
needs_docusaurus = needs(PROGRAM, "Docusaurus", "NEWSLINT_DOCUSAURUS")

CONFIG = """module.exports = {
  title: 'T', url: 'https://example.org', baseUrl: '/',
  presets: ['classic'],
};
"""

SCRIPT = r"""
const fs = require('fs'), path = require('path'), os = require('os');
const say = process.stdout.write.bind(process.stdout);
console.log = console.warn = console.error = () => {};
const {loadContext} = require('@docusaurus/core/lib/server/site');
const {normalizePluginOptions: validate} = require('@docusaurus/utils-validation');
const {getVcsPreset} = require('@docusaurus/utils');
const kinds = {
  blog: require('@docusaurus/plugin-content-blog'),
  docs: require('@docusaurus/plugin-content-docs'),
  'src/pages': require('@docusaurus/plugin-content-pages'),
};

async function load(kind, siteDir) {
  const context = await loadContext({siteDir});
  context.siteConfig.future.experimental_vcs = getVcsPreset('hardcoded');
  const made = kinds[kind].default ?? kinds[kind];
  const options = kinds[kind].validateOptions({validate, options: {}});
  const plugin = await made(context, options);
  const content = await plugin.loadContent();
  if (kind === 'docs') {
    const version = content.loadedVersions[0];
    const [doc] = version.docs, drafts = version.drafts.length;
    return {url: doc?.permalink ?? null, draft: drafts > 0};
  }
  if (kind === 'src/pages') return {url: content[0]?.permalink ?? null, draft: !content.length};
  const [post] = content.blogPosts;
  if (!post) return {url: null, draft: true};
  const date = post.metadata.date;
  if (!(date instanceof Date) || isNaN(date)) return {stops: 'date'};
  return {url: post.metadata.permalink, draft: false, date: date.toISOString()};
}

(async () => {
  const {cases, files} = JSON.parse(fs.readFileSync(0, 'utf8'));
  const results = [];
  for (const [name, text] of cases) {
    const siteDir = fs.mkdtempSync(path.join(os.tmpdir(), 'judge'));
    for (const [file, content] of [...Object.entries(files), [name, text]]) {
      const whole = path.join(siteDir, file);
      fs.mkdirSync(path.dirname(whole), {recursive: true});
      fs.writeFileSync(whole, content);
    }
    const kind = Object.keys(kinds).find(one => name.startsWith(one + '/'));
    try { results.push(await load(kind, siteDir)); }
    catch (error) { results.push({stops: String((error.cause ?? error).message).split('\n')[0]}); }
    fs.rmSync(siteDir, {recursive: true});
  }
  say('\n@@' + JSON.stringify(results));
})();
"""

DATES = """2021-02-03|2021-02-03T10:00|2021-02-03 10:00|2021-02-03T10:00:00Z|"2021-02-03"
2021-02-03T10:00:00+02:00|"2021-02-03T10:00:00Z"|"2021-02-03T10:00:00+02:00"|"2021-02-03 10:00"
Feb 3, 2021|3 February 2021 10:00|02/03/2021|20210203|"20210203"|1612310400|2021|"2021"|today|""||
{created: 2021-02-03}|[2021-02-03]|2021-2-3|3.5|"3.5"|Feb 3 2021 10:00 GMT|2021-02-03 10:00:00 +0200
2021/02/03|3. Februar 2021|Wed, 03 Feb 2021 10:00:00 GMT|2021-02-03 10:00:00 +02:00|2021-02|soon
"2021-02-03T10:00:00.5Z"|12/31/2021|31/12/2021|2021-12-31T24:00:00|10:30|{}|[]"""

EVERYWHERE = """draft: yes|draft: "true"|draft: "yes"|draft: 1|draft:|draft: TRUE|draft: [true]
draft: true|slug: /|slug: ./a|slug: a/b|slug: 1.5|slug: ""|slug:|slug: /日本|slug: —
title: A b|title: ""|title:|title: [a]|title: true|title: {a: b}|title: 洪水|description:
description: [a]|description: ""|image: /img/x.png|image: ./x.png|image: ""|image: {src: x}|image:
keywords: a, b|keywords: [a, b]|keywords: []|keywords:|last_update: {date: 2021-02-03}
last_update: {date: 1/2/2021, author: Ann}|last_update: 2021-02-03|last_update: {}|foo: bar
hide_table_of_contents:|title: a: b|title: 'a|weight: heavy|- a"""

TAGGED = """tags: news|tags: a, b|tags:|tags: []|tags: [flood, 2021]|tags: нет
tags: [flood, {label: X, permalink: /x}]|title: 5|slug: 5|description: 3|keywords: [1]|id: 5"""

POSTS = """authors: {name: Bo, title: X, url: https://e.example, image_url: /i.png}|authors:
authors: [{name: Bo}]|author: Ann|author: 5|title_meta: [a]"""

DOCUMENTS = """sidebar_position: 2.5|sidebar_label: [a]|sidebar_label: Наводнение|date: today|date:
custom_edit_url: null|displayed_sidebar: null|pagination_next: null|sidebar_class_name:
sidebar_custom_props: {a: 1}|sidebar_custom_props: a|authors: ann|id: x"""

URLS = {
    "blog/2021-02-03-a.md": "title: A",
    "blog/2021/02/03/b.md": "title: A",
    "blog/2021-02-03-c/index.md": "title: A",
    "blog/deep/2021-2-3-d.mdx": "title: A",
    "blog/e/index.md": "title: A",
    "blog/f/g.md": "slug: h/i",
    "blog/überschwemmung.md": "title: A",
    "docs/a/index.md": "title: A",
    "docs/a/README.md": "title: A",
    "docs/a/a.md": "title: A",
    "docs/01-a/02 - b.md": "title: A",
    "docs/8.0-a.md": "title: A",
    "docs/2021-11-a.md": "title: A",
    "docs/a/b.md": "slug: ../c",
    "docs/a/c.md": "slug: /x/",
    "docs/a/d.md": "id: e",
    "docs/a/f.md": "slug: g/",
    "docs/洪水/水.md": "title: A",
}

NOT_SEEN = {("src/pages/a.md", "slug: 1.5")}
"""At this Docusaurus stops and newslint says nothing: a number is a text to the other plugins."""

ELSEWHERE: set[tuple[str, str]] = set()
"""These Docusaurus reads, and newslint calls them errors."""


def _pieces(text: str) -> list[str]:
    return [piece for line in text.splitlines() for piece in line.split("|")]


def _cases() -> Iterator[tuple[str, str]]:
    yield from (("blog/a.md", f"date: {date}") for date in _pieces(DATES))
    for path in ("blog/a.md", "docs/a.md", "src/pages/a.md"):
        yield from ((path, front) for front in _pieces(EVERYWHERE))
    for path in ("blog/a.md", "docs/a.md"):
        yield from ((path, front) for front in _pieces(TAGGED))
    yield from (("blog/a.md", front) for front in _pieces(POSTS))
    yield from (("docs/a.md", front) for front in _pieces(DOCUMENTS))
    yield from URLS.items()


CASES = list(dict.fromkeys(_cases()))


def _judged() -> list[dict[str, Any]]:
    assert PROGRAM is not None
    # no two texts alike: gray-matter remembers one that it could not read as one without keys
    cases = [(path, page(front, f"Text {n}.\n")) for n, (path, front) in enumerate(CASES)]
    files = {"docusaurus.config.js": CONFIG, "package.json": "{}"}
    results: list[dict[str, Any]] = run_node(
        PROGRAM, SCRIPT, {"cases": cases, "files": files}, "--no-warnings"
    )
    return results


@needs_docusaurus
def test_newslint_says_what_docusaurus_does(tmp_path: Path) -> None:
    make(tmp_path, {"docusaurus.config.js": CONFIG})
    made = generator_at(tmp_path)
    judged = dict(zip(CASES, _judged(), strict=True))
    missed, wrong, other, places = set(), set(), {}, 0
    for (path, front), real in judged.items():
        diagnostics = found_in(tmp_path, path, page(front))
        errors = [one.code for one in diagnostics if one.severity == "error"]
        if "stops" in real:
            if not errors:
                missed.add((path, front, real["stops"]))
            continue
        if errors:
            wrong.add((path, front, *errors))
            continue
        foretold = made.page(article(path, page(front), made))
        assert foretold is not None
        mine: dict[str, Any] = {"draft": foretold.draft}
        theirs = {"draft": real["draft"]}
        if foretold.url is not None and not real["draft"]:
            mine["url"], theirs["url"] = foretold.url, real["url"]
        if "date" in real and (front.startswith("date") or "2021" in path):
            mine["date"] = datetime.fromisoformat(dict(foretold.dates)["date"])
            theirs["date"] = datetime.fromisoformat(real["date"])
        if mine != theirs:
            other[path, front] = (mine, theirs)
        places += "url" in mine
    assert places > 100
    assert {case[:2] for case in missed} == NOT_SEEN, missed
    assert {case[:2] for case in wrong} == ELSEWHERE, wrong
    assert other == {}
