"""draft-elsewhere (SCH010): a draft is called one with a key that the target does not read.

## What it does

Reports `status: draft`, `publish: false`, `isDraft: true`, a misspelt `darft: true` and the like
where the target reads `draft`, and `draft: true` where it reads `published` or `status`. Silent
where the page is hidden all the same, and for keys that the target knows or `[fields]` names.

## Why it matters

The page is published, and nobody is told.

## Fix

The key that the target reads is added, and a misspelt one is renamed. Unsafe: the page is not
published any more. None where the target's key is there with another value.

## Options

None.

## Source

Hugo 0.168 and Zola read `draft`; Jekyll 4.3 and Hexo 8.1 read `published`, and so a boolean;
Pelican's documentation has `status`.
"""

from newslint.rule import (
    Article,
    Change,
    Example,
    Field,
    Fix,
    InsertKey,
    Iterator,
    NoOptions,
    Precision,
    Problem,
    RenameKey,
    Rule,
    SetScalar,
    shorten,
)
from newslint.text.slips import meant_by_slip

_YES = frozenset(("true", "yes", "on", "1"))
_NO = frozenset(("false", "no", "off", "0"))
_WORDS = frozenset(
    (
        *("draft", "entwurf", "brouillon", "borrador", "rascunho", "bozza", "szkic", "taslak"),
        *("черновик", "чернетка", "مسودة", "草稿", "下書き", "초안"),
    )
)
"""What languages call a draft."""

_HIDDEN = {
    "draft": _YES,
    "isdraft": _YES,
    "is_draft": _YES,
    "is-draft": _YES,
    "unpublished": _YES,
    "published": _NO,
    "publish": _NO,
    "ispublished": _NO,
    "is_published": _NO,
    "status": frozenset(("unpublished", "unlisted", "hidden", "private", "pending")) | _WORDS,
    "state": frozenset(("unpublished",)) | _WORDS,
    "post_status": frozenset(("draft", "pending", "private")),
    "publish_status": frozenset(("draft", "pending", "private")),
}
"""Key (lower case) -> what it says of an article that is not to be published."""

_WHY = "the page is not published any more"


def check(article: Article, options: NoOptions) -> Iterator[Problem]:
    """At most one problem: the first key that says so."""
    own = article.generator.hides
    if own is None:
        return
    for field in article.fields:
        if _says_hidden(article, field, own[0]) and not _is_hidden(article):
            yield _problem(article, field, *own)
            return


def concerns(article: Article, options: NoOptions) -> bool:
    """True where a key may say that the page is hidden."""
    own = article.generator.hides
    return own is not None and any(_may_say(article, field, own[0]) for field in article.fields)


def _says_hidden(article: Article, field: Field, own: str) -> bool:
    key, value = field.key.lower(), field.scalar
    if value is None or not _may_say(article, field, own):
        return False
    return value.text.strip().lower() in _HIDDEN.get(key, _YES)


def _may_say(article: Article, field: Field, own: str) -> bool:
    """The same by the key and the kind of its value alone."""
    key, value = field.key.lower(), field.scalar
    context = article.context
    if value is None or key == own or key in context.generator.known_keys:
        return False
    if context.role_of.get(key, "") not in ("", "draft"):
        return False  # the site has a use of its own for it
    return key in _HIDDEN or (value.kind == "bool" and own == "draft" and _is_slip(key))


def _is_slip(key: str) -> bool:
    return meant_by_slip(key, ("draft",)) is not None


def _is_hidden(article: Article) -> bool:
    page = article.generator.page(article)
    return page is not None and page.draft


def _problem(article: Article, field: Field, own: str, value: str) -> Problem:
    title = article.generator.title
    said = shorten(field.scalar.text if field.scalar else "", 24)
    what = f"{field.key} {said} does not hide the page in {title}, which reads `{own}`"
    there = any(other.key.lower() == own for other in article.fields)
    change: tuple[Change, ...] = (InsertKey(field, own, value, literal=value != "draft"),)
    order = f"Add {own}: {value}"
    if field.key.lower() not in _HIDDEN and field.scalar:
        change = (RenameKey(field, own), SetScalar(field.scalar, value, literal=True))
        order = f"Write {own}: {value}"
    fix = None if there else Fix(order, change, safe=False, why=_WHY)
    advice = f"set {own} to `{value}` if the page is a draft"
    return Problem(field.value.span, what, field.key, fix, advice=advice)


RULE = Rule(
    code="SCH010",
    name="draft-elsewhere",
    severity="warning",
    preset="default",
    precision=Precision("very-high", note="not met on 33 unseen sites"),
    needs=("hides",),
    check=check,
    concerns=concerns,
    examples=(
        Example(
            note="A state that Hugo does not read",
            front="""\
title: Überflutung
status: 'draft' # not yet
""",
            found=(
                (
                    "3:9-3:16",
                    (
                        "status `draft` does not hide the page in Hugo, "
                        "which reads `draft`; set draft to `true` if the page is a draft"
                    ),
                ),
            ),
            front_after="""\
title: Überflutung
status: 'draft' # not yet
draft: true
""",
            unsafe=True,
        ),
        Example(
            note="A draft in another language",
            front="""\
title: 洪水
status: 草稿
""",
            found=(
                (
                    "3:9-3:11",
                    (
                        "status `草稿` does not hide the page in Hugo, "
                        "which reads `draft`; set draft to `true` if the page is a draft"
                    ),
                ),
            ),
            front_after="""\
title: 洪水
status: 草稿
draft: true
""",
            unsafe=True,
        ),
        Example(
            note="A misspelt key",
            front="""\
title: Flood
darft: true # not yet
""",
            found=(
                (
                    "3:8-3:12",
                    (
                        "darft `true` does not hide the page in Hugo, "
                        "which reads `draft`; set draft to `true` if the page is a draft"
                    ),
                ),
            ),
            front_after="""\
title: Flood
draft: true # not yet
""",
            unsafe=True,
        ),
        Example(
            note="The opposite, beside a draft that says otherwise",
            front="""\
title: 洪水
draft: false
publish: "no"
""",
            found=(
                (
                    "4:10-4:14",
                    (
                        "publish `no` does not hide the page in Hugo, "
                        "which reads `draft`; set draft to `true` if the page is a draft"
                    ),
                ),
            ),
        ),
        Example(
            note="Jekyll reads `published`",
            front="""\
title: Flood
draft: true
""",
            found=(
                (
                    "3:8-3:12",
                    (
                        "draft `true` does not hide the page in Jekyll, "
                        "which reads `published`; set published to `false` if the page is a draft"
                    ),
                ),
            ),
            front_after="""\
title: Flood
draft: true
published: false
""",
            unsafe=True,
            path="_posts/2025-12-31-a.md",
            target="jekyll",
        ),
        Example(
            note="A draft by its folder",
            front="""\
title: Flood
draft: true
""",
            path="_drafts/a.md",
            target="jekyll",
        ),
        Example(
            note="The page is a draft already, in its own key",
            front="""\
title: Flood
status: draft
draft: true
""",
        ),
        Example(
            note="Other states, and nothing said",
            front="""\
title: Flood
status: published
publish: true
isDraft: false
drafted: true
draught: true
state: Bavaria
""",
        ),
        Example(
            note="A field that the site's config names",
            front="""\
title: Flood
status: draft
""",
            config={"fields": {"status": {"one-of": ["draft", "final"]}}},
        ),
        Example(
            note="What decides is not known",
            front="""\
title: Flood
status: draft
published: false
""",
            target="generic",
        ),
    ),
)
