"""The JSON Schemas that `astro sync` writes, one for each collection: `.astro/collections/`.

The documentation of Astro 5, "Content collections", says where they lie.
"""

from __future__ import annotations

from pathlib import Path

from newslint.files import ask
from newslint.generators.answers import OwnSchema
from newslint.generators.site_config import SiteConfigError, read_data

_FOLDER = ".astro/collections"
_END = ".schema.json"
_MOST = 100


def schemas(root: Path, content: str) -> tuple[OwnSchema, ...]:
    """The schemas of the collections that are folders in `content`. Never raises."""
    try:
        names = ask.names(root / _FOLDER)[:_MOST]
    except OSError:
        return ()
    found = []
    for name in names:
        folder = f"{content}/{name.removesuffix(_END)}"
        if name.endswith(_END) and ask.is_folder(root / folder):
            try:
                data = read_data(root / _FOLDER / name, root)
            except SiteConfigError:
                continue
            found.append(OwnSchema(f"{_FOLDER}/{name}", folder, data))
    return tuple(found)
