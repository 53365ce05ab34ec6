"""A named folder outside the content folders: searched as if there were no site around it."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

import pytest

from newslint.config.command_line import CommandLine
from newslint.config.project import Project
from newslint.files.discover import Discovery, discover
from tests.support.command import newslint

ARTICLE = "---\ntitle: A\n---\nText.\n"
PLAIN = "# Hello\n"

HUGO = {
    "hugo.toml": "baseURL = 'https://example.org/'\n",
    "content/a.md": ARTICLE,
    "README.md": PLAIN,
    "drafts/b.md": ARTICLE,
    "drafts/README.md": PLAIN,
    "drafts/deep/c.md": ARTICLE,
    "drafts/public/d.md": ARTICLE,
    "drafts/.e.md": ARTICLE,
    "archetypes/f.md": ARTICLE,
}
JEKYLL = {
    "_config.yml": "title: Site\nplugins: []\n",
    "_posts/2026-01-01-a.md": ARTICLE,
    "about.md": ARTICLE,
    "README.md": PLAIN,
    "pages/b.md": ARTICLE,
    "pages/notes.md": PLAIN,
}


def make(folder: Path, files: Mapping[str, str]) -> None:
    for name, text in files.items():
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")


def look(folder: Path, *names: str) -> Discovery:
    return discover([folder / name for name in names], Project(CommandLine()).folder)


def found(folder: Path, *names: str) -> list[str]:
    return [path.relative_to(folder).as_posix() for path in look(folder, *names).files]


def test_the_root_of_a_site_is_still_its_content(tmp_path: Path) -> None:
    make(tmp_path, HUGO)
    assert found(tmp_path, ".") == ["content/a.md"]


@pytest.mark.parametrize(
    ("site", "name", "files"),
    [
        (HUGO, "drafts", ["drafts/b.md", "drafts/deep/c.md"]),
        (HUGO, "drafts/deep", ["drafts/deep/c.md"]),
        (HUGO, "drafts/public", ["drafts/public/d.md"]),
        (HUGO, "archetypes", ["archetypes/f.md"]),
        (HUGO, "content", ["content/a.md"]),
        (JEKYLL, "pages", ["pages/b.md"]),
        (JEKYLL, "_posts", ["_posts/2026-01-01-a.md"]),
    ],
)
def test_a_named_folder(site: dict[str, str], name: str, files: list[str], tmp_path: Path) -> None:
    make(tmp_path, site)
    assert found(tmp_path, name) == files


def test_a_folder_outside_and_the_root_together(tmp_path: Path) -> None:
    make(tmp_path, HUGO)
    assert found(tmp_path, "drafts", ".") == ["content/a.md", "drafts/b.md", "drafts/deep/c.md"]


def test_a_site_below_the_named_folder_has_its_own_content_folders(tmp_path: Path) -> None:
    make(tmp_path, HUGO)
    make(tmp_path / "drafts" / "inner", HUGO)
    make(tmp_path / "drafts" / "blog", JEKYLL)
    assert found(tmp_path, "drafts") == [
        "drafts/b.md",
        "drafts/blog/_posts/2026-01-01-a.md",
        "drafts/deep/c.md",
        "drafts/inner/content/a.md",
    ]


def test_settings_are_those_of_the_site(tmp_path: Path) -> None:
    make(tmp_path, HUGO)
    site = Project(CommandLine()).site(tmp_path / "drafts")
    assert (site.generator.name, site.root) == ("hugo", tmp_path)


@pytest.mark.parametrize(
    ("exclude", "files"),
    [
        ("drafts/", []),
        ("drafts", []),
        ("/drafts/**", []),
        ("drafts/deep/", ["drafts/b.md"]),
        ("deep", ["drafts/b.md"]),
        ("c.md", ["drafts/b.md"]),
        ("content/", ["drafts/b.md", "drafts/deep/c.md"]),
    ],
)
def test_what_the_config_excludes_stays_excluded(
    exclude: str, files: list[str], tmp_path: Path
) -> None:
    make(tmp_path, {**HUGO, "newslint.toml": f'exclude = ["{exclude}"]\n'})
    assert found(tmp_path, "drafts") == files
    if not files:
        assert look(tmp_path, "drafts").reasons.count("excluded") == 1


def test_a_folder_in_an_excluded_one(tmp_path: Path) -> None:
    make(tmp_path, {**HUGO, "newslint.toml": 'exclude = ["drafts/"]\n'})
    assert look(tmp_path, "drafts/deep").reasons == "1 excluded"


def test_a_config_that_says_what_is_included_decides(tmp_path: Path) -> None:
    make(tmp_path, {**HUGO, "newslint.toml": 'include = ["content/**"]\n'})
    assert found(tmp_path, "drafts") == []
    assert look(tmp_path, "drafts").reasons == "1 outside the content folders"


def test_what_git_ignores_is_skipped(tmp_path: Path) -> None:
    make(tmp_path, {**HUGO, ".git/HEAD": "", "drafts/.gitignore": "deep\n"})
    assert found(tmp_path, "drafts") == ["drafts/b.md"]


def test_the_command_checks_it(tmp_path: Path) -> None:
    make(tmp_path, {**HUGO, "drafts/b.md": "---\ntitle: A\nlink: htps://a.example/b\n---\n"})
    done = newslint("check", "drafts/", folder=tmp_path)
    assert done.out.startswith("drafts/b.md:3:7: warning LNK002 ")
    assert done.code == 1
    assert newslint("check", ".", folder=tmp_path).code == 0
