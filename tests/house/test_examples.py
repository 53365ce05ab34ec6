"""examples/newsroom has the faults that it is there for, and mends as it should."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from tests.support.command import ROOT, Done, copy, newslint, tree

pytestmark = pytest.mark.slow

NEWSROOM = ROOT / "examples" / "newsroom"

CLEAN = {
    "content/_index.md",
    "content/culture/_index.md",
    "content/culture/cinema-on-the-breakwater.md",
    "content/culture/organ-of-sea-shells.md",
    "content/world/_index.md",
}

FAULTS = {
    "content/business/baker-lund-opens-yard.md": {"DAT005", "TAG001", "TXT002"},
    "content/business/kelp-farm-prices.md": {"LNK004", "TXT001"},
    "content/local/library-bus-timetable.md": {"LNK005", "SCH005"},
    "content/science/moths-cross-the-sound.md": {"DAT004", "FMT013"},
    "content/science/radar-finds-lake-under-glacier.md": {"DAT001", "FMT003", "LNK010"},
    "content/science/tea-terrace-sensors.md": {"LNK009", "SRC001"},
    "content/sport/rowers-win-the-harbour-race.md": {"FMT002"},
    "content/world/dockers-say-yes-to-pay-deal.md": set(),
    "content/world/mina-dates-market.md": {"LNK004", "TAG001", "TXT001", "TXT002"},
    "content/world/night-ferry-returns-to-callan-sound.md": {"LNK004", "SRC001", "TAG005"},
}
"""What each article is there to show, at least; README.md has the whole report."""


def _codes(done: Done) -> dict[str, set[str]]:
    codes: dict[str, set[str]] = {}
    for one in json.loads(done.out):
        if not one.get("fixed"):
            codes.setdefault(one["filename"], set()).add(one["code"])
    return codes


def test_every_fault_is_found_and_the_good_articles_are_clean() -> None:
    done = newslint("check", "--output-format", "json", folder=NEWSROOM)
    found = _codes(done)
    assert (done.code, done.err) == (1, "")
    assert set(found) == set(FAULTS)
    missed = {name: faults - found[name] for name, faults in FAULTS.items()}
    assert not any(missed.values()), missed
    articles = {name for name in tree(NEWSROOM) if name.startswith("content/")}
    assert articles == CLEAN | set(FAULTS)


def test_the_bytes_are_those_that_were_written() -> None:
    files = tree(NEWSROOM)
    with_bom = {name for name, data in files.items() if data.startswith(b"\xef\xbb\xbf")}
    with_crlf = {name for name, data in files.items() if b"\r\n" in data}
    assert with_bom == {"content/science/radar-finds-lake-under-glacier.md"}
    assert with_crlf == {"content/business/baker-lund-opens-yard.md"}
    assert files["content/business/baker-lund-opens-yard.md"].count(b"\r\n") == 16


def test_fix_mends_what_is_safe_and_then_nothing_more(tmp_path: Path) -> None:
    folder = copy(NEWSROOM, tmp_path / "newsroom")
    before = tree(folder)
    first = newslint("fix", "--output-format", "json", folder=folder)
    after = tree(folder)
    changed = {name for name in before if before[name] != after[name]}
    assert (first.code, first.err) == (1, "")
    assert changed >= {name for name, faults in FAULTS.items() if faults & {"LNK004", "FMT002"}}
    assert not changed & CLEAN
    second = newslint("fix", "--output-format", "json", folder=folder)
    assert tree(folder) == after
    assert _codes(second) == _codes(first)
    assert json.loads(second.out) == [d for d in json.loads(first.out) if not d.get("fixed")]


def test_the_arabic_and_the_chinese_article_are_mended_in_their_own_letters(
    tmp_path: Path,
) -> None:
    folder = copy(NEWSROOM, tmp_path / "newsroom")
    newslint("fix", folder=folder)
    arabic = (folder / "content/world/mina-dates-market.md").read_text(encoding="utf-8")
    chinese = (folder / "content/science/tea-terrace-sensors.md").read_text(encoding="utf-8")
    assert 'title: "سوق التمور يعود إلى الميناء القديم بعد ترميمه"\n' in arabic
    assert "link: 'https://almina.example.org/أخبار/سوق-التمور'\n" in arabic
    assert 'title: "山地茶园用上百个小传感器预报霜冻"\n' in chinese
    assert "link: 'https://www.shanhai.example.net/kexue/chayuan?id=2025&lang=zh'\n" in chinese
    assert 'slug: "山地茶园-霜冻预报"\n' in chinese
