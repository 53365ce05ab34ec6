"""published-conflict (SCH006): `published` does not say what its writer thinks it says.

## What it does

Reports in Hugo a `published` that is true or false, or empty; in Jekyll a `published` that is text
(`"false"`) or empty; and everywhere a `published` that contradicts `draft`.

## Why it matters

In Hugo `published` is a date first: `published: true` stops the build ("not a parsable date"),
and an empty one makes a draft of the article, without a word. Jekyll publishes what says
`published: "false"`, because a text is true.

## Fix

Hugo: `published: true` becomes `draft: false`, and is removed where there is a `draft` already; an
empty one is removed. Jekyll: the quotes go. All of it unsafe: the article's visibility may change.
None where `published` and `draft` contradict each other.

## Options

None.

## Source

Measured with Hugo 0.168; with a `publishDate` beside it a boolean `published` does not stop the
build. Jekyll, `publisher.rb`.
"""

from newslint.rule import (
    Article,
    Change,
    DeleteKey,
    Example,
    Field,
    Fix,
    Iterator,
    NoOptions,
    Precision,
    Problem,
    RenameKey,
    Rule,
    Scalar,
    SetScalar,
    Severity,
    shorten,
)

_OPPOSITE = {"true": "false", "false": "true"}
_DRAFT = _OPPOSITE | {"yes": "false", "on": "false", "no": "true", "off": "true"}
"""What is written -> what `draft` would have to say."""

_MEANT = {"true": "true", "false": "false", "no": "false", "off": "false"}
"""Texts of which it matters that they count as true, and what was meant."""

_WHY = "it decides whether the page is published"


def check(article: Article, options: NoOptions) -> Iterator[Problem]:
    """At most one problem."""
    for field in article.fields:
        if field.key.lower() == "published" and field.scalar is not None:
            yield from _examined(article, field, field.scalar)
            return


def concerns(article: Article, options: NoOptions) -> bool:
    """True where the key is there."""
    return any(field.key.lower() == "published" for field in article.fields)


def _examined(article: Article, field: Field, value: Scalar) -> Iterator[Problem]:
    read_as = article.generator.published
    said = value.text.lower()
    if read_as == "date":
        if value.kind == "null":
            yield _empty(article, field)
        elif said in _DRAFT:
            yield _no_date(article, field, value)
    elif article.generator.hides_unsaid and value.kind == "null":
        what = f"{field.key} is empty and hides the page"
        advice = "write `true` or `false`"
        yield Problem(field.key_span, what, field.key, advice=advice)
    elif read_as == "flag" and value.kind == "string" and (meant := _MEANT.get(said)):
        what = f"{field.key} {shorten(value.text)} is text and counts as true"
        fix = Fix(f"Write {meant}", (SetScalar(value, meant, literal=True),), safe=False, why=_WHY)
        yield Problem(value.span, what, field.key, fix, advice=f"change it to `{meant}`")
    elif value.kind == "bool":
        draft = article.get("draft")
        if draft and draft.scalar and draft.scalar.kind == "bool" and _same(value, draft.scalar):
            what = f"{field.key} {shorten(value.text)} contradicts {draft.key}"
            advice = "remove one of them"
            yield Problem(value.span, what, field.key, severity="warning", advice=advice)


def _same(one: Scalar, two: Scalar) -> bool:
    return one.text.lower() == two.text.lower()


def _empty(article: Article, field: Field) -> Problem:
    fix = Fix(f"Remove {field.key}", (DeleteKey(field),), safe=False, why=_WHY)
    severity: Severity | None = None
    effect = "makes the article a draft"
    if article.get("draft") or article.inherits("draft"):
        severity, effect = "warning", f"says nothing: {article.generator.title} reads draft"
    what = f"{field.key} is empty and {effect}"
    return Problem(field.key_span, what, field.key, fix, severity, advice="remove it")


def _no_date(article: Article, field: Field, value: Scalar) -> Problem:
    draft = article.get("draft")
    stops = article.get("publishdate") is field
    title = article.generator.title
    does = f"is not a date and stops {title}" if stops else f"is read as a date first by {title}"
    if draft is not None:
        changes: tuple[Change, ...] = (DeleteKey(field),)
        order, advice = f"Remove {field.key}", f"remove it and keep {draft.key}"
    else:
        meant = _DRAFT[value.text.lower()]
        changes = (RenameKey(field, "draft"), SetScalar(value, meant, literal=True))
        order, advice = f"Write draft: {meant}", f"write `draft: {meant}`"
    what = f"{field.key} {shorten(value.text)} {does}"
    severity: Severity | None = None if stops else "warning"
    fix = Fix(order, changes, safe=False, why=_WHY)
    return Problem(value.span, what, field.key, fix, severity, advice=advice)


RULE = Rule(
    code="SCH006",
    name="published-conflict",
    severity="error",
    preset="default",
    precision=Precision("very-high", read=3, note="399 unseen sites; asked of the real program"),
    check=check,
    concerns=concerns,
    examples=(
        Example(
            note="Words for false are no dates either",
            front="""\
title: 洪水
published: "no"  # not yet
""",
            found=(
                (
                    "3:12-3:16",
                    "published `no` is not a date and stops Hugo; write `draft: true`",
                ),
            ),
            front_after="""\
title: 洪水
draft: true  # not yet
""",
            unsafe=True,
        ),
        Example(
            note="A word in quotes counts as true in Jekyll; without quotes it is read as meant",
            front="""\
title: Sel
published: 'off' # not yet
""",
            found=(
                (
                    "3:12-3:17",
                    "published `off` is text and counts as true; change it to `false`",
                ),
            ),
            front_after="""\
title: Sel
published: false # not yet
""",
            unsafe=True,
            target="jekyll",
            path="_posts/2025-12-31-a.md",
        ),
        Example(
            note="A word that Jekyll reads as it is meant",
            front="""\
title: Sel
published: no
""",
            target="jekyll",
            path="_posts/2025-12-31-a.md",
        ),
        Example(
            note="A boolean where Hugo looks for a date",
            front="""\
title: Flood
published: "false"  # not yet
""",
            found=(
                (
                    "3:12-3:19",
                    "published `false` is not a date and stops Hugo; write `draft: true`",
                ),
            ),
            front_after="""\
title: Flood
draft: true  # not yet
""",
            unsafe=True,
        ),
        Example(
            note="Beside a draft, and with a date that Hugo finds first",
            front="""\
title: فيضان
draft: true
publishDate: 2025-12-31
published: False
""",
            found=(
                (
                    "5:12-5:17",
                    "published `False` is read as a date first by Hugo; remove it and keep draft",
                ),
            ),
            front_after="""\
title: فيضان
draft: true
publishDate: 2025-12-31
""",
            unsafe=True,
        ),
        Example(
            note="An empty one hides the article",
            front="""\
title: Flood
published:
""",
            found=(("3:1-3:10", "published is empty and makes the article a draft; remove it"),),
            front_after="""\
title: Flood
""",
            unsafe=True,
        ),
        Example(
            note="An empty one hides a post of Jekyll, too",
            front="""\
title: Flood
published:  # later
""",
            found=(("3:1-3:10", "published is empty and hides the page; write `true` or `false`"),),
            target="jekyll",
            path="_posts/2025-12-31-a.md",
        ),
        Example(
            note="A contradiction, whatever the generator",
            front="""\
title: Flood
draft: true
published: true
""",
            found=(("4:12-4:16", "published `true` contradicts draft; remove one of them"),),
            target="generic",
        ),
        Example(
            note="A text, which Jekyll takes for true",
            front="""\
title: Flood
published: 'False'
""",
            found=(
                ("3:12-3:19", "published `False` is text and counts as true; change it to `false`"),
            ),
            front_after="""\
title: Flood
published: false
""",
            unsafe=True,
            target="jekyll",
            path="_posts/2025-12-31-a.md",
        ),
        Example(
            note="A date",
            front="""\
title: Flood
published: 2025-12-31
draft: false
""",
        ),
        Example(
            note="A boolean in a generator that reads it",
            front="""\
title: Flood
published: true
draft: false
""",
            target="generic",
        ),
    ),
)
