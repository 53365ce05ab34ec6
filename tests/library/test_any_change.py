"""Any change of a post: what is read again is what was wanted, and no other line changes.

`NEWSLINT_EXAMPLES=500` tries that many changes of each article.
"""

from __future__ import annotations

import copy
import os
from collections import Counter
from typing import Any

import frontmatter
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

import newslint
from newslint.frontmatter.new_values import same
from newslint.library.origin import article_of
from newslint.lint.losses import comments_of
from tests.library.test_load_and_dump import JSON, TOML, YAML
from tests.support.post_edits import NAMES, edited, values

MORE = """\
---
# a comment at the start
"title":   'It''s'   # spaces
description: >-
  folded text
  of two lines

link: https://valley.example/a?b=c#d
tags: ['a',
  "b",   # bee
  c]
categories:
- x
-   y
- # nothing
date: !!timestamp 2024-01-01
weight: 007
params: {a: [1, 2], "b c": {d: e}}
deep:
    a:
        - b: 1
          c:
          - d
          - e: {}
        - []
last: "two
  lines"
---
Body
"""
TABLES = """\
+++
title = 'A' # note
long = \"\"\"
one
two\"\"\"
tags = [
  "a", # bee
  "b",
]
a.b = 1
a.c = [{ x = 1 }, { y = 2 }]

[params] # here
x = 2024-01-01T10:00:00Z
"q r" = [[1], []]

[params.deep.er]
y = { z = 1.5 }

[[menu.main]]
name = "n"

[[menu.main]]
name = "m"
+++

Body
"""
FORMS = [
    ("yaml", YAML),
    ("yaml", MORE),
    ("toml", TOML),
    ("toml", TABLES),
    ("json", JSON),
    ("json", '{"a": [1, {"b": "\\u00e9"}],\n "c": null, "d": {}}\n\nBody\n'),
]
OFTEN = int(os.environ.get("NEWSLINT_EXAMPLES", "60"))
ON = [HealthCheck.too_slow, HealthCheck.data_too_large]


@pytest.mark.slow
@pytest.mark.parametrize(("form", "text"), FORMS, ids=range(len(FORMS)))
@pytest.mark.parametrize("newline", ["\n", "\r\n"], ids=["lf", "crlf"])
def test_any_change(form: str, text: str, newline: str) -> None:
    whole = text.replace("\n", newline)

    @settings(max_examples=OFTEN, deadline=None, suppress_health_check=ON)
    @given(st.data())
    def holds(data: st.DataObject) -> None:
        post = newslint.loads(whole)
        before = copy.deepcopy(post.metadata)
        post.metadata = data.draw(st.composite(edited)(before, form), label="metadata")
        if data.draw(st.booleans()):
            post.content = data.draw(st.text("ab \n#-", max_size=12), label="content")
        after = newslint.dumps(post)
        again = newslint.loads(after)
        assert same(again.metadata, post.metadata)
        assert again.content == post.content.strip()
        assert frontmatter.dumps(post) == after
        assert newslint.dumps(again) == after
        _lines_stay(whole, after, before, post.metadata)
        assert "\r" not in after.replace("\r\n", "")
        assert newline == "\n" or "\n" not in after.replace("\r\n", "")

    holds()


def _lines_stay(text: str, after: str, before: dict[str, Any], wanted: dict[str, Any]) -> None:
    """The lines of every key that keeps its value are there, in order, and so is each comment that
    does not stand in a value that was changed."""
    old, new = article_of(text), article_of(after)
    staying = {key for key in before if key in wanted and same(before[key], wanted[key])}
    written = {field.key: new.text[slice(*field.span)] for field in new.fields}
    gone: list[tuple[int, int]] = []
    for field in old.fields:
        if field.key in staying and not _is_apart(field.key, old.text):
            assert written[field.key].rstrip() == old.text[slice(*field.span)].rstrip()
        elif field.key not in staying:
            end = old.text.find("\n", field.span.end)
            gone.append((field.span.start, end))
    kept = Counter(
        comment
        for at, comment in comments_of(old).items()
        if not any(start <= at < end for start, end in gone)
    )
    assert not kept - Counter(comments_of(new).values())


def _is_apart(key: str, text: str) -> bool:
    """True for a table of TOML whose parts stand apart: its span is not its own."""
    return text.startswith("+++") and key in ("a", "params", "menu", "people")


@pytest.mark.slow
@pytest.mark.parametrize("form", ["yaml", "toml", "json"])
def test_any_new_post(form: Any) -> None:
    @settings(max_examples=OFTEN, deadline=None, suppress_health_check=ON)
    @given(st.dictionaries(NAMES, values(form), max_size=5), st.text("ab \n#-", max_size=12))
    def holds(metadata: dict[str, Any], content: str) -> None:
        post = frontmatter.Post(content)
        post.metadata = metadata
        text = newslint.dumps(post, form)
        again = newslint.loads(text)
        assert same(again.metadata, metadata)
        assert list(again.metadata) == list(metadata)
        assert again.content == content.strip()
        assert newslint.dumps(again) == text

    holds()
