"""Which generator a folder is the root of, told by the names in it.

A folder is listed once; a file is opened only where two generators share the name of their config.
"""

from __future__ import annotations

import os
import re
from collections.abc import Set
from pathlib import Path

_EXTENSIONS = ("toml", "yaml", "yml", "json")
_OWN = {
    **{f"hugo.{ext}": "hugo" for ext in _EXTENSIONS},
    **{f"astro.config.{ext}": "astro" for ext in ("mjs", "js", "ts", "mts", "cjs", "cts")},
    **{f"eleventy.config.{ext}": "eleventy" for ext in ("js", "mjs", "cjs", "ts")},
    ".eleventy.js": "eleventy",
    ".eleventy.cjs": "eleventy",
    "zola.toml": "zola",
}
"""Config files that only one generator has."""

_UNDERSCORED = ("_config.yml", "_config.yaml", "_config.toml", "_config.json")
_PLAIN = tuple(f"config.{ext}" for ext in _EXTENSIONS)
_HUGO_FOLDERS = frozenset(("content", "archetypes", "layouts", "themes"))
_ZOLA_FOLDERS = frozenset(("content", "templates", "themes"))
_JEKYLL_NAMES = frozenset(
    {"_posts", "_drafts", "_layouts", "_includes", "_sass", "_data", "_plugins", "Gemfile"}
)
_HEXO_KEYS = (
    r"(?m)^(?:source_dir|public_dir|new_post_name|skip_render|post_asset_folder|render_drafts):"
)
_JEKYLL_KEYS = (
    r"(?m)^(?:theme|remote_theme|plugins|gems|markdown|kramdown|collections|baseurl|permalink):"
)
_BASE_URL = r"(?m)^\s*base_url\s*="
_HUGO_URL = r"(?mi)^\s*[\"']?baseurl[\"']?\s*="
_HEXO_PACKAGE = r'"hexo"\s*:'
_MOST = 256 * 1024
"""Characters of a config file that are looked at."""


def recognise(folder: Path) -> tuple[str, str] | None:
    """The generator that a folder is the root of, and the name that says so; else None.

    `config.toml` and its like and `config/_default`, which other programs may have too, count only
    beside a folder that such sites have. Never raises for a folder that may not be read.
    """
    try:
        names = frozenset(os.listdir(folder))  # noqa: PTH208  # iterdir makes a Path of each
    except OSError:
        return None
    for name, generator in _OWN.items():
        if name in names and (_is_file(folder, name) or generator == "hugo"):
            return generator, name  # whatever Hugo's own name is, Hugo tries to read it
    for name in _UNDERSCORED:
        if name in names and _is_file(folder, name):
            found = _jekyll_or_hexo(folder, name, names)
            if found:
                return found, name
    return _old_hugo_or_zola(folder, names)


def _old_hugo_or_zola(folder: Path, names: Set[str]) -> tuple[str, str] | None:
    hugo, zola = names & _HUGO_FOLDERS, names & _ZOLA_FOLDERS
    if not hugo and not zola:
        return None
    for name in (name for name in _PLAIN if name in names and _is_file(folder, name)):
        if name == "config.toml" and zola and _is_zola(folder):
            return "zola", name
        if hugo and _any_folder(folder, hugo):
            return "hugo", name
    if not hugo or "config" not in names or not _is_folder(folder / "config" / "_default"):
        return None
    return ("hugo", "config/_default") if _any_folder(folder, hugo) else None


def _is_zola(folder: Path) -> bool:
    text = _start(folder, "config.toml")
    return re.search(_BASE_URL, text) is not None and re.search(_HUGO_URL, text) is None


def _jekyll_or_hexo(folder: Path, config: str, names: Set[str]) -> str | None:
    """Both have a `_config.yml`; so has Jupyter Book, beside its `_toc.yml`."""
    if "package.json" in names and re.search(_HEXO_PACKAGE, _start(folder, "package.json")):
        return "hexo"
    if names & _JEKYLL_NAMES and "scaffolds" not in names:
        return "jekyll"
    if "scaffolds" in names or _is_folder(folder / "source" / "_posts"):
        return "hexo"
    text = _start(folder, config)
    if re.search(_HEXO_KEYS, text):
        return "hexo"
    return "jekyll" if re.search(_JEKYLL_KEYS, text) and "_toc.yml" not in names else None


def _any_folder(folder: Path, names: Set[str]) -> bool:
    return any(_is_folder(folder / name) for name in names)


def _is_folder(path: Path) -> bool:
    return os.path.isdir(path)  # noqa: PTH112  # is_dir may raise


def _is_file(folder: Path, name: str) -> bool:
    return os.path.isfile(folder / name)  # noqa: PTH113  # is_file may raise


def _start(folder: Path, name: str) -> str:
    """The first part of a file; empty when it cannot be read."""
    try:
        with (folder / name).open(encoding="utf-8-sig", errors="replace") as file:
            return file.read(_MOST)
    except OSError:
        return ""
