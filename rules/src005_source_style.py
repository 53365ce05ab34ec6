"""source-style (SRC005): the source is written in another style than the site's.

## What it does

Reports a source that is not in the style which the option `style` names: the publication's name,
its host, or its address. Feeds are another rule's.

Where a whole site does so, it is a habit: one style in all of it is that of the house.

## Why it matters

With `Fox News`, `foxnews.com` and `https://www.foxnews.com/` in turns a list of sources has three
entries for one publication.

## Fix

Writes the source in the wanted style, where that is known: the name from `[sources]` in the config
or from the built-in table, the host and the address from the source itself or, for a name, from the
link whose publication has that name. Unsafe: the source is printed, and may be a term.

## Options

- `style` (default `"name"`): `"name"`, `"host"` or `"url"`.

## Source

The table `newslint/data/feeds.yaml`.
"""

from typing import Literal

from newslint.rule import (
    Article,
    Example,
    Fix,
    Iterator,
    NamedTuple,
    Precision,
    Problem,
    Rule,
    SetScalar,
    shorten,
)
from newslint.text.hosts import address_host, is_feed, publication, without_www

_STYLES = {"name": "a publication's name", "host": "a host name", "url": "a URL"}
_USE = {
    "name": "use the name of the publication",
    "host": "use the host name of the publication",
    "url": "use the URL of the publication",
}


class Options(NamedTuple):
    """`style` of every source."""

    style: Literal["name", "host", "url"] = "name"


def check(article: Article, options: Options) -> Iterator[Problem]:
    """One problem for each source in another style."""
    for field, scalar in article.scalars("source"):
        text = scalar.text.strip()
        if not text or scalar.kind != "string":
            continue
        style = _style(text)
        if style == options.style or is_feed(text):
            continue
        made = _written(article, text, options.style)
        if made == text:
            continue  # a name that is a host: Phys.org
        what = f"{field.key} {shorten(text)} is {_STYLES[style]} and not {_STYLES[options.style]}"
        advice = f"use {shorten(made)}" if made else _USE[options.style]
        fix = (
            Fix(
                f"Write {made}",
                (SetScalar(scalar, made),),
                safe=False,
                why="the publication may really be called so",
            )
            if made
            else None
        )
        yield Problem(scalar.span, what, field.key, fix, advice=advice)


def _style(text: str) -> str:
    if "://" in text:
        return "url"
    return "host" if address_host(text) else "name"


def _written(article: Article, text: str, style: str) -> str:
    """The source in a style; "" when it is not known."""
    own = article.context.sources
    if style == "name":
        return publication(text, own)
    host = address_host(text)
    if not host:
        link = article.get("link")
        address = (link.text if link is not None else None) or ""
        if publication(address, own).casefold() != text.casefold():
            return ""
        host = address_host(address)
    return without_www(host) if style == "host" else f"https://{host}/"


RULE = Rule(
    code="SRC005",
    name="source-style",
    severity="info",
    habit=True,
    precision=Precision("medium", note="not met on 33 unseen sites"),
    fields=("source",),
    check=check,
    options=Options,
    examples=(
        Example(
            note="A host where the site writes names",
            front="""\
title: Élections
source: 'www.lemonde.fr' # from the link
""",
            found=(
                (
                    "3:9-3:25",
                    (
                        "source `www.lemonde.fr` is a host name and not a publication's "
                        "name; use `Le Monde`"
                    ),
                ),
            ),
            front_after="""\
title: Élections
source: 'Le Monde' # from the link
""",
            unsafe=True,
        ),
        Example(
            note="A name where the site writes hosts: the link knows it",
            front="""\
title: A
link: https://www.foxnews.com/world/a
source: Fox News
""",
            found=(
                (
                    "4:9-4:17",
                    (
                        "source `Fox News` is a publication's name and not a host name; use "
                        "`foxnews.com`"
                    ),
                ),
            ),
            front_after="""\
title: A
link: https://www.foxnews.com/world/a
source: foxnews.com
""",
            unsafe=True,
            options={"style": "host"},
        ),
        Example(
            note="An address that nobody has named",
            front="""\
title: A
source: https://example.org/
""",
            found=(
                (
                    "3:9-3:29",
                    (
                        "source `https://example.org/` is a URL and not a publication's "
                        "name; use the name of the publication"
                    ),
                ),
            ),
        ),
        Example(
            note="Names",
            front="""\
title: A
source: [U.S. News, 朝日新聞, Phys.org News]
""",
        ),
        Example(
            note="Addresses, as the site wants them",
            front="""\
title: A
source: https://www.example.org/
""",
            options={"style": "url"},
        ),
    ),
)
