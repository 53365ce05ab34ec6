"""The pieces of YAML scalars."""

from __future__ import annotations

import re
from collections.abc import Iterable

from newslint.frontmatter.segments import Unit
from newslint.frontmatter.yaml.quoting import ESCAPES
from newslint.model.values import Style

# blanks before a line end are looked for at their first, or after an escaped one: looked for at
# each of them they would take time by the square of their number
_BREAK = r"(?:(?:(?<![ \t])|(?<=\\[ \t]))[ \t]+)?\r?\n(?:[ \t]*\r?\n)*[ \t]*"
_PIECES: dict[str, str] = {
    "plain": rf"(?s){_BREAK}|.",
    "single": rf"(?s)''|{_BREAK}|.",
    "double": (
        r"(?s)\\x[0-9a-fA-F]{2}|\\u[dD][89abAB][0-9a-fA-F]{2}\\u[dD][c-fC-F][0-9a-fA-F]{2}"
        rf"|\\u[0-9a-fA-F]{{4}}|\\U[0-9a-fA-F]{{8}}|\\\r?\n[ \t]*|\\.|{_BREAK}|."
    ),
}


def flow_units(inner: str, style: Style) -> list[Unit]:
    """The pieces of a plain scalar, or of what stands between quotes."""
    return [Unit(raw, _meaning(raw, style)) for raw in re.findall(_PIECES[style], inner)]


def _meaning(raw: str, style: Style) -> str:
    if "\n" in raw:
        breaks = raw.count("\n")
        return "" if raw[0] == "\\" else _folded(breaks)
    if style == "single":
        return raw[:1]
    if style == "plain" or raw[0] != "\\":
        return raw
    if len(raw) == 12:
        pair = raw.encode().decode("unicode_escape")
        return pair.encode("utf-16", "surrogatepass").decode("utf-16")
    return chr(int(raw[2:], 16)) if raw[1] in "xuU" else ESCAPES.get(raw[1], raw)


def _folded(breaks: int) -> str:
    return " " if breaks == 1 else "\n" * (breaks - 1)


def block_units(raw: str, text: str, style: Style) -> tuple[list[Unit], str]:
    """The pieces of a block scalar up to its last line's end, and its lines' indentation.

    `text` is the value: it tells how far beyond their indentation the lines are written.
    """
    header, *rest = re.split(r"(\r?\n)", raw)
    indent = _margin(rest[1::2]) - _margin(text.split("\n"))
    units = [Unit(header, "")]
    gap, breaks, above = "", 0, ""
    for newline, line in zip(rest[::2], rest[1::2], strict=True):
        gap, breaks = gap + newline, breaks + 1
        if len(line) <= indent and not line.strip(" "):
            gap += line
            continue
        shown = line[indent:]
        if len(units) == 1:
            value = "\n" * (breaks - 1)
        elif style == "folded" and above[0] not in " \t" and shown[0] not in " \t":
            value = _folded(breaks)
        else:
            value = "\n" * breaks
        units.append(Unit(gap + line[:indent], value))
        units += [Unit(character, character) for character in shown]
        gap, breaks, above = "", 0, shown
    return units, " " * indent


def _margin(lines: Iterable[str]) -> int:
    """The blanks that the first line starts with that is not empty."""
    first = next((line for line in lines if line.strip(" \r")), "")
    return len(first) - len(first.lstrip(" "))
