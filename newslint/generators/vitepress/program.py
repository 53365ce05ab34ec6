"""VitePress: gray-matter with js-yaml 3; titles, and whatever else a page lacks, from its headings.

Measured with VitePress 1.6: what its own theme reads. Sites read more with loaders of their own, so
that of dates, drafts and tags nothing is known. The config is code and is never run.
"""

from __future__ import annotations

from collections.abc import Mapping

from newslint.generators.base import Generator, fact
from newslint.generators.shared.javascript.fences import GRAY_MATTER
from newslint.generators.shared.javascript.scalars import JS_YAML, kind_3, timestamp
from newslint.generators.shared.pages import role_keys
from newslint.model.article import DateReading
from newslint.model.records import dataclass
from newslint.model.values import Kind, Scalar

KEYS = frozenset({
    "aside", "description", "dir", "editlink", "externallinkicon", "features", "footer", "head",
    "hero", "ishome", "lang", "lastupdated", "layout", "markdownstyles", "navbar", "next",
    "outline", "pageclass", "params", "prev", "search", "sidebar", "title", "titletemplate",
})  # fmt: skip
"""Keys (lower case) that VitePress and its default theme read."""

_ROLE_KEYS = role_keys({"title": ("title",), "lastmod": (), "draft": (), "slug": ()})


@dataclass(frozen=True, eq=False, kw_only=True)
class VitePress(Generator):
    """URLs are the paths of files, unless the config rewrites them: not known."""

    name = "vitepress"
    title = "VitePress"
    fences = GRAY_MATTER
    quirks = JS_YAML
    front_matter_needed = False
    needs_title = False
    known_keys: frozenset[str] = KEYS
    role_keys: Mapping[str, tuple[str, ...]] = fact(_ROLE_KEYS)
    image_roots = (".", "public")

    def kind(self, plain: str) -> Kind:
        """What js-yaml 3 makes of a plain scalar."""
        return kind_3(plain)

    def date(self, value: Scalar, zone: str) -> DateReading | None:
        """YAML's own dates, in UTC; of all others it is not known what a site makes of them."""
        return timestamp(value.text) if value.kind == "date" else super().date(value, zone)
