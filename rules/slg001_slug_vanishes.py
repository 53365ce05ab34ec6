"""slug-vanishes (SLG001): nothing is left of the slug, so the page takes its section's place.

## What it does

Reports a slug of which the target keeps nothing (`—`, `?`, `.`), the slug `index`, and a title of
which nothing is left where the page's URL is made from the title.

## Why it matters

Hugo publishes the page at the address of its section (`/news/`), where it and the section's own
page overwrite each other, without a word. Other generators write an `index.html` there too.

## Fix

None: only the author knows a name for the page.

## Options

None.

## Source

Measured with Hugo 0.168, with and without `[permalinks]`. A slug of hyphens only counts as none
there: the page then has its usual URL.
"""

from __future__ import annotations

from dataclasses import replace

from newslint.rule import (
    Article,
    Example,
    Field,
    Iterator,
    NoOptions,
    Problem,
    Rule,
    Severity,
    shorten,
)


def check(article: Article, options: NoOptions) -> Iterator[Problem]:
    """At most one problem: for the slug or, where there is none, for the title."""
    slug = article.get("slug")
    if slug is not None and slug.text:
        if _lost(slug.text, article):
            what = f"{slug.key} {shorten(slug.text)} leaves no name for the page"
            severity: Severity | None = None if article.generator.title else "warning"
            yield Problem(
                slug.value.span, what, slug.key, severity=severity, advice="use another slug"
            )
        return
    title = article.get("title")
    if (
        title is None
        or not title.text
        or _starts_a_name(title.text)
        or not article.generator.slug_vanishes(title.text)
    ):
        return
    if _names_page(article, title):
        what = f"{title.key} {shorten(title.text)} leaves no name for the page"
        yield Problem(title.value.span, what, title.key, advice="add a slug")


def _starts_a_name(text: str) -> bool:
    """True for letters and digits, which every target keeps; not for `①`."""
    return text[0].isalpha() or text[0].isdecimal()


def _lost(text: str, article: Article) -> bool:
    generator = article.generator
    if generator.slug_is_path or (not generator.title and not text.strip("/")):
        return False
    if text == "index":
        return True
    if _starts_a_name(text) or not text.strip("-"):
        return False
    return article.generator.slug_vanishes(text) is True


def _names_page(article: Article, title: Field) -> bool:
    """True when another title would give the page another URL."""
    scalar = title.scalar
    if scalar is None:
        return False
    probe = title._replace(value=scalar._replace(text="probe"))
    fields = tuple(probe if field is title else field for field in article.fields)
    named = replace(article, fields=fields, by_role={**article.by_role, "title": probe})
    here, there = article.generator.page(article), article.generator.page(named)
    return here is not None and there is not None and here.url != there.url


RULE = Rule(
    code="SLG001",
    name="slug-vanishes",
    severity="error",
    presets=("default", "news"),
    fields=("slug", "title"),
    check=check,
    examples=(
        Example(
            note="The first page, where Docusaurus may build the site",
            before="---\ntitle: Ana sayfa\nslug: /\n---\nMetin.\n",
            target="generic",
        ),
        Example(
            note="A dash of which nothing is left, with a comment",
            front="""\
title: Flood
slug: "—"  # to do
""",
            found=(("3:7-3:10", "slug `—` leaves no name for the page; use another slug"),),
        ),
        Example(
            note="The name of the section's own page",
            front="""\
title: Flood
slug: index
""",
            found=(("3:7-3:12", "slug `index` leaves no name for the page; use another slug"),),
            target="generic",
        ),
        Example(
            note="A title of which nothing is left, where the URL is made from it",
            front="""\
title: "???"
""",
            found=(("2:8-2:13", "title `???` leaves no name for the page; add a slug"),),
            site={"permalinks": {"news": "/news/:slug/"}},
        ),
        Example(
            note="The same title where the file gives the page its name",
            front="""\
title: "???"
""",
        ),
        Example(
            note="Letters of any script are a name, and so is what is left of `Index!`",
            front="""\
title: Flood
slug: 台風
""",
        ),
    ),
)
