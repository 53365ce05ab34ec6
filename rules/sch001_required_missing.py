"""required-missing (SCH001): a field that every article needs is absent or empty.

## What it does

Reports the title, and the fields that `[fields]` in the config requires, that an article does not
have, or has without a value. Section pages (`_index.md`) need none of them. A date that the
target takes from elsewhere, such as the file's name, counts, and so does a value that the site
supplies: Jekyll's `defaults`, Hugo's `cascade`, Eleventy's data files. Where these cannot be read,
nothing is said.

Where the target takes the title from the first heading or the file's name, or may, the presets
ask for none; where it makes one of the file's name, it is a note, and where no target is known a
warning.

## Why it matters

Without title and slug Hugo publishes a page at its section's own URL; without a date it is dated
to the year 1 and sorts after everything.

## Fix

None: what is missing is not known.

## Options

None. `[fields]` in the config says which fields are required: `author = { required = true }`.

## Source

Hugo 0.168: `/1/01/` and the section's URL for such pages.
"""

from newslint.rule import (
    Article,
    Example,
    Iterator,
    NoOptions,
    Precision,
    Problem,
    RequiredMissing,
    Rule,
    Severity,
)


def word(article: Article, fault: RequiredMissing, options: NoOptions) -> Iterator[Problem]:
    """Word the schema's faults."""
    state = "empty" if fault.empty else "missing"
    advice = "give it a value" if fault.empty else "add it with a value"
    what = f"{fault.key} is {state} but required"
    named = fault.key == "title" and article.generator.titled_by_name(article.path)
    severity: Severity | None = "info" if named else "warning" if fault.doubtful else None
    yield Problem(fault.span, what, fault.key, severity=severity, advice=advice)


RULE = Rule(
    code="SCH001",
    name="required-missing",
    severity="error",
    preset="default",
    precision=Precision(
        "very-high", note="one was wrong there, in a file that is no page, and is put right"
    ),
    faults=(RequiredMissing,),
    word=word,
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
            note="Jekyll dates a document of any collection by its name, and makes a title of it",
            front="""\
layout: event
""",
            found=(("1:1-1:4", "title is missing but required; add it with a value"),),
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
