"""Another block of front matter at the start of a body."""

from __future__ import annotations

import re
from collections.abc import Container

from newslint.model.records import NamedTuple
from newslint.text.regex import regex

_BLOCK = regex(
    r"\s*?^(?P<mark>---|\+\+\+)[ \t]*\r?\n(?P<lines>(?:.*\n){1,200}?)(?P=mark)[ \t]*\r?(?:\n|\Z)",
    re.MULTILINE,
)
_LINE = {
    "---": regex(r"(?P<key>[A-Za-z_][\w.-]*)[ \t]*:(?:[ \t]+(?P<value>.*)|)$"),
    "+++": regex(r"(?P<key>[A-Za-z_][\w.-]*)[ \t]*=[ \t]*(?P<value>\S.*)$"),
}
_MORE = regex(r"[ \t]+\S|- |-$|#|\[\[?[\w.-]+\]\]?$|[\]}]")
"""A line that may belong to the value above, or be a comment or a table's header."""

_USUAL = frozenset(
    ("title", "date", "draft", "published", "layout", "slug", "tags", "categories", "author",
     "description", "summary", "permalink", "aliases", "lastmod", "publishdate", "weight", "type",
     "image", "lang")
)  # fmt: skip
_BOOLEANS = ("true", "false")


class SecondBlock(NamedTuple):
    """`mark` is from where to where the delimiter stands; `keys` how many there are; `telling` are
    those by which it is front matter for sure, at least one."""

    mark: tuple[int, int]
    keys: int
    telling: tuple[str, ...]


def second_front_matter(text: str, start: int, known: Container[str]) -> SecondBlock | None:
    """The block that stands at `start`, where the body begins; None where none surely is.

    `known` are the keys of the generator.
    """
    first = text[start : start + 1]
    if first not in ("-", "+") and not first.isspace():
        return None  # as nearly every body begins
    found = _BLOCK.match(text, start)
    if found is None:
        return None
    keys = _keys(found["mark"], found["lines"])
    telling = tuple(key for key in keys if key in _USUAL or key in known)
    certain = len(telling) > 1 or _is_draft(keys) or _is_date(keys)
    return SecondBlock(found.span("mark"), len(keys), telling) if certain and telling else None


def _keys(mark: str, lines: str) -> dict[str, str]:
    """Key, as written, -> value of a block; empty where any line of it is something else."""
    keys: dict[str, str] = {}
    for raw in lines.split("\n"):
        line = raw.rstrip()
        match = _LINE[mark].match(line)
        if match:
            keys[match["key"]] = (match["value"] or "").strip(" \"'")
        elif line and not (_MORE.match(line) and (keys or line[0] == "#")):
            return {}
    return keys


def _is_draft(keys: dict[str, str]) -> bool:
    return any(keys.get(key, "").lower() in _BOOLEANS for key in ("draft", "published"))


def _is_date(keys: dict[str, str]) -> bool:
    return re.match(r"[0-9]{4}-[0-9]{1,2}-[0-9]", keys.get("date", "")) is not None
