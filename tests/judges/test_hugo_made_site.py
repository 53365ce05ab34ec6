"""Sites of 300 articles in which pages are lost in every way, as newslint and the real Hugo see
them: what is reported loses a page, and what is lost is reported."""

from __future__ import annotations

import json
import random
import re
from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path
from typing import NamedTuple

import pytest

from newslint import check_paths
from tests.support.hugo_program import needs_hugo, run_hugo, write_site

pytestmark = [pytest.mark.slow, needs_hugo]

NOW = datetime(2026, 1, 31, 12, tzinfo=UTC)
ARTICLES = 300

_LANGUAGES = 'defaultContentLanguage = "en"\n[languages.en]\n[languages.de]\nweight = 2\n'
CONFIGS = {
    "plain": f"""{_LANGUAGES}
[permalinks.page]
dated = "/:year/:month/:slug/"
titled = "/t/:title/"
deep = "/:sections/:day/:slugorcontentbasename/"
""",
    "ugly": f"""uglyURLs = true
{_LANGUAGES}
[permalinks]
dated = "/:year/:month/:slug"
titled = "/t/:title/"
""",
    "one section ugly": f"""disablePathToLower = true
{_LANGUAGES}
[uglyURLs]
news = true
[permalinks]
titled = "/t/:title/"
""",
    "languages in folders": """
defaultContentLanguage = "de"
defaultContentLanguageInSubdir = true
removePathAccents = true
[languages.en]
weight = 2
[languages.de]
weight = 1
[taxonomies]
topic = "topics"
[permalinks.term]
topics = "/thema/:slug/"
[permalinks.page]
dated = "/:year/:filename/"
titled = "/:title/"
""",
}

SECTIONS = ("news", "news", "blog", "dated", "titled", "deep/x", "news/sub")
NAMES = (
    "kelp", "Kelp", "kelp prices", "kelp-prices", "tide", "TIDE", "größe", "grosse", "Größe",
    "海藻", "a.b", "2024-01-02-kelp", "ete\u0301", "été", "ete", "one", "two", "three",
    "kelp_prices",
)  # fmt: skip
SLUGS = (*NAMES, "Kelp!", "-kelp-")
TITLES = ("Kelp prices", "kelp prices!", "Tide", "Größe", "海藻 prices", "C++", "C")
URLS = (
    "/news/kelp/", "/news/kelp", "/news/kelp/index.html", "/kelp/", "blog/tide", "/Blog/Tide/",
    "/news/", "/", "/de/news/kelp/", "/blog/tide.html", "/t/tide/", "/2024/01/kelp/", "/größe/",
    "/index.html",
)  # fmt: skip
ALIASES = ("/news/kelp/", "kelp", "/old/", "./tide", "/blog/tide/", "/old2", "/news/")
TERMS = ("kelp", "Kelp", "R&D", "RD", "C++", "C", "what?", "what", "New York", "new-york")


class _Made(NamedTuple):
    """The front matter of an article, by its path, with the mark that its page shows."""

    path: str
    front: dict[str, str]

    @property
    def text(self) -> str:
        lines = (f"{key}: {value}\n" for key, value in self.front.items())
        return f"---\n{''.join(lines)}---\nBody.\n"

    @property
    def is_meant(self) -> bool:
        """True where a page is to be built, as HTML and now."""
        shown = {"draft", "expiryDate", "publishDate"}.isdisjoint(self.front)
        dated = not self.front.get("date", "").startswith("2999")
        rendered = self.front.get("build") != "{render: never}"
        return shown and dated and rendered and self.front.get("outputs") != "[json]"


def _made(seed: int) -> list[_Made]:
    chance = random.Random(seed)
    made: dict[str, _Made] = {}
    number = 0
    while len(made) < ARTICLES:
        number += 1
        one = _article(chance, number)
        made.setdefault(one.path.lower(), one)
    return list(made.values())


def _article(chance: random.Random, number: int) -> _Made:
    section = chance.choice(SECTIONS)
    own = chance.random() < 0.55
    name = f"n{number}" if own else chance.choice(NAMES)
    code = chance.choice(("", "", "", "", ".de", ".en"))
    form = chance.choices(("_index{}", "{1}/index{0}", "{1}{0}"), (4, 14, 82))[0]
    if form == "_index{}":
        path = f"content/{section}/_index{code}.md"
    else:
        path = f"content/{section}/{form.format(code, name)}.md"
    titled = f"T{number}" if chance.random() < 0.7 else chance.choice(TITLES)
    front = {"title": titled, "mark": f"M{number}"}
    kind = chance.random()
    if kind < 0.3:
        front["slug"] = _quoted(chance.choice(SLUGS))
    elif kind < 0.5:
        front["url"] = _quoted(chance.choice(URLS))
    elif kind < 0.62 and section != "titled" and "_index" not in path:
        front["aliases"] = _quoted(chance.sample(ALIASES, 2))
    front |= dict(_more(chance, own=own))
    return _Made(path, front)


def _more(chance: random.Random, *, own: bool) -> Iterator[tuple[str, str]]:
    """Dates, what keeps a page back, and terms; what is not rendered has a name of its own."""
    if chance.random() < 0.3:
        yield "date", chance.choice(("2024-01-02", "2024-01-30", "2024-02-02", "2999-01-01"))
    if own and chance.random() < 0.1:
        yield chance.choice((("build", "{render: never}"), ("outputs", "[json]")))
        return
    for pair in (
        ("draft", "true"),
        ("expiryDate", "2020-01-01"),
        ("publishDate", "2999-01-01"),
        ("build", "{list: never}"),
        ("outputs", "[json, HTML]"),
    ):
        if chance.random() < 0.04:
            yield pair
    if chance.random() < 0.5:
        key = chance.choice(("tags", "topics", "categories"))
        yield key, _quoted(chance.sample(TERMS, 2))


def _quoted(value: object) -> str:
    return json.dumps(value, ensure_ascii=False)


class _Seen(NamedTuple):
    """The files that are reported with others, and those at whose page an alias is."""

    groups: set[frozenset[str]]
    shadowed: set[str]

    @property
    def reported(self) -> set[str]:
        return {path for group in self.groups for path in group}


def _seen(site: Path) -> _Seen:
    groups, shadowed = set(), set()
    for result in check_paths(site / "content", now=NOW):
        for one in result.diagnostics:
            others = {_below(place.rsplit(":", 2)[0], site) for place in one.related}
            if one.code == "SIT001":
                groups.add(frozenset((_below(one.path, site), *others)))
            elif one.code == "SIT008":
                shadowed |= others
    return _Seen(groups, shadowed)


def _below(path: str, site: Path) -> str:
    return Path(path).absolute().relative_to(site).as_posix()


def _parts(made: list[_Made]) -> set[str]:
    """The files that lie in the bundle of another page."""
    bundles = {one.path.rpartition("/")[0] for one in made if "/index." in one.path}
    return {
        one.path
        for one in made
        if "/index." not in one.path
        and any(one.path.startswith(f"{folder}/") for folder in bundles)
    }


@pytest.mark.parametrize("seed", [1, 2])
@pytest.mark.parametrize("config", CONFIGS)
def test_what_is_reported_is_lost_and_what_is_lost_is_reported(
    config: str, seed: int, tmp_path: Path
) -> None:
    made = _made(seed)
    layouts = {"layouts/all.html": "{{ .Params.mark }}\n", "layouts/all.json": "{}\n"}
    write_site(tmp_path, CONFIGS[config], {one.path: one.text for one in made} | layouts)
    done = run_hugo(tmp_path)
    assert done.returncode == 0, (done.stdout + done.stderr)[-500:]
    texts = (path.read_text(encoding="utf-8") for path in tmp_path.glob("public/**/*.html"))
    written = {text.strip() for text in texts}
    parts = _parts(made)
    lost = {
        one.path
        for one in made
        if one.is_meant and one.path not in parts and one.front["mark"] not in written
    }
    seen = _seen(tmp_path)
    assert len(lost) > 40
    assert lost - seen.reported - seen.shadowed == set()
    among = (group for group in seen.groups if len(group) > 1)  # else what has no file is lost
    assert [sorted(group) for group in among if not group & lost] == []


def test_terms_that_are_reported_share_a_page(tmp_path: Path) -> None:
    made = _made(3)
    layouts = {"layouts/all.html": "x\n", "layouts/all.json": "{}\n"}
    write_site(tmp_path, CONFIGS["plain"], {one.path: one.text for one in made} | layouts)
    done = run_hugo(tmp_path, "--printPathWarnings")
    assert done.returncode == 0, (done.stdout + done.stderr)[-500:]
    pattern = r"/(?:tags|categories)/([^ ,\n/]+)/index\.html \(\d+\)"
    warned = set(re.findall(pattern, done.stdout + done.stderr))
    results = check_paths(tmp_path / "content", now=NOW)
    found = [one for result in results for one in result.diagnostics if one.code == "SIT002"]
    said = {re.sub(r"\W", "", one.message.split("`")[1]).lower() for one in found}
    assert said == warned == {"rd", "what"}
