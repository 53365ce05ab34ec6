"""A report goes to a file piece by piece, and the file is there whole or as it was."""

from __future__ import annotations

from pathlib import Path

import pytest

from newslint import cli, report
from newslint.model.diagnostics import Diagnostic
from newslint.report import json as of_json
from newslint.report import json_text

ARTICLE = "---\ntitle: Flood  rises\nlink: https://example.org/?utm_source=rss\n---\nBody é.\n"


@pytest.fixture
def site(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    for number in range(3):
        (tmp_path / f"{number}.md").write_text(ARTICLE, encoding="utf-8")
    monkeypatch.chdir(tmp_path)
    return tmp_path


CHECK = ["check", "--output-format", "json", "--select", "TXT001,LNK004"]


def test_it_has_all_pieces(
    site: Path, monkeypatch: pytest.MonkeyPatch, capfdbinary: pytest.CaptureFixture[bytes]
) -> None:
    monkeypatch.setattr(report, "PIECE", 1)
    assert cli.run(CHECK) == 1
    printed = capfdbinary.readouterr().out
    assert cli.run([*CHECK, "-o", "out.json"]) == 1
    assert printed.count(b"LNK004") >= 3
    assert (site / "out.json").read_bytes() == printed


@pytest.mark.parametrize("before", ["what was there\n", None])
def test_a_report_that_crashes_leaves_what_was_there(
    before: str | None, site: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(report, "PIECE", 1)
    out = site / "out.json"
    if before is not None:
        out.write_text(before)

    def crashing(one: Diagnostic) -> str:
        if one.path == "2.md":
            raise RuntimeError("a fault")
        return json_text.item(one)

    monkeypatch.setattr(of_json, "item", crashing)
    assert cli.run([*CHECK, "-o", "out.json"]) == 2
    assert (out.read_text() if out.exists() else None) == before
    assert sorted(one.name for one in site.iterdir() if one != out) == ["0.md", "1.md", "2.md"]
