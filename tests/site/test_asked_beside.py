"""What is found only beside another field is counted among the articles that have both."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from tests.site.test_habits import article, check, entries, found, site, some

LINK = "date: 2025-12-30T10:00:00Z\nlink: https://example.org/a\n"
OWN = "date: 2025-12-30T10:00:00Z\n"
SAME = OWN + "description: The river rose.\nsummary: The river rose.\n"
OTHER = OWN + "description: The river rose.\nsummary: By two metres in a night.\n"


def without_body(articles: dict[str, str]) -> dict[str, str]:
    """The same articles, of which the front matter alone is left."""
    return {name: text.replace("Text.\n", "") for name, text in articles.items()}


@pytest.mark.parametrize(("same", "others", "said"), [(20, 5, 1), (20, 6, 0), (19, 0, 0)])
def test_a_pair_is_counted_where_both_are(
    tmp_path: Path, same: int, others: int, said: int
) -> None:
    """Articles with a summary alone have nothing to repeat, however many there are."""
    alone = some(40, OWN + "summary: The river rose again.\n", at=200)
    articles = some(same, SAME) | some(others, OTHER, at=100) | alone
    done = check(site(tmp_path, articles), "--select", "TXT009")
    assert len(entries(done)) == said
    assert done.out.count("summary repeats the description") == (1 if said else same)


def test_pairs_are_counted_apart(tmp_path: Path) -> None:
    """The one article whose description is its title stands for itself."""
    titled = article(300, OWN + "description: Flood in the valley 300\n")
    done = check(site(tmp_path, some(25, SAME) | {"news/b.md": titled}), "--select", "TXT009")
    assert len(entries(done)) == 1
    assert "content/news/b.md:4:14: info TXT009 description repeats the title" in done.out


def one_of(root: Path) -> list[dict[str, Any]]:
    """What is found of empty bodies."""
    return [one for one in found(root) if one["code"] == "BDY003"]


def test_pointers_are_counted_among_those_with_a_link(tmp_path: Path) -> None:
    """Most articles of the site have a body; of those with a link none has."""
    articles = without_body(some(25, LINK)) | some(80, OWN, at=100)
    reports = one_of(site(tmp_path, articles))
    assert [(one["count"], one["habit"], one["severity"]) for one in reports] == [
        (25, True, "info")
    ]


def test_a_lost_body_without_a_link_is_no_pointer(tmp_path: Path) -> None:
    """Where pointers are said once, the article without a link and without a text is not."""
    lost = without_body({"news/lost.md": article(500, OWN)})
    articles = without_body(some(25, LINK)) | some(80, OWN, at=100) | lost
    reports = one_of(site(tmp_path, articles))
    assert [one.get("count", 1) for one in reports] == [25, 1]
    assert (reports[1]["filename"], reports[1]["severity"]) == ("content/news/lost.md", "warning")


def test_bodies_lost_by_a_script_stay(tmp_path: Path) -> None:
    """A third of the articles with a link have no body: no habit."""
    articles = without_body(some(25, LINK)) | some(50, LINK, at=100)
    assert len(one_of(site(tmp_path, articles))) == 25


@pytest.mark.parametrize(
    ("code", "front"),
    [
        ("SRC003", "link: https://www.lemonde.fr/{n}\n"),
        ("LNK001", "source: Le Monde\n"),
        ("SRC002", "source: elpais.com\nlink: https://www.lemonde.fr/{n}\n"),
    ],
)
def test_articles_without_the_other_field_are_not_asked(
    tmp_path: Path, code: str, front: str
) -> None:
    """Of the few articles that come from elsewhere all lack it."""
    elsewhere = {f"news/a{n}.md": article(n, OWN + front.replace("{n}", str(n))) for n in range(25)}
    own = some(80, OWN, at=100)
    reports = [one for one in found(site(tmp_path, elsewhere | own)) if one["code"] == code]
    assert [one.get("count") for one in reports] == [25]
