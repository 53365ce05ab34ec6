"""Diagnostics as the text of the `json` report: what `json` writes of their objects.

No objects are made: what is the same in all diagnostics of a rule is written once, and a text that
many diagnostics have is escaped once.
"""

from __future__ import annotations

from collections.abc import Iterable
from functools import lru_cache
from json.encoder import encode_basestring

from newslint.model.as_json import ALSO, related
from newslint.model.diagnostics import Diagnostic, DiagnosticFix, PlacedEdit
from newslint.model.links import rule_url
from newslint.model.spans import Position
from newslint.report.summary import COMMAND_BRACKET
from newslint.text.regex import regex
from newslint.text.remembered import remembered

_DRIVES = regex("[\x7f-\x9f\u2028\u2029\u202a-\u202e\u2066-\u2069]")
"""What drives a terminal and JSON leaves as it is: DEL, C1, separators, bidi controls."""


def harmless(text: str) -> str:
    """JSON text that can be written as UTF-8: a lone surrogate (of a path) becomes an escape.

    So do a character that drives a terminal, and the bracket of `##[`, which the runners of CI
    services take for a command wherever it stands.
    """
    text = _DRIVES.sub(lambda match: f"\\u{ord(match[0]):04x}", text)
    text = COMMAND_BRACKET.sub(lambda match: f"{match[1]}\\u005b", text)
    return text.encode("utf-8", "backslashreplace").decode("utf-8")


def item(one: Diagnostic) -> str:
    """A diagnostic as an item of the array, as `as_object` has it."""
    advice = _quoted(one.advice) if one.advice else "null"
    fix = _fix(one.fix) if one.fix else "null"
    fixed = ',\n    "fixed": true' if one.fixed else ""
    habit = ',\n    "habit": true' if one.habit else ""
    return (
        f"{_rule(one.code, one.name, one.severity)}"
        f'    "field": {_quoted(one.field)},\n'
        f'    "message": {_quoted(one.message)},\n'
        f'    "advice": {advice},\n'
        f'    "filename": {_quoted(one.path)},\n'
        f'    "location": {_position(one.start, 4)},\n'
        f'    "end_location": {_position(one.end, 4)},\n'
        f'    "fix": {fix},\n'
        f'    "related": {_list(map(_other, one.related), 4)},\n'
        f'    "url": {_quoted(rule_url(one.code))}{fixed}{habit}\n'
        "  }"
    )


@remembered(4096)
def _quoted(text: str) -> str:
    """The text as a JSON string, harmless."""
    made = encode_basestring(text)
    return made if made.isprintable() and "[" not in made else harmless(made)


@lru_cache(maxsize=512)
def _rule(code: str, name: str, severity: str) -> str:
    """How each diagnostic of a rule begins."""
    return (
        f'  {{\n    "code": {_quoted(code)},\n    "name": {_quoted(name)},\n'
        f'    "severity": {_quoted(severity)},\n'
    )


@lru_cache(maxsize=8192)
def _position(at: Position, indent: int) -> str:
    """A position whose key stands so far to the right."""
    space = " " * indent
    return f'{{\n{space}  "row": {at[0]},\n{space}  "column": {at[1]}\n{space}}}'


def _fix(fix: DiagnosticFix) -> str:
    reason = "null" if fix.reason is None else _quoted(fix.reason)
    return (
        f'{{\n      "applicability": "{fix.applicability}",\n'
        f'      "reason": {reason},\n'
        f'      "message": {_quoted(fix.message)},\n'
        f'      "edits": {_list(map(_edit, fix.edits), 6)}\n'
        "    }"
    )


def _edit(placed: PlacedEdit) -> str:
    edit, start, end = placed
    return (
        f'        {{\n          "content": {_quoted(edit.text)},\n'
        f'          "location": {_position(start, 10)},\n'
        f'          "end_location": {_position(end, 10)}\n'
        "        }"
    )


def _other(place: str) -> str:
    path, at = related(place)
    return (
        f'      {{\n        "filename": {_quoted(path)},\n'
        f'        "location": {_position(at, 8) if at else "null"},\n'
        f'        "message": {_quoted(ALSO)}\n'
        "      }"
    )


def _list(items: Iterable[str], indent: int) -> str:
    """The items in brackets, of which the last stands so far to the right."""
    inner = ",\n".join(items)
    return f"[\n{inner}\n{' ' * indent}]" if inner else "[]"
