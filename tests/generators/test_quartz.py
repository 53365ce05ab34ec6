"""Quartz: notes as a site, whose dates are what JavaScript reads."""

from __future__ import annotations

from pathlib import Path

import pytest

from newslint import generators
from newslint.text.dates import rfc3339
from tests.support.hugo_program import scalar
from tests.support.site_folder import codes, found, found_in, generator_at, make, page

NAME = "quartz"
SITE = {"quartz.config.ts": "export default {}\n"}
ARTICLES = {
    "content/index.md": """\
---
title: Willkommen
---

Hallo.
""",
    "content/pflanzen/efeu.md": """\
---
tags: Garten, Efeu
draft: "true"
created: 2024-03-05
modified: 2024-03-06T10:00
aliases: [Hedera]
publish: true
permalink: /efeu
enableToc: false
---
[[Garten]] ist grün.
""",
    "content/猫.md": """\
只有正文。
""",
}


@pytest.mark.parametrize("path", ARTICLES)
def test_nothing_is_said_of_what_is_right(path: str, tmp_path: Path) -> None:
    assert found_in(make(tmp_path, SITE), path, ARTICLES[path]) == []


@pytest.mark.parametrize("path", ARTICLES)
def test_nothing_is_an_error_where_no_generator_is_known(path: str) -> None:
    errors = [one for one in found("generic", path, ARTICLES[path]) if one.severity == "error"]
    assert errors == []


def test_it_is_told_by_its_config(tmp_path: Path) -> None:
    make(tmp_path, SITE)
    assert generator_at(tmp_path / "deep/er").name == NAME


@pytest.mark.parametrize(
    ("front", "said"),
    [
        ("date: 3 พฤษภาคม 2024", "error DAT001"),
        ("created: tomorrow", "error DAT001"),
        ("draft: yes", "error SCH005"),
        ("title: a: b", "error FMT008"),
    ],
)
def test_faults_are_found(front: str, said: str) -> None:
    assert codes(found(NAME, "content/a.md", page(front))) == [said]


def test_a_date_is_a_text() -> None:
    made = generators.load(NAME)
    assert made.kind("2024-03-05") == "string"
    reading = made.date(scalar("2024-03-05", plain=True, target=made), "")
    assert reading is not None
    assert rfc3339(reading) == "2024-03-05T00:00:00Z"
