"""The site's `[permalinks]`: which pattern holds for which page.

Source: Hugo 0.168, resources/page: a table of sections, a table of tables by kind, or a list of
patterns with their targets, of which the first that fits counts. In a table two keys that fit one
page are taken in random order, so nothing is known of that page then.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from typing import Any

from newslint.model.records import NamedTuple
from newslint.text.wildcards import Wildcards

KINDS = ("page", "section", "taxonomy", "term")


class Permalink(NamedTuple):
    """A pattern for pages of a kind (any, when empty) whose path and language fit."""

    kind: str
    path: Wildcards | None
    language: str
    pattern: str

    def fits(self, kind: str, path: str, language: str) -> bool:
        """True when it holds for the page; `path` is the page's own, without its extension."""
        if self.kind not in ("", kind) or self.language not in ("", language):
            return False
        return self.path is None or self.path.fits(path)


class Permalinks(NamedTuple):
    """All patterns of a site; `ordered`: the first that fits counts."""

    entries: tuple[Permalink, ...]
    ordered: bool

    def find(self, kind: str, path: str, language: str) -> str | None:
        """The pattern for a page, empty when there is none; None when chance decides."""
        found = [e.pattern for e in self.entries if e.fits(kind, path, language)]
        if self.ordered:
            found = found[:1]
        return None if len(set(found)) > 1 else "".join(found[:1])


def read_permalinks(config: Any) -> Permalinks | None:
    """The patterns in a config (keys in lower case); None when they are not understood."""
    try:
        if isinstance(config, list):
            return Permalinks(tuple(_targeted(entry) for entry in config), True)
        if config is None or isinstance(config, Mapping):
            return Permalinks(tuple(_tabled(config or {})), False)
    except ValueError:
        return None
    return None


def _targeted(entry: Any) -> Permalink:
    if not isinstance(entry, Mapping) or set(entry) - {"pattern", "target"}:
        raise ValueError("not a permalink")
    target, pattern = entry.get("target") or {}, entry.get("pattern")
    if not isinstance(target, Mapping) or set(target) - {"path", "kind", "lang"}:
        raise ValueError("a target that is not understood")
    if not isinstance(pattern, str):
        raise ValueError("no pattern")
    path = str(target.get("path", "")).lower()
    kind, language = str(target.get("kind", "")).lower(), str(target.get("lang", "")).lower()
    if re.search(r"[*?{\[]", kind + language):
        raise ValueError("a target that is not understood")
    return Permalink(kind, Wildcards(path) if path else None, language, pattern)


def _tabled(config: Mapping[str, Any]) -> Iterator[Permalink]:
    for key, value in config.items():
        if isinstance(value, str):
            yield from (Permalink(kind, _section(key), "", value) for kind in ("page", "term"))
        elif isinstance(value, Mapping) and key in KINDS:
            for section, pattern in value.items():
                if not isinstance(pattern, str):
                    raise ValueError("not a pattern")
                yield Permalink(key, _section(section), "", pattern)
        else:
            raise ValueError("not a permalink")


def _section(key: str) -> Wildcards:
    name = key.strip(" /")
    return Wildcards(f"/{{{name},{name}/**}}" if name else "/*")
