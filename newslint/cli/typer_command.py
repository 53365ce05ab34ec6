"""A command as typer wants it, made from the table of options: for help, completion and errors."""

from __future__ import annotations

from collections.abc import Callable
from inspect import Parameter, Signature
from typing import Annotated, Any

import typer
from typer.core import TyperCommand, TyperGroup

from newslint.cli.arguments import WrongValueError, made
from newslint.config.options import Option, Options, options_of

PATHS = Parameter(
    "paths",
    Parameter.KEYWORD_ONLY,
    default=None,
    annotation=Annotated[
        list[str] | None,
        typer.Argument(
            metavar="PATHS",
            help="Files or folders; `-` is standard input. Default: this folder.",
        ),
    ],
)
"""The argument of `check` and `fix`."""


class NarrowHelp(TyperCommand):
    """A command whose help has room for words at 80 columns: `--no-` is not a column of its own,
    and a flag has no type."""

    def format_help(self, ctx: Any, formatter: Any) -> None:
        """Write the help; the process ends after it."""
        for parameter in self.params:
            parameter.secondary_opts = []
        super().format_help(ctx, formatter)

    def get_params(self, ctx: Any) -> list[Any]:
        """The options, that for the help among them."""
        return _without_types(super().get_params(ctx))


class NarrowGroup(TyperGroup):
    """The same of the program itself."""

    def get_params(self, ctx: Any) -> list[Any]:
        """The options, that for the help among them."""
        return _without_types(super().get_params(ctx))


def _without_types(parameters: list[Any]) -> list[Any]:
    for parameter in parameters:
        if getattr(parameter, "is_flag", False):
            parameter.metavar = " "
    return parameters


def typer_command(
    name: str, run: Callable[[Options], int], words: str, argument: Parameter = PATHS
) -> Callable[..., int]:
    """A function with the signature of the command `name`, which hands its options to `run`.

    `words` are the help. Typer reads texts only: what they mean is read as the quick reader does.
    """

    def command(**typed: Any) -> int:
        paths = typed.pop(argument.name)
        try:
            options = made(name, typed, [paths] if isinstance(paths, str) else paths)
        except WrongValueError as error:
            hint = " / ".join(filter(None, (f"'{error.option.long}'", _quoted(error.option.short))))
            raise typer.BadParameter(str(error), param_hint=hint) from None
        return run(options)

    parameters = [argument, *map(_parameter, options_of(name))]
    command.__doc__ = words
    command.__signature__ = Signature(parameters, return_annotation=int)  # type: ignore[attr-defined]
    command.__annotations__ = {one.name: one.annotation for one in parameters} | {"return": int}
    return command


def _quoted(short: str) -> str:
    return f"'{short}'" if short else ""


def _parameter(option: Option) -> Parameter:
    kind = bool if option.is_flag else list[str] if option.many else str
    long = f"{option.long}/{option.negated}" if option.negated else option.long
    choices = option.choices()
    info = typer.Option(
        *filter(None, (long, option.short)),
        help=_help(option, choices),
        metavar=option.metavar,
        rich_help_panel=option.panel,
        show_default=False,
        autocompletion=_completion(choices) if choices else None,
    )
    return Parameter(
        option.name,
        Parameter.KEYWORD_ONLY,
        default=None,
        annotation=Annotated[kind | None, info],
    )


def _help(option: Option, choices: tuple[str, ...]) -> str:
    words = f"{option.help}: {', '.join(choices)}." if choices else option.help
    return f"{words} Off: {option.negated}." if option.negated else words


def _completion(choices: tuple[str, ...]) -> Callable[[], list[str]]:
    def complete() -> list[str]:
        return list(choices)

    return complete
