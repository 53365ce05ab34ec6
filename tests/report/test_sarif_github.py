"""What code scanning makes of SARIF: its own hash of a line, its limits, its order of alerts."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from newslint.model.diagnostics import Diagnostic, FileResult
from newslint.model.spans import Position
from newslint.report import render, sarif
from newslint.report.line_hash import line_hashes
from newslint.report.run_report import Report
from newslint.rule import Severity
from tests.support.command import newslint

TEXT = "---\ntitle: A  b\n\ttags: [中, 😀]\r\n---\n---\nText.\n"


def _reference(text: str) -> dict[int, str]:
    """The hash of every line, unit by unit, as its definition has it."""
    units = [*(int.from_bytes(text.encode("utf-16-be")[i : i + 2], "big")
               for i in range(0, len(text.encode("utf-16-be")), 2)), 65535]  # fmt: skip
    kept: list[int] = []
    starts: list[int] = []
    before, fresh = 0, True
    for unit in units:
        if unit in (9, 32) or (before == 13 and unit == 10):
            before = 0
            continue
        before = unit
        if fresh:
            starts.append(len(kept))
        kept.append(10 if unit == 13 else unit)
        fresh = kept[-1] == 10
    kept += [0] * 100
    found: dict[int, str] = {}
    seen: dict[int, int] = {}
    for row, start in enumerate(starts, 1):
        value = 0
        for unit in kept[start : start + 100]:
            value = (value * 37 + unit) % 2**64
        seen[value] = seen.get(value, 0) + 1
        found[row] = f"{value:x}:{seen[value]}"
    return found


@pytest.mark.parametrize(
    "text",
    [
        TEXT,
        "",
        "\n",
        "a",
        "a\r\rb",
        "x: y\n" * 50,
        "\ufeff---\n",
        "中" * 300,
        " \t\n \n",
        "a\r \nb",
    ],
)
def test_a_line_has_the_hash_that_github_calculates(text: str) -> None:
    wanted = _reference(text)
    assert line_hashes(text, wanted) == wanted
    assert line_hashes(text, [2]) == {row: one for row, one in wanted.items() if row == 2}


def test_the_hash_of_an_empty_file_is_that_of_the_reference_program() -> None:
    """65535 * 37**99, as the upload action says it."""
    assert line_hashes("", [1]) == {1: f"{65535 * 37**99 % 2**64:x}:1"}


def _problem(
    code: str, name: str = "x", severity: Severity = "warning", row: int = 2
) -> Diagnostic:
    place = Position(row, 1)
    return Diagnostic("a.md", code, name, severity, "t", "title", place, place)


def _log(text: str, **more: Any) -> dict[str, Any]:
    found: dict[str, Any] = json.loads(text, **more)["runs"][0]
    return found


def test_results_have_it_and_keep_it_when_lines_move(tmp_path: Path) -> None:
    article = tmp_path / "a.md"
    line = ("check", "--output-format", "sarif", "--select", "TXT001", "a.md")

    def marks(text: str, encoding: str = "utf-8") -> list[dict[str, str]]:
        article.write_text(text, encoding=encoding, newline="")
        results = _log(newslint(*line, folder=tmp_path).out)["results"]
        return [one["partialFingerprints"] for one in results]

    end = "title: A  flood\n---\n" + "Text. " * 40
    [before], [after] = marks(f"---\n{end}"), marks(f"---\nslug: a\n{end}")
    assert before == after
    assert before["primaryLocationLineHash"] == line_hashes(f"---\n{end}", [2])[2]
    [marked] = marks(f"\ufeff---\r\n{end}")
    assert marked["primaryLocationLineHash"] == before["primaryLocationLineHash"]


def test_a_file_with_more_than_a_server_takes_has_the_worst(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(sarif, "MOST", 5)
    order: list[Severity] = ["info", "warning", "info", "error", "warning", "info", "error", "info"]
    found = tuple(
        _problem("TXT001", severity=severity, row=row) for row, severity in enumerate(order, 2)
    )
    run = _log(render("sarif", Report((FileResult("a.md", found),))))
    rows = [
        one["locations"][0]["physicalLocation"]["region"]["startLine"] for one in run["results"]
    ]
    assert rows == [2, 3, 5, 6, 8]
    [invocation] = run["invocations"]
    [told] = invocation["toolExecutionNotifications"]
    assert told["message"]["text"] == "3 results are left out, the mildest: servers take 5"
    assert invocation["executionSuccessful"]


def _result(*found: Diagnostic) -> Report:
    return Report((FileResult("a.md", found),))


def test_rules_say_how_sure_they_are() -> None:
    run = _log(render("sarif", _result(_problem("LNK004"))))
    [rule] = run["tool"]["driver"]["rules"]
    assert rule["properties"]["precision"] in ("very-high", "high", "medium", "low")
    assert rule["properties"]["problem.severity"] == "warning"
    assert len(rule["properties"]["tags"]) <= 10
    assert "toolExecutionNotifications" not in run["invocations"][0]


def test_a_crash_is_no_success() -> None:
    crash = _problem("RUN003", "rule-crashed")
    assert not _log(render("sarif", _result(crash)))["invocations"][0]["executionSuccessful"]


def test_pydantic_models_of_sarif_read_it(tmp_path: Path) -> None:
    models = pytest.importorskip("sarif_pydantic", reason="sarif-pydantic is not installed")
    (tmp_path / "a b%.md").write_text(TEXT, encoding="utf-8")
    text = newslint("check", "--output-format", "sarif", ".", folder=tmp_path).out
    read = models.Sarif.model_validate(json.loads(text))
    [place] = {one.locations[0].physical_location.artifact_location.uri
               for one in read.runs[0].results}  # fmt: skip
    assert place == "a%20b%25.md"
