"""Dates at the ends of what Python can hold: read as well as they can be, and no rule raises."""

from __future__ import annotations

from datetime import datetime, timedelta, timezone
from pathlib import Path

import pytest

import newslint
from newslint.generators import NAMES
from tests.support.command import newslint as run
from tests.support.quick import one_in

FIRST = "0001-01-01"
LAST = "9999-12-31 23:59:59"
EAST, WEST = "0001-01-01T00:00:00+14:00", "9999-12-31T23:59:59-12:00"
ZONES = ("Pacific/Kiritimati", "America/New_York")
CONFIGS = {
    "hugo": ("hugo.toml", 'permalinks.posts = "/:year/:month/:day/:slug/"\n'),
    "jekyll": ("_config.yml", "permalink: /:year/:month/:day/:title/\ntheme: plain\n"),
    "hexo": ("_config.yml", "permalink: :year/:month/:day/:title/\nsource_dir: source\n"),
}


def _crashes(linter: newslint.Linter, text: str, path: str) -> list[str]:
    made = linter.fix(text, path, unsafe=True)
    return [one.text for one in made.diagnostics if one.code == "RUN003"]


@pytest.mark.parametrize("zone", one_in(2, ZONES))
@pytest.mark.parametrize("target", NAMES)
def test_a_date_far_away(target: str, zone: str, tmp_path: Path) -> None:
    name, config = CONFIGS.get(target, ("none.txt", ""))
    (tmp_path / name).write_text(config)
    (tmp_path / "newslint.toml").write_text(f'timezone = "{zone}"\n')
    linter = newslint.Linter(tmp_path, target=target, preset="strict")
    for date in (FIRST, LAST, EAST, WEST):
        for other in (FIRST, EAST, "2020-01-01"):
            keys = f"date: {date}\nlastmod: {other}\nupdated: {other}\nexpiryDate: {other}\n"
            text = f"---\ntitle: A\n{keys}---\nText.\n"
            for path in ("content/posts/a.md", "_posts/9999-12-31-a.md", "source/_posts/a.md"):
                assert _crashes(linter, text, path) == [], (date, other, path)


@pytest.mark.parametrize(
    "now",
    [
        datetime.min.replace(tzinfo=timezone(timedelta(hours=23, minutes=59))),
        datetime.max.replace(tzinfo=timezone(-timedelta(hours=23, minutes=59))),
    ],
)
def test_a_now_far_away(now: datetime, tmp_path: Path) -> None:
    linter = newslint.Linter(tmp_path, target="hugo", preset="strict", now=now)
    for date in (FIRST, WEST, "2020-01-02"):
        text = f"---\ntitle: A\ndate: {date}\nexpiryDate: {date}\n---\nText.\n"
        assert _crashes(linter, text, "a.md") == []


def test_the_option_with_the_first_moment_there_is(tmp_path: Path) -> None:
    (tmp_path / "a.md").write_text("---\ntitle: A\ndate: 2020-01-02\n---\nText.\n")
    arguments = (
        "--target",
        "hugo",
        "--select",
        "DAT008",
        "--fail-on",
        "info",
        "--now",
        "0001-01-01T00:00:00+23:59",
    )
    done = run("check", *arguments, folder=tmp_path)
    assert (done.code, "DAT008 date `2020-01-02` is in the future" in done.out) == (1, True), done


def test_a_grace_of_more_hours_than_there_are(tmp_path: Path) -> None:
    (tmp_path / "newslint.toml").write_text(f"rules.DAT008.grace = {10**15}\n")
    text = "---\ntitle: A\ndate: 2030-01-01\n---\nText.\n"
    linter = newslint.Linter(tmp_path, target="hugo", preset="strict")
    assert _crashes(linter, text, "a.md") == []
