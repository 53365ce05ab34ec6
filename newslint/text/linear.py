"""Patterns that others wrote, matched in time linear in the text.

A glob with many stars is a regular expression that backtracks: `*a*a*a*a*b` takes `re` minutes for
a name of 200 letters. Such an expression goes to Rust's engine, which pydantic brings along and
which cannot backtrack; those with one or two stars, nearly all there are, stay with `re`, which is
there already. (Loading pydantic-core takes 35 ms.)
"""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import Any

from newslint.text.regex import regex

_REPEATS = regex(r"(?<!\\)[*+]")
_SET_OPERATORS = regex(r"&&|--|~~")
MOST_REPEATS = 2
"""With so many `*` and `+` the time that `re` takes grows as a name's length squared at most."""


class Searcher:
    """Tells whether a regular expression is found in a text; it can be pickled.

    The expression is one of those that both engines understand alike, as globs are turned into:
    groups, classes, `*`, `+`, `?`, `|`, `^`, and `$`, which is the very end of the text. Raises
    ValueError for one that the engine does not take.
    """

    __slots__ = ("_expression", "_found")

    def __init__(self, expression: str) -> None:
        self._expression = expression
        few = len(_REPEATS.findall(expression)) <= MOST_REPEATS
        self._found = (_with_re if few else _with_rust)(expression)

    def __call__(self, text: str) -> bool:
        return self._found(text)

    def __reduce__(self) -> tuple[Any, ...]:
        return (Searcher, (self._expression,))


def _with_re(expression: str) -> Callable[[str], bool]:
    try:
        search = re.compile(_ended(expression, r"\Z")).search
    except re.error as error:
        raise ValueError(str(error)) from None
    return lambda text: search(text) is not None


def _with_rust(expression: str) -> Callable[[str], bool]:
    from pydantic_core import SchemaError, SchemaValidator, core_schema

    # what is an operator between the members of a class there, and nothing in a glob
    rust = _SET_OPERATORS.sub(lambda found: rf"\{found[0][0]}\{found[0][1]}", expression)
    rust = _ended(rust, r"\z")
    try:
        schema = core_schema.str_schema(pattern=rust, strict=True)
        return SchemaValidator(schema).isinstance_python
    except SchemaError as error:
        raise ValueError(str(error)) from None


def _ended(expression: str, end: str) -> str:
    return re.sub(r"(?<!\\)\$", lambda _: end, expression)
