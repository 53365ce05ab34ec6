"""For sites whose generator is not known: standards only, and no URL is known."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import UTC, datetime

from newslint.generators.answers import YamlQuirks
from newslint.generators.base import fact
from newslint.generators.role_keys import ROLE_KEYS
from newslint.generators.shared.plain_scalars import yaml_kind
from newslint.generators.shared.standards import standard_date
from newslint.generators.shared.strict_slugs import StrictSlugs
from newslint.model.article import DateReading
from newslint.model.records import dataclass
from newslint.model.values import Kind, Scalar

QUIRKS = YamlQuirks(open_item="Hugo")
"""What the most widespread generator makes of it is worth a word."""

_EXPORTED = {
    "title": "post_title",
    "date": "post_date",
    "lastmod": "post_modified",
    "summary": "post_excerpt",
    "slug": "post_name",
}
"""Role -> its key in front matter made from WordPress's own table of posts."""

_ROLE_KEYS = {
    role: (*keys, *((_EXPORTED[role],) if role in _EXPORTED else ()))
    for role, keys in ROLE_KEYS.items()
}


@dataclass(frozen=True, eq=False, kw_only=True)
class Generic(StrictSlugs):
    """Knows what YAML 1.1 (as PyYAML reads it), ISO 8601 and RFC 822 say."""

    name = "generic"
    quirks = QUIRKS
    date_forms_known = True
    date_tables = frozenset(("created",))
    taxonomies: tuple[str, ...] = ("tags", "categories")
    role_keys: Mapping[str, tuple[str, ...]] = fact(_ROLE_KEYS)

    def kind(self, plain: str) -> Kind:
        """What PyYAML makes of the scalar; a timestamp is a date."""
        return yaml_kind(plain)

    def date(self, value: Scalar, zone: str) -> DateReading | None:
        """ISO 8601 and RFC 822 with a year, a month and a day; GMT and UTC are understood.

        A word that stands for a date to some generator is the start of 2000, its layout is empty.
        """
        reading = standard_date(value, zone)
        if reading is None and value.text.replace(" ", "").replace("-", "").isalpha():
            return _word(value.text.lower())
        return reading


def _word(text: str) -> DateReading | None:
    """The date that a word stands for, in Eleventy or in Quarto."""
    from newslint.generators.eleventy.program import WORDS as FILE_TIMES
    from newslint.generators.quarto.program import WORDS as DAYS

    if text in FILE_TIMES or text in DAYS:
        return DateReading(datetime(2000, 1, 1, tzinfo=UTC), False, False, "")
    return None
