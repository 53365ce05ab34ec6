"""shortcode-in-body (BDY002): the body has template code at which the build stops.

## What it does

In Hugo: `{{< … >}}` and `{{% … %}}` that are never closed or have no name, and, where the site's
folder is known and neither it nor any config of it names a theme or module, a shortcode that the
site does not have. In Jekyll, Eleventy and Hexo: `{{` and `{%` that are never closed, where no key
of the article switches templates off. All of it counts in code, too, but for Hexo. In Eleventy,
whose config may do without templates in Markdown, it is a warning.

## Why it matters

A feed's article about templates holds such text. The generator takes it for its own, and stops: one
article takes the whole site down.

## Fix

Hugo: the shortcode is escaped (`{{</* name */>}}`), and readers see it as it was written: unsafe,
because it may be a shortcode whose file is missing. None for what is not closed.

## Options

- `known` (default none): more shortcodes that there are.

## Source

Measured with Hugo 0.168: "template for shortcode … not found", "unclosed shortcode action",
"shortcode has no name". Names are found in any letter case.
"""

from __future__ import annotations

import re

from newslint.rule import (
    Article,
    Example,
    Fix,
    Iterator,
    NamedTuple,
    Precision,
    Problem,
    ReplaceText,
    Rule,
    Severity,
    Span,
    shorten,
)


class Options(NamedTuple):
    """`known` shortcodes."""

    known: tuple[str, ...] = ()


def check(article: Article, options: Options) -> Iterator[Problem]:
    """One problem for each shortcode or tag."""
    start = _first(article.text, article.block.body if article.block is not None else 0)
    if start < 0:
        return
    code = article.generator.template_code
    if code is None:
        return
    if code.form == "shortcodes":
        yield from _shortcodes(article, start, options)
    elif not any(field.key in code.switches for field in article.fields):
        text = article.text
        if code.skips_code:
            text = re.sub(r"(?s)(`+|~{3,}).*?\1", lambda match: " " * len(match[0]), text)
        yield from _tags(text, start, None if code.certain else "warning")


def concerns(article: Article, options: Options) -> bool:
    """True where code in the body is run."""
    return article.generator.template_code is not None


def _first(text: str, start: int) -> int:
    """Where the first `{{` or `{%` is after an offset; -1 where there is none."""
    at = text.find("{", start)  # one character is found thirty times as fast as two
    while at >= 0 and text[at + 1 : at + 2] not in ("{", "%"):
        at = text.find("{", at + 1)
    return at


_CLOSING = {"<": ">}}", "%": "%}}"}


def _shortcodes(article: Article, start: int, options: Options) -> Iterator[Problem]:
    text = article.text
    missing: dict[str, bool] = {}
    unclosed: set[str] = set()  # looked for once: a search through the whole text each time is slow
    opening = re.compile(r"\{\{([<%])(/\*)?\s*/?\s*([^\s<>%{}\"`=]*)")
    for match in opening.finditer(text, start):
        sign, comment, name = match.groups()
        if comment:
            continue
        end = -1 if sign in unclosed else text.find(_CLOSING[sign], match.end())
        if end < 0:
            unclosed.add(sign)
        if end < 0 or text.find("{{" + sign, match.end(), end) >= 0:
            what = f"the shortcode {shorten(match.group())} is never closed"
            yield Problem(Span(match.start(), match.end()), what, advice="close it")
            continue
        key = name.lower().removesuffix("/")
        if key not in missing:
            missing[key] = not key or _is_missing(article, key, options)
        if missing[key]:
            yield _unknown(text, Span(match.start(), end + 3), name)


def _is_missing(article: Article, key: str, options: Options) -> bool:
    return key not in options.known and article.generator.lacks_shortcode(key, article)


def _unknown(text: str, span: Span, name: str) -> Problem:
    """A shortcode without a name, or with one that the site does not have."""
    what, advice = f"the site has no shortcode {shorten(name)}", "escape it or add it"
    if not name:
        what, advice = f"the shortcode {shorten(text[slice(*span)])} has no name", "escape it"
    return Problem(span, what, fix=_escape(text, span), advice=advice)


def _escape(text: str, span: Span) -> Fix | None:
    inner = text[span.start + 3 : span.end - 3]
    if "*/" in inner:
        return None
    changes = (
        ReplaceText(Span(span.start + 3, span.start + 3), "/*", body=True),
        ReplaceText(Span(span.end - 3, span.end - 3), "*/", body=True),
    )
    return Fix(
        "Escape the shortcode",
        changes,
        safe=False,
        why="the shortcode may be missing, not meant as text",
    )


def _tags(text: str, start: int, severity: Severity | None) -> Iterator[Problem]:
    """What Liquid and Nunjucks never find the end of; `raw` blocks are skipped."""
    at = start
    for match in re.compile(r"\{\{|\{%-?\s*(raw)?").finditer(text, start):
        if match.start() < at:
            continue
        opening = match.group()[:2]
        closing = "}}" if opening == "{{" else "%}"
        end = text.find(closing, match.end())
        if end < 0:
            what = f"the tag `{opening}` is never closed"
            advice = "close it or write it as an entity"
            span = Span(match.start(), match.start() + 2)
            yield Problem(span, what, severity=severity, advice=advice)
            return
        at = end + 2
        if match.group(1) and (over := re.compile(r"\{%-?\s*endraw").search(text, at)):
            at = over.end()


RULE = Rule(
    code="BDY002",
    name="shortcode-in-body",
    severity="error",
    preset="default",
    precision=Precision("very-high", note="asked of the real program"),
    needs=("template_code",),
    check=check,
    concerns=concerns,
    options=Options,
    examples=(
        Example(
            note="A feed's article about templates, on a site without such a shortcode",
            before="""---
title: Überblick
---
Write `{{< note "é" >}}`, or {{% tip %}} and {{% /tip %}} and {{< map >}}.
""",
            found=(
                ("4:8-4:24", "the site has no shortcode `note`; escape it or add it"),
                ("4:30-4:41", "the site has no shortcode `tip`; escape it or add it"),
                ("4:46-4:58", "the site has no shortcode `tip`; escape it or add it"),
            ),
            after="""---
title: Überblick
---
Write `{{</* note "é" */>}}`, or {{%/* tip */%}} and {{%/* /tip */%}} and {{< map >}}.
""",
            unsafe=True,
            files=("hugo.toml", "layouts/news/_shortcodes/map.html"),
        ),
        Example(
            note="Never closed, or without a name",
            before="""---
title: Flood
---
Templates begin with {{<
and {{% %}} ends.
""",
            found=(
                ("4:22-5:4", "the shortcode `{{< and` is never closed; close it"),
                ("5:5-5:12", "the shortcode `{{% %}}` has no name; escape it"),
            ),
            after="""---
title: Flood
---
Templates begin with {{<
and {{%/* */%}} ends.
""",
            unsafe=True,
        ),
        Example(
            note="Liquid looks into code, too",
            before="""---
title: Flood
---
{% raw %}{{ x{% endraw %} {{ page.title }} and `{{ é`
""",
            found=(
                (("4:49-4:51", "the tag `{{` is never closed; close it or write it as an entity")),
            ),
            target="jekyll",
            path="_posts/2025-12-31-a.md",
        ),
        Example(
            note="Liquid is switched off",
            before="""---
title: Flood
render_with_liquid: false
---
Templates begin with {{ or {%.
""",
            target="jekyll",
            path="_posts/2025-12-31-a.md",
        ),
        Example(
            note="Hexo takes code out of sight",
            before="""---
title: Flood
---
Templates begin with `{{` and {% raw %}{{{% endraw %}.
""",
            target="hexo",
            path="source/_posts/a.md",
        ),
        Example(
            note="A theme may have it",
            before="""---
title: 洪水
---
{{< note >}} {{ .Site.Title }} {{</* x */>}} {{< figure src="a.jpg" >}}
""",
            files=("themes/a/theme.toml",),
        ),
        Example(
            note="The config names a theme that is not in the checkout",
            before="""---
title: Flood
---
{{< note >}}
""",
            files=("hugo.toml",),
            site={"module": {"imports": [{"path": "github.com/example/theme"}]}},
        ),
        Example(
            note="Known to whoever wrote the config",
            before="""---
title: Flood
---
{{< Note >}}
""",
            files=("hugo.toml",),
            options={"known": ["note"]},
        ),
    ),
)
