"""image-invalid (IMG001): the image is neither an address nor a path, or no picture for readers.

## What it does

Reports an image that is a path of somebody's own disk, HTML or Markdown, a word such as `n/a`, an
address without a host, or a picture's name with a sign after it that is left of Markdown or of a
list (`x.jpg)`), or a path that ends with a dot (`/img/flood.`); a tracking pixel; as a note a
`data:` address, and one that is not encrypted. Names without a dot or a slash are left alone: they
may stand for a picture.

Where a whole site does so, pictures by `http:` are a habit: they lie on a host of the house.

## Why it matters

The page and the card show a broken picture, or one of a single point. A `data:` address makes the
page as heavy as the picture, and cards do not show it. Of an `http:` picture on an encrypted page
browsers try the encrypted form alone.

## Fix

Writes https for http: unsafe, as the host may not offer it. None for a host that certainly does
not (`localhost`, a number, a port of its own). Cuts off the sign after a picture's name: unsafe, as
it may be a part of it. None for the others.

## Options

- `pixels` (default none): more parts of the addresses of tracking pixels.

## Source

RFC 3986 for addresses; pixels that feeds carry.
"""

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
    Severity,
    shorten,
)
from newslint.text.regex import regex
from newslint.text.urls import host_of, may_have_https

_WORDS = frozenset(("null", "n/a", "no", "no image", "tbd", "todo"))
_PIXELS = (
    "/pixel.gif",
    "/pixel.png",
    "/blank.gif",
    "/spacer.gif",
    "/transparent.gif",
    "/1x1.",
    "/tr?id=",
    "//pixel.",
    "//stats.wordpress.com/",
    "//pi.feedsportal.com/",
    "//feeds.feedburner.com/~r/",
    "//feedads.",
    "//www.google-analytics.com/",
    "//b.scorecardresearch.com/",
    "//rss.buysellads.com/",
)


_LEFT_OVER = regex(r"(?i)[^()\[\]\s\"'<>]+\.(?:jpe?g|png|gif|webp|avif|svg)([)\]>\"'`,;]+)")
"""A picture's name and what stands after it; a bracket that the name opens is its own."""


class Options(NamedTuple):
    """`pixels`: parts of addresses."""

    pixels: tuple[str, ...] = ()


def check(article: Article, options: Options) -> Iterator[Problem]:
    """One problem for each such image."""
    for field, scalar in article.scalars("image"):
        text = scalar.text.strip()
        if text and scalar.kind == "string":
            yield from _examined(field, scalar, text, options)


def suspects(scalar: Scalar, options: Options, context: Context) -> bool:
    """False for no image."""
    return scalar.kind == "string" and scalar.text.strip() != ""


def _examined(field: Field, scalar: Scalar, text: str, options: Options) -> Iterator[Problem]:
    low = text.lower()
    shown = f"{field.key} {shorten(text)}"
    fault = _fault(low, text)
    if fault is not None:
        what, advice, severity = fault
        what = f"{shown} {what}"
        yield _harm(Problem(scalar.span, what, field.key, None, severity, advice=advice))
    elif left := _LEFT_OVER.fullmatch(text):
        yield _harm(_left_over(field, scalar, text, left.group(1)))
    elif "//" in low and any(part in low for part in (*_PIXELS, *options.pixels)):
        what = f"{shown} is a tracking pixel"
        yield _harm(Problem(scalar.span, what, field.key, advice="use an image or remove it"))
    elif low.startswith("http://"):
        change = SetScalar(scalar, f"https{text[4:]}")
        fix = (
            Fix(
                "Use https",
                (change,),
                safe=False,
                why="whether the server answers on https is not known",
            )
            if may_have_https(text)
            else None
        )
        problem = Problem(scalar.span, f"{shown} uses http", field.key, fix, "info")
        yield problem._replace(advice="use https", form="http")


def _harm(problem: Problem) -> Problem:
    """What harms the article, whatever the others do."""
    return problem._replace(habit=False)


def _left_over(field: Field, scalar: Scalar, text: str, sign: str) -> Problem:
    """A picture's name with a sign after it."""
    what = f"{field.key} {shorten(text)} ends with `{sign}`"
    change = SetScalar(scalar, text.removesuffix(sign))
    why = "the sign may be a part of the name"
    fix = Fix(f"Remove {shorten(sign)}", (change,), safe=False, why=why)
    return Problem(scalar.span, what, field.key, fix, advice=f"remove the {shorten(sign)}")


def _fault(low: str, text: str) -> tuple[str, str, Severity | None] | None:
    """Why a text is no address and no path, and what to do; None when it may be one."""
    if low in _WORDS:
        return "is a placeholder", "use an image or remove it", None
    if low.startswith(("http://", "https://")):
        return None if host_of(text) else ("has no host", "correct the URL", None)
    if low.startswith("data:"):
        return "is a data URL", "save the image as a file and use its path", "info"
    if low.startswith(("file:", "\\\\")) or low[1:3] == ":\\":
        return "is a path on one computer", "use a path of the site", None
    if low[0] == "<" or low.startswith("!["):
        return "is markup", "keep only the URL", None
    if low[-1] == "." and low.strip("./") and " " not in low:
        return "ends with a dot, after which the extension is missing", "add it", None
    if low.startswith(("blob:", "cid:")):
        return "is not a URL that a page can load", "use the URL of a file", None
    return None


RULE = Rule(
    code="IMG001",
    name="image-invalid",
    severity="warning",
    habit=True,
    preset="default",
    precision=Precision("very-high", read=3, note="33 and 399 unseen sites"),
    fields=("image",),
    check=check,
    suspects=suspects,
    options=Options,
    examples=(
        Example(
            note="what is left of Markdown, with odd quotes and a comment",
            front="""\
title: A
images: ['/img/река.jpg)', "https://example.org/b.png,"] # pasted
""",
            found=(
                ("3:10-3:26", "images `/img/река.jpg)` ends with `)`; remove the `)`"),
                ("3:28-3:56", "images `https://example.org/b.png,` ends with `,`; remove the `,`"),
            ),
            front_after="""\
title: A
images: ['/img/река.jpg', "https://example.org/b.png"] # pasted
""",
            unsafe=True,
        ),
        Example(
            note="The extension is lost; none, a folder, a word and an address are left",
            front="""\
title: 洪水
images:
- /img/洪水. # from the feed
- /img/flood
- ..
- A flood.
- https://example.org/flood.
""",
            found=(
                (
                    "4:3-4:11",
                    (
                        "images `/img/洪水.` ends with a dot, after which the extension is "
                        "missing; add it"
                    ),
                ),
            ),
        ),
        Example(
            note="a bracket that belongs to the name",
            front="""\
title: A
images: [/img/photo(1).jpg, /img/a(b.jpg), "https://example.org/get?f=a.jpg&n=(x)"]
""",
        ),
        Example(
            note="An address that is not encrypted, with odd quotes and a comment",
            front="""\
title: Flood
image: 'http://img.example.org/é.jpg' # from the feed
""",
            found=(("3:8-3:38", "image `http://img.example.org/é.jpg` uses http; use https"),),
            front_after="""\
title: Flood
image: 'https://img.example.org/é.jpg' # from the feed
""",
            unsafe=True,
        ),
        Example(
            note="No pictures",
            front="""\
title: Flood
images:
  - data:image/gif;base64,R0lGODlhAQABAAAAACw=
  - <img src="/a.jpg">
  - "C:\\\\Users\\\\a.jpg"
  - N/A
  - https:///a.jpg
  - https://pixel.example.org/p?x=1
""",
            found=(
                (
                    "4:5-4:47",
                    (
                        "images `data:image/gif;base64,R0lGODlhAQABAAAAACw=` is a data URL; "
                        "save the image as a file and use its path"
                    ),
                ),
                ("5:5-5:23", 'images `<img src="/a.jpg">` is markup; keep only the URL'),
                (
                    "6:5-6:23",
                    "images `C:\\Users\\a.jpg` is a path on one computer; use a path of the site",
                ),
                ("7:5-7:8", "images `N/A` is a placeholder; use an image or remove it"),
                ("8:5-8:19", "images `https:///a.jpg` has no host; correct the URL"),
                (
                    "9:5-9:36",
                    (
                        "images `https://pixel.example.org/p?x=1` is a tracking pixel; use "
                        "an image or remove it"
                    ),
                ),
            ),
        ),
        Example(
            note="Addresses, paths and names",
            front="""\
title: 洪水
image: [https://例え.jp/画像.png, //cdn.example.org/a.webp, /img/a b.jpg, a.jpg, flood-picture, ""]
""",
        ),
    ),
)
