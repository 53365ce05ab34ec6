"""newslint as a library."""

from __future__ import annotations

from pathlib import Path

import pytest

import newslint

DIRTY = '---\ntitle: "Flood &amp; fire"\nlink: "https://example.org/a?utm_source=x"\n---\nText.\n'


def test_check_and_fix_a_text() -> None:
    found = newslint.check_text(DIRTY, target="hugo")
    assert [(d.code, d.start.row, d.start.column) for d in found] == [
        ("TXT002", 2, 8),
        ("LNK004", 3, 7),
    ]
    made = newslint.fix_text(DIRTY, target="hugo")
    assert made.after == DIRTY.replace("?utm_source=x", "")
    assert [(d.code, d.fixed) for d in made.diagnostics] == [("TXT002", False), ("LNK004", True)]
    assert newslint.fix_text(DIRTY, target="hugo", unsafe=True).after == (
        '---\ntitle: "Flood & fire"\nlink: "https://example.org/a"\n---\nText.\n'
    )


def test_check_paths(tmp_path: Path) -> None:
    (tmp_path / "a.md").write_text(DIRTY)
    (tmp_path / "b.md").write_text("---\ntitle: A\n---\n")
    results = newslint.check_paths([tmp_path])
    assert [len(result.diagnostics) for result in results] == [2, 0]
    assert (tmp_path / "a.md").read_text() == DIRTY
    with pytest.raises(newslint.NewslintError, match="does not exist"):
        newslint.check_paths([tmp_path / "c.md"])


def test_public_names() -> None:
    assert all(getattr(newslint, name) is not None for name in newslint.__all__)
    with pytest.raises(AttributeError, match="no attribute 'check_txt'"):
        newslint.check_txt  # noqa: B018
