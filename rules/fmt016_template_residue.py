"""template-residue (FMT016): what a script or a template should have filled in.

## What it does

Reports template code in the front matter (`{{ title }}`, `{% if %}`, `<%= title %>`, `${title}`),
whether it can be read or not: a value that is nothing else, or a part of one with the name of a
field (`By ${author}`). Code that a text is about (`The ${^TAINT} variable`) is none. Also values
that are nothing but a script's word for no value: `None`, `nan`, `undefined`, `[object Object]`;
and a list whose only term is `null` or `nil`, unless the title has the word.

## Why it matters

Bare template code stops Hugo's build; in quotes it is published as it stands, and so is `None`.

## Fix

None: the value is not there.

## Options

- `placeholders` (default `["None", "nan", "NaN", "undefined", "[object Object]"]`): whole values,
  in exactly this case.
- `marks` (default `["{{", "{%", "<%", "${"]`): what template code begins with.

## Source

Twelve parsers, Hugo 0.168 among them: seven refuse a bare `{{ title }}`, the others make a mapping
of it. 41 of 1,833 broken front matters in the histories of 24 real sites hold template code.
"""

import re

from newslint.rule import (
    TERMS,
    TEXT_ROLES,
    Article,
    Context,
    Example,
    Field,
    Iterator,
    ListValue,
    NamedTuple,
    Precision,
    Problem,
    Rule,
    Scalar,
    Severity,
    TemplateResidue,
    shorten,
)
from newslint.text.regex import regex

_ROLES = (*TEXT_ROLES, "link", "source", "author", "slug", "date", "image")
_ADVICE = "replace it with its output"
_PLACEHOLDER = regex(
    r"""(?:(?:page|post|site|entry|item|article|feed|record|row|data|props)\.\w+(?:\.\w+)*
    |\.(?:Title|Date|Name|Site|Page|Params)\b[\w.]*
    |(?:title|headline|name|date|pub_?date|author|slug|description|summary|excerpt|text|content
      |tags?|categor(?:y|ies)|url|link|image|source)
    )\s*(?:\|.*)?\Z""",
    re.VERBOSE | re.IGNORECASE | re.DOTALL,
)
"""What scripts and templates call the values of an article, filters after them included."""

_ENDS = {"{{": "}}", "{%": "%}", "<%": "%>", "${": "}"}


_MARKS = tuple(_ENDS)
_NO_TERM = ("null", "nil")
"""What languages call no value, where it stands alone in a list of terms."""


class Options(NamedTuple):
    placeholders: tuple[str, ...] = ("None", "nan", "NaN", "undefined", "[object Object]")
    marks: tuple[str, ...] = _MARKS


def check(article: Article, options: Options) -> Iterator[Problem]:
    """Word what the reading of the front matter found; look at each value where there is one."""
    for fault in article.faults_of(TemplateResidue):
        seen = shorten(article.text[fault.span.start : fault.span.end])
        name = f"{fault.key} {seen} is" if fault.key else f"{seen} is"
        severity: Severity | None = "info" if article.generator.template_values == "bare" else None
        yield Problem(
            fault.span, f"{name} template code", fault.key, severity=severity, advice=_ADVICE
        )
    written = article.text[: article.block.body] if article.block else ""
    for word in (*options.marks, *options.placeholders, *_NO_TERM):
        if word in written:
            break
    else:
        return
    for field in (*article.pick(_ROLES), *article.terms()):
        for value in field.scalars:
            yield from _left(article, field, value, options)
    for field in article.terms():
        yield from _no_term(article, field)


def suspects(scalar: Scalar, options: Options, context: Context) -> bool:
    """True for a placeholder, and for what may be code."""
    text = scalar.text
    if "{" in text or "<%" in text or text in options.placeholders or text in _NO_TERM:
        return True
    return options.marks != _MARKS and any(mark in text for mark in options.marks)


def _no_term(article: Article, field: Field) -> Iterator[Problem]:
    """A list that holds a script's word for no value, and nothing else."""
    if isinstance(field.value, ListValue) and len(field.scalars) == len(field.value.items) == 1:
        (term,) = field.scalars
        title = article.get("title")
        about = title is not None and term.text in (title.text or "").lower()
        if term.text in _NO_TERM and not about:
            what = f"{field.key} {shorten(term.text)} is a placeholder that a script left"
            yield Problem(term.span, what, field.key, advice="write a term or remove the key")


def _left(article: Article, field: Field, value: Scalar, options: Options) -> Iterator[Problem]:
    text = value.text
    if text in options.placeholders:
        what = f"{field.key} {shorten(text)} is a placeholder that a script left"
        advice = "write the value or remove the key"
        yield Problem(value.span, what, field.key, advice=advice)
        return
    generator = article.generator
    severity: Severity | None = None if generator.title else "warning"
    marks = () if generator.template_values else options.marks
    if any(_is_residue(text, mark) for mark in marks):
        what = f"{field.key} {shorten(text)} contains template code"
        yield Problem(value.span, what, field.key, severity=severity, advice=_ADVICE)


def _is_residue(text: str, mark: str) -> bool:
    """True where code stands for the whole text, or for a part that has a placeholder's name."""
    end = _ENDS.get(mark)
    if end is None:
        return mark in text
    whole, at = text.strip(), 0
    while (start := text.find(mark, at)) >= 0:
        close = text.find(end, start + len(mark))
        if close < 0:
            return False
        inner = text[start + len(mark) : close].strip(" \t-=")
        alone = whole == text[start : close + len(end)]
        if alone and (mark != "${" or re.fullmatch(r"[A-Za-z_][\w.]*", inner)):
            return True
        if _PLACEHOLDER.match(inner) and not (text[:start].count("`") % 2):
            return True
        at = close
    return False


RULE = Rule(
    code="FMT016",
    name="template-residue",
    severity="error",
    preset="default",
    precision=Precision("very-high", read=2, note="399 unseen sites"),
    fields=(*_ROLES, TERMS),
    faults=(TemplateResidue,),
    check=check,
    suspects=suspects,
    options=Options,
    examples=(
        Example(
            note="No tag, in the words of two languages",
            front="""\
title: 洪水
tags: [nil] # from the feed
categories:
- null
""",
            found=(
                (
                    "3:8-3:11",
                    (
                        "tags `nil` is a placeholder that a script left; write a term "
                        "or remove the key"
                    ),
                ),
                (
                    "5:3-5:7",
                    (
                        "categories `null` is a placeholder that a script left; write a term "
                        "or remove the key"
                    ),
                ),
            ),
        ),
        Example(
            note="What an article is about, and one tag of several",
            front="""\
title: Why nil is not nil in Go
tags: [nil]
categories: ["null", go]
""",
        ),
        Example(
            note="A note that is a template of Obsidian's",
            before='---\nTitel: "{{title}}"\ncreated: <% tp.file.creation_date() %>\n---\n',
            target="obsidian",
        ),
        Example(
            note="Shortcodes in a document of Quarto, which are filled in",
            before='---\ntitle: "{{< meta navn >}}"\n---\nTekst.\n',
            target="quarto",
        ),
        Example(
            note="Bare template code",
            front="""\
title: {{ title }} # later
date: 2025-12-31
""",
            found=(
                (
                    "2:8-2:27",
                    "title `{{ title }} # later` is template code; replace it with its output",
                ),
            ),
        ),
        Example(
            note="A line of template code",
            front="""\
title: A
{{< youtube x >}}
""",
            found=(
                ("3:1-3:18", "`{{< youtube x >}}` is template code; replace it with its output"),
            ),
        ),
        Example(
            note="Template code and words for no value, readable",
            front="""\
title: 'Übersicht: {{ page.title }}'
summary: "<%= text %>"
author: None
tags: [undefined, a]
""",
            found=(
                (
                    "2:8-2:37",
                    (
                        "title `Übersicht: {{ page.title }}` contains template code; replace "
                        "it with its output"
                    ),
                ),
                (
                    "3:10-3:23",
                    "summary `<%= text %>` contains template code; replace it with its output",
                ),
                (
                    "4:9-4:13",
                    (
                        "author `None` is a placeholder that a script left; write the value "
                        "or remove the key"
                    ),
                ),
                (
                    "5:8-5:17",
                    (
                        "tags `undefined` is a placeholder that a script left; write the "
                        "value or remove the key"
                    ),
                ),
            ),
        ),
        Example(
            note="Texts about code",
            front="""\
title: The ${^TAINT} variable in Perl
summary: 'Where `{{ page.title }}` and {% include %} differ: ${$1}, ${HOME}/bin, <% %>'
description: ${^TAINT}
tags: ['${$1}', 'a {{ b }}']
""",
        ),
        Example(
            note="A part that is called like a field",
            front="""\
title: 'Новости: ${title}'
summary: By {{ post.author | escape }}, {{date}}
link: ${BASE_URL}
""",
            found=(
                (
                    "2:8-2:27",
                    "title `Новости: ${title}` contains template code; replace it with its output",
                ),
                (
                    "3:10-3:49",
                    (
                        "summary `By {{ post.author | escape }}, {{date}}` contains template "
                        "code; replace it with its output"
                    ),
                ),
                (
                    "4:7-4:18",
                    "link `${BASE_URL}` contains template code; replace it with its output",
                ),
            ),
        ),
        Example(
            "Braces, dollars and words in a text",
            "---\ntitle: None of us pays ${ or {{\nsummary: '{a} 5% <b>'\ntags: [none, Nan]\n---\n",
        ),
    ),
)
