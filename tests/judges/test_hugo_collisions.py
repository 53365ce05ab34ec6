"""The URLs that two pages share, as newslint and the real Hugo see them (`--printPathWarnings`)."""

from __future__ import annotations

import re
from datetime import UTC, datetime
from pathlib import Path

import pytest

from newslint import check_paths
from tests.support.hugo_program import needs_hugo, run_hugo, write_site

pytestmark = [pytest.mark.slow, needs_hugo]

NOW = datetime(2026, 1, 31, 12, tzinfo=UTC)

CONFIG = """
defaultContentLanguage = "en"
[languages.en]
[languages.de]
weight = 2
[permalinks]
dated = "/:year/:month/:slug/"
titled = "/t/:title/"
"""


COLLIDE = {
    "slug": ("content/news/a1.md|slug: one", "content/news/a2.md|slug: One"),
    "slug and name": ("content/news/two.md|", "content/news/b2.md|slug: two"),
    "url": ("content/news/c1.md|url: /three/", "content/blog/c2.md|url: /three"),
    "url and name": ("content/blog/four.md|", "content/news/d2.md|url: /blog/four/"),
    "url with a file": (
        "content/news/e1.md|url: /five/",
        "content/news/e2.md|url: /five/index.html",
    ),
    "bundle": ("content/news/six/index.md|", "content/news/six.md|"),
    "spaces": ("content/news/se ven.md|", "content/news/se-ven.md|"),
    "case of names": ("content/news/Eight.md|", "content/news/g2.md|slug: eight"),
    "permalink of the slug": (
        "content/dated/h1.md|slug: nine\ndate: 2025-01-02",
        "content/dated/h2.md|slug: nine\ndate: 2025-01-30",
    ),
    "permalink of the title": (
        "content/titled/i1.md|title: Ten!",
        "content/titled/i2.md|title: ten",
    ),
    "another language": ("content/news/j1.de.md|slug: elf", "content/news/j2.de.md|slug: elf"),
    "Chinese": ("content/news/l1.md|slug: 海藻", "content/news/l2.md|slug: 海藻"),
    "section": ("content/blog/_index.md|", "content/news/m2.md|url: /blog/"),
    "Turkish": ("content/news/n1.md|slug: istanbul", "content/news/n2.md|slug: ISTANBUL"),
}
"""Two files for one URL, each with what its front matter says besides a title."""

APART = {
    "letters": ("content/news/k1.md|slug: größe", "content/news/k2.md|slug: GRÖSSE-x"),
    "draft": ("content/news/o1.md|slug: o", "content/news/o2.md|slug: o\ndraft: true"),
    "future": ("content/news/p1.md|slug: p", "content/news/p2.md|slug: p\ndate: 2999-01-01"),
    "expired": ("content/news/q1.md|slug: q", "content/news/q2.md|slug: q\nexpiryDate: 2020-01-01"),
    "languages": ("content/news/r1.md|slug: r", "content/news/r2.de.md|slug: r"),
    "part of a bundle": ("content/news/s/index.md|slug: s", "content/news/s/t.md|url: /news/s/"),
    "not rendered": (
        "content/news/u1.md|slug: u",
        "content/news/u2.md|slug: u\nbuild: {render: never}",
    ),
    "months": (
        "content/dated/v1.md|slug: v\ndate: 2025-01-02",
        "content/dated/v2.md|slug: v\ndate: 2025-02-02",
    ),
    "sections": ("content/news/w.md|", "content/blog/w.md|"),
    "below a bundle": ("content/news/x/index.md|", "content/news/x/deep/x.md|url: /news/x/"),
    "other outputs": ("content/news/y1.md|slug: y", "content/news/y2.md|slug: y\noutputs: [json]"),
    "unpublished": (
        "content/news/z1.md|slug: z",
        "content/news/z2.md|slug: z\npublishDate: 2999-01-01",
    ),
}
"""Two files, of which at least one has no page or both have their own."""


def _files() -> dict[str, str]:
    files = {}
    for name, front in (
        file.split("|") for p in (*COLLIDE.values(), *APART.values()) for file in p
    ):
        title = "" if "title:" in front else f"title: Of {name}\n"
        files[name] = f"---\n{title}{front}\n---\nBody.\n"
    return files


def _title(file: str) -> str:
    name, front = file.split("|")
    return front.removeprefix("title: ") if "title:" in front else f"Of {name}"


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("site")
    layouts = {"layouts/all.html": "{{ .Title }}\n", "layouts/all.json": "{}\n"}
    write_site(folder, CONFIG, {**_files(), **layouts})
    return folder


def _reported(site: Path) -> dict[str, str]:
    """Path of an article below the site -> the URL that it shares."""
    return {
        Path(result.path).relative_to(site).as_posix(): one.message.split("`")[1]
        for result in check_paths(site / "content", now=NOW)
        for one in result.diagnostics
        if one.code == "SIT001"
    }


def test_every_collision_loses_a_page(site: Path) -> None:
    done = run_hugo(site)
    assert done.returncode == 0, done.stdout + done.stderr
    written = {path.read_text(encoding="utf-8").strip() for path in site.glob("public/**/*.html")}
    for kind, pair in COLLIDE.items():
        assert len(written & {_title(file) for file in pair}) == 1, kind
    reported = _reported(site)
    files = {file.split("|")[0] for pair in COLLIDE.values() for file in pair}
    assert reported.keys() == files


def test_what_hugo_warns_of_is_reported(site: Path) -> None:
    done = run_hugo(site, "--printPathWarnings")
    found = re.findall(r"(/[^ ,\n]*)index\.html \(\d+\)", done.stdout + done.stderr)
    assert len(found) >= 10
    assert set(found) <= {
        url if url.endswith("/") else f"{url}/" for url in _reported(site).values()
    }


ALIASES = {"/al/b/": "b", "c": "c", "../al/d": "d", "/al/e": "e", "/al/f/index.html": "f"}
"""Alias of `al/a.md` -> the page in `al` that it is the URL of."""

NO_ALIASES = ("/al/G/", "/al/h.html", "i/x", "/l/al/j")


def test_an_alias_at_a_page_is_reported(tmp_path: Path) -> None:
    listed = ", ".join((*ALIASES, *NO_ALIASES))
    files = {f"content/al/{name}.md": f"---\ntitle: Of {name}\n---\n" for name in "bcdefghij"}
    files["content/al/a.md"] = f"---\ntitle: Of a\naliases: [{listed}]\n---\n"
    write_site(tmp_path, CONFIG, {**files, "layouts/all.html": "{{ .Title }}\n"})
    done = run_hugo(tmp_path)
    assert done.returncode == 0, done.stdout + done.stderr
    for name in "bcdefghij":  # where both want one place, now one and now the other is there
        text = (tmp_path / "public" / "al" / name / "index.html").read_text(encoding="utf-8")
        redirect = "https://example.org/al/a/" in text and name in ALIASES.values()
        assert text == f"Of {name}\n" or redirect
    results = check_paths(tmp_path / "content", now=NOW)
    found = [one for result in results for one in result.diagnostics if one.code == "SIT008"]
    assert [one.message.split("`")[1] for one in found] == list(ALIASES)


TERMS = (
    "C++|C|C#|a.b|ab|x!|x|What?|what|R&D|RD|q  r|q r|Müller|Mueller|AT&T|att|c/d|New York|new-york"
)


def test_terms_that_lose_their_page(tmp_path: Path) -> None:
    files = {
        f"content/news/{number}.md": f"---\ntitle: T{number}\ntags: ['{term}']\n---\n"
        for number, term in enumerate(TERMS.split("|"))
    }
    write_site(tmp_path, "", {**files, "layouts/all.html": "{{ .Title }}\n"})
    done = run_hugo(tmp_path, "--printPathWarnings")
    warned = set(re.findall(r"/tags/([^ ,\n]*)/index\.html \(\d+\)", done.stdout + done.stderr))
    results = check_paths(tmp_path / "content", now=NOW)
    found = [one for result in results for one in result.diagnostics if one.code == "SIT002"]
    said = {re.sub(r"\W", "", one.message.split("`")[1]).lower() for one in found}
    assert said == warned == {"x", "what", "rd", "att"}
