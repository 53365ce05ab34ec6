"""Repairs of how lines stand to each other: indentation, dashes, colons.

They are tried on an entry whose values all parse on their own and that does not parse as a whole.
Each moves or marks whole lines and leaves the words of every line as they are; what the entry then
reads must be these words in this order.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from newslint.frontmatter.yaml.repair.entry_values import Unit
from newslint.frontmatter.yaml.repair.lines import Text
from newslint.frontmatter.yaml.repair.trial import Mistake, Proposal, Trial
from newslint.model.faults import BadSeparator, IndentationDrift, TabIndent
from newslint.model.records import NamedTuple


class BrokenEntry(NamedTuple):
    """The lines `rows` of a block, with the values in them, already repaired in `found`."""

    text: Text
    rows: range
    units: tuple[Unit, ...]
    found: tuple[Proposal, ...]
    known: frozenset[str]
    trial: Trial

    def spliced(self, more: list[Proposal]) -> str:
        """The entry's text with its repairs and `more` made; overlapping ones are left out."""
        start, end = self.text.lines[self.rows.start].start, len(self.text.content)
        if self.rows.stop < len(self.text.lines):
            end = self.text.lines[self.rows.stop].start
        return splice(self.text.content, start, end, [*self.found, *more])

    def orphans(self) -> Iterator[int]:
        """The lines with text that belong to no value."""
        taken = {row for unit in self.units for row in range(unit.first, unit.last)}
        for row in self.rows:
            if row not in taken and not self.text.blank(row) and not self.text.comment(row):
                yield row

    def above(self, row: int) -> Unit | None:
        """The value above a line."""
        return next((unit for unit in reversed(self.units) if unit.first < row), None)

    def insert(self, row: int, at: int, marks: str, drop: int = 0) -> tuple[int, int, str]:
        """Offsets and text of marks put into a line at a column, in the place of `drop` others."""
        start = self.text.lines[row].start + at
        return start, start + drop, marks

    def line(self, row: int) -> tuple[int, int]:
        """Where the text of a line stands, without the blanks around it."""
        start, end = self.text.lines[row]
        return start + self.text.indent(row), end


def splice(content: str, start: int, end: int, proposals: list[Proposal]) -> str:
    """A part of the block with what is proposed; the first of two that overlap is made."""
    out: list[str] = []
    at = start
    for one in sorted(proposals, key=lambda p: (p.start, p.end)):
        if at <= one.start and one.end <= end and one.text is not None:
            out += (content[at : one.start], one.text)
            at = one.end
    return "".join((*out, content[at:end]))


def tabs(entry: BrokenEntry) -> Iterator[list[Proposal]]:
    """Lines indented with tabs, which YAML forbids: two blanks for each tab.

    That is what Hexo makes of them. Certain where the indentation is tabs alone, because then no
    line can stand between two steps, and no text keeps its tabs (below `|` and `>`).
    """
    made = []
    text = any(entry.text.content[unit.value : unit.end][:1] in ("|", ">") for unit in entry.units)
    for row in entry.rows:
        lead = entry.text.line(row)[: entry.text.indent(row)]
        if "\t" in lead and not entry.text.blank(row):
            place = entry.insert(row, 0, lead.replace("\t", "  "), len(lead))
            mistake = Mistake(TabIndent, "is indented with tabs", "Indent with spaces")
            sure = not lead.strip("\t") and not text
            made.append(proposal(entry, row, mistake, place, certain=sure))
    if made:
        yield made


def glued_items(entry: BrokenEntry) -> Iterator[list[Proposal]]:
    """`-item`: the blank after the dash is missing, in a list or right below an empty key.

    At this place only an item can stand, so the dash is its mark: certain unless it may be the
    sign of a number.
    """
    made = []
    for row in entry.orphans():
        at, line = entry.text.indent(row), entry.text.line(row).lstrip(" \t")
        if re.match(r"-[^\s-]", line) and entry.above(row):
            place = entry.insert(row, at + 1, " ")
            words, order = "has no space after its dash", "Insert a space after the dash"
            mistake = Mistake(BadSeparator, words, order)
            sure = not re.fullmatch(r"-[0-9.,]+", line)
            made.append(proposal(entry, row, mistake, place, certain=sure))
    if made:
        yield made


def bullets(entry: BrokenEntry) -> Iterator[list[Proposal]]:
    """`* item`: a list as Markdown or a word processor marks it.

    Not certain: the lines may be a text.
    """
    made = []
    for row in entry.orphans():
        at, line = entry.text.indent(row), entry.text.line(row).lstrip(" \t")
        if re.match(r"[*+•·‣–—−][ \t\xa0]+\S", line):
            place = entry.insert(row, at, "-", 1)
            words = f"begins with `{line[0]}`, which is not a dash"
            mistake = Mistake(BadSeparator, words, "Write a dash")
            made.append(proposal(entry, row, mistake, place))
    if made:
        yield made


def commented_key(entry: BrokenEntry) -> Iterator[list[Proposal]]:
    """`# topics:` above a list that no key is left for: the key becomes one again.

    Not certain: the list may be what was forgotten.
    """
    for row in entry.rows[:-1]:
        match = re.match(r"(#[ \t]*)[a-z][\w-]*:[ \t]*$", entry.text.line(row))
        below = entry.text.structure(row + 1)
        if match and below and below["dashes"]:
            place = entry.insert(row, 0, "", len(match[1]))
            words = "is a comment above the list that belongs to it"
            mistake = Mistake(IndentationDrift, words, "Restore the key")
            yield [proposal(entry, row, mistake, place)]


def unindented_block(entry: BrokenEntry) -> Iterator[list[Proposal]]:
    """`summary: >` or `summary:` with the text at the left margin: it is indented below its key.

    Not certain, and not tried below an empty key and an empty line: the text may be the body, with
    the fence further down.
    """
    made: list[Proposal] = []
    for row in entry.orphans():
        above = entry.above(row)
        mark = entry.text.content[above.value : above.end][:1] if above else "-"
        if above is None or mark not in ("", "|", ">") or (not mark and entry.text.blank(row - 1)):
            return
        lead = " " * (above.column + 2)
        place = entry.insert(row, 0, lead, entry.text.indent(row))
        mistake = Mistake(IndentationDrift, "is not indented below its key", "Indent the line")
        made.append(proposal(entry, row, mistake, place))
    if made:
        yield made


def missing_dashes(entry: BrokenEntry) -> Iterator[list[Proposal]]:
    """A line among the items of a list, at their column, that has no dash. Not certain: it may be
    the rest of the item above.
    """
    made = []
    for row in entry.orphans():
        above = entry.above(row)
        if above and above.item and above.column == entry.text.indent(row):
            place = entry.insert(row, above.column, "- ")
            mistake = Mistake(IndentationDrift, "has no dash", "Insert a dash")
            made.append(proposal(entry, row, mistake, place))
    if made:
        yield made


def mistyped_colons(entry: BrokenEntry) -> Iterator[list[Proposal]]:
    """`category;`, `youtube_id= x`: another mark in the place of the colon, or none above a list.

    Never certain: nothing proves that the line was meant as a key.
    """
    for row in entry.orphans():
        match = entry.text.mistyped(row)
        if match:
            at, drop = len(match["key"]), len(match["mark"] or "")
            place = entry.insert(row, at, ": " if match["rest"] else ":", drop)
            mistake = Mistake(BadSeparator, "has no colon after its key", "Write a colon")
            yield [proposal(entry, row, mistake, place)]


def proposal(
    entry: BrokenEntry,
    row: int,
    mistake: Mistake,
    place: tuple[int, int, str],
    *,
    certain: bool = False,
) -> Proposal:
    """The proposal to put marks at a place of a line."""
    return Proposal(*mistake, *place, None, certain, entry.line(row))
