"""link-entity (LNK009): the link holds an HTML entity or white space that is none of it.

## What it does

Reports `&amp;`, `&#38;` and `&#x26;` in a link, and white space or invisible characters at its
edges.

## Why it matters

The entity is HTML's way to write `&`: as an address it asks for parameters called `amp;b`, and the
page is another one or none.

## Fix

Writes `&`, and cuts the edges. Safe; unsafe where the address holds another one, in which the
entity may be right.

## Options

None.

## Source

HTML Standard, named character references; RFC 3986, section 2, for what an address may hold.
"""

from newslint.rule import (
    Article,
    Context,
    Example,
    Fix,
    Iterator,
    NoOptions,
    Precision,
    Problem,
    Rule,
    Scalar,
    SetScalar,
    shorten,
)
from newslint.text.urls import bare_ampersands, inner_start, trim


def check(article: Article, options: NoOptions) -> Iterator[Problem]:
    """Yield one problem for each link that is not written as an address is."""
    for field, scalar in article.scalars("link"):
        trimmed = _trim(scalar)
        plain = bare_ampersands(trimmed)
        if plain == scalar.text or not plain.strip() or scalar.kind != "string":
            continue
        faults, remedies = [], []
        if plain != trimmed:
            faults.append("contains HTML entities")
            remedies.append("decode them")
        if trimmed != scalar.text:
            faults.append("starts or ends with whitespace")
            remedies.append("trim the URL")
        what = f"{field.key} {shorten(scalar.text)} {' and '.join(faults)}"
        safe = plain == trimmed or inner_start(scalar.text) is None
        fix = Fix(
            "Write the plain URL",
            (SetScalar(scalar, plain),),
            safe,
            why="the reference may belong to the address inside",
        )
        yield Problem(scalar.span, what, field.key, fix, advice=" and ".join(remedies))


def suspects(scalar: Scalar, options: NoOptions, context: Context) -> bool:
    """True for what may hold a reference, or something at its edges."""
    text = scalar.text
    return ("&" in text and ";" in text) or not text.isascii() or text != text.strip()


def _trim(scalar: Scalar) -> str:
    """The address without its edges; the line end that ends a block scalar is no fault of it."""
    trimmed = trim(scalar.text)
    block = scalar.style in ("literal", "folded") and scalar.text.endswith("\n")
    return f"{trimmed}\n" if block else trimmed


RULE = Rule(
    code="LNK009",
    name="link-entity",
    severity="warning",
    preset="default",
    precision=Precision("very-high", read=2, note="399 unseen sites; none wrong on 21 other sites"),
    fields=("link",),
    check=check,
    suspects=suspects,
    examples=(
        Example(
            note="an address copied out of HTML",
            front="""\
title: A
link: 'https://a.org/?b&amp;c&#038;d' # from the feed
""",
            found=(
                (
                    "3:7-3:38",
                    "link `https://a.org/?b&amp;c&#038;d` contains HTML entities; decode them",
                ),
            ),
            front_after="""\
title: A
link: 'https://a.org/?b&c&d' # from the feed
""",
        ),
        Example(
            note="escaped twice, with a space and an invisible mark at the edges",
            front="""\
title: أخبار
link: "\u200b https://a.org/أخبار?a=1&amp;amp;b "
""",
            found=(
                (
                    "3:7-3:45",
                    (
                        "link `\u200b https://a.org/أخبار?a=1&amp;amp;b` contains HTML "
                        "entities and starts or ends with whitespace; decode them and trim the URL"
                    ),
                ),
            ),
            front_after="""\
title: أخبار
link: "https://a.org/أخبار?a=1&b"
""",
        ),
        Example(
            note="the line end of a block scalar is none of its own",
            front="""\
title: A
link: |
  https://example.org/a
""",
        ),
        Example(
            note="plain ampersands and a parameter called amp",
            front="""\
title: A
link: https://example.org/a?b=1&amp=2&c=3;d
""",
        ),
    ),
)
