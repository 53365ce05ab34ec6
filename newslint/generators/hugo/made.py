"""The pages that Hugo makes of no file: home page, lists of sections, taxonomies and terms, and
what lies beside them.

Measured with Hugo 0.168. A file at the place of such a page is that page, and none is made.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from newslint.generators.hugo.cascade import Cascades
from newslint.generators.hugo.config import Language, SiteConfig
from newslint.generators.hugo.outputs import formats_of, known_formats, layouts_of, places_beside
from newslint.generators.hugo.paths import ContentPath, normal
from newslint.generators.hugo.published import HANDED_DOWN
from newslint.generators.hugo.url import PageFacts, TermUrls, is_ugly, page_url
from newslint.model.facts import Facts, MadePage, Telling
from newslint.model.records import NamedTuple
from newslint.text.regex import regex

_INDEX = "index.html"
_TITLE = regex(r":(?:title|slug)(?![a-z])")
_INDEXES = ("index.", "_index.")
_ANY = "*"
"""In place of the path below a section, where it does not matter which one comes first."""
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
    """What a file tells of pages without one: its place in the tree, and of what is not lost the
    terms and the other outputs."""
    code, _, path = one.node.key.partition(":/") if one.node is not None else ("", "", "")
    page = one.published
    if one.node is not None and _is_for_list(site, path):
        yield ("node", one.node.key, page.url if page else "")
    if path:
        is_branch = one.below.rpartition("/")[2].lower().startswith("_index.")
        form = _form(one.below, path)
        yield ("place", code, _of_section(site, path), form, "" if is_branch else "page")
    if one.lost:
        return
    for term in one.terms if code else ():
        yield ("term", code, term.taxonomy, term.filed, term.said.text)
    if page is not None and page.formats:
        yield ("beside", one.below, page.host, page.url, "named" * page.named, *page.formats)


def _of_section(site: SiteConfig, path: str) -> str:
    """The path in the tree; where forms make no difference, the same for all files of a section."""
    section, _, below = path.partition("/")
    if below and all(one.lower for one in site.languages.values()):
        return f"{section}/{_ANY}"
    return path


def _is_for_list(site: SiteConfig, path: str) -> bool:
    """True for a place in the tree where a list may lie: of a home page, a section, or a term."""
    if "/" not in path:
        return True
    every = (name for language in site.languages.values() for name in language.taxonomies)
    return any(path.startswith((f"{name}/", f"{normal(name)}/")) for name in every)


class _Told:
    """What all files tell, each once and in their order: `nodes` are places with the URLs of what
    is published there, by their keys; `places` are code, path, form and branch of each file; of
    the `terms` of a language there are taxonomy, what it is filed under, and text."""

    def __init__(self, told: Iterable[Telling]) -> None:
        self.nodes: dict[str, list[str]] = {}
        self.places: list[Telling] = []
        self.terms: dict[str, list[Telling]] = {}
        self.beside: list[Telling] = []
        for kind, first, *more in told:
            if kind == "node":
                self.nodes.setdefault(first, []).append(more[0])
            elif kind == "place":
                self.places.append((first, *more))
            elif kind == "term":
                self.terms.setdefault(first, []).append(tuple(more))
            else:
                self.beside.append((first, *more))


def made_pages(
    site: SiteConfig, told: Iterable[Telling], terms: TermUrls, cascades: Cascades
) -> Iterator[MadePage]:
    """The pages that are certainly written of no file; `told` is what all files tell.

    Of those that are handed down what moves or hides a page nothing is known.
    """
    layouts, known = layouts_of(site), _Told(told)
    for language in site.languages.values():
        for one in (*_lists(language, known), *_terms(language, known)):
            if one.kind in language.off or cascades.of_made(_place(one)).names(HANDED_DOWN):
                continue
            url = _url(site, one, terms)
            if url is not None:
                yield from _written(site, one, url + _INDEX if url.endswith("/") else url, layouts)
    for below, host, url, named, *formats in known.beside:
        for place in places_beside(site, url, known_formats(formats, layouts), bool(named)):
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
    for place in places_beside(site, url, known_formats(formats, layouts), False):
        yield MadePage(place, host, f"another output of {one.what}")


def _lists(language: Language, known: _Told) -> Iterator[_List]:
    """The home page, the taxonomies and the sections of a language."""
    start = f"{language.code}:/"
    if start not in known.nodes:
        yield _List(language, "home", (), "the home page")
    for name in language.taxonomies:
        if "/" not in name and start + normal(name) not in known.nodes:
            yield _List(language, "taxonomy", (name,), f"the list of {name}")
    for section, spelled in sorted(_sections(language, known).items()):
        is_there = start + section in known.nodes or section in language.taxonomies
        if not is_there and (language.lower or spelled):
            yield _List(language, "section", (spelled or section,), f"the section {section}")


def _sections(language: Language, known: _Told) -> dict[str, str]:
    """The first folders of the files of a language, each as the disk has it; empty where it is not
    known in which of its forms Hugo takes it.

    Every file counts, be it a draft or never rendered; only where a page of whatever language has
    the place, there is no section. Hugo takes the form in which the first page of the section has
    it. Measured.
    """
    spelled: dict[str, dict[str, set[str]]] = {}
    found, pages = set[str](), set[str]()
    for code, path, form, branch in known.places:
        first, _, below = path.partition("/")
        if branch and not below:
            pages.add(path)
        spelled.setdefault(first, {}).setdefault(path, set()).add(form)
        if below and code == language.code:
            found.add(first)
    return {section: _one_form(spelled[section]) for section in found - pages}


def _form(below: str, path: str) -> str:
    """The first folder of a path in the tree as the disk has it, where no mount names it."""
    folders, names = path.split("/"), below.split("/")
    depth = len(folders) + names[-1].lower().startswith(_INDEXES)
    form = names[-depth] if depth <= len(names) else ""
    return form if normal(form) == folders[0] else folders[0]


def _one_form(pages: dict[str, set[str]]) -> str:
    first = pages[min(pages)]
    return next(iter(first)) if len(first) == 1 else ""


def _terms(language: Language, known: _Told) -> Iterator[_List]:
    """The terms of the pages of a language, each as it is written first.

    Of several forms Hugo takes any; where they make no difference to its URL that is no matter.
    """
    forms: dict[tuple[str, str], dict[str, None]] = {}
    for taxonomy, filed, text in known.terms.get(language.code, ()):
        forms.setdefault((taxonomy, filed), {})[text] = None
    for key, texts in forms.items():
        is_one = language.lower or len(texts) == 1
        if is_one and f"{language.code}:/{'/'.join(key)}" not in known.nodes:
            first = next(iter(texts))
            yield _List(language, "term", key, f"the list of {first} in {key[0]}", first)


def _url(site: SiteConfig, one: _List, terms: TermUrls) -> str | None:
    """The URL of a list; None where a pattern may ask for its title, which is Hugo's own: that of
    a taxonomy is its name with some letters in upper case."""
    language = one.language
    if one.kind == "term":
        return terms.of(language, one.folders[0], one.term)
    permalinks = language.permalinks
    if permalinks is None:
        return None
    facts = _UNNAMED
    if one.folders:
        pattern = permalinks.find(one.kind, "/" + "/".join(one.folders), language.code)
        titled = pattern is None or _TITLE.search(pattern) is not None
        if titled and (one.kind != "taxonomy" or not language.lower):
            return None
        facts = facts._replace(title=one.folders[0])
    return page_url(site, _place(one), facts)


def _place(one: _List) -> ContentPath:
    return ContentPath(one.language, "branch", one.folders, "_index")


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
    """The redirect to the home page of the default language, of a site with one host.

    With the name of a file as its URL that home page gets a redirect over itself.
    """
    default = site.default
    if not site.redirects or "home" in default.off or "html" not in formats_of(default, "home"):
        return
    if not all(url.endswith(".html") for url in known.nodes.get(f"{default.code}:/", ())):
        return
    what = "the redirect to the default language"
    below, ugly = f"/{default.code}/{_INDEX}", is_ugly(default, "")
    if default.prefix:
        yield MadePage(f"/{_INDEX}", "", what)
        if ugly:
            yield MadePage(below, "", f"{what} (see `disableDefaultLanguageRedirect`)")
    elif len(site.languages) > 1 and not ugly:
        yield MadePage(below, "", what)
