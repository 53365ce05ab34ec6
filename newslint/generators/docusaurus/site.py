"""What a Docusaurus site says of itself: its folders, its base and its lists of authors and tags.

The config is code and is never run. What is written there as a plain text is taken from it, and
where more depends on code nothing is said to be known.
"""

from __future__ import annotations

import re
from pathlib import Path

from newslint.files import ask
from newslint.generators.docusaurus.configs import CONFIGS
from newslint.generators.docusaurus.program import FOLDERS, Docusaurus
from newslint.generators.site_config import SiteConfigError, read_data, text_of
from newslint.text.regex import regex

_PATH = regex(r"""\bpath:\s*(["'`])(?:\./)?([\w./ -]+?)/?\1""")
_CODE_PATH = regex(r"""\bpath:\s*[^\s"'`]""")
_BASE = regex(r"""\bbaseUrl:\s*(["'])(/[\w./-]*)\1\s*,""")
_ROUTES = regex(r"\b(?:routeBasePath|numberPrefixParser|trailingSlash|locales)\b")
_LISTS = regex(r"\b(?:authorsMapPath|onInlineTags|parseFrontMatter)\b|\btags:")
_MOST = 256 * 1024


def read_site(root: Path | None) -> Docusaurus:
    """Docusaurus for the site in a folder; without one nothing of the site is known."""
    if root is None:
        return Docusaurus()
    text = _config(root)
    paths = (found[2] for found in _PATH.finditer(text))
    named = [path for path in paths if path not in FOLDERS]
    outside = _CODE_PATH.search(text) or any(".." in path.split("/") for path in named)
    content = () if outside else tuple(dict.fromkeys((*FOLDERS, *named)))
    base = _BASE.search(text)
    known = base is not None and not named and not outside and not _ROUTES.search(text)
    told = bool(text) and not named and not outside and not _LISTS.search(text)
    return Docusaurus(
        content=content,
        base=base[2].rstrip("/") if base is not None and known else None,
        writers=_names(root / "blog/authors.yml") if told else None,
        labels=_names(root / "blog/tags.yml") if told else None,
    )


def _config(root: Path) -> str:
    for name in CONFIGS:
        try:
            text = text_of(root / name, root)[:_MOST]
        except SiteConfigError:
            continue
        if not text:
            continue
        return re.sub(r"(?m)^\s*//.*$|/\*(?s:.)*?\*/", "", text)
    return ""


def _names(path: Path) -> frozenset[str] | None:
    """The keys of a list in YAML; None where there is none that can be read."""
    if not ask.is_file(path):
        return None
    try:
        return frozenset(map(str, read_data(path, texts=True)))
    except SiteConfigError:
        return None
