"""The schema: pydantic's word, put into ours, and the short way around it for what surely fits."""

from __future__ import annotations

from collections.abc import Mapping

import pytest
from hypothesis import given
from hypothesis import settings as profile
from hypothesis import strategies as st
from pydantic import ValidationError

from newslint.config.field_spec import FieldSpec
from newslint.config.fields import _fits, _plain
from newslint.config.fields_model import build
from newslint.frontmatter.read import read_article
from newslint.model.faults import SchemaMismatch
from tests.support.each import each
from tests.support.setting import settings, source

TEXTS = {
    "string": [("[a, b]", "x should be text, not a list"), ("true", "x should be text, not `true`"),
               ("{a: b}", "x should be text, not a mapping")],
    "integer": [("abc", "x should be a whole number, not `abc`"), ("1.5", "not `1.5`")],
    "number": [("abc", "x should be a number, not `abc`")],
    "boolean": [("'true'", "x should be true or false, not `true`"), ("1", "not `1`")],
    "date": [("soon", "x should be a date"), ("[2025-12-31]", "x should be a date")],
    "list": [("a", "x should be a list, not `a`")],
    "strings": [("[a, [b]]", "x should be a list of texts, not a list")],
}  # fmt: skip
RIGHT = {
    "string": ["text", "1984", "1.5", "2025-12-31"],
    "integer": ["5", "'5'", "-1"],
    "number": ["5", "1.5", "'2'"],
    "boolean": ["true", "False"],
    "date": ["2025-12-31", "'2025-12-31T10:00:00Z'"],
    "list": ["[]", "[a]", "[[a]]"],
    "strings": ["[a, 1]", "[]"],
    "any": ["a", "[a]", "{a: b}"],
}


def _messages(spec: Mapping[str, object], value: str) -> list[str]:
    made = settings({"select": ["SCH004"], "fields": {"x": spec}})
    article = read_article(source(f"---\ntitle: A\nx: {value}\n---\n"), "content/a.md", made)
    return [fault.what for fault in article.faults_of(SchemaMismatch)]


@pytest.mark.parametrize(("kind", "case"), [(k, case) for k in TEXTS for case in TEXTS[k]])
def test_what_does_not_fit(kind: str, case: tuple[str, str]) -> None:
    (message,) = _messages({"type": kind}, case[0])
    assert case[1] in message


@each(("kind", "value"), [(k, value) for k in RIGHT for value in RIGHT[k]])
def test_what_fits(kind: str, value: str) -> None:
    assert _messages({"type": kind}, value) == []


@pytest.mark.parametrize(
    ("spec", "value", "message"),
    [
        ({"one-of": ["world", "politics"]}, "sport", "x `sport` is none of: world, politics"),
        ({"min-items": 2}, "[a]", "x has fewer than 2 items"),
        ({"max-items": 1}, "[a, b]", "x has more than 1 item"),
        ({"min-length": 3}, "ab", "x has fewer than 3 characters"),
        ({"max-length": 3}, "日本語版", "x has more than 3 characters"),
        ({"pattern": "^[a-z-]+$"}, "A b", "x does not match the pattern ^[a-z-]+$"),
    ],
)
def test_constraints(spec: dict[str, object], value: str, message: str) -> None:
    assert _messages(spec, value) == [message]


def test_a_pattern_cannot_hang() -> None:
    evil = {"pattern": "^(a+)+$"}
    assert _messages(evil, "a" * 60_000 + "!") == ["x does not match the pattern ^(a+)+$"]


_VALUES = st.sampled_from(
    [
        "a",
        "'a'",
        "1",
        "-1",
        "1.5",
        "true",
        "no",
        "2025-12-31",
        "0x1F",
        "1_000",
        "[a]",
        "[]",
        "{a: 1}",
    ]
)
_KINDS = st.sampled_from(["string", "integer", "number", "boolean", "list", "strings"])


@profile(max_examples=300, deadline=None)
@given(kind=_KINDS, value=_VALUES)
def test_the_short_way_never_contradicts_pydantic(kind: str, value: str) -> None:
    made = settings({"select": ["SCH004"]})
    article = read_article(source(f"---\nx: {value}\n---\n"), "content/a.md", made)
    field = article.by_role["x"]
    spec = FieldSpec(type=kind)  # type: ignore[arg-type]
    if _fits(field, spec.type, spec) and not field.empty:
        model = build({"x": spec})
        try:
            model.model_validate({"x": _plain(field.value)})
        except ValidationError as error:
            pytest.fail(str(error))
