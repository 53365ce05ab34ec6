"""Cells -> aligned, wrapped lines, for the table.

rich knows how wide a text is and where it may be broken; the lines are put together here, because
`rich.table.Table` takes about 0.4 ms a row (measured with rich 15) and the first run on an old
site can have thousands of rows.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from functools import cache
from itertools import zip_longest
from typing import NamedTuple

from rich.cells import cell_len
from rich.console import Console
from rich.text import Text

from newslint.report.words import paint

INDENT = " "
GAP = "  "


class Cell(NamedTuple):
    """A text without control characters, and its style in `words` (empty: none)."""

    text: str
    style: str = ""


class Column(NamedTuple):
    """`limit`: cells at most, then it wraps. `rest`: it gets what the others leave of the line."""

    head: str
    limit: int = 1_000
    right: bool = False
    rest: bool = False


def wrap(text: str, width: int) -> list[str]:
    """The lines of a text in `width` terminal cells; a word that is too long is folded."""
    if cell_len(text) <= width:
        return [text]
    lines = Text(text).wrap(_console(), width, overflow="fold")
    return [line.plain.rstrip() for line in lines]


def widths(columns: Sequence[Column], rows: Iterable[Sequence[Cell]], width: int) -> list[int]:
    """How wide each column must be for its cells; at least 24 for the one with the rest."""
    wide = [cell_len(column.head) for column in columns]
    for row in rows:
        wide = [max(w, cell_len(cell.text)) for w, cell in zip(wide, row, strict=True)]
    wide = [min(w, column.limit) for w, column in zip(wide, columns, strict=True)]
    rest = next(index for index, column in enumerate(columns) if column.rest)
    others = sum(wide) - wide[rest] + len(INDENT) + len(GAP) * (len(columns) - 1)
    wide[rest] = min(wide[rest], max(width - others, 24))
    return wide


def lines(
    columns: Sequence[Column], wide: Sequence[int], row: Sequence[Cell], color: bool
) -> list[str]:
    """The row, on as many lines as its longest cell needs."""
    wrapped = [wrap(cell.text, w) for cell, w in zip(row, wide, strict=True)]
    out = []
    for parts in zip_longest(*wrapped, fillvalue=""):
        texts = (
            _padded(part, w, column.right, cell.style if color else "")
            for part, w, column, cell in zip(parts, wide, columns, row, strict=True)
        )
        out.append(INDENT + GAP.join(texts).rstrip())
    return out


def rule(wide: Sequence[int]) -> str:
    """A line as wide as the columns."""
    return "─" * (len(INDENT) + sum(wide) + len(GAP) * (len(wide) - 1))


def _padded(text: str, width: int, right: bool, style: str) -> str:
    space = " " * (width - cell_len(text))
    shown = paint(text, style, bool(style))
    return space + shown if right else shown + space


@cache
def _console() -> Console:
    # Text.wrap asks for one and takes nothing from it.
    return Console(width=80, _environ={})
