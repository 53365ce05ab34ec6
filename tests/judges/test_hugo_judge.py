"""The real Hugo as judge: safe fixes move no page, no URL, no date, no draft and no term.

Every site is built before and after. An article at which Hugo stops is left out of both, and must
build once it is mended.
"""

from __future__ import annotations

import json
import re
from collections.abc import Mapping
from pathlib import Path
from typing import Any

import pytest

from newslint import registry
from newslint.rule import Example
from tests.support.command import CORPORA, ROOT, copy, newslint, tree
from tests.support.hugo_program import needs_hugo
from tests.support.hugo_site import Built, RefusedError, build, facts, refused

pytestmark = [pytest.mark.slow, needs_hugo]

NEWSROOM = ROOT / "examples" / "newsroom"

STOPS_HUGO = frozenset(("DAT001", "FMT002", "FMT003", "FMT006", "FMT013"))
"""While one of these is left in an article, it is no wonder that Hugo refuses it."""


SAFE_EXAMPLES = [
    pytest.param(rule.code, example, id=f"{rule.code}-{number}")
    for rule in registry.all_rules()
    for number, example in enumerate(rule.examples, 1)
    if example.target == "hugo" and example.after is not None and not example.unsafe
]


def _config(site: Mapping[str, Any] | None) -> str:
    """A site's config as JSON, for an example; `None` stands for a config that nobody has read."""
    return json.dumps({"baseURL": "https://example.org/", **(site or {})}, ensure_ascii=False)


@pytest.mark.parametrize(("code", "example"), SAFE_EXAMPLES)
def test_the_examples_of_the_rules(code: str, example: Example, tmp_path: Path) -> None:
    assert example.after is not None
    (tmp_path / "hugo.json").write_text(_config(example.site), encoding="utf-8")
    path = tmp_path / example.path
    path.parent.mkdir(parents=True)
    path.write_text(example.before, encoding="utf-8", newline="")
    before = _built(tmp_path, example.path)
    path.write_text(example.after, encoding="utf-8", newline="")
    if before is not None:
        assert build(tmp_path) == before
    elif code in STOPS_HUGO:
        assert set(build(tmp_path).listed) == {example.path}


def _built(folder: Path, path: str) -> Built | None:
    """The site of one article; None where Hugo refuses that."""
    try:
        return build(folder)
    except RefusedError as error:
        if error.paths != {path}:
            raise
        return None


# Values that trigger the safe fixes, each with what could go wrong beside it. The lists have
# different lengths, so that a value meets others in every article.

TITLES = (
    "'Fl\u00f3d  in the  valley '",
    '"Tom &amp; Jerry\u2019s caf\u00e9"',
    "Стройка моста  завершена",
    '" \u00c7ok \u0130stanbul  haberi"',
    "'洪水  退去'",
    "عودة  السوق",
    '"बाढ़  का पानी"',
    "'What?  \u00ab\u00a0Vraiment\u00a0\u00a0?\u00a0\u00bb'",
    "'AT&amp;T, C# &#8211; R&amp;D'",
    '"👩\u200d🚀  lands"',
    "plain  title",
)
SLUGS = (
    "",
    "slug: Flood-In-The-Valley-{n}",
    "slug: 'Tom & Jerry: {n}'",
    'slug: "Стройка Моста {n}"',
    "slug: İstanbul-{n}",
    "slug: 'café  crème-{n}-'",
    "slug: a_b--c/d {n}",
)
DATES = (
    "date: 2025-12-31",
    "date: '2025-12-31 23:30:00 -0500'",
    "date: Wed, 31 Dec 2025 23:30:00 +0200",
    "date: 2025-12-31T10:00:00+0100  # feed",
    "date: Wed, 31 Dec 2025 23:30:00 GMT",
    "date: 1767175200",
    'date: "31 Dec 2025"',
    "date: 2025-12-31T23:30:00.000Z",
    "lastmod: 2025-12-31 9:00:00 +0530\npublishDate: 01 Jan 2026",
)
BROKEN = (
    "date: Dec 31, 2025",
    "date: Tue, 4 Nov 2025 09:15:00 +0100",
    "date: 2025/12/31",
    "date: 2025-12-31T10:00",
    "date: 2025-12-31 09:00:00\nlastmod: 1 Jan 2026",
    "date: 2025-12-31\ndate: 2025-12-31",
)
"""Hugo stops at each of these."""
TERMS = (
    "tags: [a, a, 'New  York']",
    "tags: flood",
    "tags:\n- storm\n- ''\n- storm",
    "tags: [a, b, a]\ncategories: World",
)
CASES = "tags: [AI, ai, Ai, b, AI]"
"""Only where URLs are in lower case: else the URL of this term differs from build to build."""
DRAFTS = ("draft: false", 'draft: "false"', "draft: 'true'")
LINKS = (
    "link: https://www.dw.com/a?maca=en-rss-en-world&utm_source=x",
    "link: 'HTTPS://Example.ORG:443/a/../b?#'",
    'link: "https://example.org/?a=1&amp;b=2&fbclid=3"',
    "link: https://例え.jp/記事?gclid=1&id=2",
)

MENDED = {
    *("DAT001", "FMT003", "FMT013", "LNK004", "LNK005", "LNK009", "LNK010"),
    *("STY005", "TAG001", "TAG003", "TXT001", "TXT002"),
}
"""The rules whose safe fixes these values trigger."""

SITES = {
    "defaults": "",
    "dates-in-urls": """
timeZone = "UTC"
removePathAccents = true
[permalinks.page]
news = "/:year/:month/:day/:slug/"
world = "/:sections/:title/"
""",
    "new-york": """
timeZone = "America/New_York"
disablePathToLower = true
[taxonomies]
tag = "tags"
[permalinks.page]
news = "/:year/:month/:day/:slugorfilename/"
world = "/:year/:contentbasename/"
[permalinks.term]
tags = "/about/:slug/"
""",
}


def _articles(count: int, all_terms: tuple[str, ...]) -> dict[str, str]:
    """Generated articles: path -> text."""
    made = {}
    for n in range(count):
        values = (TITLES, SLUGS, DATES, all_terms, DRAFTS, LINKS)
        title, slug, date, terms, draft, link = (list_[n % len(list_)] for list_ in values)
        if n % 6 == 5:
            date = BROKEN[n // 6 % len(BROKEN)]
        lines = (f"title: {title}", slug.format(n=n), date, terms, draft, link)
        text = "---\n" + "".join(f"{line}\n" for line in lines if line) + "---\nText.\n"
        ending = "\r\n" if n % 4 == 1 else "\n"
        start = "\ufeff" if n % 9 == 2 else ""
        section = "world" if n % 3 else "news"
        made[f"content/{section}/{n:03}-story.md"] = start + text.replace("\n", ending)
    return made


@pytest.mark.parametrize("site", SITES)
def test_generated_articles(site: str, tmp_path: Path) -> None:
    config = f'baseURL = "https://example.org/"\n{SITES[site]}'
    (tmp_path / "hugo.toml").write_text(config, encoding="utf-8")
    terms = TERMS if "disablePathToLower" in config else (*TERMS, CASES)
    for name, text in _articles(240, terms).items():
        path = tmp_path / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8", newline="")
    mended = _judge(tmp_path)
    assert mended >= MENDED


def _judge(folder: Path) -> set[str]:
    """Build a site before and after `newslint fix`, compare, and give the codes that were mended.

    What Hugo refuses is taken out of both, and must build when every fault was mended at which
    Hugo stops.
    """
    broken = refused(folder)
    before = build(folder)
    _put(folder, broken)
    changed, codes, left = _fix(folder)
    assert changed
    mended = {path: (folder / path).read_bytes() for path in broken}
    for path in broken:
        (folder / path).unlink()
    after = build(folder)
    assert after.listed == before.listed
    assert after.pages == before.pages
    assert after.files == before.files
    assert after.feed == before.feed != ()
    whole = {path for path in broken if not left.get(path, set()) & STOPS_HUGO}
    assert whole <= changed
    _put(folder, {path: mended[path] for path in whole})
    names = {path.removeprefix("content/") for path in whole}
    assert names <= set(facts(build(folder)))
    return codes


def _put(folder: Path, files: Mapping[str, bytes]) -> None:
    for name, data in files.items():
        (folder / name).write_bytes(data)


def _fix(folder: Path) -> tuple[set[str], set[str], dict[str, set[str]]]:
    """`newslint fix`: the files that changed, the codes mended, and what is left in each file."""
    before = tree(folder)
    options = ("--preset", "strict", "--now", "2026-01-31T12:00:00Z", "--output-format", "json")
    done = newslint("fix", *options, folder=folder)
    assert (done.code, done.err) == (1, "")
    after = tree(folder)
    found = json.loads(done.out)
    left: dict[str, set[str]] = {}
    for one in found:
        if not one.get("fixed"):
            left.setdefault(one["filename"], set()).add(one["code"])
    assert not set().union(*left.values()) & {"RUN003", "RUN004"}
    changed = {name for name in before if after[name] != before[name]}
    assert changed == {one["filename"] for one in found if one.get("fixed")}
    return changed, {one["code"] for one in found if one.get("fixed")}, left


def test_the_newsroom(tmp_path: Path) -> None:
    assert set(refused(copy(NEWSROOM, tmp_path / "one"))) == {
        "content/science/moths-cross-the-sound.md",
        "content/science/radar-finds-lake-under-glacier.md",
        "content/sport/rowers-win-the-harbour-race.md",
        "content/world/dockers-say-yes-to-pay-deal.md",
    }
    assert "DAT001" in _judge(copy(NEWSROOM, tmp_path / "two"))


DIGITALGOV = """
baseURL = "https://example.org/"
timeZone = "America/New_York"
[taxonomies]
author = "authors"
topic = "topics"
[permalinks.page]
events = "/event/:year/:month/:slug/"
news = "/:year/:month/:day/:slug/"
"""

_BODY = re.compile(rb"\A((?:\xef\xbb\xbf)?\s*---.*?\n---[^\n]*\n?).*", re.DOTALL)


@pytest.mark.skipif(
    not (CORPORA / "digitalgov").is_dir(), reason="../shared/corpora/digitalgov is not there"
)
def test_a_real_site(tmp_path: Path) -> None:
    copy(CORPORA / "digitalgov" / "content", tmp_path / "content")
    (tmp_path / "hugo.toml").write_text(DIGITALGOV, encoding="utf-8")
    for path in (tmp_path / "content").rglob("*.md"):
        # the bodies call shortcodes of the site, which are not here
        data, count = _BODY.subn(rb"\1Text.\n", path.read_bytes())
        assert count == 1
        path.write_bytes(data)
    _judge(tmp_path)
