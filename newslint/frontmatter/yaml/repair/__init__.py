"""Broken YAML front matter, repaired line by line where its author's text is certain.

The block is cut into entries (a key at the left margin with its lines) and each is read on its own,
so that one broken line says nothing about the others, and several can be repaired at once. In an
entry that does not parse, every value that does not parse on its own goes through the repairs of
`repair.list`; then its lines do.

What is proposed counts only when the whole block parses with it, and every entry then reads as it
reads on its own: no repair can swallow or change another line. Where a line has no repair, none is
offered for any; where one is not certain, none is: the block cannot be read before all are made.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from itertools import pairwise

from newslint.frontmatter.contract import ParseOptions
from newslint.frontmatter.yaml import misread as yaml_silent
from newslint.frontmatter.yaml.repair.controls import Masked, mask
from newslint.frontmatter.yaml.repair.entry import EntryMender, Named, stands
from newslint.frontmatter.yaml.repair.entry_values import units
from newslint.frontmatter.yaml.repair.indents import splice
from newslint.frontmatter.yaml.repair.lines import cut, entries
from newslint.frontmatter.yaml.repair.trial import (
    Proposal,
    Rows,
    SpentError,
    TooLargeError,
    Trial,
)
from newslint.frontmatter.yaml.repair.value import COMMON_KEYS, Around
from newslint.model.faults import (
    Broken,
    Fault,
    GluedItem,
    GluedKey,
    MergedItems,
    Repairable,
    Syntax,
    TextAsKey,
)
from newslint.model.spans import Edit, Span
from newslint.model.value import replaced
from newslint.model.values import Style
from newslint.text.line_ends import line_ending
from newslint.text.regex import regex

MAX_LENGTH = 100_000
"""Characters of a block that are looked through; a longer one only gets the parser's own fault."""

_MOST_LINES = 2000
_MOST_FAULTS = 50
_MOST_JOINED = 20
_BUDGET = 100_000
"""Characters that may be parsed in trials, besides four times the block's own: about 3 ms."""

_SECOND_MISTAKES = (MergedItems, GluedItem, GluedKey, TextAsKey)
_CONFLICT = regex(r"^(?:<{7}|={7}|>{7})(?:[ \t][^\r\n]*)?(?=[\r\n]|\Z)", re.MULTILINE)
_JOINED = regex(
    r"^(?P<key>[A-Za-z_][\w-]*):[ \t][^\r\n]*[^\s-](?P<mark>---)[ \t]*\r?\n"
    r"(?![ \t\r\n]|- |[\w\"'-][^:\r\n]*:(?:\s|\Z))",
    re.MULTILINE,
)
"""`description: a---` before a line that is no key: the body, up to a line that is drawn in it."""

_HTML_COMMENT = regex(r"^[ \t]*(?P<mark><!--[^\r\n]*?)[ \t]*\r?$", re.MULTILINE)
_ANCHOR = regex(r"(?<![^\s\[{,:-])&([\w-]+)")
_ALIAS = regex(r"(?<![^\s\[{,:-])\*([\w-]+)")
_SMART = frozenset("“”„«»‘’‚")


def _foreign(content: str, offset: int, fault: Broken) -> Syntax | None:
    """The first line that is no front matter at all, so that no value need be looked at.

    A comment of HTML may be a part of a text: it counts where the parser stops at its line.
    """
    conflict = _CONFLICT.search(content)
    if conflict:
        what, advice = "an unresolved merge conflict", "keep one of the two versions"
        span = Span(offset + conflict.start(), offset + conflict.end())
        return Syntax(span, what, advice=advice)
    joined = _JOINED.search(content)
    if joined:
        what = "the closing delimiter `---` is joined to the value"
        span = Span(offset + joined.start("mark"), offset + joined.end("mark"))
        return Syntax(span, what, joined["key"], advice="put it on a line of its own")
    comment = _HTML_COMMENT.search(content)
    if comment and comment.start() <= fault.span.start - offset <= comment.end() + 1:
        what, advice = "`<!--` does not start a comment in YAML", "write `#` before each line of it"
        span = Span(offset + comment.start("mark"), offset + comment.end("mark"))
        return Syntax(span, what, advice=advice)
    return None


def repairs(content: str, offset: int, reading: ParseOptions, fault: Broken) -> tuple[Fault, ...]:
    """The faults of a block that does not parse, for the parser's own `fault`.

    `offset` is where the block begins in the text; spans and edits are in the text. Either all
    faults that have a repair carry its edits, and the block parses with all of them made; or none
    does. Never raises for what stands in the block.
    """
    if len(content) > MAX_LENGTH or content.count("\n") > _MOST_LINES:
        return (fault,)
    foreign = _foreign(content, offset, fault)
    if foreign is not None:
        return (foreign,)
    masked = mask(content)
    try:
        found, stuck = _Block(masked.content, reading).faults(fault, offset)
    except SpentError:
        return (fault,)
    except TooLargeError as error:
        start, end = error.fault.span
        return (replaced(error.fault, span=Span(start + offset, end + offset)),)
    return _placed(masked, found, stuck, offset) or (fault,)


def _placed(
    masked: Masked, found: list[Named], stuck: list[Fault], offset: int
) -> tuple[Fault, ...]:
    """The faults in the text, with the edits of all of them or of none."""
    found = [*masked.spread(found)]
    mendable = not stuck and len(found) <= _MOST_FAULTS and _apart(found)
    certain = mendable and all(one.certain for _, one in found)
    made = [_fault(key, one, offset, mendable, certain) for key, one in found]
    new = [one for one in stuck if not any(_holds(named.span, one.span) for named in made)]
    return tuple(sorted((*made, *new), key=lambda one: one.span))[:_MOST_FAULTS]


def _apart(found: list[Named]) -> bool:
    """True when every proposal has a text and none reaches into another."""
    places = sorted((one.start, one.end) for _, one in found)
    overlap = any(one[1] > other[0] for one, other in pairwise(places))
    return not overlap and all(one.text is not None for _, one in found)


def _holds(span: Span, other: Span) -> bool:
    """True for a place inside another: the parser stops at what has its own words already."""
    return span.start <= other.start and other.end <= span.end


def _fault(key: str, one: Proposal, offset: int, mendable: bool, certain: bool) -> Repairable:
    start, end = one.place or (one.start, one.end)
    edits: tuple[Edit, ...] = ()
    if mendable and one.text is not None:
        edits = (Edit(Span(offset + one.start, offset + one.end), one.text),)
    span = Span(offset + start, offset + end)
    return one.fault(span, one.words, key, one.order, edits, certain)


class _Block:
    """A block without control characters, and the readings of its entries."""

    def __init__(self, content: str, reading: ParseOptions) -> None:
        self.content = content
        self.text = cut(content)
        self.rows = entries(self.text)
        self.trial = Trial(reading, _BUDGET + 4 * len(content))
        self.mender = EntryMender(self.text, reading, self._around(reading), self.trial)
        if self.mender.around.shared:
            made = map(self._lines, self.rows)
            self.mender.anchored = "".join(lines for lines in made if "&" in lines)

    def faults(self, fault: Broken, offset: int) -> tuple[list[Named], list[Fault]]:
        """What is proposed, with its key, and the faults that have no repair."""
        found: list[Named] = []
        stuck: list[Fault] = []
        reads: list[object] = []
        for more, tree, faults in self._entries():
            found += more
            stuck += faults
            reads += tree or ()
        stuck = [
            one for one in stuck if not (isinstance(one, Syntax) and one.mistake == "alias")
        ] or stuck  # its value is at fault
        if not stuck and self.trial.read(self._mended(found)) != tuple(reads):
            return found, [fault]
        if not stuck and found and self._says_another(found):
            found = [(key, one._replace(certain=False)) for key, one in found]
        shift = [Span(one.span.start + offset, one.span.end + offset) for one in stuck]
        return found, [replaced(one, span=span) for one, span in zip(stuck, shift, strict=True)]

    def _says_another(self, found: list[Named]) -> bool:
        """True when the fixed block reads, but hardly as it is written: a second mistake."""
        mended = self._mended(found)
        silent = yaml_silent.faults(mended, 0, self.trial.fields(mended))
        return any(isinstance(one, _SECOND_MISTAKES) for one in silent)

    def _mended(self, found: Iterable[Named]) -> str:
        return splice(self.content, 0, len(self.content), [one for _, one in found])

    def _around(self, reading: ParseOptions) -> Around:
        content = self.content
        habit: Style = "single" if content.count(": '") > content.count(': "') else "double"
        present, smart = set(), 0
        for rows in self.rows:
            match = self.text.structure(rows.start) or self.text.glued(rows.start)
            if match and match["key"]:
                present.add(match["key"].strip("\"'").lower())
                value = content[match.end() : self.text.lines[rows.start].end].rstrip(" \t")
                smart += value[:1] in _SMART and value[-1:] in _SMART if value else 0
        shared: set[str] = set()
        if "&" in content and "*" in content:
            shared = set(_ANCHOR.findall(content)).intersection(_ALIAS.findall(content))
        known = COMMON_KEYS | reading.known | reading.role_of.keys()
        keys = (known, frozenset(present), frozenset(shared))
        return Around(*keys, habit, smart, line_ending(content))

    def _entries(self) -> Iterator[tuple[list[Named], Rows | None, list[Fault]]]:
        at = 0
        while at < len(self.rows):
            rows = self.rows[at]
            joined, tree = 1, self._alone(rows)
            if tree is None:
                joined, tree = self._joined(at)
            yield ([], tree, []) if tree is not None else self.mender.mend(rows)
            at += joined

    def _alone(self, rows: range) -> Rows | None:
        """What the lines of an entry read as, when that is one key with its value.

        Raises TooLargeError for what reads, but is beyond a limit.
        """
        lines = self._lines(rows)
        tree = self.mender.read(lines)
        if tree is None and (large := self.trial.large.get(lines)):
            start, end = (self.text.lines[rows.start].start + at for at in large.span)
            raise TooLargeError(replaced(large, span=Span(start, end)))
        return tree if tree is not None and stands(self.text, rows, tree) else None

    def _lines(self, rows: range) -> str:
        lines = self.text.lines
        end = lines[rows.stop].start if rows.stop < len(lines) else len(self.content)
        return self.content[lines[rows.start].start : end]

    def _joined(self, at: int) -> tuple[int, Rows | None]:
        """The number of entries that one quoted value spreads over, when its text has colons."""
        rows = self.rows[at]
        first = units(self.text, range(rows.start, rows.start + 1))
        mark = self.content[first[0].value : first[0].value + 1] if first else ""
        if mark and mark in "\"'":
            for behind in range(at + 1, min(len(self.rows), at + _MOST_JOINED)):
                whole = range(rows.start, self.rows[behind].stop)
                if self._lines(whole).rstrip().endswith(mark) and (tree := self._alone(whole)):
                    return behind - at + 1, tree
        return 1, None
