"""What each generator does with an article: the types it reads, its dates, URLs and terms."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from typing import Any

from newslint.article import Target

NAMES = ("generic", "hugo")
"""The targets there are, by the name used in the config."""

_EXTENSIONS = ("toml", "yaml", "yml", "json")
_NEIGHBOURS = ("content", "archetypes", "layouts", "themes")


def load(name: str, root: Path | None = None, *, site: Mapping[str, Any] | None = None) -> Target:
    """The target of that name for the site in the folder `root`, or for the site config `site`.

    With neither, nothing of the site is known, so no URL is. Raises ValueError, with one line that
    says what is wrong, for a name that is not there and a site config that cannot be read.
    """
    if name == "hugo":
        from newslint.target.hugo import Hugo
        from newslint.target.hugo_config import from_mapping

        if site is not None or root is None:
            return Hugo(None if site is None else from_mapping(site))
        from newslint.target.hugo_files import read_site

        return Hugo(read_site(root))
    if name == "generic":
        from newslint.target.generic import Generic

        return Generic()
    raise ValueError(f"no target is called {name!r}: there are {', '.join(NAMES)}")


def detect(start: Path) -> tuple[str, Path] | None:
    """Name and root of the site that a file or folder belongs to; None when there is none.

    The nearest folder upwards with the config of a generator is the root.
    """
    start = start.absolute()
    for folder in (start, *start.parents):
        try:
            if is_hugo_root(folder):
                return "hugo", folder
        except OSError:  # a folder that may not be looked into
            continue
    return None


def is_hugo_root(folder: Path) -> bool:
    """True for a folder with a Hugo config.

    `config.toml` and its like and `config/_default`, which other programs may have too, count only
    beside a folder that Hugo sites have.
    """
    if any((folder / f"hugo.{ext}").is_file() for ext in _EXTENSIONS):
        return True
    if (folder / "config" / "_default").is_dir() or any(
        (folder / f"config.{ext}").is_file() for ext in _EXTENSIONS
    ):
        return any((folder / name).is_dir() for name in _NEIGHBOURS)
    return False
