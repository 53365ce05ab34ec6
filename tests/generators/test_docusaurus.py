"""Docusaurus: what its three plugins refuse, told by the folder of a file; the rest is right."""

from __future__ import annotations

from pathlib import Path

import pytest

from newslint import generators
from newslint.lint import fix as engine
from newslint.text.dates import rfc3339
from tests.support.each import each
from tests.support.hugo_program import article, scalar
from tests.support.setting import settings, source
from tests.support.site_folder import codes, found, found_in, generator_at, make, page

NAME = "docusaurus"
SITE = {"docusaurus.config.ts": "export default {}\n"}
ARTICLES = {
    "blog/2024-03-05-überschwemmung.md": """\
---
title: "Überschwemmung an der Oder: was wir gelernt haben"
description: Ein Rückblick auf drei Wochen im März.
slug: hochwasser-oder
authors:
  - name: Anke Lindner
    title: Redakteurin
    url: https://example.org/lindner
    image_url: /img/lindner.png
tags: [hochwasser, {label: Oder, permalink: /oder}]
image: ./oder.jpg
hide_table_of_contents: false
---

Drei Wochen lang stand das Wasser auf den Wiesen.

<!-- truncate -->

Danach kam der Schlamm.
""",
    "docs/intro.md": """\
---
sidebar_position: 1
slug: /
---

# 使い方

最初のページです。
""",
    "docs/guía/02-instalación.mdx": """\
---
id: instalacion
title: Instalación
sidebar_label: Instalar
sidebar_position: 2.5
keywords: [instalar, paquete]
last_update:
  date: 2024-05-06
  author: Rosa
pagination_next: null
custom_edit_url: null
displayed_sidebar: null
---
import Tabs from '@theme/Tabs';

# Instalación {#inicio}

{frontMatter.title} y <Tabs items={{a: 1}} />

```jsx
<div style={{color: 'red'}}>{% raw %}</div>
```
""",
    "docs/no-front-matter.md": """\
# सीधी शुरुआत

यह पन्ना बिना शीर्ष के है।
""",
    "blog/ships.mdx": """\
---
date: 2024-03-05 18:30
authors: [ann, bo]
draft: true
---
import X from './x';

# 배가 돌아왔다

본문.
""",
    "src/pages/about.md": """\
---
title: About
hide_table_of_contents: true
---

# About

Text of the page.
""",
}


@pytest.mark.parametrize("path", ARTICLES)
def test_nothing_is_said_of_what_is_right(path: str, tmp_path: Path) -> None:
    assert found_in(make(tmp_path, SITE), path, ARTICLES[path]) == []


@pytest.mark.parametrize("path", ARTICLES)
def test_nothing_is_an_error_where_no_generator_is_known(path: str) -> None:
    errors = [one for one in found("generic", path, ARTICLES[path]) if one.severity == "error"]
    assert errors == []


def test_it_is_told_by_its_config(tmp_path: Path) -> None:
    make(tmp_path, SITE)
    assert generator_at(tmp_path / "deep/er").name == NAME


STOPS = [
    ("blog/a.md", 'date: "2021-02-03T10:00:00Z"', "error DAT001"),
    ("blog/a.md", 'date: "Wed, 03 Feb 2021 10:00:00 GMT"', "error DAT001"),
    ("blog/a.md", "date: сегодня", "error DAT001"),
    ("blog/a.md", "date: {created: 2021-02-03}", "error DAT001"),
    ("blog/a.md", "date: 20210203", "error DAT002"),
    ("blog/a.md", "date:", "error SCH007"),
    ("blog/a.md", "draft: yes", "error SCH005"),
    ("blog/a.md", "draft: 1", "error SCH005"),
    ("blog/a.md", "draft:", "error SCH007"),
    ("blog/a.md", "tags: новости", "error SCH008"),
    ("docs/a.md", "tags: a, b", "error SCH008"),
    ("docs/a.md", "tags:", "error SCH007"),
    ("docs/a.md", "title:", "error SCH007"),
    ("docs/a.md", "title: [a, b]", "error SCH007"),
    ("docs/a.md", 'slug: ""', "error SCH007"),
    ("src/pages/a.md", "keywords: 洪水, 火", "error SCH007"),
    ("src/pages/a.md", "last_update: 2021-02-03", "error SCH007"),
    ("docs/a.md", "sidebar_label: [a]", "error SCH007"),
    ("docs/a.md", "title: a: b", "error FMT008"),
    ("docs/a.md", "title: A\\ntitle: B", "error FMT013"),
]


@each(("path", "front", "said"), STOPS)
def test_what_stops_the_build_is_an_error(path: str, front: str, said: str) -> None:
    assert codes(found(NAME, path, page(front))) == [said]


RIGHT = [
    ("docs/a.md", "date: today"),
    ("docs/a.md", "date:"),
    ("src/pages/a.md", "tags:"),
    ("docs/a.md", "slug: ../up"),
    ("docs/a.md", "slug: /"),
    ("docs/a.md", "slug: 5"),
    ("docs/a.md", 'title: ""'),
    ("docs/a.md", "weight: heavy"),
    ("docs/a.md", 'draft: "true"'),
    ("blog/a.md", "date: Feb 3, 2021"),
    ("blog/a.md", "date: 2021-02-03 10:00"),
    ("blog/a.md", "authors: [ann, {name: Bo}]"),
    ("blog/a.md", "tags: [{label: 洪水, permalink: /flood}]"),
]


@pytest.mark.parametrize(("path", "front"), RIGHT)
def test_what_it_reads_is_right(path: str, front: str) -> None:
    assert found(NAME, path, page(front)) == []


def test_quotes_around_a_date_are_removed() -> None:
    text = page('date: "2021-02-03T10:00:00Z" # Sabah')
    made = engine.fix(source(text), "blog/a.md", "a.md", settings(generator=NAME), unsafe=True)
    assert "date: 2021-02-03T10:00:00Z # Sabah\n" in made.text


DATES = [
    ("2021-02-03", "2021-02-03T00:00:00Z"),
    ("2021-02-03T10:00", "2021-02-03T10:00:00Z"),
    ("2021-02-03 10:00:00 +0200", "2021-02-03T10:00:00Z"),
    ("2021-02-03 10:00:00 +02:00", "2021-02-03T10:00:00+02:00"),
    ("Feb 3, 2021", "2021-02-03T00:00:00Z"),
    ("3. Februar 2021", "2021-02-03T00:00:00Z"),
]


@pytest.mark.parametrize(("text", "moment"), DATES)
def test_dates_are_in_utc(text: str, moment: str) -> None:
    made = generators.load(NAME)
    reading = made.date(scalar(text, plain=True, target=made), "America/New_York")
    assert reading is not None
    assert rfc3339(reading) == moment


CONFIG = "module.exports = {\n  baseUrl: '/',\n  presets: ['classic'],\n};\n"
URLS = [
    ("blog/2021-02-03-a.md", "title: A", "/blog/2021/02/03/a"),
    ("blog/2021/02/03/b.md", "title: A", "/blog/2021/02/03/b"),
    ("blog/2021-02-03-c/index.md", "title: A", "/blog/2021/02/03/c"),
    ("blog/d.md", "slug: /x", "/blog/x"),
    ("blog/d.md", "slug: x", "/blog/x"),
    ("docs/a.md", "title: A", "/docs/a"),
    ("docs/01-a/02-b.md", "title: A", "/docs/a/b"),
    ("docs/a/index.md", "title: A", "/docs/a/"),
    ("docs/a/a.md", "title: A", "/docs/a/"),
    ("docs/a/c.md", "slug: d", "/docs/a/d"),
    ("docs/a/c.md", "slug: ../d", "/docs/d"),
    ("docs/a/c.md", "slug: /", "/docs/"),
    ("docs/a/c.md", "id: e", "/docs/a/e"),
    ("docs/8.0-a.md", "title: A", "/docs/8.0-a"),
    ("src/pages/a.md", "title: A", None),
]


@pytest.mark.parametrize(("path", "front", "url"), URLS)
def test_urls(path: str, front: str, url: str | None, tmp_path: Path) -> None:
    made = generator_at(make(tmp_path, {"docusaurus.config.js": CONFIG}))
    foretold = made.page(article(path, page(front), made))
    assert foretold is not None
    assert foretold.url == url


@pytest.mark.parametrize(
    "config",
    [
        "module.exports = {baseUrl: process.env.BASE, presets: []};",
        "module.exports = {baseUrl: '/', docs: {routeBasePath: '/'},};",
        "module.exports = {baseUrl: '/', docs: {path: 'pages'},};",
        "module.exports = {baseUrl: '/', docs: {path: join(a, b)},};",
    ],
)
def test_where_the_config_says_more_no_url_is_known(config: str, tmp_path: Path) -> None:
    made = generator_at(make(tmp_path, {"docusaurus.config.js": config}))
    foretold = made.page(article("docs/a.md", page("title: A"), made))
    assert foretold is not None
    assert foretold.url is None


def test_folders(tmp_path: Path) -> None:
    config = "export default {docs: {path: 'handbook/'}, plugins: [['x', {path: './news'}]]}"
    made = generator_at(make(tmp_path, {"docusaurus.config.ts": config}))
    assert made.content[-2:] == ("handbook", "news")
    (tmp_path / "docusaurus.config.ts").write_text("export default {docs: {path: '../docs'}}")
    assert generator_at(tmp_path).content == ()


def test_authors_and_tags_that_the_site_does_not_list(tmp_path: Path) -> None:
    lists = {
        "blog/authors.yml": "ann:\n  name: Ann Lee\nболек:\n  name: Болек\n",
        "blog/tags.yml": "flood:\n  label: Flood\n",
    }
    make(tmp_path, {"docusaurus.config.js": CONFIG, **lists})
    front = "authors: [ann, болек, bo]\ntags: [flood, fire]"
    (one, two) = found_in(tmp_path, "blog/a.md", page(front))
    assert one.message == "authors contains `bo`, which is not in the site's list of authors"
    assert two.message == "tags contains `fire`, which is not in the site's list of tags"
    assert (one.severity, two.severity) == ("error", "warning")
    assert found_in(tmp_path, "blog/b.md", page("authors: ann\ntags: [flood]")) == []
    (tmp_path / "blog/authors.yml").unlink()
    assert found_in(tmp_path, "blog/b.md", page("authors: someone")) == []
