"""source-missing (SRC003): the article links to another site and names neither source nor author.

## What it does

Reports an article with a link but without a source and without an author. A source that is only the
address of a feed names nobody. A name that the site supplies counts. Keys such as `via`, `outlet`
and `publication` name the source, too.

Where a whole site does so, it is a habit: a house may name no sources. Articles with a link alone
are counted.

## Why it matters

Readers cannot see whose article it is before they follow the link.

## Fix

Adds the source after the link where the publication's name stands in `[sources]` in the config or
in the built-in table. Unsafe: the source is printed. None where another text of the article's own
may name it (`external: CSS Tricks`), and none beside a feed's address: source-is-feed writes the
publication in its place.

## Options

- `unnamed` (default true): report links to sites of which the publication's name is not known. In
  `news` only the others are reported: there required-missing says that a source is missing, and
  this rule has its name.

## Source

The table `newslint/data/feeds.yaml`.
"""

from newslint.rule import (
    Article,
    Change,
    Example,
    Field,
    Fix,
    InsertKey,
    Iterator,
    NamedTuple,
    Precision,
    Problem,
    Rule,
    SetScalar,
    Table,
)
from newslint.text.hosts import is_feed, publication
from newslint.text.urls import host_of

_NAMES = """
attribution blog byline credit credits external_source journal magazine media medium newspaper
origin outlet provider publication published_by publisher publisher_name site_name siteName
sitename source_name source_title sourcename via website
bron fonte fuente kaynak kilde källa lähde origine quelle zdroj źródło джерело источник 来源 出典
출처
"""
_NAMING = frozenset(_NAMES.lower().split())
"""Keys beside a link that name its source."""

_SUPPLIED = ("source", "author", *_NAMING)
"""Roles and keys for which the site may have a value."""

_LONGEST_NAME = 60
"""Characters that the name of a publication may have."""


class Options(NamedTuple):
    """`unnamed`: whether a missing source is reported for which there is no name."""

    unnamed: bool = True


def check(article: Article, options: Options) -> Iterator[Problem]:
    """Yield one problem at the key of the link that has no source beside it."""
    link, source = article.get("link"), article.get("source")
    if link is None or not host_of((link.text or "").strip()):
        return
    only_feed = source is not None and _is_feed(source)
    if _is_named(article, None if only_feed else source) or _comes_from_elsewhere(article):
        return
    if source is not None and only_feed:
        what = f"author is missing and {source.key} is only a feed"
        advice = "name the author or the publication"
        yield Problem(link.key_span, what, source.key, advice=advice, beside="link")
        return
    key = source.key if source else article.key_for("source", beside=link)
    what = f"{key} is missing although {link.key} is given"
    fix = _fix(article, link, source, key)
    if fix is not None or options.unnamed:
        advice = "name the publication or the author"
        yield Problem(link.key_span, what, key, fix, advice=advice, beside="link")


def _is_named(article: Article, source: Field | None) -> bool:
    """True for an article with an author, a source that is more than a feed, or another name."""
    author = article.get("author")
    if author is not None and not author.empty:
        return True
    if source is not None and not source.empty:
        return True
    if _NAMING.isdisjoint(article.by_role) and not _has_tables(article):
        return False
    named = (field for field in _own(article, _NAMING) if not field.empty)
    return next(named, None) is not None


def _has_tables(article: Article) -> bool:
    return Table in [type(field.value) for field in article.fields]


def _comes_from_elsewhere(article: Article) -> bool:
    """True where the site supplies a name, or may."""
    return article.inherits(*_SUPPLIED) is not False


def _is_feed(source: Field) -> bool:
    return bool(source.scalars) and all(
        "." in scalar.text and is_feed(scalar.text.strip()) for scalar in source.scalars
    )


def _own(article: Article, names: frozenset[str] | None = None) -> Iterator[Field]:
    """The fields that mean nothing to the target, those inside tables too; `names`: of these keys
    (lower case) alone."""
    known, roles = article.context.generator.known_keys, article.context.role_of
    for field in article.fields:
        key = field.key.lower()
        if isinstance(field.value, Table):
            inner = field.value.fields
            yield from (one for one in inner if names is None or one.key.lower() in names)
        elif (names is None or key in names) and key not in known and key not in roles:
            yield field


def _may_name_source(field: Field) -> bool:
    """True for a short text that is no address: `external: CSS Tricks`."""
    return any(
        scalar.kind == "string" and 0 < len(scalar.text) <= _LONGEST_NAME and "/" not in scalar.text
        for scalar in field.scalars
    )


def _fix(article: Article, link: Field, source: Field | None, key: str) -> Fix | None:
    name = publication(link.text or "", article.context.sources)
    if not name or any(map(_may_name_source, _own(article))):
        return None
    change: Change = InsertKey(link, key, name)
    if source is not None:
        if source.scalar is None:
            return None
        change = SetScalar(source.scalar, name)
    return Fix(
        f"Add {key}: {name}",
        (change,),
        safe=False,
        why="the name is taken from the link, and may not be what the house writes",
    )


RULE = Rule(
    code="SRC003",
    name="source-missing",
    severity="info",
    habit=True,
    preset="news",
    precision=Precision("high", note="not met on 33 unseen sites"),
    fields=("link",),
    check=check,
    options=Options,
    examples=(
        Example(
            note="a publication that the table knows",
            front="""\
title: A
link: 'https://www.foxnews.com/world/a' # from the feed
tags: [b]
""",
            found=(
                (
                    "3:1-3:5",
                    "source is missing although link is given; name the publication or the author",
                ),
            ),
            front_after="""\
title: A
link: 'https://www.foxnews.com/world/a' # from the feed
source: 'Fox News'
tags: [b]
""",
            unsafe=True,
        ),
        Example(
            note="an empty source, and a host that only the site knows",
            front="""\
title: A
source: ""
link: https://www.example.jp/記事
""",
            found=(
                (
                    "4:1-4:5",
                    "source is missing although link is given; name the publication or the author",
                ),
            ),
            front_after="""\
title: A
source: "例の新聞"
link: https://www.example.jp/記事
""",
            unsafe=True,
            config={"sources": {"example.jp": "例の新聞"}},
        ),
        Example(
            note="no name is known",
            front="""\
link: https://www.example.org/a
title: A
""",
            found=(
                (
                    "2:1-2:5",
                    "source is missing although link is given; name the publication or the author",
                ),
            ),
        ),
        Example(
            note="another key may name it, or does",
            front="""\
title: A
link: https://www.foxnews.com/world/a
external: CSS Tricks
""",
            found=(
                (
                    "3:1-3:5",
                    "source is missing although link is given; name the publication or the author",
                ),
            ),
        ),
        Example(
            note="another key names it",
            front="""\
title: A
link: https://www.foxnews.com/world/a
via: Köln heute
""",
        ),
        Example(
            note="beside the link, where Zola has data of the site's own",
            before="""+++
title = "A"

[extra]
link   = 'https://www.foxnews.com/world/a' # from the feed
+++
Body.
""",
            found=(
                (
                    "5:1-5:5",
                    "source is missing although link is given; name the publication or the author",
                ),
            ),
            after="""+++
title = "A"

[extra]
link   = 'https://www.foxnews.com/world/a' # from the feed
source = 'Fox News'
+++
Body.
""",
            unsafe=True,
            target="zola",
        ),
        Example(
            note="the address of a feed is no name",
            front="""\
title: A
link: 'https://www.foxnews.com/world/a'
source: 'https://feeds.foxnews.com/foxnews/world' # from the feed
author: ""
""",
            found=(
                (
                    "3:1-3:5",
                    (
                        "author is missing and source is only a feed; name the author or the "
                        "publication"
                    ),
                ),
            ),
        ),
        Example(
            note="a site that nobody has named, where required-missing speaks of it",
            front="""\
title: A
link: https://www.example.org/a
""",
            options={"unnamed": False},
        ),
        Example(
            note="an author is enough",
            front="""\
title: A
link: https://www.example.org/a
author: Şule Öz
""",
        ),
    ),
)
