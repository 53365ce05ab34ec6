"""Where Docusaurus publishes a page, on a site that leaves its routes as they are.

Read in plugin-content-docs (`docs.js`, `slug.js`, `numberPrefix.js`) and plugin-content-blog
(`blogUtils.js`), and measured with 3.10.
"""

from __future__ import annotations

import posixpath
import re

from newslint.text.regex import regex

_DATED = regex(
    r"(?P<folder>.*)(?P<date>[0-9]{4}[-/][0-9]{1,2}[-/][0-9]{1,2})[-/]?(?P<text>.*?)"
    r"(?:/index)?.mdx?",
    re.ASCII,
)
_DATE_OR_VERSION = regex(r"[0-9]+[-_.][0-9]+", re.ASCII)
_NUMBERED = regex(r"[0-9]+\s*[-_.]+\s*(?P<rest>[^-_.\s].*)")
_INDEX = ("index", "readme")


def name_date(name: str) -> str:
    """The date in the name of a blog post, as `2021-2-3`; empty for none. `name`: below `blog/`."""
    found = _DATED.fullmatch(name)
    return found["date"].replace("/", "-") if found else ""


def blog_url(name: str, slug: str | None) -> str | None:
    """The path of a blog post below the site's base. `name`: its path below the blog's folder.

    None for a slug with `.` or `..`, which stay in the path as they are.
    """
    if slug is None:
        found = _DATED.fullmatch(name)
        if found:
            slug = f"/{found['date'].replace('-', '/')}/{found['folder']}{found['text']}"
        else:
            slug = re.sub(r"(?:/index)?\.mdx?$", "", name)
    return None if {".", ".."}.intersection(slug.split("/")) else _joined("/blog", slug)


def docs_url(name: str, slug: str | None, own_id: str | None) -> str:
    """The path of a document. `name`: its path below `docs/`, `own_id`: the key `id`."""
    if slug is not None and slug.startswith("/"):
        return _joined("/docs", slug)
    folder, _, file = name.rpartition("/")
    stem = posixpath.splitext(file)[0]
    place = "/".join(map(_without_number, folder.split("/"))) if folder else ""
    base = f"/{place}/" if place else "/"
    if slug is None and _is_index(stem, folder):
        return _joined("/docs", base)
    return _joined("/docs", posixpath.join(base, slug or own_id or _without_number(stem)))


def _is_index(stem: str, folder: str) -> bool:
    here = folder.rpartition("/")[2].lower()
    return stem.lower() in _INDEX or (here != "" and stem.lower() == here)


def _without_number(part: str) -> str:
    """`01-intro` -> `intro`; what looks like a date or a version stays."""
    found = None if _DATE_OR_VERSION.match(part) else _NUMBERED.fullmatch(part)
    return found["rest"] if found else part


def _joined(base: str, path: str) -> str:
    ends = path.endswith("/") and path.strip("/") != ""
    return posixpath.normpath(f"{base}/{path}") + ("/" if ends or path == "/" else "")
