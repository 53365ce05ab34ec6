"""`check --watch`: the same run again at every change, until Ctrl-C."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterable
from pathlib import Path
from typing import Any

from newslint.cli import output
from newslint.config.options import Options
from newslint.files.names import EXTENSIONS, suffix
from newslint.model.errors import NewslintError

_CONFIGS = frozenset(
    (".cjs", ".json", ".js", ".mjs", ".py", ".toml", ".ts", ".txt", ".yaml", ".yml")
)
"""How the names of configs end, of newslint and of sites."""


def watch(options: Options, run: Callable[[], int]) -> int:
    """Run, and again whenever an article or a config below the paths changed.

    Raises NewslintError where watchfiles is not installed, and KeyboardInterrupt at Ctrl-C.
    """
    try:
        from watchfiles import watch as changes
    except ImportError:
        raise NewslintError(
            "--watch requires watchfiles: install `newslint[watch]`, or `pip install watchfiles`"
        ) from None
    own = options.output_file.absolute() if options.output_file else None
    places = [path for path in options.paths if os.path.lexists(path)]
    if not places:
        raise NewslintError(f"--watch: {options.paths[0]} does not exist")
    _again(run)
    for found in changes(*places, watch_filter=lambda _, path: _counts(path, own)):
        _say(found)
        _again(run)
    return 0


def _again(run: Callable[[], int]) -> None:
    """One run; a mistake in a config ends it, and not the watching."""
    try:
        run()
    except NewslintError as error:
        output.notice(str(error))
    output.notice("waiting for changes; Ctrl-C ends")


def _counts(path: str, own: Path | None) -> bool:
    """True for a file whose change may change the report."""
    if own is not None and Path(path) == own:
        return False
    parts = Path(path).parts
    if ".git" in parts or "node_modules" in parts or parts[-1].startswith(".newslint-"):
        return False
    end = suffix(parts[-1])
    return end in EXTENSIONS or end in _CONFIGS


def _say(found: Iterable[tuple[Any, str]]) -> None:
    names = sorted({Path(path).name for _, path in found})
    more = f" and {len(names) - 1:,} more" if len(names) > 1 else ""
    output.notice(f"{names[0]}{more} changed")
