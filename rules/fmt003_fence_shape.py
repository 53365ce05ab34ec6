"""fence-shape (FMT003): the delimiter is not a plain `---` line.

## What it does

Reports front matter whose delimiters are something else than a line of exactly three dashes: a byte
order mark, empty lines or whitespace before the opening delimiter; whitespace, a comment or text
after either delimiter; more than three dashes; `...`, `--` or an indented `---` as closing
delimiter; bare carriage returns as line ends.

Where a whole site does so, a form that the target reads is a habit: the editor of a house writes
the mark, its script what stands after a delimiter.

## Why it matters

Each generator reads some of these and not the others. Where the target reads the form, it harms no
page, and with `readable` the problem is a note (info): other programs do not see the front matter.
Where it does not, the build stops or the page is published without its title and date (error). A
closing delimiter of more dashes is read by most, which show the rest of them on the page (warning).
Where no one generator is known, a form that one of them reads is a warning. Jekyll sees front
matter after a byte order mark in posts, and in nothing else (error).

## Fix

The delimiter becomes a plain `---` line. Safe for forms that Hugo reads, as nothing of the page
changes; unsafe for a closing delimiter of more dashes, because the body changes, and for the
generic target. Forms that are not read are repaired: safely where the build stops at them, the
lines before the closing delimiter are a mapping and nothing after it looks like a key. Unsafe
always where the body holds another block of front matter: one of the two may not be meant. None for
a language after the opening delimiter and for bare carriage returns.

## Options

- `readable` (default false, in news true): report the mark, the spaces, the empty lines, the
  dashes too many and the opening delimiter too few that the target reads, too. Where no one
  generator is known they are always reported.

## Source

Measured with Hugo 0.168, Jekyll 4.3, Eleventy 3.1, Astro 5.18 and Hexo 8.1; Zola's own source.
"""

from newslint.rule import (
    Article,
    ByteOrderMark,
    Change,
    DropBom,
    Example,
    FenceShape,
    Fix,
    Iterator,
    NamedTuple,
    Precision,
    Problem,
    ReplaceText,
    Rule,
    Severity,
    Span,
    not_measured,
)
from newslint.text.blocks import holds_block
from newslint.text.line_ends import line_ending

_ADVICE = {
    "empty-lines": "remove them",
    "several-lines": "remove them",
    "spaces-before": "remove it",
    "opening-space": "remove it",
    "opening-comment": "move it to a line of its own",
    "opening-text": "move it to a line of its own",
    "opening-long": "write `---`",
    "fences-long": "write `---`",
    "opening-missing": "start with a line `---`",
    "closing-space": "remove it",
    "closing-text": "move it to a line of its own",
    "closing-long": "write `---`",
    "closing-dots": "write `---`",
    "closing-dashes": "write `---`",
    "closing-indented": "remove it",
    "closing-inline": "put the value in quotes, and other text after the dashes",
    "end-mark": "remove it",
    "bare-cr": "save the file with line feeds",
}

_WHY = "where the front matter ends is not certain"

_READ_BY_ONE = frozenset(("opening-long", "opening-missing", "closing-dots"))
"""Forms that one generator takes for delimiters: no error where it may be this one."""

_HARMLESS = frozenset(
    (
        *("bom", "empty-lines", "spaces-before", "opening-space", "closing-space", "end-mark"),
        *("opening-missing", "opening-long", "fences-long"),
    )
)
"""Forms that harm no page where the target reads them: what it shows is what was meant."""

_LANGUAGES = frozenset(("json", "js", "javascript", "toml", "yaml", "yml"))
"""Text after an opening delimiter that names the format for one generator."""


class Options(NamedTuple):
    """`readable`: whether forms are reported that the target reads."""

    readable: bool = False


def word(
    article: Article, fault: ByteOrderMark | FenceShape, options: Options
) -> Iterator[Problem]:
    """Word each delimiter that is not a plain one."""
    severity = _of_bom(article) if isinstance(fault, ByteOrderMark) else _severity(article, fault)
    form = "bom" if isinstance(fault, ByteOrderMark) else fault.form
    harmless = form in _HARMLESS and severity == "info" and article.generator.title
    if harmless and not options.readable:
        return
    if isinstance(fault, ByteOrderMark):
        fix = Fix(
            "Remove the byte order mark", (DropBom(),), _proved(article), why=not_measured(article)
        )
        yield Problem(
            fault.span,
            "the file starts with a byte order mark",
            fix=None if article.broken else fix,
            severity=severity,
            advice="remove it",
            form="bom",
        )
        return
    unsure = fault.form == "opening-text" and not fault.repair
    advice = "leave only the delimiter there" if unsure else _ADVICE[fault.form]
    advice = advice.replace("---", _mark(article.text))
    what = f"{fault.what} ({fault.effect})" if fault.effect else fault.what
    yield Problem(
        fault.span,
        what,
        fix=_fix(article, fault),
        severity=severity,
        advice=advice,
        form=fault.form,
        habit=severity == "info",
    )


def _proved(article: Article) -> bool:
    """True where it was measured that such a fix moves nothing."""
    return article.generator.is_proved("delimiters")


def _of_bom(article: Article) -> Severity:
    return "error" if article.generator.sees_past_bom(article.path) is False else "info"


def _severity(article: Article, fault: FenceShape) -> Severity:
    if article.block is None:
        named = article.text[slice(*fault.span)].strip().lower() in _LANGUAGES
        unsure = fault.form in _READ_BY_ONE or (fault.form == "opening-text" and named)
        return "warning" if unsure and not article.generator.title else "error"
    return "warning" if fault.form == "closing-long" else "info"


def _fix(article: Article, fault: FenceShape) -> Fix | None:
    repair = article.block is None or fault.form == "opening-text"
    if fault.form == "bare-cr" or (repair and not fault.repair) or (article.broken and not repair):
        return None
    if repair:
        safe = fault.repair == "certain" and (article.broken or _proved(article))
    else:
        safe = _proved(article) and fault.form != "closing-long"
    safe = safe and not holds_block(_after(article, fault))
    changes = _changes(article.text, fault, body=article.block is None)
    why = _WHY if article.broken or _proved(article) else not_measured(article)
    message = f"Write the delimiter as `{_mark(article.text)}`"
    return Fix(message, changes, safe, why=why) if changes else None


def _after(article: Article, fault: FenceShape) -> str:
    """The text after the front matter, as far as its end is known."""
    if article.block is not None:
        return article.body
    opens = not fault.form.startswith("closing")
    close = article.text.find("\n---", fault.span.end) if opens else fault.span.end
    end = article.text.find("\n", close + 1)
    return article.text[end + 1 :] if close >= 0 and end >= 0 else ""


def _changes(text: str, fault: FenceShape, *, body: bool) -> tuple[Change, ...]:
    """The changes; `body`: so far all of the file counts as body."""
    form, span = fault.form, fault.span
    if form == "closing-inline":
        return ()
    if form == "opening-missing":
        return (ReplaceText(span, f"---{line_ending(text)}"),)
    if form in ("opening-comment", "opening-text"):
        words = text[slice(*span)]
        blanks = Span(span.start, span.end - len(words.lstrip()))
        return (ReplaceText(blanks, line_ending(text, span.end), body=body),)
    if form == "closing-text":
        return (ReplaceText(Span(span.start, span.start), line_ending(text, span.end), body=True),)
    if form in ("closing-dots", "closing-dashes", "closing-indented"):
        return (ReplaceText(span, _mark(text), body=True),)
    body = body or form in ("opening-long", "closing-long")
    extra = (ReplaceText(fault.more, "", body=True),) if fault.more else ()
    return ReplaceText(span, "", body=body), *extra


def _mark(text: str) -> str:
    """The delimiter that the front matter is written with."""
    return "+++" if text.lstrip().startswith("+++") else "---"


RULE = Rule(
    code="FMT003",
    name="fence-shape",
    severity="error",
    habit=True,
    preset="default",
    precision=Precision("very-high", read=5, needless=4, note="399 unseen sites"),
    faults=(ByteOrderMark, FenceShape),
    word=word,
    options=Options,
    examples=(
        Example(
            "Whitespace after both delimiters",
            "--- \ntitle: 'Überflutung' # Donau\n---\t \nText.\n",
            (
                ("1:4-1:5", "whitespace after the opening delimiter; remove it"),
                ("3:4-3:6", "whitespace after the closing delimiter; remove it"),
            ),
            "---\ntitle: 'Überflutung' # Donau\n---\nText.\n",
            options={"readable": True},
        ),
        Example(
            "A byte order mark",
            "\ufeff---\ntitle: 洪水\n---\nText.\n",
            (("1:1-1:1", "the file starts with a byte order mark; remove it"),),
            "---\ntitle: 洪水\n---\nText.\n",
            options={"readable": True},
        ),
        Example(
            "An empty line first",
            "\n---\ntitle: Flood\n---\nText.\n",
            (("1:1-2:1", "empty lines before the opening delimiter; remove them"),),
            "---\ntitle: Flood\n---\nText.\n",
            options={"readable": True},
        ),
        Example(
            "Text after the closing delimiter",
            "---\ntitle: Flood\n---<p>Text.</p>\n",
            (("3:4-3:16", "text after the closing delimiter; move it to a line of its own"),),
            "---\ntitle: Flood\n---\n<p>Text.</p>\n",
        ),
        Example(
            "Hugo closes here and shows three dashes",
            "---\ntitle: Flood\n------\nText.\n",
            (
                (
                    "3:4-3:7",
                    (
                        "the closing delimiter has 6 dashes, of which all but 3 are body text; "
                        "write `---`"
                    ),
                ),
            ),
            "---\ntitle: Flood\n---\nText.\n",
            unsafe=True,
        ),
        Example(
            "Four dashes open and close",
            "----\ntitle: Flood\n----\nText.\n",
            (("1:4-1:5", "the opening delimiter is `----`, not `---`; write `---`"),),
            "---\ntitle: Flood\n---\nText.\n",
        ),
        Example(
            "Six plus signs are TOML's delimiter three plus signs too long",
            '++++++\ntitle = "洪水"\n++++++\nText.\n',
            (("1:4-1:7", "the opening delimiter is `++++++`, not `+++`; write `+++`"),),
        ),
        Example(
            "Closed by dots",
            "---\ntitle: Наводнение\n...\nText.\n\n---\n\nMore.\n",
            (("3:1-3:4", "the closing delimiter is `...`, not `---`; write `---`"),),
            "---\ntitle: Наводнение\n---\nText.\n\n---\n\nMore.\n",
        ),
        Example(
            "An indented closing delimiter",
            "---\ntitle: Flood\n ---\nText.\n",
            (("3:1-3:5", "whitespace before the closing delimiter; remove it"),),
            "---\ntitle: Flood\n---\nText.\n",
        ),
        Example(
            "Another language: nothing to repair",
            "---js\n{title: 'Flood'}\n---\nText.\n",
            (
                (
                    "1:4-1:6",
                    "text after the opening delimiter: `js`; leave only the delimiter there",
                ),
            ),
        ),
        Example(
            "Another generator may not read it",
            "--- # Donau\ntitle: Überflutung\n---\nText.\n",
            (
                (
                    "1:4-1:12",
                    (
                        "a comment after the opening delimiter (not read by Docusaurus, "
                        "Eleventy, Hexo and 5 others); move it to a line of its own"
                    ),
                ),
            ),
            "---\n# Donau\ntitle: Überflutung\n---\nText.\n",
            unsafe=True,
            target="generic",
        ),
        Example(
            "Jekyll publishes the keys as text",
            "\n---\ntitle: नमस्ते\n---\nText.\n",
            (
                (
                    "1:1-2:1",
                    (
                        "empty lines before the opening delimiter (Jekyll does not see the "
                        "front matter); remove them"
                    ),
                ),
            ),
            "---\ntitle: नमस्ते\n---\nText.\n",
            unsafe=True,
            target="jekyll",
        ),
        Example(
            "Zola stops",
            "--- \ntitle: Überflutung\n---\nText.\n",
            (("1:4-1:5", "whitespace after the opening delimiter (Zola stops there); remove it"),),
            "---\ntitle: Überflutung\n---\nText.\n",
            target="zola",
        ),
        Example(
            "Eleventy reads the language after the delimiter",
            '---json\n{"title": "Überflutung"}\n---\nText.\n',
            target="eleventy",
            path="posts/a.md",
        ),
        Example(
            "What the target reads harms no page",
            "\ufeff\n--- \ntitle: Überflutung\n---\t\nТекст.\n",
        ),
        Example(
            "Hexo reads it without the first delimiter",
            "title: 洪水\ntags: [news]\n---\nText.\n",
            target="hexo",
            path="source/_posts/a.md",
        ),
        Example(
            "Hexo reads one empty line before it",
            "\n---\ntitle: Наводнение\n---\nText.\n",
            target="hexo",
            path="source/_posts/a.md",
        ),
        Example(
            "Plain delimiters, and dashes in a text",
            "---\ntext: |\n  ---\n  ...\n---\nText.\n---\n",
        ),
    ),
)
