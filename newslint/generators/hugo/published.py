"""Which pages Hugo certainly writes, and where."""

from __future__ import annotations

import posixpath

from newslint.generators.hugo.config import SiteConfig
from newslint.generators.hugo.page import Built, built, values_of
from newslint.generators.hugo.paths import normal, parse_path
from newslint.generators.hugo.url import is_ugly
from newslint.generators.inherited import NOTHING, Inherited
from newslint.model.article import Content
from newslint.model.clock import Clock
from newslint.model.facts import Node, Published
from newslint.model.values import ListValue, Scalar, Table

_ELSEWHERE = frozenset(("_build", "headless", "cascade", "type", "kind", "sites"))
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
    if path is None or not _is_plain(article, inherited):
        return None
    page = built(site, article, inherited)
    if page.url is None or page.draft:
        return None
    if not _shown(site, page, clock):
        return None
    url = page.url + _INDEX if page.url.endswith("/") else page.url
    above = {"branch": -1, "bundle": 1, "page": 0}[path.form]
    code = path.language.code
    ugly = is_ugly(path.language, normal(path.folders[0]) if path.folders else "")
    return Published(url, code, above, code if site.multihost else "", ugly)


def node(site: SiteConfig, article: Content, inherited: Inherited) -> Node | None:
    """The place of a file in the tree: its path without language and extension, in lower case.

    Hugo 0.168 builds one of two files for a place. Measured for drafts and for pages that lie ahead
    or have expired: where such a one is a bundle, and the other is none, neither is built, and the
    same the other way round; and a name with a language counts before one without.
    """
    path = parse_path(article.path, site)
    if path is None:
        return None
    key = f"{path.language.code}:{path.base}"
    if not _is_plain(article, inherited):
        return Node(key)
    stem = article.path.rpartition("/")[2].rpartition(".")[0]
    if stem != path.name:
        return Node(key, f"{path.form} of a language", _HIDDEN[path.form])
    return Node(key, path.form, (*_HIDDEN[path.form], f"{path.form} of a language"))


_HIDDEN = {
    "page": ("bundle", "bundle of a language", "branch", "branch of a language"),
    "bundle": ("page", "page of a language"),
    "branch": ("page", "page of a language", "bundle", "bundle of a language"),
}


def _is_plain(article: Content, inherited: Inherited) -> bool:
    """True where nothing is said or handed down by which the page may be written elsewhere, in
    another form or not at all."""
    values = values_of(article)
    if not _ELSEWHERE.isdisjoint(values):
        return False
    if inherited is not NOTHING and inherited.names(_HANDED_DOWN):
        return False
    build, outputs = values.get("build"), values.get("outputs")
    if build is not None:
        keys = {one.key.lower() for one in build.fields} if isinstance(build, Table) else {"?"}
        if not keys <= _RENDERS:
            return False
    names = outputs.items if isinstance(outputs, ListValue) else ()
    texts = {one.text.lower() for one in names if isinstance(one, Scalar)}
    return outputs is None or "html" in texts


def alias_at(site: SiteConfig, alias: str, page: Published) -> str | None:
    """Where the redirect is written; None for a page that is no folder, unless all of its section
    are none, and for no plain path.

    Without a slash in front an alias counts from the folder that the page's own lies in. Measured.
    """
    folder, index = posixpath.split(page.url)
    strange = not alias or alias != alias.strip() or any(sign in alias for sign in ":?#%\\")
    if strange or page.language not in site.languages or not (page.ugly or index == _INDEX):
        return None
    prefix = site.languages[page.language].prefix
    above = posixpath.dirname(folder) if index == _INDEX else folder
    base = (f"/{prefix}" if prefix else "/") if alias[0] == "/" else above
    path = posixpath.normpath(f"/{base}/{alias}").replace("//", "/")
    if path.endswith(".html"):
        return path
    return f"{path}.html" if page.ugly else f"{path.rstrip('/')}/{_INDEX}"


def _shown(site: SiteConfig, page: Built, clock: Clock) -> bool:
    begins = page.dates.get("publishdate", page.dates.get("date"))
    ends = page.dates.get("expirydate")
    ahead = begins is not None and not site.future and not clock.reached(begins.moment)
    past = ends is not None and not site.expired and clock.reached(ends.moment)
    return not ahead and not past
