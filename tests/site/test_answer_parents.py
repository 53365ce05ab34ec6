"""In the folders above a site that has no config of its own only some names count."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.site.kept import Runs, answers, write
from tests.site.test_store_answers import article

__all__ = ["answers"]


def test_a_letter_in_a_folder_above_changes_nothing(answers: Runs) -> None:
    write(Path.cwd(), {"content/news/a.md": article("A  headline")})
    plain = answers.plain()
    assert answers.kept() == plain
    before = answers.begun
    write(Path.cwd().parent, {"letter.txt": "", "letters/b.txt": ""})
    assert answers.kept() == plain
    assert answers.begun == before


@pytest.mark.parametrize("name", ["hugo.toml", "zola.toml", "newslint.toml", "mkdocs.yml"])
def test_a_site_above_is_seen(answers: Runs, name: str) -> None:
    write(Path.cwd(), {"content/news/a.md": article("A  headline")})
    answers.kept()
    before = answers.begun
    write(Path.cwd().parent, {name: "", ".git/HEAD": ""})
    assert answers.kept() == answers.plain()
    assert answers.begun > before
