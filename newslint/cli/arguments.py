"""What was typed, read: every valid line of `check` and `fix`.

A line is read right here, by the table of options, since importing typer costs about 80 ms. Typer
is for all else: help, completion, and what to say of a line that is not valid.
"""

from __future__ import annotations

import os
from collections import deque
from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from newslint.config.options import LINT, Option, Options, options_of
from newslint.model.errors import NewslintError

Typed = Mapping[str, str | bool | Sequence[str] | None]
"""Name of an option -> the text typed for it, the texts, or the direction of a flag."""


class WrongValueError(ValueError):
    """The value typed for an option is none that it takes: the text says why."""

    def __init__(self, option: Option, reason: str) -> None:
        super().__init__(reason)
        self.option = option


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


def quick(arguments: Sequence[str]) -> Options | None:
    """The options of a valid `check` or `fix` line; None for any other line and for `--help`.

    Raises NewslintError for a line of which that is all that there is to say.
    """
    if not arguments or arguments[0] not in LINT:
        return None
    command, *words = arguments
    try:
        typed, paths = _split(words, _spellings(command))
        return made(command, typed, paths)
    except (LookupError, ValueError):
        return None


def made(command: str, typed: Typed, paths: Iterable[str] | None) -> Options:
    """The options of a line that was taken apart: both readers end here.

    Raises WrongValueError and NewslintError for a value that an option does not take.
    """
    said = ((option, typed.get(option.name)) for option in options_of(command))
    values: dict[str, Any] = {
        option.name: _value(option, text) for option, text in said if text not in (None, [], ())
    }
    where = tuple(paths or ()) or (".",)
    return Options(command=command, paths=where, typed=frozenset(values), **values)


def _value(option: Option, text: Any) -> Any:
    if option.is_flag:
        return text
    if option.many:
        return tuple(value for one in text for value in option.read(one))
    choices = option.choices()
    if choices and text not in choices:
        raise WrongValueError(option, f"{text!r} is not one of {', '.join(map(repr, choices))}.")
    try:
        return option.read(text)
    except ValueError as error:
        raise WrongValueError(option, str(error)) from None


_Spellings = Mapping[str, tuple[Option, bool]]


def _spellings(command: str) -> _Spellings:
    """How the options may be written, `--no-` and short forms too, with the direction of flags."""
    found = {}
    for option in options_of(command):
        found[option.long] = (option, True)
        if option.negated:
            found[option.negated] = (option, False)
        if option.short:
            found[option.short] = (option, True)
    return found


def _split(words: Sequence[str], known: _Spellings) -> tuple[Typed, list[str]]:
    """What was typed for each option, and the paths. Raises LookupError for what is not valid."""
    typed: dict[str, Any] = {}
    paths: list[str] = []
    rest = deque(words)
    while rest:
        word = rest.popleft()
        if word == "--":
            return typed, [*paths, *rest]
        if word.startswith("--"):
            name, equals, value = word.partition("=")
            option, direction = known[name]
            if equals and option.is_flag:
                raise LookupError(word)
            if equals:
                rest.appendleft(value)
            _take(option, direction, rest, typed)
        elif word.startswith("-") and word != "-":
            _cluster(word, known, rest, typed)
        else:
            paths.append(word)
    return typed, paths


def _cluster(word: str, known: _Spellings, rest: deque[str], typed: dict[str, Any]) -> None:
    """Short forms: `-q`, `-qv`, `-j 2`, `-j2`."""
    for end, letter in enumerate(word[1:], 2):
        option, direction = known[f"-{letter}"]
        if not option.is_flag and word[end:]:
            rest.appendleft(word[end:])
        _take(option, direction, rest, typed)
        if not option.is_flag:
            return


def _take(option: Option, direction: bool, rest: deque[str], typed: dict[str, Any]) -> None:
    if option.is_flag:
        typed[option.name] = direction
    elif option.many:
        typed.setdefault(option.name, []).append(rest.popleft())
    else:
        typed[option.name] = rest.popleft()
