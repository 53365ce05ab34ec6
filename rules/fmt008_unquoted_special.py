r"""unquoted-special (FMT008): a bare value that needs quotes.

## What it does

Reports a value without quotes that no parser reads: it holds a colon and a space, ends with a
colon, begins with a character that has a meaning of its own (`@`, `*`, `&`, `%`, `[`, a backtick),
starts with a quoted word and goes on after it, repeats its key, or holds `\:`, as one importer
escaped colons.

## Why it matters

`title: Iran: three satellites` is the most common mistake in real front matter, nearly half of all.
Hugo stops at it, and with it the whole build; Jekyll publishes the page without its metadata.

## Fix

The whole value is put in quotes, its text as it stands; `\:` becomes a colon, a repeated key goes.
Safe when the line can be read in one way only. Unsafe where ` #` may begin a comment, where the
value begins and ends with a quote, where it may be a list or a mapping with a mistake inside, and
where it may hold another line, such as `title: Flood date: 2025-12-31`. `*a` stays what it is where
the front matter has an anchor `&a`.

## Options

None.

## Source

Of 7,263 titles and summaries of two real sites 1,475 break as bare values; the safe fix gives 1,461
of them back, and none as another text. The rest hold ` #` or what may be a line of its own.
"""

from newslint.rule import (
    Article,
    Example,
    Iterator,
    NoOptions,
    Precision,
    Problem,
    Rule,
    UnquotedSpecial,
    repair,
)


def word(article: Article, fault: UnquotedSpecial, options: NoOptions) -> Iterator[Problem]:
    """Word what the reading of the front matter found."""
    yield repair(article, fault)


_COLON = "contains a colon and is not quoted; put the value in double quotes"

RULE = Rule(
    code="FMT008",
    name="unquoted-special",
    severity="error",
    preset="default",
    precision=Precision(
        "very-high",
        read=7,
        note="432 unseen sites, 3 wrong ones put right; of 173 broken files 153 repaired",
    ),
    faults=(UnquotedSpecial,),
    word=word,
    examples=(
        Example(
            note="Colons, one of them at the end",
            front="""\
title: Иран: три спутника
summary: The minister said:
""",
            found=(
                ("2:8-2:26", f"title `Иран: три спутника` {_COLON}"),
                ("3:10-3:28", f"summary `The minister said:` {_COLON}"),
            ),
            front_after="""\
title: "Иран: три спутника"
summary: "The minister said:"
""",
        ),
        Example(
            note="First characters with a meaning of their own, the quotes of the article kept",
            front="""\
slug: 'a'
title: @news
summary: *Live* from "Rome"
""",
            found=(
                (
                    "3:8-3:13",
                    (
                        "title `@news` starts with `@`, which is special in an unquoted "
                        "value; put the value in single quotes"
                    ),
                ),
                (
                    "4:10-4:28",
                    (
                        'summary `*Live* from "Rome"` starts with `*`, which is special '
                        "in an unquoted value; put the value in single quotes"
                    ),
                ),
            ),
            front_after="""\
slug: 'a'
title: '@news'
summary: '*Live* from "Rome"'
""",
        ),
        Example(
            note="A link and a notice in brackets",
            front="""\
title: [Live] Flood
link: [a](https://example.org/a)
""",
            found=(
                (
                    "2:8-2:20",
                    (
                        "title `[Live] Flood` starts with `[`, which is special in an "
                        "unquoted value; put the value in double quotes"
                    ),
                ),
                (
                    "3:7-3:33",
                    (
                        "link `[a](https://example.org/a)` starts with `[`, which is special "
                        "in an unquoted value; put the value in double quotes"
                    ),
                ),
            ),
            front_after="""\
title: "[Live] Flood"
link: "[a](https://example.org/a)"
""",
        ),
        Example(
            note="Hashtags in brackets: the bracket is in the comment",
            front="""\
title: Flood
tags: [#наводнение, 'a', b] # two
""",
            found=(
                (
                    "3:7-3:34",
                    (
                        "tags `[#наводнение, 'a', b] # two` contains an item that starts with "
                        "`#`, which begins a comment; put the item in quotes"
                    ),
                ),
            ),
            front_after="""\
title: Flood
tags: ["#наводнение", 'a', b] # two
""",
            unsafe=True,
        ),
        Example(
            note="A quoted word first",
            front="""\
title: "Dark Social" media # a comment
""",
            found=(
                (
                    "2:8-2:39",
                    (
                        'title `"Dark Social" media # a comment` starts with a quoted word; '
                        "put the value in single quotes"
                    ),
                ),
            ),
            front_after="""\
title: '"Dark Social" media # a comment'
""",
            unsafe=True,
        ),
        Example(
            note="A colon as one importer escaped it; the value goes on in the next line",
            front="""\
title: Trends\\: mobile
summary: Trends\\: more
  and more
""",
            found=(
                (
                    "2:8-2:23",
                    (
                        "title `Trends\\: mobile` contains `\\:`, which is not an escape in "
                        "an unquoted value; put the value in double quotes"
                    ),
                ),
                (
                    "3:10-4:11",
                    (
                        "summary `Trends\\: more and more` contains `\\:`, which is not an "
                        "escape in an unquoted value; put the value in double quotes"
                    ),
                ),
            ),
            front_after="""\
title: "Trends: mobile"
summary: "Trends: more
  and more"
""",
        ),
        Example(
            note="The key stands twice",
            front="""\
title: Flood
date: date: 2025-12-31
""",
            found=(
                (
                    "3:7-3:23",
                    "date `date: 2025-12-31` repeats the key `date`; remove the second key",
                ),
            ),
            front_after="""\
title: Flood
date: 2025-12-31
""",
        ),
        Example(
            note="An alias beside it, which is no text and stays what it is",
            front="""\
title: &a Flood
summary: *a
source: Reuters: x
""",
            found=(("4:9-4:19", f"source `Reuters: x` {_COLON}"),),
            front_after="""\
title: &a Flood
summary: *a
source: "Reuters: x"
""",
        ),
        Example(
            note="Two lines in one",
            front="""\
title: Flood: the river date: 2025-12-31
""",
            found=(("2:8-2:41", f"title `Flood: the river date: 2025-12-31` {_COLON}"),),
            front_after="""\
title: "Flood: the river date: 2025-12-31"
""",
            unsafe=True,
        ),
        Example(
            note="A dash before a text; a list is meant in any other field",
            front="""\
title: - 30 degrees
""",
            found=(
                (
                    "2:8-2:20",
                    (
                        "title `- 30 degrees` starts with `-`, which is special in an "
                        "unquoted value; put the value in double quotes"
                    ),
                ),
            ),
            front_after="""\
title: "- 30 degrees"
""",
        ),
        Example(
            "A colon without a blank, and the same characters further inside",
            "---\ntitle: 12:30 @home [live] *now* 50% & more\nlink: https://example.org/a:b\n---\n",
        ),
    ),
)
