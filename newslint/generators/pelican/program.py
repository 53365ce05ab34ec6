"""Pelican, as its documentation and its reader of Markdown describe it.

The metadata of Markdown files are lines `Key: value` that Python-Markdown's extension `meta` reads,
with or without delimiters; a plugin may read YAML in their place. Whatever the site's settings say
is not known: they are code, which is never run.
"""

from __future__ import annotations

import re
from collections.abc import Mapping

from newslint.generators.base import Generator, fact
from newslint.generators.fences import ANY_FENCES
from newslint.generators.inherited import UNKNOWN, Inherited, Layer, layered
from newslint.generators.shared.pages import role_keys
from newslint.model.records import dataclass, replace
from newslint.text.regex import regex

KEYS = frozenset({
    "author", "authors", "category", "date", "keywords", "lang", "modified", "save_as", "slug",
    "status", "summary", "tags", "template", "title", "translation", "url",
})  # fmt: skip
"""Metadata with a meaning of their own."""

FENCES = replace(ANY_FENCES, bare_lines=True)
"""What else it takes for delimiters is not known."""

_ROLE_KEYS = role_keys(
    {
        "date": ("date",),
        "lastmod": ("modified",),
        "url": ("url",),
        "author": ("author", "authors"),
        "categories": ("category",),
        "draft": (),  # `status` says it, in words
    }
)
_METADATA = regex(
    r"^[ \t]*(?:from\s+\S+\s+import\s+\*|(?:DEFAULT|FILENAME|PATH|EXTRA_PATH)_METADATA\b)",
    re.MULTILINE,
)
"""Settings from which any metadata may come, and settings that are elsewhere."""

_SETTINGS = {"AUTHOR": "author", "DEFAULT_DATE": "date", "DEFAULT_LANG": "lang"}
_DATED = regex(r"(?:^|/)[0-9]{4}-[0-9]{2}-[0-9]{2}[^/]*$", re.ASCII)

OWN_DATES = frozenset(
    (
        "9999-99-99 99:99",
        "9999-99-99",
    )
)
"""What `pelican-quickstart` and the documentation have."""


@dataclass(frozen=True, eq=False, kw_only=True)
class Pelican(Generator):
    """URLs are up to the settings; dates are read by dateutil, in more forms than are known."""

    name = "pelican"
    title = "Pelican"
    fences = FENCES
    front_matter_needed = True
    needs_title = True
    known_keys: frozenset[str] = KEYS
    role_keys: Mapping[str, tuple[str, ...]] = fact(_ROLE_KEYS)
    taxonomies: tuple[str, ...] = ("category", "tags")
    splits_terms = "commas"
    own_dates = OWN_DATES
    hides = ("status", "draft")
    markdown_summary = True
    makes_summary = True
    settings: str | None = ""

    def inherited(self, path: str) -> Inherited:
        """What the settings give, by their names; the category is the folder's.

        The settings may give any metadata where they say so, or cannot be read.
        """
        if self.settings is None or _METADATA.search(self.settings):
            return UNKNOWN
        named = re.findall(r"^([A-Z_]+)\s*=", self.settings, re.MULTILINE)
        given = {_SETTINGS[name]: "?" for name in named if name in _SETTINGS}
        given |= {"category": "?"} | ({"date": "?"} if _DATED.search(path) else {})
        return layered([Layer(given, certain=False)])
