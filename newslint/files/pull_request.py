"""Which files a pull request changes, as far as the checkout can tell."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path

from newslint.files.git import changed_files, only_changed
from newslint.model.errors import NewslintError


def changed_by(base: str, files: Iterable[Path]) -> frozenset[Path]:
    """Those of the files that differ from the branch `base`; none where git cannot tell.

    The checkout of a pull request is its merge, whose first parent is the base; where its parents
    were not fetched, the branch may have been.
    """
    for since in ("HEAD^2^{commit}", f"origin/{base}"):
        try:
            changed_files(Path.cwd(), since)
            commit = "HEAD^1" if since.startswith("HEAD") else since
            changed = changed_files(Path.cwd(), commit)
        except NewslintError:
            continue
        return frozenset(only_changed(files, changed))
    return frozenset()
