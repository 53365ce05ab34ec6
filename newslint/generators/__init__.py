"""What each generator does with an article: the types it reads, its dates, URLs and terms.

A generator is a module or folder here that defines `GENERATOR`. Nothing else names it.
"""

from __future__ import annotations

import functools
import os
from collections.abc import Iterator, Mapping
from importlib import import_module
from pathlib import Path
from typing import Any

from newslint.generators.base import Generator
from newslint.generators.signs import Folder, Registration, Sign
from newslint.generators.site_config import SiteConfigError

_SHARED = frozenset(
    [
        "base",
        "fences",
        "inherited",
        "javascript",
        "pages",
        "role_keys",
        "signs",
        "site_config",
        "site_files",
        "standards",
    ]  # a test compares
)
"""What generators share, and is none: a test compares."""


def _names() -> Iterator[str]:
    for entry in os.listdir(__path__[0]):  # noqa: PTH208  # names are all that is needed
        name = entry.removesuffix(".py")
        if name.isidentifier() and not name.startswith("_") and name not in _SHARED:
            yield name


NAMES: tuple[str, ...] = tuple(sorted(_names()))
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
    return registration(name).load(root, site)


def registration(name: str) -> Registration:
    """What the module of that name says of its generator."""
    found: Registration = import_module(f"{__name__}.{name}").GENERATOR
    return found


def every() -> Iterator[Generator]:
    """Every generator, without a site."""
    return (load(name) for name in NAMES if name != UNKNOWN)


@functools.cache
def _registered() -> tuple[tuple[str, Registration], ...]:
    return tuple((name, registration(name)) for name in NAMES)


def recognise(folder: Path) -> tuple[str, str] | None:
    """The generator that a folder is the root of, and the name that says so; else None.

    Never raises for a folder that may not be read.
    """
    try:
        seen = Folder(folder, os.listdir(folder))  # noqa: PTH208  # iterdir makes a Path of each
    except OSError:
        return None
    found, strongest = None, Sign("", 0)
    for name, registered in _registered():
        sign = registered.recognise(seen)
        if sign is not None and sign.strength > strongest.strength:
            found, strongest = name, sign
    return None if found is None else (found, strongest.name)


def told_by(root: Path) -> str:
    """The name in a site's root that says which generator it is; empty when none does."""
    found = recognise(root)
    return found[1] if found else ""


__all__ = [
    "NAMES",
    "UNKNOWN",
    "Generator",
    "SiteConfigError",
    "every",
    "load",
    "recognise",
    "registration",
    "told_by",
]
