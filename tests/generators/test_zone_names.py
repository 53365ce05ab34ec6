"""The names of zones: what the real Hugo makes of them, and when DAT004 speaks."""

from __future__ import annotations

from datetime import datetime
from pathlib import Path

import pytest

from newslint.generators import load
from newslint.lint import fix as engine
from tests.support.hugo_program import list_all, needs_hugo, page_text, quoted, scalar, write_site
from tests.support.setting import settings, source

NAMES = ("UTC", "GMT", "EST", "EDT", "PST", "CET", "CEST", "MSK", "IST", "BST", "CST", "JST", "+03")
FORMS = (
    "Wed, 31 Dec 2025 10:00:00 {}",
    "Tue, 01 Jul 2025 10:00:00 {}",
    "Wed Dec 31 10:00:00 {} 2025",
    "31 Dec 25 10:00 {}",
    "Wednesday, 31-Dec-25 10:00:00 {}",
    "2025-12-31 10:00:00 -0500 {}",
)


@needs_hugo
@pytest.mark.slow
@pytest.mark.parametrize("zone", ["", "UTC", "Europe/Berlin", "America/New_York", "Asia/Kolkata"])
def test_names_are_read_as_hugo_reads_them(tmp_path: Path, zone: str) -> None:
    dates = [form.format(name) for form in FORMS for name in NAMES]
    files = {
        f"content/p/{number}.md": page_text(title="a", date=quoted(text))
        for number, text in enumerate(dates)
    }
    write_site(tmp_path, f'timeZone = "{zone}"\n' if zone else "", files)
    listed = list_all(tmp_path)
    target = load("hugo", tmp_path)
    for path, text in zip(files, dates, strict=True):
        reading = target.date(scalar(text), "")
        assert reading is not None, text
        assert reading.moment == datetime.fromisoformat(listed[path]["date"]), text


@pytest.mark.parametrize(
    ("zone", "silent", "spoken"),
    [
        ("", "GMT UTC WET", "EST EDT PST CET CEST MSK IST JST +03"),
        ("UTC", "GMT UTC", "EST CET IST CST +03"),
        ("Europe/Berlin", "CET +01 IST", "GMT UTC CEST EST MSK"),
        ("Europe/London", "GMT UTC WET", "CET EST MSK"),
        ("America/New_York", "EST -05", "GMT UTC EDT PST CET IST"),
        ("Asia/Kolkata", "IST", "GMT UTC EST CET MSK"),
        ("Asia/Shanghai", "CST +08", "GMT UTC EST"),
        ("Europe/Moscow", "MSK EAT +03", "GMT UTC CET"),
        ("Australia/Sydney", "EST AEDT EDT", "GMT AEST PST"),
        ("Asia/Manila", "PST", "PDT GMT"),
    ],
)
def test_only_a_name_of_another_zone_is_reported(zone: str, silent: str, spoken: str) -> None:
    known = settings({"select": ["DAT004"]}, site={"timeZone": zone})
    for name in (*silent.split(), *spoken.split()):
        text = f"---\ntitle: A\ndate: Wed, 31 Dec 2025 10:00:00 {name}\n---\nx\n"
        found = engine.check(source(text), "content/a.md", "a.md", known)
        expected = ["error"] if name in spoken.split() else []
        assert [one.severity for one in found] == expected, (zone, name)
