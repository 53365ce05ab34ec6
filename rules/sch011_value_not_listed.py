"""value-not-listed (SCH011): an author, tag or category that the site's own list does not have.

## What it does

Reports authors, tags and categories that are keys of a list of the site's own, such as
`_data/authors.yml`, where that list does not have them. Texts that do not look like the keys of the
list are taken for names that are printed as they stand.

## Why it matters

Some builds stop at such a key; elsewhere the page is published without its author's name, picture
and links.

## Fix

None: which one is meant is not known, unless it is a slip of the finger, and that the advice says.

## Options

- `warn` (default false; true in the presets `news` and `strict`): report also what does not stop
  the build.

## Source

Jekyll's documentation on data files: `site.data.authors[page.author]`.
"""

from newslint.rule import (
    TERMS,
    Article,
    Example,
    Field,
    Iterator,
    NamedTuple,
    Precision,
    Problem,
    Rule,
    Severity,
    shorten,
)
from newslint.text.slips import meant_by_slip

_ROLES = ("author", "tags", "categories")


class Options(NamedTuple):
    """`warn`: report also what does not stop the build."""

    warn: bool = False


def check(article: Article, options: Options) -> Iterator[Problem]:
    """One problem for each value that its list lacks."""
    for role in _ROLES:
        field = article.get(role)
        if field is not None:
            yield from _unlisted(article, role, field, options)


def _unlisted(article: Article, role: str, field: Field, options: Options) -> Iterator[Problem]:
    known = article.generator.listed(role, article.path)
    if known is None or not (known.stops or options.warn):
        return
    severity: Severity = "error" if known.stops else "warning"
    for scalar in field.scalars:
        if scalar.kind == "string" and known.lacks(scalar.text):
            what = f"{known.file} has no {shorten(scalar.text)}"
            advice = _advice(scalar.text, known.names)
            yield Problem(scalar.span, what, field.key, severity=severity, advice=advice)


def _advice(text: str, names: frozenset[str]) -> str:
    folded = {name.casefold(): name for name in sorted(names)}
    meant = folded.get(text.casefold()) or folded.get(meant_by_slip(text.casefold(), folded) or "")
    return f"write {shorten(meant)}" if meant else "add it there or name another one"


_AUTHORS = {
    "_config.yml": "title: News\n",
    "_data/authors.yml": "ann-lee: {name: Ann Lee}\nzoë: {name: Zoë}\nroberto: {name: Roberto}\n",
}

RULE = Rule(
    code="SCH011",
    name="value-not-listed",
    severity="warning",
    preset="default",
    precision=Precision("very-high", note="not met on 33 unseen sites"),
    fields=("author", TERMS),
    check=check,
    options=Options,
    examples=(
        Example(
            note="A slip of the finger, and an author whom nobody added",
            front="""\
title: A
author: [robreto, 'jim', zoë] # from the desk
""",
            found=(
                ("3:10-3:17", "_data/authors.yml has no `robreto`; write `roberto`"),
                (
                    "3:19-3:24",
                    "_data/authors.yml has no `jim`; add it there or name another one",
                ),
            ),
            target="jekyll",
            data=_AUTHORS,
            options={"warn": True},
        ),
        Example(
            note="Keys count letter by letter",
            front="""\
title: A
author: Ann-Lee
""",
            found=(("3:9-3:16", "_data/authors.yml has no `Ann-Lee`; write `ann-lee`"),),
            target="jekyll",
            data=_AUTHORS,
            options={"warn": True},
        ),
        Example(
            note="What does not stop the build is said where it is asked for",
            front="""\
title: A
author: jim
""",
            target="jekyll",
            data=_AUTHORS,
        ),
        Example(
            note="A guest, by name",
            front="""\
title: A
author: Şule Öz
""",
            target="jekyll",
            data=_AUTHORS,
            options={"warn": True},
        ),
        Example(
            note="A list that is not one of keys",
            front="""\
title: A
author: jim
""",
            target="jekyll",
            data={"_config.yml": "", "_data/authors.yml": "- ann\n- zoë\n"},
            options={"warn": True},
        ),
    ),
)
