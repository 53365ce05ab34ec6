"""What was typed, read: the options of `check` and `fix`.

The commands as most people and all hooks type them, paths and flags without a value, are read
right here. Everything else goes through typer, which costs about 80 ms more at the start, and which
a test holds to give the same answer for these.
"""

from __future__ import annotations

import os
from collections.abc import Sequence
from pathlib import Path
from typing import NamedTuple

from newslint.config.settings import CommandLine
from newslint.model.diagnostics import Mode
from newslint.model.errors import NewslintError


class Options(NamedTuple):
    """What was typed behind `check` or `fix`, as one value. `mode` is what it amounts to."""

    mode: Mode = "check"
    paths: tuple[str, ...] = (".",)
    command: CommandLine = CommandLine()
    config_file: Path | None = None
    isolated: bool = False
    output_format: str | None = None
    output_file: Path | None = None
    fail_on: str | None = None
    exit_zero: bool = False
    exit_non_zero_on_fix: bool = False
    statistics: bool = False
    show_fixes: bool = False
    jobs: int | None = None
    quiet: bool = False
    verbose: bool = False
    changed: bool = False
    since: str | None = None
    force_exclude: bool = False
    stdin_filename: str | None = None
    unsafe_fixes: bool = False


FLAGS = {
    "--force-exclude": "force_exclude",
    "--unsafe-fixes": "unsafe_fixes",
    "--exit-zero": "exit_zero",
    "--exit-non-zero-on-fix": "exit_non_zero_on_fix",
    "--statistics": "statistics",
    "--show-fixes": "show_fixes",
    "--isolated": "isolated",
    "--changed": "changed",
    "--quiet": "quiet",
    "--verbose": "verbose",
}
"""The flags that may stand in a plain line, and the options that they set."""


def refuse_names_of_files(arguments: Sequence[str]) -> None:
    """Raise NewslintError for an option that is the name of a file too.

    Hooks and `xargs` hand over names of files as they are, and a stranger may call a file
    `--output-file=README.md`. After `--` all are names.
    """
    for argument in arguments:
        if argument == "--":
            return
        if argument.startswith("-") and argument != "-" and os.path.lexists(argument):
            shown = argument if argument.isprintable() else ascii(argument)
            raise NewslintError(
                f"`{shown}` is an option and the name of a file; write it as `./{shown}`"
            )


def plain(arguments: Sequence[str]) -> Options | None:
    """The options of a plain `check` or `fix` line; None for any other line."""
    if not arguments or arguments[0] not in ("check", "fix"):
        return None
    paths: list[str] = []
    flags: dict[str, bool] = {}
    ended = False
    for argument in arguments[1:]:
        if ended:
            paths.append(argument)
        elif argument == "--":
            ended = True
        elif argument in FLAGS:
            flags[FLAGS[argument]] = True
        elif argument.startswith("-") and argument != "-":
            return None
        else:
            paths.append(argument)
    mode: Mode = "check" if arguments[0] == "check" else "fix"
    return Options(mode, tuple(paths) or (".",), **flags)  # type: ignore[arg-type]
