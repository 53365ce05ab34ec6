"""Random front matter, random changes: what the edit engine and the proof promise holds for all."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest
import yaml
from hypothesis import HealthCheck, assume, event, given
from hypothesis import settings as profile
from hypothesis import strategies as st

from newslint import frontmatter
from newslint.frontmatter import CannotRender
from newslint.frontmatter.read import read_article
from newslint.lint import fix as engine
from newslint.lint.proof import prove
from newslint.model.changes import (
    Change,
    DeleteItem,
    DeleteKey,
    InsertItem,
    InsertKey,
    Quote,
    RenameKey,
    SetList,
    SetScalar,
)
from newslint.model.spans import Edit, Span, apply_edits
from newslint.model.values import Field, ListValue, Scalar, Value
from newslint.site_article import Article
from tests.support.front_matter import long_texts, texts, whole_texts
from tests.support.mending import read
from tests.support.oracle import intended, libyaml, ruamel
from tests.support.setting import settings, source

pytestmark = pytest.mark.slow

WHOLE = whole_texts()

many = profile(
    deadline=None,
    max_examples=400,
    suppress_health_check=[HealthCheck.filter_too_much, HealthCheck.too_slow],
)


def scalars(value: Value) -> list[Scalar]:
    if isinstance(value, Scalar):
        return [value]
    if isinstance(value, ListValue):
        return [scalar for item in value.items for scalar in scalars(item)]
    return [scalar for field in value.fields for scalar in scalars(field.value)]


@st.composite
def changes(draw: st.DrawFn, article: Article) -> list[Change]:
    """Up to three changes of an article, of different fields."""
    picked = draw(st.lists(st.sampled_from(article.fields), min_size=1, max_size=3, unique=True))
    return [draw(_change(field)) for field in picked]


_few_texts = st.lists(texts, max_size=3)


@st.composite
def _change(draw: st.DrawFn, field: Field) -> Change:
    value = field.value
    found = scalars(value)
    made: list[Any] = [
        st.just(RenameKey(field, "fresh-" + field.key)),
        st.just(DeleteKey(field)),
        st.builds(lambda text: InsertKey(field, "new " + field.key, text), long_texts),
        st.builds(
            lambda items: InsertKey(field, "list " + field.key, items=tuple(items)),
            _few_texts,
        ),
    ]
    if found:
        scalar = draw(st.sampled_from(found))
        shorter = scalar.text.replace("&amp;", "&").replace("  ", " ").removesuffix("\n")
        new = st.one_of(long_texts, st.just(shorter), st.just(scalar.text.replace("o", "oo")))
        made += [st.builds(lambda text: SetScalar(scalar, text), new)] * 4
        made += [st.just(Quote(scalar)), st.just(SetScalar(scalar, "5", literal=True))]
    if isinstance(value, Scalar):
        made.append(st.builds(lambda i: SetList(field, tuple(i)), _few_texts))
    if isinstance(value, ListValue):
        count = len(value.items)
        made.append(st.builds(InsertItem, st.just(value), st.integers(0, count), texts))
        if count:
            made += [st.builds(DeleteItem, st.just(value), st.integers(0, count - 1))] * 2
    chosen: Change = draw(draw(st.sampled_from(made)))
    return chosen


def rendered(article: Article, made: list[Change]) -> list[Edit]:
    try:
        edits = frontmatter.render(article, made)
    except CannotRender as refusal:
        event(f"refused: {refusal}")
        assume(False)
        raise
    for change in made:
        event(type(change).__name__)
    return edits


@many
@given(st.data())
def test_whatever_is_rendered_passes_its_proof(data: st.DataObject) -> None:
    text = data.draw(WHOLE)
    before = read(text)
    assume(not before.broken and before.fields)
    made = data.draw(changes(before))
    edits = rendered(before, made)
    after = apply_edits(before.text, edits)
    bom = "\ufeff" if before.bom else ""
    assert prove(before, read(bom + after), made) is None, (after, made)


def content_of(article: Article) -> str:
    assert article.block is not None
    return article.text[slice(*article.block.content)]


@many
@given(st.data())
def test_values_are_as_intended_in_two_other_readings(data: st.DataObject) -> None:
    text = data.draw(WHOLE)
    before = read(text)
    assume(not before.broken and before.fields and "\\u" not in text)
    made = data.draw(changes(before))
    assume(not any(isinstance(change, SetScalar) and change.literal for change in made))
    after = read(
        ("\ufeff" if before.bom else "") + apply_edits(before.text, rendered(before, made))
    )

    assert libyaml(content_of(after)) == intended(libyaml(content_of(before)), before, made)
    second = ruamel(content_of(before))
    if second is not None:
        assert ruamel(content_of(after)) == intended(second, before, made)

    assert after.body == before.body
    assert after.bom == before.bom


@many
@given(st.data())
def test_lines_that_no_edit_touches_are_the_same_bytes(data: st.DataObject) -> None:
    before = read(data.draw(WHOLE))
    assume(not before.broken and before.fields)
    edits = rendered(before, data.draw(changes(before)))
    kept, start = [], 0
    for row in before.text.split("\n"):
        stop = start + len(row)
        if not any(edit.span.start <= stop and edit.span.end > start for edit in edits):
            kept.append(row)
        start = stop + 1
    rows = iter(apply_edits(before.text, edits).split("\n"))
    assert all(row in rows for row in kept)


@many
@given(st.data())
def test_untouched_keys_have_the_types_that_they_had(data: st.DataObject) -> None:
    text = data.draw(WHOLE)
    before = read(text)
    keys = [field.key for field in before.fields]
    assume(not before.broken and len({*keys}) == len(keys) > 1 and "\\u" not in text)
    made = data.draw(changes(before))
    old = typed(content_of(before))
    assume(old is not None)
    new = typed(content_of(read(apply_edits(before.text, rendered(before, made)))))
    assert old is not None
    assert new is not None
    touched = {subject(change, before) for change in made}
    for key in old.keys() - touched:
        assert (type(new[key]), new[key]) == (type(old[key]), old[key])


def typed(content: str) -> dict[str, Any] | None:
    """The block as PyYAML types it; None where it cannot."""
    try:
        loaded = yaml.load(content, yaml.CSafeLoader)
    except (yaml.YAMLError, ValueError):
        return None
    return {} if loaded is None else loaded


def subject(change: Change, article: Article) -> str | None:
    """The key that a change is about; None for a new one."""
    match change:
        case SetScalar() | Quote():
            span = change.scalar.span
        case DeleteItem() | InsertItem():
            span = change.items.span
        case SetList() | RenameKey() | DeleteKey():
            return change.field.key
        case _:
            return None
    inside = (f for f in article.fields if f.span.start <= span.start and span.end <= f.span.end)
    return next(inside).key


# planted faults


@many
@given(st.data())
def test_a_planted_change_of_what_no_fix_is_about_is_refused(data: st.DataObject) -> None:
    before = read(data.draw(WHOLE))
    assume(not before.broken and before.fields)
    made = data.draw(changes(before))
    edits = rendered(before, made)
    places = [
        at for at in planted(before) if not any(e.span.start <= at <= e.span.end for e in edits)
    ]
    assume(places)
    at = data.draw(st.sampled_from(places))
    wrong = Edit(Span(at, at + 1), data.draw(st.sampled_from(("", "q", "Q", "0", " ", "'", "#x"))))
    assume(wrong.text != before.text[at])
    after = apply_edits(before.text, [*edits, wrong])
    assert prove(before, read(("\ufeff" if before.bom else "") + after), made) is not None


def planted(article: Article) -> list[int]:
    """Offsets of keys, values, comments and body: of all but blank lines and blanks."""
    assert article.block is not None
    found = frontmatter.comments(article.text, article.block, article.fields)
    spans = [field.key_span for field in article.fields]
    spans += [scalar.span for field in article.fields for scalar in scalars(field.value)]
    spans += [comment.span for comment in found]
    spans.append(Span(article.block.body, len(article.text)))
    return [at for span in spans for at in range(*span)]


# the whole engine

STRICT = settings({"preset": "strict", "timezone": "Europe/Madrid"}, site={"title": "News"})
ARTICLES = (
    """---
title: "Ana&#8217;s flood  &amp; fire"
date: 2025-12-31
description: "Water in the old town."
summary: "Water in the old town."
slug: "Anas flood--and-fire"
image: ''
link: 'https://example.org/a?utm_source=rss&amp;b=1#:~:text=x'
source: 'https://feeds.example.org/news/world'
categories:
- 'feeds.example.org'
tags:
- 'flood'
- 'Flood' # twice
-  ' fire'

draft: "false"
---
<p>Text &amp; more.</p>
""",
    """---
# made by hand
title: >-
  Наводнение в старом
  городе &amp; пожар
date: Wed, 31 Dec 2025 10:00:00 EST
lastmod: 1767175200
tags: [вода, "огонь", вода,]
link: HTTPS://Example.ORG:443/x/../y?fbclid=1 # newslint: ignore[LNK004]
author: {name: Ana, role: 'x'}
Draft: yes
weight: 007
---

Text.
""",
    ("---\r\ntitle: '洪水  と火事'\r\ndate: 2025-12-31T10:00\r\ntags: 水害, 火事\r\nslug: 洪水\r\n"
    "text: |\r\n  a\r\n\r\n  b &amp; c\r\nurl: /x/\r\n---\r\n本文。\r\n"),
)  # fmt: skip
PIECES = (
    "", " ", "\t", "\n", "\r\n", "\n\n", "'", '"', "''", "&amp;", "&nbsp;", "\u00a0", "\u200b", "#",
    " #", ": ", "- ", "[", "]", "{", "}", ",", "|", ">", "*x", "&x ", "!!str ", "---", "\n---\n",
    "...", "%", "\\", "\x00", "\x85", "\u2028", "\ufeff", "é", "e\u0301", "🌊", "?utm_source=a",
    "# newslint: ignore\n", "title: x\n", "null", "2025-13-01",
)  # fmt: skip


@st.composite
def damaged(draw: st.DrawFn) -> str:
    """An article as scripts and people leave it: some pieces come, go and repeat."""
    text = draw(st.sampled_from(ARTICLES))
    end = text.index("---", 3) + 8
    for _ in range(draw(st.integers(0, 5))):
        at, length = draw(st.integers(0, end)), draw(st.sampled_from((0, 0, 1, 1, 2, 7, 30)))
        kept = text[at : at + length] if draw(st.integers(0, 4)) == 0 else ""
        text = text[:at] + kept + draw(st.sampled_from(PIECES)) + text[at + length - len(kept) :]
    return text


@many
@given(damaged(), st.booleans())
def test_fixing_never_raises_keeps_the_body_and_is_done_at_once(text: str, unsafe: bool) -> None:
    first = source(text)
    outcome = engine.fix(first, "content/news/a.md", "a.md", STRICT, unsafe=unsafe)
    fixed = {one.code for one in outcome.applied}
    assert "RUN003" not in {one.code for one in outcome.left}, outcome.left
    if not fixed:
        assert (outcome.text, outcome.bom) == (first.text, first.bom)
    after = replace(first, text=outcome.text, bom=outcome.bom)
    if not fixed & {"FMT001", "FMT002", "FMT003"}:
        old, new = (read_article(one, "content/news/a.md", STRICT) for one in (first, after))
        assert old.body == new.body
    second = engine.fix(after, "content/news/a.md", "a.md", STRICT, unsafe=unsafe)
    assert (second.text, second.bom, second.applied) == (outcome.text, outcome.bom, ())
    assert second.left == outcome.left
