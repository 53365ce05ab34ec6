"""slug-traversal (SLG002): a slug leads out of its folder or is more than a name.

## What it does

Reports a slug with a `..` part, a backslash or a scheme (`https:`), and in Hugo the ending `.html`:
an error for `index.html`, else a note. A slash inside or at the start is the style of some sites,
and so is the ending where the site's `permalinks` place the page.

Where a whole site does so, the ending is a habit: its pages have been at such addresses for long.

## Why it matters

`../x` publishes the page one level up, `https://x.org/y` in the folders `https/x.org/y`, `a.html`
in a folder of that name; a backslash becomes a part of the file's name. At `index.html`, which is
the section's own page, Hugo stops.

## Fix

The slug without these parts: unsafe, as the page moves. None for the ending: the page has an
address that works, and others may link to it.

## Options

- `allow-slash` (default true): a slash in the slug is right.

## Source

Measured with Hugo 0.168, with and without `[permalinks]`: 14 slugs, built and asked for over HTTP.
"""

from __future__ import annotations

import re

from newslint.rule import (
    Article,
    Context,
    Example,
    Fix,
    Iterator,
    NamedTuple,
    Precision,
    Problem,
    Rule,
    Scalar,
    SetScalar,
    Severity,
    shorten,
)
from newslint.text.words import cut_tail


class Options(NamedTuple):
    """Slashes inside a slug are right when `allow_slash`."""

    allow_slash: bool = True


def check(article: Article, options: Options) -> Iterator[Problem]:
    """At most one problem, for the worst that the slug does."""
    field = article.get("slug")
    scalar = field.scalar if field is not None and field.text else None
    if field is None or scalar is None or not suspects(scalar, options, article.context):
        return
    text, tail = cut_tail(scalar.text, scalar.style)
    if not text.strip("./\\"):
        return  # slug-vanishes' business
    found = _found(text, options, article.generator.slug_is_path) or _habit(article, text)
    if found:
        words, advice, severity = found
        what = f"{field.key} {shorten(text)} {words}"
        clean = (
            _clean(text, options) if _found(text, options, article.generator.slug_is_path) else ""
        )
        change = SetScalar(scalar, clean + tail)
        fix = (
            Fix(
                f"Write {shorten(clean)}",
                (change,),
                safe=False,
                why="another address may have been meant",
            )
            if clean
            else None
        )
        meant = severity == "info"
        form = "ending" if meant else ""
        problem = Problem(scalar.span, what, field.key, fix, severity, advice=advice)
        yield problem._replace(form=form, habit=meant)


def suspects(scalar: Scalar, options: Options, context: Context) -> bool:
    """True for what is more than a name."""
    return "." in scalar.text or "/" in scalar.text or "\\" in scalar.text


def _habit(article: Article, text: str) -> tuple[str, str, Severity] | None:
    """What may be meant: the page has an address that works, and must not move."""
    generator = article.generator
    if not generator.slug_is_folder or not text.lower().endswith((".html", ".htm")):
        return None
    page = generator.page(article)
    if page is not None and page.url is not None and not _by_folder(article, page.url, text):
        return None
    if text.lower() == "index.html":
        words = f"is the section's own file, and {generator.title} stops"
        return words, "use another slug", "error"
    return "creates a folder of that name", "remove the ending", "info"


def _by_folder(article: Article, url: str, slug: str) -> bool:
    """True for a URL that is made of the file's folder, and not by the site's `permalinks`."""
    folder = article.path.rpartition("/")[0].partition("/")[2]
    return url.strip("/").casefold() == f"{folder}/{slug}".strip("/").casefold()


def _found(text: str, options: Options, is_path: bool | None) -> tuple[str, str, Severity] | None:
    if "://" in text:
        return "is a whole URL", "use only the last part of it", "warning"
    if ".." in text.replace("\\", "/").split("/") and is_path is not True:
        return "leads out of its folder", "remove the `..`", "warning"
    if "\\" in text:
        return "contains a backslash", "use a hyphen", "warning"
    if "/" in text and not options.allow_slash:
        return "contains a slash", "use a hyphen", "warning"
    return None


def _clean(text: str, options: Options) -> str:
    path = re.sub(r"^.*://[^/]*", "", text) if "://" in text else text
    parts = [part for part in path.replace("\\", "/").split("/") if part.strip(". ")]
    if "://" in text:
        parts = parts[-1:]
    joined = ("/" if options.allow_slash and "\\" not in text else "-").join(parts)
    return re.sub(r"\.html?$", "", joined.partition("?")[0], flags=re.IGNORECASE)


RULE = Rule(
    code="SLG002",
    name="slug-traversal",
    severity="warning",
    habit=True,
    preset="default",
    precision=Precision("very-high", note="asked of the real program"),
    fields=("slug",),
    check=check,
    suspects=suspects,
    options=Options,
    examples=(
        Example(
            note="A path from the document's own folder, as Docusaurus reads it",
            before="---\ntitle: 洪水\nslug: ../flood\n---\nText.\n",
            target="docusaurus",
            path="docs/a/b.md",
        ),
        Example(
            note="Out of the section, with odd quotes and a comment",
            front="""\
title: Flood
slug: '../überflutung'   # moved
""",
            found=(("3:7-3:23", "slug `../überflutung` leads out of its folder; remove the `..`"),),
            front_after="""\
title: Flood
slug: 'überflutung'   # moved
""",
            unsafe=True,
        ),
        Example(
            note="A whole URL",
            front="""\
title: Flood
slug: https://example.org/news/flood.html?id=1
""",
            found=(
                (
                    "3:7-3:47",
                    (
                        "slug `https://example.org/news/flood.html?id=1` is a whole URL; "
                        "use only the last part of it"
                    ),
                ),
            ),
            front_after="""\
title: Flood
slug: flood
""",
            unsafe=True,
        ),
        Example(
            note="The ending of a file",
            front="""\
title: Flood
slug: flood.html
""",
            found=(
                (
                    "3:7-3:17",
                    "slug `flood.html` creates a folder of that name; remove the ending",
                ),
            ),
        ),
        Example(
            note="The ending of a file, on a site whose permalinks place the page",
            front="""\
title: Flood
slug: flood.html
""",
            site={"permalinks": {"news": ":slug"}},
        ),
        Example(
            note="The file of the section's own page",
            front="""\
title: Flood
slug: index.html
""",
            found=(
                (
                    "3:7-3:17",
                    (
                        "slug `index.html` is the section's own file, and Hugo stops; "
                        "use another slug"
                    ),
                ),
            ),
        ),
        Example(
            note="A slash at the start makes no other URL",
            front="""\
title: Flood
slug: /flood
""",
        ),
        Example(
            note="A backslash and a slash at the start",
            front="""\
title: Flood
slug: "/news\\\\flood"
""",
            found=(("3:7-3:21", "slug `/news\\flood` contains a backslash; use a hyphen"),),
            front_after="""\
title: Flood
slug: "news-flood"
""",
            unsafe=True,
        ),
        Example(
            note="A slash inside, dots in a version number",
            front="""\
title: Flood
slug: 2025/hugo-0.168...now
""",
        ),
        Example(
            note="A site that wants no slash inside",
            front="""\
title: Flood
slug: weather/flood
""",
            found=(("3:7-3:20", "slug `weather/flood` contains a slash; use a hyphen"),),
            front_after="""\
title: Flood
slug: weather-flood
""",
            unsafe=True,
            options={"allow-slash": False},
        ),
    ),
)
