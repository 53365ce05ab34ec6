"""Which pages of a made site the real Hugo loses, and which of them newslint reports.

Each layout says on Hugo's log which page it makes, and leaves the same mark in the file: a page
that was made and whose mark is nowhere was written over. What Hugo writes twice into one place
(`--printPathWarnings`), and what is there once the other page has moved away, tells whether a
report is right.
"""

from __future__ import annotations

import re
import shutil
from collections import Counter
from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path
from posixpath import normpath
from typing import NamedTuple
from urllib.parse import unquote

from newslint import check_paths
from newslint.generators.hugo.terms import term_key
from tests.support.colliding_sites import Made, MadeSite
from tests.support.hugo_program import run_hugo, write_site
from tests.support.wide_sites import ROOTS

NOW = datetime(2026, 1, 31, 12, tzinfo=UTC)
_PAGE = '(printf "%s|%s|%s|%v" .Kind .Path .Language.Lang (.Params.mark | default "-"))'
_PAGER = "{{ if .IsNode }}{{ $n = (.Paginate .Site.RegularPages 3).PageNumber }}{{ end }}"
_HTML = (
    f'{{{{ if eq $n 1 }}}}{{{{ warnf "NL@%s@%s@" {_PAGE} .RelPermalink }}}}'
    f"@{{{{ {_PAGE} | safeHTML }}}}@{{{{ end }}}}\n"
)
_JSON = '{{ warnf "NL@json|%v@@" (.Params.mark | default "-") }}{}\n'
_REDIRECT = "the redirect to the default language"
_HIDE = ("draft", "build", "outputs")


class Report(NamedTuple):
    """What newslint says of a file, and the other files it names."""

    code: str
    path: str
    text: str
    others: tuple[str, ...]

    @property
    def files(self) -> tuple[str, ...]:
        return (self.path, *self.others)


class Built(NamedTuple):
    """What Hugo made: page -> its URL, and of these what was written; marks of JSON; the places
    that were written several times."""

    made: dict[str, str]
    written: set[str]
    json: set[str]
    twice: set[str]

    @property
    def marks(self) -> set[str]:
        return self.json | {_mark(page) for page in self.made}

    @property
    def lost(self) -> set[str]:
        return self.made.keys() - self.written


class Judged(NamedTuple):
    """The articles that are lost, the pages without a file that are, the lost ones that nothing
    reports, and the reports of what is not lost."""

    lost: set[str]
    made_lost: set[str]
    missed: list[str]
    false: list[str]


def judge(folder: Path, site: MadeSite) -> Judged | None:
    """Build and check the site in an empty folder; None where Hugo does not build it."""
    paging = "Paginate" in site.others["layouts/all.html"]
    page = "{{ $n := 1 }}" + (_PAGER if paging else "") + _HTML
    layouts = {"layouts/all.html": page, "layouts/all.json": _JSON}
    write_site(folder, site.config, site.files | layouts)
    built = _build(folder)
    if built is None:
        return None
    reports = list(_reports(folder))
    lost = set(_lost(site, built))
    named = {path for one in reports for path in one.files}
    made_lost = {page for page in built.lost if _mark(page) == "-"}
    missed = [*sorted(lost - named), *_missed_lists(built, made_lost, reports)]
    articles = {one.path: one for one in site.articles}
    moved = _moved(folder, articles, reports)
    false = [
        f"{one.code} {one.path}: {one.text}"
        for one in reports
        if not _is_true(one, built, moved, articles)
    ]
    return Judged(lost, made_lost, missed, false)


def _mark(page: str) -> str:
    return page.rpartition("|")[2]


def _build(folder: Path) -> Built | None:
    shutil.rmtree(folder / "public", ignore_errors=True)
    done = run_hugo(folder, "--printPathWarnings")
    if done.returncode:
        return None
    log = done.stdout + done.stderr
    pages = re.findall(r"NL@(.*?)@(.*?)@", log)
    made = {page: _file(unquote(url)) for page, url in pages if not page.startswith("json|")}
    texts = (path.read_text("utf-8") for path in folder.glob("public/**/*") if path.is_file())
    written = {page for text in texts for page in re.findall(r"@(.*?)@", text)}
    several = re.findall(r"Duplicate target paths: (.*)", log)
    twice = {place for line in several for place in re.findall(r"(/.*?) \(\d+\)", line)}
    return Built(made, written, {_mark(page) for page, _ in pages if page[:5] == "json|"}, twice)


def _file(url: str) -> str:
    """The file of a URL, without the folder of a host."""
    path = normpath(f"/{url}").replace("//", "/")
    return f"{path.rstrip('/')}/index.html" if url.endswith("/") else path


def _lost(site: MadeSite, built: Built) -> Iterator[str]:
    """The articles that are written over, and those that ought to be built and are not."""
    over, parts = {_mark(page) for page in built.lost}, _parts(site.articles)
    for one in site.articles:
        mark = one.front["mark"]
        left_out = mark not in built.marks and one.path not in parts and _is_meant(one, site)
        if mark in over or left_out:
            yield one.path


def _tree(path: str) -> tuple[str, str]:
    """Folder in the tree of pages and name of a file, from wherever it is mounted."""
    folder, _, name = path.rpartition("/")
    for root, at in ROOTS.items():
        if f"{folder}/".startswith(f"{root}/"):
            inner = "/".join(part for part in (at, folder[len(root) + 1 :]) if part)
            return inner.lower().replace(" ", "-"), name.lower()
    return folder, name.lower()


def _parts(articles: list[Made]) -> set[str]:
    """The files that lie in the bundle of another page, of whatever language."""
    places = {one.path: _tree(one.path) for one in articles}
    bundles = {folder for folder, name in places.values() if name.startswith("index.") and folder}
    return {
        path
        for path, (folder, name) in places.items()
        for bundle in bundles
        if f"{folder}/".startswith(f"{bundle}/")
        if folder != bundle or not name.startswith("index.")
    }


def _is_meant(one: Made, site: MadeSite) -> bool:
    """True where a page is to be built, as HTML or JSON and now; where something may be handed down
    that hides pages, none is."""
    front, config = one.front, site.config
    ahead = front.get("publishDate") or front.get("date", "").startswith("2999")
    hidden = (
        (front.get("draft") and "buildDrafts" not in config)
        or (front.get("expiryDate") and "buildExpired" not in config)
        or (ahead and "buildFuture" not in config)
    )
    render = front.get("build") in ("{render: never}", "{render: link}") or "headless" in front
    handed = "[[cascade]]" in config and "x = 1" not in config
    handed = handed or any(
        key in other.front.get("cascade", "") for other in site.articles for key in _HIDE
    )
    unmade = "/_index." in one.path.lower() and "disableKinds" in config
    return not (hidden or render or handed or unmade)


def _reports(folder: Path) -> Iterator[Report]:
    def below(path: str) -> str:
        return Path(path).absolute().relative_to(folder).as_posix()

    for result in check_paths(folder, now=NOW):
        for one in result.diagnostics:
            if one.code in ("SIT001", "SIT002", "SIT008"):
                others = tuple(below(place.rsplit(":", 2)[0]) for place in one.related)
                yield Report(one.code, below(one.path), one.message, others)


def _missed_lists(built: Built, lost: set[str], reports: list[Report]) -> Iterator[str]:
    """The lost pages without a file that no report names, where an article is to blame: a home page
    that a redirect to itself is written over is not meant, nor lists of which one is another."""
    said = {_file(place) for one in reports for place in _places(one, built)}
    ends = [name for one in reports for name in _alias(one)]
    for page in sorted(lost):
        place = built.made[page]
        here = [other for other, there in built.made.items() if there == place and other != page]
        blamed = any(_mark(other) != "-" for other in here)
        of_aliases = any(place.endswith((f"/{name}/index.html", f"/{name}.html")) for name in ends)
        if place not in said and not of_aliases and (blamed or (not here and "home|" not in page)):
            yield f"{page} at {place}"


def _places(one: Report, built: Built) -> list[str]:
    """The URLs that a report is about."""
    if one.code == "SIT001" and one.text.startswith("URL"):
        return [_quoted(one)[0]]
    if one.code == "SIT002":
        key = f"term|/{one.text.split()[0].lower()}/{term_key(_quoted(one)[0])}|"
        return [url for page, url in built.made.items() if page.startswith(key)]
    return []


def _alias(one: Report) -> list[str]:
    """What a place to which an alias leads ends with."""
    if one.code != "SIT008":
        return []
    text = _quoted(one)[0].strip("./").removesuffix("index.html").rstrip("/")
    return [text.removesuffix(".html")]


def _quoted(one: Report) -> list[str]:
    return re.findall("`(.*?)`", one.text)


def _moved(folder: Path, articles: dict[str, Made], reports: list[Report]) -> set[str] | None:
    """Where redirects are once the pages that reports find in their places have moved away; None
    where Hugo does not build that."""
    found = [one for one in reports if one.code == "SIT008" or _REDIRECT in one.text]
    if not found:
        return set()
    files = {path for one in found for path in (one.others or one.files)}
    for number, path in enumerate(sorted(files & articles.keys())):
        one = articles[path]
        text = one._replace(front={**one.front, "url": f"/moved-away-{number}/"}).text
        (folder / path).write_text(text, encoding="utf-8")
    if _build(folder) is None:
        return None
    return {
        f"/{path.relative_to(folder / 'public').as_posix()}"
        for path in folder.glob("public/**/*.html")
        if path.is_file() and 'http-equiv="refresh"' in path.read_text("utf-8")
    }


def _is_true(one: Report, built: Built, moved: set[str] | None, articles: dict[str, Made]) -> bool:
    """True for a report of what is lost."""
    there = {p: articles[p].front["mark"] in built.marks for p in one.files if p in articles}
    if one.code == "SIT008":
        others = {articles[path].front["mark"] for path in one.others if path in articles}
        places = {url for page, url in built.made.items() if _mark(page) in others}
        unsure = (
            moved is None
            or "the URL of the" in one.text
            or ", the " in one.text.split("the URL of")[1]
        )
        return unsure or not places or any(m.endswith(p) for m in moved or () for p in places)
    if one.code == "SIT002":
        return any(_is_twice(place, built) for place in _places(one, built))
    if not one.text.startswith("URL"):
        return not there[one.path] if "neither" in one.text else not all(there.values())
    if _REDIRECT in one.text:
        return True
    return _is_twice(_file(_quoted(one)[0]), built) or not all(there.values())


def _is_twice(place: str, built: Built) -> bool:
    """True for a place that Hugo wrote several times, at any host."""
    several = Counter(built.made.values())[place] > 1
    return several or any(twice.endswith(place) for twice in built.twice)
