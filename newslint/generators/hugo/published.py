"""Which pages Hugo certainly writes, and where."""

from __future__ import annotations

import posixpath
from datetime import datetime

from newslint.generators.hugo.config import SiteConfig
from newslint.generators.hugo.paths import parse_path
from newslint.generators.inherited import Inherited
from newslint.model.article import Content, Page
from newslint.model.facts import Published

_ELSEWHERE = frozenset(
    ("_build", "build", "headless", "outputs", "cascade", "type", "kind", "sites")
)
"""Keys with which a page may be written elsewhere, in another form or not at all."""

_INDEX = "index.html"

_HANDED_DOWN = frozenset(("_build", "build", "draft", "headless", "outputs", "expirydate"))


def published_at(
    site: SiteConfig, article: Content, page: Page, inherited: Inherited, now: datetime
) -> Published | None:
    """Where the page is written; None where it is not built, may not be, or is no page.

    A file beside or below the `index` of a bundle is a part of that page, which only those know who
    see the folders. Of a site with several
    languages each may have a host of its own, so the language belongs to the place.
    """
    path = parse_path(article.path, site)
    keys = {field.key.lower() for field in article.fields}
    if path is None or page.url is None or page.draft or keys & _ELSEWHERE:
        return None
    if inherited.names(_HANDED_DOWN) or not _shown(site, page, now):
        return None
    url = page.url + _INDEX if page.url.endswith("/") else page.url
    above = {"branch": -1, "bundle": 1, "page": 0}[path.form]
    return Published(url, path.language.code, above)


def alias_at(site: SiteConfig, alias: str, page: Published) -> str | None:
    """Where the redirect is written; None for a page that is no folder, and for no plain path.

    Without a slash in front an alias counts from the folder that the page's own lies in. Measured.
    """
    folder, index = posixpath.split(page.url)
    strange = not alias or alias != alias.strip() or any(sign in alias for sign in ":?#%\\")
    if index != _INDEX or strange or page.language not in site.languages:
        return None
    prefix = site.languages[page.language].prefix
    base = (f"/{prefix}" if prefix else "/") if alias[0] == "/" else posixpath.dirname(folder)
    path = posixpath.normpath(f"/{base}/{alias}").replace("//", "/")
    return path if path.endswith(".html") else f"{path.rstrip('/')}/{_INDEX}"


def _shown(site: SiteConfig, page: Page, now: datetime) -> bool:
    dates = {role: datetime.fromisoformat(text) for role, text in page.dates}
    begins = dates.get("publishdate", dates.get("date"))
    ends = dates.get("expirydate")
    return (begins is None or begins <= now) and (ends is None or ends > now)
