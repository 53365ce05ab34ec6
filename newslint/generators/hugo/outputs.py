"""The files that Hugo writes of a page beside its HTML: feeds, JSON. Measured with Hugo 0.168."""

from __future__ import annotations

import posixpath
from collections.abc import Collection, Sequence
from pathlib import Path

from newslint.files import ask
from newslint.generators.hugo.config import Language, SiteConfig

_INDEX = "index.html"
_NAMES = {"rss": "index.xml", "json": "index.json", "csv": "index.csv"}
"""Output format -> the name that it gives to the file of a page that is a folder."""


def formats_of(language: Language, kind: str) -> tuple[str, ...]:
    """The output formats of pages of a kind, in lower case, where a page names none."""
    usual = ("html",) if kind == "page" else ("html", "rss")
    return tuple([name for name in language.outputs.get(kind, usual) if name not in language.off])


def places_beside(site: SiteConfig, url: str, formats: Collection[str], named: bool) -> list[str]:
    """Where a page with HTML at that place is written as well, in these formats.

    `named`: its `url` is the name of a file; then each format is written there. A feed has a folder
    also where pages are files. Measured.
    """
    others = [name for name in formats if name in _NAMES and name not in site.own_formats]
    if named:
        return [url] if others else []
    folder, _, name = url.rpartition("/")
    if name == _INDEX:
        return [f"{folder}/{_NAMES[other]}" for other in others]
    stem = f"{folder}/{name.removesuffix('.html')}"
    return [f"{stem}/{_NAMES[one]}" if one == "rss" else f"{stem}.{one}" for one in others]


def known_formats(formats: Sequence[str], layouts: frozenset[str]) -> list[str]:
    """The formats that are certainly written: Hugo's own layouts have feeds."""
    return [name for name in formats if name == "rss" or f"all.{name}" in layouts]


def layouts_of(site: SiteConfig) -> frozenset[str]:
    """The names of the layouts for all pages of a kind, of the site and of themes that are here."""
    return frozenset() if site.root is None else _layouts(site.root, site.themes)


@ask.once
def _layouts(root: Path, themes: tuple[str, ...]) -> frozenset[str]:
    folders = ("layouts", *(f"themes/{name}/layouts" for name in themes))
    found = set[str]()
    for folder in folders:
        if ".." not in folder.split("/") and not posixpath.isabs(folder):
            found.update(_names(root / folder), _names(root / folder / "_default"))
    return frozenset(found)


def _names(path: Path) -> tuple[str, ...]:
    try:
        return ask.names(path) if ask.is_folder(path) else ()
    except OSError:
        return ()
