"""quotes (STY002): a text in other quotes than the site has chosen.

## What it does

Reports quoted texts that are not in the quotes that `[style]` asks for, or, with `when-needed`,
that would read the same without quotes. Texts without quotes are left alone, and so are those that
the other quotes could hold only with escapes.

## Why it matters

Nothing breaks: editors and scripts write quotes back and forth, and every diff shows them.

## Fix

Writes the other quotes, or removes them. Safe: every value stays the same text. Quotes are removed
in YAML only, and only from texts that no parser of YAML 1.1 or 1.2 and no generator takes for
anything else: those that begin with a letter or digit, hold no sign that means something in YAML,
and are no number, date, boolean or null.

## Options

These are the keys of `[style]` that the rule reads.

- `quotes` (default "keep"): `double`, `single`, `when-needed`, or `keep` for any.

## Source

Measured with Hugo 0.168: pages are the same in any quotes.
"""

from __future__ import annotations

from typing import Literal

from newslint.rule import (
    Article,
    Example,
    Field,
    Fix,
    Iterator,
    NamedTuple,
    Precision,
    Problem,
    Requote,
    Rule,
    Scalar,
    scalars_in,
)


class Options(NamedTuple):
    """The quotes that the house wants."""

    quotes: Literal["double", "single", "when-needed", "keep"] = "keep"


def check(article: Article, options: Options) -> Iterator[Problem]:
    """One problem for each text in other quotes."""
    wanted = options.quotes
    if wanted == "keep":
        return
    for field in article.fields:
        for scalar in scalars_in(field.value):
            if scalar.editable and scalar.style in ("single", "double") and scalar.style != wanted:
                yield _problem(field, scalar, wanted)


def _problem(
    field: Field, scalar: Scalar, wanted: Literal["double", "single", "when-needed"]
) -> Problem:
    name = field.key if scalar is field.value else f"a text in {field.key}"
    if wanted == "when-needed":
        what, advice = f"{name} needs no quotes", "remove them"
        fix = Fix("Remove the quotes", (Requote(scalar, "plain"),), safe=True)
    else:
        what, advice = f"{name} is in {scalar.style} quotes", f"use {wanted} quotes"
        fix = Fix(f"Use {wanted} quotes", (Requote(scalar, wanted),), safe=True)
    return Problem(scalar.span, what, field.key, fix, advice=advice, only_fixable=True)


RULE = Rule(
    code="STY002",
    name="quotes",
    severity="info",
    precision=Precision("very-high", note="the form is the user's own choice"),
    check=check,
    options=Options,
    style=True,
    examples=(
        Example(
            note="Single quotes, where nothing has to be escaped",
            front="""\
title: "Überschwemmung"   # from the feed
summary: "It's: late"
source: 'Öst'
tags: ["a: b", 'c', plain]
params: {x: "y", z: "tab\\t"}
""",
            found=(
                ("2:8-2:24", "title is in double quotes; use single quotes"),
                ("5:8-5:14", "a text in tags is in double quotes; use single quotes"),
                ("6:13-6:16", "a text in params is in double quotes; use single quotes"),
            ),
            front_after="""\
title: 'Überschwemmung'   # from the feed
summary: "It's: late"
source: 'Öst'
tags: ['a: b', 'c', plain]
params: {x: 'y', z: "tab\\t"}
""",
            config={"style": {"quotes": "single"}},
        ),
        Example(
            note="Double quotes need no second apostrophe",
            front="""\
title: 'It''s Zoë''s' # one
summary: 'say "yes"'
""",
            found=(("2:8-2:22", "title is in single quotes; use double quotes"),),
            front_after="""\
title: "It's Zoë's" # one
summary: 'say "yes"'
""",
            config={"style": {"quotes": "double"}},
        ),
        Example(
            note="Double quotes in TOML",
            before="""+++
title = 'Über' # "a"
tags = ['a', "it's", 'C:\\b']
[params]
x = '''b'''
+++
Body.
""",
            found=(
                ("2:9-2:15", "title is in single quotes; use double quotes"),
                ("3:9-3:12", "a text in tags is in single quotes; use double quotes"),
            ),
            after="""+++
title = "Über" # "a"
tags = ["a", "it's", 'C:\\b']
[params]
x = '''b'''
+++
Body.
""",
            config={"style": {"quotes": "double"}},
        ),
        Example(
            note="Single quotes in TOML, in its tables too, where they need no escapes",
            before="""+++
title = "Über" # 'a'
"key" = "it's"
tags = ["a", "b\\tc"]
x = { y = "z" }
text = \"\"\"b\"\"\"
[[parts]]
name = "c"
+++
Body.
""",
            found=(
                ("2:9-2:15", "title is in double quotes; use single quotes"),
                ("4:9-4:12", "a text in tags is in double quotes; use single quotes"),
                ("5:11-5:14", "a text in x is in double quotes; use single quotes"),
                ("8:8-8:11", "a text in parts is in double quotes; use single quotes"),
            ),
            after="""+++
title = 'Über' # 'a'
"key" = "it's"
tags = ['a', "b\\tc"]
x = { y = 'z' }
text = \"\"\"b\"\"\"
[[parts]]
name = 'c'
+++
Body.
""",
            config={"style": {"quotes": "single"}},
        ),
        Example(
            note="The quotes of JSON, which has one form",
            before="""{"title": "A", "tags": ["b"]}
Body.
""",
            config={"style": {"quotes": "single"}},
        ),
        Example(
            note="Quotes only when needed",
            front="""\
title: "Über Köln"   # from the feed
summary: 'It''s late'
date: "2025-12-31"
weight: '7'
source: "yes"
tags: ["a", "b: c", "d, e", '#f', "1.10", "-"]
params: {"x":"y", z: "w"}
""",
            found=(
                ("2:8-2:19", "title needs no quotes; remove them"),
                ("3:10-3:22", "summary needs no quotes; remove them"),
                ("7:8-7:11", "a text in tags needs no quotes; remove them"),
                ("8:22-8:25", "a text in params needs no quotes; remove them"),
            ),
            front_after="""\
title: Über Köln   # from the feed
summary: It's late
date: "2025-12-31"
weight: '7'
source: "yes"
tags: [a, "b: c", "d, e", '#f', "1.10", "-"]
params: {"x":"y", z: w}
""",
            config={"style": {"quotes": "when-needed"}},
        ),
        Example(
            note="Any quotes, where the site has chosen none",
            front="""\
title: "A"
source: 'B'
""",
        ),
    ),
)
