"""slug-too-long (SLG004): the slug is too long for a file name, or longer than anyone reads.

## What it does

Reports a slug of which one part, as the target writes it, has more than 255 bytes in UTF-8: an
error where the slug is known to be the name of a file or folder. With `max` also one that has more
characters (a note).

## Why it matters

File systems take names of 255 bytes: Hugo stops the whole build at the first longer one. A
Devanagari or Chinese letter is three bytes. Long addresses are cut off in mail and in results.

## Fix

Cuts a slug that stops the build at the last hyphen that fits, and before a word such as `and`:
unsafe. None for one that is only long: the page has its address, and would move.

## Options

- `max` (default 0): characters that are not too many, 0 for any number; 100 in the presets `news`
  and `strict`.

## Source

Measured with Hugo 0.168: 255 bytes are built, 256 end the build with an error of mkdir. Jekyll 4.3
stops, too.
"""

from __future__ import annotations

from newslint.rule import (
    Article,
    Context,
    Example,
    Fix,
    Iterator,
    NamedTuple,
    Precision,
    Problem,
    Rule,
    Scalar,
    SetScalar,
    Severity,
    shorten,
)
from newslint.text.words import cut_tail, is_stop_word

MAX_BYTES = 255
LONG = 100
"""Characters to which a slug is cut that is too long for a file name, without `max`."""


class Options(NamedTuple):
    """`max` is in characters; 0: any number."""

    max: int = 0


def check(article: Article, options: Options) -> Iterator[Problem]:
    """At most one problem: the error, else the note."""
    field = article.get("slug")
    scalar = field.scalar if field is not None and field.text else None
    most = options.max or LONG
    if field is None or scalar is None or len(scalar.text) <= min(most, MAX_BYTES // 4):
        return
    text, tail = cut_tail(scalar.text, scalar.style)
    written = article.generator.slug(text) or text
    size = max(len(part.encode()) for part in written.split("/"))
    if size > MAX_BYTES:
        cut = _cut(text, most)
        change = SetScalar(scalar, cut + tail)
        fix = (
            Fix(
                f"Shorten it to {shorten(cut)}",
                (change,),
                safe=False,
                why="the words that are cut off may matter",
            )
            if cut
            else None
        )
        what = f"{field.key} has {size} bytes, too many for a file name (maximum {MAX_BYTES})"
        severity: Severity | None = None if article.generator.slug_names_file else "warning"
        yield Problem(field.value.span, what, field.key, fix, severity, advice="shorten it")
    elif options.max and len(text) > options.max:
        what = f"{field.key} has {len(text)} characters (maximum {options.max})"
        yield Problem(field.value.span, what, field.key, severity="info", advice="shorten it")


def suspects(scalar: Scalar, options: Options, context: Context) -> bool:
    """False for most slugs."""
    return len(scalar.text) > min(options.max or LONG, MAX_BYTES // 4)


def _cut(text: str, limit: int) -> str:
    """The slug without its last words, as long as it may be; empty when there are none to cut."""
    head, _, last = text.rpartition("/")
    room = limit - (len(head) + 1 if head else 0)
    cut = last
    while len(cut) > room or len(cut.encode()) > MAX_BYTES:
        cut = cut.rpartition("-")[0].rstrip("-")
        if not cut:
            return ""
    if cut == last:
        return ""
    cut = _without_dangling(cut)
    return f"{head}/{cut}" if head else cut


def _without_dangling(cut: str) -> str:
    """Without words at the end that lead on to the next one (`and`, `with`, `und`)."""
    start, hyphen, word = cut.rpartition("-")
    while hyphen and start and is_stop_word(word):
        cut = start
        start, hyphen, word = cut.rpartition("-")
    return cut


RULE = Rule(
    code="SLG004",
    name="slug-too-long",
    severity="error",
    preset="default",
    precision=Precision("very-high", note="asked of the real program"),
    fields=("slug",),
    check=check,
    suspects=suspects,
    options=Options,
    examples=(
        Example(
            note="A title of which every word was kept, with odd quotes and a comment",
            front="""\
title: Flood
slug: 'the-river-rose-by-two-metres-in-köln'   # whole title
""",
            found=(("3:7-3:45", "slug has 36 characters (maximum 30); shorten it"),),
            options={"max": 30},
        ),
        Example(
            note="Under 100 letters, and over 255 bytes",
            before=f"---\ntitle: Flood\nslug: {'बाढ़' * 20}-{'बाढ़' * 2}\n---\nBody.\n",
            found=(
                (
                    "3:7-3:96",
                    "slug has 265 bytes, too many for a file name (maximum 255); shorten it",
                ),
            ),
            after=f"---\ntitle: Flood\nslug: {'बाढ़' * 20}\n---\nBody.\n",
            unsafe=True,
        ),
        Example(
            note="The words that lead on go, too",
            before=f"---\ntitle: Flood\nslug: {'flood-' * 41}and-of-köln\n---\nBody.\n",
            found=(
                (
                    "3:7-3:264",
                    "slug has 258 bytes, too many for a file name (maximum 255); shorten it",
                ),
            ),
            after=f"---\ntitle: Flood\nslug: {'flood-' * 40}flood\n---\nBody.\n",
            unsafe=True,
            options={"max": 500},
        ),
        Example(
            note="Long parts that fit, one below the other",
            before=f"---\ntitle: Flood\nslug: {'a' * 200}/{'b' * 200}\n---\nBody.\n",
            options={"max": 500},
        ),
        Example(
            note="More than a hundred characters, which stay within a file's name",
            before=f"---\ntitle: Flood\nslug: {'flood-' * 20}news\n---\nBody.\n",
        ),
        Example(
            note="A hundred characters",
            before=f"---\ntitle: Flood\nslug: {'flood-' * 16}news\n---\nBody.\n",
            options={"max": 100},
        ),
    ),
)
