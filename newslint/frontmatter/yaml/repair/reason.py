"""Why a line without a repair does not parse, in words of what its author sees.

The parser names what it had expected next. The lines around the place often tell more: a list item
below a value, a text that has lost its key.
"""

from __future__ import annotations

import re
from collections.abc import Container, Sequence

from newslint.frontmatter.yaml.repair.entry_values import Unit
from newslint.frontmatter.yaml.repair.lines import Text
from newslint.model.faults import Broken, Syntax
from newslint.model.spans import Span
from newslint.text.regex import regex

_LIST = regex(r"\[[^\[\]]*\][ \t]*")
_TOML = regex(r"[\w.-]+[ \t]*=[ \t]*\S")


def reason(text: Text, pieces: Sequence[Unit], fault: Broken, known: Container[str]) -> Broken:
    """The parser's fault of an entry with the values `pieces`, or a better one for its line.

    All offsets are in the block; `known` are the keys that front matter has. The note "alias" says
    that the line itself is right.
    """
    for unit in pieces:
        raw = text.content[unit.value : unit.end]
        if raw[:1] in ("*", "[") and unit.value <= fault.span.start <= unit.end:
            return _in_value(unit, raw, fault)
    row = text.row(fault.span.start)
    start, end = text.lines[row]
    lead = text.indent(row)
    above = next((unit for unit in reversed(pieces) if unit.first < row), None)
    match = text.structure(row)
    what = advice = ""
    if match and match["dashes"] and above and above.key and above.value < above.end:
        key = above.key.strip("\"'")
        what = f"the list item is below {key}, which has a value"
        advice = "give the list its own key"
    elif match is None and text.glued(row) is None and fault.span.start <= start + lead:
        what, advice = _keyless(text, row, lead, known)
    if not what:
        return fault
    return Syntax(Span(start + lead, end), what, advice=advice)


def _in_value(unit: Unit, raw: str, fault: Broken) -> Broken:
    """The fault of an alias, which may be meant as a text, or of a list in brackets."""
    key = unit.key.strip("\"'")
    if raw[0] == "*":
        name = re.split(r"[^*\w-]", raw, maxsplit=1)[0]
        if name == raw:
            advice = fault.advice if isinstance(fault, Syntax) else ""
            return Syntax(fault.span, fault.what, key, "alias", advice)
        what = f"`{name}` refers to another value and must not be followed by text"
        return Syntax(Span(unit.value, unit.end), what, key, advice="quote the value")
    closed = _LIST.match(raw)
    if closed is None or unit.value + closed.end() != fault.span.start:
        return fault
    what, advice = "text follows the list in brackets", "remove it or put the value in quotes"
    return Syntax(Span(fault.span.start, unit.end), what, key, advice=advice)


def _keyless(text: Text, row: int, lead: int, known: Container[str]) -> tuple[str, str]:
    """What to say of a line without a key of its own, and what to do."""
    line = text.line(row)
    if _TOML.match(line):
        return "the line is written as in TOML", "use `key: value`, or `+++` as delimiters"
    word = (line.split(maxsplit=1) or [""])[0]  # a line of tabs has none
    if word.lower() in known:
        return "the line has no colon", f"add one after `{word}`"
    if not any(map(text.structure, range(len(text.lines)))):
        return "", ""  # no line has one: the parser says so of the whole block
    if lead and row and text.comment(row - 1):
        return "the line belongs to no value, as a comment ends the one above", "give it a key"
    what = "the line is not `key: value`"
    if not lead and row and text.blank(row - 1):
        return what, "give it a key or move it below the front matter"
    return what, "give it a key or indent it below the key it belongs to"
