"""The report for a terminal: by file, the worst first, wrapped, summed up.

Nothing in it needs color: signs, brackets and backticks say the same. With color a terminal also
gets links, from a path to the file and from a code to its page.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from itertools import groupby
from typing import Literal

from rich.cells import cell_len
from rich.console import Console
from rich.text import Text

from newslint.model.diagnostics import Diagnostic, Severity
from newslint.model.records import dataclass
from newslint.model.tally import applicability
from newslint.report.paths import file_uri
from newslint.report.run_report import Report, rule_url
from newslint.report.said_once import settling, share
from newslint.report.summary import printable
from newslint.report.table_end import last_lines
from newslint.report.table_groups import by_file, grouped
from newslint.report.table_left import left_in
from newslint.report.table_rows import Group, Row, first_places
from newslint.report.wrap import breaks
from newslint.site.entries import Entry
from newslint.text.regex import regex

SIGNS: dict[Literal["fixed"] | Severity, str] = {
    "fixed": "✔",
    "error": "✖",
    "warning": "▲",
    "info": "●",
}

STACKED = 60
"""In fewer cells than this a message stands below its place."""

LEAST_WIDTH = 20
"""A report is never narrower than this."""

GAP = "  "

STYLES = {
    "error": "bold red",
    "warning": "bold yellow",
    "info": "bold cyan",
    "fixed": "bold green",
    "safe": "green",
    "unsafe": "dim",
}

_BLANKS = regex(r"[ ]+((?:\x1b\[[0-9;]*m)*)$", re.MULTILINE)
_TOGETHER = regex(r"\[unsafe fix\]|[✔✖▲●] [\d,]+")
_VALUE = regex(r"`([^`]*)`")


def render(report: Report) -> str:
    """What holds for the site, what was fixed, what is left, and the last lines."""
    layout = _Layout(report, max(report.width, LEAST_WIDTH))
    left = left_in(report)
    blocks = [
        *_once(report, layout),
        *_groups(_mended(report), {}, layout),
        *_groups(left.groups, left.folded, layout),
    ]
    if not report.quiet:
        ends = last_lines(report, left)
        blocks.append([line for begin, text in ends for line in _end(begin, text, layout)])
    return "\n".join(_printed(block, report) for block in blocks)


def _mended(report: Report) -> list[Group]:
    mended = report.mended()
    return by_file(mended) if report.show_fixes else grouped(mended, report.for_people(mended))


def _end(begin: str, text: Text, layout: _Layout) -> Iterator[Text]:
    """One of the last lines: a word, and what stands beside it."""
    first, *rest = layout.wrapped(text, len(begin))
    yield Text(begin).append_text(first[len(begin) :])
    yield from rest


def _printed(lines: list[Text], report: Report) -> str:
    """What rich makes of these lines, without blanks at their ends."""
    console = Console(
        width=max(report.width, LEAST_WIDTH),
        force_terminal=report.color,
        color_system="standard" if report.color else None,
        highlight=False,
        legacy_windows=False,
        _environ={},
    )
    with console.capture() as captured:
        for line in lines:
            console.print(line, soft_wrap=True)
    return _BLANKS.sub(r"\1", captured.get())


@dataclass(frozen=True, slots=True)
class _Layout:
    """How wide the lines are, and what they may hold."""

    report: Report
    width: int

    @property
    def stacked(self) -> bool:
        """Whether a message stands below its place."""
        return self.width < STACKED

    def wrapped(self, text: Text, indent: int = 0) -> Iterator[Text]:
        """The text in lines, each after an indent."""
        width = max(self.width - indent, LEAST_WIDTH // 2)
        together = _TOGETHER.sub(lambda match: match[0].replace(" ", "\xa0"), text.plain)
        for line in text.divide(breaks(together, width)):
            line.rstrip()
            yield Text(" " * indent).append_text(line)

    def together(self, places: Sequence[str], indent: int) -> Sequence[str]:
        """Short places as one text, else each on a line of its own."""
        if max(map(cell_len, places), default=0) > (self.width - indent) // 2:
            return places
        return [", ".join(places).replace(", and ", " and ")]

    def values(self, message: str) -> Text:
        """A message with its values in bold; without color they stay between backticks."""
        plain = printable(message)
        if plain.count("`") % 2:
            return Text(plain)
        text, last = Text(), 0
        for match in _VALUE.finditer(plain):
            text.append(plain[last : match.start()])
            bare = self.report.color and match[1] == match[1].strip() != ""
            text.append(match[1] if bare else match[0], "bold")
            last = match.end()
        return text.append(plain[last:])

    def link(self, style: str, url: str) -> str:
        """A style, and what the terminal opens."""
        return f"{style} link {url}" if self.report.color and url else style


def _once(report: Report, layout: _Layout) -> Iterator[list[Text]]:
    """What is said once: a block for each part of the site."""
    for where, entries in groupby(report.entries, key=lambda entry: entry.where):
        block = list(layout.wrapped(Text(printable(where), "bold")))
        for entry in entries:
            block += _entry(entry, layout)
        yield block


def _entry(entry: Entry, layout: _Layout) -> Iterator[Text]:
    """What holds, of how many articles, where first, and the line for who means it so."""
    first = entry.examples[0]._replace(severity=entry.severity, fix=None)
    row = Row("", first, entry.text, places=first_places(entry.examples, entry.files))
    yield from _lines(row, 0, layout, before=share(entry), after=settling(entry))


def _groups(
    groups: list[Group], folded: Mapping[str, int], layout: _Layout
) -> Iterator[list[Text]]:
    wide = max((cell_len(row.place) for group in groups for row in group.rows), default=0)
    for group in groups:
        heading = _heading(group, folded.get(group.path, 0), layout)
        block = list(layout.wrapped(heading))
        for row in group.rows:
            block += _lines(row, wide, layout)
        yield block


def _heading(group: Group, hidden: int, layout: _Layout) -> Text:
    """The path, and how many problems there are of each severity, or how many were fixed."""
    title = printable(group.path) or "By kind"
    text = Text().append(title, layout.link("bold", file_uri(group.path)))
    counts: Counter[Literal["fixed"] | Severity] = Counter()
    for row in group.rows:
        counts["fixed" if row.one.fixed else row.one.severity] += row.number
    counts["info"] += hidden
    for kind, sign in SIGNS.items():
        if counts[kind]:
            word = " fixed" if kind == "fixed" else ""
            text.append(f"{GAP}{sign} {counts[kind]:,}{word}", STYLES[kind])
    return text


def _lines(
    row: Row, wide: int, layout: _Layout, *, before: str = "", after: str = ""
) -> Iterator[Text]:
    """A row: place, sign, code and message; below it, dim, its places and what is said of them."""
    head = Text(GAP)
    if wide:
        head.append(f"{row.place:>{wide}}" if not layout.stacked else row.place, "dim").append(GAP)
    kind = "fixed" if row.one.fixed else row.one.severity
    style = STYLES[kind]
    head.append(f"{SIGNS[kind]} ", style)
    head.append(row.one.code, layout.link(style, rule_url(row.one.code)))
    said = layout.values(row.message)
    mark = _mark(row.one)
    indent = 4 if layout.stacked else cell_len(head.plain) + len(GAP)
    if layout.stacked:
        yield from layout.wrapped(head.append_text(mark))
        yield from layout.wrapped(said, indent)
    else:
        said.append_text(mark)
        first, *rest = layout.wrapped(said, indent)
        yield head.append(GAP).append_text(first[indent:])
        yield from rest
    for line in (before, *layout.together(row.places, indent), after):
        if line:
            text = layout.values(line)
            text.stylize("dim")
            yield from layout.wrapped(text, indent)


def _mark(one: Diagnostic) -> Text:
    """` [fix]` or ` [unsafe fix]`, of what can be fixed still."""
    kind = "" if one.fixed else applicability(one)
    words = {"safe": " [fix]", "unsafe": " [unsafe fix]"}.get(kind, "")
    return Text(words, STYLES.get(kind, ""))
