"""unused-ignore (RUN005): a comment silences a rule that had nothing to say.

## What it does

Reports `# newslint: ignore[…]` and `# newslint: ignore-file[…]` comments, or single codes in them,
that silence nothing. A code whose rule is switched off is skipped: nothing is known of it; so is
one whose rule compares the articles of a site, where only some of them are looked at. A
comment that starts with `# newslint:` and names no rule in this form is reported too.

## Why it matters

A comment left behind after its problem was fixed hides the next one of the same kind.

## Fix

The comment (or the code in it) is removed. Safe: parsers do not read comments; unsafe where
another comment stands after it on the line. A comment of another form is left to you, and so is one
that names no rule: another is meant.

## Options

None.

## Source

The comments are newslint's own.
"""

from newslint.rule import (
    Article,
    Example,
    Fix,
    Iterator,
    NoOptions,
    Precision,
    Problem,
    ReplaceText,
    Rule,
    Span,
    UnusedIgnore,
)
from newslint.text.regex import regex

_LIST = regex(r"\[([^\]]*)\]")


def word(article: Article, fault: UnusedIgnore, options: NoOptions) -> Iterator[Problem]:
    """Word each comment that the engine found idle."""
    if not fault.idle:
        what = "the comment does not have the form `newslint: ignore[CODE]` and has no effect"
        yield Problem(fault.span, what, advice="fix or remove it")
        return
    if fault.unknown:
        advice = fault.hint.removeprefix("; ") or "correct or remove it"
        yield Problem(fault.span, f"the ignore names no rule: `{fault.idle[0]}`", advice=advice)
        return
    what = f"the ignore for {', '.join(fault.idle)} is unused"
    yield Problem(
        fault.span,
        what,
        fix=_fix(article, fault),
        advice="remove it",
        until_site=fault.until_site,
    )


def _fix(article: Article, fault: UnusedIgnore) -> Fix:
    start, end = fault.span
    if fault.left:
        comment = _LIST.sub(f"[{', '.join(fault.left)}]", article.text[start:end], count=1)
        message = f"Remove {', '.join(fault.idle)}"
        return Fix(message, (ReplaceText(fault.span, comment),), safe=True)
    line = article.text.rfind("\n", 0, start) + 1
    if article.text[line:start].strip():
        start = line + len(article.text[line:start].rstrip())
    else:
        start, end = line, article.text.find("\n", end) + 1
    alone = "#" not in article.text[fault.span.start + 1 : fault.span.end]
    return Fix(
        "Remove the comment",
        (ReplaceText(Span(start, end), ""),),
        safe=alone,
        why="the line has another comment after it",
    )


RULE = Rule(
    code="RUN005",
    name="unused-ignore",
    severity="warning",
    preset="default",
    precision=Precision("very-high", note="not met on 33 unseen sites"),
    faults=(UnusedIgnore,),
    word=word,
    examples=(
        Example(
            note="Nothing is wrong with the title",
            front="""\
title: Flood # newslint: ignore[FMT013]
# about dates
weight: 1
""",
            found=(("2:14-2:40", "the ignore for FMT013 is unused; remove it"),),
            front_after="""\
title: Flood
# about dates
weight: 1
""",
            config={"extend-select": ["FMT013"]},
        ),
        Example(
            "One of two codes is idle",
            "---\ntitle: Flut\n# newslint: ignore[FMT013, FMT006]\ntitle: Überflutung\n---\n",
            (("3:1-3:35", "the ignore for FMT006 is unused; remove it"),),
            "---\ntitle: Flut\n# newslint: ignore[FMT013]\ntitle: Überflutung\n---\n",
            config={"extend-select": ["FMT013", "FMT006"]},
        ),
        Example(
            note="On a line of its own, above nothing wrong",
            front="""\
  # newslint: ignore-file[FMT013]
title: Flood
""",
            found=(("2:3-2:34", "the ignore for FMT013 is unused; remove it"),),
            front_after="""\
title: Flood
""",
            config={"extend-select": ["FMT013"]},
        ),
        Example(
            note="It silences something",
            front="""\
title: Flood
title: Fire # newslint: ignore[duplicate-key]
""",
            config={"extend-select": ["FMT013"]},
        ),
        Example(
            note="The brackets are forgotten",
            front="""\
title: Flood # newslint: ignore FMT013
""",
            found=(
                (
                    "2:14-2:39",
                    (
                        "the comment does not have the form `newslint: ignore[CODE]` and "
                        "has no effect; fix or remove it"
                    ),
                ),
            ),
        ),
        Example(
            note="A code with a slip, and one of a rule that may not be loaded",
            front="""\
title: Flood # newslint: ignore[LNK04, XYZ001]
""",
            found=(("2:14-2:47", "the ignore names no rule: `LNK04`; did you mean `LNK004`?"),),
        ),
        Example(
            note="Its rule is off",
            front="""\
title: Flood # newslint: ignore[FMT013]
""",
        ),
    ),
)
