"""Why a fix is unsafe is found out where a report says it, and nothing else depends on it."""

from __future__ import annotations

from pathlib import Path

import pytest

from newslint import cli
from newslint.lint.check import Finding, find
from newslint.model.diagnostics import Diagnostic, DiagnosticFix, FileResult, PlacedEdit
from newslint.model.spans import Edit, Position, Span
from newslint.report import FORMATS, TELL_REASONS, render
from newslint.report.run_report import Report
from tests.support.each import each
from tests.support.mending import read
from tests.support.setting import settings
from tests.support.type_case import article, make_site


def report_of(reason: str, mode: str, *, statistics: bool) -> Report:
    at = Position(2, 4)
    edits = (PlacedEdit(Edit(Span(4, 5), "b"), at, at),)
    fix = DiagnosticFix("Put b", edits, reason)
    one = Diagnostic("a.md", "TXT001", "text-whitespace", "info", "one", "title", at, at, fix)
    found = (one, one._replace(fixed=True), one._replace(habit=True))
    results = (FileResult("a.md", found, "---\na: b\n---\n", "---\na: c\n---\n"),)
    return Report(results, mode, unsafe_fixes=True, statistics=statistics)  # type: ignore[arg-type]


@each("name", sorted(FORMATS.keys() - TELL_REASONS))
@each("statistics", [False, True])
@each("mode", ["check", "fix"])
def test_most_formats_do_not_tell_them(name: str, mode: str, statistics: bool) -> None:
    one, other = (report_of(why, mode, statistics=statistics) for why in ("x", "another reason"))
    assert render(name, one) == render(name, other)


@pytest.mark.parametrize("preset", ["default", "news", "strict"])
def test_all_else_is_the_same_without_them(preset: str) -> None:
    config = settings({"preset": preset})
    for number in range(8):
        one = read(article(number))
        told, brief = find(one, config), find(one, config, reasons=False)
        assert list(map(without_reason, brief)) == list(map(without_reason, told))
        assert [finding.safe for finding in brief] == [finding.safe for finding in told]


@pytest.mark.parametrize("preset", ["default", "news", "strict"])
def test_what_can_be_fixed_is_the_same_without_edits(preset: str) -> None:
    config = settings({"preset": preset})
    for number in range(8):
        one = read(article(number))
        brief = find(one, config, reasons=False)
        told = find(one, config, reasons=False, edits=False)
        assert list(map(without_edits, told)) == list(map(without_edits, brief))


ODD = """\
title: "Rain"
summary: "The river rose."{}
description: 'The river rose.'
tags: [rain]{}
image: ''
draft: false
"""


@pytest.mark.parametrize(
    "front",
    [
        ODD.format("", ""),
        ODD.format("  # as in the feed", ""),
        ODD.format("", "\nlead: |\n  Rain\n\n"),
        ODD.format("", "\nlead: >+\n  Rain\n\n"),
        ODD.replace("'The", "&a 'The").format("", "\nlead: *a"),
        ODD.replace("image: ''", "  # here\nimage:    ''  ").format("", ""),
        ODD.replace("The", "Th\\x65").format("", ""),
        ODD.replace("[rain]", "\n- feeds.bbci.co.uk\n- 'feeds.bbci.co.uk'").format("", ""),
        "{\ntitle: 'Rain',\nimage: ''\n}\n",
        "title: Rain\nlink: 'https://example.org/it''s?utm_source=a'\nsource: feeds.bbci.co.uk\n",
    ],
)
@pytest.mark.parametrize("newline", ["\n", "\r\n"])
def test_odd_front_matter_can_be_fixed_or_not_without_edits_too(front: str, newline: str) -> None:
    config = settings({"preset": "strict"})
    one = read(f"---\n{front}---\nBody.\n".replace("\n", newline))
    brief = find(one, config, reasons=False)
    told = find(one, config, reasons=False, edits=False)
    assert list(map(without_edits, told)) == list(map(without_edits, brief))
    assert brief


def without_edits(finding: Finding) -> Finding:
    return finding if finding.edits is None else finding._replace(edits=())


def without_reason(finding: Finding) -> Finding:
    return finding._replace(reason="")


def test_a_report_that_tells_them_never_has_those_of_one_that_does_not(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / "site").mkdir()
    make_site(tmp_path / "site", 45)
    monkeypatch.chdir(tmp_path / "site")
    check = ["check", "--cache-dir", str(tmp_path / "cache"), "--preset", "news", "--exit-zero"]
    out: dict[str, str] = {}
    for name in ("concise", "json", "concise", "json"):
        assert cli.run([*check, "--output-format", name]) == 0
        made = capsys.readouterr().out
        assert out.setdefault(name, made) == made
        assert cli.run([*check, "--no-cache", "--output-format", name]) == 0
        assert capsys.readouterr().out == made
