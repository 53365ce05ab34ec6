"""Dates in odd forms: which are mere forms to a target, and which others read otherwise."""

from __future__ import annotations

import pytest

from newslint.lint import fix as engine
from tests.support.setting import settings, source


def said(date: str, generator: str = "hugo", dates: str = "rfc3339", zone: str = "") -> list[str]:
    """Codes, and what their fixes would write, safe ones with a star."""
    site = {"timeZone": zone} if zone else {}
    using = settings(
        {"select": ["DAT007", "STY005"], "style": {"dates": dates}}, generator=generator, site=site
    )
    text = f"---\ntitle: A\ndate: {date}\n---\n"
    found = engine.check(source(text), "content/a.md", "a.md", using)
    return [
        f"{one.code} {one.fix.edits[0].edit.text}{'' if one.fix.reason else ' *'}"
        if one.fix
        else one.code
        for one in found
    ]


@pytest.mark.parametrize(
    ("date", "wanted"),
    [
        ("2025-12-31 10:00:00.1234567890 +0200", ["STY005 2025-12-31T10:00:00.1234567890+02:00 *"]),
        ("2025-12-31 10:00:00.100 +0000", ["STY005 2025-12-31T10:00:00.100Z *"]),
        ("Wed, 31 Dec 2025 23:30:00 -0500", ["STY005 2025-12-31T23:30:00-05:00 *"]),
        ("Thu, 31 Dec 2025 23:30:00 -0500", ["DAT007 2025-12-31T23:30:00-05:00"]),
        ("31 Dec 25 10:00 +0100", ["STY005 2025-12-31T10:00:00+01:00 *"]),
        ("31 Dec 55 10:00 +0100", ["DAT007 2055-12-31T10:00:00+01:00"]),
        ("2025-12-31 10:00:00 +0200 UTC", ["DAT007 2025-12-31T10:00:00Z"]),
        ("2025-12-31 10:00:00 +0100 CET", ["STY005 2025-12-31T10:00:00+01:00 *"]),
        ("0001-01-01 00:00:00 +0100", ["STY005 0001-01-01T00:00:00+01:00 *"]),
        ("9999-12-31 23:59:59 -0500", ["STY005 9999-12-31T23:59:59-05:00 *"]),
        ("&a 31 Dec 2025", ["STY005"]),
        ("|\n  31 Dec 2025", []),
        ("2025-12-31 10:00:00", []),
        ("2025-12-31T10:00:00.000Z", []),
        ("2025-12-31T10:00:00-00:00", []),
        ("2025-12-31", []),
        ("20251231", []),
        ("10:00AM", []),
        ("now", []),
    ],
)
def test_in_hugo(date: str, wanted: list[str]) -> None:
    assert said(date) == wanted


@pytest.mark.parametrize(
    ("generator", "date", "wanted"),
    [
        ("jekyll", "01/02/2025", ['DAT007 "2025-02-01"']),
        ("astro", "01/02/2025", ['DAT007 "2025-01-02"']),
        ("jekyll", "31.12.2025", ['STY005 "2025-12-31"']),
        ("astro", "31 Dec 55 10:00 +0100", ['DAT007 "1955-12-31T10:00:00+01:00"']),
        ("jekyll", "2025-12-31 10:00:00 +0200", ["STY005 2025-12-31T10:00:00+02:00"]),
        ("jekyll", "2025-12-31 24:00:00 +0200", []),
        ("generic", "'2025-12-31 10:00:00Z'", ["STY005 '2025-12-31T10:00:00Z'"]),
        ("hexo", "2016-02-19 00:55:35", []),
        ("pelican", "2016-02-19 00:55", []),
    ],
)
def test_elsewhere_nothing_is_safe(generator: str, date: str, wanted: list[str]) -> None:
    assert said(date, generator) == wanted


@pytest.mark.parametrize(
    ("date", "zone", "wanted"),
    [
        ("2025-12-31T00:00:00Z", "", ["STY005 2025-12-31"]),
        ("2025-12-31T00:00:00Z", "Europe/Berlin", []),
        ("2025-12-31 00:00:00", "Europe/Berlin", ["STY005 2025-12-31"]),
        ("2025-12-31T00:00:01Z", "", []),
        ("2025-12-31 10:00:00 +0000", "", ["STY005 2025-12-31T10:00:00Z *"]),
        ("31 Dec 2025", "", ["STY005 2025-12-31 *"]),
    ],
)
def test_days(date: str, zone: str, wanted: list[str]) -> None:
    assert said(date, dates="date", zone=zone) == wanted


def test_any_form() -> None:
    assert said("31 Dec 2025", dates="keep") == []
