"""What is right in one generator, and how severe the rest is.

Each case is a front matter or a whole text; what is asked is which rules speak and how loudly.
"""

from __future__ import annotations

import pytest

from newslint.lint import fix as engine
from tests.support.setting import settings, source

LONG = "Ein langer Satz, der fast so lang ist wie die Breite, bei der gefaltet wird"


def said(
    text: str, codes: str, target: str = "hugo", path: str = "content/news/a.md"
) -> list[tuple[str, str]]:
    """Code and severity of what rules of these codes find."""
    set_up = settings({"select": codes.split()}, generator=target)
    found = engine.check(source(text), path, "a.md", set_up)
    return [(one.code, one.severity) for one in found]


def front(lines: str) -> str:
    return f"---\n{lines}\n---\nText.\n"


@pytest.mark.parametrize(
    "lines",
    [
        f"description: {LONG}\n  - und danach weitergeht",
        f"note: {LONG}\n  - и дальше",
        f"abstract: {LONG}\n  - one\n  - two",
        "description: Anna\n  - Bob",
        "title: Spider-Man\n  - the film",
        f"tags:\n  - {LONG}\n    - and more\n  - b",
        f"summary: {LONG[:60]}\n    - {LONG}\n    - 完",
    ],
)
def test_a_text_that_a_writer_folded_before_a_dash(lines: str) -> None:
    assert said(front(lines), "FMT012") == []


@pytest.mark.parametrize(
    "lines",
    [
        "tags: a\n  - b\n  - c",
        "categories: Новости\n  - Спорт",
        "authors: Ann Lee\n  - Bo Kim\n  - 김민수",
        "tags:\n - a\n  - b",
        "people:\n  - 山田\n    - 鈴木",
    ],
)
def test_items_that_became_one_text(lines: str) -> None:
    assert [code for code, _ in said(front(lines), "FMT012")] == ["FMT012"]


@pytest.mark.parametrize(
    ("target", "text", "path", "severity"),
    [
        ("hugo", "", "content/news/_index.md", None),
        ("hugo", "Text.\n", "content/fr/news/_index.fr.md", None),
        ("hugo", "", "content/news/a.md", "error"),
        ("hugo", "<p>Text.</p>\n", "content/a.html", "error"),
        ("jekyll", "<p>Text.</p>\n", "about/a.html", None),
        ("eleventy", "<p>Text.</p>\n", "about/a.html", None),
        ("zola", "<html></html>\n", "content/a/b.html", None),
        ("zola", "", "content/a/_index.md", "error"),
        ("eleventy", "# Text\n", "posts/a.md", "warning"),
        ("eleventy", "—\ntitle: A\n—\n", "posts/a.md", "error"),
        ("generic", "# Text\n", "a.md", "warning"),
        ("generic", "title: A\n---\nText.\n", "a.md", "warning"),
        ("generic", "<!-- x -->\n---\ntitle: A\n---\n", "a.md", "error"),
        ("astro", "Text.\n---\ntitle: A\n---\n", "src/content/a.md", "error"),
        ("jekyll", "# Text\n", "_posts/2025-12-31-a.md", "error"),
    ],
)
def test_where_front_matter_is_missing(
    target: str, text: str, path: str, severity: str | None
) -> None:
    assert said(text, "FMT001", target, path) == ([("FMT001", severity)] if severity else [])


@pytest.mark.parametrize(
    ("text", "target", "severity"),
    [
        ("----\ntitle: A\n----\nText.\n", "generic", "warning"),
        ('---json\n{"title": "A"}\n---\nText.\n', "generic", "warning"),
        ("---\ntitle: A\n...\nText.\n", "generic", "warning"),
        ('---json\n{"title": "A"}\n---\nText.\n', "hugo", "error"),
        ("\ufeff---\ntitle: A\n---\nText.\n", "hugo", "info"),
        ("\ufeff---\ntitle: A\n---\nText.\n", "generic", "info"),
        ("\ufeff---\ntitle: A\n---\nText.\n", "zola", "info"),
        ("---\ntitle: A\n--- \nText.\n", "eleventy", "info"),
        ("---\ntitle: A\n--- \nText.\n", "generic", "info"),
    ],
)
def test_how_severe_a_delimiter_is(text: str, target: str, severity: str) -> None:
    set_up = settings({"preset": "news", "select": ["FMT003"]}, generator=target)
    found = engine.check(source(text), "content/news/a.md", "a.md", set_up)
    assert {one.severity for one in found} == {severity}
    if severity == "info" and target != "generic":
        assert said(text, "FMT003", target) == []  # it harms nothing there


@pytest.mark.parametrize(
    "text",
    [
        front("title: CafÃ© crÃ¨me").replace("Text.", "Only ASCII."),
        front("title: CafÃ©\nsummary: TrÃ¨s bien").replace("Text.", "x"),
        front("title: CafÃ© crÃ¨me").replace("Text.", "Un café."),
        front('title: \'{"a": "Ð’Ð¾Ð´Ð°"}\''),
    ],
)
def test_a_garbled_value_is_not_a_garbled_file(text: str) -> None:
    assert {code for code, _ in said(text, "FMT004 TXT004")} <= {"TXT004"}


def test_a_garbled_file_is_said_once() -> None:
    text = front("title: CafÃ© crÃ¨me").replace("Text.", "TrÃ¨s bien.")
    assert said(text, "FMT004 TXT004") == [("FMT004", "error")]


@pytest.mark.parametrize(
    ("target", "lines", "found"),
    [
        ("zola", "publish: false", True),
        ("zola", "published: 'No'", True),
        ("zola", "extra: {status: draft}", False),
        ("hugo", "Post_Status: private", True),
        ("hugo", "drfat: true", True),
        ("hugo", "dratf: false", False),
        ("hugo", "status: 'Draft'\ndraft: true", False),
        ("hugo", "status: черновик", True),
        ("hugo", "status: [draft]", False),
        ("hexo", "isDraft: yes", True),
        ("hexo", "draft: true\npublished: false", False),
        ("jekyll", "draft: false", False),
        ("pelican", "draft: true", True),
        ("pelican", "status: draft", False),
        ("astro", "status: draft", False),
        ("eleventy", "draft: true", False),
    ],
)
def test_a_draft_by_another_key(target: str, lines: str, found: bool) -> None:
    path = "_posts/2025-12-31-a.md" if target == "jekyll" else "content/a.md"
    expected = [("SCH010", "warning")] if found else []
    assert said(front(lines), "SCH010", target, path) == expected


@pytest.mark.parametrize(
    ("body", "found"),
    [
        ("---\ndraft: true\n---\n", True),
        ("\n\n---\r\ndate: 2025-01-01\r\nx: y\r\n---\r\nText.\r\n", True),
        ("---\ntitle: Новости\ntags:\n- a\n- b\n# c\n---\n", True),
        ("+++\ndraft = true\n+++\n", True),
        ("---\n---\n", False),
        ("---\nHinweis: heute\n---\n", False),
        ("---\ntitle: only a line\n---\n", False),
        ("---\n> date: 2025-01-01\n> draft: true\n---\n", False),
        ("***\ntitle: A\ndate: 2025-01-01\n***\n", False),
        ("Text\n---\ndraft: true\n---\n", False),
        ("---\ndraft: true\nThat is what they wrote.\n---\n", False),
        ("```\n---\ndraft: true\n---\n```\n", False),
    ],
)
def test_a_second_block_in_the_body(body: str, found: bool) -> None:
    expected = [("FMT019", "error")] if found else []
    assert said(f"---\ntitle: A\n---\n{body}", "FMT019", "jekyll") == expected


@pytest.mark.parametrize(
    ("front_matter", "path", "codes"),
    [
        ('title = "A"\nweight = -1', "content/a.md", ["SCH007"]),
        ('title = "A"\nauthors = "Ann"', "content/a.md", ["SCH007"]),
        ('title = "A"\naliases = ["a", 5]', "content/a.md", ["SCH007"]),
        ('title = "A"\nweight = "heavy"', "content/a.md", ["SCH004"]),
        ('title = "A"\ndraft = "true"', "content/a.md", ["SCH005"]),
        ('title = "A"\nimage = "x"\nweight = 0', "content/a.md", []),
        ('title = "A"\nimage = "x"', "content/a/_index.md", ["SCH007"]),
        ('title = "A"\nupdated = 2025-01-01', "content/a/_index.de.md", ["SCH007"]),
        ('title = "A"\ngenerate_feed = true\nsort_by = "date"', "content/_index.md", []),
        ('title = "A"\npaginate_by = "5"', "content/_index.md", ["SCH007"]),
        ('title = "A"\n[taxonomies]\nanything = ["x"]', "content/a.md", []),
    ],
)
def test_types_that_zola_stops_without(front_matter: str, path: str, codes: list[str]) -> None:
    text = f"+++\n{front_matter}\n+++\nText.\n"
    expected = [(code, "error") for code in codes]
    assert said(text, "SCH004 SCH005 SCH007", "zola", path) == expected


@pytest.mark.parametrize(
    ("target", "value", "severity"),
    [
        ("hugo", "yes", "error"),
        ("hugo", "'true'", None),
        ("hugo", "'false'", None),
        ("hugo", "no", None),
        ("hugo", "null", None),
        ("hugo", "", None),
        ("astro", "'true'", "error"),
        ("zola", "'false'", "error"),
        ("jekyll", "yes please", "warning"),
        ("generic", "'true'", "warning"),
        ("generic", "ja", "warning"),
    ],
)
def test_how_severe_a_draft_is(target: str, value: str, severity: str | None) -> None:
    expected = [("SCH005", severity)] if severity else []
    assert said(front(f"draft: {value}"), "SCH005", target) == expected
