"""The URL of a page and of a term's page, as Hugo 0.168 publishes them.

URLs here are paths below the site's base, not escaped. Source: Hugo, resources/page and hugolib;
measured with the program.
"""

from __future__ import annotations

import posixpath
from collections.abc import Callable, Iterable
from datetime import UTC, datetime

from newslint.files import ask
from newslint.generators.hugo.config import Language, SiteConfig
from newslint.generators.hugo.paths import (
    ContentPath,
    normal,
    section_form,
    section_slug,
)
from newslint.generators.hugo.permalinks import Parts, expand
from newslint.generators.hugo.slugs import urlize
from newslint.generators.hugo.terms import term_key
from newslint.model.article import DateReading
from newslint.model.records import NamedTuple
from newslint.text.dates import WITHOUT_YEAR
from newslint.text.regex import regex

_ZERO = datetime(1, 1, 1, tzinfo=UTC)
_INDEX = "index.html"
_NAME = regex(r"[a-z0-9_-]+")
"""A name that stands in a URL as it is."""

_BAD_ESCAPE = regex("%(?![0-9a-fA-F]{2})")


class PageFacts(NamedTuple):
    """What decides a page's URL besides its path. `slug` and `url` are empty where there is none.

    `date` is None where there is none; `dated` is false where Hugo refuses one of its dates.
    """

    title: str
    slug: str
    url: str
    date: DateReading | None
    dated: bool


def page_url(site: SiteConfig, path: ContentPath, facts: PageFacts) -> str | None:
    """The URL of a page; None when something of it is not known."""
    language, kind = path.language, kind_of(path)
    if facts.url and kind != "home":
        return _from_url(facts.url, language, lambda: _parts(site, path, facts))
    permalinks = language.permalinks
    if permalinks is None:
        return None
    pattern: str | None = ""
    if kind != "home" and permalinks.entries:
        pattern = permalinks.find(kind, path.base, language.code)
    expanded = expand(pattern, _parts(site, path, facts)) if pattern else pattern
    if expanded is None:
        return None
    whole = _clean(expanded) if expanded else ""
    filed = path if whole or language.lower else _as_filed(site, path)
    if filed is None:
        return None
    path = filed
    if path.form != "branch":
        return _single(site, path, facts.slug, whole)
    folder = whole or _folder(site, language, path.folders, facts.slug)
    return _branch(language, folder, normal(path.folders[0]) if path.folders else "", kind)


MOST_TERMS = 10_000
"""Terms of a site whose URLs are remembered at a time."""
MOST_LISTS = 1_000
"""Lists of at most FEW_TERMS that are remembered so: each fix of an article asks for its lists."""
FEW_TERMS = 50


class TermUrls:
    """The URLs of the terms of one site: thousands of articles have the same."""

    def __init__(self, site: SiteConfig) -> None:
        self.site = site
        self._known: dict[tuple[str, str, str], str] = {}
        self._pages: dict[tuple[str, str, tuple[str, ...]], tuple[tuple[str, str], ...]] = {}

    def pages(
        self, language: Language, taxonomy: str, terms: tuple[str, ...]
    ) -> tuple[tuple[str, str], ...]:
        """The taxonomy with the URL of each page of these terms of an article.

        There is one for each term; Hugo lists them by where the last one of each stands.
        """
        key = (language.code, taxonomy, terms)
        known = self._pages.get(key)
        if known is not None:
            return known
        last = {term_key(term): (at, term) for at, term in enumerate(terms)}
        pages = tuple(
            [(taxonomy, self.of(language, taxonomy, term)) for _, term in sorted(last.values())]
        )
        if len(terms) <= FEW_TERMS:
            if len(self._pages) >= MOST_LISTS:
                self._pages.clear()
            self._pages[key] = pages
        return pages

    def of(self, language: Language, taxonomy: str, term: str) -> str:
        """The URL of a term's page."""
        key = (language.code, taxonomy, term)
        url = self._known.get(key)
        if url is None:
            if len(self._known) >= MOST_TERMS:
                self._known.clear()
            url = self._known[key] = term_url(self.site, language, taxonomy, term)
        return url


def term_url(site: SiteConfig, language: Language, taxonomy: str, term: str) -> str:
    """The URL of a term's page.

    A site's own pattern for such pages is followed where it takes nothing but the term.
    """
    folders = (taxonomy, *normal(term).split("/"))
    slug = (section_slug(site, folders, language.code) or "").strip("-")
    pattern = ""
    if language.permalinks is not None:
        path = "/" + "/".join(folders)
        pattern = language.permalinks.find("term", path, language.code) or ""
    if pattern:
        sections = (taxonomy, normal(term))
        name = term.rpartition("/")[2]
        parts = Parts(None, term, slug, sections, taxonomy, "", name, _urlize(language))
        expanded = expand(pattern, parts)
        if expanded:
            return _branch(language, _clean(expanded), taxonomy, "term")
    above = _folder(site, language, (taxonomy,), None)
    own = slug or (normal(term) if language.lower else term)
    return _branch(language, f"{above}/{own}", taxonomy, "term")


def kind_of(path: ContentPath) -> str:
    """Hugo's name for a kind of page."""
    if path.form != "branch":
        return "page"
    if not path.folders:
        return "home"
    if normal(path.folders[0]) not in path.language.taxonomies:
        return "section"
    return "taxonomy" if len(path.folders) == 1 else "term"


def _as_filed(site: SiteConfig, path: ContentPath) -> ContentPath | None:
    """The page where URLs keep case: of a folder that has several forms Hugo puts each below that
    of the section. None for Index.md, which is the file of its folder, and yet a name in the URL.
    """
    if path.form != "page" and path.name.lower() != path.name:
        return None
    if not path.container:
        return path
    form = section_form(site, path.container)
    if form is None or form == path.container[0]:
        return path if form else None
    return path._replace(folders=(form, *path.folders))


def _parts(site: SiteConfig, path: ContentPath, facts: PageFacts) -> Parts:
    above = path.folders if path.form == "branch" else path.container
    depth = len(above)
    while depth > 1 and path.form != "branch":
        if section_slug(site, above[:depth], path.language.code) is not None:
            break
        depth -= 1
    known = facts.dated and not (facts.date and facts.date.layout in WITHOUT_YEAR)
    if facts.date is None and path.form == "branch":
        known = False  # a section without a date has the latest one of its pages
    return Parts(
        date=(facts.date.moment if facts.date else _ZERO) if known else None,
        title=facts.title.replace("/", "-").replace("\\", "-"),
        slug=facts.slug,
        sections=tuple(normal(folder) for folder in above[:depth]),
        section=normal(above[0]) if above else "",
        file="" if path.form == "branch" else path.own,
        base=path.own,
        urlize=_urlize(path.language),
    )


def _folder(site: SiteConfig, language: Language, folders: tuple[str, ...], own: str | None) -> str:
    """The folder in the URL: a section goes by its `_index` file's slug; the last one by `own`."""
    out = ""
    for depth, folder in enumerate(folders, 1):
        if own is not None and depth == len(folders):
            slug = own
        else:
            slug = (section_slug(site, folders[:depth], language.code) or "").strip("-")
        out += "/" + (slug or (normal(folder) if language.lower else folder))
    return out


@ask.once_of
def _above(site: SiteConfig, folders: tuple[str, ...], code: str) -> str:
    """What the URLs of thousands of pages begin with that lie in one folder."""
    language = site.languages[code]
    link = _join(_urlized(language, (_folder(site, language, folders, None),)))
    return _finish(language.prefix, link, slash=True)


def _single(site: SiteConfig, path: ContentPath, slug: str, expanded: str) -> str:
    language = path.language
    own = slug or (normal(path.own) if language.lower else path.own)
    ugly = are_ugly(language, path.container)
    if not ugly and not expanded and own != "index" and _NAME.fullmatch(own):  # most pages
        return f"{_above(site, path.container, language.code)}{own}/"
    # A page called `index` takes the place of its folder's page.
    is_index = path.form == "page" and own == "index"
    whole = [expanded] if expanded else [_folder(site, language, path.container, None), own]
    elements = [element for element in whole if element not in ("", "/")] or [""]
    if ugly or (is_index and not expanded):
        elements[-1] = elements[-1].removesuffix("/") + ".html"
    else:
        elements.append(_INDEX)
    bare = elements[-1] == _INDEX
    link = _join(_urlized(language, elements[:-1] if bare else elements))
    if is_index:
        link = link.removesuffix(own)
    return _finish(language.prefix, link, slash=bare)


def _branch(language: Language, folder: str, section: str, kind: str) -> str:
    link = _join(_urlized(language, (folder,)))
    if not is_ugly(language, section):
        return _finish(language.prefix, link, slash=True)
    name = ".html" if kind == "term" else f"/{_INDEX}"
    return _finish(language.prefix, link.rstrip("/") + name, slash=False)


def is_ugly(language: Language, section: str) -> bool:
    """True where the pages of a section (as in the tree, in lower case) are `x.html`, not `x/`."""
    return section in language.ugly if isinstance(language.ugly, frozenset) else language.ugly


def are_ugly(language: Language, folders: tuple[str, ...]) -> bool:
    """True where the pages below these folders, as they are on the disk, are `x.html`, not `x/`."""
    return bool(language.ugly) and is_ugly(language, normal("".join(folders[:1])))


def _from_url(url: str, language: Language, parts: Callable[[], Parts]) -> str | None:
    """A page with a `url` of its own is published there, without any cleaning."""
    if url.startswith(("http://", "https://")) or _BAD_ESCAPE.search(url):
        return None  # Hugo stops
    if ":" in url:
        expanded = expand(url, parts())
        if expanded is None:
            return None
        url = expanded or url
    absolute = url.startswith("/")
    if ".." in url:
        url = _clean("/" + url)
    elements = [element for element in url.split("/") if element]
    if url.endswith("/") or "." not in url:
        elements.append(_INDEX)
    bare = elements[-1:] == [_INDEX]
    prefix = "" if absolute or url.startswith(f"/{language.prefix}") else language.prefix
    return _finish(prefix, _join(elements[:-1] if bare else elements), slash=bare)


def _urlize(language: Language) -> Callable[[str], str]:
    return lambda text: _urlized(language, (text,))[0]


def _urlized(language: Language, texts: Iterable[str]) -> list[str]:
    lower, remove_accents = language.lower, language.remove_accents
    return [urlize(text, lower=lower, remove_accents=remove_accents) for text in texts]


def _clean(path: str) -> str:
    """Go's `path.Clean`: unlike Python's, it makes one slash of two at the start."""
    cleaned = posixpath.normpath(path)
    return cleaned[1:] if cleaned.startswith("//") else cleaned


def _join(elements: Iterable[str]) -> str:
    parts = [element.removeprefix("/").removesuffix("/") for element in elements]
    return "/" + "/".join(part for part in parts if part)


def _finish(prefix: str, link: str, *, slash: bool) -> str:
    whole = f"/{prefix}{link}" if prefix else link
    if whole.startswith("//"):  # the folder vanished, and Hugo takes what follows for a host
        whole = "/" + whole[2:].partition("/")[2]
    return whole if not slash or whole.endswith("/") else whole + "/"
