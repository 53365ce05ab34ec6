"""Every output format that there is: it is in the README, and it works. And azure, exactly."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from newslint import cli
from newslint.model.diagnostics import Diagnostic, FileResult
from newslint.model.spans import Position
from newslint.report import FOR_CI, FORMATS, render
from newslint.report.run_report import Report
from tests.support.command import ROOT

README = ROOT / "README.md"
ARTICLE = "---\ntitle: Flood  rises\n---\nBody.\n"


def paragraph(beginning: str) -> str:
    """The paragraph of the README that begins with these words."""
    [found] = [p for p in README.read_text().split("\n\n") if p.startswith(beginning)]
    return found


def test_the_readme_lists_every_format() -> None:
    listed = paragraph("Other formats: ")
    named = re.findall(r"`([a-z-]+)`", listed.partition(". ")[0])
    assert sorted([*named, "github"]) == sorted(FORMATS)  # its example is above the paragraph
    servers = re.findall(r"`([a-z-]+)`", listed.partition("(")[2].partition(")")[0])
    assert sorted(servers) == sorted(FOR_CI)


@pytest.mark.parametrize("name", FORMATS)
def test_every_format_works(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str], name: str
) -> None:
    monkeypatch.chdir(tmp_path)
    article = Path("a.md")
    article.write_text(ARTICLE)
    arguments = ["check", "--isolated", "--select", "TXT001", "--output-format", name]
    assert cli.run([*arguments, "a.md"]) == 1
    out, err = capsys.readouterr()
    assert "TXT001" in out
    assert "a.md" in out
    assert out.endswith("\n")
    assert err == ""
    article.write_text(ARTICLE.replace("  ", " "))
    assert cli.run([*arguments, "a.md"]) == 0
    out, err = capsys.readouterr()
    assert "TXT001 " not in out
    assert err == ""


def test_pylint() -> None:
    at = Position(2, 4)
    one = Diagnostic("a b.md", "TXT001", "text-whitespace", "info", "one\ntwo", "title", at, at)
    report = Report((FileResult("a b.md", (one, one._replace(fixed=True))),))
    assert render("pylint", report) == "a b.md:2: [TXT001] one\\ntwo\n"


def test_azure() -> None:
    problem = Diagnostic(
        path="content/a;b].md",
        code="TXT001",
        name="text-whitespace",
        severity="info",
        message="title has 2 spaces; leave one, 100%",
        field="title",
        start=Position(2, 4),
        end=Position(2, 9),
    )
    error = problem._replace(path="b.md", severity="error", message="one\ntwo")
    fixed = problem._replace(path="c.md", fixed=True)
    assert render("azure", Report((FileResult("x", (problem, error, fixed)),))) == (
        "##vso[task.logissue type=error;sourcepath=b.md;linenumber=2;columnnumber=4;code=TXT001;]"
        "b.md:2:4: TXT001 one\\ntwo\n"
        "##vso[task.logissue type=warning;sourcepath=content/a%3Bb%5D.md;linenumber=2;"
        "columnnumber=4;code=TXT001;]"
        "content/a;b].md:2:4: TXT001 title has 2 spaces; leave one, 100%AZP25\n"
    )
