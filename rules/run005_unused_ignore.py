"""unused-ignore (RUN005): a comment silences a rule that had nothing to say.

## What it does

Reports `# newslint: ignore[…]` and `# newslint: ignore-file[…]` comments, or single codes in them,
that silence nothing. A code whose rule is switched off is passed over: nothing is known of it. A
comment that starts with `# newslint:` and names no rule in this form is reported too.

## Why it matters

A comment left behind after its problem was mended hides the next one of the same kind.

## Fix

The comment (or the code in it) is removed. Safe: parsers do not read comments; unsafe where the
comment gives a reason, which would go with it. A comment of another form is left to you.

## Options

None.

## Source

The comments are newslint's own.
"""

import re

from newslint.rule import (
    Article,
    Example,
    Fault,
    Fix,
    Iterator,
    NoOptions,
    Problem,
    ReplaceText,
    Rule,
    Span,
)

_LIST = re.compile(r"\[([^\]]*)\]")


def check(article: Article, options: NoOptions) -> Iterator[Problem]:
    """Word each comment that the engine found idle."""
    for fault in article.faults_of("unused-ignore"):
        unclear = fault.note == "unclear"
        fix = None if unclear else _fix(article, fault)
        yield Problem(fault.span, f"{fault.text}; {'mend' if unclear else 'remove'} it", fix=fix)


def _fix(article: Article, fault: Fault) -> Fix:
    start, end = fault.span
    idle = fault.text.removesuffix(" silences nothing here").split(", ")
    if fault.note == "some":
        left = [n.strip() for n in _listed(article, fault) if n.strip() not in idle]
        comment = _LIST.sub(f"[{', '.join(left)}]", article.text[start:end], count=1)
        return Fix(f"Remove {', '.join(idle)}", (ReplaceText(fault.span, comment),), safe=True)
    line = article.text.rfind("\n", 0, start) + 1
    if article.text[line:start].strip():
        start = line + len(article.text[line:start].rstrip())
    else:
        start, end = line, article.text.find("\n", end) + 1
    bare = article.text[slice(*fault.span)].rstrip().endswith(("]", "ignore", "ignore-file"))
    return Fix("Remove the comment", (ReplaceText(Span(start, end), ""),), safe=bare)


def _listed(article: Article, fault: Fault) -> list[str]:
    match = _LIST.search(article.text, *fault.span)
    return match.group(1).split(",") if match else []


RULE = Rule(
    code="RUN005",
    name="unused-ignore",
    severity="warning",
    presets=("default", "news"),
    faults=("unused-ignore",),
    check=check,
    examples=(
        Example(
            "Nothing is wrong with the title",
            "---\ntitle: Flood # newslint: ignore[FMT013]\n# about dates\nweight: 1\n---\nText.\n",
            ("2:14-2:40 FMT013 silences nothing here; remove it",),
            "---\ntitle: Flood\n# about dates\nweight: 1\n---\nText.\n",
            config={"extend-select": ["FMT013"]},
        ),
        Example(
            "One of two codes is idle",
            "---\ntitle: Flut\n# newslint: ignore[FMT013, FMT006]\ntitle: Überflutung\n---\n",
            ("3:1-3:35 FMT006 silences nothing here; remove it",),
            "---\ntitle: Flut\n# newslint: ignore[FMT013]\ntitle: Überflutung\n---\n",
            config={"extend-select": ["FMT013", "FMT006"]},
        ),
        Example(
            "On a line of its own, above nothing wrong",
            "---\n  # newslint: ignore-file[FMT013]\ntitle: Flood\n---\nText.\n",
            ("2:3-2:34 FMT013 silences nothing here; remove it",),
            "---\ntitle: Flood\n---\nText.\n",
            config={"extend-select": ["FMT013"]},
        ),
        Example(
            "It silences something",
            "---\ntitle: Flood\ntitle: Fire # newslint: ignore[duplicate-key]\n---\nText.\n",
            config={"extend-select": ["FMT013"]},
        ),
        Example(
            "The brackets are forgotten",
            "---\ntitle: Flood # newslint: ignore FMT013\n---\nText.\n",
            (
                (
                    "2:14-2:39 the comment silences nothing, it is not of the form "
                    "`newslint: ignore[CODE]`; mend it"
                ),
            ),
        ),
        Example("Its rule is off", "---\ntitle: Flood # newslint: ignore[FMT013]\n---\nText.\n"),
    ),
)
