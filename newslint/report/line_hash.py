"""The hash by which GitHub knows a line of a file again, whatever becomes of the lines before it.

Code scanning makes it part of an alert's identity (`partialFingerprints`, "primaryLocationLineHash"
in its documentation), and its upload action calculates it itself and warns of any other value. It
is a polynomial over the hundred UTF-16 units from the start of the line on, blanks left out, line
ends as LF, with a count of the lines before that begin alike (github/codeql-action, fingerprints).
"""

from __future__ import annotations

import re
from array import array
from collections import Counter
from collections.abc import Iterable
from sys import byteorder

_UNITS = 100
_BASE = 37
_END = 65535
_CODEC = "utf-16-le" if byteorder == "little" else "utf-16-be"
_BLANK = re.compile("[ \t]+")
_LINE_END = re.compile("\r\n?")


def line_hashes(text: str, rows: Iterable[int]) -> dict[int, str]:
    """Row -> hash, of those rows of a file's text (as on the disk) that it has."""
    wanted = set(rows)
    lines = _BLANK.sub("", _LINE_END.sub("\n", text)).split("\n")
    units = array("H", "\n".join(lines).encode(_CODEC, "surrogatepass"))
    units.extend([_END, *[0] * _UNITS])
    seen: Counter[bytes] = Counter()
    found, start = {}, 0
    for row, line in enumerate(lines[: max(wanted, default=0)], 1):
        window = units[start : start + _UNITS]
        key = window.tobytes()
        seen[key] += 1
        if row in wanted:
            found[row] = f"{_polynomial(window):x}:{seen[key]}"
        start += len(line.encode(_CODEC, "surrogatepass")) // 2 + 1
    return found


def _polynomial(units: array[int]) -> int:
    value = 0
    for unit in units:
        value = (value * _BASE + unit) % 2**64
    return value
