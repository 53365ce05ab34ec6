"""required-missing (SCH001): a field that every article needs is absent or empty.

## What it does

Reports the title, and the fields that `[fields]` in the config requires, that an article does not
have, or has without a value. Section pages (`_index.md`) need none of them. A date that the
target takes from elsewhere, such as the file's name, counts, and so does a value that the site
supplies: Jekyll's `defaults`, Hugo's `cascade`, Eleventy's data files. Where these cannot be read,
nothing is said.

With `usual`, as in the preset `news`, a field of these is expected where half of the site's
articles have it, and half of those in the same section; a site of fewer than twenty articles has no
such habits. It is a warning where four in five have it, else info. Which fields the site has is
counted over all articles of the run, so nothing is said of files that are named one by one. Where
no target is known, a day in the path of an article may be its date (`2025-12-31-flood.md`), and a
date that is not there is not missed.

Where the target takes the title from the first heading, or may, or the theme has a key of its own
for it (`nav_title`, `pageTitle`), the presets ask for none; nor where the target makes one of the
file's name, unless `named` does, and then it is a note. Where no target is known it is a warning.

Where a whole site does so, a field that is only usual is a habit: a language may do without a field
that the others have.

## Why it matters

Without title and slug Hugo publishes a page at its section's own URL; without a date it is dated
to the year 1 and sorts after everything.

## Fix

None: what is missing is not known.

## Options

- `usual` (default none; in `news` date, link, source, tags): fields that are expected where the
  site's articles have them. author, categories, description and image may be named, too.
- `named` (default false, in `news` true): report a title that is missing although the target makes
  one of the file's name.

`[fields]` in the config says which fields are required: `author = { required = true }`, or that one
is not: `source = { required = false }`.

## Source

Hugo 0.168: `/1/01/` and the section's URL for such pages.
"""

from collections.abc import Mapping

from newslint.rule import (
    USAGE,
    Article,
    Example,
    Facts,
    Iterator,
    NamedTuple,
    Precision,
    Problem,
    RequiredMissing,
    Rule,
    Severity,
    SiteExample,
    SiteProblem,
    Usage,
)


class Options(NamedTuple):
    """`usual` are roles of fields that are expected where the site has them; `named`: whether a
    title is missed that the target makes of the file's name."""

    usual: tuple[str, ...] = ()
    named: bool = False


def word(article: Article, fault: RequiredMissing, options: Options) -> Iterator[Problem]:
    """Word the schema's faults."""
    if fault.named and not options.named:
        return
    state = "empty" if fault.empty else "missing"
    advice = "give it a value" if fault.empty else "add it with a value"
    what = f"{fault.key} is {state} but required"
    severity: Severity | None = "info" if fault.named else "warning" if fault.doubtful else None
    yield Problem(fault.span, what, fault.key, severity=severity, advice=advice, habit=False)


def late(article: Facts, usage: Usage, options: Options) -> Iterator[SiteProblem]:
    """Yield a problem for each field that the site's articles have and this one has not."""
    ways = article.ways
    if not ways.is_article:
        return
    for lack in ways.lacks:
        if lack.role in options.usual and usage.is_usual(ways.section, lack.role):
            state = "empty" if lack.empty else "missing"
            advice = "give it a value" if lack.empty else "add it with a value"
            what = f"{lack.key} is {state}, which most articles of the site have"
            severity: Severity = "warning" if usage.fill(lack.role).is_most else "info"
            yield SiteProblem(article, lack.place, what, lack.key, advice=advice, severity=severity)


def _site(more: Mapping[str, str]) -> dict[str, str]:
    """Twenty articles with a date and tags, and some more below the content folder."""
    text = "---\ntitle: Flood {}\ndate: 2025-12-31\ntags: [rhine]\n---\nText.\n"
    twenty = {f"content/news/a{n}.md": text.format(n) for n in range(20)}
    return twenty | {f"content/{name}": text for name, text in more.items()}


def _dated(folder: str) -> dict[str, str]:
    """Twenty articles with a date, whose names begin with it."""
    days = [f"2025-12-{n:02}" for n in range(1, 21)]
    return {
        f"{folder}/{day}-flut.md": f"---\ntitle: Flut {day}\ndate: {day}\n---\n" for day in days
    }


RULE = Rule(
    code="SCH001",
    name="required-missing",
    severity="error",
    habit=True,
    settle="fields.{role}.required = false",
    preset="default",
    precision=Precision(
        "very-high",
        read=4,
        needless=3,
        note="399 unseen sites; one was wrong there, in a file that is no page, and is put right",
    ),
    faults=(RequiredMissing,),
    word=word,
    late=late,
    late_of_ways=True,
    needs=(USAGE,),
    options=Options,
    sites=(
        SiteExample(
            note="What most articles of the site have; a section may do without, a page too",
            files=_site(
                {
                    "news/b.md": "---\ntitle: Überschwemmung\ntags: []  # later\n---\nText.\n",
                    "news/_index.md": "---\ntitle: أخبار\n---\n",
                    "about.md": "---\ntitle: О нас\n---\nText.\n",
                }
            ),
            found=(
                (
                    "content/news/b.md",
                    "1:1-1:4",
                    "date is missing, which most articles of the site have; add it with a value",
                ),
                (
                    "content/news/b.md",
                    "3:1-3:5",
                    "tags is empty, which most articles of the site have; give it a value",
                ),
            ),
            options={"usual": ["date", "tags", "source"]},
        ),
        SiteExample(
            note="Names that begin with a day, which the target does not read",
            files={
                **_dated("content"),
                "content/2025-12-21-наводнение.md": "---\ntitle: Наводнение\n---\nText.\n",
            },
            found=(
                (
                    "content/2025-12-21-наводнение.md",
                    "1:1-1:4",
                    "date is missing, which most articles of the site have; add it with a value",
                ),
            ),
            options={"usual": ["date"]},
        ),
        SiteExample(
            note="The site's own config says that a field is not needed",
            files=_site({"news/b.md": "---\ntitle: 洪水\ndate: 2025-12-31\n---\nText.\n"}),
            options={"usual": ["date", "tags"]},
            config={"fields": {"tags": {"required": False}}},
        ),
    ),
    examples=(
        Example(
            note="No title",
            front="""\
date: 2025-12-31
""",
            found=(("1:1-1:4", "title is missing but required; add it with a value"),),
        ),
        Example(
            note="A title without a value",
            front="""\
title: '' # later
date: 2025-12-31
""",
            found=(("2:1-2:6", "title is empty but required; give it a value"),),
        ),
        Example(
            note="A theme that has keys of its own for it",
            front="""\
nav_title: Glossaire
article_title: "Glossaire de l'analyse"
description: ''
""",
            target="jekyll",
            path="glossaire.md",
        ),
        Example(
            note="A title beside the title",
            front="""\
subtitle: 洪水
linkTitle: 洪水
""",
            found=(("1:1-1:4", "title is missing but required; add it with a value"),),
        ),
        Example(
            note="The site calls its link something else",
            front="""\
title: 洪水
""",
            found=(("1:1-1:4", "original_url is missing but required; add it with a value"),),
            config={"fields": {"link": {"key": "original_url", "required": True}}},
        ),
        Example(
            note="The site's config supplies the title",
            front="""\
layout: post
""",
            target="jekyll",
            path="_posts/2025-12-31-a.md",
            site={"defaults": [{"scope": {"path": "_posts"}, "values": {"title": "News"}}]},
        ),
        Example(
            note="A title without a value takes the place of the section's",
            front="""\
title: ''
""",
            found=(("2:1-2:6", "title is empty but required; give it a value"),),
            site={"cascade": {"title": "समाचार"}},
        ),
        Example(
            note="A heading may give the title where nothing is known of the generator",
            before="---\ndate: 2025-12-31\n---\n\n# 洪水\n",
            target="generic",
        ),
        Example(
            note="A plugin of Jekyll takes the title from the first heading",
            before="---\nlayout: post\n---\n# Flut\n",
            target="jekyll",
            path="_posts/2025-12-31-a.md",
            site={
                "plugins": ["jekyll-titles-from-headings"],
                "titles_from_headings": {"collections": "true"},
            },
        ),
        Example(
            note="Docusaurus takes the title from the first heading",
            before="---\nsidebar_position: 2\n---\n# سيل\n",
            target="docusaurus",
            path="docs/a.md",
        ),
        Example(
            note="A title that the site's own config asks for",
            before="---\nsidebar_position: 2\n---\n# سيل\n",
            found=(("1:1-1:4", "title is missing but required; add it with a value"),),
            config={"fields": {"title": {"required": True}}},
            target="docusaurus",
            path="docs/a.md",
        ),
        Example(
            note="Jekyll makes a title of the name of a post, as long as none is written",
            front="""\
title:
""",
            path="_posts/2026-03-02-flut.md",
            target="jekyll",
        ),
        Example(
            note="An empty text takes its place",
            front="""\
title: ''
""",
            found=(("2:1-2:6", "title is empty but required; give it a value"),),
            path="_posts/2026-03-02-flut.md",
            target="jekyll",
        ),
        Example(
            note="Jekyll dates a document of any collection by its name, and makes a title of it",
            front="""\
layout: event
""",
            found=(("1:1-1:4", "title is missing but required; add it with a value"),),
            options={"named": True},
            site={"collections": {"events": {"output": "true"}}},
            config={"fields": {"date": {"required": True}}},
            path="_events/2026-03-02-x.md",
            target="jekyll",
        ),
        Example(
            note="A page in Jekyll has no date in its name",
            front="""\
title: Flood
""",
            found=(("1:1-1:4", "date is missing but required; add it with a value"),),
            config={"fields": {"date": {"required": True}}},
            path="about/2026-03-02-x.md",
            target="jekyll",
        ),
        Example("A section page", "---\nlayout: list\n---\n", path="content/news/_index.md"),
    ),
)
