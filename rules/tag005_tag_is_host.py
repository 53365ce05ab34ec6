"""tag-is-host (TAG005): a tag or category is the address or host that an article came from.

## What it does

Reports a term that is an http address, the host of a feed (`feeds.foxnews.com`), or the host of the
article's own link or source. Other hosts are left alone: articles may be about a site. So are names
that are hosts: that of a known publication (`Phys.org`), and one of which the title speaks.

## Why it matters

The site gets a page for a machine's address (`/categories/feeds.foxnews.com/`), and readers find it
in the menu.

## Fix

Writes the publication where its name is known: from the option `map`, from `[sources]` in the
config, or from the built-in table; a term that is there already is not written twice. Unsafe: the
page of the term moves.

## Options

- `map` (default none): host or address -> the term to write.

## Source

The table `newslint/data/feeds.yaml`; feed-to-site scripts that take the host of the feed for a
category.
"""

from collections.abc import Mapping

from newslint.rule import (
    TERMS,
    Article,
    Change,
    DeleteItem,
    Example,
    Field,
    Fix,
    Iterator,
    ListValue,
    NamedTuple,
    Precision,
    Problem,
    Rule,
    Scalar,
    SetScalar,
    shorten,
)
from newslint.text.hosts import (
    address_host,
    feed_parent,
    is_proxy,
    publication,
    without_www,
)
from newslint.text.words import has_word


class Options(NamedTuple):
    """`map`: host or address -> term."""

    map: Mapping[str, str] = {}


def check(article: Article, options: Options) -> Iterator[Problem]:
    """Yield one problem for each term that is an address or a feed's or the article's own host."""
    for field in article.terms():
        known: set[str] = set()
        for scalar in field.scalars:
            if "." in scalar.text and _is_host(article, scalar.text.strip()):
                kind = "URL" if "://" in scalar.text else "host name"
                what = f"term {shorten(scalar.text)} in {field.key} is a {kind}"
                fix = _fix(article, field, scalar, known, options)
                advice = "use the name of the publication"
                yield Problem(scalar.span, what, field.key, fix, advice=advice)


def _is_host(article: Article, term: str) -> bool:
    host = address_host(term)
    if not host:
        return False
    return (
        "://" in term
        or bool(feed_parent(host))
        or is_proxy(host)
        or (without_www(host) in _own_hosts(article) and not _is_name(article, term))
    )


def _is_name(article: Article, term: str) -> bool:
    """True for a host that is what people call the site: `Phys.org`, `Booking.com` in the title."""
    title = article.get("title")
    if publication(term, article.context.sources).casefold() == term.casefold():
        return True
    return title is not None and has_word(title.text or "", term)


def _own_hosts(article: Article) -> set[str]:
    """The hosts of the article's link, source and feed, without `www.`."""
    return {
        without_www(address_host(scalar.text.strip()))
        for field in article.pick(("link", "source", "feed"))
        for scalar in field.scalars
    }


def _fix(
    article: Article, field: Field, scalar: Scalar, known: set[str], options: Options
) -> Fix | None:
    """The publication in the term's place; the term goes where that is a term already.

    `known` collects the names that earlier fixes of the same field write.
    """
    own = {**article.context.sources, **options.map} if options.map else article.context.sources
    name = publication(scalar.text.strip(), own)
    if not name:
        return None
    others = {other.text.casefold() for other in field.scalars if other is not scalar}
    change: Change = SetScalar(scalar, name)
    message = f"Write {name}"
    if name.casefold() in others | known and isinstance(field.value, ListValue):
        change = DeleteItem(field.value, field.value.items.index(scalar))
        message = f"Remove {scalar.text} and keep {name}"
    known.add(name.casefold())
    return Fix(message, (change,), safe=False, why="the term may be meant for another publication")


RULE = Rule(
    code="TAG005",
    name="tag-is-host",
    severity="warning",
    preset="default",
    precision=Precision("very-high", note="not met on 33 unseen sites"),
    fields=(TERMS,),
    check=check,
    suspects=".",
    options=Options,
    examples=(
        Example(
            note="the host of a feed as the category",
            front="""\
title: A
categories:
- 'feeds.foxnews.com' # from the feed
tags: [b]
""",
            found=(
                (
                    "4:3-4:22",
                    (
                        "term `feeds.foxnews.com` in categories is a host name; use the name "
                        "of the publication"
                    ),
                ),
            ),
            front_after="""\
title: A
categories:
- 'Fox News' # from the feed
tags: [b]
""",
            unsafe=True,
        ),
        Example(
            note="the publication is a term already",
            front="""\
title: Élections
tags: [le monde, "https://www.lemonde.fr", Élections]
""",
            found=(
                (
                    "3:18-3:42",
                    (
                        "term `https://www.lemonde.fr` in tags is a URL; use the name of "
                        "the publication"
                    ),
                ),
            ),
            front_after="""\
title: Élections
tags: [le monde, Élections]
""",
            unsafe=True,
        ),
        Example(
            note="the host of the article's own link, which nobody has named",
            front="""\
title: A
link: https://www.example.org/a
tags: [Example.org, b]
""",
            found=(
                (
                    "4:8-4:19",
                    "term `Example.org` in tags is a host name; use the name of the publication",
                ),
            ),
        ),
        Example(
            note="named in the options of the rule",
            front="""\
title: A
category: rss.example.org
""",
            found=(
                (
                    "3:11-3:26",
                    (
                        "term `rss.example.org` in category is a host name; use the name of "
                        "the publication"
                    ),
                ),
            ),
            front_after="""\
title: A
category: Новости
""",
            unsafe=True,
            options={"map": {"example.org": "Новости"}},
            site={"taxonomies": {"category": "category"}},
        ),
        Example(
            note="names that are hosts",
            front="""\
title: Booking.com kapatıldı
link: https://www.booking.com/haber
source: https://phys.org/news/a
tags: [Booking.com, Phys.org, Node.js]
""",
        ),
        Example(
            note="terms about sites, and terms with a dot",
            front="""\
title: A
link: https://www.example.org/a
tags: [18f.gsa.gov, Node.js, Web 2.0, U.S., digital.gov, feed.me, ASP.NET]
""",
        ),
    ),
)
