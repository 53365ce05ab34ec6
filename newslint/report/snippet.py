"""A place in a text, and a change of it, as lines of a report.

A caret stands under the right cell of a terminal: a Chinese character or an emoji is two cells
wide, a combining mark none, a tab is shown as four spaces, a control character as its escape.
"""

from __future__ import annotations

from rich.cells import cell_len, set_cell_size

from newslint.model.diagnostics import Diagnostic, DiagnosticFix
from newslint.model.spans import Edit, Span, apply_edits
from newslint.report.patch import changes, line_at, split_lines
from newslint.report.summary import paint, printable
from newslint.report.wrong_part import wrong_part

MAX_FIX_LINES = 20
"""Of a fix that changes more lines than this the rest is only counted."""

_TAB = "    "


def source_lines(one: Diagnostic, text: str, width: int, color: bool) -> list[str]:
    """The line on which the diagnostic starts, numbered, with carets under what is wrong.

    A long line is cut around the span to `width` cells. Nothing when there is no such line or
    column: the text is not the one that was checked.
    """
    line = line_at(text, one.start.row)
    if line is None or one.start.column - 1 > len(line):
        return []
    start, end = wrong_part(one, line)
    number = str(one.start.row)
    gutter = paint(f"{' ' * len(number)} |", "dim", color)
    shown, before, under = underlined(line, start, end, max(width - len(number) - 3, 20))
    source = f"{paint(f'{number} |', 'dim', color)} {shown}".rstrip()
    carets = " " * before + paint("^" * under, one.severity, color)
    return [gutter, source, f"{gutter} {carets}"]


def underlined(line: str, start: int, end: int, width: int) -> tuple[str, int, int]:
    """The line in at most `width` cells, the cells before the span, and those under it.

    `start` and `end` are characters of the line, the end excluded. What is cut off is marked by
    an ellipsis; an empty or invisible span still has one cell.
    """
    near = line[start : min(end, start + width // 2)]
    first = 0
    if start > width or cell_len(_show(line[:start] + near)) >= width:
        first = _begin(line, start, width // 4)
    head = ("…" if first else "") + _show(line[first:start])
    shown = head + _show(line[start : start + 4 * width])
    before = cell_len(head)
    under = cell_len(head + _show(line[start : min(end, start + 4 * width)])) - before
    if cell_len(shown) > width:
        shown = set_cell_size(shown, width - 1).rstrip() + "…"
    return shown, before, max(1, min(under, cell_len(shown) - before))


def _begin(line: str, start: int, cells: int) -> int:
    """The first character to show so that about `cells` cells stand before `start`."""
    first = start
    while first and start - first < cells and cell_len(_show(line[first - 1 : start])) < cells:
        first -= 1
    return first


def _show(text: str) -> str:
    return printable(text.replace("\t", _TAB))


def fix_lines(fix: DiagnosticFix, text: str, color: bool) -> list[str]:
    """The lines that the fix removes and adds, with their numbers before and after it."""
    changed = _changed_rows(fix, text)
    explicit = _look_the_same(changed)
    wide = max((len(str(number)) for number, _, _ in changed), default=0)
    lines = []
    for number, sign, line in changed[:MAX_FIX_LINES]:
        shown = f"{sign} {_spelt_out(line) if explicit else _show(line.rstrip())}".rstrip()
        style = "removed" if sign == "-" else "added"
        lines.append(f"{paint(f'{number:>{wide}}', 'dim', color)} {paint(shown, style, color)}")
    if len(changed) > MAX_FIX_LINES:
        lines.append(f"{' ' * wide} … {len(changed) - MAX_FIX_LINES} more lines")
    return lines


def _changed_rows(fix: DiagnosticFix, text: str) -> list[tuple[int, str, str]]:
    """`_changed` of the lines that the fix touches, and of no others."""
    spans = [placed.edit.span for placed in fix.edits]
    if not spans:
        return []  # the same text in another encoding
    begin = text.rfind("\n", 0, min(span.start for span in spans)) + 1
    last = max(span.end for span in spans)
    end = text.find("\n", last) + 1 or len(text)
    edits = [
        Edit(Span(one.edit.span.start - begin, one.edit.span.end - begin), one.edit.text)
        for one in fix.edits
    ]
    part, above = text[begin:end], text.count("\n", 0, begin)
    after = apply_edits(part, edits)
    return [(row + above, sign, line) for row, sign, line in _changed(part, after)]


def _changed(before: str, after: str) -> list[tuple[int, str, str]]:
    """(row, sign, line) of each line that goes and each that comes."""
    old, new = split_lines(before), split_lines(after)
    out: list[tuple[int, str, str]] = []
    for change in changes(old, new):
        for sign, part, lines in (("-", change.old, old), ("+", change.new, new)):
            out += ((row + 1, sign, lines[row]) for row in range(part.start, part.stop))
    return out


def _look_the_same(changed: list[tuple[int, str, str]]) -> bool:
    def seen(sign: str) -> str:
        text = "".join(line.removesuffix("\n") for _, one, line in changed if one == sign)
        text = text.replace(" ", "")
        return text if text.isprintable() else "".join(filter(str.isprintable, text))

    return seen("-") == seen("+")


def _spelt_out(line: str) -> str:
    """The line with everything that cannot be seen as its escape, spaces at its end as dots."""
    text = line.removesuffix("\n")
    kept = text.rstrip(" ")
    shown = kept
    if not kept.isprintable():
        shown = "".join(char if char.isprintable() else ascii(char)[1:-1] for char in kept)
    return shown + "·" * (len(text) - len(kept))
