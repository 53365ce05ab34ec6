"""What each generator does with an article: the types it reads, its dates, URLs and terms.

A generator is a folder here that defines `GENERATOR`. Nothing else names it but the list of the
names by which sites are recognised, which a command makes. Where one of these lies in a folder its
generator is imported, so a folder's `__init__` imports no more than it needs.
"""

from __future__ import annotations

import functools
from collections.abc import Iterator, Mapping
from importlib import import_module
from pathlib import Path
from typing import Any

from newslint.generators.base import Generator
from newslint.generators.sign_names import SIGN_NAMES
from newslint.generators.signs import VAULT, Folder, Registration, Sign, names_of_signs
from newslint.generators.site_config import SiteConfigError
from newslint.model.faults import Form
from newslint.model.records import NamedTuple

NAMES: tuple[str, ...] = tuple(SIGN_NAMES)
"""The generators there are, by the name used in the config."""

UNKNOWN = "generic"
"""The name under which articles are checked whose generator is not known."""


@functools.cache
def registered(name: str) -> Registration:
    """What the folder of a generator says of it."""
    found: Registration = import_module(f"{__name__}.{name}").GENERATOR
    return found


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
    return registered(name).load(root, site)


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
        seen = Folder(folder, names_of_signs(folder))
    except OSError:
        return None
    found, strongest = None, Sign("", 0)
    for name, names in SIGN_NAMES.items():
        sign = None if seen.names.isdisjoint(names) else registered(name).recognise(seen)
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
