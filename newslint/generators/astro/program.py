"""The target Astro: js-yaml 4, and dates as `z.coerce.date()` of a collection reads them.

Measured with Astro 5.18. What a field means is up to the site's own schema: the names here are
those of the official starters. A schema with `z.date()` takes unquoted YAML dates only.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from pathlib import Path

from newslint.generators.answers import OwnSchema
from newslint.generators.astro.schema import supplied
from newslint.generators.base import Generator, fact
from newslint.generators.fences import FencePolicy, forms
from newslint.generators.inherited import NOTHING, Inherited
from newslint.generators.shared.javascript.dates import js_value
from newslint.generators.shared.javascript.scalars import JS_YAML, kind_4
from newslint.generators.shared.pages import (
    is_bool,
    make_page,
    role_keys,
    terms_of,
    values_of,
)
from newslint.generators.site_config import text_of
from newslint.model.article import Content, DateReading, Page
from newslint.model.records import dataclass
from newslint.model.values import Kind, Scalar
from newslint.text.no_such_day import why_impossible
from newslint.text.regex import regex

FOLDERS = ("src/content", "src/pages")
"""Where Astro itself looks for Markdown; more is said by the loaders in the content config."""

KEYS = frozenset(("draft", "layout", "slug", "title"))
"""Front matter keys that Astro or its documentation gives a meaning."""

_CONFIGS = tuple(
    f"src/{name}.{ext}" for name in ("content.config", "content/config") for ext in
    ("ts", "mts", "js", "mjs")
)  # fmt: skip
_BASE = regex(r"""\bbase:\s*(["'`])\.?/?([\w./ -]+?)/?\1""")
_CONSTANT = regex(
    r"""^[ \t]*(?:export\s+)?const\s+(\w+)\s*(?::\s*string\s*)?=\s*(["'`])([\w./ -]*)\2""",
    re.MULTILINE,
)
_NAMED_BASE = regex(r"\bbase:\s*(\w+)\s*[,}\n]")
_ROLE_KEYS = role_keys(
    {
        "date": ("pubdate", "pubdatetime", "date", "publishdate", "published", "publishedat"),
        "lastmod": ("updateddate", "moddatetime", "updated", "updatedat", "lastmod", "modified"),
        "image": ("heroimage", "image", "images", "cover", "ogimage", "thumbnail"),
        "categories": ("categories", "category"),
    }
)


FENCES = FencePolicy(
    missed=forms(
        "spaces-before opening-missing closing-dots closing-dashes closing-indented bare-cr"
        " unclosed"
    ),
    stops=forms("opening-long"),
    toml=True,
    leading="line",
)
"""Measured with Astro 5.18."""

OWN_DATES = frozenset(
    (
        "Mon 99 9999",
        "9999-99-99",
    )
)
"""What the blog of `create astro` and the documentation have."""


@dataclass(frozen=True, eq=False, kw_only=True)
class Astro(Generator):
    """A page's route is made by the site's own code: no URL is known."""

    name = "astro"
    title = "Astro"
    escapes_texts = True
    fences = FENCES
    needs_title = None  # the schema says it
    taxonomies: tuple[str, ...] = ("categories", "tags")
    known_keys: frozenset[str] = KEYS
    role_keys: Mapping[str, tuple[str, ...]] = fact(_ROLE_KEYS)
    quirks = JS_YAML
    date_forms_known = True
    own_dates = OWN_DATES
    reads_listed_date = True
    splits_terms = "no"
    image_roots = ("public", "src")
    supplied: Inherited = NOTHING
    root: Path | None = None
    slug_is_path = False

    def kind(self, plain: str) -> Kind:
        """What js-yaml 4 makes of a plain scalar."""
        return kind_4(plain)

    def misreads(self, text: str) -> bool:
        """True for 31 June, which is read as 1 July."""
        return bool(why_impossible(text))

    def date(self, value: Scalar, zone: str) -> DateReading | None:
        """The date: YAML's own in UTC, a text as `new Date` reads it, a number in milliseconds."""
        return js_value(value, zone)

    def inherited(self, path: str) -> Inherited:
        """What the schemas of the content config may fill in."""
        return self.supplied

    def own_schemas(self) -> tuple[OwnSchema, ...]:
        """What `astro sync` makes of the collections in the content config."""
        from newslint.generators.astro.collections import schemas

        return schemas(self.root, FOLDERS[0]) if self.root else ()

    def page(self, article: Content) -> Page | None:
        """Dates, and terms as they stand there. A draft is what `data.draft !== true` leaves."""
        values = values_of(article)
        dates = []
        for role in ("date", "lastmod"):
            field = article.get(role)
            if field is not None and field.scalar is not None:
                dates.append((role, self.date(field.scalar, article.timezone)))
        terms = {key: terms_of(values.get(key)) for key in ("tags", "categories")}
        return make_page(is_bool(values.get("draft"), True), dates, terms)


def _with_constants(text: str) -> str:
    """The config with the texts of its own constants in the folders of loaders: `${DIR}/blog`.

    A constant that is made of others, or comes from another module, stays as it is.
    """
    constants = {found[1]: found[3] for found in _CONSTANT.finditer(text)}
    for name, value in constants.items():
        text = text.replace(f"${{{name}}}", value)
    return _NAMED_BASE.sub(
        lambda found: f'base: "{constants[found[1]]}",' if found[1] in constants else found[0], text
    )


def read_site(root: Path | None) -> Astro:
    """The target for the site in that folder: its content config names more content folders.

    Raises SiteConfigError for one that cannot be read.
    """
    folders, config = dict.fromkeys(FOLDERS), ""
    for name in _CONFIGS:
        if root is None:
            break
        text = text_of(root / name, root)
        config += text
        folders |= dict.fromkeys(found[2] for found in _BASE.finditer(_with_constants(text)))
    return Astro(
        content=tuple(folder for folder in folders if ".." not in folder.split("/")),
        supplied=supplied(config),
        root=root,
    )
