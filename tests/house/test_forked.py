"""A run in a copy of a process that has imported newslint is what `python -m newslint` is."""

from __future__ import annotations

import subprocess
from pathlib import Path

import pytest

from tests.support.command import newslint, started, tree
from tests.support.site_folder import make

ARTICLE = "---\ntitle: Flood  rises\nlink: https://example.org/?utm_source=rss\n---\nBody é.\n"

FILES = {
    "hugo.toml": 'baseURL = "https://example.org/"\n',
    "content/a.md": ARTICLE,
    "content/b.md": ARTICLE.replace("title:", "title"),
}


MORE = [
    ("check --color always -o report.txt", b""),
    ("fix --diff", b""),
    ("check - --stdin-filename content/c.md", ARTICLE.encode("latin-1")),
    ("fix - --stdin-filename content/c.md", ARTICLE.encode()),
    ("rule LNK004", b""),
    ("check nowhere.md", b""),
    ("--help", b""),
    ("check --output-format json --workers 2", b""),
    ("check --selekt LNK004", b""),
]


@pytest.mark.parametrize(
    ("line", "stdin"),
    [
        ("check", b""),
        ("fix --unsafe-fixes", b""),
        *(pytest.param(*run, marks=pytest.mark.slow) for run in MORE),
    ],
)
def test_both_do_the_same(tmp_path: Path, line: str, stdin: bytes) -> None:
    (one, two) = (make(tmp_path / name / "site", FILES) for name in "ab")
    arguments = [*line.split(), "--no-cache"] if line.startswith(("check", "fix")) else line.split()
    copy = newslint(*arguments, folder=one, stdin=stdin)
    own = started(*arguments, folder=two, stdin=stdin)
    assert copy == own
    assert tree(one) == tree(two)


def test_a_run_that_takes_too_long_is_ended(tmp_path: Path) -> None:
    make(tmp_path, {f"{number}.md": ARTICLE for number in range(200)})
    with pytest.raises(subprocess.TimeoutExpired):
        newslint("check", "--no-cache", folder=tmp_path, timeout=0.01)
    assert newslint("--version", folder=tmp_path).code == 0


def test_a_run_knows_nothing_of_the_one_before(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    make(tmp_path, {"a.md": ARTICLE, "newslint.toml": 'plugins = ["own"]\n', "own.py": "1 / 0\n"})
    assert newslint("check", "--allow-code", folder=tmp_path).code == 2
    make(tmp_path, {"newslint.toml": ""})
    monkeypatch.setenv("NEWSLINT_CACHE_DIR", str(tmp_path / "kept"))
    assert newslint("check", folder=tmp_path).code == 1
