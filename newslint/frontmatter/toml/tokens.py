"""What the parts of a TOML document look like, and which of them are impossible.

The grammar is that of TOML 1.1, as Hugo 0.168 reads it; refused are, as Hugo refuses them: whole
numbers beyond 64 bits, floats beyond a double, days that are not in the calendar, seconds above 59.
None of the patterns can take more than linear time.
"""

from __future__ import annotations

import re
from datetime import datetime

from newslint.text.regex import regex

_SHOWN = r"[^\x00-\x08\x0a-\x1f\x7f"
_COMMENT = rf"#{_SHOWN}]*"
BARE_KEY = regex(r"[A-Za-z0-9_-]+")
SIMPLE = regex(
    rf"""[ \t]*([A-Za-z0-9_-]+)[ \t]*=[ \t]*"""
    rf"""(?:"({_SHOWN}"\\]*)"(?!")|'({_SHOWN}']*)'(?!')|(true|false))[ \t]*\r?\n"""
)
"""A line as most are: a bare key and a string on one line."""
BLANKS = regex(r"[ \t]*")
GAP = regex(rf"[ \t]*(?:(?:{_COMMENT})?\r?\n[ \t]*)*(?:{_COMMENT}\Z)?")
REST = regex(rf"[ \t]*({_COMMENT})?(?:\r?\n|\Z)")
_ESCAPE = r"\\(?:[btnfre\"\\]|x[0-9a-fA-F]{2}|u[0-9a-fA-F]{4}|U[0-9a-fA-F]{8})"
BASIC = regex(rf'"({_SHOWN}"\\]*(?:{_ESCAPE}{_SHOWN}"\\]*)*)')
LITERAL = regex(rf"'({_SHOWN}']*)")
LONG_BASIC = regex(
    rf'"""(?:\r?\n)?((?:{_SHOWN}"\\]+|\r?\n|{_ESCAPE}|\\[ \t]*\r?\n|"{{1,2}}(?!"))*)'
)
LONG_LITERAL = regex(rf"'''(?:\r?\n)?((?:{_SHOWN}']+|\r?\n|'{{1,2}}(?!'))*)")
_DIGITS = r"[0-9](?:_?[0-9])*"
_WHOLE = r"[+-]?(?:0|[1-9](?:_?[0-9])*)"
_CLOCK = r"([0-9]{2}):([0-9]{2})(?::([0-9]{2})(?:\.[0-9]+)?)?"
PLAIN = regex(
    r"(?:(?P<bool>true|false)"
    rf"|(?P<date>([0-9]{{4}})-([0-9]{{2}})-([0-9]{{2}})(?:[Tt ]{_CLOCK}(?:[Zz]|[+-]([0-9]{{2}}):"
    rf"([0-9]{{2}}))?)?|{_CLOCK})"
    rf"|(?P<float>{_WHOLE}(?:\.{_DIGITS}(?:[eE][+-]?{_DIGITS})?|[eE][+-]?{_DIGITS})"
    r"|[+-]?(?:inf|nan))"
    rf"|(?P<int>0x[0-9A-Fa-f](?:_?[0-9A-Fa-f])*|0o[0-7](?:_?[0-7])*|0b[01](?:_?[01])*|{_WHOLE})"
    r")(?![0-9A-Za-z_+\-.:])"
)


def impossible(match: re.Match[str]) -> str:
    """What is wrong with a match of PLAIN although it has the right form; empty for nothing."""
    kind, text = match.lastgroup, match[0]
    if kind == "date" and not _in_calendar(match):
        return "is not a date of the calendar"
    if kind == "int" and not _fits(text):
        return "is larger than 64 bits can hold"
    if kind == "float" and text[-1] not in "fn" and abs(float(text)) == float("inf"):
        return "is larger than a number can be"
    return ""


def _fits(text: str) -> bool:
    if len(text) < 19:
        return True
    base = 0 if text[1] in "xob" else 10
    digits = text.replace("_", "")
    return len(digits) < 80 and -(2**63) <= int(digits, base) < 2**63


def _in_calendar(match: re.Match[str]) -> bool:
    """True when the parts of a date or of a time are possible ones; a year 0 is, as in Hugo."""
    year, month, day, *clock, ahead, sixty, hour, minute, second = match.groups()[2:13]
    parts = (hour, minute, second) if hour else clock
    hours, minutes, seconds = (int(part or 0) for part in parts)
    if int(ahead or 0) > 23 or int(sixty or 0) > 59:
        return False
    try:
        datetime(int(year or 0) or 4, int(month or 1), int(day or 1), hours, minutes, seconds)
    except ValueError:
        return False
    return True
