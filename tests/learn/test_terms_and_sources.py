"""What `newslint init` says of terms, of publications and of days: made sites, exact lines."""

from __future__ import annotations

import tomllib
from pathlib import Path
from typing import Any

import pytest

from newslint.learn.sources import PLACEHOLDER
from tests.learn.test_init import HUGO, learned, site
from tests.support.command import newslint

TERMS = ("accessibility", "analytics", "budget", "design", "mobile", "open data", "privacy")


def write(folder: Path, number: int, front: str) -> None:
    path = folder / "content" / f"a{number:04d}.md"
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(f"---\ntitle: Story {number}\n{front}---\nText {number}.\n", encoding="utf-8")


def switched_on(text: str) -> str:
    """The file with what it offers for the vocabulary."""
    start = text.index("# [rules.TAG007]")
    lines = [one.removeprefix("# ") for one in text[start:].split("\n")]
    return text[:start].replace("# extend-select", "extend-select") + "\n".join(lines)


def topical(folder: Path, key: str = "topics", odd: str = "Open-Data", config: str = "") -> Path:
    """Articles with a few terms each, of which one is spelt in two ways and one was used once."""
    if config:
        (folder / "hugo.toml").write_text(config)
    for number in range(120):
        terms = [TERMS[(number + n) % len(TERMS)] for n in range(1 + number % 3)]
        if number == 7:
            terms = [odd, "records"]
        write(folder, number, f"{key}:\n" + "".join(f"- {term}\n" for term in terms))
    return folder


def test_a_closed_list_of_terms_is_offered(tmp_path: Path) -> None:
    text = learned(topical(tmp_path)).text
    data = tomllib.loads(text)
    assert data["fields"]["tags"]["key"] == "topics"
    assert "extend-select" not in data
    offered = tomllib.loads(switched_on(text))
    assert offered["extend-select"] == ["TAG007"]
    assert offered["rules"]["TAG007"] == {
        "vocabulary": {"terms": list(TERMS), "aliases": {"Open-Data": "open data"}}
    }
    assert "7 terms in 240 places, 1 more used once" in text


def test_what_it_offers_finds_the_odd_ones(tmp_path: Path) -> None:
    text = learned(topical(tmp_path, key="tags", config=HUGO)).text
    (tmp_path / "newslint.toml").write_text(switched_on(text), encoding="utf-8")
    found = newslint("check", "--select", "TAG007", "--output-format", "concise", folder=tmp_path)
    lines = found.out.splitlines()[:-1]
    assert [line.partition("TAG007 ")[2] for line in lines] == [
        "term `Open-Data` in tags is not the form in the vocabulary; use `open data` [-]",
        "term `records` in tags is not in the vocabulary; use a term from it",
    ]


@pytest.mark.parametrize("kind", ["open", "few", "words"])
def test_terms_that_are_no_list_are_not_offered(tmp_path: Path, kind: str) -> None:
    for number in range(60):
        terms = {
            "open": [f"term {number}", f"term {number // 2}"],
            "few": ["news", "sport"],
            "words": ["story", f"{number}"],
        }[kind]
        write(tmp_path, number, "tags:\n" + "".join(f"- '{term}'\n" for term in terms))
    assert "TAG007" not in learned(tmp_path).text


def test_noise_is_no_vocabulary_and_no_habit(tmp_path: Path) -> None:
    """Words of the title as tags, all over a site: neither a list of terms nor meant so."""
    words = ("river", "bridge", "council", "school", "budget", "vote", "harbour")
    folder = tmp_path / "content"
    folder.mkdir()
    (tmp_path / "hugo.toml").write_text(HUGO)
    for number in range(80):
        mine = [words[(number + n) % len(words)] for n in range(4)]
        tags = "".join(f"- {word}\n" for word in mine)
        (folder / f"{number}.md").write_text(
            f"---\ntitle: {' '.join(mine)} {number}\ndate: 2025-01-02T10:00:00Z\n"
            f"link: https://p{number % 5}.example.org/{number}\nsource: The Paper\n"
            f"tags:\n{tags}---\nText {number}.\n"
        )
    made = learned(tmp_path)
    assert "TAG007" not in made.text
    assert "TAG006" not in made.draft.data().get("ignore", [])
    assert "# ignore = [" in made.text


def test_names_of_publications(tmp_path: Path) -> None:
    """What nearly all articles say of a host; what is known without a config is not repeated."""
    sources = {
        "alpha.example": ["The Alpha"] * 9 + ["https://alpha.example/feed.xml"],
        "beta.example": ["Beta", "Beta", "Gamma"],
        "www.delta.example": ["delta.example"] * 9,
        "www.foxnews.com": ["Fox News"] * 9,
        "epsilon.example": ["https://epsilon.example/rss.xml"] * 9,
    }
    number = 0
    for host, names in sources.items():
        for name in names:
            number += 1
            write(
                tmp_path,
                number,
                f"date: 2025-01-02T10:00:00Z\norigin: https://{host}/{number}\nsource: '{name}'\n",
            )
    text = learned(tmp_path).text
    data: dict[str, Any] = tomllib.loads(text)
    assert data["preset"] == "news"
    assert data["fields"]["link"]["key"] == "origin"
    assert data["sources"] == {"alpha.example": "The Alpha"}
    assert f'# "epsilon.example" = "{PLACEHOLDER}"  # the source of 9 articles is this feed' in text


def test_a_site_without_news_has_no_sources(tmp_path: Path) -> None:
    for number in range(40):
        write(tmp_path, number, "source: The Alpha\n")
    assert "sources" not in learned(tmp_path).text


def test_days_and_lists_of_texts(tmp_path: Path) -> None:
    for number in range(40):
        day = f"2025-0{1 + number % 9}-1{number % 10}"
        write(
            tmp_path,
            number,
            f"date: {day}\ntags: [a{number}]\n"
            f"ends: {day if number % 2 else day + ' 15:00:00 -0500'}\n"
            f"people:\n- Person {number}\n- Person {number + 1}\nsizes: [{number}, 2]\n",
        )
    fields = tomllib.loads(learned(tmp_path).text)["fields"]
    assert fields["ends"] == {"type": "date", "required": True}
    assert fields["people"] == {"type": "strings", "required": True}
    assert fields["sizes"] == {"type": "list", "required": True}


def test_one_article_with_categories_does_not_hide_the_tags(tmp_path: Path) -> None:
    topical(tmp_path)
    write(tmp_path, 500, "categories: [news]\n")
    assert tomllib.loads(learned(tmp_path).text)["fields"]["tags"]["key"] == "topics"


def test_the_learned_file_is_read_without_a_notice(tmp_path: Path) -> None:
    folder = site(tmp_path)
    newslint("init", folder=folder)
    done = newslint("config", folder=folder)
    assert (done.code, done.err) == (0, "")
