"""The files that Hugo writes of a page beside its HTML: feeds, JSON. Measured with Hugo 0.168."""

from __future__ import annotations

from collections.abc import Collection

from newslint.generators.hugo.config import Language, SiteConfig

_INDEX = "index.html"
_NAMES = {"rss": "index.xml", "json": "index.json", "csv": "index.csv"}
"""Output format -> the name that it gives to the file of a page that is a folder."""


def formats_of(language: Language, kind: str) -> tuple[str, ...]:
    """The output formats of pages of a kind, in lower case, where a page names none."""
    usual = ("html",) if kind == "page" else ("html", "rss")
    return tuple(name for name in language.outputs.get(kind, usual) if name not in language.off)


def places_beside(site: SiteConfig, url: str, formats: Collection[str], named: bool) -> list[str]:
    """Where a page with HTML at that place is written as well, in these formats.

    `named`: its `url` is the name of a file; then each format is written there.
    """
    others = [name for name in formats if name in _NAMES and name not in site.own_formats]
    if named:
        return [url] if others else []
    folder, _, name = url.rpartition("/")
    if name != _INDEX:
        folder += "/" + name.removesuffix(".html")
    return [f"{folder}/{_NAMES[other]}" for other in others]
