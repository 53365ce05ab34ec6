"""Obsidian: notes whose properties are YAML, as its help describes them.

It builds no site: a note is right with any property, and with none. What it makes of a date or a
list in an odd form is not known. A vault that lies inside a site is the site's.
"""

from __future__ import annotations

from collections.abc import Mapping

from newslint.generators.base import Generator, fact
from newslint.generators.fences import ANY_FENCES
from newslint.generators.shared.pages import role_keys
from newslint.model.records import dataclass, replace

KEYS = frozenset({
    "alias", "aliases", "cover", "cssclass", "cssclasses", "description", "image", "permalink",
    "publish", "tag", "tags",
})  # fmt: skip
"""Properties with a meaning of their own in notes and in what is published of them."""

FENCES = replace(ANY_FENCES, toml=False, json=False, org=False)
"""What else it takes for delimiters is not known."""

_ROLE_KEYS = role_keys(
    {
        "date": ("date", "created"),
        "lastmod": ("modified", "updated"),
        "url": ("permalink",),
        "image": (),  # a link to a picture, in double brackets
        "tags": ("tags", "tag"),
        "categories": (),
        "draft": (),
        "slug": (),
    }
)


@dataclass(frozen=True, eq=False, kw_only=True)
class Obsidian(Generator):
    """A note has the name of its file."""

    name = "obsidian"
    title = "Obsidian"
    fences = FENCES
    front_matter_needed = False
    needs_title = False
    known_keys: frozenset[str] = KEYS
    role_keys: Mapping[str, tuple[str, ...]] = fact(_ROLE_KEYS)
    note_links = True
    template_values = "bare"  # a note may be a template of notes
    nests_terms = True
    hash_terms = True
    refuses_spaces = True
    taxonomies: tuple[str, ...] = ("tags",)
