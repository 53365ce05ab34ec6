"""What surely is what an entry of `[fields]` asks for is that for pydantic."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest
from hypothesis import assume, given, settings
from hypothesis import strategies as st
from pydantic import ValidationError

from newslint.config.field_spec import FieldSpec, ItemSpec
from newslint.config.fields import _plain
from newslint.config.fields_model import build
from newslint.config.plain_fields import are_sound, is_plain, misfit, surely_fits
from newslint.model.spans import Span
from newslint.model.values import Kind, ListValue, Scalar, Value
from tests.support.quick import at_most

TYPES = st.sampled_from(
    (None, "any", "string", "integer", "number", "boolean", "date", "list", "strings")
)
ITEM_TYPES = st.sampled_from((None, "any", "string", "integer", "number", "boolean"))
NUMBERS = st.none() | st.integers(-1, 4)
WORDS = st.none() | st.sampled_from((("ab", "c"), ("1",), ()))
PATTERNS = st.sampled_from(
    (None, None, None, "^[a-c]+$", "b", r"^\d{2}$", "^(?:a|b-)*$", "é", "$", "[", "(?=a)", r"\p{L}")
)
ITEMS = st.none() | st.builds(
    ItemSpec,
    type=ITEM_TYPES,
    one_of=WORDS,
    pattern=PATTERNS,
    min_length=NUMBERS,
    max_length=NUMBERS,
)
SPECS = st.builds(
    FieldSpec,
    type=TYPES,
    one_of=WORDS,
    pattern=PATTERNS,
    min_length=NUMBERS,
    max_length=NUMBERS,
    min_items=NUMBERS,
    max_items=NUMBERS,
    items=ITEMS,
)
KINDS: tuple[Kind, ...] = ("string", "date", "int", "float", "bool", "null")
SCALARS = st.builds(
    Scalar,
    span=st.just(Span(0, 1)),
    text=st.sampled_from(("", "a", "ab", "abc", "12", "a\n", "true", "é", "😀b", "\ud83d", "1.5")),
    kind=st.sampled_from(KINDS),
    style=st.just("plain"),
)
VALUES: st.SearchStrategy[Value] = st.recursive(
    SCALARS,
    lambda inner: st.lists(inner, max_size=4).map(
        lambda items: ListValue(Span(0, 1), tuple(items), True)
    ),
    max_leaves=5,
)


@settings(deadline=None, max_examples=at_most(3000, 200))
@given(SPECS, VALUES)
def test_what_fits_is_right_for_pydantic(spec: FieldSpec, value: Value) -> None:
    if not is_plain(spec) or spec.contradiction:
        return
    if not are_sound([spec]):
        return
    model = build({"key": spec})
    if surely_fits(spec, value):
        model.model_validate({"key": _plain(value)})


@settings(deadline=None, max_examples=at_most(3000, 200))
@given(SPECS, VALUES)
def test_a_misfit_is_what_pydantic_says(spec: FieldSpec, value: Value) -> None:
    if not is_plain(spec) or spec.contradiction or not are_sound([spec]):
        return
    found = misfit(spec, value)
    if found is None or surely_fits(spec, value):
        return
    with pytest.raises(ValidationError) as raised:
        build({"key": spec}).model_validate({"key": _plain(value)})
    (detail,) = raised.value.errors()
    assert detail["loc"] == ("key",)
    assert detail["type"] == found.kind
    if not spec.one_of:  # which are named in newslint's own words
        assert detail.get("ctx", {}) == found.context


@settings(deadline=None, max_examples=at_most(1000, 100))
@given(SPECS)
def test_sound_specs_make_a_model(spec: FieldSpec) -> None:
    assume(are_sound([spec]))
    build({"key": spec})


@pytest.mark.parametrize(
    ("spec", "text", "fits"),
    [
        (FieldSpec(one_of=("a", "b")), "a", True),
        (FieldSpec(one_of=("a", "b")), "c", False),
        (FieldSpec(pattern="^[a-z]+$"), "abc", True),
        (FieldSpec(pattern="^[a-z]+$"), "abc\n", False),
        (FieldSpec(type="string", max_length=2), "نص", True),
        (FieldSpec(type="string", max_length=2), "abc", False),
    ],
)
def test_of_a_text(spec: FieldSpec, text: str, fits: bool) -> None:
    assert surely_fits(spec, Scalar(Span(0, 1), text, "string", "plain")) is fits


CONFIG = """
[fields]
section = { one-of = ["news", "culture"] }
title = { type = "string", min-length = 2, max-length = 90 }
slug = { pattern = "^[a-z0-9]+(?:-[a-z0-9]+)*$" }
tags = { min-items = 1, max-items = 9, items = { one-of = ["rain", "weather"] } }
"""
ARTICLE = "---\ntitle: Rain\nslug: rain-{}\nsection: news\ntags: [rain, weather]\n---\nIt rained.\n"


@pytest.mark.parametrize(("slug", "wrong"), [("fell", False), ("Fell", True)])
def test_an_article_needs_no_pydantic(tmp_path: Path, slug: str, wrong: bool) -> None:
    (tmp_path / "newslint.toml").write_text(CONFIG, encoding="utf-8")
    (tmp_path / "a.md").write_text(ARTICLE.format(slug), encoding="utf-8")
    program = (
        "import sys; from newslint.cli import run; run(['check', 'a.md']); "
        "print('pydantic' in sys.modules)"
    )
    done = subprocess.run(
        [sys.executable, "-c", program], cwd=tmp_path, capture_output=True, text=True
    )
    *report, last = done.stdout.splitlines()
    assert last == "False", done
    assert any("slug does not match the pattern" in line for line in report) is wrong
