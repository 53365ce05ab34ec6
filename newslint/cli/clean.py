"""`newslint clean`: remove what earlier runs found."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from newslint.cli import output
from newslint.model.errors import NewslintError
from newslint.site.cache_folder import cache_folder, remove_stores


def command(
    cache_dir: Annotated[
        Path | None,
        typer.Option(
            help="Where it is kept (default: the user's cache folder).",
            metavar="FOLDER",
            show_default=False,
        ),
    ] = None,
) -> int:
    """Remove what earlier runs found, of all sites; the next run looks at every file again."""
    folder = cache_folder(cache_dir)
    try:
        count, size = remove_stores(folder)
    except OSError as error:
        raise NewslintError(f"{folder}: {error.strerror or error}") from None
    stores = "1 store" if count == 1 else f"{count:,} stores"
    output.emit(f"{stores} removed from {folder}, {size / 1_000_000:,.1f} MB\n")
    return 0
