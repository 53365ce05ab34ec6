"""slug-noncanonical (SLG003): the slug is not what the page's address will show.

## What it does

Compares the slug with the target's own form of it. Hugo writes it in lower case, a hyphen for
blanks, and drops punctuation: `Moscow–Tehran: ties` becomes `moscowtehran-ties`. Where only the
letter case differs the report is a note. Non-ASCII letters, `_` and `/` are right.

## Why it matters

What is searched for, linked and compared is the slug in the file, and it is not the address.

## Fix

Writes the form that the address has, so the page stays where it is: safe when the site's config
was read. What the options ask for moves the page and is unsafe.

## Options

- `ascii` (default false): ask for ASCII letters; accents go, other letters are left to you.
- `hyphens` (default false): ask for single hyphens between words instead of `_` and `--`.

## Source

Hugo, `paths.Sanitize`; measured with Hugo 0.168.
"""

from __future__ import annotations

import re

from newslint.rule import (
    Article,
    Example,
    Field,
    Fix,
    Iterator,
    Problem,
    Rule,
    SetScalar,
    Severity,
    dataclass,
    shorten,
)
from newslint.text.slugs import strip_accents, vanishes


@dataclass(frozen=True, slots=True)
class Options:
    """A site's own rules for slugs, on top of the target's."""

    ascii: bool = False
    hyphens: bool = False


def check(article: Article, options: Options) -> Iterator[Problem]:
    """At most one problem: the target's form first, then the site's own rules."""
    field = article.get("slug")
    text = field.text if field is not None else None
    if field is None or not text or ".." in text or "\\" in text or "://" in text:
        return
    form = article.context.target.slug(text)
    if form is not None and form != text:
        if not vanishes(text):
            yield _problem(field, text, form)
    elif options.ascii or options.hyphens:
        yield from _house_rules(field, text, options)


def _problem(field: Field, text: str, form: str) -> Problem:
    severity: Severity | None = "info" if form == text.lower() else None
    message = f"{field.key} {shorten(text)} becomes {shorten(form)} in the URL, write that"
    return Problem(field.value.span, message, field.key, _fix(field, form, safe=True), severity)


def _house_rules(field: Field, text: str, options: Options) -> Iterator[Problem]:
    wanted = text
    if options.hyphens:
        wanted = re.sub(r"[-_]{2,}|_", "-", wanted).strip("-")
    if options.ascii and not text.isascii():
        wanted = strip_accents(wanted)
        if not wanted.isascii():
            message = f"{field.key} {shorten(text)} holds letters that are not ASCII, write others"
            yield Problem(field.value.span, message, field.key)
            return
    if wanted and wanted != text:
        message = f"{field.key} {shorten(text)} is not in the site's style, write {shorten(wanted)}"
        yield Problem(field.value.span, message, field.key, _fix(field, wanted, safe=False))


def _fix(field: Field, text: str, *, safe: bool) -> Fix | None:
    if field.scalar is None:
        return None
    return Fix(f"Write {shorten(text)}", (SetScalar(field.scalar, text),), safe)


RULE = Rule(
    code="SLG003",
    name="slug-noncanonical",
    severity="warning",
    presets=("default", "news"),
    fields=("slug",),
    check=check,
    options=Options,
    examples=(
        Example(
            note="Blanks and punctuation, with a comment",
            before="""---
title: Flood
slug: 'It’s a Flood: São Paulo'  # as typed
---
Body.
""",
            found=(
                (
                    "3:7-3:32 slug `It’s a Flood: São Paulo` becomes `its-a-flood-são-paulo` "
                    "in the URL, write that"
                ),
            ),
            after="""---
title: Flood
slug: 'its-a-flood-são-paulo'  # as typed
---
Body.
""",
        ),
        Example(
            note="Where the site's config is not known, its addresses are not either",
            before="""---
title: Flood
slug: Flood in Mumbai
---
Body.
""",
            site=None,
        ),
        Example(
            note="Only the letter case differs",
            before="""---
title: Flood
slug: "Überflutung-2025"
---
Body.
""",
            found=(
                "3:7-3:25 slug `Überflutung-2025` becomes `überflutung-2025` in the URL, "
                "write that",
            ),
            after="""---
title: Flood
slug: "überflutung-2025"
---
Body.
""",
        ),
        Example(
            note="Letters of any script, underscores and slashes are right",
            before="""---
title: Flood
slug: "weather/überflutung_मुंबई-台風--2"
---
Body.
""",
        ),
        Example(
            note="A site that keeps capitals",
            before="""---
title: Flood
slug: Flood-Mumbai
---
Body.
""",
            site={"disablePathToLower": True},
        ),
        Example(
            note="A site with rules of its own",
            before="""---
title: Flood
slug: são_paulo--flood
---
Body.
""",
            found=(
                (
                    "3:7-3:23 slug `são_paulo--flood` is not in the site's style, "
                    "write `sao-paulo-flood`"
                ),
            ),
            after="""---
title: Flood
slug: sao-paulo-flood
---
Body.
""",
            unsafe=True,
            options={"ascii": True, "hyphens": True},
        ),
    ),
)
