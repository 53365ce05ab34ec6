"""text-html (TXT003): a title or a description holds HTML tags.

## What it does

Looks for tags that HTML has (`<b>`, `</p>`, `<a href="…">`), with attributes in their right form,
outside backticks. A text that speaks of tags (`the <table> element`) is right: it is shown as it
stands, and an icon (`<i class="…"></i>`) is meant. A summary is another rule's. A note where the
target is not known to escape these texts.

## Why it matters

Hugo and others escape these values, so that readers see `<b>` itself; cards and search results do
too. A description often is the start of a page's HTML, cut somewhere.

## Fix

Takes the tags out and leaves their text, a space for those that part lines: unsafe, as some sites
print titles as HTML on purpose. Nothing is done for scripts, styles and frames, and where the text
says something else without the tag (`<del>`, `<s>`, `<sup>`).

## Options

None.

## Source

HTML, section 13.1.2 (start tags). Measured with Hugo 0.168: `&lt;b&gt;` in the page.
"""

from __future__ import annotations

import re
from bisect import bisect_left

from newslint.rule import (
    Article,
    Example,
    Field,
    Fix,
    Iterator,
    NoOptions,
    Precision,
    Problem,
    Rule,
    SetScalar,
    Severity,
    shorten,
)
from newslint.text.strippable import is_markup, is_strippable
from newslint.text.words import cut_tail, tidy

_ROLES = ("title", "description")
_BREAKS = "p|br|div|li|ul|ol|h[1-6]|hr|tr|td|th|table|blockquote|figure|figcaption|section|article"
_LEFT = "script|style|iframe|object|embed|svg|video|audio|form"
_NAMES = (
    f"{_BREAKS}|{_LEFT}|a|b|i|u|s|q|em|strong|span|font|small|big|sup|sub|mark|del|ins|code|pre|img"
    "|cite|abbr|strike|center|wbr|picture|source|figure|label|button|input|noscript|main|header"
)
_ATTRIBUTE = r"""\s+[a-zA-Z][\w:.-]*(?:\s*=\s*(?:"[^"]*"|'[^']*'|[^\s"'<>=`]+))?"""

_ICON = r"(?i)<(i|span)\s([^<>]*)>\s*(</\1\s*>)"
"""An element without text that a style sheet draws."""


def check(article: Article, options: NoOptions) -> Iterator[Problem]:
    """One problem for each text with tags in it."""
    for field in article.pick(_ROLES):
        text = field.text
        if text and "<" in text and ">" in text:
            yield from _examined(article, field, text)


def _examined(article: Article, field: Field, text: str) -> Iterator[Problem]:
    tags = re.compile(rf"<(/?)({_NAMES})((?:{_ATTRIBUTE})*)\s*/?>", re.IGNORECASE)
    drawn = (match for match in re.finditer(_ICON, text) if "class=" in match.group(2).lower())
    icons = {at for match in drawn for at in (match.start(), match.start(3))}
    ticks = [tick.start() for tick in re.finditer("`", text)]
    matches = (one for one in tags.finditer(text) if one.start() not in icons)
    found = [match for match in matches if _is_markup(match, ticks)]
    if not found or field.scalar is None or not is_markup(found):
        return
    what = f"{field.key} contains the HTML tag {shorten(found[0].group())}"
    fix = _fix(field, text, found)
    severity: Severity | None = None if article.generator.escapes_texts else "info"
    yield Problem(field.scalar.span, what, field.key, fix, severity, advice="use plain text")


def _is_markup(match: re.Match[str], ticks: list[int]) -> bool:
    """A bare attribute is a word between two signs: `a <b and c> d`. `ticks`: the backticks."""
    if bisect_left(ticks, match.start()) % 2:
        return False
    return not match.group(3) or "=" in match.group(3)


def _fix(field: Field, text: str, found: list[re.Match[str]]) -> Fix | None:
    if any(re.fullmatch(_LEFT, match.group(2), re.IGNORECASE) for match in found):
        return None
    if not is_strippable(found):
        return None
    core, tail = cut_tail(text, field.scalar.style if field.scalar else "")
    pieces, at = [], 0
    for match in found:
        parts = re.fullmatch(_BREAKS, match.group(2), re.IGNORECASE)
        pieces += [core[at : match.start()], " " if parts else ""]
        at = match.end()
    core = "".join((*pieces, core[at:]))
    plain = core.strip() if "\n" in core else tidy(core)
    if not plain or field.scalar is None:
        return None
    return Fix(
        "Remove the tags",
        (SetScalar(field.scalar, plain + tail),),
        safe=False,
        why="the tags may be meant, and the site may print them",
    )


RULE = Rule(
    code="TXT003",
    name="text-html",
    severity="warning",
    preset="default",
    precision=Precision("very-high", note="not met on 33 unseen sites"),
    fields=_ROLES,
    check=check,
    suspects="<",
    examples=(
        Example(
            note="A paragraph and a link, with odd quotes and a comment",
            front="""\
title: 'The <em>Überschwemmung</em>'  # from the feed
description: '<p>The river <a href="https://x.org/">rose</a>.</p><p>Twice.<br/></p>'
""",
            found=(
                ("2:8-2:37", "title contains the HTML tag `<em>`; use plain text"),
                ("3:14-3:85", "description contains the HTML tag `<p>`; use plain text"),
            ),
            front_after="""\
title: 'The Überschwemmung'  # from the feed
description: 'The river rose. Twice.'
""",
            unsafe=True,
        ),
        Example(
            note="A frame is nothing that text is left of",
            front="""\
title: A
description: <iframe src="https://x.org/"></iframe> Watch
""",
            found=(
                (
                    "3:14-3:58",
                    (
                        "description contains the HTML tag `<iframe "
                        'src="https://x.org/">`; use plain text'
                    ),
                ),
            ),
        ),
        Example(
            note="Tags that the text speaks of, and one that says what is no longer true",
            front="""\
title: "Don't stop learning <del>frameworks</del>"
description: 'Das <table>-Element, <b> und </b>'
""",
            found=(("2:8-2:51", "title contains the HTML tag `<del>`; use plain text"),),
        ),
        Example(
            note="An icon is meant, and what is beside it is not",
            front="""\
title: '<i class="fas fa-water"></i> Flut'
description: <span class='icon-up'></span> Der <b>Rhein</b> steigt
""",
            found=(("3:14-3:67", "description contains the HTML tag `<b>`; use plain text"),),
            front_after="""\
title: '<i class="fas fa-water"></i> Flut'
description: <span class='icon-up'></span> Der Rhein steigt
""",
            unsafe=True,
        ),
        Example(
            note="A target whose templates print texts as they are",
            front="""\
title: Flut in <i>Köln</i>
""",
            found=(("2:8-2:27", "title contains the HTML tag `<i>`; use plain text"),),
            front_after="""\
title: Flut in Köln
""",
            unsafe=True,
            target="jekyll",
            path="_posts/2025-12-31-a.md",
        ),
        Example(
            note="Signs, arrows, code, and what is no tag of HTML",
            front="""\
title: "a <b and c> d <- e -> f, 1 < 2 > 0, <3"
description: "`<b>` is bold; <name@example.org>, List<String>"
""",
        ),
    ),
)
