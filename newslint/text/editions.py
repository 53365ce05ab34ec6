"""Copies of one page that are meant: those of another version of what is described."""

from __future__ import annotations

import re
from functools import lru_cache

from newslint.text.regex import regex

_VERSION = regex(
    r"(?:v|version|release|ver)[-_ .]?[0-9][\w.-]*|[0-9]+\.[0-9x][\w.-]*"
    r"|latest|next|current|stable|unstable|nightly|edge|dev|master|main|versioned_docs|old-versions",
    re.IGNORECASE,
)


@lru_cache(maxsize=4096)
def edition(folder: str) -> str:
    """The folders of a path that name a version, and empty without: pages of two versions of a
    documentation are alike because they are meant to be."""
    return "/".join(part for part in folder.split("/") if _VERSION.fullmatch(part))
