"""key-alias (SCH003): a date has a key that is not the target's own.

## What it does

Reports dates whose key the target skips (`updated` and `last_modified_at` in Hugo, `lastmod`
in Zola), and, as a note, the aliases that Hugo reads (`pubDate`, `published`, `modified`,
`unpublishdate`). Only where the target's own key is not there, and not where the site's config
names the key.

## Why it matters

Hugo makes a plain parameter of `updated: 2025-12-31`: the page says it was never changed, its feed
and sitemap too. An alias works, and is another word to know for templates, which find no
`.Params.publishdate`.

## Fix

Renames the key: unsafe, as templates may read the old one.

## Options

None.

## Source

Measured with Hugo 0.168. The keys of Jekyll, Hexo, Eleventy and Zola are those of their
documentation.
"""

from newslint.rule import (
    DATE_ROLES,
    Article,
    Example,
    Field,
    Fix,
    Iterator,
    NoOptions,
    Precision,
    Problem,
    RenameKey,
    Rule,
    Severity,
)

_PUBLISHED = (
    "pubdate",
    "pub_date",
    "publishdate",
    "publish_date",
    "published_at",
    "published_date",
    "date_published",
    "datepublished",
)
_CHANGED = (
    "lastmod",
    "modified",
    "updated",
    "last_modified_at",
    "last_modified",
    "last_updated",
    "lastupdated",
    "update",
    "update_date",
    "updatedate",
    "updatedat",
    "modified_at",
    "modified_date",
    "updated_at",
    "date_modified",
    "datemodified",
)
_EXPIRES = ("expires", "expires_at", "expiry_date", "expiration_date")
_ROLES = {
    **dict.fromkeys(_PUBLISHED, "date"),
    **dict.fromkeys(_CHANGED, "lastmod"),
    **dict.fromkeys(_EXPIRES, "expirydate"),
}


def check(article: Article, options: NoOptions) -> Iterator[Problem]:
    """One problem for each date under another key."""
    generator = article.generator
    own_keys, aliases = generator.date_keys or {}, generator.date_aliases
    for field in article.fields:
        key = field.key.lower()
        if key in aliases:
            role, own = aliases[key]
            if article.get(role) is field and _is_date(article, field):
                yield _problem(field, own, f"is an alias of {own}", "info")
        elif key in _ROLES:
            own = own_keys.get(_ROLES[key], key)
            if key != own.lower() and _is_lost(article, field) and _is_date(article, field):
                yield _problem(field, own, f"is not read by {generator.title}")


def concerns(article: Article, options: NoOptions) -> bool:
    """True where one of the keys may be another name of a date."""
    aliases = article.generator.date_aliases
    keys = (field.key.lower() for field in article.fields)
    return any(key in aliases or key in _ROLES for key in keys)


def _is_lost(article: Article, field: Field) -> bool:
    """True when neither the site's config names the key nor another key holds this date."""
    key = field.key.lower()
    context = article.context
    if context.role_of.get(key) in DATE_ROLES or key in context.generator.known_keys:
        return False
    return article.get(_ROLES[key]) in (None, field)


def _is_date(article: Article, field: Field) -> bool:
    scalar = field.scalar
    if scalar is None or scalar.kind == "bool" or not scalar.text:
        return False
    return article.generator.date(scalar, article.context.timezone) is not None


def _problem(field: Field, own: str, fault: str, severity: Severity | None = None) -> Problem:
    fix = Fix(
        f"Rename {field.key} to {own}",
        (RenameKey(field, own),),
        safe=False,
        why="a template may read the old name",
    )
    what, advice = f"{field.key} {fault}", f"rename it to `{own}`"
    return Problem(field.key_span, what, field.key, fix, severity, advice=advice)


RULE = Rule(
    code="SCH003",
    name="key-alias",
    severity="warning",
    preset="default",
    precision=Precision("very-high", read=1, note="33 unseen sites"),
    needs=("date_keys",),
    check=check,
    concerns=concerns,
    examples=(
        Example(
            note="A date that Hugo does not see, with odd quotes and a comment",
            front="""\
title: Überschwemmung
date: 2025-12-30
"updated": '2025-12-31'  # by the desk
""",
            found=(("4:1-4:10", "updated is not read by Hugo; rename it to `lastmod`"),),
            front_after="""\
title: Überschwemmung
date: 2025-12-30
"lastmod": '2025-12-31'  # by the desk
""",
            unsafe=True,
        ),
        Example(
            note="An alias that Hugo reads",
            front="""\
title: Flood
pubDate: 2025-12-31T10:00:00Z
""",
            found=(("3:1-3:8", "pubDate is an alias of publishDate; rename it to `publishDate`"),),
            front_after="""\
title: Flood
publishDate: 2025-12-31T10:00:00Z
""",
            unsafe=True,
        ),
        Example(
            note="Zola reads `updated`",
            front="""\
title: Flood
pubDate: 2025-12-30
lastmod: 2025-12-31
""",
            found=(
                ("3:1-3:8", "pubDate is not read by Zola; rename it to `date`"),
                ("4:1-4:8", "lastmod is not read by Zola; rename it to `updated`"),
            ),
            front_after="""\
title: Flood
date: 2025-12-30
updated: 2025-12-31
""",
            unsafe=True,
            target="zola",
        ),
        Example(
            note="The date is there under its own key, too",
            front="""\
title: Flood
date: 2025-12-30
lastmod: 2025-12-31
updated: 2025-12-31
publish_date: 2025-12-30
expires: never
published: true
""",
        ),
        Example(
            note="The site's own config names the key",
            front="""\
title: Flood
updated: 2025-12-31
""",
            site={"frontmatter": {"lastmod": ["updated", ":default"]}},
        ),
    ),
)
