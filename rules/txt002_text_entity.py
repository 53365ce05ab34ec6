"""text-entity (TXT002): a text contains HTML character references such as `&amp;`.

## What it does

Looks in title, description and summary for references with a name or number that HTML knows and
with their semicolon: `&amp;`, `&#8217;`, `&nbsp;`, and for those of control characters (`&#13;`),
of which HTML shows nothing. Those inside an address or between backticks are left alone, and so is
a text that speaks of one (`Why &nbsp; breaks`): there it is a word of its own, which `&amp;`, a
dash between two words and `&reg;` after a name are by right.

## Why it matters

Front matter is plain text: a template escapes it once more, so that readers see `Tom &amp; Jerry`.
In Hugo such a title also gives the page the URL `/tom-amp-jerry/`. A summary is an exception
there: Hugo renders it as Markdown, in which references are right, so it is only a note. Nothing is
said of it where the layouts of the site and its themes are all there, and each that prints the
summary reads it as Markdown (`.Summary`, `.Params.summary | markdownify`): then the page, the card
and the feed are the same with a reference and with its character, which may differ in an address
that a layout makes of the summary (`urlize`).

## Fix

Each reference becomes its character; none for one whose character cannot be seen (`&nbsp;`,
`&shy;`, `&#10;`), as it may be what the text is about. Safe for Hugo where the page's URL stays
what it is; unsafe for `&lt;` and `&gt;`, for a text that was escaped twice, for characters that are
Markdown in a summary or make an address of it, and for targets that print values as they are. None
where the characters would make a tag (`&lt;b&gt;`, `&amp;#60;b&amp;#62;`): the text speaks of it,
and a tag is not read as text.

## Options

None.

## Source

HTML, section 13.5 (named character references). Measured with Hugo 0.168: `Tom &amp;amp; J` on the
page for a title and a description, `Tom &amp; J` for a summary, in which `me&#64;x.org` is text and
`me@x.org` is a link.
"""

from __future__ import annotations

import re

from newslint.rule import (
    TEXT_ROLES,
    Article,
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
)
from newslint.text.boilerplate import boilerplate_start
from newslint.text.mentions import holds_mention, is_seen
from newslint.text.words import (
    control_references,
    decode,
    decoded,
    is_markdown,
    makes_tag,
    references,
)

_SPACES = (9, 10, 12, 13)
"""Control characters that part words: tab and line ends."""

_WHY = "the site may print the text as HTML or read it as Markdown"


def check(article: Article, options: NoOptions) -> Iterator[Problem]:
    """One problem for each text that contains references."""
    for field in article.pick(TEXT_ROLES):
        text = field.text
        if text and "&" in text and ";" in text:
            yield from _examined(article, field, text)


def _examined(article: Article, field: Field, text: str) -> Iterator[Problem]:
    rendered = article.generator.markdown_summary and field.role == "summary"
    severity: Severity | None = "info" if rendered else None
    if field.scalar is not None and (controls := control_references(text)):
        yield from _controls(field, text, controls, severity)
        return
    after = decode(text)
    if rendered and _is_the_same(article, field, after):
        return
    end = boilerplate_start(text) if field.role in ("description", "summary") else len(text)
    found = list(dict.fromkeys(match.group() for match in references(text[:end])))
    if not found or field.scalar is None or holds_mention(text):
        return
    new = _listed([_visible(decoded(reference)) for reference in found])
    advice = "write plain text" if makes_tag(text) else f"write {new}"
    what = f"{field.key} contains {_listed(_quoted(found))}"
    fix = _decoding(article, field.scalar, found, after, rendered)
    yield Problem(field.scalar.span, what, field.key, fix, severity, advice=advice)


def _decoding(
    article: Article, scalar: Scalar, found: list[str], after: str, rendered: bool
) -> Fix | None:
    """The fix that writes the characters; None where one is not seen, or they would make a tag."""
    characters = [decoded(reference) for reference in found]
    if makes_tag(scalar.text) or not all(map(is_seen, characters)):
        return None
    other = rendered and _reads_otherwise("".join(characters), after)
    safe = not other and not {"<", ">"} & set(characters) and not references(after)
    safe = safe and article.generator.is_proved("references")
    old, new = _listed(_quoted(found)), _listed(list(map(_visible, characters)))
    return Fix(f"Write {new} for {old}", (SetScalar(scalar, after),), safe, why=_WHY)


def _is_the_same(article: Article, field: Field, after: str) -> bool:
    """True where every layout makes the same of the references and of their characters."""
    return not references(after) and article.generator.printed_raw(field.key.lower()) is False


def _controls(
    field: Field, text: str, controls: list[re.Match[str]], severity: Severity | None
) -> Iterator[Problem]:
    """References to control characters; what else the text holds waits until these are gone."""
    if not holds_mention(text):
        found = list(dict.fromkeys(match.group() for match in controls))
        spaces = all(_decimal(one) in _SPACES for one in found)
        advice = "replace it with a space" if spaces else "remove it"
        advice = advice if len(found) == 1 else advice.replace(" it", " them")
        what = f"{field.key} contains {_listed(_quoted(found))}, a reference to a control character"
        yield Problem(field.value.span, what, field.key, severity=severity, advice=advice)


def _decimal(reference: str) -> int:
    """The number of a reference to a control character."""
    if reference[1] != "#":
        return 9 if reference == "&Tab;" else 10
    return int(f"0{reference[2:-1].lower()}", 16 if reference[2] in "xX" else 10)


def _reads_otherwise(characters: str, after: str) -> bool:
    """True when Markdown may take a written-out character for more than itself."""
    dot = "." in characters and (".." in after or after[:1].isdigit())
    address = not set("@.:/").isdisjoint(characters) and re.search(r"\S@\S|www\.|://", after)
    return dot or bool(address) or is_markdown(characters)


def _visible(char: str) -> str:
    """A character for a message; one that nobody sees by its number."""
    seen = char.isprintable() and not char.isspace()
    return f"`{char}`" if seen else f"the character U+{ord(char[0]):04X}"


def _quoted(references: list[str]) -> list[str]:
    return [f"`{one}`" for one in references]


def _listed(parts: list[str]) -> str:
    shown = ", ".join(parts[:4])
    return shown if len(parts) <= 4 else f"{shown} …"


_LAYOUT = """\
{{ if .Params.summary }}
<meta name="description" content="{{ $.Params.summary | default .Title | markdownify }}">
{{ end }}
"""


RULE = Rule(
    code="TXT002",
    name="text-entity",
    severity="warning",
    preset="default",
    precision=Precision(
        "very-high",
        read=5,
        note="33 and 399 unseen sites; none wrong on 21 other sites",
    ),
    fields=TEXT_ROLES,
    check=check,
    suspects="&",
    examples=(
        Example(
            note="References in a title whose page has a slug, beside a comment",
            front="""\
title: 'Tom &amp; Jerry&#8217;s &Eacute;t&eacute;' # from the feed
slug: tom-jerry
""",
            found=(
                (
                    "2:8-2:51",
                    (
                        "title contains `&amp;`, `&#8217;`, `&Eacute;`, `&eacute;`; "
                        "write `&`, `’`, `É`, `é`"
                    ),
                ),
            ),
            front_after="""\
title: 'Tom & Jerry’s Été' # from the feed
slug: tom-jerry
""",
        ),
        Example(
            note="With the URL made from the title, a fix would move the page",
            front="""\
title: Tom &amp; Jerry
""",
            found=(("2:8-2:23", "title contains `&amp;`; write `&`"),),
            front_after="""\
title: Tom & Jerry
""",
            site={"permalinks": {"news": "/:title/"}},
            unsafe=True,
        ),
        Example(
            note="What would become a tag is left; a text that was escaped twice",
            front="""\
title: Entities
description: "&lt;b&gt; is bold"
summary: 'R&amp;amp;D'
""",
            found=(
                ("3:14-3:33", "description contains `&lt;`, `&gt;`; write plain text"),
                ("4:10-4:23", "summary contains `&amp;`; write `&`"),
            ),
            front_after="""\
title: Entities
description: "&lt;b&gt; is bold"
summary: 'R&D'
""",
            unsafe=True,
        ),
        Example(
            note="A summary would get a link",
            front="""\
title: Adresse
summary: "Écrire à moi&#64;example.org"
""",
            found=(("3:10-3:40", "summary contains `&#64;`; write `@`"),),
            front_after="""\
title: Adresse
summary: "Écrire à moi@example.org"
""",
            unsafe=True,
        ),
        Example(
            note="Every layout reads the summary as Markdown; of a title that says nothing",
            front="""\
title: 'Tom&#8217;s'
summary: 'Regen &mdash; &lt;b&gt; &#46;'
slug: toms
""",
            found=(("2:8-2:21", "title contains `&#8217;`; write `’`"),),
            front_after="""\
title: 'Tom’s'
summary: 'Regen &mdash; &lt;b&gt; &#46;'
slug: toms
""",
            data={
                "hugo.toml": "theme = 'paper'\n",
                "layouts/index.html": "{{ range .Pages }}{{ .Summary }}{{ end }}",
                "themes/paper/layouts/_default/single.html": _LAYOUT,
            },
        ),
        Example(
            note="A text that was escaped twice is seen in Markdown, too",
            front="""\
title: पुल
summary: 'R&amp;amp;D'
""",
            found=(("3:10-3:23", "summary contains `&amp;`; write `&`"),),
            front_after="""\
title: पुल
summary: 'R&amp;D'
""",
            unsafe=True,
            data={"hugo.toml": "", "layouts/_default/single.html": _LAYOUT},
        ),
        Example(
            note="A layout that prints it as it is",
            front="""\
title: Köprü
summary: 'Köprü &mdash; kapandı'  # from the feed
""",
            found=(("3:10-3:33", "summary contains `&mdash;`; write `—`"),),
            front_after="""\
title: Köprü
summary: 'Köprü — kapandı'  # from the feed
""",
            data={
                "hugo.toml": "",
                "layouts/_default/single.html": _LAYOUT,
                "layouts/partials/card.html": "<p>{{ .Params.summary }}</p>",
            },
        ),
        Example(
            note="A theme that is not here may print it as it is",
            front="""\
title: Köprü
summary: 'Köprü &mdash; kapandı'
""",
            found=(("3:10-3:33", "summary contains `&mdash;`; write `—`"),),
            front_after="""\
title: Köprü
summary: 'Köprü — kapandı'
""",
            data={"hugo.toml": "theme = 'paper'\n", "layouts/_default/single.html": _LAYOUT},
        ),
        Example(
            note="A no-break space is shown by its number, and left to you",
            front="""\
title: Guerre
description: "Vraiment&nbsp;?"
""",
            found=(("3:14-3:31", "description contains `&nbsp;`; write the character U+00A0"),),
        ),
        Example(
            note="Control characters",
            front="""\
title: "Nehir yükseldi&#13;&#10;Köprü kapandı"
description: "Windows &reg; und die&#0;Flut"
slug: nehir
""",
            found=(
                (
                    "2:8-2:47",
                    (
                        "title contains `&#13;`, `&#10;`, a reference to a control character; "
                        "replace them with a space"
                    ),
                ),
                (
                    "3:14-3:45",
                    "description contains `&#0;`, a reference to a control character; remove it",
                ),
            ),
        ),
        Example(
            note="A sign that stands by itself",
            front="""\
title: Windows &reg; 11 in der Schule
slug: windows
""",
            found=(("2:8-2:38", "title contains `&reg;`; write `®`"),),
            front_after="""\
title: Windows ® 11 in der Schule
slug: windows
""",
        ),
        Example(
            note="Texts that speak of references",
            front="""\
title: "Why &nbsp; breaks your layout, and what &#13; is"
description: "Difference between &ensp; and &thinsp;"
summary: Das Zeichen &copy; und wie man &amp; in HTML schreibt
""",
        ),
        Example(
            note="Ampersands, addresses and code are right",
            front="""\
title: AT&T; Q&A; R&D at M&S
description: See https://example.org/?a=1&amp;b=2 and http://x.org/?c&copy;
summary: Why `&nbsp;` is not a space &unknown; &#xFFFFFF;
""",
        ),
    ),
)
