"""The report for a terminal: grouped by file, aligned, wrapped, summed up."""

from __future__ import annotations

import re

from rich.cells import cell_len
from rich.console import Console, RenderableType
from rich.padding import Padding
from rich.rule import Rule
from rich.table import Table
from rich.text import Text

from newslint.model.diagnostics import Diagnostic
from newslint.report import once_for_people
from newslint.report.run_report import Report
from newslint.report.summary import applicability, printable, summary
from newslint.report.table_groups import Row, by_file, grouped
from newslint.site.entries import Entry

PROBLEM = ("place", "code", "severity", "field", "message", "fix")
MENDED = ("place", "code", "field", "mended")

MESSAGE_WIDTH = 24
"""The message column never gets fewer cells than this: below it the rows are stacked."""

LEAST_WIDTH = 20
"""A report is never narrower than this."""

INDENT = 4
"""Cells before a message that stands below its place."""

GAP = 2
"""Blank cells between two columns."""

FIELD_WIDTH = 16
"""Keys longer than this are wrapped."""

_BLANKS = re.compile(r" +((?:\x1b\[[0-9;]*m)*)$", re.MULTILINE)

STYLES = {
    "error": "bold red",
    "warning": "bold yellow",
    "info": "bold cyan",
    "safe": "cyan",
    "unsafe": "yellow",
}


def render(report: Report) -> str:
    """What was fixed, what is left (in check mode: what is wrong), and the summary."""
    both = map(report.for_people, (report.mended(), report.apart()))
    blocks = [_block(report, found) for found in both if found]
    if report.entries:
        blocks.insert(0, [_once(entry) for entry in report.entries])
    if not report.quiet:
        blocks.append([Text(summary(report))])
    return "\n".join(_printed(block, report) for block in blocks)


def _once(entry: Entry) -> Text:
    """What is said once, its code in the style of its severity."""
    text = Text(once_for_people.sentence(entry))
    text.highlight_words([entry.kind.code], STYLES[entry.severity])
    return text


def _printed(block: list[RenderableType], report: Report) -> str:
    """What rich makes of these, without blanks at line ends."""
    console = Console(
        width=max(report.width, LEAST_WIDTH),
        force_terminal=report.color,
        color_system="standard" if report.color else None,
        highlight=False,
        legacy_windows=False,
        _environ={},
    )
    with console.capture() as captured:
        for renderable in block:
            console.print(renderable, overflow="fold")
    return _BLANKS.sub(r"\1", captured.get())


def _block(report: Report, found: list[Diagnostic]) -> list[RenderableType]:
    """A head, and for each group its heading and its rows: grids with the same column widths.

    Where the columns would be wider than the report, there is no head and the rows are stacked.
    """
    columns = MENDED if found[0].fixed else PROBLEM
    cells = _mended if found[0].fixed else _problem
    made = by_file(found) if report.show_fixes else grouped(found)
    groups = [(group.heading, [cells(row) for row in group.rows]) for group in made]
    widths = _widths(columns, [row for _, rows in groups for row in rows], report.width)
    if sum(widths) + GAP * (len(columns) - 1) > report.width:
        return _stacked(columns, groups)
    head = _grid(columns, widths, [tuple(Text(name, "dim") for name in columns)])
    block: list[RenderableType] = [head, Rule(style="dim")]
    for heading, rows in groups:
        block += (Text(heading, "bold"), _grid(columns, widths, rows))
    return block


def _stacked(
    columns: tuple[str, ...], groups: list[tuple[str, list[tuple[Text, ...]]]]
) -> list[RenderableType]:
    """Each row as a line with its short cells, and what is said below it."""
    said = columns.index(_said_in(columns))
    block: list[RenderableType] = []
    for heading, rows in groups:
        block.append(Text(heading, "bold"))
        for row in rows:
            short = [cell for cell in (*row[:said], *row[said + 1 :]) if cell.plain]
            block.append(Padding(Text(" " * GAP).join(short), (0, 0, 0, GAP)))
            block.append(Padding(row[said], (0, 0, 0, INDENT)))
    return block


def _said_in(columns: tuple[str, ...]) -> str:
    return "message" if "message" in columns else "mended"


def _grid(columns: tuple[str, ...], widths: list[int], rows: list[tuple[Text, ...]]) -> Table:
    grid = Table.grid(padding=(0, GAP, 0, 0), pad_edge=False)
    for name, width in zip(columns, widths, strict=True):
        grid.add_column(
            width=width, justify="right" if name == "place" else "left", overflow="fold"
        )
    for row in rows:
        grid.add_row(*row)
    return grid


def _widths(columns: tuple[str, ...], rows: list[tuple[Text, ...]], width: int) -> list[int]:
    """Cells for each column: what it needs, and for the message what the others leave."""
    heads = tuple(Text(name) for name in columns)
    wide = [max(cell_len(row[i].plain) for row in (heads, *rows)) for i in range(len(columns))]
    wide[0] += 1  # rows stand a little after their heading
    wide[columns.index("field")] = min(wide[columns.index("field")], FIELD_WIDTH)
    rest = columns.index(_said_in(columns))
    left = width - sum(wide) + wide[rest] - GAP * (len(columns) - 1)
    wide[rest] = min(wide[rest], max(left, MESSAGE_WIDTH))
    return wide


def _problem(row: Row) -> tuple[Text, ...]:
    one = row.one
    fix = applicability(one)
    return (
        Text(row.place),
        Text(one.code, "bold"),
        Text(one.severity, STYLES[one.severity]),
        Text(printable(one.field)),
        Text(printable(row.message)),
        Text(fix, STYLES.get(fix, "")),
    )


def _mended(row: Row) -> tuple[Text, ...]:
    cells = (row.place, row.one.code, printable(row.one.field), printable(row.message))
    return tuple(map(Text, cells))
