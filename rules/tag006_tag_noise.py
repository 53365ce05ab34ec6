"""tag-noise (TAG006): a term that no reader would look for.

## What it does

Reports a term with an HTML reference (`R&amp;D`), with `#` in front (unless the title speaks of
that very hashtag, or the generator reads tags with it), or longer than `max-length` when it is
decoded. Once for a list, in tags, topics, categories and keywords: function words in it that are
nothing else (`the`, `und`, `из`; `for`, `which` and `in` are keywords, commands and codes as well).
With `max` set, a list with more terms than that; with `title-tokens`, tags that are all single
words of the title with a function word, a verb or a bare number among them, as scripts cut them;
where four in five of the site's lists of three tags or more have only words of the title, twenty or
more of them, all of these. That is counted over all articles of the run, so it is not known where
files are named one by one.

## Why it matters

Each term is a page. Those of `%23iran` or `with` hold nothing that belongs together, and thousands
of terms with one article each make a build slow.

## Fix

Writes the character for the reference and drops `#`: unsafe, as terms change. Where the list has
that form already, the one with the noise goes. None where the reference stands for a tag
(`&lt;b&gt;`). All other terms are left to you: a word or a number may be the name of something.

## Options

- `max` (default 0): terms that a list may have; 0 for any number.
- `max-length` (default 60): characters that a term may have.
- `title-tokens` (default false): report lists that are cut from the title.
- `stop-words` (default []): more words that are no term, in lower case.

## Source

Measured with Hugo 0.168: `#iran` is the page `/tags/%23iran/`.
"""

from __future__ import annotations

from bisect import bisect_left
from urllib.parse import unquote

from newslint.rule import (
    TERMS,
    USAGE,
    Article,
    Change,
    Context,
    DeleteItem,
    Example,
    Facts,
    Field,
    Fix,
    Iterator,
    ListValue,
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
from newslint.text.title_words import cut_from_title, is_headline_word, is_no_topic
from newslint.text.words import cut_tail, decode, has_word, makes_tag

_TOPICS = ("tags", "tag", "topics", "topic", "keywords", "categories", "category")
_ANY = 10**9
_SHOWN = 3
"""Words that a message names."""


class Options(NamedTuple):
    """`max` counts terms, `max_length` characters."""

    max: int = 0
    max_length: int = 60
    title_tokens: bool = False
    stop_words: tuple[str, ...] = ()


def check(article: Article, options: Options) -> Iterator[Problem]:
    """One problem for each noisy term, and for a list at most one of each kind."""
    for field in article.terms():
        scalars = field.scalars
        plain, limits = [], _limits(article, field, options)
        for scalar in scalars:
            may_be = _may_be_noise(scalar.text, limits.max_length)
            if may_be and (noise := _noise(article, scalar, limits)):
                yield _problem(field, scalar, noise)
            else:
                plain.append(scalar)
        if field.role in _TOPICS or field.key.lower() in _TOPICS:
            yield from _without_topic(article, field, plain, options)
        if 0 < options.max < len(scalars):
            what = f"{field.key} has {len(scalars)} terms (maximum {options.max})"
            yield Problem(scalars[options.max].span, what, field.key, advice="keep the best")


def suspects(scalar: Scalar, options: Options, context: Context) -> bool:
    """False for a term without a sign of noise that may be a topic."""
    text, more = scalar.text, options.stop_words
    if options.max or _may_be_noise(text, options.max_length):
        return True
    return is_headline_word(text, more) if options.title_tokens else is_no_topic(text, more)


def _title(article: Article) -> str:
    title = article.get("title")
    return (title.text if title is not None else None) or ""


def _limits(article: Article, field: Field, options: Options) -> Options:
    """No length for a text in the place of a list that is several terms, or may be."""
    is_split = field.scalar is not None and article.generator.splits_terms != "no"
    return options._replace(max_length=_ANY) if is_split else options


def _without_topic(
    article: Article, field: Field, plain: list[Scalar], options: Options
) -> Iterator[Problem]:
    """A list that was cut from the title, or one with function words, at the first of them."""
    words, title = [scalar.text for scalar in plain], article.get("title")
    odd: list[str] = []
    if options.title_tokens and field.role == "tags" and title is not None and title.text:
        odd = cut_from_title(words, title.text, options.stop_words)
    if odd:
        what = f"{field.key} has only words of the title, such as {_listed(odd)}"
    elif odd := [word for word in words if is_no_topic(word, options.stop_words)]:
        what = f"{field.key} contains {_listed(odd)}, which no reader looks for"
    if odd:
        first = next(scalar for scalar in plain if scalar.text == odd[0])
        yield Problem(first.span, what, field.key, advice="use topics")


def late(article: Facts, usage: Usage, options: Options) -> Iterator[SiteProblem]:
    """Yield a problem for a list of title words on a site that cuts its tags from titles."""
    titled = article.ways.titled
    if titled is not None and options.title_tokens and usage.cuts_titles:
        what = f"{titled.field} has only words of the title, as most lists of the site"
        yield SiteProblem(article, titled.place, what, titled.field, advice="use topics")


def _listed(words: list[str]) -> str:
    shown = ", ".join(map(shorten, words[:_SHOWN]))
    return shown if len(words) <= _SHOWN else f"{shown} …"


class _Noise(NamedTuple):
    """What is wrong with a term, what to do, and what a fix writes for it (empty: no fix)."""

    what: str
    advice: str
    clean: str = ""


def _may_be_noise(text: str, most: int) -> bool:
    """A cheap test that nearly every term fails."""
    return "&" in text or text[:1] in ("#", "＃") or len(text) > most


def _noise(article: Article, scalar: Scalar, options: Options) -> _Noise | None:
    """What is wrong with a term that may be noise, None for nothing."""
    text = scalar.text if scalar.style == "plain" else scalar.text.rstrip("\n")
    if "&" in text and decode(text) != text:
        clean = "" if makes_tag(text) else decode(text)
        return _Noise("contains an HTML character reference", "decode it", clean)
    hashed = text[:1] in ("#", "＃") and not article.generator.hash_terms
    if hashed and any(map(str.isalpha, text)) and not has_word(_title(article), text):
        clean = text.lstrip("#＃ ")
        return _Noise(f"starts with `{text[0]}`", "remove it", clean if clean[0].isalpha() else "")
    if len(unquote(text)) > options.max_length:
        return _Noise(
            f"has {len(unquote(text))} characters (maximum {options.max_length})", "shorten it"
        )
    return None


def _problem(field: Field, scalar: Scalar, noise: _Noise) -> Problem:
    what = f"term {shorten(scalar.text)} in {field.key} {noise.what}"
    clean = noise.clean
    if not clean:
        return Problem(scalar.span, what, field.key, advice=noise.advice)
    advice = f"change it to {shorten(clean)}"
    written = f"Write {shorten(clean)}"
    change: Change = SetScalar(scalar, clean + cut_tail(scalar.text, scalar.style)[1])
    there = {other.text.casefold() for other in field.scalars}
    if clean.casefold() in there and isinstance(field.value, ListValue):
        written = f"Keep {shorten(clean)}"
        advice = f"remove it and keep {shorten(clean)}"
        at = bisect_left(field.value.items, scalar.span, key=lambda item: item.span)
        change = DeleteItem(field.value, at)
    fix = Fix(written, (change,), safe=False, why="the sign may be part of the name")
    return Problem(scalar.span, what, field.key, fix, advice=advice)


def _articles(count: int, *more: tuple[str, str]) -> dict[str, str]:
    """Articles whose tags are the words of the title, and more with title and tags."""
    cut = [(f"Köln Rhein Flut {n}", "köln, rhein, flut") for n in range(count)]
    front = "---\ntitle: {}\ntags: [{}]\n---\nBody {}.\n"
    return {
        f"content/a{n:02}.md": front.format(title, tags, n)
        for n, (title, tags) in enumerate((*cut, *more))
    }


RULE = Rule(
    code="TAG006",
    name="tag-noise",
    severity="info",
    preset="default",
    precision=Precision(
        "very-high",
        read=9,
        needless=2,
        note="33 and 399 unseen sites; 1 more was wrong, a text of many terms, and is put right",
    ),
    fields=(TERMS,),
    check=check,
    suspects=suspects,
    late=late,
    late_of_ways=True,
    needs=(USAGE,),
    options=Options,
    sites=(
        SiteExample(
            note="A script cuts all tags of the site from titles; one list was chosen",
            files=_articles(20, ("Сел в долине", "погода, реки, дождь")),
            found=tuple(
                (
                    f"content/a{n:02}.md",
                    "3:8-3:12",
                    "tags has only words of the title, as most lists of the site; use topics",
                )
                for n in range(20)
            ),
            options={"title-tokens": True},
        ),
        SiteExample(
            note="Titles that name their topics, on a site with other tags as well",
            files=_articles(20, *[("Sel", "dere, yağmur, hava")] * 6),
            options={"title-tokens": True},
        ),
    ),
    examples=(
        Example(
            note="Jekyll splits a text at its spaces: many terms, none of them long",
            front="""\
title: 洪水
categories: news weather floods rivers dams levees rain storms warnings maps of-the-day
""",
            target="jekyll",
            path="_posts/2026-01-02-a.md",
        ),
        Example(
            note="A reference, a hashtag, a function word; a number may be a name",
            front="""\
title: A
tags:
- 'R&amp;D'  # from the feed
- "#ایران"
- the
- 25000
- Überschwemmung
""",
            found=(
                (
                    "4:3-4:12",
                    (
                        "term `R&amp;D` in tags contains an HTML character reference; change "
                        "it to `R&D`"
                    ),
                ),
                ("5:3-5:11", "term `#ایران` in tags starts with `#`; change it to `ایران`"),
                ("6:3-6:6", "tags contains `the`, which no reader looks for; use topics"),
            ),
            front_after="""\
title: A
tags:
- 'R&D'  # from the feed
- "ایران"
- the
- 25000
- Überschwemmung
""",
            unsafe=True,
        ),
        Example(
            note="The form without noise stays; signs that belong to the name",
            front="""\
title: A
tags: ["#azure", Azure, "@angular/core", "#1"]
""",
            found=(
                ("3:8-3:16", "term `#azure` in tags starts with `#`; remove it and keep `azure`"),
            ),
            front_after="""\
title: A
tags: [Azure, "@angular/core", "#1"]
""",
            unsafe=True,
        ),
        Example(
            note="Too many, and one that is too long",
            front="""\
title: A
tags: [flood, rain, river, "the river rose by two metres in Köln"]
""",
            found=(
                ("3:21-3:26", "tags has 4 terms (maximum 2); keep the best"),
                (
                    "3:28-3:66",
                    (
                        "term `the river rose by two metres in Köln` in tags has 36 "
                        "characters (maximum 30); shorten it"
                    ),
                ),
            ),
            options={"max": 2, "max-length": 30},
        ),
        Example(
            note="Cut from the title",
            front="""\
title: "Flut in Köln: Rhein steigt"
tags: ['flut', köln, steigt] # cut
""",
            found=(
                ("3:22-3:28", "tags has only words of the title, such as `steigt`; use topics"),
            ),
            options={"title-tokens": True},
        ),
        Example(
            note="An article about a hashtag",
            front="""\
title: "Was von #MeToo bleibt"
tags: ["#metoo"]
""",
        ),
        Example(
            note="Topics that the title names",
            front="""\
title: "Monitoring Docker with Prometheus: CSS for dashboards"
tags: [docker, prometheus, css]
""",
            options={"title-tokens": True},
        ),
        Example(
            note="A list that someone chose, with a word of the title in it",
            front="""\
title: "Flut in Köln: Rhein steigt"
tags: [köln, hochwasser]
""",
            options={"title-tokens": True},
        ),
        Example(
            note="Years, names in capitals, C#, words of any script",
            front="""\
title: A
tags: [2024, 911, IT, WHO, C#, AT&T, 天気, हिन्दी, 5G, "1984", "11.1", Jest,
  for, which, in, du, "68000", "@media"]
authors: [the, 12]
""",
            site={"taxonomies": {"tag": "tags", "author": "authors"}},
        ),
    ),
)
