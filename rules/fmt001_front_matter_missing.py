"""front-matter-missing (FMT001): the file does not begin with front matter.

## What it does

Reports a file in which the target finds no front matter: it is empty, it begins with text, with an
HTML comment or an invisible character, its first line is a dash (`—`) or too short a fence (`--`),
the opening `---` line was lost, or a text was put above it. An error where the page is lost or the
build stops, and where something that is not quite a delimiter stands at the start; else a warning,
as many generators take a file without front matter. Nothing is missing in HTML that a generator
copies as it is, nor in an empty `_index.md`, with which Hugo makes a folder a section. Where the
target does without front matter, a file with none is right.

## Why it matters

Hugo takes the whole file for the body: it publishes a page without a title, dated to the year 1,
with the keys as its text, and says nothing. A file that begins with one dash, or with template
code, stops the build.

## Fix

A line `---` is put above the keys when the lines up to the next such line are a mapping, and an
invisible character before the delimiter is removed. Unsafe: the page is published as it is, without
a title. None in all other cases: what the keys should be is not known.

## Options

- `paths` (default `[]`): patterns of the files that must have front matter, below the site's root,
  as in `content/news/*` (`*` stands for any characters, slashes too). Empty: every file.

## Source

Measured with Hugo 0.168 (exit code 0, empty title); Hugo, parser/pageparser.
"""

from fnmatch import fnmatchcase

from newslint.rule import (
    Article,
    Example,
    Fix,
    FrontMatterMissing,
    Iterator,
    NamedTuple,
    Precision,
    Problem,
    ReplaceText,
    Rule,
    Severity,
    Span,
)
from newslint.text.line_ends import line_ending

_ADVICE = "put the fields between two lines `---` at the start of the file"
_REMOVE = "remove what stands before it"
_LOST = "start the file with a line `---`"
_MOVE = "move it above the text"


class Options(NamedTuple):
    """`paths`: patterns of the files that must have front matter; none means all."""

    paths: tuple[str, ...] = ()


def word(article: Article, fault: FrontMatterMissing, options: Options) -> Iterator[Problem]:
    """Say what the file begins with instead of front matter."""
    paths = options.paths
    if paths and not any(fnmatchcase(article.path, pattern) for pattern in paths):
        return
    generator = article.generator
    needed = True if generator.required(article) else generator.needs_front_matter(article.path)
    if not (fault.opening or fault.attempted or paths) and _is_unneeded(article, needed):
        return
    fix = _fix(article.text, fault) if fault.opening == "insert" else _without(article, fault)
    lost = needed or fault.attempted or (fault.opening and article.generator.title)
    severity: Severity | None = None if lost else "warning"
    yield Problem(fault.span, fault.what, fix=fix, severity=severity, advice=_advice(fault))


def _advice(fault: FrontMatterMissing) -> str:
    if fault.opening:
        return _MOVE if fault.opening == "later" else _LOST
    return _REMOVE if fault.before else _ADVICE


def _is_unneeded(article: Article, needed: bool | None) -> bool:
    """True for a file that is right as it is; `needed`: what the generator says of front matter."""
    if needed is False or not article.generator.is_page(article):
        return True
    return needed is None and _is_asset(article)


def _is_asset(article: Article) -> bool:
    """True for a page of HTML that is copied as it is."""
    return article.path.lower().endswith((".html", ".htm")) and article.text.lstrip()[:1] == "<"


def _without(article: Article, fault: FrontMatterMissing) -> Fix | None:
    """Removes invisible characters; a comment is somebody's words."""
    if fault.before is None or article.text[fault.before.start] in "<#/":
        return None
    change = ReplaceText(fault.before, "", body=True)
    why = "the page is published as it is, without its fields"
    return Fix("Remove what is before the delimiter", (change,), safe=False, why=why)


def _fix(text: str, fault: FrontMatterMissing) -> Fix:
    start, end = fault.span
    fence = ReplaceText(Span(start, start), f"---{line_ending(text, end)}", body=True)
    return Fix(
        "Insert the opening delimiter", (fence,), safe=False, why="the lines may belong to the text"
    )


RULE = Rule(
    code="FMT001",
    name="front-matter-missing",
    severity="error",
    preset="default",
    precision=Precision("very-high", read=2, note="33 unseen sites"),
    faults=(FrontMatterMissing,),
    word=word,
    options=Options,
    examples=(
        Example(
            "Only text",
            "水害のニュース\n",
            (("1:1-1:8", f"the file has no front matter; {_ADVICE}"),),
        ),
        Example("Nothing at all", "", (("1:1-1:1", f"the file is empty; {_ADVICE}"),)),
        Example(
            "The opening fence was lost",
            'title: "Überflutung"\ndate: 2025-12-31 # local\n---\nText.\n',
            (("1:1-1:21", f"the opening delimiter is missing above `title:`; {_LOST}"),),
            '---\ntitle: "Überflutung"\ndate: 2025-12-31 # local\n---\nText.\n',
            unsafe=True,
        ),
        Example(
            "A text was put above it",
            "Translated by Ayşe.\n---\ntitle: Sel\ndraft: true\n---\nText.\n",
            (("2:1-2:4", f"the front matter is not at the start of the file; {_MOVE}"),),
        ),
        Example(
            "A page of documentation that shows front matter",
            "# Front matter\n\n```yaml\n---\ntitle: Flood\n---\n```\n",
            target="vitepress",
        ),
        Example(
            "An em dash, as an editor made of three dashes",
            "—\ntitle: Flood\n—\nText.\n",
            (("1:1-1:2", f"the file starts with `—`, which is not a delimiter; {_ADVICE}"),),
        ),
        Example(
            "A zero-width space before the fence",
            "\u200b---\ntitle: Flood\n---\nText.\n",
            (("1:1-1:5", f"an invisible U+200B is before the opening delimiter; {_REMOVE}"),),
            "---\ntitle: Flood\n---\nText.\n",
            unsafe=True,
        ),
        Example(
            "A comment before the fence",
            "<!-- draft -->\n---\ntitle: Flood\n---\nText.\n",
            (("1:1-1:15", f"an HTML comment is before the opening delimiter; {_REMOVE}"),),
        ),
        Example(
            "Comments of other languages",
            "# vim: set ft=markdown:\n// новости\n\n---\ntitle: Flood\n---\nText.\n",
            (("1:1-1:24", f"a comment is before the opening delimiter; {_REMOVE}"),),
        ),
        Example(
            note="Front matter",
            front="""\
title: Überflutung
""",
        ),
        Example("Front matter behind an empty line, as Hugo reads it", "\n---\ntitle: A\n---\n"),
        Example(
            "Notes, which need none",
            "# Überflutung\n\nText.\n",
            target="obsidian",
            path="notes/a.md",
        ),
        Example(
            "A delimiter that is none, where front matter is optional",
            "—\ntitle: 洪水\n—\nText.\n",
            (("1:1-1:2", f"the file starts with `—`, which is not a delimiter; {_ADVICE}"),),
            target="docusaurus",
            path="docs/a.md",
        ),
        Example(
            "A thematic break, where front matter is optional",
            "***\n\nText.\n",
            target="docusaurus",
            path="docs/a.md",
        ),
        Example(
            "An expression of MDX, where front matter is optional",
            "{/* 홍수 */}\n\nText.\n",
            target="docusaurus",
            path="docs/a.mdx",
        ),
        Example("A section's page in Hugo, empty", "", path="content/news/_index.md"),
        Example("The same with a text", "Über uns.\n", path="content/de/_index.de.md"),
        Example(
            "A section's page whose delimiter is none",
            "—\ntitle: Flood\n—\nText.\n",
            (("1:1-1:2", f"the file starts with `—`, which is not a delimiter; {_ADVICE}"),),
            path="content/news/_index.md",
        ),
        Example(
            "A page of HTML beside a page of Zola's",
            "<!doctype html>\n<title>洪水</title>\n",
            path="content/news/a/widget.html",
            target="zola",
        ),
        Example(
            "Zola stops at a section without front matter",
            "",
            (("1:1-1:1", f"the file is empty; {_ADVICE}"),),
            path="content/news/_index.md",
            target="zola",
        ),
        Example("Not asked for here", "Text.\n", options={"paths": ["content/sport/*"]}),
    ),
)
