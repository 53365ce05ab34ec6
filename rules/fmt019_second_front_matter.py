"""second-front-matter (FMT019): the body begins with another block of front matter.

## What it does

Reports a block between two lines `---` or `+++` at the start of the body that holds nothing but
keys with their values, among them a `draft`, a date, or two keys that articles have. A thematic
break before prose is none, nor are keys that nobody gives an article (`Note: …`).

## Why it matters

Every generator reads the first block alone. What the second says is lost and shown as text: a
`draft: true` in it does not keep the page from being published. It comes of a script that puts its
own block on top of what an editor wrote.

## Fix

None: which of two values of a key counts is not known.

## Options

None.

## Source

Hugo 0.168, Jekyll 4.3, Eleventy 3.1, Astro 5.18 and Hexo 8.1 end the front matter at the first
closing delimiter. Pandoc's Markdown takes blocks further down.
"""

from newslint.rule import (
    Article,
    Example,
    Iterator,
    NoOptions,
    Precision,
    Problem,
    Rule,
    Severity,
    Span,
)
from newslint.text.second_block import second_front_matter


def check(article: Article, options: NoOptions) -> Iterator[Problem]:
    """At most one problem."""
    if article.block is None or article.generator.reads_later_blocks:
        return
    known = article.generator.known_keys
    found = second_front_matter(article.text, article.block.body, known)
    if found is None:
        return
    span = Span(*found.mark)
    shown = "draft" if "draft" in found.telling else found.telling[0]
    more = f" and {found.keys - 1} more" if found.keys > 1 else ""
    severity: Severity | None = None if article.generator.title else "warning"
    what = f"the body starts with a second block of front matter, which loses {shown}{more}"
    yield Problem(span, what, severity=severity, advice="move its keys into the first block")


def concerns(article: Article, options: NoOptions) -> bool:
    """False where a second block is read."""
    return not article.generator.reads_later_blocks


RULE = Rule(
    code="FMT019",
    name="second-front-matter",
    severity="error",
    preset="default",
    precision=Precision("very-high", read=1, note="399 unseen sites"),
    check=check,
    concerns=concerns,
    examples=(
        Example(
            "A draft that is published",
            '---\ntitle: Überflutung # auto\n---\n\n---\ndraft: true\nnote: "x"\n---\nText.\n',
            (
                (
                    "5:1-5:4",
                    (
                        "the body starts with a second block of front matter, which loses draft "
                        "and 1 more; move its keys into the first block"
                    ),
                ),
            ),
        ),
        Example(
            "Keys in another format, with a list and a table",
            "---\ntitle: 洪水\n---\n+++\n# ours\ntitle = 'B'\ntags = [\n  'a',\n]\n[extra]\nx = 1\n"
            "+++\nText.\n",
            (
                (
                    "4:1-4:4",
                    (
                        "the body starts with a second block of front matter, which loses title "
                        "and 2 more; move its keys into the first block"
                    ),
                ),
            ),
        ),
        Example(
            "A thematic break, and prose with colons",
            "---\ntitle: Flood\n---\n\n---\n\nNote: the river has risen.\nSource: Reuters\n\n---\n"
            "Text.\n",
        ),
        Example(
            "The data of a book, in words for people",
            "---\ntitle: Flood\n---\n---\nTitle: The River\nAuthor: Ann Lee\n---\nText.\n",
        ),
        Example(
            "Prose between two breaks, one line of which has a key's name",
            "---\ntitle: Flood\n---\n---\ndate: 2025-12-31\n\nThe river has risen.\n\n---\nText.\n",
        ),
        Example(
            "Front matter that an article is about",
            "---\ntitle: Flood\n---\nWrite this:\n\n---\ntitle: A\ndraft: true\n---\n",
        ),
    ),
)
