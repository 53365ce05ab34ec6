"""The pages that Hugo makes of no file: home page, lists of sections, taxonomies and terms, and
what lies beside them.

Measured with Hugo 0.168. A file at the place of such a page is that page, and none is made.
"""

from __future__ import annotations

import posixpath
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from newslint.files import ask
from newslint.generators.hugo.config import Language, SiteConfig
from newslint.generators.hugo.outputs import formats_of, places_beside
from newslint.generators.hugo.paths import ContentPath, normal
from newslint.generators.hugo.url import PageFacts, TermUrls, is_ugly, page_url
from newslint.model.facts import Facts, MadePage

_INDEX = "index.html"
_UNNAMED = PageFacts("", "", "", None, True)

_LAYOUTS = {
    "home": ("home.html", "index.html", "list.html", "all.html"),
    "section": ("section.html", "list.html", "all.html"),
    "taxonomy": ("taxonomy.html", "list.html", "all.html"),
    "term": ("term.html", "list.html", "all.html"),
}
"""Kind -> the layouts that it is made with; without one no page is written."""


class _List(NamedTuple):
    """A list of pages without a file: its folders in the tree, and what it is, in words."""

    language: Language
    kind: str
    folders: tuple[str, ...]
    what: str
    term: str = ""


def made_pages(site: SiteConfig, facts: Sequence[Facts], terms: TermUrls) -> Iterator[MadePage]:
    """The pages that are certainly written of no file; `facts` are those of all files."""
    layouts = _layouts(site)
    nodes = frozenset(one.node.key for one in facts if one.node is not None)
    for language in site.languages.values():
        for one in (*_lists(language, nodes, facts), *_terms(language, nodes, facts)):
            url = None if one.kind in language.off else _url(site, one, terms)
            if url is not None:
                yield from _written(site, one, url + _INDEX if url.endswith("/") else url, layouts)
    for fact in facts:
        yield from _beside(site, fact, layouts)
    if not site.multihost:
        yield from _maps(site)
        yield from _redirect(site, facts)


def _beside(site: SiteConfig, fact: Facts, layouts: frozenset[str]) -> Iterator[MadePage]:
    """The other outputs of an article."""
    page = fact.published
    if page is not None and page.formats:
        known = _known(page.formats, layouts)
        for place in places_beside(site, page.url, known, page.named):
            yield MadePage(place, page.host, f"another output of `{fact.below}`")


def _written(site: SiteConfig, one: _List, url: str, layouts: frozenset[str]) -> Iterator[MadePage]:
    """A list without a file, and what is written beside it."""
    host = one.language.code if site.multihost else ""
    formats = formats_of(one.language, one.kind)
    if "html" in formats and not layouts.isdisjoint(_LAYOUTS[one.kind]):
        yield MadePage(url, host, one.what)
    for place in places_beside(site, url, _known(formats, layouts), False):
        yield MadePage(place, host, f"another output of {one.what}")


def _known(formats: Sequence[str], layouts: frozenset[str]) -> list[str]:
    """The formats that are certainly written: Hugo's own layouts have feeds."""
    return [name for name in formats if name == "rss" or f"all.{name}" in layouts]


def _lists(language: Language, nodes: frozenset[str], facts: Sequence[Facts]) -> Iterator[_List]:
    """The home page, the taxonomies and the sections of a language."""
    start = f"{language.code}:/"
    if start not in nodes:
        yield _List(language, "home", (), "the home page")
    for name in language.taxonomies:
        if "/" not in name and start + normal(name) not in nodes:
            yield _List(language, "taxonomy", (name,), f"the list of {name}")
    for section, spellings in sorted(_sections(language, facts).items()):
        known = start + section in nodes or section in language.taxonomies
        if not known and (language.lower or len(spellings) == 1):
            yield _List(language, "section", (min(spellings),), f"the section {section}")


def _sections(language: Language, facts: Sequence[Facts]) -> dict[str, set[str]]:
    """The first folders of the pages of a language, each with its forms on the disk."""
    found: dict[str, set[str]] = {}
    for one in facts:
        if one.published is None or one.node is None or one.published.language != language.code:
            continue
        folders = one.node.key.partition(":/")[2].split("/")
        below = one.below.split("/")
        depth = len(folders) + (one.node.kind not in ("p", "P"))
        if len(folders) > 1 and depth <= len(below):
            found.setdefault(folders[0], set()).add(below[-depth])
    return found


def _terms(language: Language, nodes: frozenset[str], facts: Sequence[Facts]) -> Iterator[_List]:
    """The terms of the pages of a language, each as it is written first."""
    seen = set[tuple[str, str]]()
    for one in facts:
        if one.published is None or one.published.language != language.code:
            continue
        for term in one.terms:
            key = term.taxonomy, term.filed
            if key not in seen:
                seen.add(key)
                if f"{language.code}:/{term.taxonomy}/{term.filed}" not in nodes:
                    what = f"the list of {term.said.text} in {term.taxonomy}"
                    yield _List(language, "term", key, what, term.said.text)


def _url(site: SiteConfig, one: _List, terms: TermUrls) -> str | None:
    """The URL of a list; None where a pattern may ask for its title, which is Hugo's own."""
    language = one.language
    if one.kind == "term":
        return terms.of(language, one.folders[0], one.term)
    permalinks = language.permalinks
    path = "/" + "/".join(one.folders)
    if permalinks is None or (one.folders and permalinks.find(one.kind, path, language.code) != ""):
        return None
    return page_url(site, ContentPath(language, "branch", one.folders, "_index"), _UNNAMED)


def _maps(site: SiteConfig) -> Iterator[MadePage]:
    """Maps and robots.txt of a site with one host."""
    off = site.default.off
    if "sitemap" not in off and not site.own_map:
        yield MadePage("/sitemap.xml", "", "the map of the site")
        for code in site.languages if len(site.languages) > 1 else ():
            yield MadePage(f"/{code}/sitemap.xml", "", "the map of the language")
    if site.robots and "robotstxt" not in off:
        yield MadePage("/robots.txt", "", "the rules for robots")


def _redirect(site: SiteConfig, facts: Sequence[Facts]) -> Iterator[MadePage]:
    """The redirect to the default language, of a site with one host."""
    default = site.default
    if len(site.languages) < 2 or not site.redirects:
        return
    if is_ugly(default, "") or "home" in default.off:
        return
    homes = [one for one in facts if one.node is not None and one.node.key == f"{default.code}:/"]
    if all(one.published is not None for one in homes):
        folder = "" if default.prefix else f"/{default.code}"
        yield MadePage(f"{folder}/{_INDEX}", "", "the redirect to the default language")


def _layouts(site: SiteConfig) -> frozenset[str]:
    """The names of the layouts for all pages of a kind, of the site and of themes that are here."""
    if site.root is None:
        return frozenset()
    folders = ("layouts", *(f"themes/{name}/layouts" for name in site.themes))
    found = set[str]()
    for folder in folders:
        if ".." not in folder.split("/") and not posixpath.isabs(folder):
            found.update(_names(site, folder), _names(site, f"{folder}/_default"))
    return frozenset(found)


def _names(site: SiteConfig, folder: str) -> tuple[str, ...]:
    assert site.root is not None
    path = site.root / folder
    try:
        return ask.names(path) if ask.is_folder(path) else ()
    except OSError:
        return ()
