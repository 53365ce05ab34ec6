"""Files of a site besides its config: each folder is listed, and each file read, once in a run.

Whoever can propose an article can propose these files: what is too large, not a regular file, or
lies outside the site is not read, and counts as unknown.
"""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from typing import Any

from newslint.files import ask
from newslint.files.read import decode
from newslint.model.limits import Limits
from newslint.model.records import NamedTuple
from newslint.text import plain_data

_LIMITS = Limits(max_bytes=1024 * 1024)
"""Of one file."""

MOST_FILES = 20_000
"""Files that are read for one site."""

MOST_LEVELS = 50
"""Folders above an article that are looked at: far more than any site has."""


class Text(NamedTuple):
    """A file's text; None: it cannot be read, or must not."""

    text: str | None


class SiteFiles:
    """What lies below the root of a site. No method raises."""

    __slots__ = ("_inside", "_left", "_names", "_texts", "root")

    def __init__(self, root: Path) -> None:
        self.root = str(root)
        self._names: dict[tuple[str, str], frozenset[str] | None] = {}
        self._texts: dict[str, Text] = {}
        self._inside: dict[str, bool] = {}
        self._left = MOST_FILES

    def names(self, folder: str, start: str = "") -> frozenset[str] | None:
        """The names in a folder, without those of articles: of Markdown without `_` before it.

        `start` is how they begin, in this case. Who asks for few is not disturbed by the others.
        Empty where there is no such folder; None: it cannot be read, or must not. `folder` is below
        the root, with forward slashes; empty for the root itself.
        """
        key = folder, start
        if key not in self._names:
            self._names[key] = self._list(folder, start)
        return self._names[key]

    def text(self, folder: str, name: str) -> str | None:
        """The text of a file in a folder; None: it cannot be read, or must not."""
        path = f"{folder}/{name}" if folder else name
        if path not in self._texts:
            self._texts[path] = Text(self._read(folder, path))
        return self._texts[path].text

    def data(self, folder: str, name: str, *, texts: bool = False) -> Mapping[str, Any] | None:
        """What a TOML, YAML or JSON file says; None: it cannot be read, or is no mapping."""
        text = self.text(folder, name)
        return None if text is None else parse(text, name.rpartition(".")[2].lower(), texts=texts)

    def _list(self, folder: str, start: str) -> frozenset[str] | None:
        path = f"{self.root}/{folder}" if folder else self.root
        try:
            if not self._is_inside(folder):
                return None
            return frozenset(ask.other_names(path, start))
        except (FileNotFoundError, NotADirectoryError):
            return frozenset()
        except (OSError, ValueError):
            return None

    def _is_inside(self, folder: str) -> bool:
        if folder not in self._inside:
            self._inside[folder] = self._leads_inside(folder)
        return self._inside[folder]

    def _leads_inside(self, path: str) -> bool:
        return ask.leads_inside(f"{self.root}/{path}", self.root)

    def _read(self, folder: str, path: str) -> str | None:
        self._left -= 1
        if self._left < 0:
            ask.unsteady()
            return None
        try:
            if not self._is_inside(folder) or not self._leads_inside(path):
                return None
            file = Path(self.root, path)
            data = ask.content(file, _LIMITS)
        except (OSError, ValueError):
            return None
        source = decode(data, file, _LIMITS) if isinstance(data, bytes) else None
        return source.text if source is not None and source.fault is None else None


def parse(text: str, form: str, *, texts: bool = False) -> Mapping[str, Any] | None:
    """A mapping in TOML, YAML or JSON (`form` is the extension); an empty text is an empty one.

    None: it cannot be read, or is something else. With `texts` all single values of YAML are texts.
    """
    known: plain_data.Form | None = _FORMS.get(form)
    if known is None:
        return None
    try:
        data = plain_data.read(text, known, texts=texts)
    except plain_data.NotPlainError:
        return None
    if data is None:
        return {}
    return data if isinstance(data, Mapping) else None


_FORMS: Mapping[str, plain_data.Form] = {
    "toml": "toml",
    "yaml": "yaml",
    "yml": "yml",
    "json": "json",
}


def folders_above(path: str) -> tuple[str, ...] | None:
    """The folders in which a file lies, the outermost first, without the root of the site.

    `a`, `a/b` for `a/b/c.md`. None: too many, or the file does not lie below the root.
    """
    parts = path.split("/")[:-1]
    if len(parts) > MOST_LEVELS or ".." in parts or path.startswith("/"):
        return None
    return tuple("/".join(parts[: end + 1]) for end in range(len(parts)))
