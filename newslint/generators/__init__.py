"""What each generator does with an article: the types it reads, its dates, URLs and terms."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any, Literal, get_args

from newslint.generators.base import Generator
from newslint.generators.detect import recognise
from newslint.generators.site_config import SiteConfigError

Name = Literal["generic", "hugo", "jekyll", "eleventy", "astro", "hexo", "zola"]

UNKNOWN = "generic"
"""The name under which articles are checked whose generator is not known."""

NAMES: tuple[str, ...] = get_args(Name)
"""The targets there are, by the name used in the config."""


def load(
    name: str, root: Path | None = None, *, site: Mapping[str, Any] | None = None
) -> Generator:
    """The target of that name for the site in the folder `root`, or for the site config `site`.

    With neither, nothing of the site is known, so no URL is. Raises ValueError, with one line that
    says what is wrong, for a name that is not there, and SiteConfigError (one too) for a site
    config that cannot be read.
    """
    match name:
        case "hugo":
            return _hugo(root, site)
        case "jekyll":
            from newslint.generators import jekyll

            if site is not None:
                return jekyll.from_mapping(site)
            return jekyll.read_site(root) if root is not None else jekyll.Jekyll()
        case "hexo":
            from newslint.generators import hexo

            if site is not None:
                return hexo.from_mapping(site)
            return hexo.read_site(root) if root is not None else hexo.Hexo()
        case "astro":
            from newslint.generators import astro

            return astro.read_site(root)
        case "zola":
            from newslint.generators.zola import Zola

            return Zola()
        case "eleventy":
            from newslint.generators.eleventy import Eleventy

            return Eleventy()
        case "generic":
            from newslint.generators.generic import Generic

            return Generic()
    raise ValueError(f"no target is called {name!r}: there are {', '.join(NAMES)}")


def every() -> Iterator[Generator]:
    """Every generator, without a site."""
    return (load(name) for name in NAMES if name != UNKNOWN)


def _hugo(root: Path | None, site: Mapping[str, Any] | None) -> Generator:
    from newslint.generators.hugo import with_site
    from newslint.generators.hugo.config import from_mapping

    if site is not None or root is None:
        return with_site(None if site is None else from_mapping(site))
    from newslint.generators.hugo.config_files import read_site

    return with_site(read_site(root))


def told_by(root: Path) -> str:
    """The name in a site's root that says which generator it is; empty when none does."""
    found = recognise(root)
    return found[1] if found else ""


__all__ = ["NAMES", "UNKNOWN", "Name", "SiteConfigError", "load", "recognise", "told_by"]
