"""Keys inside a table that play a role or hold terms: Zola's `taxonomies` and `extra`, Hugo's
`params`, and what a config names with dots."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

import pytest

from newslint.frontmatter import CannotRender, crosscheck, render
from newslint.frontmatter.read import read_article
from newslint.lint import fix as engine
from newslint.lint.proof import prove
from newslint.model.changes import DeleteItem, DeleteKey, InsertKey, SetList, SetScalar
from newslint.model.spans import apply_edits
from newslint.site_article import Article
from tests.support.each import each
from tests.support.setting import line, settings, source


def read(text: str, generator: str = "zola", data: Mapping[str, Any] | None = None) -> Article:
    return read_article(source(text), "content/a.md", settings(data, generator=generator))


ZOLA = {
    "a table": '+++\n[taxonomies]\ntags = ["b", "b"]\n[extra]\nlink = "https://x.org/a"\n+++\n',
    "dotted keys": '+++\ntaxonomies.tags = ["b", "b"]\nextra.link = "https://x.org/a"\n+++\n',
    "one line": '+++\ntaxonomies = { tags = ["b", "b"] }\nextra = {link = "https://x.org/a"}\n+++\n',
    "YAML": "---\ntaxonomies:\n  tags: [b, b]\nextra:\n  link: https://x.org/a\n---\n",
    "YAML flow": "---\ntaxonomies: {tags: [b, b]}\nextra: {link: https://x.org/a}\n---\n",
}


@pytest.mark.parametrize("text", ZOLA.values(), ids=ZOLA.keys())
def test_roles_and_terms_of_zola(text: str) -> None:
    article = read(text)
    (tags,) = article.terms()
    assert (tags.key, tags.role, [one.text for one in tags.scalars]) == ("tags", "tags", ["b", "b"])
    assert article.get("tags") == tags
    link = article.by_role["link"]
    assert (link.key, link.text) == ("link", "https://x.org/a")
    assert [field.key for field in article.fields] == ["taxonomies", "extra"]


@pytest.mark.parametrize("text", ZOLA.values(), ids=ZOLA.keys())
def test_reports_and_fixes_in_tables(text: str) -> None:
    made = settings({"select": ["TAG001"]}, generator="zola")
    (found,) = engine.check(source(text), "content/a.md", "a.md", made)
    start = text.index("b", text.index("tags") + 4)
    place = text.index("b", start + 1) - (text[start - 1] == '"')
    row = text.count("\n", 0, place) + 1
    column = place - text.rfind("\n", 0, place)
    assert (found.start.row, found.start.column) == (row, column)
    assert found.text == "tags repeats `b`; keep one"
    done = engine.fix(source(text), "content/a.md", "a.md", made, unsafe=True)
    assert done.text == text.replace('["b", "b"]', '["b"]').replace("[b, b]", "[b]")
    assert done.left == ()
    safe = engine.fix(source(text), "content/a.md", "a.md", made, unsafe=False)
    assert (safe.text, [d.code for d in safe.left]) == (text, ["TAG001"])


def test_every_taxonomy_of_zola_holds_terms() -> None:
    article = read(
        '+++\n[taxonomies]\nAuthors = ["Ana"]\nplaces = ["Rom"]\n[extra]\nx = ["y"]\n+++\n'
    )
    assert [field.key for field in article.terms()] == ["Authors", "places"]
    assert article.get("author") is None  # that is the role of another key


def test_the_first_key_of_a_role_wins() -> None:
    text = "---\nlink: /top\nextra:\n  source_url: /b\n  Link: /a\n---\n"
    assert read(text).by_role["link"].text == "/a"
    text = "---\nlink: /top\nextra:\n  source_url: /b\n---\n"
    assert read(text).by_role["link"].text == "/b"
    assert read(text, "generic").by_role["link"].text == "/top"


def test_params_of_hugo_win_over_the_top_level() -> None:
    text = "---\ntitle: T\nlink: /top\nparams:\n  link: /a\n  title: no\n---\n"
    article = read(text, "hugo")
    assert (article.by_role["link"].text, article.by_role["title"].text) == ("/a", "T")


FIELDS = {"link": {"key": "Meta.Origin.href", "required": True}, "tags": {"key": "meta.tags"}}


def test_a_config_names_keys_with_dots() -> None:
    text = "---\nlink: /top\nmeta:\n  tags: [a, a]\n  origin: {HREF: /a}\n---\n"
    article = read(text, "generic", {"fields": FIELDS})
    assert article.by_role["link"].text == "/a"
    assert [field.key for field in article.terms()] == ["tags"]
    assert article.context.tables == {"meta", "meta.origin"}


def test_a_required_key_in_a_table() -> None:
    made = settings({"fields": FIELDS, "select": ["SCH001"]}, generator="generic")
    text = "---\ntitle: T\nmeta:\n  origin:\n    href:%s\n---\n"
    found = engine.check(source(text % " https://x.org"), "a.md", "a.md", made)
    assert found == ()
    found = engine.check(source(text % ""), "a.md", "a.md", made)
    assert [line(d) for d in found] == ["5:5-5:9 href is empty but required; give it a value"]
    found = engine.check(source("---\ntitle: T\n---\n"), "a.md", "a.md", made)
    assert [line(d) for d in found] == [
        "1:1-1:4 Meta.Origin.href is missing but required; add it with a value"
    ]


CHANGES = [
    (
        '+++\n[taxonomies]\ntags = "a" # c\n+++\n',
        lambda a: SetList(a.by_role["tags"], ("a", "b")),
        '+++\n[taxonomies]\ntags = ["a", "b"] # c\n+++\n',
    ),
    (
        "---\ntaxonomies:\n  tags: 'a' # c\n---\n",
        lambda a: SetList(a.by_role["tags"], ("a", "b")),
        "---\ntaxonomies:\n  tags: ['a', 'b'] # c\n---\n",
    ),
    (
        "+++\n[extra]\nlink   = '/a' # c\n\n[extra.more]\nx = 1\n+++\n",
        lambda a: InsertKey(a.by_role["link"], "source", "S"),
        "+++\n[extra]\nlink   = '/a' # c\nsource = 'S'\n\n[extra.more]\nx = 1\n+++\n",
    ),
    (
        "+++\nextra.link = '/a' # c\nextra.x = 1\n+++\n",
        lambda a: InsertKey(a.by_role["link"], "source", "S"),
        "+++\nextra.link = '/a' # c\nextra.source = 'S'\nextra.x = 1\n+++\n",
    ),
    (
        "---\nextra:\n    link: '/a' # c\n    x: 1\n---\n",
        lambda a: InsertKey(a.by_role["link"], "source", "S"),
        "---\nextra:\n    link: '/a' # c\n    source: 'S'\n    x: 1\n---\n",
    ),
    (
        "+++\n[extra]\nlink = '/a' # c\nx = 1 # d\n+++\n",
        lambda a: DeleteKey(a.by_role["link"]),
        "+++\n[extra]\nx = 1 # d\n+++\n",
    ),
    (
        "+++\nextra.x = 1\nextra.link = '/a' # c\ntitle = 'T'\n+++\n",
        lambda a: DeleteKey(a.by_role["link"]),
        "+++\nextra.x = 1\ntitle = 'T'\n+++\n",
    ),
    (
        "---\nextra:\n  x: |\n    a\n  link: /a # c\n---\n",
        lambda a: DeleteKey(a.by_role["link"]),
        "---\nextra:\n  x: |\n    a\n---\n",
    ),
    (
        "---\nextra: {link: /a, x: 1} # c\n---\n",
        lambda a: DeleteKey(a.by_role["link"]),
        "---\nextra: {x: 1} # c\n---\n",
    ),
    (
        "---\nextra: {x: 1, link: '/a'} # c\n---\n",
        lambda a: InsertKey(a.by_role["link"], "source", "S, T"),
        "---\nextra: {x: 1, link: '/a', source: 'S, T'} # c\n---\n",
    ),
    (
        "---\nextra: {\n  link: /a, # c\n  x: 1\n  }\n---\n",
        lambda a: InsertKey(a.by_role["link"], "source", "S"),
        "---\nextra: {\n  link: /a, # c\n  source: S,\n  x: 1\n  }\n---\n",
    ),
    (
        "---\nextra:\n  link: >-\n    /a\n---\n",
        lambda a: SetScalar(a.by_role["link"].value, "/b"),
        "---\nextra:\n  link: >-\n    /b\n---\n",
    ),
    (
        "+++\n[taxonomies]\ntags = [\n  'a', # one\n  'b', # two\n]\n+++\n",
        lambda a: DeleteItem(a.by_role["tags"].value, 1),
        "+++\n[taxonomies]\ntags = [\n  'a', # one\n]\n+++\n",
    ),
]


@each("ending", ["\n", "\r\n"])
@each(("before", "change", "after"), CHANGES)
def test_changes_in_tables(before: str, change: Any, after: str, ending: str) -> None:
    article = read(before.replace("\n", ending))
    made = change(article)
    edits = render(article, [made])
    text = apply_edits(article.text, edits)
    assert text == after.replace("\n", ending)
    changed = read(text)
    assert prove(article, changed, [made]) is None
    assert crosscheck(changed) is not None


def test_a_change_that_the_proof_does_not_know_of() -> None:
    article = read("---\nextra:\n  link: /a\n  x: 1\n---\n")
    other = read("---\nextra:\n  link: /a\n  source: S\n  x: 2\n---\n")
    change = InsertKey(article.by_role["link"], "source", "S")
    assert prove(article, other, [change]) == "`extra` would not read as intended"


REFUSED = [
    '+++\nextra = { link = "/a" }\n+++\n',
    "+++\n[extra.link]\nx = 1\n+++\n",
    "---\nextra:\n  link: /a\n  source: b\n---\n",
    "+++\nextra.link = '/a'\nextra.source = 'b'\n+++\n",
]


@pytest.mark.parametrize("text", REFUSED)
def test_what_cannot_be_made_exactly_is_not_offered(text: str) -> None:
    article = read(text)
    with pytest.raises(CannotRender):
        render(article, [InsertKey(article.by_role["link"], "source", "S")])


@pytest.mark.parametrize(
    "text",
    [
        "+++\n[extra]\nlink = '/a'\n+++\n",
        "+++\nextra = { link = '/a', x = 1 }\n+++\n",
        "---\nextra:\n  link: /a\n---\n",
        "---\nextra: {link: /a}\n---\n",
    ],
)
def test_the_last_key_of_a_table_stays(text: str) -> None:
    article = read(text)
    with pytest.raises(CannotRender):
        render(article, [DeleteKey(article.by_role["link"])])


def test_a_value_behind_an_alias_is_not_changed() -> None:
    text = "---\nx: &a {tags: [b, b]}\ntaxonomies: *a\n---\n"
    made = settings({"select": ["TAG001"]}, generator="zola")
    done = engine.fix(source(text), "content/a.md", "a.md", made, unsafe=True)
    assert (done.text, [d.code for d in done.left]) == (text, ["TAG001"])
