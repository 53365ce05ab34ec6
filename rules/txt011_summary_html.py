"""summary-html (TXT011): the summary contains HTML, which Hugo omits.

## What it does

Looks for HTML tags in the summary, outside backticks, unless the site's config has
`markup.goldmark.renderer.unsafe`.

## Why it matters

Hugo renders the summary as Markdown. Of `<p>The river rises</p>` nothing is left, in lists and in
the feed; of `<b>rises</b>` only the tags go.

## Fix

Takes the tags out and leaves their text: unsafe, as links and stress go with them. None for
scripts, styles and frames, and where the text says something else without the tag (`<del>`), or
speaks of it.

## Options

None.

## Source

Measured with Hugo 0.168: `<!-- raw HTML omitted -->` in the place of the block or the tag. Where
the site's config was not read, or only tags go, it is a warning.
"""

from newslint.rule import (
    Article,
    Example,
    Field,
    Fix,
    Iterator,
    NoOptions,
    Precision,
    Problem,
    Rule,
    SetScalar,
    Severity,
    shorten,
)
from newslint.text.markup import blocks, tags, without_tags
from newslint.text.strippable import is_strippable
from newslint.text.words import cut_tail, tidy


def check(article: Article, options: NoOptions) -> Iterator[Problem]:
    """At most one problem."""
    field = article.get("summary")
    text = field.text if field is not None else None
    if field is None or not text or "<" not in text or field.key.lower() != "summary":
        return
    raw_html = article.generator.raw_html
    found, lost = tags(text), blocks(text).raw
    if raw_html or not (found or lost):
        return
    tag = text[lost[0].start : lost[0].end] if lost else found[0].group()
    effect = "with its text" if lost else "but keeps its text"
    unless = "" if raw_html is False else " unless the site allows HTML"
    title = article.generator.title
    what = f"{field.key} contains {shorten(tag)}, which {title} omits {effect}{unless}"
    severity: Severity | None = None if lost and raw_html is False else "warning"
    fix = _fix(field, text)
    yield Problem(field.value.span, what, field.key, fix, severity, advice="write Markdown")


def _fix(field: Field, text: str) -> Fix | None:
    if field.scalar is None:
        return None
    core, tail = cut_tail(text, field.scalar.style)
    plain = without_tags(core) if is_strippable(tags(core)) else None
    if plain is None or not plain.strip():
        return None
    if "\n" not in core:
        plain = tidy(plain)
    return Fix(
        "Remove the HTML tags",
        (SetScalar(field.scalar, plain + tail),),
        safe=False,
        why="the markup may be meant to be seen",
    )


RULE = Rule(
    code="TXT011",
    name="summary-html",
    severity="error",
    preset="default",
    precision=Precision("very-high", read=1, note="399 unseen sites; asked of the real program"),
    fields=("summary",),
    needs=("raw_html_setting",),
    check=check,
    suspects="<",
    examples=(
        Example(
            note="A block, of which nothing is left, with odd quotes and a comment",
            front="""\
title: Flood
summary: '<p>The <b>Rhône</b> rises.</p><p>Again.</p>'  # from the feed
""",
            found=(
                (
                    "3:10-3:55",
                    "summary contains `<p>`, which Hugo omits with its text; write Markdown",
                ),
            ),
            front_after="""\
title: Flood
summary: 'The Rhône rises. Again.'  # from the feed
""",
            unsafe=True,
        ),
        Example(
            note="A tag inside a line, on a site whose config was not read",
            front="""\
title: Flood
summary: The river <em>rises</em>
""",
            found=(
                (
                    "3:10-3:34",
                    (
                        "summary contains `<em>`, which Hugo omits but keeps its text "
                        "unless the site allows HTML; write Markdown"
                    ),
                ),
            ),
            front_after="""\
title: Flood
summary: The river rises
""",
            unsafe=True,
            site=None,
        ),
        Example(
            note="What is in a script is not text",
            front="""\
title: Flood
summary: <script>alert(1)</script>
""",
            found=(
                (
                    "3:10-3:35",
                    "summary contains `<script>`, which Hugo omits with its text; write Markdown",
                ),
            ),
        ),
        Example(
            note="A site that allows HTML",
            front="""\
title: Flood
summary: <p>The river rises.</p>
""",
            site={"markup": {"goldmark": {"renderer": {"unsafe": True}}}},
        ),
        Example(
            note="Signs, addresses and code, and an excerpt, which Hugo does not read",
            front="""\
title: Flood
summary: a < b > c, <https://example.org>, `<b>`, 水 <3
excerpt: <p>The river rises.</p>
""",
        ),
    ),
)
