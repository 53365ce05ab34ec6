"""unreadable (RUN001): the file cannot be read.

## What it does

Reports a file that newslint could not open or read: no permission, a symbolic link that leads
nowhere, a folder or a device or a pipe with the name of an article. Nothing is read from a device
or a pipe, so none of them can hold up the run. Also a file that is not text: one that begins as
pictures, fonts, archives and programs do, or that is full of control characters.

A site's own config (`hugo.toml`, `_config.yml` and their like) that cannot be read, or is not valid
TOML, YAML or JSON, is reported once, at that file.

## Why it matters

The file was not checked. A generator stops at such a file or leaves the article out. The articles
of a site whose config cannot be read are checked as those of an unknown generator.

## Fix

None.

## Options

None.

## Source

The operating system's own answer; the formats' own specifications for how their files begin.
"""

from newslint.rule import (
    Article,
    Example,
    Iterator,
    NoOptions,
    Problem,
    Rule,
    SiteConfigUnreadable,
    Unreadable,
)


def word(
    article: Article, fault: Unreadable | SiteConfigUnreadable, options: NoOptions
) -> Iterator[Problem]:
    """Word what kept the file from being read."""
    if isinstance(fault, SiteConfigUnreadable):
        what = f"cannot be read as the site's config: {fault.what}"
        advice = f"correct it, as its articles are checked as `{article.generator.name}`"
        yield Problem(fault.span, what, advice=advice)
    else:
        yield Problem(fault.span, f"the file cannot be read: {fault.what}")


RULE = Rule(
    code="RUN001",
    name="unreadable",
    severity="error",
    faults=(Unreadable, SiteConfigUnreadable),
    always=True,
    word=word,
    examples=(
        Example(
            note="A file that can be read",
            front="""\
title: Überflutung
""",
        ),
    ),
)
