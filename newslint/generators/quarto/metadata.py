"""What a Quarto project gives a document: the metadata of its config and of the folders above it.

Source: Quarto's documentation, "Shared Metadata": `_quarto.yml` holds for all documents,
`_metadata.yml` for those of its folder and below, the nearer counts first, and what a document says
itself before both. A file that `metadata-files` names, or a profile, may hold more.
"""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

from newslint.generators.inherited import UNKNOWN, Inherited, Layer, layered
from newslint.generators.shared.site_files import SiteFiles, folders_above

_MORE = "metadata-files"


class SharedMetadata:
    """The files of a project that hold for many documents. Each is read once."""

    def __init__(self, root: Path) -> None:
        self._files = SiteFiles(root)
        self._layers: dict[str, tuple[Layer | None, ...]] = {}
        self._inherited: dict[str, Inherited] = {}

    def inherited(self, path: str) -> Inherited:
        """What the document with that path, below the project's root, is given."""
        folders = folders_above(path)
        if folders is None:
            return UNKNOWN
        folder = folders[-1] if folders else ""
        if folder not in self._inherited:
            chain = ("", *folders)
            self._inherited[folder] = layered(one for name in chain for one in self._of(name))
        return self._inherited[folder]

    def _of(self, folder: str) -> tuple[Layer | None, ...]:
        if folder not in self._layers:
            self._layers[folder] = tuple(self._read(folder))
        return self._layers[folder]

    def _read(self, folder: str) -> Iterator[Layer | None]:
        names = self._files.names(folder, "_")
        if names is None:
            yield None
            return
        stems = ("_metadata",) if folder else ("_quarto", "_metadata")
        for name in (f"{stem}{end}" for stem in stems for end in (".yml", ".yaml")):
            if name in names:
                yield _layer(self._files.data(folder, name))
        if not folder and any(name.startswith("_quarto-") for name in names):
            yield None  # a profile, which holds when it is asked for


def _layer(values: Any) -> Layer | None:
    return None if values is None or _MORE in values else Layer(values)
