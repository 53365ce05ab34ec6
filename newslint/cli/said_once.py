"""How the site of what is said once is called on the command line."""

from __future__ import annotations

import os
from collections.abc import Iterable
from pathlib import Path

from newslint.files.display import display
from newslint.site.entries import Entry


def named_entries(entries: tuple[Entry, ...], paths: Iterable[str]) -> tuple[Entry, ...]:
    """The entries as they are printed.

    Of a site of which only some folders were named it is these that an entry is about; where there
    are several sites each is named.
    """
    folders = [Path(os.path.abspath(path)) for path in paths]  # noqa: PTH100
    sites = {entry.unit.site for entry in entries}
    return tuple(_named(entry, folders, several=len(sites) > 1) for entry in entries)


def _named(entry: Entry, folders: list[Path], *, several: bool) -> Entry:
    site = Path(entry.unit.site)
    where = f"{display(site)}: {entry.where}" if several else entry.where
    if entry.unit.scope == "site" and not any(site.is_relative_to(folder) for folder in folders):
        inside = [display(folder) for folder in folders if folder.is_relative_to(site)]
        where = ", ".join(inside) or where
    return entry._replace(where=where)
