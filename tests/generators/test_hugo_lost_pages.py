"""Pages of Hugo sites that are lost, or only seem to be: each case was asked of Hugo 0.168."""

from __future__ import annotations

from datetime import UTC, datetime
from pathlib import Path

import pytest

from newslint import check_paths
from tests.support.hugo_program import write_site

NOW = datetime(2026, 1, 31, 12, tzinfo=UTC)
LANGUAGES = "[languages.en]\nweight = 1\n[languages.de]\nweight = 2\n"
CODES = ("SIT001", "SIT002", "SIT008")

LOST = {
    "an alias": (
        "",
        ("content/news/a.md|aliases: [/news/b/]", "content/news/b.md|"),
        ("SIT008 content/news/a.md",),
    ),
    "two terms": (
        "",
        ("content/news/a.md|tags: ['R&D']", "content/news/b.md|tags: [RD]"),
        ("SIT002 content/news/a.md", "SIT002 content/news/b.md"),
    ),
}
"""Config, files with what their front matter says, and what is reported."""

SOUND = {
    "an alias of a site that wants no redirects": (
        "disableAliases = true\n",
        ("content/news/a.md|aliases: [/news/b/]", "content/news/b.md|"),
    ),
    "two terms of a site without their pages": (
        'disableKinds = ["term"]\n',
        ("content/news/a.md|tags: ['R&D']", "content/news/b.md|tags: [RD]"),
    ),
}
"""Config and files of which all are built, and none is written over another."""


def _reported(folder: Path, config: str, files: tuple[str, ...]) -> tuple[str, ...]:
    """Code and path of each report, sorted."""
    fronts = dict(file.split("|", 1) for file in files)
    texts = {path: f"---\ntitle: Of {path}\n{front}\n---\n" for path, front in fronts.items()}
    layouts = {"layouts/all.html": "{{ .Title }}\n", "layouts/all.json": "{}\n"}
    write_site(folder, config, texts | layouts)
    return tuple(
        sorted(
            f"{one.code} {Path(result.path).relative_to(folder).as_posix()}"
            for result in check_paths(folder, now=NOW)
            for one in result.diagnostics
            if one.code in CODES
        )
    )


@pytest.mark.parametrize("name", LOST)
def test_a_lost_page_is_reported(name: str, tmp_path: Path) -> None:
    config, files, expected = LOST[name]
    assert _reported(tmp_path, config, files) == expected


@pytest.mark.parametrize("name", SOUND)
def test_a_page_that_is_built_is_not(name: str, tmp_path: Path) -> None:
    config, files = SOUND[name]
    assert _reported(tmp_path, config, files) == ()
