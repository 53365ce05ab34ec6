"""What each generator does with an article: the types it reads, its dates, URLs and terms.

A generator is a module or folder here that defines `GENERATOR`. Nothing else names it. All of them
are imported with this package, so a folder's `__init__` imports no more than it needs.
"""

from __future__ import annotations

import functools
import os
from collections.abc import Iterator, Mapping
from importlib import import_module
from pathlib import Path
from typing import Any

from newslint.files import ask
from newslint.generators.base import Generator
from newslint.generators.signs import VAULT, Folder, Registration, Sign
from newslint.generators.site_config import SiteConfigError
from newslint.model.faults import Form
from newslint.model.records import NamedTuple


def _found() -> Iterator[tuple[str, Registration]]:
    entries = os.listdir(__path__[0])  # noqa: PTH208  # names are all that is needed
    for name in sorted(entry.removesuffix(".py") for entry in entries):
        if name.isidentifier() and not name.startswith("_"):
            registered = getattr(import_module(f"{__name__}.{name}"), "GENERATOR", None)
            if registered is not None:
                yield name, registered


_REGISTERED: Mapping[str, Registration] = dict(_found())

NAMES: tuple[str, ...] = tuple(_REGISTERED)
"""The generators there are, by the name used in the config."""

UNKNOWN = "generic"
"""The name under which articles are checked whose generator is not known."""


def load(
    name: str, root: Path | None = None, *, site: Mapping[str, Any] | None = None
) -> Generator:
    """The generator of that name for the site in the folder `root`, or for the site config `site`.

    With neither, nothing of the site is known, so no URL is. Raises ValueError, with one line that
    says what is wrong, for a name that is not there, and SiteConfigError (one too) for a site
    config that cannot be read.
    """
    if name not in NAMES:
        raise ValueError(f"no target is called {name!r}: there are {', '.join(NAMES)}")
    return _REGISTERED[name].load(root, site)


def every() -> Iterator[Generator]:
    """Every generator, without a site."""
    return (load(name) for name in NAMES if name != UNKNOWN)


@functools.cache
def unread_by(form: Form) -> str:
    """The generators that do not read a form: "Jekyll, Eleventy and Hexo"; empty for none."""
    return _listed([made.title for made in every() if made.fences.refuses(form)])


def _listed(names: list[str]) -> str:
    """The names in words, of many the first three."""
    if len(names) < 2:
        return "".join(names)
    if len(names) > 4:
        return f"{', '.join(names[:3])} and {len(names) - 3} others"
    return f"{', '.join(names[:-1])} and {names[-1]}"


class Recognised(NamedTuple):
    """The generator that a folder is the root of, and the name in it that says so.

    `weak`: a site that lies around the folder says more.
    """

    name: str
    sign: str
    weak: bool = False


def recognise(folder: Path) -> Recognised | None:
    """The generator that a folder is the root of; None where nothing says so.

    Never raises for a folder that may not be read.
    """
    try:
        seen = Folder(folder, ask.names(folder))
    except OSError:
        return None
    found, strongest = None, Sign("", 0)
    for name, registered in _REGISTERED.items():
        sign = registered.recognise(seen)
        if sign is not None and sign.strength > strongest.strength:
            found, strongest = name, sign
    if found is None:
        return None
    return Recognised(found, strongest.name, strongest.strength <= VAULT)


def told_by(root: Path) -> str:
    """The name in a site's root that says which generator it is; empty when none does."""
    found = recognise(root)
    return found.sign if found else ""


__all__ = [
    "NAMES",
    "UNKNOWN",
    "Generator",
    "Recognised",
    "SiteConfigError",
    "every",
    "load",
    "recognise",
    "told_by",
    "unread_by",
]
