"""The options that `check` and `fix` share, as typer annotations."""

from __future__ import annotations

from datetime import UTC, datetime
from enum import Enum, StrEnum
from pathlib import Path
from typing import Annotated

import typer

from newslint.generators import NAMES
from newslint.model.errors import NewslintError
from newslint.report import FORMATS

WHAT = "What is checked"
RULES = "Rules"
OUTPUT = "Output"


class Preset(StrEnum):
    """The presets there are."""

    default = "default"
    news = "news"
    strict = "strict"


class FailOn(StrEnum):
    """The least severity that makes the exit code 1."""

    error = "error"
    warning = "warning"
    info = "info"
    never = "never"


TargetName = StrEnum("TargetName", [(name, name) for name in NAMES])  # type: ignore[misc]
Format = Enum("Format", [(name.replace("-", "_"), name) for name in FORMATS])  # type: ignore[misc]

Paths = Annotated[
    list[str] | None,
    typer.Argument(
        metavar="PATHS", help="Files or folders; `-` is standard input. Default: this folder."
    ),
]
ConfigFile = Annotated[
    Path | None, typer.Option("--config", help="Use this config file.", rich_help_panel=WHAT)
]
Isolated = Annotated[
    bool, typer.Option("--isolated", help="Read no config file.", rich_help_panel=WHAT)
]
PresetName = Annotated[
    Preset | None, typer.Option("--preset", help="The set of rules.", rich_help_panel=RULES)
]
Target = Annotated[
    TargetName | None,
    typer.Option("--target", help="The site generator, if not found.", rich_help_panel=WHAT),
]
Select = Annotated[
    list[str] | None,
    typer.Option(
        metavar="RULES",
        help="Only these: codes, families, names, ALL; with commas or repeated.",
        rich_help_panel=RULES,
    ),
]
ExtendSelect = Annotated[
    list[str] | None,
    typer.Option(metavar="RULES", help="These rules too.", rich_help_panel=RULES),
]
Ignore = Annotated[
    list[str] | None,
    typer.Option(metavar="RULES", help="Not these rules.", rich_help_panel=RULES),
]
OutputFormat = Annotated[
    Format | None,
    typer.Option(
        metavar="FORMAT",
        help=f"{', '.join(FORMATS)}. Default: table on a terminal, else concise.",
        rich_help_panel=OUTPUT,
    ),
]
OutputFile = Annotated[
    Path | None,
    typer.Option(help="Write the report here; never over an article.", rich_help_panel=OUTPUT),
]
FailOnOption = Annotated[
    FailOn | None,
    typer.Option(
        "--fail-on",
        metavar="SEVERITY",
        help="error, warning (default), info or never: the least that makes exit code 1.",
        rich_help_panel=OUTPUT,
    ),
]
ExitZero = Annotated[
    bool, typer.Option("--exit-zero", help="Exit 0 whatever is found.", rich_help_panel=OUTPUT)
]
ExitNonZeroOnFix = Annotated[
    bool,
    typer.Option("--exit-non-zero-on-fix", help="Exit 1 when a file changed.",
                 rich_help_panel=OUTPUT),
]  # fmt: skip
Statistics = Annotated[
    bool, typer.Option("--statistics", help="Counts for each rule.", rich_help_panel=OUTPUT)
]
ShowFixes = Annotated[
    bool, typer.Option("--show-fixes", help="List what was mended.", rich_help_panel=OUTPUT)
]
Jobs = Annotated[
    int | None,
    typer.Option("--jobs", "-j", min=1, metavar="N", help="Processes.", rich_help_panel=WHAT),
]
Quiet = Annotated[
    bool, typer.Option("--quiet", "-q", help="Problems only, no summary.", rich_help_panel=OUTPUT)
]
Verbose = Annotated[
    bool,
    typer.Option(
        "--verbose", "-v", help="Say what is passed over, show tracebacks.", rich_help_panel=OUTPUT
    ),
]
Changed = Annotated[
    bool, typer.Option("--changed", help="Only files that git says differ.", rich_help_panel=WHAT)
]
Since = Annotated[
    str | None,
    typer.Option(help="With --changed: since this commit.", metavar="REF", rich_help_panel=WHAT),
]
ForceExclude = Annotated[
    bool,
    typer.Option("--force-exclude", help="Exclude named files too.", rich_help_panel=WHAT),
]
StdinFilename = Annotated[
    str | None,
    typer.Option(metavar="PATH", help="What standard input would be called.", rich_help_panel=WHAT),
]
UnsafeFixes = Annotated[
    bool, typer.Option("--unsafe-fixes", help="Mend unsafely too.", rich_help_panel=RULES)
]
Diff = Annotated[
    bool,
    typer.Option("--diff", help="Print what would change, write nothing.", rich_help_panel=OUTPUT),
]
FromEncoding = Annotated[
    str | None,
    typer.Option(
        metavar="NAME", help="What files that are not UTF-8 are written in.", rich_help_panel=WHAT
    ),
]
Now = Annotated[
    str | None,
    typer.Option(help="The time that date rules go by.", metavar="TIME", rich_help_panel=WHAT),
]


def selectors(given: list[str] | None) -> tuple[str, ...]:
    """`--select LNK,DAT001 --select TAG` as one list."""
    return tuple(part.strip() for text in given or () for part in text.split(",") if part.strip())


def encoding(given: str | None) -> str | None:
    """The name of `--from-encoding`, when there is such an encoding. Raises NewslintError."""
    if given is not None:
        from newslint.files.encodings import known_encoding

        try:
            known_encoding(given)
        except ValueError as error:
            raise NewslintError(f"--from-encoding: {error}") from None
    return given


def moment(given: str | None) -> datetime | None:
    """The time of `--now`, in UTC where it names no zone. Raises NewslintError."""
    if given is None:
        return None
    try:
        read = datetime.fromisoformat(given)
    except ValueError:
        raise NewslintError(
            f"--now: `{given}` is no time; write it like 2026-01-31T12:00:00Z"
        ) from None
    return read if read.tzinfo else read.replace(tzinfo=UTC)
