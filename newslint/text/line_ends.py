"""How the lines of a text end: LF, CRLF or a lone CR."""

from __future__ import annotations

import re

_LINE_END = re.compile(r"\r\n|\r|\n")


def line_ending(text: str, at: int = 0) -> str:
    """The ending of the line that holds an offset, to write another line like it.

    A last line without one goes by the line before it, a text of one line has LF.
    """
    if text[max(at - 1, 0) : at + 1] == "\r\n":
        return "\r\n"
    match = _LINE_END.search(text, at)
    if match:
        return match[0]
    last = max(text.rfind("\n", 0, at), text.rfind("\r", 0, at))
    return line_ending(text, last) if last >= 0 else "\n"
