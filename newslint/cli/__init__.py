"""The command line: the only place that prints and exits. One module per command."""

from __future__ import annotations

import os
import sys
from importlib import import_module
from typing import TYPE_CHECKING, Annotated

from newslint.cli.output import emit, notice, notices, prepare_streams
from newslint.interrupt import INTERRUPTED, LINE
from newslint.model.errors import NewslintError
from newslint.site.answer import told

if TYPE_CHECKING:
    import typer

COMMANDS = {
    "check": "newslint.cli.check",
    "fix": "newslint.cli.fix",
    "rule": "newslint.cli.rule",
    "config": "newslint.cli.config",
    "clean": "newslint.cli.clean",
    "schema": "newslint.cli.schema",
    "init": "newslint.cli.init",
    "baseline": "newslint.cli.baseline",
}
"""Command -> the module whose `command` it is; only the one that was typed is imported."""

USAGE_ERROR = 2


def run(arguments: list[str], *, anew: bool = False) -> int:
    """Run the command line and return its exit code. Prints one line for a user's mistake.

    With `anew` it is known that no answer is kept.
    """
    from newslint.cli.arguments import quick, refuse_names_of_files

    prepare_streams()
    if not anew and (code := told(arguments)) is not None:
        return code
    try:
        refuse_names_of_files(arguments)
        if "--add-ignores" in arguments:
            from newslint.cli.add_ignores import with_reason

            arguments = with_reason(arguments)
        given = quick(arguments)
        if given is None:
            return _through_typer(arguments)
        from newslint.cli.kept import kept
        from newslint.cli.start import start

        return kept(arguments, given, start)
    except NewslintError as error:
        notice(str(error))
        return USAGE_ERROR
    except KeyboardInterrupt:
        sys.stderr.write(LINE)
        return INTERRUPTED
    except SystemExit:
        raise
    except BaseException as error:  # a panic of Rust code is no Exception
        return _crashed(error, verbose=not {"--verbose", "-v"}.isdisjoint(arguments))


def _crashed(error: BaseException, *, verbose: bool) -> int:
    """Say in one line what ended the run."""
    from newslint.model.stages import one_line, trace

    try:
        os.getcwd()  # noqa: PTH109
        notice(f"crashed: {one_line(error)}; report it")
    except OSError:
        notice("the current folder no longer exists")
    if verbose:
        notices(trace(error))
    return USAGE_ERROR


def _through_typer(arguments: list[str]) -> int:
    import typer

    try:
        code = _app(arguments)(args=arguments, prog_name="newslint", standalone_mode=False)
        emit("")
        if code == INTERRUPTED:  # what newer typers make of Ctrl-C
            raise KeyboardInterrupt
        return int(code or 0)
    except typer.Abort:  # and older ones
        raise KeyboardInterrupt from None
    except Exception as error:
        show = getattr(error, "show", None)  # click's, which newer typers carry themselves
        if not isinstance(error, typer.BadParameter.__mro__[2]) or show is None:
            raise
        show()
        return USAGE_ERROR


def _app(arguments: list[str]) -> typer.Typer:
    import typer

    from newslint.cli.typer_command import NarrowGroup, NarrowHelp

    app = typer.Typer(
        cls=NarrowGroup,
        no_args_is_help=True,
        pretty_exceptions_enable=False,
        context_settings={"help_option_names": ["-h", "--help"]},
    )
    option = typer.Option("--version", "-V", help="Print the version.")
    _main.__annotations__["version"] = Annotated[bool, option]
    app.callback(invoke_without_command=False)(_main)
    names = arguments[:1] if arguments[:1] and arguments[0] in COMMANDS else list(COMMANDS)
    for name in names:
        app.command(name, cls=NarrowHelp)(import_module(COMMANDS[name]).command)
    return app


def _main(version: bool = False) -> None:
    """Check and fix the front matter of articles.

    `newslint check content` reports. `newslint fix content` fixes what is safe to fix.
    `newslint rule LNK004` explains a rule.
    """
    # `version` is for the help: `newslint.__main__` prints it
