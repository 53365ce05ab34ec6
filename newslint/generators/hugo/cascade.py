"""Front matter that Hugo hands down: `cascade` in the site's config and in `_index` files.

Measured with Hugo 0.168. The nearest `_index` file of the page's language counts first, the config
last; of the entries of one list the first that fits. What the page says itself, even without a
value, counts before all. An `_index` file hands down to its own page, too, and so does a bundle.
What stands in `params` is as if it stood above. A section that is a draft hands down all the same.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from typing import Any

from newslint.generators.hugo.config import Language, SiteConfig, lowered
from newslint.generators.hugo.paths import CONTENT, ContentPath, parse_path
from newslint.generators.hugo.url import kind_of
from newslint.generators.inherited import NOTHING, UNKNOWN, Inherited, Layer, layered
from newslint.generators.shared.site_files import MOST_LEVELS, SiteFiles, parse
from newslint.model.records import NamedTuple
from newslint.text.wildcards import wildcards

BUILT = frozenset(("_build", "build", "draft", "headless", "outputs", "expirydate"))
"""Keys that decide whether a page is written, and in which formats."""
_MOST_ENTRIES = 1000
_ENVIRONMENT = "production"
_CLOSINGS = {"---": "yaml", "+++": "toml"}


class Entry(NamedTuple):
    """Values for the pages that fit. `target` None: it is not understood which these are."""

    values: Mapping[str, Any]
    target: Mapping[str, str] | None


Entries = tuple[Entry, ...]
"""A cascade, as it is written: of two entries that fit the first one counts."""


def read_entries(cascade: Any) -> Entries | None:
    """The entries of a cascade, its keys in lower case; None: it is not understood."""
    if cascade is None:
        return ()
    entries = cascade if isinstance(cascade, list) else [cascade]
    if len(entries) > _MOST_ENTRIES or not all(isinstance(entry, Mapping) for entry in entries):
        return None
    return tuple(_entry(entry) for entry in entries)


def _entry(entry: Mapping[str, Any]) -> Entry:
    values = {key: value for key, value in entry.items() if key not in ("target", "_target")}
    inner = values.get("params")
    if isinstance(inner, Mapping):
        values |= inner
    given = entry.get("target", entry.get("_target")) or {}
    known = isinstance(given, Mapping) and set(given) <= {"path", "kind", "lang", "environment"}
    texts = known and all(isinstance(value, str) for value in given.values())
    return Entry(values, dict(given) if texts else None)


def _fits(target: Mapping[str, str] | None, facts: Mapping[str, str]) -> bool | None:
    """True for a page with these facts; None where that is not known."""
    if target is None:
        return None
    unsure = False
    for key, pattern in target.items():
        compiled = wildcards(pattern.lower()) if pattern else None
        if compiled is not None and not compiled.fits(facts[key]):
            return False
        unsure = unsure or (compiled is None and bool(pattern))
    return None if unsure else True


class Cascades:
    """The cascades of a site. Each `_index` file is read once."""

    def __init__(self, site: SiteConfig) -> None:
        self._site = site
        self._files = SiteFiles(site.root) if site.root else None
        self._chains: dict[tuple[tuple[str, ...], str], tuple[Entries, ...] | None] = {}
        self._read: dict[tuple[tuple[str, ...], str], Entries | None] = {}
        self._terms: dict[str, frozenset[str]] = {}
        self._last: tuple[str, Inherited] | None = None

    def inherited(self, path: str) -> Inherited:
        """What the article with that path, below the site's root, is handed down."""
        last = self._last
        if last is None or last[0] != path:
            last = self._last = path, self._inherited(path)
        return last[1]

    def _inherited(self, path: str) -> Inherited:
        place = parse_path(path, self._site)
        if place is None:
            return UNKNOWN if self._site.mounts is None else NOTHING
        above = place.folders if place.form == "branch" else place.container
        return self._handed(place, above)

    def of_made(self, place: ContentPath) -> Inherited:
        """What the page of a folder is handed down where no file is that page."""
        return self._handed(place, place.folders[:-1])

    def with_terms(self, language: Language) -> frozenset[str]:
        """The taxonomies of a language to whose terms nothing is handed down that counts."""
        known = self._terms.get(language.code)
        if known is None:
            known = frozenset(one for one in language.taxonomies if self._has_terms(language, one))
            self._terms[language.code] = known
        return known

    def _has_terms(self, language: Language, taxonomy: str) -> bool:
        term = ContentPath(language, "branch", (taxonomy, "x"), "_index")
        return not self.of_made(term).names(BUILT)

    def _handed(self, place: ContentPath, above: tuple[str, ...]) -> Inherited:
        """What the `_index` files of these folders hand down to a page."""
        chain = self._chain(above, place.language)
        if chain is None:
            return UNKNOWN
        return self._of(place, chain) if any(chain) else NOTHING

    def _of(self, place: ContentPath, chain: tuple[Entries, ...]) -> Inherited:
        facts = {
            "path": place.base,
            "kind": kind_of(place),
            "lang": place.language.code,
            "environment": _ENVIRONMENT,
        }
        layers = []
        for entry in (entry for entries in chain for entry in reversed(entries)):
            fits = _fits(entry.target, facts)
            if fits is not False:
                layers.append(Layer(entry.values, fits is True))
        return layered(layers)

    def _chain(self, above: tuple[str, ...], language: Language) -> tuple[Entries, ...] | None:
        """The cascades of these folders, the config's first; None: one is not understood."""
        key = (above, language.code)
        if key not in self._chains:
            self._chains[key] = self._chain_of(above, language)
        return self._chains[key]

    def _chain_of(self, folders: tuple[str, ...], language: Language) -> tuple[Entries, ...] | None:
        if len(folders) > MOST_LEVELS:
            return None
        chain = [read_entries(self._site.cascade)]
        for depth in range(len(folders) + 1 if self._files else 0):
            key = (folders[:depth], language.code)
            if key not in self._read:
                self._read[key] = self._in_folder(folders[:depth], language)
            chain.append(self._read[key])
        known = tuple(entries for entries in chain if entries is not None)
        return known if len(known) == len(chain) else None

    def _in_folder(self, folders: tuple[str, ...], language: Language) -> Entries | None:
        """The cascade of the `_index` file of a folder in the content tree."""
        for folder, own in self._folders(folders, language):
            names = self._files.names(folder, "_") if self._files else frozenset()
            if names is None:
                return None
            stems = (f"_index.{language.code}", "_index") if own else (f"_index.{language.code}",)
            for name in _named(names, stems):
                return self._cascade(folder, name)
        return ()

    def _folders(self, folders: tuple[str, ...], language: Language) -> Iterator[tuple[str, bool]]:
        """Each folder on the disk that is this one, and whether its `_index.md` counts."""
        for mount in self._site.mounts or ():
            if folders[: len(mount.at)] == mount.at:
                parts = (*mount.folder, *folders[len(mount.at) :])
                own = language.code == (mount.language or self._site.default.code)
                if ".." not in parts:
                    yield "/".join(parts), own

    def _cascade(self, folder: str, name: str) -> Entries | None:
        text = self._files.text(folder, name) if self._files else None
        if text is None:
            return None
        if "cascade" not in text.lower():
            return ()
        front = front_matter(text)
        return None if front is None else read_entries(lowered(front).get("cascade"))


def _named(names: frozenset[str], stems: tuple[str, ...]) -> Iterator[str]:
    """The names that are a stem with the extension of a content file, in the order of stems."""
    indexes = [name for name in names if name[:6].lower() == "_index"]
    for stem in stems:
        for name in sorted(indexes):
            own, _, extension = name.rpartition(".")
            if own.lower() == stem and extension.lower() in CONTENT:
                yield name


def front_matter(text: str) -> Mapping[str, Any] | None:
    """The front matter of an `_index` file; empty where it has none, None where it is broken."""
    text = text.lstrip()
    if text.startswith("{"):
        import json

        try:
            _, end = json.JSONDecoder().raw_decode(text)
        except (ValueError, RecursionError):
            return None
        return parse(text[:end], "json")
    opening = text[:3]
    if opening not in _CLOSINGS:
        return {}
    content = re.split(
        rf"^{re.escape(opening)}[ \t]*\r?$", text[3:], maxsplit=1, flags=re.MULTILINE
    )
    return parse(content[0], _CLOSINGS[opening]) if len(content) == 2 else None


__all__ = ["Cascades", "Entries", "read_entries"]
