"""The items of the `json` report are what `json` writes of the objects."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from newslint.model.as_json import as_object
from newslint.model.diagnostics import Diagnostic, DiagnosticFix, FileResult, PlacedEdit
from newslint.model.spans import Edit, Position, Span
from newslint.report import json as report
from newslint.report.run_report import Report

WORDS = (
    *("a", 'say "no"', "back\\slash", "tab\t, line\n", "\x07\x7f\x85", "\u202e\u2066\u2028"),
    *("##[group]", "# #[x", "#\n#[x", "##vso[task]", "洪水", "\U0001f600", "\udc80", "[", "# ["),
)
TEXTS = st.one_of(st.sampled_from(WORDS), st.text(max_size=20))
POSITIONS = st.builds(Position, st.integers(1, 3), st.integers(1, 200))
EDITS = st.builds(PlacedEdit, st.builds(Edit, st.just(Span(0, 1)), TEXTS), POSITIONS, POSITIONS)
FIXES = st.builds(DiagnosticFix, TEXTS, st.lists(EDITS, max_size=2).map(tuple), st.none() | TEXTS)
PLACES = st.sampled_from(("a.md", "b.md:3:4", "c: d.md:1:2", "##[e.md:x:1", "\udcff.md:1:1"))
FOUND = st.builds(
    Diagnostic,
    path=TEXTS,
    code=st.sampled_from(("TAG001", "LNK004")),
    name=st.just("a-name"),
    severity=st.sampled_from(("error", "warning", "info")),
    message=TEXTS,
    field=TEXTS,
    start=POSITIONS,
    end=POSITIONS,
    fix=st.none() | FIXES,
    fixed=st.booleans(),
    related=st.lists(PLACES, max_size=2).map(tuple),
    advice=TEXTS,
    counted=st.none(),
    habit=st.booleans(),
)


@given(st.lists(FOUND, max_size=4))
def test_the_text_is_that_of_the_objects(found: list[Diagnostic]) -> None:
    one = Report(tuple(FileResult(each.path, (each,)) for each in found))
    assert report.render(one) == report.dump([*map(as_object, one.diagnostics())])
