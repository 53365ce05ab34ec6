"""text-boilerplate (TXT012): a text ends in what a feed or a template added, or inside a word.

## What it does

Looks at the end of description and summary for "The post … appeared first on …", "Continue
reading", "Read more", `[…]`, in several languages, and, where the text stands in the body, for an
end inside a word (`help de...`, where the body has `help developers`). Whether a script has cut
other texts the body tells, or the site: where twenty descriptions or more end in dots at exactly
the same length, and these are one in four of those that end in dots, each of them is reported as
info. Else an ellipsis may be the author's. The lengths are counted over all articles of the run, so
nothing is said of them where files are named one by one.

## Why it matters

"Continue reading" leads nowhere in a card or a search result, and `[…]` says that a script has cut
the sentence.

## Fix

Cuts the tail off, or ends after the last whole word with an ellipsis: unsafe, because readers see
another text. None where nothing would be left.

## Options

- `phrases` (default none): more texts that begin such a tail.
- `excerpts` (default false): a text that ends in an ellipsis where the body goes on with the
  sentence is a note.

## Source

The words that WordPress writes into its feeds, in the languages that it speaks.
"""

from __future__ import annotations

import re

from newslint.rule import (
    USAGE,
    Article,
    Context,
    Example,
    Facts,
    Field,
    Fix,
    Iterator,
    NamedTuple,
    Precision,
    Problem,
    Rule,
    Scalar,
    SetScalar,
    SiteExample,
    SiteProblem,
    Usage,
    shorten,
)
from newslint.text.boilerplate import boilerplate_start
from newslint.text.cut_texts import goes_on, is_letter, plain, rest_of_word
from newslint.text.words import cut_tail


class Options(NamedTuple):
    """`phrases` begin a tail; `excerpts`: whether an ellipsis inside a sentence is reported."""

    phrases: tuple[str, ...] = ()
    excerpts: bool = False


_MARKS = ("...", "…")
_UNSPACED = "[\u0e00-\uabff\U00020000-\U0003ffff]"
"""From Thai to Yi, and rare Chinese: among these are the scripts without spaces between words."""

_SHORTEST, _SHORTEST_BARE = 30, 80
"""Characters of a text that may have been cut off, with an ellipsis and without one."""

_START = 4000
"""Characters of the body in which a text is looked for."""


def check(article: Article, options: Options) -> Iterator[Problem]:
    """One problem for each text with such an end."""
    for field in article.pick(("description", "summary")):
        if not field.text or field.scalar is None:
            continue
        text, blanks = cut_tail(field.text, field.scalar.style)
        kept = boilerplate_start(text, options.phrases)
        if kept < len(text):
            what = f"{field.key} ends with the boilerplate {shorten(text[kept:])}"
            yield _problem(field, what, "remove it", text[:kept] + blanks)
        else:
            yield from _cut(article, field, text, blanks, options)


def suspects(scalar: Scalar, options: Options, context: Context) -> bool:
    """True for an end that a script may have added, or that may be cut off."""
    text, _ = cut_tail(scalar.text, scalar.style)
    if text.endswith(_MARKS) or (len(text) >= _SHORTEST_BARE and is_letter(text[-1])):
        return True
    return boilerplate_start(text, options.phrases) < len(text)


def _cut(
    article: Article, field: Field, text: str, blanks: str, options: Options
) -> Iterator[Problem]:
    """A text that ends inside a word or a sentence, as the body shows."""
    stem = text.rstrip(".… ") if text.endswith(_MARKS) else text
    marked = stem != text
    if len(stem) < (_SHORTEST if marked else _SHORTEST_BARE) or not is_letter(stem[-1]):
        return
    last = re.split(_UNSPACED, stem.rpartition(" ")[2])[-1]
    if not 0 < len(last) < 30:
        return
    start = article.block.body if article.block else 0
    body = article.text[start : start + _START]
    if marked:  # without a mark the words have to be the same ones, which is fast to tell
        stem, body = plain(stem), plain(body)
    if rest := re.split(_UNSPACED, rest_of_word(stem, body))[0]:
        what = f"{field.key} is cut off in the middle of the word {shorten(last + rest)}"
        kept = text[: max(text.rfind(last), 0)].rstrip(" ,;:-–—")
        clean = f"{kept}…{blanks}" if kept else ""
        yield _problem(field, what, "end it after a whole word", clean)
    elif marked and options.excerpts and goes_on(stem, body):
        what = f"{field.key} is cut off in the middle of a sentence, after {shorten(last)}"
        advice = "end it after a whole sentence"
        yield Problem(field.value.span, what, field.key, severity="info", advice=advice)


def _problem(field: Field, what: str, advice: str, clean: str) -> Problem:
    """With the fix that writes `clean`, where that leaves any text."""
    fix = None
    if field.scalar is not None and clean.strip():
        fix = Fix(
            "Cut off the end",
            (SetScalar(field.scalar, clean),),
            safe=False,
            why="what is cut off may be part of the text",
        )
    return Problem(field.value.span, what, field.key, fix, advice=advice)


def late(article: Facts, usage: Usage, options: Options) -> Iterator[SiteProblem]:
    """Yield a problem for each text that a script has cut at the same length as many others."""
    for cut in article.ways.cuts:
        if usage.is_cut(cut.role, cut.length):
            what = f"{cut.field} is cut off at {cut.length} characters, as others of the site are"
            advice = "end it after a whole sentence"
            yield SiteProblem(article, cut.place, what, cut.field, advice=advice, severity="info")


def _articles(count: int, *more: str) -> dict[str, str]:
    """Articles whose descriptions a script has cut at one length, and some more."""
    long = "{:02} days of rain have brought the river in the lower valley..."
    texts = [*(long.format(n) for n in range(count)), *more]
    front = "---\ntitle: Flood\ndescription: '{}' # feed\n---\nBody {}.\n"
    return {f"content/a{n:02}.md": front.format(text, n) for n, text in enumerate(texts)}


RULE = Rule(
    code="TXT012",
    name="text-boilerplate",
    severity="warning",
    preset="default",
    precision=Precision("very-high", read=13, note="33 and 399 unseen sites"),
    fields=("description", "summary"),
    check=check,
    suspects=suspects,
    late=late,
    late_of_ways=True,
    needs=(USAGE,),
    options=Options,
    sites=(
        SiteExample(
            note="A script cuts all descriptions at one length, with three dots",
            files=_articles(20, "Der Rhein steigt, und niemand weiß, wie lange noch …"),
            found=tuple(
                (
                    f"content/a{n:02}.md",
                    "3:14-3:77",
                    (
                        "description is cut off at 61 characters, as others of the site are; "
                        "end it after a whole sentence"
                    ),
                )
                for n in range(20)
            ),
        ),
        SiteExample(
            note="Fewer than twenty may be chance",
            files=_articles(19, "बाढ़ का पानी उतर रहा है, पर गाँव अब भी डूबे हुए हैं..."),
        ),
    ),
    examples=(
        Example(
            note="What WordPress adds, with odd quotes and a comment",
            front="""\
title: Überschwemmung
description: 'The Rhine is rising. The post Überschwemmung appeared first on Kölner Blatt.' # feed
summary: "The Rhine rises and […] Continue reading →"
""",
            found=(
                (
                    "3:14-3:92",
                    (
                        "description ends with the boilerplate `The post Überschwemmung "
                        "appeared first on Kölner Blatt.`; remove it"
                    ),
                ),
                (
                    "4:10-4:54",
                    "summary ends with the boilerplate `[…] Continue reading →`; remove it",
                ),
            ),
            front_after="""\
title: Überschwemmung
description: 'The Rhine is rising.' # feed
summary: "The Rhine rises and"
""",
            unsafe=True,
        ),
        Example(
            note="The start of the body, cut inside a word",
            before="""---
title: Flood
description: After three days of rain the river has left its bed in the lower part of the val
---
After three days of rain the river has left its bed in the lower part of the valley, again.
""",
            found=(
                (
                    "3:14-3:94",
                    (
                        "description is cut off in the middle of the word `valley`; end it "
                        "after a whole word"
                    ),
                ),
            ),
            after="""---
title: Flood
description: After three days of rain the river has left its bed in the lower part of the…
---
After three days of rain the river has left its bed in the lower part of the valley, again.
""",
            unsafe=True,
        ),
        Example(
            note="Cut inside a word, with three dots; the body has Markdown in it",
            before="""---
title: Outils
description: 'Une plateforme ouverte, écrite pour aider les équipes à mettre leurs proj...' # cms
---
Une **plateforme** [ouverte](https://example.org/), écrite pour aider les équipes à mettre leurs
projets en ligne.
""",
            found=(
                (
                    "3:14-3:92",
                    (
                        "description is cut off in the middle of the word `projets`; end it "
                        "after a whole word"
                    ),
                ),
            ),
            after="""---
title: Outils
description: 'Une plateforme ouverte, écrite pour aider les équipes à mettre leurs…' # cms
---
Une **plateforme** [ouverte](https://example.org/), écrite pour aider les équipes à mettre leurs
projets en ligne.
""",
            unsafe=True,
        ),
        Example(
            note="A word of another script, in a text without spaces",
            before="""---
title: 图像处理
description: 本文作者将要详细地介绍如何在现代浏览器中使用WebAssem...
summary: 本文作者将要详细地介绍如何在现代浏览器中使用WebAssembly...
---
本文作者将要详细地介绍如何在现代浏览器中使用WebAssembly技术来加速图像处理。
""",
            found=(
                (
                    "3:14-3:47",
                    (
                        "description is cut off in the middle of the word `WebAssembly`; end it "
                        "after a whole word"
                    ),
                ),
            ),
            after="""---
title: 图像处理
description: 本文作者将要详细地介绍如何在现代浏览器中使用…
summary: 本文作者将要详细地介绍如何在现代浏览器中使用WebAssembly...
---
本文作者将要详细地介绍如何在现代浏览器中使用WebAssembly技术来加速图像处理。
""",
            unsafe=True,
        ),
        Example(
            note="Cut inside a sentence, on a site that wants to know",
            before="""---
title: Araçlar
description: Belediye yarın sabahtan itibaren köprüyü trafiğe kapatacağını duyurdu ve ...
---
Belediye yarın sabahtan itibaren köprüyü trafiğe kapatacağını duyurdu ve sürücüleri uyardı.
""",
            found=(
                (
                    "3:14-3:90",
                    (
                        "description is cut off in the middle of a sentence, after `ve`; "
                        "end it after a whole sentence"
                    ),
                ),
            ),
            options={"excerpts": True},
        ),
        Example(
            note="In other languages, and words of the site",
            front="""\
title: Наводнение
description: Река вышла из берегов. Читать далее
summary: 川が増水した。続きを読む
""",
            found=(
                ("3:14-3:49", "description ends with the boilerplate `Читать далее`; remove it"),
                ("4:10-4:22", "summary ends with the boilerplate `続きを読む`; remove it"),
            ),
            front_after="""\
title: Наводнение
description: Река вышла из берегов.
summary: 川が増水した。
""",
            unsafe=True,
        ),
        Example(
            note="A phrase of the site's own",
            front="""\
title: Flood
summary: The river rises. Subscribe to our newsletter today!
""",
            found=(
                (
                    "3:10-3:61",
                    (
                        "summary ends with the boilerplate `Subscribe to our newsletter "
                        "today!`; remove it"
                    ),
                ),
            ),
            front_after="""\
title: Flood
summary: The river rises.
""",
            unsafe=True,
            options={"phrases": ["subscribe to our newsletter"]},
        ),
        Example(
            note="The text itself",
            front="""\
title: Reading
description: Why children read more. Read more about our plans, and “keep […] reading”…
summary: This article first appeared on the library's blog. What makes people read more
""",
        ),
    ),
)
