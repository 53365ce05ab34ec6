"""Quarto: documents `.qmd`, `.Rmd` and `.md`, as its documentation describes them.

Nothing of it was measured: what it makes of a date or of a list in an odd form is not known. A
document may have more blocks of YAML than the first.
"""

from __future__ import annotations

from collections.abc import Mapping
from datetime import UTC, datetime

from newslint.generators.base import Generator, fact
from newslint.generators.fences import ANY_FENCES
from newslint.generators.inherited import NOTHING, Inherited
from newslint.generators.quarto.metadata import SharedMetadata
from newslint.generators.shared.pages import role_keys
from newslint.model.article import Content, DateReading
from newslint.model.records import dataclass, replace
from newslint.model.values import Scalar

KEYS = frozenset({
    "abstract", "about", "aliases", "author", "bibliography", "categories", "citation", "date",
    "date-format", "date-modified", "description", "doi", "draft", "editor", "engine", "execute",
    "filters", "format", "image", "image-alt", "include-in-header", "jupyter", "keywords",
    "knitr", "lang", "license", "listing", "order", "page-layout", "pagetitle", "params",
    "resources", "search", "sidebar", "subtitle", "title", "title-block-banner", "toc",
})  # fmt: skip
"""Keys with a meaning of their own; there are hundreds more, by the format of the output."""

ENDINGS = {".qmd": ".md", ".rmd": ".md"}
"""How names of documents end, besides `.md`."""

WORDS = ("last-modified", "now", "today")
"""Dates that stand for the day of the build or the file's own time."""

FENCES = replace(ANY_FENCES, toml=False, json=False, org=False, dots_close=True)
"""Pandoc's blocks, which `...` may close; what else it takes for delimiters is not known."""

_ROLE_KEYS = role_keys(
    {
        "date": ("date",),
        "lastmod": ("date-modified",),
        "summary": ("abstract",),
        "tags": (),
        "slug": (),
    }
)


@dataclass(frozen=True, eq=False, kw_only=True)
class Quarto(Generator):
    """URLs are the paths of files."""

    name = "quarto"
    title = "Quarto"
    fences = FENCES
    extension = ENDINGS
    front_matter_needed = False
    needs_title = False
    known_keys: frozenset[str] = KEYS
    role_keys: Mapping[str, tuple[str, ...]] = fact(_ROLE_KEYS)
    taxonomies: tuple[str, ...] = ("categories",)
    template_values = "quoted"
    makes_summary = True

    metadata: SharedMetadata | None = None

    def is_page(self, article: Content) -> bool:
        """False for what has an underscore before its name or before one of its folders."""
        return not any(part.startswith("_") for part in article.path.split("/"))

    def inherited(self, path: str) -> Inherited:
        """The metadata of the project and of the folders above the document."""
        return self.metadata.inherited(path) if self.metadata else NOTHING

    def date(self, value: Scalar, zone: str) -> DateReading | None:
        """The usual date. One of `WORDS` is the start of 2000, its layout is empty."""
        if value.text.lower() in WORDS:
            return DateReading(datetime(2000, 1, 1, tzinfo=UTC), False, False, "")
        return super().date(value, zone)
