"""Pelican: one module, told by a file that is never run; what is not known is not wrong."""

from __future__ import annotations

from pathlib import Path

from newslint import generators
from newslint.config.command_line import CommandLine
from newslint.config.project import Project
from newslint.lint import fix as engine
from tests.support.setting import settings, source

NAME = "pelican"


def found(text: str) -> list[tuple[str, str]]:
    """Code and severity of what the default preset reports."""
    made = settings(generator=NAME)
    return [
        (one.code, one.severity) for one in engine.check(source(text), "content/a.md", "a.md", made)
    ]


def test_it_is_told_by_its_settings_which_are_not_run(tmp_path: Path) -> None:
    (tmp_path / "pelicanconf.py").write_text(f"open({str(tmp_path / 'run')!r}, 'w')\n")
    (tmp_path / "content").mkdir()
    site = Project(CommandLine()).site(tmp_path / "content")
    assert (site.generator.name, site.root) == (NAME, tmp_path)
    assert generators.load(NAME, tmp_path).title == "Pelican"
    assert not (tmp_path / "run").exists()


def test_lines_without_delimiters_are_no_mistake() -> None:
    assert found("Title: A\nDate: 2010-12-03 10:20\nTags: a, b\n\nText.\n") == [("RUN006", "info")]


def test_what_is_not_known_is_not_wrong() -> None:
    lines = (
        "Title: The river",
        "Date: 3rd December 2010",
        "Tags: flood, river",
        "Author: Ana Ruiz",
    )
    text = "\n".join(("---", *lines, "---", "Text.", ""))
    assert [(code, level) for code, level in found(text) if level != "info"] == []
