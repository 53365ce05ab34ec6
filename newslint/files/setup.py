"""Files that are no articles, read for what they settle: configs of newslint and of sites.

Whoever can propose an article can propose these: a pipe, a device, a gigabyte, a link to somebody
else's file. One reader for all of them: a regular file of at most 1 MB that lies where it seems to.
"""

from __future__ import annotations

import os
from collections.abc import Iterator
from pathlib import Path

from newslint.files import ask
from newslint.files.read import START, Source, decode
from newslint.model.faults import TooLarge, Unreadable
from newslint.model.limits import Limits

LIMITS = Limits(max_bytes=1024 * 1024)
"""Of one such file."""

MOST_FILES = 1_000
"""Files in one folder of configs and below it."""

LEADS_OUT = "it is a symbolic link that leads out of the site"


class TooManyFilesError(ValueError):
    """A folder of configs that holds more files than any site has."""


def read_setup(path: Path, root: Path | None = None) -> Source:
    """The file's text, or the fault that keeps it from being read. Never raises, never waits.

    `root` is the folder that the file must lie in, its own when none is given.
    """
    if leads_out(path, root):
        return Source(path, "", False, Unreadable(START, LEADS_OUT))
    data = read_bytes(path)
    return decode(data, path, LIMITS) if isinstance(data, bytes) else Source(path, "", False, data)


def read_bytes(path: Path) -> bytes | Unreadable | TooLarge:
    """The file's bytes wherever it lies, as `read_setup`."""
    data = ask.content(path, LIMITS)
    if isinstance(data, TooLarge):  # no setting allows more
        return TooLarge(START, data.what.removesuffix(" (`max-bytes`)"))
    return data


def leads_out(path: Path, root: Path | None = None) -> bool:
    """True where symbolic links lead out of a folder and of the repository that it lies in.

    `root` is that folder, the path's own when none is given. A link within a repository is
    ordinary: several sites share a config.
    """
    return _leads_out(path, root or "")


@ask.question
def _leads_out(path: Path, root: Path | str) -> bool:
    path = Path(path)
    if not root and not os.path.islink(path):  # noqa: PTH114  # never raises
        return False
    folder = os.path.realpath(root or path.parent)
    real = os.path.realpath(path)
    return not _below(real, folder) and not _below(real, _repository(folder))


def files_below(folder: Path) -> Iterator[Path]:
    """The files in a folder and below it. Links to folders in it are not followed.

    Raises OSError for a folder that cannot be read, and TooManyFilesError.
    """
    yield from map(Path, _files_below(folder))


@ask.question
def _files_below(folder: Path) -> tuple[str, ...]:
    found: list[str] = []
    for top, _, names in os.walk(folder, onerror=_raise):
        found += (f"{top}{os.sep}{name}" for name in names)
        if len(found) > MOST_FILES:
            raise TooManyFilesError(f"it holds more than {MOST_FILES:,} files")
    return tuple(sorted(found))


def _raise(error: OSError) -> None:
    raise error


def _below(path: str, folder: str) -> bool:
    return path == folder or path.startswith(folder.rstrip(os.sep) + os.sep)


def _repository(folder: str) -> str:
    """The nearest folder upwards that holds `.git`; the folder itself where there is none."""
    top = folder
    while not os.path.lexists(f"{top.rstrip(os.sep)}/.git"):
        above = os.path.dirname(top)  # noqa: PTH120
        if above == top:
            return folder
        top = above
    return top
