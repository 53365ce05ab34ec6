"""list-shape (SCH008): a list of terms is written as text, or contains what is not a term.

## What it does

Reports taxonomy fields and `keywords` whose value is one text instead of a list, and items that are
lists, mappings or booleans. In Jekyll and Zola also a number or a boolean in the place of a list.
A list in quotes (`"[iran, russia]"`) is a text, too. In Zola's table `taxonomies` also
a key that belongs above the table.

## Why it matters

Hugo makes ONE term of `tags: iran, russia`, with a page at `/tags/iran-russia/`; it splits
`keywords: iran, russia` at the spaces into `iran,` and `russia`; one item that is a list or a
mapping loses it all terms of the list (an error). Hexo makes one term of such an item, `a,b`;
Jekyll lays a list flat. Templates that range over the terms fail on text. Zola and Docusaurus stop
at a text. Jekyll drops `tags: 5`, and of an article with `categories: 5` it reads no front matter
at all.

## Fix

One term becomes a list of one, a text with commas or semicolons is split at them, a list in quotes
becomes the list that it is, a boolean is put in quotes, and a number alone becomes a list of one
text. All of it is unsafe: the terms change, or a template that prints the field shows `[news]` for
`news`. Names of authors are never split (`Lee, Ann`), and nothing is done for a key that is in the
wrong table.

## Options

- `single` (default false; true in `strict`): a single term that is text where a list is wanted, and
  that the target takes for a list of one.

## Source

Hugo 0.168: `/tags/a-b/`; `["a,","b"]`; `[a, [b]]` and `[a, {b: c}]` leave no term. Hexo 8.1: `b,c`
and `[object Object]`. Jekyll 4.3: "no implicit conversion of Integer into Array"; it splits text at
spaces, so one word is right there.
"""

from newslint.rule import (
    TERMS,
    Article,
    Example,
    Field,
    Fix,
    Iterator,
    ListValue,
    NamedTuple,
    Precision,
    Problem,
    Quote,
    Rule,
    Scalar,
    SetList,
    Severity,
    Table,
    Value,
    shorten,
)
from newslint.text.term_lists import split_terms
from newslint.text.written_lists import is_written_list, written_list

_PERSONS = frozenset(
    ("author", "authors", "people", "person", "persons", "contributors", "editors")
)

_WHY = "a template may expect the value as it is"
_ADVICE = "write it as a list"
_READ_AS = {"no": "is one term", "spaces": "is split at its spaces, not at its commas"}


class Options(NamedTuple):
    """`single`: one term that is a text is reported where a list is wanted but the text is read."""

    single: bool = False


def check(article: Article, options: Options) -> Iterator[Problem]:
    """Look at the shape of each list of terms, and of `keywords`."""
    keywords = article.pick(("keywords",)) if article.generator.splits_keywords else ()
    fields = (*article.terms(), *keywords)
    for field in {field.key_span: field for field in fields}.values():
        reserved = article.generator.reserved(article).get(field.key)
        if isinstance(field.value, Scalar):
            if reserved is not None and reserved.takes.startswith("list"):
                continue  # reserved-misuse says what it must be
            yield from _text(article, field, field.value, options)
        else:
            yield from _items(article, field)


def concerns(article: Article, options: Options) -> bool:
    """False where each list of terms is a list of texts, numbers and dates."""
    keywords = article.pick(("keywords",))
    return any(_may_be_odd(field.value) for field in (*article.terms(), *keywords))


def _may_be_odd(value: Value) -> bool:
    if not isinstance(value, ListValue):
        return True
    return any(not isinstance(item, Scalar) or item.kind == "bool" for item in value.items)


def _text(article: Article, field: Field, value: Scalar, options: Options) -> Iterator[Problem]:
    text = value.text.strip()
    generator = article.generator
    if article.is_misplaced(field):
        if _under_header(article, field) and field.key.lower() in generator.top_keys:
            return  # key-in-table's business
        what, advice = f"{field.key} is in a table of terms", "move it above the table"
        yield Problem(field.key_span, what, field.key, advice=advice)
    elif value.kind == "string" and is_written_list(text):
        items = written_list(text)
        fix = (
            Fix("Write it as a list", (SetList(field, items),), safe=False, why=_WHY)
            if items
            else None
        )
        what = f"{field.key} {shorten(text)} is a list in quotes"
        yield Problem(value.span, what, field.key, fix, advice=_ADVICE)
    elif value.kind in ("int", "float", "bool") and field.key in generator.no_number_terms:
        kind = "boolean" if value.kind == "bool" else "number"
        fix = Fix("Make it a list", (SetList(field, (text,)),), safe=False, why=_WHY)
        what = f"{field.key} is the {kind} {shorten(text)}"
        yield Problem(value.span, what, field.key, fix, advice=_ADVICE)
    elif value.kind == "string" and text:
        yield from _terms(article, field, value, options)


def _terms(article: Article, field: Field, value: Scalar, options: Options) -> Iterator[Problem]:
    """A text that lists several terms, or is one where the generator wants a list."""
    text, generator = value.text.strip(), article.generator
    parts = split_terms(text)
    persons = field.role == "author" or field.key.lower() in _PERSONS
    if persons and (generator.needs_lists != "all" or len(parts) > 1):
        return  # a name may contain a comma, and templates print the text as it is
    if field.key.lower() in generator.refuses_texts:
        fix = Fix("Make it a list", (SetList(field, parts or (text,)),), safe=False, why=_WHY)
        what = f"{field.key} {shorten(text)} is not a list, at which {generator.title} stops"
        yield Problem(value.span, what, field.key, fix, "error", advice=_ADVICE)
    elif len(parts) > 1:
        read = _read_as(article, field, text, parts)
        if read is None:
            return  # it is read as it is meant, or that is not known
        signs = "commas" if "," in text else "signs between them"
        fix = Fix(f"Split it at the {signs}", (SetList(field, parts),), safe=False, why=_WHY)
        what, advice = f"{field.key} {shorten(text)} {read}", f"write a list of {len(parts)} terms"
        yield Problem(value.span, what, field.key, fix, advice=advice)
    elif _wants_list(article, field, options) and text == value.text:
        fix = Fix("Make it a list", (SetList(field, (text,)),), safe=False, why=_WHY)
        what = f"{field.key} {shorten(text)} is not a list"
        yield Problem(value.span, what, field.key, fix, advice=_ADVICE)


def _read_as(article: Article, field: Field, text: str, parts: tuple[str, ...]) -> str | None:
    """What the generator makes of the text, in words; None where it is what was meant."""
    how = article.generator.splits_terms
    if field.role == "keywords" and not _is_terms(article, field):
        how = "spaces"
    return _read_at_commas(text, parts) if how == "bare commas" else _READ_AS.get(how or "")


def _wants_list(article: Article, field: Field, options: Options) -> bool:
    """True where one term must be a list, or is to be one; most generators make the list."""
    wanted = article.generator.needs_lists
    return field.role != "keywords" and (wanted == "all" or bool(wanted and options.single))


def _read_at_commas(text: str, parts: tuple[str, ...]) -> str | None:
    """How a generator reads terms that it splits at commas; None where it is as it is meant."""
    read = tuple(text.split(","))
    if read == parts:
        return None
    return (
        "is one term" if len(read) == 1 else "is split at its commas, and whitespace stays in terms"
    )


def _under_header(article: Article, field: Field) -> bool:
    """True in TOML for a key that the header of a table took in, not braces."""
    if article.block is None or article.block.format != "toml":
        return False
    start = field.key_span.start
    around = (own.value.span for own in article.fields if isinstance(own.value, Table))
    return not any(
        article.text[span.start] == "{" and span.start < start < span.end for span in around
    )


def _is_terms(article: Article, field: Field) -> bool:
    return any(other.key_span == field.key_span for other in article.terms())


def _is_path(article: Article, field: Field, item: Value) -> bool:
    """True for a list of categories of which each lies inside the one before."""
    return (
        article.generator.nests_categories
        and field.role == "categories"
        and isinstance(item, ListValue)
        and all(isinstance(part, Scalar) for part in item.items)
    )


def _is_term_table(article: Article, item: Value) -> bool:
    """True for a mapping that is a term to the generator."""
    tables = article.generator.term_tables
    return isinstance(item, Table) and tables.issuperset(one.key for one in item.fields)


def _items(article: Article, field: Field) -> Iterator[Problem]:
    for item in getattr(field.value, "items", ()):
        if isinstance(item, Scalar) and item.kind == "bool":
            fix = Fix("Put it in quotes", (Quote(item),), safe=False, why=_WHY)
            what = f"{field.key} contains the boolean {shorten(item.text)}"
            yield Problem(item.span, what, field.key, fix, advice="put it in quotes")
        elif not isinstance(item, Scalar) and not _is_right(article, field, item):
            yield _nested(article, field, item)


def _is_right(article: Article, field: Field, item: Value) -> bool:
    if isinstance(item, ListValue):
        how = article.generator.nested_terms
        alone = len(item.items) == 1 and isinstance(item.items[0], Scalar)
        if how == "flat" or (how == "as text" and alone):
            return True
    elif article.generator.nested_terms is None and len(getattr(item, "fields", ())) > 1:
        return True  # such a mapping is no text with a colon in it, and who reads it is not known
    return _is_path(article, field, item) or _is_term_table(article, item)


def _nested(article: Article, field: Field, item: Value) -> Problem:
    """The problem of a list or a mapping in the place of a term."""
    generator = article.generator
    what = (
        f"{field.key} has an item that is a {'list' if isinstance(item, ListValue) else 'mapping'}"
    )
    severity: Severity | None = None
    if generator.nested_terms == "all lost":
        what, severity = f"{what}, at which {generator.title} loses all terms of the list", "error"
    elif generator.nested_terms is not None:
        what = f"{what}, of which {generator.title} makes one term"
    return Problem(item.span, what, field.key, severity=severity, advice="write a plain term")


RULE = Rule(
    code="SCH008",
    name="list-shape",
    severity="warning",
    preset="default",
    precision=Precision(
        "very-high",
        read=2,
        note="399 unseen sites; 7 wrong and 17 needless ones on 51 others are put right",
    ),
    fields=(TERMS, "keywords"),
    check=check,
    concerns=concerns,
    options=Options,
    examples=(
        Example(
            note="A text, at which Docusaurus stops",
            before="---\ntags: 'новости, Одеса' # two\n---\nText.\n",
            found=(
                (
                    "2:7-2:23",
                    (
                        "tags `новости, Одеса` is not a list, at which Docusaurus stops; "
                        "write it as a list"
                    ),
                ),
            ),
            after="---\ntags: ['новости', 'Одеса'] # two\n---\nText.\n",
            unsafe=True,
            target="docusaurus",
            path="docs/a.md",
        ),
        Example(
            note="A tag with a label and a path of its own",
            before="---\ntags: [news, {label: सूखा, permalink: /drought}]\n---\nText.\n",
            target="docusaurus",
            path="docs/a.md",
        ),
        Example(
            note="Two tags in one text",
            front="""\
title: Flood
tags: 'iran, russia' # two
""",
            found=(("3:7-3:21", "tags `iran, russia` is one term; write a list of 2 terms"),),
            front_after="""\
title: Flood
tags: ['iran', 'russia'] # two
""",
            unsafe=True,
        ),
        Example(
            note="One tag, not in a list",
            front="""\
title: Flood
tags: иран
""",
            found=(("3:7-3:11", "tags `иран` is not a list; write it as a list"),),
            front_after="""\
title: Flood
tags: [иран]
""",
            unsafe=True,
            options={"single": True},
        ),
        Example(
            note="Semicolons part terms, but for those of character references",
            front="""\
title: A
tags: "news; politics; world"
categories: R&amp;D
""",
            found=(
                ("3:7-3:30", "tags `news; politics; world` is one term; write a list of 3 terms"),
                ("4:13-4:20", "categories `R&amp;D` is not a list; write it as a list"),
            ),
            front_after="""\
title: A
tags: ["news", "politics", "world"]
categories: [R&amp;D]
""",
            unsafe=True,
            options={"single": True},
        ),
        Example(
            note="Items that are not terms",
            front="""\
title: Flood
tags:
  - true
  - name: iran
""",
            found=(
                ("4:5-4:9", "tags contains the boolean `true`; put it in quotes"),
                (
                    "5:5-5:15",
                    (
                        "tags has an item that is a mapping, at which Hugo loses all terms of "
                        "the list; "
                        "write a plain term"
                    ),
                ),
            ),
            front_after="""\
title: Flood
tags:
  - "true"
  - name: iran
""",
            unsafe=True,
        ),
        Example(
            "Zola wants lists under `taxonomies`",
            '+++\ntitle = "A"\n[taxonomies]\ntags = "洪水" # one\nauthors = ["B"]\n+++\nText.\n',
            (("4:8-4:12", "tags `洪水` is not a list; write it as a list"),),
            '+++\ntitle = "A"\n[taxonomies]\ntags = ["洪水"] # one\nauthors = ["B"]\n+++\nText.\n',
            unsafe=True,
            target="zola",
        ),
        Example(
            note="Jekyll keeps the comma: `Iran,` and `政治`",
            front="""\
title: Flood
tags: Iran, 政治 # two
""",
            found=(
                (
                    "3:7-3:15",
                    (
                        "tags `Iran, 政治` is split at its spaces, not at its commas; "
                        "write a list of 2 terms"
                    ),
                ),
            ),
            front_after="""\
title: Flood
tags: [Iran, 政治] # two
""",
            unsafe=True,
            path="_posts/2025-12-31-a.md",
            target="jekyll",
        ),
        Example(
            note="Eleventy makes tags of `Iran` and of ` 政治`, with the whitespace",
            front="""\
title: Flood
tags: Iran, 政治 # two
""",
            found=(
                (
                    "3:7-3:15",
                    (
                        "tags `Iran, 政治` is split at its commas, and whitespace stays in terms; "
                        "write a list of 2 terms"
                    ),
                ),
            ),
            front_after="""\
title: Flood
tags: [Iran, 政治] # two
""",
            unsafe=True,
            target="eleventy",
        ),
        Example(
            note="Commas alone split in Eleventy",
            front="""\
title: Flood
tags: Iran,政治
""",
            target="eleventy",
        ),
        Example(
            note="Eleventy stops at a number",
            front="""\
title: 'Flood'
tags: 5 # one
""",
            found=(("3:7-3:8", "tags is the number `5`; write it as a list"),),
            front_after="""\
title: 'Flood'
tags: ['5'] # one
""",
            unsafe=True,
            target="eleventy",
        ),
        Example(
            note="Jekyll reads no front matter that has a number for its categories",
            front="""\
title: Flood
categories: 5 # one
tags: [5]
""",
            found=(("3:13-3:14", "categories is the number `5`; write it as a list"),),
            front_after="""\
title: Flood
categories: ["5"] # one
tags: [5]
""",
            unsafe=True,
            path="_posts/2025-12-31-a.md",
            target="jekyll",
        ),
        Example(
            note="A list in quotes",
            front="""\
title: Flood
tags: "['iran', 'россия']" # two
""",
            found=(
                ("3:7-3:27", "tags `['iran', 'россия']` is a list in quotes; write it as a list"),
            ),
            front_after="""\
title: Flood
tags: ["iran", "россия"] # two
""",
            unsafe=True,
        ),
        Example(
            note="Zola: a date among the terms",
            front="""\
title: A
taxonomies:
  tags: [b]
  date: 2020-01-01
""",
            found=(("5:3-5:7", "date is in a table of terms; move it above the table"),),
            target="zola",
        ),
        Example(
            note="Hugo splits `keywords` at the spaces",
            front="""\
title: Flood
keywords: 'iran, russia' # two
""",
            found=(
                (
                    "3:11-3:25",
                    (
                        "keywords `iran, russia` is split at its spaces, not at its commas; "
                        "write a list of 2 terms"
                    ),
                ),
            ),
            front_after="""\
title: Flood
keywords: ['iran', 'russia'] # two
""",
            unsafe=True,
        ),
        Example(
            note="Hexo: categories one inside the other, and a text of keywords",
            front="""\
title: Überflutung
categories:
  - [Sport, 足球]
  - [Спорт]
  - Wetter
keywords: Flut, Donau
""",
            target="hexo",
            path="source/_posts/a.md",
        ),
        Example(
            note="Hexo: a list of tags inside the tags",
            front="""\
title: Flood
tags:
  - [Sport, Fußball]
categories:
  - {a: b}
""",
            found=(
                (
                    "4:5-4:21",
                    (
                        "tags has an item that is a list, of which Hexo makes one term; "
                        "write a plain term"
                    ),
                ),
                (
                    "6:5-6:11",
                    (
                        "categories has an item that is a mapping, of which Hexo makes one term; "
                        "write a plain term"
                    ),
                ),
            ),
            target="hexo",
            path="source/_posts/a.md",
        ),
        Example(
            note="Jekyll lays a list inside the list flat",
            front="""\
title: Flood
tags:
  - [Sport, Fußball]
  - {a: b}
""",
            found=(
                (
                    "5:5-5:11",
                    (
                        "tags has an item that is a mapping, of which Jekyll makes one term; "
                        "write a plain term"
                    ),
                ),
            ),
            target="jekyll",
            path="_posts/2025-12-31-a.md",
        ),
        Example(
            note="Where no generator is known, commas may be what parts terms, as in dev.to",
            front="""\
title: Flood
tags: iran, politics, world
""",
            target="generic",
        ),
        Example(
            note="A list",
            front="""\
title: Flood
tags: [iran, 2025]
categories: []
""",
        ),
        Example(
            "Jekyll and others take one word",
            "---\ntitle: Flood\ntags: iran\n---\n",
            target="generic",
        ),
    ),
)
