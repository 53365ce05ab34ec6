"""duplicate-key (FMT013): the same key stands twice in the front matter.

## What it does

Reports every key that repeats an earlier one of the same mapping, and names the row of the first.

## Why it matters

Hugo refuses such an article and with it the whole build; Jekyll and PyYAML keep the last value
without a word, and other parsers refuse it.

## Fix

A key that repeats the same value is removed: safe, as no parser sees another value, but for one
with a comment, which would go with it. One with another value is removed unsafely, the last one
being kept: that is what Jekyll, PyYAML and Hugo before 0.152 publish. Keys in the items of a list
are left to you.

## Options

None.

## Source

Hugo 0.168: "mapping key already defined"; Hugo 0.111, Jekyll 4.3 and PyYAML 6: the last one wins.
"""

from newslint.rule import (
    Article,
    DeleteKey,
    Example,
    Field,
    Fix,
    Iterator,
    ListValue,
    NoOptions,
    Precision,
    Problem,
    Rule,
    Scalar,
    Table,
    Value,
)


def check(article: Article, options: NoOptions) -> Iterator[Problem]:
    """Compare the keys of every mapping."""
    fields = article.fields
    if len({field.key for field in fields}) < len(fields):
        yield from _repeated(article, fields)
    for field in fields:
        if not isinstance(field.value, Scalar):
            yield from _nested(article, field.value)


def concerns(article: Article, options: NoOptions) -> bool:
    """The keys alone decide."""
    return any(True for _ in check(article, options))


def _nested(article: Article, value: Value) -> Iterator[Problem]:
    if isinstance(value, Table) and value.editable:
        if len({field.key for field in value.fields}) < len(value.fields):
            yield from _repeated(article, value.fields)
        for field in value.fields:
            yield from _nested(article, field.value)
    elif isinstance(value, ListValue):
        for item in value.items:
            if not isinstance(item, Scalar):
                yield from _nested(article, item)


def _repeated(article: Article, fields: tuple[Field, ...]) -> Iterator[Problem]:
    last: dict[str, Field] = {}
    for field in fields:
        earlier = last.get(field.key)
        last[field.key] = field
        if earlier is None:
            continue
        same = _plain(earlier.value) == _plain(field.value)
        row = article.text.count("\n", 0, earlier.key_span.start) + 1
        value = "with the same value" if same else "with a different value"
        what = f"{field.key} is already set in line {row} {value}"
        fix = _fix(earlier, field, same)
        yield Problem(field.key_span, what, field.key, fix, advice="keep one of them")


def _fix(earlier: Field, later: Field, same: bool) -> Fix:
    if same:
        return Fix(f"Remove the second {later.key}", (DeleteKey(later),), safe=True)
    return Fix(
        f"Keep the last {later.key}",
        (DeleteKey(earlier),),
        safe=False,
        why="which of the two values is right is not known",
    )


def _plain(value: Value) -> object:
    if isinstance(value, Scalar):
        return value.kind, value.text
    if isinstance(value, ListValue):
        return [_plain(item) for item in value.items]
    return [(field.key, _plain(field.value)) for field in value.fields]


RULE = Rule(
    code="FMT013",
    name="duplicate-key",
    severity="error",
    preset="default",
    precision=Precision(
        "very-high",
        read=1,
        note="420 unseen sites; of 173 broken files 153 repaired as meant, 1 not",
    ),
    check=check,
    concerns=concerns,
    examples=(
        Example(
            note="The same value twice",
            front="""\
title: Flood
draft: false # once
draft: false
""",
            found=(
                ("4:1-4:6", "draft is already set in line 3 with the same value; keep one of them"),
            ),
            front_after="""\
title: Flood
draft: false # once
""",
        ),
        Example(
            note="A comment would go with the second",
            front="""\
title: Flood
draft: false # once
draft: false # twice
""",
            found=(
                ("4:1-4:6", "draft is already set in line 3 with the same value; keep one of them"),
            ),
            front_after="""\
title: Flood
draft: false # once
""",
            unsafe=True,
        ),
        Example(
            note="Two values: the last one is what most parsers publish",
            front="""\
title: "حريق"
author: Ana
author: 'Ben'
""",
            found=(
                (
                    "4:1-4:7",
                    "author is already set in line 3 with a different value; keep one of them",
                ),
            ),
            front_after="""\
title: "حريق"
author: 'Ben'
""",
            unsafe=True,
        ),
        Example(
            note="Inside a mapping",
            front="""\
title: Flood
params:
  a: 1 # one
  b: é
  a: 2 # two
""",
            found=(
                ("6:3-6:4", "a is already set in line 4 with a different value; keep one of them"),
            ),
            front_after="""\
title: Flood
params:
  b: é
  a: 2 # two
""",
            unsafe=True,
        ),
        Example(
            note="Inside a mapping, with the same value",
            front="""\
title: Flood
x:
    y:
        a: ا
        a: 'ا'
""",
            found=(
                ("6:9-6:10", "a is already set in line 5 with the same value; keep one of them"),
            ),
            front_after="""\
title: Flood
x:
    y:
        a: ا
""",
        ),
        Example(
            note="Between braces",
            front="""\
title: Flood
params: {a: 1, a: 2}
""",
            found=(
                (
                    "3:16-3:17",
                    "a is already set in line 3 with a different value; keep one of them",
                ),
            ),
            front_after="""\
title: Flood
params: {a: 2}
""",
            unsafe=True,
        ),
        Example(
            note="In an item of a list",
            front="""\
title: Flood
x:
  - a: 1
    a: 2
""",
            found=(
                ("5:5-5:6", "a is already set in line 4 with a different value; keep one of them"),
            ),
        ),
        Example(
            note="The same key in different mappings",
            front="""\
title: Flood
params:
  title: Other
list:
  - n: 1
  - n: 2
""",
        ),
    ),
)
