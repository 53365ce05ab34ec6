"""slug-vanishes (SLG001): nothing is left of the slug, so the page takes its section's place.

## What it does

Reports a slug of which the target keeps nothing (`—`, `?`, `.`, in Hugo `index` and `-index` too),
and a title of which nothing is left where the page's URL is made from the title. Where the page's
URL is known it decides: `...` is a name, and `+` is none where the site's `permalinks` drop it.

## Why it matters

Hugo publishes the page at the address of its section (`/news/`), where it and the section's own
page overwrite each other, without a word. Others write a file `.html`, which servers hide, or have
nothing to make the name of: a warning.

## Fix

None: only the author knows a name for the page.

## Options

None.

## Source

Measured with Hugo 0.168, 32 slugs, plain, with `[permalinks]` and with `uglyURLs`, and with Jekyll
4.3. A slug of hyphens only counts as none in Hugo: the page then has its usual URL.
"""

from __future__ import annotations

import posixpath

from newslint.rule import (
    Article,
    Context,
    Example,
    Field,
    Iterator,
    NoOptions,
    Precision,
    Problem,
    Rule,
    Scalar,
    Severity,
    replace,
    shorten,
)

_PROBE = "probe"


def check(article: Article, options: NoOptions) -> Iterator[Problem]:
    """At most one problem: for the slug or, where there is none, for the title."""
    slug = article.get("slug")
    if slug is not None and slug.text == "" and _counts_empty(article, slug):
        what, advice = f"{slug.key} is empty and leaves no name for the page", "remove it"
        yield Problem(slug.value.span, what, slug.key, severity="warning", advice=advice)
        return
    if slug is not None and slug.text:
        severity = _severity(article, slug) if _may_vanish(slug.text) else None
        if severity:
            what = f"{slug.key} {shorten(slug.text)} leaves no name for the page"
            advice = "use another slug"
            yield Problem(slug.value.span, what, slug.key, severity=severity, advice=advice)
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


def suspects(scalar: Scalar, options: NoOptions, context: Context) -> bool:
    """A cheap test before the URLs are made."""
    return not scalar.text or _may_vanish(scalar.text)


def _counts_empty(article: Article, slug: Field) -> bool:
    """True where an empty text is taken for the slug, and not for none."""
    is_text = slug.scalar is not None and slug.scalar.kind == "string"
    return is_text and article.generator.needs_text_slug(article)


def _starts_a_name(text: str) -> bool:
    """True for letters and digits, which every target keeps; not for `①`."""
    return text[0].isalpha() or text[0].isdecimal()


def _may_vanish(text: str) -> bool:
    """A cheap test before the URLs are made."""
    return not _starts_a_name(text) or text.strip("-").lower() == "index"


def _severity(article: Article, slug: Field) -> Severity | None:
    """How bad it is that the slug is lost; None where it is not."""
    text, generator = slug.text or "", article.generator
    if not text.strip("/") and generator.slug_is_path is not False:
        return None  # the page of the root
    here, named = _url(article), _url(_with(article, slug, _PROBE))
    worst: Severity = "error" if generator.sections_are_pages else "warning"
    if here is None or named is None:
        return worst if text.strip("-") and generator.slug_vanishes(text) else None
    if here == named or _PROBE not in named:
        return None  # something else than the slug names the page
    return _severity_at(here, named, generator.slug_vanishes(text), worst)


def _severity_at(here: str, named: str, vanishes: bool | None, worst: Severity) -> Severity | None:
    """The same, by the page's URL, and by that with another slug."""
    folder, own = named.rpartition(f"/{_PROBE}")[0], _folder_of(here)
    if own is not None and f"{folder}/".startswith(f"{own}/".replace("//", "/")):
        if worst == "error" or not own:
            return "error"
        return "warning" if vanishes else None
    return "warning" if here.rpartition("/")[2] == ".html" else None


def _url(article: Article) -> str | None:
    page = article.generator.page(article)
    return None if page is None else page.url


def _folder_of(url: str) -> str | None:
    """The folder of which the URL is the own page, without a slash at its end."""
    plain = posixpath.normpath(url)
    if plain.endswith("/index.html") and url[-1] != "/":
        return plain.removesuffix("/index.html")
    return plain.rstrip("/") if url[-1] == "/" else None


def _with(article: Article, field: Field, text: str) -> Article:
    """The same article with another text in a field."""
    scalar = field.scalar
    if scalar is None:
        return article
    probe = field._replace(value=scalar._replace(text=text, kind="string"))
    fields = tuple(probe if own is field else own for own in article.fields)
    by_role = {role: probe if own is field else own for role, own in article.by_role.items()}
    return replace(article, fields=fields, by_role=by_role)


def _names_page(article: Article, title: Field) -> bool:
    """True when another title would give the page another URL."""
    here, named = _url(article), _url(_with(article, title, _PROBE))
    return here is not None and named is not None and here != named


RULE = Rule(
    code="SLG001",
    name="slug-vanishes",
    severity="error",
    preset="default",
    precision=Precision("very-high", note="asked of the real program"),
    fields=("slug", "title"),
    check=check,
    suspects=suspects,
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
slug: -index-
""",
            found=(("3:7-3:14", "slug `-index-` leaves no name for the page; use another slug"),),
        ),
        Example(
            note="A slug that the site's permalinks drop",
            front="""\
title: Flood
slug: "+"
""",
            found=(("3:7-3:10", "slug `+` leaves no name for the page; use another slug"),),
            site={"permalinks": {"news": "/n/:slug/"}},
        ),
        Example(
            note="Three dots are a name, and so are `Index` and what begins with `index`",
            front="""\
title: Flood
slug: ...
""",
        ),
        Example(
            note="An empty text, of which Jekyll makes a file `.html`",
            front="""\
title: Flood
slug: "" # to do
""",
            found=(("3:7-3:9", "slug is empty and leaves no name for the page; remove it"),),
            target="jekyll",
            path="_posts/2025-12-31-a.md",
        ),
        Example(
            note="The home page of the documentation, in a generator that is not known",
            front="""\
title: Flood
slug: /
""",
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
