"""Which pages Hugo certainly writes, and where."""

from __future__ import annotations

import posixpath
from collections.abc import Collection, Mapping
from typing import Any

from newslint.generators.hugo.cascade import BUILT, Cascades
from newslint.generators.hugo.config import CASCADED, SiteConfig
from newslint.generators.hugo.outputs import formats_of, known_formats, layouts_of, places_beside
from newslint.generators.hugo.page import Built, built, values_of
from newslint.generators.hugo.paths import ContentPath, parse_path
from newslint.generators.hugo.url import are_ugly, kind_of
from newslint.generators.inherited import NOTHING, Inherited
from newslint.model.article import Content
from newslint.model.clock import Clock
from newslint.model.facts import Published
from newslint.model.node import Node
from newslint.model.values import ListValue, Scalar, Table, Value

_ELSEWHERE = frozenset(("_build", "sites", "kind"))
"""Keys with which a page may be written elsewhere, in another form or not at all."""

_SAYS = _ELSEWHERE | {"build", "cascade", "headless", "outputs"}
"""Keys with which an article says something of it."""

_RENDERS = frozenset(("list", "publishresources"))
"""Settings of `build` that leave the page where it is."""

_INDEX = "index.html"

HANDED_DOWN = CASCADED | BUILT
"""Keys that, handed down, may hide or move a page."""


class Pages:
    """The pages of a site. Of an article several things are asked, one after the other."""

    def __init__(self, site: SiteConfig, cascades: Cascades) -> None:
        self._site, self._cascades = site, cascades
        self._last: _Seen | None = None

    def published_at(self, article: Content, clock: Clock) -> Published | None:
        """Where the page is written; None where it is not built, may not be, or is no page.

        A file beside or below the `index` of a bundle is a part of that page, which only those know
        who see the folders.
        """
        site, seen = self._site, self._seen(article)
        path, form = seen.path, seen.form
        if path is None or form not in ("page", "other") or kind_of(path) in path.language.off:
            return None
        page = seen.page
        if page.url is None or not is_shown(site, page, clock):
            return None
        url = page.url + _INDEX if page.url.endswith("/") else page.url
        code = path.language.code
        values = values_of(article)
        given = values.get("url")
        text = given.text if isinstance(given, Scalar) else ""
        own = bool(text) and kind_of(path) != "home"
        if "//" in url or "/." in url:  # few are not clean
            url = posixpath.normpath(url)
        host, url = _at_host(code if site.multihost else "", url, own)
        formats = tuple(sorted(set(seen.outputs) - {"html"}))
        named = own and "." in text and not text.endswith("/")
        if form == "other":
            places = places_beside(site, url, known_formats(formats, layouts_of(site)), named)
            return Published(places[0], code, _ABOVE[path.form], host) if places else None
        ugly = are_ugly(path.language, path.folders)
        return Published(url, code, _ABOVE[path.form], host, ugly, formats, named)

    def node(self, article: Content, clock: Clock) -> Node | None:
        """The place of a file in the tree: its path without language and extension, in lower case.

        Hugo 0.168 builds one of two files for a place. Measured for each pair of kinds, for drafts
        and pages that lie ahead or have expired, and for pages that are not rendered, or as JSON
        alone. A page of which it is not known where it is written is kept all the same.
        """
        seen = self._seen(article)
        path = seen.path
        if path is None:
            return None
        key = f"{path.language.code}:{path.base}"
        if not seen.form:
            return Node(key)
        stem, _, extension = article.path.rpartition("/")[2].rpartition(".")
        kind = _KINDS[path.form]
        if stem != path.name:
            kind = kind.upper()
        order = f"{'' if extension == 'md' else extension} {path.name}"
        is_elsewhere = seen.form != "page" or seen.page.url is None
        elsewhere = is_elsewhere and is_shown(self._site, seen.page, clock)
        return Node(key, kind, _HIDDEN[kind], _BEATEN[kind], order, elsewhere)

    def lists_with(self, article: Content, clock: Clock) -> Collection[str]:
        """The taxonomies whose lists have the page: not one that is never rendered, but one with
        `build: {render: link}`. Measured."""
        seen = self._seen(article)
        path, form = seen.path, seen.form
        if path is None or not path.language.has_terms or kind_of(path) in path.language.off:
            return ()
        linked = form == "elsewhere" and _is_linked(values_of(article))
        if form not in ("page", "other") and not linked:
            return ()
        shown = is_shown(self._site, seen.page, clock)
        return self._cascades.with_terms(path.language) if shown else ()

    def _seen(self, article: Content) -> _Seen:
        seen = self._last
        if seen is None or seen.article is not article:
            inherited = self._cascades.inherited(article.path)
            seen = self._last = _Seen(self._site, article, inherited)
        return seen


class _Seen:
    """What three questions about an article rest on: its place, and what is written of it.

    `form` is a `page`, an `other` file than one of HTML, or nothing, as it stands `elsewhere`;
    empty where something is said or handed down that is not known. `outputs` are the output
    formats with it, in lower case.
    """

    __slots__ = ("_page", "article", "form", "inherited", "outputs", "path", "site")

    def __init__(self, site: SiteConfig, article: Content, inherited: Inherited) -> None:
        self.site, self.article, self.inherited = site, article, inherited
        self.path = parse_path(article.path, site)
        none: _Form = ("", ())
        found = _form_of(self.path, values_of(article), inherited) if self.path else none
        self.form, self.outputs = found
        self._page: Built | None = None

    @property
    def page(self) -> Built:
        """The page, made when it is asked for."""
        if self._page is None:
            self._page = built(self.site, self.article, self.inherited)
        return self._page


_Form = tuple[str, Collection[str]]


def _at_host(host: str, url: str, own: bool) -> tuple[str, str]:
    """Host and path of a page: a `url` that begins with the code of the language is not put into
    the folder of its host, whatever follows. Measured."""
    if not own or not host or not url.startswith(f"/{host}"):
        return host, url
    rest = url.removeprefix(f"/{host}")
    return (host, rest) if rest.startswith("/") else ("", url)


_ABOVE = {"branch": 1, "bundle": 1, "page": 0}


_KINDS = {"page": "p", "bundle": "b", "branch": "i"}
"""The letters of the kinds; one with a language in its name has a capital."""

_BEATEN = {"p": "bBiIP", "b": "BP", "i": "bBIP", "P": "BI", "B": "", "I": "bB"}
"""Kind -> those that count before it."""

_HIDDEN = {"p": "bBiIP", "b": "BPp", "i": "bBIPp", "P": "BIb", "B": "pP", "I": "bBpP"}
"""Kind -> those of which even a draft drops it."""


def _is_linked(values: Mapping[str, Value]) -> bool:
    """True where `build` says that the page is none but in lists."""
    build = values.get("build")
    if not isinstance(build, Table) or "headless" in values:
        return False
    render = next((one.value for one in build.fields if one.key.lower() == "render"), None)
    return isinstance(render, Scalar) and render.text.lower() == "link"


def _form_of(path: ContentPath, values: Mapping[str, Value], inherited: Inherited) -> _Form:
    unknown: _Form = ("", ())
    if inherited is NOTHING and _SAYS.isdisjoint(values):  # most articles
        return _written(path, None)
    if not _ELSEWHERE.isdisjoint(values):
        return unknown
    handed = _handed(values, inherited)
    if handed is None or ("cascade" in values and path.form != "branch"):
        return unknown  # what a section hands down it has itself, and is among what is inherited
    if "headless" in values:
        headless = values["headless"]
        known = isinstance(headless, Scalar) and headless.text.lower() == "true"
        return ("elsewhere", ()) if known and path.form != "branch" else unknown
    build = _build(values["build"]) if "build" in values else _built_as(handed.get("build", {}))
    if build != "page":
        return build, ()
    outputs = _outputs(values["outputs"]) if "outputs" in values else handed.get("outputs")
    return _written(path, outputs)


def _written(path: ContentPath, outputs: Collection[str] | None) -> _Form:
    """What is written of a page in these formats; None: in those of its kind."""
    if outputs is None:
        outputs = formats_of(path.language, kind_of(path))
    return "page" if "html" in outputs else "other", outputs


def _handed(values: Mapping[str, Value], inherited: Inherited) -> dict[str, Any] | None:
    """What is handed down of what the article does not say itself: `draft`, `outputs`, in lower
    case, and `build`; None where there is more that counts, or something is not understood."""
    if inherited is NOTHING:
        return {}
    asked = BUILT - values.keys()
    if not inherited.known or not inherited.maybe.isdisjoint(asked):
        return None
    found: dict[str, Any] = {}
    for key in asked & inherited.values.keys():
        value = inherited.values[key]
        kind = _PLAIN.get(key)
        if kind is None or not isinstance(value, kind):
            return None
        found[key] = [str(one).lower() for one in value] if isinstance(value, list) else value
    return found


_PLAIN: Mapping[str, type] = {"draft": bool, "outputs": list, "build": Mapping}


def _build(build: Value) -> str:
    """What `build` makes of a page."""
    inner = build.fields if isinstance(build, Table) else ()
    texts = {one.key.lower(): one.value for one in inner}
    return _built_as({k: v.text if isinstance(v, Scalar) else "" for k, v in texts.items()} or None)


def _built_as(build: Mapping[str, Any] | None) -> str:
    if build is None:
        return ""
    inner = {str(key).lower(): value for key, value in build.items()}
    if inner.keys() <= _RENDERS:
        return "page"
    never = str(inner.get("render")).lower() in ("never", "link")
    return "elsewhere" if never and inner.keys() <= {*_RENDERS, "render"} else ""


def _outputs(outputs: Value) -> Collection[str]:
    """The output formats that a page names, in lower case."""
    names = outputs.items if isinstance(outputs, ListValue) else ()
    return {one.text.lower() for one in names if isinstance(one, Scalar)}


def alias_at(site: SiteConfig, alias: str, page: Published) -> str | None:
    """Where the redirect is written; None for no plain path.

    Without a slash in front an alias counts from the folder that the page's own lies in. Measured;
    where the page is no folder, it is not known, unless all pages of its section are none.
    """
    folder, index = posixpath.split(page.url)
    strange = not alias or alias != alias.strip() or any(sign in alias for sign in ":?#%\\")
    if strange or not (page.ugly or index == _INDEX or (alias[0] == "/" and index[-5:] == ".html")):
        return None
    if not site.aliases or page.language not in site.languages:
        return None
    prefix = site.languages[page.language].prefix
    above = posixpath.dirname(folder) if index == _INDEX else folder
    base = (f"/{prefix}" if prefix else "/") if alias[0] == "/" else above
    path = posixpath.normpath(f"/{base}/{alias}").replace("//", "/")
    if path.endswith(".html"):
        return path
    return f"{path}.html" if page.ugly else f"{path.rstrip('/')}/{_INDEX}"


def is_shown(site: SiteConfig, page: Built, clock: Clock) -> bool:
    """False for a draft, and for what lies ahead or has expired, as far as the site hides them."""
    if page.draft and not site.drafts:
        return False
    begins = page.dates.get("publishdate", page.dates.get("date"))
    ends = page.dates.get("expirydate")
    ahead = begins is not None and not site.future and not clock.reached(begins.moment)
    past = ends is not None and not site.expired and clock.reached(ends.moment)
    return not ahead and not past
