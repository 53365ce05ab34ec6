"""What generators share: values as texts, terms, dates in file names, keys of roles."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from datetime import datetime

from newslint.generators.role_keys import ROLE_KEYS
from newslint.model.article import Content, DateReading, Page
from newslint.model.values import ListValue, Scalar, Value
from newslint.text.dates import in_zone, rfc3339
from newslint.text.regex import regex

_DAY = regex(r"[0-9]{4}-[0-9]{2}-[0-9]{2}", re.ASCII)


def role_keys(own: Mapping[str, tuple[str, ...]]) -> Mapping[str, tuple[str, ...]]:
    """The usual keys of the roles, with the generator's own in their place; () has no key."""
    usual = {role: keys for role, keys in ROLE_KEYS.items() if role != "expirydate"}
    return {role: keys for role, keys in {**usual, **own}.items() if keys}


def values_of(article: Content) -> dict[str, Value]:
    """The values of the top-level keys, as written: case counts, and the last one of a key."""
    return {field.key: field.value for field in article.fields}


def text_of(value: Value | None) -> str | None:
    """A single value as text; None for null, for a list or table and for what is not there."""
    if isinstance(value, Scalar) and value.kind != "null":
        return value.text
    return None


def is_bool(value: Value | None, wanted: bool) -> bool:
    """True for that boolean, and for nothing that only looks like it."""
    if not isinstance(value, Scalar) or value.kind != "bool":
        return False
    return (value.text.lower() in ("true", "yes", "on")) == wanted


def terms_of(value: Value | None) -> list[str]:
    """The terms of a key: a single value is one, empty ones are left out."""
    items = value.items if isinstance(value, ListValue) else (value,)
    return [text for text in map(text_of, items) if text]


def day_in(path: str, zone: str) -> DateReading | None:
    """The first `YYYY-MM-DD` in a path, at the day's start in the zone; None for no such day."""
    found = _DAY.search(path)
    if found is None:
        return None
    try:
        day = datetime.fromisoformat(found[0])
    except ValueError:
        return None
    return DateReading(in_zone(day, zone), False, True, "file name")


def make_page(
    draft: bool,
    dates: Iterable[tuple[str, DateReading | None]],
    terms: Mapping[str, list[str]],
    url: str | None = None,
) -> Page:
    """The page with what is known of it. Terms stand for themselves: they have no known URLs."""
    return Page(
        url=url,
        draft=draft,
        dates=tuple((role, rfc3339(reading)) for role, reading in dates if reading is not None),
        terms=tuple((taxonomy, term) for taxonomy, texts in terms.items() for term in texts),
        first=tuple((taxonomy, texts[0]) for taxonomy, texts in terms.items() if texts),
    )
