"""How the folder of a site is told: what is in it, and how much that says.

A folder is listed once, however many generators look at it; a file is opened only where two of
them share the name of their config.
"""

from __future__ import annotations

import os
import re
from collections.abc import Callable, Iterable, Mapping
from pathlib import Path
from typing import TYPE_CHECKING, Any

from newslint.files import ask
from newslint.files.setup import read_setup
from newslint.generators.sign_names import SIGN_NAMES
from newslint.model.records import NamedTuple

if TYPE_CHECKING:
    from newslint.generators.base import Generator

_MOST = 256 * 1024
"""Characters of a config file that are looked at."""

CERTAIN, OWN_NAME, VAULT = 100, 90, 1
"""A file at which the generator starts whatever else is there; a name that no other one has; what
an editor leaves in a folder of any site, which says something only where no site is around it.

Names that several have say less: 80 and below, see the generators.
"""


class Sign(NamedTuple):
    """What in a folder says that it is the root of a generator's site. The strongest one counts."""

    name: str
    strength: int


class Folder:
    """A folder that may be the root of a site. Never raises for what may not be read."""

    __slots__ = ("_path", "_starts", "names")

    def __init__(self, path: Path, names: Iterable[str]) -> None:
        self.names = frozenset(names)
        self._path = path
        self._starts: dict[str, str] = {}

    def is_file(self, name: str) -> bool:
        """True for a file, or a link to one."""
        return ask.is_file(self._path / name)

    def is_folder(self, name: str) -> bool:
        """True for a folder, or a link to one; `name` may lie deeper."""
        return ask.is_folder(self._path / name)

    def first_file(self, names: Iterable[str]) -> str:
        """The first of these names that is a file here; empty when none is."""
        there = (name for name in names if name in self.names and self.is_file(name))
        return next(there, "")

    def says(self, name: str, pattern: str) -> bool:
        """True when the first part of a file matches; a file that cannot be read is empty."""
        if name not in self._starts:
            self._starts[name] = self._start(name)
        return re.search(pattern, self._starts[name]) is not None

    def _start(self, name: str) -> str:
        return read_setup(self._path / name).text[:_MOST]


class Registration(NamedTuple):
    """What a generator's module calls `GENERATOR`; the module's name is the generator's.

    `load` is given the root of a site, or the content of a site config, or neither; it raises
    SiteConfigError for a config that cannot be read. `recognise` is asked of every folder above an
    article in which one of the `names` is, and looks for no others: its module should import no
    more than it needs.
    """

    load: Callable[[Path | None, Mapping[str, Any] | None], Generator]
    recognise: Callable[[Folder], Sign | None]
    names: Iterable[str]


@ask.question
def names_of_signs(folder: Path) -> tuple[str, ...]:
    """The names in a folder that a generator looks for, sorted: no others count. Raises OSError."""
    return tuple(sorted(_NAMES.intersection(os.listdir(folder))))  # noqa: PTH208


_NAMES = frozenset(name for names in SIGN_NAMES.values() for name in names)
