"""The target Hexo: js-yaml 4 after hexo-front-matter 4.2, and dates as `new Date` reads them.

Measured with Hexo 8.1.2. An unquoted YAML date loses its zone: what the clock shows in UTC is taken
for the site's own time. A date that cannot be read is the time of the file, and nothing is said.
The name of a file dates its post only where `new_post_name` in the site's config says so.
"""

from __future__ import annotations

from collections.abc import Mapping
from datetime import UTC
from pathlib import Path
from typing import Any

from newslint.generators.answers import TemplateCode
from newslint.generators.base import fact
from newslint.generators.fences import FencePolicy, forms
from newslint.generators.shared.javascript.dates import js_value
from newslint.generators.shared.javascript.scalars import JS_YAML, kind_4
from newslint.generators.shared.pages import (
    day_in,
    is_bool,
    make_page,
    role_keys,
    terms_of,
    values_of,
)
from newslint.generators.shared.strict_slugs import StrictSlugs
from newslint.generators.site_config import read_yaml, text_in
from newslint.model.article import Content, DateReading, Page
from newslint.model.records import dataclass
from newslint.model.values import Kind, ListValue, Scalar, Value
from newslint.text.dates import in_zone
from newslint.text.no_such_day import why_impossible

KEYS = frozenset({
    "categories", "category", "comments", "date", "disablenunjucks", "excerpt", "keywords", "lang",
    "layout", "link", "permalink", "photo", "photos", "published", "tag", "tags", "title",
    "updated",
})  # fmt: skip
"""Front matter keys that Hexo reads."""

_ROLE_KEYS = role_keys(
    {
        "date": ("date",),
        "lastmod": ("updated",),
        "url": ("permalink",),
        "slug": (),
        "tags": ("tags", "tag"),
        "categories": ("categories", "category"),
        "image": ("cover", "photos", "image", "images", "thumbnail"),
    }
)


FENCES = FencePolicy(
    missed=forms(
        "several-lines opening-space opening-comment opening-text opening-long closing-dots"
        " closing-dashes closing-indented bare-cr unclosed"
    ),
    stops=forms("spaces-before"),
    leading="one",
    long=True,
    opening_optional=True,
    empty_is_text=True,
)
"""Measured with Hexo 8.1."""

TEMPLATES = TemplateCode("tags", frozenset(("disableNunjucks",)), skips_code=True)
_DATE_KEYS = {"date": "date", "lastmod": "updated"}

OWN_DATES = frozenset(("9999-99-99 99:99:99",))
"""What `hexo new` writes."""


@dataclass(frozen=True, eq=False, kw_only=True)
class Hexo(StrictSlugs):
    """`timezone` is the config's own; no URL is known, plugins make them.

    `shows_future` posts whose date lies ahead are shown, unless the config says `future: false`.
    `dates_names`: its `new_post_name` begins with the date.
    """

    name = "hexo"
    title = "Hexo"
    fences = FENCES
    needs_title = True
    taxonomies: tuple[str, ...] = ("categories", "category", "tag", "tags")
    known_keys: frozenset[str] = KEYS
    role_keys: Mapping[str, tuple[str, ...]] = fact(_ROLE_KEYS)
    quirks = JS_YAML
    image_roots = ("source",)
    date_keys = _DATE_KEYS
    own_dates = OWN_DATES
    date_forms_known = True
    read_dates = ("date", "lastmod")
    reads_listed_date = True
    splits_terms = "no"
    nested_terms = "as text"
    reads_tabs = True
    zoneless_dates = True
    nests_categories = True
    hides = ("published", "false")
    slug_is_path = False
    template_code = TEMPLATES
    shows_future: bool | None = None
    dates_names: bool = False

    def kind(self, plain: str) -> Kind:
        """What js-yaml 4 makes of a plain scalar."""
        return kind_4(plain)

    def misreads(self, text: str) -> bool:
        """True for 31 June, which is read as 1 July."""
        return bool(why_impossible(text))

    def date(self, value: Scalar, zone: str) -> DateReading | None:
        """The date on a machine whose zone is the site's."""
        zone = zone or self.timezone
        found = js_value(value, zone)
        if value.kind != "date" or found is None:
            return found
        try:
            clock = found.moment.astimezone(UTC).replace(tzinfo=None)
        except OverflowError:  # the first or the last day that Python knows
            return found
        return found._replace(moment=in_zone(clock, zone))

    def page(self, article: Content) -> Page | None:
        """Dates (the path's own where `date` is not there), and terms as they stand there."""
        values = values_of(article)
        zone = article.timezone
        dates = [(role, self._read(values.get(key), zone)) for role, key in _DATES]
        if self.dates_names and dates[0][1] is None and "date" not in values:
            dates[0] = ("date", day_in(article.path.rpartition("/")[2], zone))
        terms = {
            taxonomy: _terms(values.get(taxonomy, values.get(single)))
            for taxonomy, single in (("tags", "tag"), ("categories", "category"))
        }
        hidden = _is_false(values.get("published")) or "/_drafts/" in f"/{article.path}"
        return make_page(hidden, dates, terms)

    def _read(self, value: object, zone: str) -> DateReading | None:
        return self.date(value, zone) if isinstance(value, Scalar) else None


_DATES = (("date", "date"), ("lastmod", "updated"))


def _terms(value: Value | None) -> list[str]:
    """The terms, those of lists inside the list, too, which categories have."""
    items = value.items if isinstance(value, ListValue) else (value,)
    return [term for item in items for term in terms_of(item)]


def _is_false(value: Value | None) -> bool:
    """True for what the database of Hexo takes for false: `"false"`, `"0"`, 0, an empty text."""
    if not isinstance(value, Scalar) or value.kind == "null":
        return False
    if value.kind in ("int", "float"):
        return not value.text.strip("+-0._")
    return is_bool(value, False) or (value.kind == "string" and value.text in ("", "0", "false"))


def from_mapping(config: Mapping[str, Any]) -> Hexo:
    """The target for a site with this config."""
    source = text_in(config, "source_dir") or "source"
    folders = tuple(f"{source.strip('./')}/{name}".lstrip("/") for name in ("_posts", "_drafts"))
    future = text_in(config, "future").lower() != "false"
    dated = text_in(config, "new_post_name").startswith(":year-:month-:day")
    return Hexo(
        timezone=text_in(config, "timezone"),
        content=folders,
        shows_future=future,
        dates_names=dated,
    )


def read_site(root: Path) -> Hexo:
    """The target for the site in that folder. Raises ValueError for a config that is unreadable."""
    return from_mapping(read_yaml(root, ("_config.yml", "_config.yaml")))
