"""own-schema (SCH012): an article does not fit the site's own JSON Schema or model.

## What it does

Reports what does not fit the JSON Schema that `schema = "article.schema.json"` names in the config,
or `$schema` in the article itself, which counts before; and what the pydantic model does not take
that `model = "mysite.models:Article"` names. A key that is missing is reported by name at the first
line, all else at its key or item. Where several forms are possible (`anyOf`), what is said is of
the one that the value is nearest to.

JSON Schema sees the types of YAML 1.2, and dates as the texts that they are written as. A model
sees the values that python-frontmatter gives. Of `$schema` with the address of a site nothing is
said, since no address is ever asked for.

## Why it matters

The site's own programs go by that schema: what does not fit it breaks them, or is not shown.

## Fix

None: what was meant is not known.

## Options

None. `schema` and `model` in the config say what to go by; both may differ by `[[overrides]]`. A
JSON Schema needs `newslint[schema]`, and a model, which is code, `--allow-code`.

## Source

JSON Schema 2020-12 and the drafts before it, by jsonschema-rs; pydantic.
"""

from newslint.rule import (
    Article,
    Example,
    Iterator,
    NoOptions,
    OwnSchemaMismatch,
    Precision,
    Problem,
    Rule,
)


def word(article: Article, fault: OwnSchemaMismatch, options: NoOptions) -> Iterator[Problem]:
    """Word what the schema or the model found."""
    yield Problem(fault.span, fault.what, fault.key)


_SCHEMA = """\
{"$schema": "https://json-schema.org/draft/2020-12/schema",
 "type": "object",
 "required": ["title", "author"],
 "properties": {
  "title": {"type": "string", "maxLength": 12},
  "date": {"type": "string", "format": "date"},
  "tags": {"type": "array", "items": {"pattern": "^[^A-Z]+$"}, "uniqueItems": true},
  "draft": {"type": "boolean"},
  "author": {"anyOf": [{"type": "string"}, {"$ref": "person.json#/$defs/person"}]}}}
"""
_PERSON = """\
{"$defs": {"person": {"type": "object", "required": ["name"], "additionalProperties": false,
 "properties": {"name": {"type": "string"}, "mail": {"format": "email"}}}}}
"""
_DATA = {"schemas/article.json": _SCHEMA, "schemas/person.json": _PERSON}
_CONFIG = {"schema": "schemas/article.json"}

RULE = Rule(
    code="SCH012",
    name="own-schema",
    severity="error",
    preset="default",
    precision=Precision("very-high", note="says what the site's own schema says"),
    faults=(OwnSchemaMismatch,),
    word=word,
    examples=(
        Example(
            note="A key that is missing, an item of another form, a text that is too long",
            front="""\
title: "Überschwemmung am Rhein" # final
tags: [flood, 'Rhine']
draft: no
""",
            found=(
                ("1:1-1:4", "author is missing but required by article.json"),
                ("2:8-2:33", "title has more than 12 characters"),
                ("3:15-3:22", "tags does not match the pattern ^[^A-Z]+$"),
                ("4:8-4:10", "draft should be true or false, not `no`"),
            ),
            data=_DATA,
            config=_CONFIG,
        ),
        Example(
            note="Of two possible forms the nearest one",
            front="""\
title: 洪水
author:
  mail: me
  phone: 1
""",
            found=(
                ("3:1-3:7", "author.name is missing but required by article.json"),
                ("4:9-4:11", "author.mail `me` is not of the format email"),
                ("5:3-5:8", "author.phone is not allowed"),
            ),
            data=_DATA,
            config=_CONFIG,
        ),
        Example(
            note="The schema that an article names counts before that of the config",
            front="""\
$schema: ../../schemas/person.json#
title: [a, b]
""",
            data=_DATA,
            config=_CONFIG,
        ),
        Example(
            note="A schema that is not there",
            front="""\
title: تمور
author: A
$schema: ./article.json
""",
            found=(("4:10-4:24", "$schema: article.json cannot be read: it does not exist"),),
            data=_DATA,
            config=_CONFIG,
        ),
        Example(
            note="Dates are texts, as they are written",
            front="""\
title: Потоп
author: { name: 1984 story }
date: 2026-01-31
tags: [потоп, yes]
""",
            data=_DATA,
            config=_CONFIG,
        ),
    ),
)
