"""The full report: the caret under the part that is wrong, what to do, and why it is unsafe."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from tests.support.command import ROOT, newslint

NEWSROOM = ROOT / "examples" / "newsroom"
pytestmark = pytest.mark.slow


def full(tmp_path: Path, front: str, *options: str) -> list[str]:
    (tmp_path / "a.md").write_text(f"---\ntitle: A\n{front}---\nBody.\n", encoding="utf-8")
    line = ("check", "--isolated", "--output-format", "full", *options, "a.md")
    return newslint(*line, folder=tmp_path).out.splitlines()


@pytest.mark.parametrize(
    ("front", "code", "under"),
    [
        ("link: 'https://example.org/a/b?utm_source=rss&id=1'\n", "LNK004", "utm_source=rss&"),
        ("description: 'Tea &amp; cake for all who come'\n", "TXT002", "amp;"),
        ("description: '茶园 &amp; 蛋糕 在 山地'\n", "TXT002", "amp;"),
        ("draft: yes\n", "SCH005", "yes"),
    ],
)  # fmt: skip
def test_the_caret_is_under_what_is_wrong(
    tmp_path: Path, front: str, code: str, under: str
) -> None:
    lines = full(tmp_path, front, "--select", code)
    [at] = [number for number, line in enumerate(lines) if "^" in line]
    assert under in lines[at - 1]
    assert lines[at].count("^") == len(under)


def test_advice_and_reason(tmp_path: Path) -> None:
    shutil.copytree(NEWSROOM, tmp_path / "newsroom")
    line = ("check", "--select", "SRC001", "--output-format", "full", "content/world")
    out = newslint(*line, folder=tmp_path / "newsroom").out
    assert out.startswith(
        "SRC001 source-is-feed warning: source `https://feeds.callan.example.com/world` is a feed\n"
        " --> content/world/night-ferry-returns-to-callan-sound.md:9:9\n"
    )
    assert "\nhelp: name the publication\nunsafe fix: Write The Callan Herald\n" in out
    assert "\n  = unsafe: `categories` holds a copy of `source`" in out
    assert "\n9 + source: 'The Callan Herald'\n" in out
