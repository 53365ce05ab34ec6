"""yaml-syntax (FMT006): the front matter cannot be parsed.

## What it does

Reports front matter that the parser refuses where no other rule can say how to repair it: the row
and column that is to blame, the reason in plain words and the most likely remedy. Each key is read
on its own, so that several mistakes are reported at once; merge conflicts are named. Also what
most parsers read and the target's own does not: `<<` without a mapping, a comment right after the
`|` of a text, and in Eleventy, Astro and Hexo a tag that YAML does not know (`!Important notice`).

## Why it matters

Hugo stops at the first such file: one article keeps the whole site from being built. Jekyll logs
an error and publishes the page without any of its metadata.

## Fix

None: where a reading of the line is likely, a more particular rule repairs it.

## Options

None.

## Source

Hugo 0.168 ends with exit code 1 on each of these; libyaml gives the place. The target's own:
measured with Hugo 0.168, Jekyll 4.3, js-yaml 3.15 (Eleventy) and 4 (Astro, Hexo).
"""

from newslint.rule import (
    Article,
    Example,
    Iterator,
    NoOptions,
    Precision,
    Problem,
    Rule,
    Syntax,
)


def word(article: Article, fault: Syntax, options: NoOptions) -> Iterator[Problem]:
    """Word the parser's faults."""
    where = f" in field `{fault.key}`" if fault.key else ""
    what = f"invalid front matter{where}: {fault.what}"
    yield Problem(fault.span, what, fault.key, advice=fault.advice)


RULE = Rule(
    code="FMT006",
    name="yaml-syntax",
    severity="error",
    preset="default",
    precision=Precision(
        "very-high",
        read=3,
        note="399 unseen sites, a wrong one put right; of 173 broken files 153 repaired",
    ),
    faults=(Syntax,),
    word=word,
    examples=(
        Example(
            "A delimiter that a script wrote after a value without a line end",
            "---\ntitle: Flood\nsummary: Überflutung---\n# Lage\n*Text:* hier\n---\nText.\n",
            (
                (
                    "3:21-3:24",
                    (
                        "invalid front matter in field `summary`: the closing delimiter `---` is "
                        "joined to the value; put it on a line of its own"
                    ),
                ),
            ),
        ),
        Example(
            note="A comment of HTML",
            front="""\
title: Überflutung
header:
  teaser: b.jpg
  <!--teaser: "https://a.example/a.jpg"-->
tags: [a]
""",
            found=(
                (
                    "5:3-5:43",
                    (
                        "invalid front matter: `<!--` does not start a comment in YAML; write `#` "
                        "before each line of it"
                    ),
                ),
            ),
        ),
        Example(
            note="A comment of HTML in a text, which another rule mends above",
            front="""\
title: Flood: "a
summary: |
  <!-- more -->
  洪水
""",
        ),
        Example(
            "Three dashes at the end of a value, before another key",
            "---\ntitle: 洪水---\nsummary: a: b---\ntags: [x]\n---\nText.\n",
        ),
        Example(
            note="Two mistakes that have no likely repair",
            front="""\
title: 'Flut in Köln' # heute
Der Rhein steigt.
tags: [a]]
""",
            found=(
                (
                    "3:1-3:18",
                    (
                        "invalid front matter: the line is not `key: value`; give it a key "
                        "or indent it below the key it belongs to"
                    ),
                ),
                (
                    "4:10-4:11",
                    (
                        "invalid front matter in field `tags`: text follows the list in "
                        "brackets; remove it or put the value in quotes"
                    ),
                ),
            ),
        ),
        Example(
            note="A merge conflict",
            front="""\
<<<<<<< HEAD
title: a
=======
title: b
>>>>>>> main
""",
            found=(
                (
                    "2:1-2:13",
                    (
                        "invalid front matter: an unresolved merge conflict; keep one of the "
                        "two versions"
                    ),
                ),
            ),
        ),
        Example(
            note="A list where keys should be",
            front="""\
- title
- date
""",
            found=(("2:1-2:8", "invalid front matter: it is a list, not `key: value` lines"),),
        ),
        Example("Quotes make the colon part of the title", '---\ntitle: "Iran: x"\n---\n'),
        Example(
            "A pair of surrogates, as JSON writers emit emoji",
            '---\ntitle: "\\ud83d\\ude00"\n---\n',
        ),
        Example(
            note="A word that Eleventy takes for a tag",
            front="""\
title: A
note: !Wichtig für Köln
""",
            found=(
                (
                    "3:7-3:15",
                    (
                        "invalid front matter in field `note`: the tag `!Wichtig` is unknown "
                        "to Eleventy"
                    ),
                ),
            ),
            target="eleventy",
        ),
    ),
)
