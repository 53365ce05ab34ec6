"""unknown-key (SCH002): a key that neither the target nor the config knows.

## What it does

Reports top-level keys that mean nothing to the target, play no role and are not in `[fields]`.
Where the key is a known one with one letter wrong, missing, doubled or swapped, that one is named.
A word of its own (`publish`, `links`, `updates`) is not a slip.

Where a whole site does so, it is a habit: the site's own templates read such keys.

## Why it matters

`titel` or `catgories` is accepted by every generator and does nothing.

## Fix

The key is renamed to the known one that was meant: unsafe, because templates may read the odd name.

## Options

- `allow` (default none): more keys to accept.

## Source

Hugo makes every other key a plain parameter, without a warning.
"""

from newslint.rule import (
    Article,
    Example,
    Field,
    Fix,
    Iterator,
    NamedTuple,
    Precision,
    Problem,
    RenameKey,
    Rule,
    shorten,
)
from newslint.text.slips import meant_by_slip

_COMMON = frozenset(("<<", "params", "extra"))
_ADVICE = "name it under `[fields]` in newslint.toml if it is the site's own"
_LONGEST = 40
"""Characters of a key that a message shows: a longer one is a sentence with a colon in it."""


class Options(NamedTuple):
    """What counts as known besides the target's keys and the config's fields."""

    allow: tuple[str, ...] = ()


def check(article: Article, options: Options) -> Iterator[Problem]:
    """Look each key up."""
    context = article.context
    for field in article.fields:
        key = field.key.lower()
        if key in context.role_of or key in context.generator.known_keys or key in _COMMON:
            continue
        if key in context.taxonomies or key in options.allow or _hides(article, field):
            continue
        yield _problem(article, field)


def _hides(article: Article, field: Field) -> bool:
    """True for `darft: true`, a slip in the key that hides a page: draft-elsewhere's business."""
    own, value = article.generator.hides, field.scalar
    if own is None or own[0] != "draft" or value is None or value.text.lower() != "true":
        return False
    return meant_by_slip(field.key.lower(), own[:1]) is not None


def _problem(article: Article, field: Field) -> Problem:
    meant = _nearest(article, field.key.lower())
    if meant is None:
        name = field.key if len(field.key) <= _LONGEST else shorten(field.key, _LONGEST)
        known = f"{article.generator.title} or " if article.generator.known_keys else ""
        what = f"{name} is not a key of {known}the schema"
        return Problem(field.key_span, what, field.key, advice=_ADVICE)
    fix = Fix(
        f"Rename {field.key} to {meant}",
        (RenameKey(field, meant),),
        safe=False,
        why="a template may read the key as it is written",
    )
    what, advice = f"{field.key} is not a known key", f"rename it if you meant `{meant}`"
    return Problem(field.key_span, what, field.key, fix, advice=advice)


def _nearest(article: Article, key: str) -> str | None:
    context = article.context
    present = {field.key.lower() for field in article.fields}
    names = {*context.role_of, *context.taxonomies, *context.generator.known_keys} - present
    return meant_by_slip(key, (name for name in names if "." not in name))  # no key of a table


RULE = Rule(
    code="SCH002",
    name="unknown-key",
    severity="info",
    habit=True,
    precision=Precision("medium", note="not met on 33 unseen sites"),
    check=check,
    options=Options,
    examples=(
        Example(
            note="A slip of the finger",
            front="""\
title: Flood
'catgories': [world] # where
""",
            found=(
                ("3:1-3:12", "catgories is not a known key; rename it if you meant `categories`"),
            ),
            front_after="""\
title: Flood
'categories': [world] # where
""",
            unsafe=True,
        ),
        Example(
            note="A key of the site's own",
            front="""\
title: Flood
zip_code: 20001
""",
            found=(
                (
                    "3:1-3:9",
                    f"zip_code is not a key of Hugo or the schema; {_ADVICE}",
                ),
            ),
        ),
        Example(
            note="Words of their own, near to what Hugo knows",
            front="""\
title: Flood
publish: true
author_1: Ann
height: 5
""",
            found=(
                (
                    "3:1-3:8",
                    f"publish is not a key of Hugo or the schema; {_ADVICE}",
                ),
                (
                    "4:1-4:9",
                    f"author_1 is not a key of Hugo or the schema; {_ADVICE}",
                ),
                (
                    "5:1-5:7",
                    f"height is not a key of Hugo or the schema; {_ADVICE}",
                ),
            ),
        ),
        Example(
            note="A sentence with a colon in it, which is a key to the parser",
            front="""\
title: Flood
The river has risen by two metres at dawn: see it
""",
            found=(
                (
                    "3:1-3:42",
                    (
                        "`The river has risen by two metres at da…` is not a key of Hugo "
                        f"or the schema; {_ADVICE}"
                    ),
                ),
            ),
        ),
        Example(
            note="A key that the site allows",
            front="""\
title: Flood
zip_code: 20001
""",
            options={"allow": ["zip_code"]},
        ),
        Example(
            note="A key of the schema",
            front="""\
title: 火灾
section: world
""",
            config={"fields": {"section": {"type": "string"}}},
        ),
    ),
)
