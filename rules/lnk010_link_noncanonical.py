"""link-noncanonical (LNK010): the link is written in an unusual form of the same address.

## What it does

Reports capitals in scheme or host, the scheme's own port (`:443`), dot segments (`/a/../b`), an
empty query or fragment, and a text fragment (`#:~:text=…`).

## Why it matters

Two ways to write one address hide that two articles have the same link.

## Fix

Writes these parts in their usual form and leaves every other byte of the address. Safe; unsafe for
a text fragment, which leads the reader to a sentence.

## Options

None.

## Source

RFC 3986, section 6.2; WHATWG URL Standard; WICG, Text Fragments.
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
from newslint.text.urls import tidy, without_text_directive


def check(article: Article, options: NoOptions) -> Iterator[Problem]:
    """Yield up to two problems for each link: its form, and a text fragment."""
    for field, scalar in article.scalars("link"):
        if suspects(scalar, options, article.context):
            yield from _unusual(scalar, field.key)


def suspects(scalar: Scalar, options: NoOptions, context: Context) -> bool:
    """False for most links; one that is suspected may still be all right."""
    text = scalar.text
    slash = text.find("/", 8)
    host = text[:slash] if slash > 0 else text
    return (
        not host.islower()
        or ":" in host[6:]
        or "/." in text
        or "/%2" in text
        or ":~:" in text
        or "?#" in text
        or text[-1:] in "?#"
    )


def _unusual(scalar: Scalar, key: str) -> Iterator[Problem]:
    text, reasons = tidy(scalar.text)
    if reasons and text != scalar.text:
        what = f"{key} is not normalized ({', '.join(reasons)})"
        fix = Fix("Normalize the URL", (SetScalar(scalar, text),), safe=True)
        yield Problem(scalar.span, what, key, fix, advice=f"change it to {shorten(text)}")
    text = without_text_directive(scalar.text)
    if text != scalar.text:
        what = f"{key} contains a text fragment (`#:~:text=`)"
        fix = Fix(
            "Remove the text fragment",
            (SetScalar(scalar, text),),
            safe=False,
            why="the fragment leads the reader to a passage",
        )
        yield Problem(scalar.span, what, key, fix, advice="remove it")


RULE = Rule(
    code="LNK010",
    name="link-noncanonical",
    severity="info",
    preset="default",
    precision=Precision("very-high", note="not met on 33 unseen sites"),
    fields=("link",),
    check=check,
    suspects=suspects,
    examples=(
        Example(
            note="what a parser changes anyway; capitals in path and query stay",
            front="""\
title: A
link: "https://Example.org:443/x/../A?C=%7e#" # from the feed
""",
            found=(
                (
                    "3:7-3:46",
                    (
                        "link is not normalized (host in capitals, default port `:443`, dot "
                        "segments, empty fragment); change it to `https://example.org/A?C=%7e`"
                    ),
                ),
            ),
            front_after="""\
title: A
link: "https://example.org/A?C=%7e" # from the feed
""",
        ),
        Example(
            note="a text fragment is only offered for removal",
            front="""\
title: A
link: https://example.org/a#part:~:text=der%20Satz
""",
            found=(("3:7-3:51", "link contains a text fragment (`#:~:text=`); remove it"),),
            front_after="""\
title: A
link: https://example.org/a#part
""",
            unsafe=True,
        ),
        Example(
            note="another port, dots that are names, letters of another script",
            front="""\
title: A
link: http://example.org:443/.well-known/...x/~Я/..b#c?
""",
        ),
        Example(
            note="two addresses in one are link-invalid's",
            front="""\
title: A
link: http://x:https://example.org/a
""",
        ),
        Example(
            note="nothing unusual",
            front="""\
title: A
link: https://例え.jp/Über/A?B=C#D
""",
        ),
    ),
)
