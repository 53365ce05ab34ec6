"""What is a part of another page: the files of a bundle, which has an `index` file."""

from __future__ import annotations

import os
from collections.abc import Iterable, Iterator, Mapping
from functools import lru_cache
from typing import Any

from newslint.files import ask
from newslint.model.digest import blake2b
from newslint.model.facts import Facts

_NO_PAGE: dict[str, Any] = {
    "published": None, "node": None, "aliases": (), "terms": (), "title": None, "texts": (),
    "body": "",
}  # fmt: skip


def pages(facts: Iterable[Facts]) -> Iterator[Facts]:
    """The facts, without what a page has for what is a part of another page."""
    every = list(facts)
    bundles = bundle_folders((bundle(one), one.below) for one in every)
    folders: dict[str, bool] = {}
    for one in every:
        above = one.published.above if one.published else -1
        base = one.file.replace(os.sep, "/").removesuffix(one.below)
        part = is_part(base, one.below, above, folders)
        if part or (above >= 0 and is_mounted(places_above(one), one.below, bundles)):
            yield without_page(one)
        else:
            yield one


def without_page(one: Facts) -> Facts:
    """The facts of a part of another page."""
    return one._replace(**_NO_PAGE)


def is_part(base: str, below: str, above: int, known: dict[str, bool]) -> bool:
    """True for a part of another page: an `index` file lies in a folder from which it counts.

    `below` is the path below `base`, `above` that of `Published`; `known` are the folders that were
    asked for.
    """
    if above < 0:
        return False
    folders = below.split("/")[: -1 - above]
    every = (base + "/".join(folders[:depth]) for depth in range(2, len(folders) + 1))
    return any(_is_bundle(folder, known) for folder in every)


def bundle_folders(found: Iterable[tuple[int, str]]) -> dict[int, set[str]]:
    """The places of bundles, of these with the paths of their `index` files: each with the folders
    in which those lie."""
    folders: dict[int, set[str]] = {}
    for place, below in found:
        if place:
            folders.setdefault(place, set()).add(_folded(below).rpartition("/")[0])
    return folders


def is_mounted(places: Iterable[int], below: str, bundles: Mapping[int, set[str]]) -> bool:
    """True for a file with this path that is mounted below a bundle in the tree of pages, from
    another folder."""
    path = _folded(below)
    there = (bundles[place] for place in places if place in bundles)
    return any(not any(path.startswith(f"{one}/") for one in folders) for folders in there)


def _folded(path: str) -> str:
    return path.lower().replace(" ", "-")


def bundle(one: Facts) -> int:
    """Eight bytes for the place of a bundle in the tree of pages; 0 for what is none."""
    if one.node is None or not _is_index(one.below):
        return 0
    return _mark(_place(one))


def places_above(one: Facts) -> tuple[int, ...]:
    """Those of the places that a file lies below, from whatever folder it is mounted."""
    return _above(_place(one).rpartition("/")[0]) if one.node is not None else ()


def _place(one: Facts) -> str:
    """The place of a file in the tree of pages, whatever its language."""
    return one.node.key.partition(":")[2] if one.node is not None else ""


@lru_cache(maxsize=1024)
def _above(path: str) -> tuple[int, ...]:
    found = []
    while path:
        found.append(_mark(path))
        path = path.rpartition("/")[0]
    return tuple(found)


def _mark(path: str) -> int:
    digest = blake2b(path.encode("utf-8", "surrogatepass"), digest_size=8).digest()
    return int.from_bytes(digest, "little") or 1


def _is_index(path: str) -> bool:
    return path.rpartition("/")[2].lower().startswith("index.")


def _is_bundle(folder: str, known: dict[str, bool]) -> bool:
    """True for a folder with an `index` file; a folder that cannot be read may have one."""
    if folder not in known:
        try:
            known[folder] = any(map(_is_index, ask.names(folder)))
        except OSError:
            known[folder] = True
    return known[folder]
