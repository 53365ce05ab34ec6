"""Pelican, as its documentation and its reader of Markdown describe it.

The metadata of Markdown files are lines `Key: value` that Python-Markdown's extension `meta` reads,
with or without delimiters; a plugin may read YAML in their place. Whatever the site's settings say
is not known: they are code, which is never run.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

from newslint.generators.base import Generator, fact
from newslint.generators.fences import ANY_FENCES
from newslint.generators.pages import role_keys
from newslint.generators.signs import OWN_NAME, Folder, Registration, Sign

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
_CONFIG = "pelicanconf.py"


@dataclass(frozen=True, eq=False, kw_only=True)
class Pelican(Generator):
    """URLs are up to the settings; dates are read by dateutil, in more forms than are known."""

    name = "pelican"
    title = "Pelican"
    fences = FENCES
    known_keys: frozenset[str] = KEYS
    role_keys: Mapping[str, tuple[str, ...]] = fact(_ROLE_KEYS)
    taxonomies: tuple[str, ...] = ("category", "tags")
    splits_terms = "commas"
    markdown_summary = True
    makes_summary = True


def recognise(folder: Folder) -> Sign | None:
    """By the name of its settings."""
    return Sign(_CONFIG, OWN_NAME) if folder.first_file((_CONFIG,)) else None


def load(root: Path | None, site: Mapping[str, Any] | None) -> Generator:
    """What holds for every site."""
    return Pelican()


GENERATOR = Registration(load, recognise)
