"""tag-split (TAG004): a term holds a comma, so that it is several terms in one.

## What it does

Looks at the items of lists of tags, topics, categories and keywords for commas between short
terms, `،`, `，` and `、` as well, and for semicolons that part three terms or have a space after
them (`Steins;Gate` is a name). A whole list in one item (`"[iran, russia]"`) is reported, too.

Left alone are commas in numbers, in phrases, in headlines, before `Inc.`, `Jr.`, `D.C.`, in a name
of which the title speaks, and between two or three names in capitals, which may be one place or
person (`Portland, Oregon`; `Paris, Île-de-France, France`). In
Obsidian a slash nests a tag, and whitespace makes it none.

## Why it matters

Hugo drops the comma: `iran,russia` is the page `/tags/iranrussia/`.

## Fix

Splits the term at its commas: unsafe, as terms change. A slash is left to you.

## Options

- `sep` (default ","): the characters that part terms; a comma stands for those of other writings,
  too. With `/` a term of up to four words with a slash is a note: it makes a page below a page that
  is not there (`/tags/ci/cd/`), but most of them are names (`CI/CD`, `HTTP/2`, `Google I/O`).
- `names` (default false): names in capitals are a note, where nothing stands between them or the
  list has no other item.

## Source

Measured with Hugo 0.168. Tried on 7,263 titles and summaries of two public sites, each pasted as a
term: none of their commas is reported.
"""

from __future__ import annotations

from collections import Counter

from newslint.rule import (
    TERMS,
    Article,
    Context,
    Example,
    Field,
    Fix,
    InsertItem,
    Iterator,
    ListValue,
    NamedTuple,
    Precision,
    Problem,
    Rule,
    Scalar,
    SetScalar,
    Severity,
    shorten,
)
from newslint.text.term_lists import COMMAS, Joined, joined, split_terms
from newslint.text.words import has_word
from newslint.text.written_lists import is_written_list, written_list

_TOPICS = ("tags", "tag", "topics", "topic", "keywords", "categories", "category")
_MOST_WORDS = 4
"""More are a headline, which has another fault than its slash."""


class Options(NamedTuple):
    """`sep` holds single characters; `names`: whether names between commas are reported."""

    sep: str = ","
    names: bool = False


def check(article: Article, options: Options) -> Iterator[Problem]:
    """One problem for each term that is several."""
    title = article.get("title")
    named = (title.text if title is not None else None) or ""
    if article.generator.nests_terms:
        options = options._replace(sep=options.sep.replace("/", ""))
    for field, value in _lists(article):
        for place in _places(value):
            text = place.item.text
            if spaced := _spaced(article, field, place.item):
                yield from spaced
            elif named != text and not has_word(named, text):
                yield from _examined(field, place, options)


def suspects(scalar: Scalar, options: Options, context: Context) -> bool:
    """False for words without a sign that may part terms, where spaces are right."""
    text = scalar.text
    if context.generator.refuses_spaces or options.sep != ",":
        return not text.isalnum()
    if "," in text or ";" in text or "[" in text:
        return True
    return not text.isascii() and any(comma in text for comma in COMMAS)


def _lists(article: Article) -> Iterator[tuple[Field, ListValue]]:
    """The lists of topics."""
    for field in article.terms():
        if isinstance(field.value, ListValue) and field.key.lower() in _TOPICS:
            yield field, field.value


def _spaced(article: Article, field: Field, item: Scalar) -> tuple[Problem, ...]:
    """The problem of a term with whitespace, where the generator takes none."""
    generator = article.generator
    if not generator.refuses_spaces or len(item.text.split()) < 2 or "," in item.text:
        return ()
    what = f"term {shorten(item.text)} in {field.key} contains whitespace"
    what = f"{what}, and {generator.title} takes it for no tag"
    return (Problem(item.span, what, field.key, advice="use a hyphen"),)


class _Place(NamedTuple):
    """A term, the list that it stands in and its index there; `there` counts the list's texts."""

    items: ListValue
    at: int
    item: Scalar
    there: Counter[str]


def _places(items: ListValue) -> Iterator[_Place]:
    """The terms of a list that hold more than letters and digits."""
    there = Counter(one.text for one in items.items if isinstance(one, Scalar))
    for at, item in enumerate(items.items):
        if isinstance(item, Scalar) and not item.text.isalnum():
            yield _Place(items, at, item, there)


def _examined(field: Field, place: _Place, options: Options) -> Iterator[Problem]:
    item = place.item
    text = item.text
    if "://" in text:
        return
    if is_written_list(text):
        yield from _list_in_quotes(field, place)
        return
    signs = options.sep.replace("/", "").replace(",", COMMAS)
    if ";" in text and "," in options.sep and (parts := _between_semicolons(text)):
        what = f"term {shorten(text)} in {field.key} contains `;`"
        yield Problem(item.span, what, field.key, _fix(place, parts), advice=_advice(parts))
        return
    sign = next((char for char in text if char in signs), None)
    found = joined(text, signs) if sign else None
    if found and (severity := _severity(found, place.items, options)):
        what = f"term {shorten(text)} in {field.key} contains `{sign}`"
        fix, advice = _fix(place, found.parts), _advice(found.parts)
        yield Problem(item.span, what, field.key, fix, severity, advice=advice)
    elif "/" in options.sep and "/" in text and len(text.split()) <= _MOST_WORDS:
        what = f"term {shorten(text)} in {field.key} contains a slash"
        advice = "split it or use a hyphen"
        yield Problem(item.span, what, field.key, severity="info", advice=advice)


def _between_semicolons(text: str) -> tuple[str, ...]:
    """The terms of a text that semicolons part; empty for a name, a sentence and a reference."""
    parts = split_terms(text)
    plain = not any(sign in text for sign in ",|?!:&") and ("; " in text or len(parts) > 2)
    short = all(len(part.split()) <= _MOST_WORDS for part in parts)
    return parts if len(parts) > 1 and plain and short else ()


def _severity(found: Joined, items: ListValue, options: Options) -> Severity | None:
    """How sure it is that these are several terms; None for what may be one name."""
    alone = len(items.items) == 1
    capitals = all(part[:1].isupper() for part in found.parts)
    letters = min(map(len, found.parts)) == 1  # `N,N-dimethylformamide`, `p,q-analog`
    if found.sure and not letters and (not capitals or alone or len(found.parts) > 3):
        return "warning"
    return "info" if options.names and (found.sure or alone) else None


def _list_in_quotes(field: Field, place: _Place) -> Iterator[Problem]:
    """A whole list in one item: `- "['news', 'politics']"`."""
    item = place.item
    parts = written_list(item.text)
    if len(parts) > 1:
        what = f"term {shorten(item.text)} in {field.key} is a list in quotes"
        fix = _fix(place, parts)
        yield Problem(item.span, what, field.key, fix, advice=_advice(parts))


def _advice(parts: tuple[str, ...]) -> str:
    return f"split it into {len(parts)} terms"


def _fix(place: _Place, parts: tuple[str, ...]) -> Fix:
    """The last part stays where the item stands, with its comment; the others come before it.

    What the list has already is not written again, as long as one part is left.
    """
    items, at, item, there = place
    kept = [part for part in dict.fromkeys(parts) if there[part] <= (part == item.text)]
    *others, last = kept or parts
    added = (InsertItem(items, at, part) for part in others)
    return Fix(
        f"Split into {len(parts)} terms",
        (*added, SetScalar(item, last)),
        safe=False,
        why="one term may have been meant",
    )


RULE = Rule(
    code="TAG004",
    name="tag-split",
    severity="warning",
    preset="default",
    precision=Precision("very-high", note="not met on 33 unseen sites"),
    fields=(TERMS,),
    check=check,
    suspects=suspects,
    options=Options,
    examples=(
        Example(
            note="Obsidian nests at a slash, and takes no tag with whitespace",
            before="---\ntags: [проект/альфа, 두 단어] # later\n---\nText.\n",
            found=(
                (
                    "2:22-2:26",
                    (
                        "term `두 단어` in tags contains whitespace, and Obsidian takes it for no "
                        "tag; use a hyphen"
                    ),
                ),
            ),
            target="obsidian",
        ),
        Example(
            note="Three terms in one item, with odd quotes and a comment",
            front="""\
title: A
tags:
- 'flood, Überschwemmung,rain'  # from a form
- Köln
""",
            found=(
                (
                    "4:3-4:31",
                    "term `flood, Überschwemmung,rain` in tags contains `,`; split it into 3 terms",
                ),
            ),
            front_after="""\
title: A
tags:
- 'flood'
- 'Überschwemmung'
- 'rain'  # from a form
- Köln
""",
            unsafe=True,
        ),
        Example(
            note="Arabic, Chinese and Russian",
            front="""\
title: A
tags: ["إيران، روسيا، أقمار", "伊朗、俄罗斯", "наводнение, дождь"]
""",
            found=(
                (
                    "3:8-3:29",
                    "term `إيران، روسيا، أقمار` in tags contains `،`; split it into 3 terms",
                ),
                ("3:31-3:39", "term `伊朗、俄罗斯` in tags contains `、`; split it into 2 terms"),
                (
                    "3:41-3:60",
                    "term `наводнение, дождь` in tags contains `,`; split it into 2 terms",
                ),
            ),
            front_after="""\
title: A
tags: ["إيران", "روسيا", "أقمار", "伊朗", "俄罗斯", "наводнение", "дождь"]
""",
            unsafe=True,
        ),
        Example(
            note="A slash, on a site that wants to know",
            front="""\
title: A
tags: [ci/cd]
""",
            found=(
                ("3:8-3:13", "term `ci/cd` in tags contains a slash; split it or use a hyphen"),
            ),
            options={"sep": ",/"},
        ),
        Example(
            note="Semicolons, and a part that the list has already",
            front="""\
title: A
tags: [Köln, "Flut; Köln; Regen", "Steins;Gate", 'R&amp;D', "雨;川;海"]
""",
            found=(
                (
                    "3:14-3:33",
                    "term `Flut; Köln; Regen` in tags contains `;`; split it into 3 terms",
                ),
                ("3:61-3:68", "term `雨;川;海` in tags contains `;`; split it into 3 terms"),
            ),
            front_after="""\
title: A
tags: [Köln, Flut, "Regen", "Steins;Gate", 'R&amp;D', '雨', '川', "海"]
""",
            unsafe=True,
            config={"ignore": ["TAG006"]},
        ),
        Example(
            note="A list that a script wrote into one item",
            front="""\
title: A
tags: ["['Flut', 'Köln']", "[[Rhein, Main]]"]
""",
            found=(
                (
                    "3:8-3:26",
                    "term `['Flut', 'Köln']` in tags is a list in quotes; split it into 2 terms",
                ),
            ),
            front_after="""\
title: A
tags: ["Flut", "Köln", "[[Rhein, Main]]"]
""",
            unsafe=True,
        ),
        Example(
            note="Two names that are the whole list",
            front="""\
title: A
tags: ["Iran, Russia"]
""",
            found=(
                ("3:8-3:22", "term `Iran, Russia` in tags contains `,`; split it into 2 terms"),
            ),
            front_after="""\
title: A
tags: ["Iran", "Russia"]
""",
            unsafe=True,
            options={"names": True},
        ),
        Example(
            note="Places, numbers, companies, addresses, slashes, people's names in another list",
            front="""\
title: A
tags: ["Portland, Oregon", "10,000 steps", "Apple, Inc.", "Washington, D.C.", CI/CD, HTTP/2,
  "https://x.org/a,b", "tools, teams, and services", "Paris, Île-de-France, France", Google I/O,
  "N,N-dimethylformamide", "İzmir, Türkiye"]
authors: ["Mann, Thomas"]
""",
            site={"taxonomies": {"tag": "tags", "author": "authors"}},
        ),
        Example(
            note="A name of which the title speaks",
            front="""\
title: "Warum „Eat, Pray, Love“ wiederkommt"
tags: ["Eat, Pray, Love"]
""",
        ),
        Example(
            note="Headlines that were pasted as tags have another fault than their commas",
            front="""\
title: A
tags:
- Iran launches satellites, Russia helps
- 'Köln: Flut, Regen, Sturm'
- Россия запускает спутники, Иран доволен
- 伊朗发射卫星，俄罗斯协助
- Software and/or app challenges for your agency
""",
        ),
    ),
)
