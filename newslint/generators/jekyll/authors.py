"""The authors that a Jekyll site lists in its data folder, by key.

Jekyll itself makes nothing of them: that `author: ann` is looked up as `site.data.authors.ann` is
what its documentation shows and themes do.
"""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from typing import Any

from newslint.generators.answers import ValueList
from newslint.generators.shared.site_files import SiteFiles
from newslint.generators.site_config import text_in

_FORMS = ("yml", "yaml", "json")


def read_authors(root: Path, config: Mapping[str, Any]) -> ValueList | None:
    """The keys of `_data/authors.yml`; None for another shape, or where several files may count."""
    source = text_in(config, "source").strip("./")
    folder = text_in(config, "data_dir").strip("./") or "_data"
    folder = f"{source}/{folder}" if source else folder
    files = SiteFiles(root)
    names = files.names(folder, "authors") or frozenset()
    found = [name for name in names if name.partition(".")[0] == "authors"]
    if len(found) != 1 or found[0].rpartition(".")[2] not in _FORMS:
        return None
    data = files.data(folder, found[0], texts=True)
    if not data or not all(isinstance(entry, Mapping) for entry in data.values()):
        return None
    return ValueList(f"{folder}/{found[0]}", frozenset(map(str, data)), by_key=True)
