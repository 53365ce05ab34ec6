"""`newslint fix`: mend what is safe, report what is left. The same as `check --fix`."""

from __future__ import annotations

import inspect
from typing import Any

from newslint.cli import check


def command(**given: Any) -> int:
    """Mend in place what is safe to mend, then report what is left."""
    return check.command(fix=True, **given)


# typer reads a command's options off its signature: these are those of `check`, without `--fix`
_PARAMETERS = [
    parameter
    for name, parameter in inspect.signature(check.command, eval_str=True).parameters.items()
    if name != "fix"
]
command.__signature__ = inspect.Signature(_PARAMETERS, return_annotation=int)  # type: ignore[attr-defined]
command.__annotations__ = {p.name: p.annotation for p in _PARAMETERS} | {"return": int}
