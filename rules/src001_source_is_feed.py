"""source-is-feed (SRC001): the source is the address of a feed, not a publication.

## What it does

Reports a source that is a feed's address or host: `feeds.foxnews.com`, an address that ends in
`.rss`, `.xml` or `/feed/`, a service that serves the feeds of others.

## Why it matters

Readers see a machine's address where the name of the publication should stand, and every feed of
one publication becomes a source of its own.

## Fix

Writes the publication: its name from the option `map`, from `[sources]` in the config, or from the
built-in table. Where the feed does not say whose it is, the link may. Nothing is guessed from a
host. Unsafe: the source is printed, and may be a term.

## Options

- `map` (default none): feed or site -> the name to print.
- `style` (default `"name"`): `"host"` writes the publication's host instead of its name.

## Source

The table `newslint/data/feeds.yaml`: prefixes and services counted over 895 public feeds.
"""

from collections.abc import Mapping
from typing import Literal

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
    shorten,
)
from newslint.text.hosts import (
    address_host,
    is_feed,
    is_proxy,
    publication,
    same_site,
    site_of,
    without_www,
)


class Options(NamedTuple):
    """`map`: feed or site -> name. `style`: what the fix writes, a name or a host."""

    map: Mapping[str, str] = {}
    style: Literal["name", "host"] = "name"


def check(article: Article, options: Options) -> Iterator[Problem]:
    """Yield one problem for each source that is a feed."""
    for field, scalar in article.scalars("source"):
        text = scalar.text.strip()
        if "." not in text or not is_feed(text):
            continue
        what = f"{field.key} {shorten(text)} is a feed"
        name = _publication(article, text, options)
        fix = None
        if name:
            fix = Fix(
                f"Write {name}",
                (SetScalar(scalar, name),),
                safe=False,
                why="the name is taken from the address, and may not be what the house writes",
            )
        yield Problem(scalar.span, what, field.key, fix, advice="name the publication")


def suspects(scalar: Scalar, options: Options, context: Context) -> bool:
    """True for a feed."""
    return "." in scalar.text and is_feed(scalar.text.strip())


def _publication(article: Article, source: str, options: Options) -> str:
    """What the fix writes; "" when neither the feed nor the link tells whose feed it is."""
    own = {**article.context.sources, **options.map} if options.map else article.context.sources
    if options.style == "name" and (name := publication(source, own)):
        return name
    link = article.get("link")
    address = (link.text if link else None) or ""
    host, target = address_host(source), address_host(address)
    if options.style == "host":
        return without_www(target) if is_proxy(host) else site_of(host, {})
    if target and (is_proxy(host) or same_site(host, target, {})):
        return publication(address, own)
    return ""


RULE = Rule(
    code="SRC001",
    name="source-is-feed",
    severity="warning",
    preset="news",
    precision=Precision("high", note="not met on 33 unseen sites"),
    fields=("source",),
    check=check,
    suspects=suspects,
    options=Options,
    examples=(
        Example(
            note="the host of a known publication's feeds",
            front="""\
title: A
source: 'https://feeds.foxnews.com/world' # from the feed
""",
            found=(
                (
                    "3:9-3:42",
                    "source `https://feeds.foxnews.com/world` is a feed; name the publication",
                ),
            ),
            front_after="""\
title: A
source: 'Fox News' # from the feed
""",
            unsafe=True,
        ),
        Example(
            note="a service that serves everybody's feeds: the link tells whose",
            front="""\
title: Élections
link: https://www.lemonde.fr/a.html
source: feeds.feedburner.com/elections
""",
            found=(
                (
                    "4:9-4:39",
                    "source `feeds.feedburner.com/elections` is a feed; name the publication",
                ),
            ),
            front_after="""\
title: Élections
link: https://www.lemonde.fr/a.html
source: Le Monde
""",
            unsafe=True,
        ),
        Example(
            note="a feed that nobody has named: no guess",
            front="""\
title: A
source: https://example.org/news/feed/
""",
            found=(
                (
                    "3:9-3:39",
                    "source `https://example.org/news/feed/` is a feed; name the publication",
                ),
            ),
        ),
        Example(
            note="named in the site's own config",
            front="""\
title: A
source: "https://example.org/news/feed/"
""",
            found=(
                (
                    "3:9-3:41",
                    "source `https://example.org/news/feed/` is a feed; name the publication",
                ),
            ),
            front_after="""\
title: A
source: "Das Beispiel"
""",
            unsafe=True,
            config={"sources": {"example.org/news": "Das Beispiel"}},
        ),
        Example(
            note="the host instead of the name",
            front="""\
title: A
source: rss.example.org/all
""",
            found=(("3:9-3:28", "source `rss.example.org/all` is a feed; name the publication"),),
            front_after="""\
title: A
source: example.org
""",
            unsafe=True,
            options={"style": "host"},
        ),
        Example(
            note="names, sites and articles are no feeds",
            front="""\
title: A
source: [U.S. News, Phys.org, https://www.linkedin.com/feed/update/1/, 朝日新聞]
""",
        ),
    ),
)
