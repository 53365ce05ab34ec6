"""The command line is the layer above the config: `--select` starts anew."""

from __future__ import annotations

from pathlib import Path

import pytest

from newslint.config.command_line import CommandLine
from newslint.config.project import Project
from newslint.model.errors import NewslintError
from tests.support.command import newslint

ARTICLE = "---\ntitle: A\nlink: https://example.org/a?utm_source=rss\n---\nText.\n"
OVERRIDE = '[[overrides]]\npaths = ["*.md"]\n'


def on(folder: Path, config: str, command: CommandLine) -> set[str]:
    """The codes that are on for an article, without those that always are."""
    (folder / "newslint.toml").write_text(config)
    active = Project(command).site(folder).settings(folder / "a.md").rules
    return {one.rule.code for one in active if not one.rule.always}


@pytest.mark.parametrize(
    "config",
    [
        'ignore = ["LNK004"]\n',
        'ignore = ["LNK"]\n',
        'ignore = ["ALL"]\n',
        'ignore = ["link-tracking"]\n',
        f'{OVERRIDE}ignore = ["LNK004"]\n',
        f'select = ["TXT"]\nignore = ["LNK004"]\n{OVERRIDE}ignore = ["LNK"]\n',
        'extend-select = ["TXT001"]\n',
        f'{OVERRIDE}extend-select = ["TXT001"]\n',
    ],
)
def test_select_starts_anew(config: str, tmp_path: Path) -> None:
    for name in ("LNK004", "link-tracking"):
        assert on(tmp_path, config, CommandLine(select=(name,))) == {"LNK004"}


def test_a_family_that_is_selected(tmp_path: Path) -> None:
    found = on(tmp_path, 'ignore = ["LNK004"]\n', CommandLine(select=("LNK",)))
    assert found == on(tmp_path, "", CommandLine(select=("LNK",)))
    assert "LNK004" in found


def test_the_ignore_beside_it_counts(tmp_path: Path) -> None:
    command = CommandLine(select=("LNK",), ignore=("LNK004",))
    found = on(tmp_path, "", command)
    assert "LNK004" not in found
    assert "LNK002" in found
    command = CommandLine(extend_select=("LNK004",), ignore=("LNK004",))
    assert "LNK004" not in on(tmp_path, "", command)


@pytest.mark.parametrize("config", ['ignore = ["LNK004"]\n', f'{OVERRIDE}ignore = ["LNK004"]\n'])
def test_extend_select_adds_to_what_the_files_leave(config: str, tmp_path: Path) -> None:
    assert "LNK004" not in on(tmp_path, config, CommandLine())
    found = on(tmp_path, config, CommandLine(extend_select=("LNK004",)))
    assert found == on(tmp_path, "", CommandLine())


def test_a_mistake_in_the_file_is_one_still(tmp_path: Path) -> None:
    with pytest.raises(NewslintError, match="unknown rule `LNK04`"):
        on(tmp_path, 'ignore = ["LNK04"]\n', CommandLine(select=("LNK",)))


def test_the_command(tmp_path: Path) -> None:
    (tmp_path / "newslint.toml").write_text(f'ignore = ["LNK004"]\n{OVERRIDE}ignore = ["LNK"]\n')
    (tmp_path / "a.md").write_text(ARTICLE)
    assert newslint("check", "a.md", folder=tmp_path).code == 0
    done = newslint("check", "--select", "LNK004", "a.md", folder=tmp_path)
    assert (done.code, done.out.split()[2]) == (1, "LNK004")
    done = newslint("check", "--select=LNK", "--ignore=LNK004", "a.md", folder=tmp_path)
    assert done.code == 0
    assert newslint("check", "--extend-select", "LNK004", "a.md", folder=tmp_path).code == 1
