"""What holds for a whole site, or a part of it: as one sentence, and as one diagnostic."""

from __future__ import annotations

from collections.abc import Iterable

from newslint.model.diagnostics import Diagnostic, with_advice
from newslint.model.spans import Position
from newslint.site.entries import Entry

START = Position(1, 1)


def as_diagnostic(entry: Entry) -> Diagnostic:
    """The entry as formats have it that know diagnostics alone.

    It stands at the start of the config file in force, else at the first of its places.
    """
    first = entry.examples[0]
    place = (entry.config, START, START) if entry.config else (first.path, first.start, first.end)
    path, start, end = place
    return first._replace(
        path=path,
        severity=entry.severity,
        message=f"{entry.where}: {share(entry)}: {entry.message}",
        advice=_advice(entry),
        start=start,
        end=end,
        fix=None,
        related=tuple(place_in(one) for one in entry.examples),
        habit=entry.habit,
    )


def as_diagnostics(entries: Iterable[Entry]) -> list[Diagnostic]:
    """The same of several, in their order."""
    return [as_diagnostic(entry) for entry in entries]


def share(entry: Entry) -> str:
    """`9,025 of 9,025 articles`."""
    return f"{entry.share.found:,} of {entry.share.asked:,} articles"


def place_in(one: Diagnostic) -> str:
    """`path:row:column`."""
    return f"{one.path}:{one.start.row}:{one.start.column}"


def settling(entry: Entry) -> str:
    """What to do where it is meant so; empty where that cannot be."""
    return f"if it is meant so, set `{entry.settle}` in newslint.toml" if entry.settle else ""


def _advice(entry: Entry) -> str:
    settle = settling(entry)
    return with_advice(entry.advice, settle) if entry.advice and settle else entry.advice or settle
