"""title-site-suffix (TXT006): the title ends or begins with the name of its publication.

## What it does

Reports a title such as `Flood in the valley - BBC News` or `YouTube - Flood` of which a part before
or after a separator is exactly the publication after the article's link or source: its known name,
the text of the source, the label of the host (`Vercel` for `vercel.com`), or a name of the option
`names`. Case, spaces and hyphens do not count, and `News`, `Blog` or `.com` may follow. Other parts
are left alone, as a dash in a title mostly parts two halves of it, and so is a title that links to
a home page: it is about that site.

## Why it matters

The site prints the source beside the title already; in lists and cards the name takes the place of
the title's last words.

## Fix

Cuts the name off: unsafe, because readers see another title, and the URL may be made from it.

## Options

- `names` (default none): more names that a title may end with.

## Source

Measured on 6,900 real titles: a pattern for any such end gave 104 reports, and every one that was
read was false. The label of the host: public suffix list (the copy in publicsuffixlist).
"""

from __future__ import annotations

import re

from newslint.rule import (
    Article,
    Context,
    Example,
    Field,
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
from newslint.text.hosts import address_host, publication, site_of, without_www
from newslint.text.site_labels import (
    folded_name,
    host_labels,
    is_site_name,
    may_name,
    without_article,
)
from newslint.text.urls import split

_BREAK = r"\s{1,8}(\||-|–|—|·|•|»|›|«|::?)\s{1,8}|\s{0,8}(｜)\s{0,8}"
_SIGN = re.compile("[|\u2013\u2014·•»›«:｜-]")
_AFTER_NAME = frozenset(("|", "-", "·", "»", "›", "::", "｜"))
"""What scripts set after a name; a dash or a colon may part a subject from what is said of it."""

_LONGEST = 60
"""Characters that a name may have."""


class Options(NamedTuple):
    """`names` of publications."""

    names: tuple[str, ...] = ()


class _Part(NamedTuple):
    """A part of the title that may be a name, the rest of it, and where it stands."""

    name: str
    rest: str
    place: str


def check(article: Article, options: Options) -> Iterator[Problem]:
    """At most one problem."""
    field = article.get("title")
    text = field.text if field is not None else None
    if field is None or field.scalar is None or not text:
        return
    if not options.names and not any(article.pick(("link", "source"))):
        return
    parts = _parts(text.strip())
    if not parts:
        return
    names = _names(article, options)
    found = next((part for part in parts if _is_named(article, part, names)), None)
    if found is not None:
        what = f"{field.key} {found.place} with the name of the publication, {shorten(found.name)}"
        fix = Fix(
            f"Remove {found.name}",
            (SetScalar(field.scalar, found.rest),),
            safe=False,
            why="the name may be part of the title",
        )
        yield Problem(field.scalar.span, what, field.key, fix, advice="remove it")


def suspects(scalar: Scalar, options: Options, context: Context) -> bool:
    """True for a title with a sign that may part a name from the rest."""
    text = scalar.text
    if not (text.isascii() and text.isprintable()):
        return _SIGN.search(text) is not None
    return "|" in text or " -" in text or ":" in text


def _parts(text: str) -> list[_Part]:
    """What stands after each separator, the longest first, and what stands before the first."""
    breaks = list(re.finditer(_BREAK, text))
    parts = [_Part(text[one.end() :], text[: one.start()], "ends") for one in breaks]
    if breaks and (breaks[0].group(1) or breaks[0].group(2)) in _AFTER_NAME:
        first = breaks[0]
        parts.append(_Part(text[: first.start()], text[first.end() :], "starts"))
    return [
        part for part in parts if len(part.name) <= _LONGEST and any(map(str.isalnum, part.rest))
    ]


def _is_named(article: Article, part: _Part, names: frozenset[str]) -> bool:
    """True for the name of the publication; its host's labels are made only where they may fit."""
    if is_site_name(part.name, names):
        return True
    return any(
        may_name(part.name, host) and is_site_name(part.name, host_labels(host))
        for host in map(_host, article.pick(("link", "source")))
        if host
    )


def _host(field: Field) -> str:
    """The host of a link to a page, or of a source; empty for a link to a home page."""
    text = (field.text or "").strip()
    url = split(text)
    if field.role == "link" and not url.path.strip("/") and not url.query:
        return ""
    return address_host(text)


def _names(article: Article, options: Options) -> frozenset[str]:
    """What the publication may be called, folded."""
    names = list(options.names)
    for field in article.pick(("link", "source")):
        text = (field.text or "").strip()
        host = address_host(text)
        if host:
            known = publication(text, article.context.sources)
            names += (known, publication(host, article.context.sources))
            if _host(field):
                names += (without_www(host), site_of(host, {}))
        elif field.role == "source":
            names += (text, without_article(text))
    return frozenset(name for name in map(folded_name, names) if len(name) > 1)


RULE = Rule(
    code="TXT006",
    name="title-site-suffix",
    severity="warning",
    preset="news",
    precision=Precision("high", note="none wrong on 21 other sites"),
    fields=("title",),
    check=check,
    suspects=suspects,
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
            note="The label of the link's host",
            front="""\
title: 'Yeni sürüm hazır | The Cloud-Flare Blog' # from the feed
link: https://blog.cloudflare.com/yeni-surum
""",
            found=(
                (
                    "2:8-2:49",
                    (
                        "title ends with the name of the publication, `The Cloud-Flare Blog`; "
                        "remove it"
                    ),
                ),
            ),
            front_after="""\
title: 'Yeni sürüm hazır' # from the feed
link: https://blog.cloudflare.com/yeni-surum
""",
            unsafe=True,
        ),
        Example(
            note="At the start",
            front="""\
title: YouTube - Наводнение в долине
link: https://www.youtube.com/watch?v=1
""",
            found=(
                (
                    "2:8-2:37",
                    "title starts with the name of the publication, `YouTube`; remove it",
                ),
            ),
            front_after="""\
title: Наводнение в долине
link: https://www.youtube.com/watch?v=1
""",
            unsafe=True,
        ),
        Example(
            note="A title about the site that it links to, and a subject before a dash",
            front="""\
title: Deno - A modern runtime
link: https://deno.com/
""",
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
