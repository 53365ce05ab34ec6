"""Which pages Hugo certainly writes, and where."""

from __future__ import annotations

import posixpath
from collections.abc import Callable, Collection, Mapping

from newslint.generators.hugo.config import SiteConfig
from newslint.generators.hugo.outputs import formats_of
from newslint.generators.hugo.page import Built, built, values_of
from newslint.generators.hugo.paths import ContentPath, normal, parse_path
from newslint.generators.hugo.url import is_ugly, kind_of
from newslint.generators.inherited import NOTHING, Inherited
from newslint.model.article import Content
from newslint.model.clock import Clock
from newslint.model.facts import Published
from newslint.model.node import Node
from newslint.model.values import ListValue, Scalar, Table, Value

_ELSEWHERE = frozenset(("_build", "sites", "kind"))
"""Keys with which a page may be written elsewhere, in another form or not at all."""

_RENDERS = frozenset(("list", "publishresources"))
"""Settings of `build` that leave the page where it is."""

_INDEX = "index.html"

_HANDED_DOWN = frozenset(("_build", "build", "draft", "headless", "outputs", "expirydate"))


def published_at(
    site: SiteConfig, article: Content, inherited: Inherited, clock: Clock
) -> Published | None:
    """Where the page is written; None where it is not built, may not be, or is no page.

    A file beside or below the `index` of a bundle is a part of that page, which only those know who
    see the folders.
    """
    path = parse_path(article.path, site)
    if path is None or kind_of(path) in path.language.off:
        return None
    if _form(path, article, inherited) != "page":
        return None
    page = built(site, article, inherited)
    if page.url is None:
        return None
    if not is_shown(site, page, clock):
        return None
    url = page.url + _INDEX if page.url.endswith("/") else page.url
    code = path.language.code
    values = values_of(article)
    given = values.get("url")
    own = isinstance(given, Scalar) and bool(given.text) and kind_of(path) != "home"
    host, url = _at_host(code if site.multihost else "", posixpath.normpath(url), own)
    formats = {*_outputs(path, values.get("outputs"))} - {"html"}
    return Published(
        url,
        code,
        _ABOVE[path.form],
        host,
        is_ugly(path.language, normal(path.folders[0]) if path.folders else ""),
        tuple(sorted(formats)),
        own and not page.url.endswith("/"),
    )


def _at_host(host: str, url: str, own: bool) -> tuple[str, str]:
    """Host and path of a page: a `url` that begins with the code of the language is not put into
    the folder of its host, whatever follows. Measured."""
    if not own or not host or not url.startswith(f"/{host}"):
        return host, url
    rest = url.removeprefix(f"/{host}")
    return (host, rest) if rest.startswith("/") else ("", url)


_ABOVE = {"branch": 1, "bundle": 1, "page": 0}


def node(
    site: SiteConfig, article: Content, inherited: Inherited, is_shown: Callable[[], bool]
) -> Node | None:
    """The place of a file in the tree: its path without language and extension, in lower case.

    Hugo 0.168 builds one of two files for a place. Measured for each pair of kinds, for drafts and
    pages that lie ahead or have expired, and for pages that are not rendered, or as JSON alone.
    `is_shown` is asked where the file is none that is written as a page.
    """
    path = parse_path(article.path, site)
    if path is None:
        return None
    key = f"{path.language.code}:{path.base}"
    form = _form(path, article, inherited)
    if not form:
        return Node(key)
    stem, _, extension = article.path.rpartition("/")[2].rpartition(".")
    kind = _KINDS[path.form]
    if stem != path.name:
        kind = kind.upper()
    order = f"{'' if extension == 'md' else extension} {path.name}"
    elsewhere = form == "elsewhere" and is_shown()
    return Node(key, kind, _HIDDEN[kind], _BEATEN[kind], order, elsewhere)


_KINDS = {"page": "p", "bundle": "b", "branch": "i"}
"""The letters of the kinds; one with a language in its name has a capital."""

_BEATEN = {"p": "bBiIP", "b": "BP", "i": "bBIP", "P": "BI", "B": "", "I": "bB"}
"""Kind -> those that count before it."""

_HIDDEN = {"p": "bBiIP", "b": "BPp", "i": "bBIPp", "P": "BIb", "B": "pP", "I": "bBpP"}
"""Kind -> those of which even a draft drops it."""


class _Last:
    """The form of the last article: both its URL and its place in the tree depend on it."""

    known: tuple[Content, Inherited, str] | None = None


def _form(path: ContentPath, article: Content, inherited: Inherited) -> str:
    """What is written of an article that is shown: a `page`, none or another file `elsewhere`;
    empty where something is said or handed down that is not known."""
    known = _Last.known
    if known is None or known[0] is not article or known[1] is not inherited:
        form = _form_of(path, values_of(article), inherited)
        known = _Last.known = article, inherited, form
    return known[2]


def _form_of(path: ContentPath, values: Mapping[str, Value], inherited: Inherited) -> str:
    if not _ELSEWHERE.isdisjoint(values):
        return ""
    if inherited is not NOTHING and inherited.names(_HANDED_DOWN):
        return ""
    if "cascade" in values and path.form != "branch":
        return ""  # what a section hands down it has itself, and is among what is inherited
    build = _build(values["build"]) if "build" in values else "page"
    if "headless" in values:
        headless = values["headless"]
        known = isinstance(headless, Scalar) and headless.text.lower() == "true"
        return "elsewhere" if known and path.form != "branch" else ""
    if build != "page":
        return build
    return "page" if "html" in _outputs(path, values.get("outputs")) else "elsewhere"


def _build(build: Value) -> str:
    """What `build` makes of a page."""
    inner = {one.key.lower(): one.value for one in build.fields} if isinstance(build, Table) else {}
    if inner and inner.keys() <= _RENDERS:
        return "page"
    render = inner.get("render")
    never = isinstance(render, Scalar) and render.text.lower() in ("never", "link")
    return "elsewhere" if never and inner.keys() <= {*_RENDERS, "render"} else ""


def _outputs(path: ContentPath, outputs: Value | None) -> Collection[str]:
    """The output formats of a page, in lower case."""
    if outputs is None:
        return formats_of(path.language, kind_of(path))
    names = outputs.items if isinstance(outputs, ListValue) else ()
    return {one.text.lower() for one in names if isinstance(one, Scalar)}


def alias_at(site: SiteConfig, alias: str, page: Published) -> str | None:
    """Where the redirect is written; None for a page that is no folder, unless all of its section
    are none, and for no plain path.

    Without a slash in front an alias counts from the folder that the page's own lies in. Measured.
    """
    folder, index = posixpath.split(page.url)
    strange = not alias or alias != alias.strip() or any(sign in alias for sign in ":?#%\\")
    if strange or not (page.ugly or index == _INDEX):
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
