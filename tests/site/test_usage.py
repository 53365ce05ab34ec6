"""What most articles of a site do is expected of each, and what a script does to all is seen."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.support.command import Done, newslint
from tests.support.site_folder import make

TIME = "date: 2025-12-30T10:00:00Z\nauthor: Ada\n"


def some(count: int, front: str, *, at: int = 0, folder: str = "news") -> dict[str, str]:
    """Name -> text of several articles; `{n}` in the front matter is the number of each."""
    text = "---\ntitle: Flood in the valley {n}\n" + front + "---\nText.\n"
    return {f"{folder}/a{n:03}.md": text.replace("{n}", str(n)) for n in range(at, at + count)}


def site(root: Path, articles: dict[str, str], config: str = "") -> Path:
    """A Hugo site with these articles below `content`."""
    below = {f"content/{name}": text for name, text in articles.items()}
    return make(root, {"hugo.toml": "", **below, **({"newslint.toml": config} if config else {})})


def check(root: Path, *more: str) -> Done:
    """A run of the news preset over the site; each finding stands for itself."""
    words = ("--preset", "news", "--now", "2026-01-31", "--no-habits", *(more or (".",)))
    return newslint("check", *words, folder=root)


LINK = f"link: https://example.com/{{n}}\n{TIME}"
MISSING = "SCH001 link is missing, which most articles of the site have; add it with a value"


@pytest.mark.parametrize(
    ("have", "lack", "said"), [(15, 15, 15), (14, 16, 0), (10, 9, 0), (30, 4, 4)]
)
def test_a_field_is_expected_where_half_have_it(
    tmp_path: Path, have: int, lack: int, said: int
) -> None:
    done = check(site(tmp_path, some(have, LINK) | some(lack, TIME, at=50)))
    assert done.out.count(MISSING) == said


@pytest.mark.parametrize(("have", "code"), [(16, 1), (15, 0)])
def test_it_is_a_warning_where_four_in_five_have_it(tmp_path: Path, have: int, code: int) -> None:
    done = check(site(tmp_path, some(have, LINK) | some(20 - have, TIME, at=50)))
    assert (done.code, done.out.count(MISSING)) == (code, 20 - have)


def test_the_other_presets_expect_a_title_alone(tmp_path: Path) -> None:
    root = site(tmp_path, some(30, LINK) | some(4, TIME, at=50))
    assert "link is missing" not in newslint("check", ".", folder=root).out


@pytest.mark.parametrize(("folder", "said"), [("news", 20), ("pages", 0)])
def test_a_section_may_do_without_it(tmp_path: Path, folder: str, said: int) -> None:
    root = site(tmp_path, some(30, LINK) | some(20, TIME, at=50, folder=folder))
    assert check(root).out.count(MISSING) == said


def test_section_pages_are_no_articles(tmp_path: Path) -> None:
    pages = {f"s{n}/_index.md": "---\ntitle: 新闻\n---\n" for n in range(40)}
    done = check(site(tmp_path, some(20, LINK) | some(5, TIME, at=50) | pages))
    assert done.out.count(MISSING) == 5
    assert "_index" not in done.out


def test_what_the_site_supplies_is_there(tmp_path: Path) -> None:
    root = site(tmp_path, some(30, LINK) | some(5, TIME, at=50))
    (root / "hugo.toml").write_text("cascade.params.link = 'https://example.com'\n", "utf-8")
    assert "link is missing" not in check(root).out


@pytest.mark.parametrize("said", ["true", "false"])
def test_the_config_has_the_last_word(tmp_path: Path, said: str) -> None:
    root = site(
        tmp_path,
        some(30, LINK) | some(4, TIME, at=50),
        f"[fields.link]\nrequired = {said}\n",
    )
    done = check(root)
    assert MISSING not in done.out
    assert done.out.count("link is missing but required") == (4 if said == "true" else 0)


def test_other_fields_can_be_named(tmp_path: Path) -> None:
    root = site(tmp_path, some(30, LINK) | some(4, LINK.replace("author: Ada\n", ""), at=50))
    assert "author is missing" not in check(root).out
    (root / "newslint.toml").write_text('[rules.SCH001]\nusual = ["author"]\n', "utf-8")
    assert check(root).out.count("SCH001 author is missing") == 4


def test_of_files_that_are_named_it_is_known(tmp_path: Path) -> None:
    root = site(tmp_path, some(30, LINK) | some(4, TIME, at=50))
    assert "link is missing" in check(root, "content/news/a050.md").out
    assert "link is missing" not in check(root, "--no-site", "content/news/a050.md").out
    assert "link is missing" not in check(root, "--no-site", ".").out


def test_a_comment_silences_what_most_have(tmp_path: Path) -> None:
    quiet = f"{TIME}# newslint: ignore-file[SCH001]\n"
    done = check(site(tmp_path, some(30, LINK) | some(4, quiet, at=50)))
    assert (done.code, done.out) == (0, "34 files checked, no problems.\n")


CUT = "description: 'Article {n} is on the flood, and the river is rising@'\n" + LINK


def cut(count: int, dots: str = "...", at: int = 100) -> dict[str, str]:
    return some(count, CUT.replace("@", dots), at=at)


@pytest.mark.parametrize(("count", "said"), [(20, 20), (19, 0)])
@pytest.mark.parametrize("dots", ["...", "…", " …"])
def test_texts_of_one_length_were_cut_by_a_script(
    tmp_path: Path, dots: str, count: int, said: int
) -> None:
    out = check(site(tmp_path, cut(count, dots))).out
    assert out.count("TXT012 description is cut off at") == said


def test_chance_gives_texts_one_length_too(tmp_path: Path) -> None:
    """Twenty of ninety, with seventy of other lengths: nobody cut them."""
    others: dict[str, str] = {}
    for n in range(70):
        more = some(1, CUT.replace("@", "x" * (n + 1) + "..."), at=200 + n)
        others |= more
    assert "TXT012" not in check(site(tmp_path, cut(20) | others)).out


def test_whole_sentences_of_one_length_are_none(tmp_path: Path) -> None:
    assert "TXT012" not in check(site(tmp_path, cut(40, "."))).out


TAGS = f"tags: [flood, valley, rising]\n{LINK}"


def titled(count: int, at: int = 0) -> dict[str, str]:
    articles = some(count, f"tags: [flood, valley, the-{{n}}]\n{LINK}", at=at)
    return {name: text.replace("valley ", "valley the-") for name, text in articles.items()}


@pytest.mark.parametrize(
    ("cut_lists", "chosen", "said"), [(20, 5, 20), (20, 6, 0), (19, 0, 0), (40, 10, 40)]
)
def test_tags_cut_from_titles_all_over_a_site(
    tmp_path: Path, cut_lists: int, chosen: int, said: int
) -> None:
    out = check(site(tmp_path, titled(cut_lists) | some(chosen, TAGS, at=500))).out
    assert out.count("TAG006 tags has only words of the title, as most lists of the site") == said


@pytest.mark.slow
def test_workers_find_the_same(tmp_path: Path) -> None:
    root = site(tmp_path, titled(20) | cut(25) | some(4, TIME, at=300))
    one, two = (newslint("check", "--preset", "news", "-j", n, ".", folder=root) for n in "12")
    assert one == two
    assert all(code in one.out for code in ("TAG006", "TXT012", "SCH001"))


def test_a_language_may_do_without_it(tmp_path: Path) -> None:
    """It is a habit of the language, and the line that settles it ignores no missing title."""
    other = {name.replace(".md", ".fa.md"): text for name, text in some(20, TIME, at=50).items()}
    root = site(tmp_path, some(30, LINK) | other)
    (root / "hugo.toml").write_text("[languages.en]\n[languages.fa]\n", "utf-8")
    done = newslint("check", "--preset", "news", ".", folder=root)
    assert done.out.startswith("language fa: 20 of 20 articles: SCH001 link is missing")
    assert "set `fields.link.required = false` in newslint.toml" in done.out
    (root / "newslint.toml").write_text("fields.link.required = false\n", "utf-8")
    assert "SCH001" not in newslint("check", "--preset", "news", ".", folder=root).out
