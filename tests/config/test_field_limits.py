"""`[fields]`: items, conditions, overrides, and patterns that cost too much to compile."""

from __future__ import annotations

import time
from collections.abc import Mapping
from pathlib import Path

import pytest

from newslint.config.load import parse
from newslint.frontmatter.read import read_article
from newslint.model.errors import NewslintError
from newslint.model.faults import RequiredMissing, SchemaMismatch
from newslint.model.spans import Span
from newslint.text.pattern_cost import MOST_COST, cost
from tests.support.command import newslint
from tests.support.setting import settings, source


def _faults(front: str, fields: Mapping[str, object]) -> list[tuple[str, str]]:
    made = settings({"select": ["SCH001", "SCH004"], "fields": fields})
    text = f"---\ntitle: A\n{front}---\n"
    article = read_article(source(text), "content/a.md", made)
    places = [(text[f.span.start : f.span.end], f.what) for f in article.faults_of(SchemaMismatch)]
    return places + [("", fault.key) for fault in article.faults_of(RequiredMissing)]


@pytest.mark.parametrize(
    ("items", "front", "place", "message"),
    [
        ({"pattern": "^[a-z]+$"}, "tags: [a, 'B C', d]\n", "'B C'",
         "tags does not match the pattern ^[a-z]+$"),
        ({"one-of": ["iran", "تمور"]}, "tags:\n- تمور\n- x # why\n", "x",
         "tags `x` is none of: iran, تمور"),
        ({"max-length": 2}, "tags: [日本, 日本語]\n", "日本語", "tags has more than 2 characters"),
        ({"min-length": 2}, "tags: [ab, c]\n", "c", "tags has fewer than 2 characters"),
        ({"type": "integer"}, "tags: [1, b]\n", "b",
         "each item of tags should be a whole number, not `b`"),
        ({"type": "string"}, "tags: [a, [b]]\n", "[b]",
         "each item of tags should be text, not a list"),
        ({"pattern": "^a"}, "tags: [{a: b}]\n", "a: b",
         "each item of tags should be text, not a mapping"),
        ({"type": "string"}, "tags: a\n", "a", "tags should be a list, not `a`"),
    ],
)  # fmt: skip
def test_items(items: dict[str, object], front: str, place: str, message: str) -> None:
    ((at, said),) = _faults(front, {"tags": {"items": items}})
    assert (at.strip("{}"), said) == (place, message)


@pytest.mark.parametrize("front", ["tags: [a, bc]\n", "tags: []\n", "tags:\n", ""])
def test_items_that_fit(front: str) -> None:
    assert _faults(front, {"tags": {"items": {"pattern": "^[a-z]+$"}, "max-items": 2}}) == []


@pytest.mark.parametrize(
    ("front", "condition", "required"),
    [
        ("draft: false\n", {"draft": False}, True),
        ("draft: False\n", {"draft": False}, True),
        ("", {"draft": False}, True),  # without a draft flag an article is none
        ("draft:\n", {"draft": False}, True),
        ("draft: true\n", {"draft": False}, False),
        ("draft: 'false'\n", {"draft": False}, False),
        ("draft: true\n", {"draft": True}, True),
        ("", {"draft": True}, False),
        ("kind: video\n", {"kind": "video"}, True),
        ("kind: ویدیو\n", {"kind": ["video", "ویدیو"]}, True),
        ("kind: text\n", {"kind": ["video", "ویدیو"]}, False),
        ("", {"kind": "video"}, False),
        ("tags: [news, video]\n", {"tags": "video"}, True),
        ("rank: 2\n", {"rank": 2}, True),
        ("rank: '2'\n", {"rank": 2}, False),
        ("kind: video\ndraft: true\n", {"kind": "video", "draft": False}, False),
        ("kind: video\n", {"kind": "video", "draft": False}, True),
    ],
)
def test_conditions(front: str, condition: dict[str, object], required: bool) -> None:
    found = _faults(front, {"teaser": {"required-when": condition}})
    assert found == ([("", "teaser")] if required else [])
    assert _faults(front + "teaser: x\n", {"teaser": {"required-when": condition}}) == []


def test_a_missing_field_is_reported_at_the_first_line() -> None:
    made = settings({"fields": {"teaser": {"required-when": {"draft": False}}}})
    article = read_article(source("---\ntitle: A\n---\n"), "content/a.md", made)
    assert [fault.span for fault in article.faults_of(RequiredMissing)] == [Span(0, 3)]


@pytest.mark.parametrize(
    ("entry", "said"),
    [
        ("items = { patern = 'a' }", "unknown key `fields.tags.items.patern`; did you mean"),
        ("items = 'a'", "`fields.tags.items` must be a table"),
        ("items = { type = 'list' }", "`fields.tags.items.type` must be"),
        ("required-when = 'draft'", "`fields.tags.required-when`"),
        ("pattern = '(?=a)b'", "[fields]"),
        ("items = { pattern = '(' }", "[fields]"),
        ("items = { pattern = '(\\w{900}){900}' }", "[fields]: the patterns are too long"),
    ],
)
def test_mistakes(tmp_path: Path, entry: str, said: str) -> None:
    (tmp_path / "a.md").write_text("---\ntitle: A\ndate: 2026-01-01\n---\nText.\n")
    (tmp_path / "newslint.toml").write_text(f"[fields.tags]\n{entry}\n")
    done = newslint("check", ".", folder=tmp_path)
    assert said in done.err
    assert (done.code, done.err.count("\n")) == (2, 1)


def test_overrides_change_fields_for_their_paths(tmp_path: Path) -> None:
    (tmp_path / "newslint.toml").write_text(
        "[fields]\nauthor = { max-length = 20 }\n[[overrides]]\npaths = ['opinion/**']\n"
        "fields.author.required = true\nfields.tags.items.one-of = ['a']\n"
    )
    for name in ("news/a.md", "opinion/a.md"):
        path = tmp_path / name
        path.parent.mkdir()
        path.write_text(f"---\ntitle: {name}\ndate: 2026-01-01\ntags: [b]\n---\nText.\n")
    done = newslint("check", ".", "--output-format", "concise", folder=tmp_path)
    lines = [line.replace(": error ", ": ") for line in done.out.splitlines()]
    assert lines[:-1] == [
        "opinion/a.md:1:1: SCH001 author is missing but required; add it with a value",
        "opinion/a.md:4:8: SCH004 tags `b` is none of: a",
    ]


def test_many_patterns_are_refused_at_once() -> None:
    began = time.process_time()
    fields = {f"f{number}": {"pattern": rf"\w{{200}}{number}"} for number in range(300)}
    with pytest.raises(NewslintError, match="too long"):
        settings({"fields": fields})
    assert time.process_time() - began < 2


@pytest.mark.parametrize(
    ("pattern", "wanted"),
    [
        ("abc", 3),
        (r"(?:ab){3}", 6),
        (r"(\w{50}){2}", 30_000),
        ("(a{1000}){1000}", 1_000_000),
        ("a{2}{3}", 6),
        (r"[\w-]{10}", 3000),
        (r"\p{L}{3}", 900),
        ("))){5}((", 5),
    ],
)
def test_the_cost_of_a_pattern(pattern: str, wanted: int) -> None:
    assert wanted <= cost(pattern) <= wanted + 3


@pytest.mark.parametrize("unit", ["[", "(", "{", "a{1", "\\p{", "(?P<", "(?aaaa", "[[:", "(?"])
def test_the_cost_is_found_in_linear_time(unit: str) -> None:
    began = time.process_time()
    assert cost(unit * 50_000) >= 0
    assert time.process_time() - began < 1
    assert cost("^[a-z]+(-[a-z0-9]{2,40})*$") < MOST_COST


@pytest.mark.parametrize(
    ("spec", "said"),
    [
        ({"min-items": 3, "max-items": 1}, "`fields.tags`: min-items is more than max-items"),
        ({"min-length": 2, "max-length": 1}, "`fields.tags`: min-length is more than max-length"),
        (
            {"items": {"min-length": 9, "max-length": 8}},
            "`fields.tags`: items.min-length is more than items.max-length",
        ),
    ],
)
def test_limits_that_nothing_meets_are_refused(spec: dict[str, object], said: str) -> None:
    for data in (
        {"fields": {"tags": spec}},
        {"overrides": [{"paths": ["a"], "fields": {"tags": spec}}]},
    ):
        with pytest.raises(NewslintError, match=said):
            parse(data, "newslint.toml")
    parse({"fields": {"tags": {"min-items": 1, "max-items": 1}}}, "newslint.toml")
