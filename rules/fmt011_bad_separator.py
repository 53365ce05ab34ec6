"""bad-separator (FMT011): a key, an item or an indentation that is marked in the wrong way.

## What it does

Reports a colon without a space after it (`date:2025-12-31`), another character than a colon
or than a plain space (`title：x`, U+00A0), a dash without a space (`-item`), bullets in the
place of dashes, `;` or `=` or nothing in the place of a colon, and indentation with tabs
(which Hexo reads).

## Why it matters

No parser reads such a line as what it is. Hugo stops at it, and with it the whole build. Two are
read as something else without a word: `-item` alone below its key is a text, and the key of
`title:"Iran: x"` is `title:"Iran`.

## Fix

The right mark is written; two spaces for each tab, as Hexo reads them. Safe for tabs, dashes and
characters that only look like a colon or a space, and for a missing space after the colon of a key
that the site or Hugo knows, or that has an underscore, or whose value is in quotes. Unsafe else:
`note:this` may be the rest of the text above, and a bullet its first word.

## Options

None.

## Source

Hugo 0.168 and the parsers of ten other programs refuse each form; hexo-front-matter 5 for tabs.
"""

from newslint.rule import (
    Article,
    BadSeparator,
    Example,
    GluedItem,
    GluedKey,
    Iterator,
    NoOptions,
    Precision,
    Problem,
    Repairable,
    Rule,
    TabIndent,
    repair,
)


def word(article: Article, fault: Repairable, options: NoOptions) -> Iterator[Problem]:
    """Word what the reading of the front matter found."""
    if isinstance(fault, TabIndent) and article.generator.reads_tabs:
        return
    yield repair(article, fault)


_OTHER = "is parsed as a different key; insert a space after the first colon and quote the value"
_GLUED = "has no space after its colon; insert a space after the colon"

RULE = Rule(
    code="FMT011",
    name="bad-separator",
    severity="error",
    preset="default",
    precision=Precision(
        "very-high",
        read=3,
        note="399 unseen sites; of 173 broken files 153 repaired as meant, 1 not",
    ),
    faults=(BadSeparator, TabIndent, GluedItem, GluedKey),
    word=word,
    examples=(
        Example(
            note="A colon in the value hides the blank that is missing",
            front="""\
title:"Иран: спутник"
og:title: a
source:Die Zeit: b # c
""",
            found=(
                ("2:1-2:22", f'line `title:"Иран: спутник"` {_OTHER}'),
                ("4:1-4:23", f"line `source:Die Zeit: b # c` {_OTHER}"),
            ),
        ),
        Example(
            note="No blank behind the colon",
            front="""\
title:Überflutung # Donau
date:2025-12-31
my_key:"a"
""",
            found=(
                ("2:1-2:26", f"title `title:Überflutung # Donau` {_GLUED}"),
                ("3:1-3:16", f"date `date:2025-12-31` {_GLUED}"),
                ("4:1-4:11", f'my_key `my_key:"a"` {_GLUED}'),
            ),
            front_after="""\
title: Überflutung # Donau
date: 2025-12-31
my_key: "a"
""",
        ),
        Example(
            note="The value needs quotes besides",
            front="""\
title:@iran
slug: a
""",
            found=(
                (
                    "2:1-2:12",
                    (
                        "title `title:@iran` has no space after its colon; insert a space "
                        "after the colon and quote the value"
                    ),
                ),
            ),
            front_after="""\
title: "@iran"
slug: a
""",
        ),
        Example(
            note="A colon of Chinese type, a blank of HTML",
            front="""\
title：洪水
summary:\u00a0"水害"
""",
            found=(
                ("2:1-2:9", "title `title：洪水` has `：` instead of a colon; write a colon"),
                (
                    "3:1-3:14",
                    (
                        'summary `summary: "水害"` has an unusual space after its colon; '
                        "write a plain space"
                    ),
                ),
            ),
            front_after="""\
title: 洪水
summary: "水害"
""",
        ),
        Example(
            note="Tabs",
            front="""\
title: News
tags:
\t- a # one
\t- b
""",
            found=(
                ("4:2-4:11", "line `- a # one` is indented with tabs; indent with spaces"),
                ("5:2-5:5", "line `- b` is indented with tabs; indent with spaces"),
            ),
            front_after="""\
title: News
tags:
  - a # one
  - b
""",
        ),
        Example(
            note="Hexo reads tabs",
            front="""\
title: 新闻
tags:
\t- 洪水
""",
            target="hexo",
            path="source/_posts/a.md",
        ),
        Example(
            note="No blank behind the dash",
            front="""\
title: News
tags:
  - a
  -b
authors:
-Ana
""",
            found=(
                ("5:3-5:5", "line `-b` has no space after its dash; insert a space after the dash"),
                (
                    "7:1-7:5",
                    "line `-Ana` has no space after its dash; insert a space after the dash",
                ),
            ),
            front_after="""\
title: News
tags:
  - a
  - b
authors:
- Ana
""",
        ),
        Example(
            note="Bullets; a key that nobody knows",
            front="""\
title: News
video:abc
tags:
  * a
  * b
""",
            found=(
                ("3:1-3:10", f"video `video:abc` {_GLUED}"),
                ("5:3-5:6", "line `* a` begins with `*`, which is not a dash; write a dash"),
                ("6:3-6:6", "line `* b` begins with `*`, which is not a dash; write a dash"),
            ),
            front_after="""\
title: News
video: abc
tags:
  - a
  - b
""",
            unsafe=True,
        ),
        Example(
            note="Another mark than a colon",
            front="""\
title: News
tags;
  - a
""",
            found=(("3:1-3:6", "line `tags;` has no colon after its key; write a colon"),),
            front_after="""\
title: News
tags:
  - a
""",
            unsafe=True,
        ),
        Example(
            note="Silent: the only item of a list is read as a text",
            front="""\
title: News
tags:
  -wetter
""",
            found=(
                (
                    "4:3-4:10",
                    "tags `-wetter` is text and not a list item; put a space after its dash",
                ),
            ),
        ),
        Example(
            "A link, a time and a dash in a text",
            "---\ntitle: at 12:30 -- live\nlink: https://example.org/a:b\nsummary: -a\n---\n",
        ),
    ),
)
