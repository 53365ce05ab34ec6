"""The options of `check` and `fix` and the keys of a config file: one table for both.

A line is a field with its type, its default and what `--help` says of it; to add an option is to
add a line. Made from it are the commands that typer knows, the quick reader at the start
(`newslint.cli`), and the keys of `newslint.config.load.Config`. The table is in this room, not in
that of the command line, since a config says most of it.
"""

# the functions that make a line are `field`, with defaults that do not change
from __future__ import annotations

from collections.abc import Callable
from datetime import datetime
from importlib import import_module
from pathlib import Path
from typing import TYPE_CHECKING, Any, Literal, get_args

from newslint.config.option_values import count, encoding, moment, parts, per_file
from newslint.generators import NAMES
from newslint.model.diagnostics import FailOn, Mode, Preset
from newslint.model.records import NamedTuple, dataclass, field, fields, replace

if TYPE_CHECKING:
    TargetName = str
else:
    TargetName = Literal[NAMES]  # one of those that there are, for pydantic

WHAT = "What is checked"
RULES = "Rules"
OUTPUT = "Output"

LINT = ("check", "fix")
RUNS = (*LINT, "baseline")
ALL = (*RUNS, "config")


class Option(NamedTuple):
    """What the command line knows of one field. Without a `metavar` it is a flag, with no value.

    `read` makes the value of the text that was typed; it raises ValueError with what is wrong, or
    NewslintError. With `many` it may be repeated, and `read` gives several values. `choices` are
    asked for late: the table knows nothing of the rooms above it. `negated` is the other direction
    of a flag that a config can say.
    """

    help: str
    panel: str
    short: str = ""
    metavar: str = ""
    many: bool = False
    read: Callable[[str], Any] = str
    choices: Callable[[], tuple[str, ...]] = tuple
    commands: tuple[str, ...] = LINT
    name: str = ""
    negated: str = ""

    @property
    def long(self) -> str:
        """How it is written, `--like-this`."""
        return f"--{self.name.replace('_', '-')}"

    @property
    def is_flag(self) -> bool:
        """True for an option without a value."""
        return not self.metavar


def _line(option: Option, default: object) -> Any:
    return field(default=default, metadata={"option": option})


def _flag(help: str, panel: str, **more: Any) -> Any:  # noqa: A002 (typer's word)
    return _line(Option(help, panel, **more), default=False)


def _value(metavar: str, help: str, panel: str, *, default: object = None, **more: Any) -> Any:  # noqa: A002
    return _line(Option(help, panel, metavar=metavar, **more), default)


def _selectors(help: str, **more: Any) -> Any:  # noqa: A002
    return _value("RULES", help, RULES, default=(), many=True, read=parts, **more)


def _patterns(help: str) -> Any:  # noqa: A002
    more: Any = {"many": True, "read": parts, "commands": RUNS}
    return _value("PATTERN", help, WHAT, default=(), **more)


def _formats() -> tuple[str, ...]:
    return tuple(import_module("newslint.report").FORMATS)


@dataclass(frozen=True, kw_only=True)
class Keys:
    """What a config file can say and a command line too, which then holds."""

    preset: Preset = _value(
        "NAME",
        "Rule preset",
        RULES,
        default="default",
        choices=lambda: get_args(Preset),
        commands=ALL,
    )
    select: tuple[str, ...] = _selectors(
        "Rules to run (codes, names, families, ALL); replaces the preset's. Separate with commas.",
        commands=RUNS,
    )
    extend_select: tuple[str, ...] = _selectors("Rules to run in addition.", commands=RUNS)
    ignore: tuple[str, ...] = _selectors("Rules to skip.", commands=RUNS)
    fixable: tuple[str, ...] = _selectors("Rules of which fixes are made; the others only report.")
    unfixable: tuple[str, ...] = _selectors("Rules that only report: no fix of theirs is made.")
    preview: bool = _flag(
        "Also run rules in preview: new ones, for one minor release.", RULES, commands=ALL
    )
    unsafe_fixes: bool = _flag("Also apply unsafe fixes.", RULES)
    habits: bool = _line(
        Option("Report what the whole site does as info, once, and do not fix it.", RULES),
        default=True,
    )
    target: TargetName | None = _value(
        "NAME",
        "Site generator (default: detected from the site's config)",
        WHAT,
        choices=lambda: NAMES,
        commands=ALL,
    )
    exclude: tuple[str, ...] = _patterns("What is not checked; replaces the config's.")
    extend_exclude: tuple[str, ...] = _patterns("What is not checked, in addition.")
    force_exclude: bool = _flag(
        "Apply `exclude` to paths given on the command line, too.", WHAT, commands=RUNS
    )
    from_encoding: str | None = _value(
        "NAME",
        "Encoding to assume for files that are not valid UTF-8.",
        WHAT,
        read=encoding,
        commands=RUNS,
    )
    jobs: int | None = _value(
        "N", "Number of parallel processes.", WHAT, short="-j", read=count, commands=RUNS
    )
    output_format: str | None = _value(
        "FORMAT",
        "Output format (default: table on a terminal, else concise)",
        OUTPUT,
        choices=_formats,
        commands=(*LINT, "config"),
    )
    fail_on: FailOn = _value(
        "SEVERITY",
        "Minimum severity for exit code 1 (default: warning)",
        OUTPUT,
        default="warning",
        choices=lambda: get_args(FailOn),
    )
    statistics: bool = _flag("Show counts for each rule.", OUTPUT)
    show_fixes: bool = _flag("List what was fixed, by file and rule.", OUTPUT)


@dataclass(frozen=True, kw_only=True)
class Options(Keys):
    """A whole command line as one value; `typed` are the names of what it says itself."""

    command: str = "check"
    paths: tuple[str, ...] = (".",)
    typed: frozenset[str] = frozenset()

    fix: bool = _flag("Apply safe fixes, as `newslint fix` does.", WHAT, commands=("check",))
    fix_only: bool = _flag("Apply fixes, and report nothing of what is left.", WHAT)
    changed: bool = _flag("Only files that changed according to git.", WHAT)
    since: str | None = _value(
        "REF", "With --changed: since the branch left this commit (the merge base).", WHAT
    )
    per_file_ignores: tuple[tuple[str, tuple[str, ...]], ...] = _value(
        "PATTERN:RULES",
        "Rules to skip in files that match, as 'content/old/**:TAG'.",
        RULES,
        default=(),
        many=True,
        read=per_file,
        commands=RUNS,
    )
    baseline: Path | None = _value(
        "FILE",
        "Problems that are accepted; by default the file beside the config.",
        WHAT,
        read=Path,
        commands=RUNS,
    )
    watch: bool = _flag("Check again at every change.", WHAT, short="-w", commands=("check",))
    add_ignores: str | None = _value(
        "[REASON]",
        "Write a comment that silences each problem that is left.",
        WHAT,
        commands=("check",),
    )
    no_baseline: bool = _flag("Also report problems that are accepted.", WHAT)
    prune: bool = _flag(
        "Only remove what no longer occurs; accept nothing new.", WHAT, commands=("baseline",)
    )
    no_site: bool = _flag(
        "Skip the rules that compare the articles of a site.", WHAT, commands=RUNS
    )
    stdin_filename: str | None = _value("PATH", "File name to assume for standard input.", WHAT)
    now: datetime | None = _value(
        "TIME",
        "Current time for date rules (ISO 8601); for reproducible runs.",
        WHAT,
        read=moment,
        commands=RUNS,
    )
    config: Path | None = _value("FILE", "Use this config file.", WHAT, read=Path, commands=ALL)
    no_cache: bool = _flag("Neither read nor write what earlier runs found.", WHAT, short="-n")
    cache_dir: Path | None = _value(
        "FOLDER",
        "Where to keep what was found (default: the user's cache folder).",
        WHAT,
        read=Path,
    )
    isolated: bool = _flag("Read no config file.", WHAT, commands=ALL)
    diff: bool = _flag(
        "Show what would be written as a diff; write nothing.", OUTPUT, commands=(*LINT, "init")
    )
    force: bool = _flag("Replace a config file that is there.", OUTPUT, commands=("init",))
    allow_code: bool = _flag(
        "Run the rules, plugins and models that the config names.", RULES, commands=ALL
    )
    output_file: Path | None = _value(
        "FILE",
        "Write the report to this file; refused for an article.",
        OUTPUT,
        short="-o",
        read=Path,
    )
    exit_zero: bool = _flag("Exit with code 0 even if problems are found.", OUTPUT, short="-e")
    exit_non_zero_on_fix: bool = _flag("Exit with code 1 if any file was fixed.", OUTPUT)
    quiet: bool = _flag(
        "Show problems only, without the summary.", OUTPUT, short="-q", commands=(*RUNS, "init")
    )
    verbose: bool = _flag(
        "Also show what is info, skipped files and why, and tracebacks.",
        OUTPUT,
        short="-v",
        commands=RUNS,
    )
    show_files: bool = _flag("List the files that would be checked; check none.", WHAT)
    color: str = _value(
        "WHEN",
        "Colors and links (default: auto, on a terminal)",
        OUTPUT,
        default="auto",
        choices=lambda: ("auto", "always", "never"),
    )
    version: bool = _flag("Print the version.", OUTPUT, short="-V")

    @property
    def mode(self) -> Mode:
        """What the line amounts to."""
        if self.diff:
            return "diff"
        return "fix" if self.fix or self.fix_only or self.command == "fix" else "check"


KEYS = frozenset(one.name for one in fields(Keys))
"""The options that are keys of a config, too."""


def _named(name: str, option: Option) -> Option:
    named = option._replace(name=name)
    both = named.is_flag and name in KEYS
    return named._replace(negated=f"--no-{named.long[2:]}") if both else named


OPTIONS = tuple(
    _named(one.name, one.metadata["option"]) for one in fields(Options) if "option" in one.metadata
)
"""The table, each line with its name."""


def options_of(command: str) -> tuple[Option, ...]:
    """The options that a command takes."""
    return tuple(option for option in OPTIONS if command in option.commands)


def merged(options: Options, config: Keys) -> Options:
    """The options, with what the config says (or its default) where the line says nothing."""
    silent = KEYS - options.typed
    return replace(options, **{name: getattr(config, name) for name in silent})
