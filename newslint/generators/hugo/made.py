"""The pages that Hugo makes of no file: home page, lists of sections, taxonomies and terms, and
what lies beside them.

Measured with Hugo 0.168. A file at the place of such a page is that page, and none is made.
"""

from __future__ import annotations

import posixpath
from collections.abc import Iterable, Iterator, Sequence
from typing import NamedTuple

from newslint.files import ask
from newslint.generators.hugo.config import Language, SiteConfig
from newslint.generators.hugo.outputs import formats_of, places_beside
from newslint.generators.hugo.paths import ContentPath, normal
from newslint.generators.hugo.url import PageFacts, TermUrls, is_ugly, page_url
from newslint.model.facts import Facts, MadePage, Telling

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


def telling(site: SiteConfig, one: Facts) -> Iterator[Telling]:
    """What an article tells of pages without a file: that it has the place of one, or that there
    is one since it is published."""
    page, node = one.published, one.node
    if node is not None and _is_for_list(site, node.key):
        yield ("node", node.key, "" if page is None else "written")
    if page is None:
        return
    section = _section(one)
    if section is not None:
        yield ("section", page.language, *section)
    for term in one.terms:
        yield ("term", page.language, term.taxonomy, term.filed, term.said.text)
    if page.formats:
        yield ("beside", one.below, page.host, page.url, "named" * page.named, *page.formats)


def _is_for_list(site: SiteConfig, key: str) -> bool:
    """True for a place in the tree where a list may lie: of a home page, a section, or a term."""
    path = key.partition(":/")[2]
    if "/" not in path:
        return True
    every = (name for language in site.languages.values() for name in language.taxonomies)
    return any(path.startswith((f"{name}/", f"{normal(name)}/")) for name in every)


def _section(one: Facts) -> tuple[str, str] | None:
    """The first folder of a page, and its form on the disk."""
    if one.node is None:
        return None
    folders = one.node.key.partition(":/")[2].split("/")
    below = one.below.split("/")
    depth = len(folders) + (one.node.kind not in ("p", "P"))
    return (folders[0], below[-depth]) if len(folders) > 1 and depth <= len(below) else None


class _Told:
    """What all articles tell, each once and in their order."""

    def __init__(self, told: Iterable[Telling]) -> None:
        self.nodes: dict[str, bool] = {}
        self.sections: dict[str, dict[str, set[str]]] = {}
        self.terms: dict[str, list[Telling]] = {}
        self.beside: list[Telling] = []
        for kind, first, *more in told:
            if kind == "node":
                self.nodes[first] = self.nodes.get(first, True) and bool(more[0])
            elif kind == "section":
                self.sections.setdefault(first, {}).setdefault(more[0], set()).add(more[1])
            elif kind == "term":
                self.terms.setdefault(first, []).append(tuple(more))
            else:
                self.beside.append((first, *more))


def made_pages(site: SiteConfig, told: Iterable[Telling], terms: TermUrls) -> Iterator[MadePage]:
    """The pages that are certainly written of no file; `told` is what all files tell."""
    layouts, known = _layouts(site), _Told(told)
    for language in site.languages.values():
        for one in (*_lists(language, known), *_terms(language, known)):
            url = None if one.kind in language.off else _url(site, one, terms)
            if url is not None:
                yield from _written(site, one, url + _INDEX if url.endswith("/") else url, layouts)
    for below, host, url, named, *formats in known.beside:
        for place in places_beside(site, url, _known(formats, layouts), bool(named)):
            yield MadePage(place, host, f"another output of `{below}`")
    if not site.multihost:
        yield from _maps(site)
        yield from _redirect(site, known)


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


def _lists(language: Language, known: _Told) -> Iterator[_List]:
    """The home page, the taxonomies and the sections of a language."""
    start = f"{language.code}:/"
    if start not in known.nodes:
        yield _List(language, "home", (), "the home page")
    for name in language.taxonomies:
        if "/" not in name and start + normal(name) not in known.nodes:
            yield _List(language, "taxonomy", (name,), f"the list of {name}")
    for section, spellings in sorted(known.sections.get(language.code, {}).items()):
        is_there = start + section in known.nodes or section in language.taxonomies
        if not is_there and (language.lower or len(spellings) == 1):
            yield _List(language, "section", (min(spellings),), f"the section {section}")


def _terms(language: Language, known: _Told) -> Iterator[_List]:
    """The terms of the pages of a language, each as it is written first."""
    seen = set[tuple[str, str]]()
    for taxonomy, filed, text in known.terms.get(language.code, ()):
        if (taxonomy, filed) not in seen:
            seen.add((taxonomy, filed))
            if f"{language.code}:/{taxonomy}/{filed}" not in known.nodes:
                what = f"the list of {text} in {taxonomy}"
                yield _List(language, "term", (taxonomy, filed), what, text)


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


def _redirect(site: SiteConfig, known: _Told) -> Iterator[MadePage]:
    """The redirect to the default language, of a site with one host."""
    default = site.default
    if len(site.languages) < 2 or not site.redirects:
        return
    if is_ugly(default, "") or "home" in default.off:
        return
    if known.nodes.get(f"{default.code}:/", True):
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
