"""raw-html-body (BDY001): the body is HTML, which Hugo omits from the page.

## What it does

Reports a Markdown body that is HTML from one end to the other, and, as a warning where the site's
config was read, a body with single blocks of HTML. A site whose config has
`markup.goldmark.renderer.unsafe` is silent, and so is one of an older Hugo in which Blackfriday
reads Markdown (`markup.defaultMarkdownHandler`); so are comments, code and tags inside a line.

## Why it matters

Hugo writes `<!-- raw HTML omitted -->` for each block and builds on with one warning: the page of
an article that a feed delivered as HTML is empty.

## Fix

None: write Markdown, or allow HTML in the site's config.

## Options

None.

## Source

Measured with Hugo 0.168; what a block is: CommonMark 0.31, section 4.6. Where the site's config was
not read, it is a warning.
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
    shorten,
)
from newslint.text.markup import blocks

_MARKDOWN = (".md", ".markdown", ".mdown")


def check(article: Article, options: NoOptions) -> Iterator[Problem]:
    """At most one problem, at the first tag."""
    generator, text = article.generator, article.text
    raw_html, title, setting = generator.raw_html, generator.title, generator.raw_html_setting
    if raw_html or article.block is None:
        return
    start = article.block.body
    if not _may_hold_blocks(text, start, anywhere=raw_html is False):
        return
    if not article.path.lower().endswith(_MARKDOWN) or article.get("markup"):
        return
    found = blocks(text, start)
    if not found.raw or (found.prose and raw_html is None):
        return
    if article.inherits("markup") is not False:
        return
    first = found.raw[0]
    span = Span(first.start, first.end)
    severity: Severity | None = "warning" if found.prose or raw_html is None else None
    unless = f"unless {setting} is true" if raw_html is None else f"because {setting} is not true"
    omitted = f"which {title} omits {unless}"
    what = f"the body is HTML, {omitted}"
    if found.prose:
        tag, many = shorten(text[span.start : span.end], 30), len(found.raw)
        block = f"an HTML block {tag}" if many == 1 else f"{many} HTML blocks (first {tag})"
        what = f"the body has {block}, {omitted}"
    yield Problem(span, what, severity=severity, advice="write Markdown or allow HTML")


def concerns(article: Article, options: NoOptions) -> bool:
    """False where HTML is kept, and where the page says what it is written in."""
    return not article.generator.raw_html and article.get("markup") is None


def _may_hold_blocks(text: str, start: int, *, anywhere: bool) -> bool:
    """A cheap test: few bodies have a line, or a first one, that begins with a tag."""
    if not anywhere:
        return text[start : start + 200].lstrip()[:1] == "<"
    at = text.find("<", start)  # one character is found thirty times as fast as two
    while at >= 0:
        if text[max(start, at - 4) : at].rstrip(" ")[-1:] in ("", "\n"):
            return True
        at = text.find("<", at + 1)
    return False


RULE = Rule(
    code="BDY001",
    name="raw-html-body",
    severity="error",
    preset="default",
    precision=Precision(
        "very-high",
        read=6,
        note="33 and 399 unseen sites; asked of the real program",
    ),
    needs=("raw_html_setting",),
    check=check,
    concerns=concerns,
    examples=(
        Example(
            note="As a feed delivers it",
            before="""---
title: Élections
---
<p>Résultats du <b>premier</b> tour.</p>
<!-- more -->
<div class="b">À suivre.</div>
""",
            found=(
                (
                    "4:1-4:4",
                    (
                        "the body is HTML, which Hugo omits because "
                        "markup.goldmark.renderer.unsafe is not true; write Markdown or allow HTML"
                    ),
                ),
            ),
        ),
        Example(
            note="Without the site's config it is not known",
            before="""---
title: Flood
---
<p>The river rises.
""",
            found=(
                (
                    "4:1-4:4",
                    (
                        "the body is HTML, which Hugo omits unless "
                        "markup.goldmark.renderer.unsafe is true; write Markdown or allow HTML"
                    ),
                ),
            ),
            site=None,
        ),
        Example(
            note="Single blocks in a Markdown text",
            before="""---
title: Flood
---
The river rises.

<iframe src="https://example.org/map"></iframe>

More.
""",
            found=(
                (
                    "6:1-6:39",
                    (
                        'the body has an HTML block `<iframe src="https://example.…`, '
                        "which Hugo omits because markup.goldmark.renderer.unsafe is not true; "
                        "write Markdown or allow HTML"
                    ),
                ),
            ),
        ),
        Example(
            note="The site allows HTML",
            before="""---
title: Flood
---
<p>The river rises.</p>
""",
            site={"markup": {"goldmark": {"renderer": {"unsafe": True}}}},
        ),
        Example(
            note="An older Hugo, in which Blackfriday reads Markdown",
            before="""---
title: Überschwemmung
---
<p>Der Fluss steigt.</p>
""",
            site={"markup": {"defaultMarkdownHandler": "blackfriday"}},
        ),
        Example(
            note="Markdown with tags in its lines, a comment, code and an address",
            before="""---
title: 洪水
---
<b>The river</b> rises.<br>

<!-- more -->

```html
<p>x</p>
```

<https://example.org/>
""",
        ),
    ),
)
