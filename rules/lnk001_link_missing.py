"""link-missing (LNK001): an article that names a source or a feed has no link.

## What it does

Reports an article with a source or a feed but without a link, or with an empty one. A source that
is itself the address of an article or a mapping counts as the link, and so does the address of a
page under any other key (`permalink`, `guid`), and one that the site supplies.

## Why it matters

The article came from somewhere else, and its readers cannot get there.

## Fix

None: only whoever wrote the article knows the address.

## Options

- `keys` (default none): further keys that say where the article is, such as `doi`.

## Source

Roles and the keys that play them: the site's own config.
"""

from newslint.rule import Article, Example, Field, Iterator, NamedTuple, Precision, Problem, Rule
from newslint.text.hosts import address_host, is_feed
from newslint.text.urls import split

_FILES = (".jpg", ".jpeg", ".png", ".gif", ".webp", ".svg", ".mp3", ".mp4", ".m4a", ".ogg", ".css")


class Options(NamedTuple):
    """`keys`: front matter keys that count as a link besides the role's own."""

    keys: tuple[str, ...] = ()


def check(article: Article, options: Options) -> Iterator[Problem]:
    """Yield one problem at the source (or feed) that has no link beside it."""
    link = article.get("link")
    if link is not None and not link.empty:
        return
    origin = next((f for f in article.pick(("source", "feed")) if not f.empty), None)
    if origin is None or not _is_name(origin):
        return
    keys = {key.lower() for key in options.keys}
    if keys and any(f.key.lower() in keys and not f.empty for f in article.fields):
        return
    if article.inherits("link") is not False:
        return
    if any(_holds_link(article, field) for field in article.fields):
        return
    name = link.key if link else "link"
    what = f"{name} is missing although {origin.key} is given"
    advice = "add the URL of the article"
    yield Problem(origin.key_span, what, name, advice=advice, beside=origin.role or "")


def concerns(article: Article, options: Options) -> bool:
    """False for an article with a link."""
    link = article.get("link")
    return link is None or link.empty


def _is_name(origin: Field) -> bool:
    """True for a name or a feed: no address of an article, no mapping, no words about a source.

    A publisher may be the site itself.
    """
    scalar = origin.scalar
    if scalar is None or origin.key.lower() == "publisher" or set("(),;") & set(scalar.text):
        return False
    return not _is_article(scalar.text.strip("<> "))


def _holds_link(article: Article, field: Field) -> bool:
    """True for a key without a role that has the address of a page, and of no picture or sound."""
    if field.key.lower() in article.context.role_of or len(field.scalars) != 1:
        return False
    text = field.scalars[0].text
    return _is_article(text) and not split(text).path.lower().endswith(_FILES)


def _is_article(text: str) -> bool:
    """True for the address of one page: a path, and no feed."""
    url = split(text)
    return bool(url.scheme and url.path.strip("/") and address_host(text)) and not is_feed(text)


RULE = Rule(
    code="LNK001",
    name="link-missing",
    severity="warning",
    preset="news",
    precision=Precision("high", read=2, needless=2, note="399 unseen sites"),
    fields=("source", "feed"),
    check=check,
    concerns=concerns,
    options=Options,
    examples=(
        Example(
            note="a source, but no way to the article",
            front="""\
title: A
source: "Süddeutsche Zeitung" # from the feed
""",
            found=(
                ("3:1-3:7", "link is missing although source is given; add the URL of the article"),
            ),
        ),
        Example(
            note="the link is there, and empty",
            front="""\
title: A
link: ''
source: https://feeds.foxnews.com/foxnews/world
""",
            found=(
                ("4:1-4:7", "link is missing although source is given; add the URL of the article"),
            ),
        ),
        Example(
            note="a link beside the source",
            front="""\
title: A
link: https://www.example.org/a
source: Example
""",
        ),
        Example(
            note="the source is the address of the article",
            front="""\
title: A
source: https://www.example.org/2026/01/a.html
""",
        ),
        Example(
            note="another key holds the address",
            front="""\
title: A
source: Example
permalink: https://www.example.org/a
""",
        ),
        Example(
            note="a key of the site's own says where it is",
            front="""\
title: A
source: Nature
DOI: 10.1000/182
""",
            options={"keys": ["doi"]},
        ),
    ),
)
