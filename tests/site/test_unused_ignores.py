"""A comment may silence what a rule about the whole site finds: only the site shows that."""

from __future__ import annotations

from pathlib import Path

import pytest

from newslint import check_text
from tests.support.command import newslint
from tests.support.site_folder import make

LINK = "link: https://example.com/flood  # newslint: ignore\n"


def text(title: str, more: str = LINK) -> str:
    return f"---\ntitle: {title}\ndate: 2025-12-30T10:00:00Z\nsource: Blatt\n{more}---\nText.\n"


def site(root: Path, **articles: str) -> Path:
    return make(root, {"hugo.toml": "", **{f"content/{k}.md": v for k, v in articles.items()}})


@pytest.mark.parametrize("comment", ["ignore", "ignore[ALL]", "ignore[SIT004]", "ignore[SIT]"])
def test_one_that_a_site_rule_needs_is_used(tmp_path: Path, comment: str) -> None:
    line = LINK.replace("ignore", comment)
    root = site(tmp_path, a=text("Flut", line), b=text("سيل", line))
    done = newslint("check", ".", folder=root)
    assert (done.code, done.out) == (0, "2 files checked, no problems.\n")


def test_one_that_no_rule_needs_is_reported_and_removed(tmp_path: Path) -> None:
    root = site(tmp_path, a=text("Flut"), b=text("洪水", "link: https://example.com/other\n"))
    assert "a.md:5:34: warning RUN005" in newslint("check", ".", folder=root).out
    newslint("fix", ".", folder=root)
    assert "newslint" not in (root / "content/a.md").read_text("utf-8")


def test_fix_keeps_one_that_a_site_rule_needs(tmp_path: Path) -> None:
    front = f"{LINK}tags: [a, a]  # kept\n"
    root = site(tmp_path, a=text("Flut", front), b=text("Наводнение"))
    done = newslint("fix", ".", folder=root)
    fixed = (root / "content/a.md").read_text("utf-8")
    assert ("# newslint: ignore\n" in fixed, "tags: [a]  # kept" in fixed) == (True, True)
    assert done.out.endswith("1 fixed, 0 remaining).\n")
    assert newslint("fix", ".", folder=root).out == "2 files checked, none changed: no problems.\n"


@pytest.mark.parametrize("words", [["content/a.md"], [".", "--no-site"]])
def test_without_the_site_nothing_is_known_of_it(tmp_path: Path, words: list[str]) -> None:
    root = site(tmp_path, a=text("Flut"), b=text("Sel"))
    before = (root / "content/a.md").read_bytes()
    assert "RUN005" not in newslint("fix", *words, folder=root).out
    assert (root / "content/a.md").read_bytes() == before


def test_one_that_names_a_rule_of_one_article_is_judged_alone(tmp_path: Path) -> None:
    (one,) = check_text(text("Flut", LINK.replace("ignore", "ignore[LNK004]")))
    assert one.code == "RUN005"
