"""The form in which a house writes its authors, slugs and pictures is a habit; what harms an
article is none, however many do it."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from tests.site.test_habits import article, found, site, some
from tests.support.quick import one_in

DAY = "date: 2025-12-30T10:00:00Z\n"
HABITS = [
    ("SRC004", "author: By Ana Pérez\n"),
    ("SRC004", "author: desk@example.org\n"),
    ("SRC004", "author: Ayşe Yılmaz <ayse@example.org>\n"),
    ("SLG002", "slug: flood-{n}.html\n"),
    ("SLG003", "slug: Überschwemmung im Tal {n}\n"),
    ("IMG001", "image: http://img.example.org/{n}.jpg\n"),
]
HARM = [
    ("SRC004", "author: By Ana Pérez\nlink: https://example.org/{n}\n"),
    ("SRC004", "author: desk@example.org (Ana Pérez)\n"),
    ("SRC004", "author: \"['Ana', 'Bo']\"\n"),
    ("SRC004", "author: Array\n"),
    ("SLG002", "slug: ../flood-{n}\n"),
    ("IMG001", "image: n/a\n"),
    ("IMG001", "image: /img/{n}.jpg)\n"),
    ("IMG001", "image: https://pixel.example.org/p?x={n}\n"),
]
PLAIN = "author: Ana Pérez\nslug: flood-in-the-valley-{n}\nimage: /img/{n}.jpg\n"


def numbered(count: int, front: str, *, at: int = 0) -> dict[str, str]:
    """Articles with this front matter, in which `{n}` is the number of each."""
    return {
        f"news/a{n}.md": article(n, DAY + front.replace("{n}", str(n)))
        for n in range(at, at + count)
    }


def of(root: Path, code: str, articles: dict[str, str]) -> list[dict[str, Any]]:
    """What a rule finds in them."""
    return [one for one in found(site(root, articles)) if one["code"] == code]


@pytest.mark.parametrize(("code", "front"), one_in(2, HABITS))
def test_a_form_of_the_house_is_a_habit(tmp_path: Path, code: str, front: str) -> None:
    reports = of(tmp_path, code, numbered(25, front) | numbered(6, PLAIN, at=100))
    assert [(one["count"], one["habit"], one["severity"]) for one in reports] == [
        (25, True, "info")
    ]


@pytest.mark.parametrize(("code", "front"), one_in(2, HABITS))
def test_a_form_of_some_is_none(tmp_path: Path, code: str, front: str) -> None:
    reports = of(tmp_path, code, numbered(25, front) | numbered(7, PLAIN, at=100))
    assert len(reports) == 25
    assert all("count" not in one for one in reports)


@pytest.mark.parametrize(("code", "front"), one_in(2, HARM))
def test_what_harms_each_article_is_no_habit(tmp_path: Path, code: str, front: str) -> None:
    reports = of(tmp_path, code, numbered(25, front))
    assert [(one["count"], one["habit"], one["severity"]) for one in reports] == [
        (25, False, "warning")
    ]


def test_another_form_stands_for_itself(tmp_path: Path) -> None:
    """Where the house writes `By`, the one author that a feed wrote is still reported."""
    one = {"news/b.md": article(1, DAY + "author: desk@example.org (Ana Pérez)\n")}
    reports = of(tmp_path, "SRC004", numbered(25, "author: By Ana Pérez\n") | one)
    assert [report.get("count", 1) for report in reports] == [25, 1]
    assert reports[1]["severity"] == "warning"
    assert reports[1]["filename"] == "content/news/b.md"


def test_an_option_that_asks_for_slugs_is_no_habit(tmp_path: Path) -> None:
    articles = some(25, DAY + "slug: hochwasser_im_tal\n")
    config = "[rules.SLG003]\nhyphens = true\n"
    reports = [one for one in found(site(tmp_path, articles, config)) if one["code"] == "SLG003"]
    assert [(one["habit"], one["severity"]) for one in reports] == [(False, "warning")]
