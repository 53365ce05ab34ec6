"""What each key of a site's articles must be, told by what nearly all of them have."""

from __future__ import annotations

import difflib
from collections.abc import Mapping
from typing import Any

from newslint.config.field_spec import FieldSpec
from newslint.learn.draft import Line, is_writable
from newslint.learn.tally import Count, Tally
from newslint.model.article import DATE_ROLES
from newslint.rule import shorten

LEAST = 20
"""Articles without which nothing is said of what they have in common."""

MOST_FIELDS = 40
"""Fields of which a config speaks."""

_NEARLY_ALL = 0.99
_TYPES = {
    "string": "string",
    "bool": "boolean",
    "int": "integer",
    "date": "date",
    "list": "strings",
}
_FREE = frozenset(
    (
        *("title", "description", "summary", "slug", "url", "link", "image", "author", "source"),
        *("feed", "tags", "keywords", "layout", "template", "type", *DATE_ROLES),
    )
)
"""Roles and keys whose values are up to each article, or to templates that are still to come."""

_LISTS = frozenset(("aliases", "author", "categories", "keywords", "tags"))
"""Roles of which rules know what their lists are."""

_MOST_CHOICES, _LONGEST_CHOICE = 12, 30


def field_lines(
    count: Count, roles: Mapping[str, str], presets: Mapping[str, FieldSpec]
) -> list[Line]:
    """The lines of `[fields]`: the most frequent first.

    `roles` are those that were learned (role -> key), `presets` what the preset already says.
    """
    if count.articles < LEAST:
        return [Line(role, {"key": key}, _learned(role)) for role, key in roles.items()]
    role_of = {key: role for role, key in roles.items()}
    keys = [
        (name, tally)
        for name, tally in count.keys.items()
        if is_writable(name) and 50 * tally.there >= count.articles
    ]
    own = (name for name, _ in keys if "." not in name or name in role_of)
    lines = [_field_line(name, role_of.get(name, ""), count, presets) for name in own]
    best = sorted((line for line in lines if line.value), key=lambda one: -_filled(one, count))
    return _distinct(best[:MOST_FIELDS])


def _field_line(name: str, learned: str, count: Count, presets: Mapping[str, FieldSpec]) -> Line:
    """What is said of one key, by its role; `learned` is that which its values told."""
    tally = count.keys[name]
    role = learned or (tally.role if is_writable(tally.role) else name)
    spec = _spec(role, tally, count.articles, presets.get(role, FieldSpec()))
    if not learned:
        return Line(role, spec, f"{share(tally, count)}{_as(role, tally)}", name=name)
    spec = {"key": name if "." in name else tally.name, **spec}
    return Line(role, spec, f"{share(tally, count)}; {_learned(role)}", name=name)


def _filled(line: Line, count: Count) -> int:
    return count.keys[line.name].filled


def _distinct(lines: list[Line]) -> list[Line]:
    """One line for each role: the first, of two keys that play one in different articles."""
    seen: dict[str, Line] = {}
    for line in lines:
        if line.key in seen:  # neither can be asked for: the other one may stand in its place
            spec = {k: v for k, v in seen[line.key].value.items() if k == "key"}
            seen[line.key] = seen[line.key]._replace(value=spec)
        else:
            seen[line.key] = line
    return [line for line in seen.values() if line.value]


def _learned(role: str) -> str:
    words = {"link": "links on other hosts", "image": "pictures", "date": "dates"}
    return f"its values are {words.get(role, role)}"


def _as(role: str, tally: Tally) -> str:
    return "" if tally.name.lower() == role else f", as {shorten(tally.name)}"


def share(tally: Tally, count: Count) -> str:
    """`in 98 % of the articles`."""
    return f"in {percent(tally.filled, count.articles)} of the articles"


def percent(part: int, whole: int) -> str:
    """`98 %`; never 100 where one is missing, and never 0 where there is one."""
    value = round(100 * part / whole) if whole else 0
    if part and not value:
        return "<1 %"
    return ">99 %" if value == 100 and part < whole else f"{value} %"


def _spec(role: str, tally: Tally, articles: int, preset: FieldSpec) -> dict[str, Any]:
    spec: dict[str, Any] = {}
    kind = _kind(tally)
    kind = "date" if _are_days(tally) else kind
    if kind and role not in DATE_ROLES and preset.type is None and role not in _LISTS:
        spec["type"] = kind
    if is_required(role, tally, articles) and not preset.required:
        spec["required"] = True
    if kind == "string" and role not in _FREE and (choices := _choices(tally)):
        spec["one-of"] = choices
    return spec


def is_required(role: str, tally: Tally, articles: int) -> bool:
    """True for what nearly all articles have; a draft flag, an alias and so on are no content."""
    if role in ("draft", "published", "aliases", "weight", "image"):
        return False
    return articles >= LEAST and tally.filled >= _NEARLY_ALL * articles


def _kind(tally: Tally) -> str:
    """The type that nearly all values have, in words of the config; empty for several."""
    if tally.filled < LEAST or tally.types[tally.type] < _NEARLY_ALL * tally.filled:
        return ""
    if tally.type == "list" and set(tally.items) != {"string"}:
        return "list"
    return _TYPES.get(tally.type, "")


def _are_days(tally: Tally) -> bool:
    """True where nearly all values are days, with a time or without."""
    days = sum(number for form, number in tally.dates.items() if form.startswith("9999-99-99"))
    single = tally.types["string"] + tally.types["date"]
    return tally.filled >= LEAST and min(days, single) >= _NEARLY_ALL * tally.filled


def _choices(tally: Tally) -> list[str]:
    """The few values that come again and again; empty where any other may come.

    One that was used once and is nearly another is taken for a slip. Names of several words are no
    choices: the next one may be new.
    """
    few = 2 <= tally.distinct <= _MOST_CHOICES and tally.values >= max(40, 10 * tally.distinct)
    if not few or tally.spaced or any(len(text) > _LONGEST_CHOICE for text in tally.texts):
        return []
    often = [text for text, number in tally.texts.items() if number > 1]
    slips = {
        text
        for text, number in tally.texts.items()
        if number == 1 and difflib.get_close_matches(text.lower(), map(str.lower, often), 1, 0.8)
    }
    kept = sorted(text for text in tally.texts if text not in slips)
    return kept if len(kept) > 1 and all(map(_is_plain, kept)) else []


def _is_plain(text: str) -> bool:
    return bool(text) and text.isprintable()


def part_lines(inside: Count, whole: list[Line], presets: Mapping[str, FieldSpec]) -> list[Line]:
    """What nearly all articles of one part of the site have, beyond what holds everywhere."""
    said = {line.key for line in whole if line.value.get("required")}
    found = []
    for name, tally in inside.keys.items():
        role = tally.role if is_writable(tally.role) else name
        fits = is_writable(name) and "." not in name and role not in said
        if fits and is_required(role, tally, inside.articles):
            spec = presets.get(role, FieldSpec())
            if not spec.required:
                found.append((tally.filled, Line(f"fields.{role}.required", True)))
    return [line for _, line in sorted(found, key=lambda pair: (-pair[0], pair[1].key))]
