"""slug-percent-encoded (SLG008): the page is at an address with escapes, and not found there.

## What it does

Reports escapes such as `%E4%B8%AD` in the slug, the `url` and the aliases, where the target makes
them a part of the file's name, and a `%` in the `url` that escapes nothing. A slug is left alone
where the site's `permalinks` place the page: Hugo decodes it there.

## Why it matters

Hugo writes the page into a folder that is called `%e4%b8%ad` and links to `/%e4%b8%ad/`. A browser
that follows the link asks for the folder `中`, and the server answers 404. At `url: /100%/` Hugo
stops.

## Fix

Writes the letters that the escapes stand for: unsafe, as the page moves. None for escapes that are
not UTF-8, and for those of `/`, `?`, `#` and `%`, which a path cannot have as letters.

## Options

None.

## Source

RFC 3986, section 2.1. Measured with Hugo 0.168: built, and asked for over HTTP.
"""

from __future__ import annotations

from urllib.parse import unquote

from newslint.rule import (
    Article,
    Example,
    Field,
    Fix,
    Iterator,
    NoOptions,
    Precision,
    Problem,
    Rule,
    Scalar,
    SetScalar,
    Severity,
    shorten,
)
from newslint.text.regex import regex

_ESCAPES = regex(r"(?:%[0-9A-Fa-f]{2})+")
_LONE = regex(r"%(?![0-9A-Fa-f]{2})")
_NOT_IN_A_PATH = regex(r"[/?#%\x00-\x1f\x7f\\\ufffd]")


def check(article: Article, options: NoOptions) -> Iterator[Problem]:
    """One problem for the slug or the URL, and one for each alias."""
    if not article.generator.keeps_escapes:
        return
    url, slug = article.get("url"), article.get("slug")
    own = url if url is not None and not url.empty else slug
    if own is not None and own.scalar is not None and "%" in own.scalar.text:
        yield from _of_page(article, own, own.scalar)
    aliases = article.get("aliases")
    if aliases is None:
        return
    for scalar in aliases.scalars:
        if "://" not in scalar.text and _ESCAPES.search(scalar.text):
            what = f"{aliases.key} contains {shorten(scalar.text)}, which is percent-encoded"
            yield _problem(article, aliases, scalar, f"{what} and not found", "error")


def _of_page(article: Article, field: Field, scalar: Scalar) -> Iterator[Problem]:
    if field.role == "url" and _LONE.search(scalar.text):
        what = f"{field.key} {shorten(scalar.text)} has a `%` at which"
        what += f" {article.generator.title} stops"
        yield Problem(scalar.span, what, field.key, advice="remove the `%`")
        return
    severity = _severity(article, field) if _ESCAPES.search(scalar.text) else None
    if severity:
        what = f"{field.key} {shorten(scalar.text)} is percent-encoded"
        known = severity == "error"
        what += ", so the page is not found" if known else ", and the page may not be found"
        yield _problem(article, field, scalar, what, severity)


def _severity(article: Article, field: Field) -> Severity | None:
    """None where the page's URL shows that the slug was decoded; a warning where none is known."""
    if field.role != "slug":
        return "error"
    page = article.generator.page(article)
    if page is None or page.url is None:
        return "warning"
    return "error" if _ESCAPES.search(page.url) else None


def _problem(
    article: Article, field: Field, scalar: Scalar, what: str, severity: Severity
) -> Problem:
    clean = _decoded(scalar.text)
    if clean is not None and field.role == "slug":
        clean = article.generator.slug(clean) or clean
    if clean is None:
        return Problem(scalar.span, what, field.key, severity=severity, advice="remove the escapes")
    fix = Fix(
        f"Write {shorten(clean)}",
        (SetScalar(scalar, clean),),
        safe=False,
        why="the address is another one then",
    )
    advice = f"change it to {shorten(clean)}"
    return Problem(scalar.span, what, field.key, fix, severity, advice=advice)


def _decoded(text: str) -> str | None:
    """The text without escapes; None where one of them cannot be a letter of a path."""
    for found in _ESCAPES.findall(text):
        if _NOT_IN_A_PATH.search(unquote(found, errors="replace")):
            return None
    return _ESCAPES.sub(lambda found: unquote(found[0]), text)


RULE = Rule(
    code="SLG008",
    name="slug-percent-encoded",
    severity="error",
    preset="default",
    precision=Precision("very-high", note="asked of the real program"),
    fields=("slug", "url", "aliases"),
    needs=("keeps_escapes",),
    check=check,
    suspects="%",
    examples=(
        Example(
            note="A Chinese slug as a browser copies it, with a comment",
            front="""\
title: 中
slug: '%E4%B8%AD' # copied
""",
            found=(
                (
                    "3:7-3:18",
                    (
                        "slug `%E4%B8%AD` is percent-encoded, so the page is not found; "
                        "change it to `中`"
                    ),
                ),
            ),
            front_after="""\
title: 中
slug: '中' # copied
""",
            unsafe=True,
        ),
        Example(
            note="The page's path, and an alias of WordPress",
            front="""\
title: Überflutung
url: /wetter/%C3%BCberflutung/
aliases:
  - /2019/03/%C3%BCberflutung/ # old site
  - /2019/04/
""",
            found=(
                (
                    "3:6-3:31",
                    (
                        "url `/wetter/%C3%BCberflutung/` is percent-encoded, so the page is not "
                        "found; change it to `/wetter/überflutung/`"
                    ),
                ),
                (
                    "5:5-5:31",
                    (
                        "aliases contains `/2019/03/%C3%BCberflutung/`, which is percent-encoded "
                        "and not found; change it to `/2019/03/überflutung/`"
                    ),
                ),
            ),
            front_after="""\
title: Überflutung
url: /wetter/überflutung/
aliases:
  - /2019/03/überflutung/ # old site
  - /2019/04/
""",
            unsafe=True,
        ),
        Example(
            note="A site of which nothing is known",
            front="""\
title: A
slug: caf%C3%A9
""",
            found=(
                (
                    "3:7-3:16",
                    (
                        "slug `caf%C3%A9` is percent-encoded, and the page may not be found; "
                        "change it to `café`"
                    ),
                ),
            ),
            front_after="""\
title: A
slug: café
""",
            unsafe=True,
            site=None,
        ),
        Example(
            note="Escapes that cannot be letters of a path",
            front="""\
title: A
slug: a%2Fb
""",
            found=(
                (
                    "3:7-3:12",
                    (
                        "slug `a%2Fb` is percent-encoded, so the page is not found; "
                        "remove the escapes"
                    ),
                ),
            ),
        ),
        Example(
            note="A percent sign in the page's path",
            front="""\
title: A
url: /100%/
""",
            found=(("3:6-3:12", "url `/100%/` has a `%` at which Hugo stops; remove the `%`"),),
        ),
        Example(
            note="Where permalinks place the page the slug is decoded",
            front="""\
title: 中
slug: "%E4%B8%AD"
""",
            site={"permalinks": {"news": "/n/:slug/"}},
        ),
        Example(
            note="A percent sign that escapes nothing",
            front="""\
title: A
slug: 100%-off
""",
        ),
        Example(
            note="Another target decodes it",
            front="""\
title: 中
permalink: /%E4%B8%AD/
""",
            target="jekyll",
            path="_posts/2024-01-02-a.md",
        ),
    ),
)
