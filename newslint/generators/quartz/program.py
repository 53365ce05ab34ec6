"""Quartz: notes of Obsidian as a site, as its source describes it.

Read in Quartz 4: `transformers/frontmatter.ts`, `transformers/lastmod.ts`, `filters/draft.ts`. Its
js-yaml 4 knows no dates, so that all are texts; `new Date` reads them, and a page whose date it
does not read has the day of the build.
"""

from __future__ import annotations

from collections.abc import Mapping

from newslint.generators.base import Generator, fact
from newslint.generators.shared.javascript.dates import js_date, js_number
from newslint.generators.shared.javascript.fences import GRAY_MATTER
from newslint.generators.shared.javascript.scalars import JS_YAML, kind_4
from newslint.generators.shared.pages import role_keys
from newslint.model.article import DateReading
from newslint.model.records import dataclass
from newslint.model.values import Kind, Scalar

KEYS = frozenset({
    "alias", "aliases", "comments", "cover", "created", "cssclass", "cssclasses", "date",
    "description", "draft", "enabletoc", "image", "lang", "last-modified", "lastmod", "modified",
    "permalink", "publish", "publishdate", "published", "socialdescription", "socialimage", "tag",
    "tags", "title", "updated",
})  # fmt: skip
"""Keys (lower case) that its transformers, filters and emitters read."""

_ROLE_KEYS = role_keys(
    {
        "title": ("title",),
        "date": ("created", "date"),
        "lastmod": ("modified", "lastmod", "updated", "last-modified"),
        "publishdate": ("published", "publishdate"),
        "url": ("permalink",),
        "image": ("socialimage", "image", "cover"),
        "tags": ("tags", "tag"),
        "categories": (),
        "slug": (),
    }
)


@dataclass(frozen=True, eq=False, kw_only=True)
class Quartz(Generator):
    """URLs are the paths of files; which of a page's dates is shown is up to the config."""

    name = "quartz"
    title = "Quartz"
    fences = GRAY_MATTER
    quirks = JS_YAML
    front_matter_needed = False
    needs_title = False
    content: tuple[str, ...] = ("content",)
    known_keys: frozenset[str] = KEYS
    role_keys: Mapping[str, tuple[str, ...]] = fact(_ROLE_KEYS)
    taxonomies: tuple[str, ...] = ("tags",)
    note_links = True
    nests_terms = True
    boolean_texts = frozenset(("true", "false"))
    date_forms_known = True
    splits_terms = "commas"
    image_roots = ("content",)

    def kind(self, plain: str) -> Kind:
        """What js-yaml 4 makes of a plain scalar with the types of JSON."""
        found = kind_4(plain)
        return "string" if found == "date" else found

    def date(self, value: Scalar, zone: str) -> DateReading | None:
        """The date as `new Date` reads it."""
        if value.kind in ("int", "float"):
            return js_number(value.text)
        return js_date(value.text, zone) if value.kind == "string" else None
