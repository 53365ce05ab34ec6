"""draft-not-boolean (SCH005): `draft` is not true or false.

## What it does

Reports `draft: yes`, `draft: on`, `draft: "true"`, `draft: 1`, a list, a text; where no target is
known, as a warning. What the target takes for a boolean is none of it: `yes` to PyYAML, `"true"` to
Docusaurus and Hugo, and anything where it reads no `draft`.

## Why it matters

Hugo since 0.152 reads `draft: yes` as false and publishes the draft. A quoted `"true"` is a draft
in Hugo and is published by Astro's documented filter. It is a warning where the generator does not
read `draft` at all, and where no generator is known.

## Fix

`"true"` and `"false"` lose their quotes. `yes`, `on`, `y`, `1` become `true`, `no`, `off`, `n`, `0`
become `false`. All of it is unsafe: a template sees a boolean where it saw a text or a number, and
the article's visibility may change.

## Options

None.

## Source

Hugo 0.168 against 0.111; its `cast.ToBool` reads 1, t, true, 0, f, false and nothing else.
"""

from newslint.rule import (
    Article,
    Context,
    Example,
    Field,
    Fix,
    Iterator,
    NoOptions,
    Precision,
    Problem,
    Rule,
    Scalar,
    SetScalar,
    Severity,
    shorten,
)

_MEANT = {
    **dict.fromkeys(("true", "yes", "on", "y", "t", "1"), "true"),
    **dict.fromkeys(("false", "no", "off", "n", "f", "0"), "false"),
}


_ADVICE = "set it to true or false"


def check(article: Article, options: NoOptions) -> Iterator[Problem]:
    """Look at the value of `draft`."""
    generator = article.generator
    if not generator.reads_draft(article):
        return
    severity: Severity | None = None if generator.title else "warning"
    for field in article.pick(("draft",)):
        value = field.scalar
        if value is None:
            what = f"{field.key} is a list or a mapping"
            yield Problem(field.value.span, what, field.key, severity=severity, advice=_ADVICE)
        elif value.kind == "string" and value.text.lower() in generator.boolean_texts:
            continue
        elif value.kind == "null":
            continue  # it counts as false nearly everywhere; reserved-misuse says where it does not
        elif value.kind == "bool" and generator.title:
            continue  # what its own parser takes for one is one, `yes` too
        elif value.kind != "bool" or value.text.lower() not in ("true", "false"):
            meant = _MEANT.get(value.text.strip().lower())
            if not _is_read_so(article, meant):
                yield _problem(article, field, value, meant)


def suspects(scalar: Scalar, options: NoOptions, context: Context) -> bool:
    """False for a boolean that is one everywhere, and for none."""
    is_bool = scalar.kind == "bool" and scalar.text.lower() in ("true", "false")
    return not is_bool and scalar.kind != "null"


def _problem(article: Article, field: Field, value: Scalar, meant: str | None) -> Problem:
    said = value.text.strip().lower()
    quoted = value.kind == "string" and value.style != "plain" and said in ("true", "false")
    what = f"{field.key} {shorten(value.text)} is {'text and ' if quoted else ''}not a boolean"
    severity = _severity(article)
    if meant is None:
        return Problem(value.span, what, field.key, severity=severity, advice=_ADVICE)
    fix = Fix(
        f"Write {meant}",
        (SetScalar(value, meant, literal=True),),
        safe=False,
        why="it decides whether the page is published",
    )
    advice = "remove the quotes" if quoted else _ADVICE
    return Problem(value.span, what, field.key, fix, severity, advice=advice)


def _is_read_so(article: Article, meant: str | None) -> bool:
    """True where the generator takes the value for what is meant."""
    generator = article.generator
    if not generator.title or "draft" in generator.reserved(article):
        return False  # any other type stops it, or nothing is known
    page = generator.page(article)
    return page is not None and meant is not None and page.draft == (meant == "true")


def _severity(article: Article) -> Severity | None:
    """A warning where the generator does not read `draft`, and where none is known."""
    generator = article.generator
    if "draft" in generator.reserved(article):
        return None
    elsewhere = not generator.title or (generator.hides and generator.hides[0] != "draft")
    return "warning" if elsewhere else None


RULE = Rule(
    code="SCH005",
    name="draft-not-boolean",
    severity="error",
    preset="default",
    precision=Precision("very-high", note="asked of the real program"),
    fields=("draft",),
    check=check,
    suspects=suspects,
    examples=(
        Example(
            note="Hugo publishes this draft",
            front="""\
title: Flood
draft: yes # not yet
""",
            found=(("3:8-3:11", "draft `yes` is not a boolean; set it to true or false"),),
            front_after="""\
title: Flood
draft: true # not yet
""",
            unsafe=True,
        ),
        Example(
            note="Quotes around a boolean, at which Zola stops",
            front="""\
title: فيضان
draft: 'false'
""",
            found=(("3:8-3:15", "draft `false` is text and not a boolean; remove the quotes"),),
            front_after="""\
title: فيضان
draft: false
""",
            unsafe=True,
            target="zola",
        ),
        Example(
            note="Hugo reads both as they are meant",
            front="""\
title: فيضان
draft: 'false'
""",
        ),
        Example(
            note="Quotes around a boolean, where nothing is known of the generator",
            front="""\
title: Flood
draft: "true"
""",
            found=(("3:8-3:14", "draft `true` is text and not a boolean; remove the quotes"),),
            front_after="""\
title: Flood
draft: true
""",
            unsafe=True,
            target="generic",
        ),
        Example(
            note="Quotes around a boolean, which Docusaurus takes for one",
            before="---\ntitle: 홍수\ndraft: 'true'\n---\nText.\n",
            target="docusaurus",
            path="docs/a.md",
        ),
        Example(
            note="A word, at which Docusaurus stops",
            before="---\ntitle: 홍수\ndraft: yes\n---\nText.\n",
            found=(("3:8-3:11", "draft `yes` is not a boolean; set it to true or false"),),
            after="---\ntitle: 홍수\ndraft: true\n---\nText.\n",
            unsafe=True,
            target="docusaurus",
            path="docs/a.md",
        ),
        Example(
            note="Neither yes nor no",
            front="""\
title: Flood
draft: maybe
""",
            found=(("3:8-3:13", "draft `maybe` is not a boolean; set it to true or false"),),
        ),
        Example(
            note="A boolean",
            front="""\
title: Flood
draft: True
""",
        ),
    ),
)
