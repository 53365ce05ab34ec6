"""key-case-collision (FMT014): two keys that differ only in upper and lower case.

## What it does

Reports keys of the front matter that are equal when their case is ignored, such as `title` and
`Title`, and names the line of the first.

## Why it matters

Hugo ignores the case of keys and takes one of the two by chance, another one from build to build.

## Fix

None: only the author knows which of them is right.

## Options

None.

## Source

Hugo 0.168: of twelve builds of the same article, eight took one value, three another and one a
third. Generators that do not ignore case keep both keys.
"""

from newslint.rule import Article, Example, Field, Iterator, NoOptions, Precision, Problem, Rule


def check(article: Article, options: NoOptions) -> Iterator[Problem]:
    """Compare the keys at the top of the front matter."""
    fields = article.fields
    if not article.generator.ignores_key_case:
        return
    if len({field.key.lower() for field in fields}) == len(fields):
        return
    first: dict[str, Field] = {}
    for field in fields:
        earlier = first.setdefault(field.key.lower(), field)
        if earlier.key != field.key:
            row = article.text.count("\n", 0, earlier.key_span.start) + 1
            what = f"{field.key} is the same key as {earlier.key} in line {row}, and either may win"
            yield Problem(field.key_span, what, field.key, advice="keep one of them")


def concerns(article: Article, options: NoOptions) -> bool:
    """The keys alone decide."""
    return any(True for _ in check(article, options))


RULE = Rule(
    code="FMT014",
    name="key-case-collision",
    severity="error",
    preset="default",
    precision=Precision("very-high", note="asked of the real program"),
    needs=("ignores_key_case",),
    check=check,
    concerns=concerns,
    examples=(
        Example(
            note="A title twice",
            front="""\
title: Überflutung
date: 2025-12-31
Title: 'Flood' # older
""",
            found=(
                (
                    "4:1-4:6",
                    (
                        "Title is the same key as title in line 2, and either may win; "
                        "keep one of them"
                    ),
                ),
            ),
        ),
        Example(
            note="Cyrillic letters have case too",
            front="""\
title: A
Автор: Анна
автор: Анна
""",
            found=(
                (
                    "4:1-4:6",
                    (
                        "автор is the same key as Автор in line 3, and either may win; "
                        "keep one of them"
                    ),
                ),
            ),
        ),
        Example(
            note="The same key twice is another rule's; keys inside a mapping are other keys",
            front="""\
title: A
title: A
params:
  Title: B
""",
        ),
    ),
)
