"""The page that Hugo makes of an article: URL, draft state, dates and terms."""

from __future__ import annotations

import datetime
from collections.abc import Callable, Mapping

from newslint.files import ask
from newslint.generators.hugo.casts import to_bool, to_string, to_terms
from newslint.generators.hugo.config import CASCADED, Language, SiteConfig
from newslint.generators.hugo.dates import PageDates, named_date, page_dates
from newslint.generators.hugo.paths import parse_path
from newslint.generators.hugo.url import PageFacts, TermUrls, page_url
from newslint.generators.inherited import NOTHING, Inherited
from newslint.model.article import Content, DateReading, Page
from newslint.model.records import NamedTuple
from newslint.model.values import Field, Scalar, Table, Value
from newslint.text.dates import rfc3339


def make_page(
    site: SiteConfig, article: Content, inherited: Inherited, terms_of: TermUrls | None = None
) -> Page:
    """The page; its URL is None where it is not known, as with values handed down that count.

    `terms_of` gives the URLs of the site's terms; None: without its terms.
    """
    path = parse_path(article.path, site)
    language = path.language if path else site.default
    terms = _terms(language, article.fields) if terms_of else {}
    url, draft, dates = built(site, article, inherited)
    found = tuple([(role, rfc3339(reading)) for role, reading in dates.items()])
    if terms_of is None or not terms:
        return Page(url=url, draft=draft, dates=found, terms=(), first=())
    return Page(
        url=url,
        draft=draft,
        dates=found,
        terms=tuple(
            [
                page
                for taxonomy, texts in terms.items()
                for page in terms_of.pages(language, taxonomy, tuple(texts))
            ]
        ),
        first=tuple([(taxonomy, texts[0]) for taxonomy, texts in terms.items() if texts]),
    )


class Built(NamedTuple):
    """A page without its terms; the dates are those of its roles."""

    url: str | None
    draft: bool
    dates: Mapping[str, DateReading]


def built(site: SiteConfig, article: Content, inherited: Inherited) -> Built:
    """The page without its terms: what a fix of a term leaves as it is."""
    path = parse_path(article.path, site)
    terms = (path.language if path else site.default).mere_terms
    return _built(site, article.path, inherited, _Said(values_of(article), terms))


class _Said:
    """The values of an article, which are equal where they differ in these terms alone."""

    __slots__ = ("terms", "values")

    def __init__(self, values: Mapping[str, Value], terms: frozenset[str]) -> None:
        self.values, self.terms = values, terms

    def __eq__(self, other: object) -> bool:
        if not isinstance(other, _Said):
            return NotImplemented
        return self.values is other.values or self._others() == other._others()

    def _others(self) -> dict[str, Value]:
        return {key: value for key, value in self.values.items() if key not in self.terms}


@ask.last
def _built(site: SiteConfig, place: str, inherited: Inherited, said: _Said) -> Built:
    path, values = parse_path(place, site), said.values
    language = path.language if path else site.default
    dates = page_dates(values, language.chains, language.timezone, path.own if path else "")
    url = None
    handed = inherited is not NOTHING and inherited.names(CASCADED - values.keys())
    if path is not None and "sites" not in values and not handed:
        url = page_url(site, path, _facts(values, dates))
    return Built(url, _draft(values, inherited), dates.found)


class _Last:
    """What was last asked of an article: several parts of the code, and many rules, do so."""

    known: tuple[Content, Mapping[str, Value]] | None = None
    page: tuple[Content, SiteConfig, bool] | None = None


def values_of(article: Content) -> Mapping[str, Value]:
    """The values by their keys in lower case: of two of one key the last."""
    known = _Last.known
    if known is None or known[0] is not article:
        values = {item.key.lower(): item.value for item in article.fields}
        known = _Last.known = article, values
    return known[1]


def named_day(site: SiteConfig, article: Content) -> datetime.date | None:
    """The day of the page, where it is that of the file's name; None where another key has it."""
    path = parse_path(article.path, site)
    if path is None:
        return None
    language = path.language
    reading, _ = named_date(path.own, language.timezone)
    first = language.chains["date"][0]
    return reading.moment.date() if reading is not None and first == ":filename" else None


def _facts(values: Mapping[str, Value], dates: PageDates) -> PageFacts:
    slug = to_string(values["slug"]) if "slug" in values else dates.slug or ""
    return PageFacts(
        title=to_string(values.get("title")),
        slug=slug.strip("-"),
        url=to_string(values.get("url")),
        date=dates.found.get("date"),
        dated=not dates.refused,
    )


def _draft(values: Mapping[str, Value], inherited: Inherited) -> bool:
    if "draft" in values:
        return to_bool(values["draft"])
    if inherited.values.get("draft") in (True, "true"):
        return True
    published = values.get("published")
    if isinstance(published, Scalar) and published.kind in ("bool", "null"):
        return not to_bool(published)
    return isinstance(published, Scalar) and published.text.lower() in ("false", "f")


def _terms(language: Language, fields: tuple[Field, ...]) -> dict[str, list[str]]:
    """The raw terms of each taxonomy. What stands under `params` counts before the top level."""
    if not language.has_terms:
        return {}
    found: dict[str, Value] = {}
    inner: dict[str, Value] = {}
    for item in fields:
        key = item.key.lower()
        if key == "params" and isinstance(item.value, Table):
            inner |= {deep.key.lower(): deep.value for deep in item.value.fields}
        found[key] = item.value
    found |= inner
    return {name: to_terms(found[name]) for name in language.taxonomies if name in found}


def is_page(site: SiteConfig, article: Content) -> bool:
    """False for what lies in the bundle of another page, and for what is not rendered.

    The disk is asked once for an article, by however many rules.
    """
    known = _Last.page
    if known is None or known[0] is not article or known[1] is not site:
        found = is_rendered(article) and not is_resource(site, article)
        known = _Last.page = article, site, found
    return known[2]


def is_rendered(article: Content) -> bool:
    """False for `headless: true` and for `build: {render: never}`, also in a list of settings."""
    values = values_of(article)
    if "build" not in values and "headless" not in values:
        return True
    build = values.get("build")
    inner = {one.key.lower(): one.value for one in build.fields} if isinstance(build, Table) else {}
    render = inner.get("render")
    never = isinstance(render, Scalar) and render.text.lower() in ("never", "false")
    headless = values.get("headless")
    return not never and not (isinstance(headless, Scalar) and headless.text.lower() == "true")


def is_resource(site: SiteConfig, article: Content) -> bool:
    """True for a file in the folder of a page bundle, or below it, that is not the bundle's own."""
    folder, _, name = article.path.rpartition("/")
    if article.exists is None or name.startswith(("index.", "_index.")):
        return False
    return _is_in_bundle(article.exists, folder, tuple(site.languages))


@ask.shared
def _is_in_bundle(exists: Callable[[str], bool], folder: str, languages: tuple[str, ...]) -> bool:
    """True for a folder that has an `index` file, or lies below one that has."""
    ends = ("", *(f".{code}" for code in languages))
    while "/" in folder:
        if any(exists(f"{folder}/index{end}.md") for end in ends):
            return True
        folder = folder.rpartition("/")[0]
    return False
