"""What a run says of one place: a problem with its code, severity and position."""

from __future__ import annotations

from collections.abc import Iterable
from operator import attrgetter
from typing import Any, Literal

from newslint.model.as_json import as_object
from newslint.model.counted import NONE_HELD, Asked, Counted, Held
from newslint.model.facts import Facts
from newslint.model.records import NamedTuple
from newslint.model.spans import Edit, Position

Severity = Literal["error", "warning", "info"]
FailOn = Literal["error", "warning", "info", "never"]
"""The least severity that fails a run."""

Preset = Literal["default", "news", "strict"]
PRESETS: tuple[Preset, ...] = ("default", "news", "strict")
"""A ladder: each has all of the one before."""

Mode = Literal["check", "fix", "diff"]
"""What a run does with the fixes: none, writes them, or shows them."""


class PlacedEdit(NamedTuple):
    """An edit with the positions that a report prints."""

    edit: Edit
    start: Position
    end: Position


class DiagnosticFix(NamedTuple):
    """The fix of a diagnostic, as it would be made now.

    `reason` says why an unsafe fix is unsafe, as a phrase without a full stop; a safe one has none.
    """

    message: str
    edits: tuple[PlacedEdit, ...]
    reason: str | None = None

    @property
    def applicability(self) -> Literal["safe", "unsafe"]:
        """Whether `fix` makes it without being asked to."""
        return "safe" if self.reason is None else "unsafe"


def with_advice(what: str, advice: str) -> str:
    """What is wrong and what to do, as one phrase: the only place that joins the two."""
    return f"{what}; {advice}" if advice else what


class Diagnostic(NamedTuple):
    """One line of a report. `path` is as a user would type it, `start`..`end` the place in it.

    `traceback` is that of a crash (RUN003), as text; else it is empty. `counted` is for the count
    over the site. `said_once`: it holds all over the site or a part of it, and a report has it once
    for all. `habit`: it is a matter of the house, so it is info and is not fixed.
    `until_site`: it holds unless a rule that knows the whole site finds something there. `digest`
    is that of the value that it is about, for a baseline.
    """

    path: str
    code: str
    name: str
    severity: Severity
    message: str
    field: str
    start: Position
    end: Position
    fix: DiagnosticFix | None = None
    fixed: bool = False
    related: tuple[str, ...] = ()
    traceback: str = ""
    advice: str = ""
    counted: Counted | None = None
    said_once: bool = False
    habit: bool = False
    until_site: bool = False
    digest: str = ""

    @property
    def text(self) -> str:
        """What is wrong and what to do, as one phrase."""
        return with_advice(self.message, self.advice)

    @property
    def order(self) -> tuple[str, int, int, str, str]:
        """Reports are sorted by path, row, column, code."""
        return (self.path, self.start.row, self.start.column, self.code, self.text)

    def to_dict(self) -> dict[str, Any]:
        """The object that `--output-format json` has for it."""
        return as_object(self)


def in_order(diagnostics: Iterable[Diagnostic]) -> tuple[Diagnostic, ...]:
    """The diagnostics as every report lists them."""
    return tuple(sorted(diagnostics, key=attrgetter("order")))


class FileResult(NamedTuple):
    """What became of one file: its diagnostics (what `fix` fixed has `fixed`), and its text.

    `before` and `after` are the file's text as read and as it would be written; None unless the
    run was asked to keep them (`--diff`, the `full` report, standard input). They are without the
    byte order mark; `bom` says whether there is one before and after. `encoding` names what a file
    was written in that is now in UTF-8. `facts` are for the rules about the whole site, `asked`
    is for the count over it, no report reads them; None where nothing is known. `waits` is what
    was not fixed since only the whole site tells whether it is to be.
    """

    path: str
    diagnostics: tuple[Diagnostic, ...]
    before: str | None = None
    after: str | None = None
    changed: bool = False
    bom: tuple[bool, bool] = (False, False)
    encoding: str = ""
    facts: Facts | None = None
    asked: Asked | None = None
    waits: Held = NONE_HELD

    def to_dict(self) -> dict[str, Any]:
        """What a program needs: the path, whether the text changed, the diagnostics as objects."""
        found = [one.to_dict() for one in self.diagnostics]
        return {"filename": self.path, "changed": self.changed, "diagnostics": found}
