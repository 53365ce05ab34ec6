"""empty-body (BDY003): after the front matter there is nothing to read.

## What it does

Reports a body that is empty, or holds nothing but scripts, frames and comments; a body that begins
with a block of keys once more, of which it is not certain that it is front matter (second-front-
matter reports what is); and, where `min-words` asks for it, one that is too short. The page of a
section may be empty, and so may one that a template of its own makes (`layout: search`) or that
leads elsewhere (`redirect_to`). An article with a link is a note, as it may be nothing but a
pointer.

Where a whole site does so, an empty body is a habit: a site of links has no bodies. Articles with a
link and those without are counted apart, so it is one, too, where four in five of those with a link
are nothing but pointers.

## Why it matters

A script that lost the text still writes the file: the page has a title and no article. A second
front matter block is printed as text.

## Fix

None.

## Options

- `min-words` (default 1): words that a body has at least; a Chinese, Japanese or Thai character
  counts as half a word.

## Source

Measured with Hugo 0.168: the page is built without a word.
"""

from __future__ import annotations

import re
import unicodedata

from newslint.rule import (
    Article,
    Example,
    Iterator,
    NamedTuple,
    Precision,
    Problem,
    Rule,
    Span,
)
from newslint.text.markup import text_starts
from newslint.text.second_block import second_front_matter

_PAIR = r"\w[\w-]*[ \t]*[:=][^\n]*\n(?:[ \t-][^\n]*\n)*"
_SECOND = rf"(---|\+\+\+)[ \t]*\r?\n(?:{_PAIR})+\1[ \t]*\r?$"
_UNSPACED = "[\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff\u3040-\u30ff\u3400-\u9fff]"


_TEMPLATE_KEYS = ("layout", "template", "outputs")
_USUAL = frozenset(
    (
        "article",
        "base",
        "blog",
        "blogpost",
        "default",
        "news",
        "none",
        "page",
        "post",
        "posts",
        "single",
    )
)
"""Layouts of articles, which print the body."""


class Options(NamedTuple):
    """`min_words` of a body."""

    min_words: int = 1


def check(article: Article, options: Options) -> Iterator[Problem]:
    """At most one problem."""
    block = article.block
    if block is None or article.path.rpartition("/")[2].startswith("_index."):
        return
    text = article.text
    if options.min_words <= 1 and _starts_with_text(text, block.body):
        return
    at = _first(text, block.body)
    if at >= len(text):
        if _is_made_elsewhere(article):
            return
        what = "the body is empty" if not article.body.strip() else "the body has no text"
        problem = Problem(block.closing, what, advice="add text", form="empty", without="link")
        yield _of_pointer(problem) if _is_pointer(article) else problem
    elif text[at] in "-+" and (match := re.compile(_SECOND, re.MULTILINE).match(text, at)):
        if second_front_matter(text, block.body, article.generator.known_keys):
            return  # second-front-matter reports it
        span = Span(at, at + 3)
        rows = match.group().count("\n") + 1
        what = "the body starts with a second block of front matter"
        yield Problem(span, what, advice=f"merge its {rows} lines into the first", habit=False)
    elif options.min_words > 1 and (count := _words(article.body)) < options.min_words:
        what = f"the body has {count} words (minimum {options.min_words})"
        yield Problem(block.closing, what, advice="expand it", habit=False)


def _starts_with_text(text: str, start: int) -> bool:
    """A cheap test: most bodies begin with a letter, or with one in a paragraph of HTML."""
    if text.startswith("<p>", start):
        start += 3
    return text[start : start + 1].isalpha()


def _is_made_elsewhere(article: Article) -> bool:
    """True for a page that a template of its own makes, or that leads to another one."""
    for field in article.fields:
        key, text = field.key.lower(), (field.text or "").lower()
        if key.startswith("redirect") and not field.empty:
            return True
        if key in _TEMPLATE_KEYS and text and text.rpartition("/")[2].split(".")[0] not in _USUAL:
            return True
    return False


def _first(text: str, start: int) -> int:
    """Where the text of the body that begins at an offset begins; its end, when there is none."""
    blanks = re.compile(r"\s*").match(text, start)
    at = blanks.end() if blanks else start
    return text_starts(text, at) if text[at : at + 1] in ("<", "&") else at


def _is_pointer(article: Article) -> bool:
    """True for an article that may be nothing but a link."""
    link = article.get("link")
    return link is not None and not link.empty


def _of_pointer(problem: Problem) -> Problem:
    """The same as a note, counted among the articles that have a link."""
    return problem._replace(severity="info", form="pointer", beside="link", without="")


def _words(body: str) -> int:
    """Words that readers see; in a script without spaces two characters are one."""
    text = re.sub(r"<[^<>]*>", " ", body)
    dense = len(re.findall(_UNSPACED, text))
    rest = re.sub(_UNSPACED, " ", text)
    words = sum(any(unicodedata.category(c)[0] in "LN" for c in word) for word in rest.split())
    return words + dense // 2


RULE = Rule(
    code="BDY003",
    name="empty-body",
    severity="warning",
    habit=True,
    preset="news",
    precision=Precision("high", read=10, needless=9, note="33 unseen sites"),
    check=check,
    options=Options,
    examples=(
        Example(
            note="Nothing at all",
            before="""---
title: Flood
---

""",
            found=(("3:1-3:4", "the body is empty; add text"),),
        ),
        Example(
            note="Nothing that is read",
            before="""---
title: Flood
link: https://example.org/a
description: The river rises.
---
<!-- text --><p>&nbsp;</p>
<script>alert("x")</script>
<iframe src="https://example.org/"></iframe>
""",
            found=(("5:1-5:4", "the body has no text; add text"),),
        ),
        Example(
            note="Front matter once more",
            front="""\
title: Überschwemmung
---

---
quelle: dpa
notizen:
  - a
- b
""",
            found=(
                (
                    "5:1-5:4",
                    (
                        "the body starts with a second block of front matter; "
                        "merge its 6 lines into the first"
                    ),
                ),
            ),
        ),
        Example(
            note="More words are wanted",
            before="""---
title: 洪水
---
河水漫过堤岸, <b>村庄</b> – flood!
""",
            found=(("3:1-3:4", "the body has 5 words (minimum 20); expand it"),),
            options={"min-words": 20},
        ),
        Example(
            note="A picture, a table, a rule between parts, and text after markup",
            before="""---
title: Flood
---

<div><img src="a.jpg"></div>
---
""",
        ),
        Example(
            note="A page that a template makes, and one that leads elsewhere",
            before="""---
title: Arama
layout: search
---
""",
        ),
        Example(
            note="The page of a section",
            before="""---
title: News
---
""",
            path="content/news/_index.md",
        ),
    ),
)
