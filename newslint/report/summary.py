"""The words that the reports for people share: counts, sentences, marks, safe characters."""

from __future__ import annotations

import re
from collections import Counter

from newslint.model.diagnostics import Diagnostic
from newslint.model.tally import Tally
from newslint.report.run_report import Report
from newslint.rule import Severity
from newslint.text.regex import regex

SEVERITIES: tuple[Severity, ...] = ("error", "warning", "info")
"""The worst first."""

FIX = "`newslint fix`"
FIX_UNSAFE = "`newslint fix --unsafe-fixes`"

_SGR = {
    "error": "1;31",
    "warning": "1;33",
    "info": "1;36",
    "safe": "36",
    "unsafe": "33",
    "path": "1",
    "code": "1",
    "dim": "2",
    "removed": "31",
    "added": "32",
    "hunk": "36",
}

# Control characters, line and paragraph separators, lone surrogates, and the bidi controls that
# reorder what follows them (not the marks U+200E, U+200F, which right-to-left text needs).
_UNSAFE = "[\x00-\x1f\x7f-\x9f\u2028\u2029\u202a-\u202e\u2066-\u2069\ud800-\udfff]"
_UNPRINTABLE = regex(_UNSAFE)

# The same in text of several lines, which has tabs and line ends of its own.
_DRIVES = regex(rf"(?!\t|\n|\r\n){_UNSAFE}")
_DRIVES_STYLED = regex(rf"(?!\t|\n|\r\n|\x1b){_UNSAFE}")

# What the runners of CI services take for a command: `::` at the start of a line, spaces or not
# before it (GitHub); `##[` (GitHub, Azure), `##vso[` (Azure) and `##teamcity[` anywhere. They
# compare as people do, so characters that nobody sees do not count there.
_UNSEEN = r"[^\w!-~]*"
_SERVICES = "|".join(_UNSEEN.join(name) + _UNSEEN for name in ("vso", "teamcity"))
_BRACKET = rf"(#{_UNSEEN}#{_UNSEEN}(?:{_SERVICES})?)\["
_COMMAND = regex(rf"^({_UNSEEN}):(?={_UNSEEN}:)|(?i:{_BRACKET})", re.MULTILINE)
COMMAND_BRACKET = regex(_BRACKET, re.IGNORECASE)
"""A command that begins anywhere; group 1 is what stands before its bracket."""

_SHORT = {"\t": "\\t", "\n": "\\n", "\r": "\\r"}


def plural(number: int, noun: str, ending: str = "s") -> str:
    """`1 file`, `2 files`; `2 fixes` with the ending `es`."""
    return f"{number} {noun}" if number == 1 else f"{number:,} {noun}{ending}"


def paint(text: str, style: str, color: bool) -> str:
    """The text in a style of this module, between escape codes when `color`."""
    return f"\x1b[{_SGR[style]}m{text}\x1b[0m" if color and text else text


def printable(text: str) -> str:
    """The text on one line that cannot drive a terminal: what cannot be seen is escaped."""
    if text.isprintable():
        return text
    return _UNPRINTABLE.sub(_escape, text)


def harmless(text: str, *, styled: bool) -> str:
    """The text, of several lines, without what drives a terminal; with styles where `styled`."""
    if text.replace("\n", "").isprintable():
        return text
    return (_DRIVES_STYLED if styled else _DRIVES).sub(_escape, text)


def _escape(match: re.Match[str]) -> str:
    char = match[0]
    number = ord(char)
    return _SHORT.get(char) or (f"\\x{number:02x}" if number < 0x100 else f"\\u{number:04x}")


def place_of(one: Diagnostic) -> str:
    """`a.md:3:7`: where the problem is, on one line that cannot drive a terminal."""
    return f"{printable(one.path)}:{one.start.row}:{one.start.column}"


def no_commands(text: str) -> str:
    """The text, of several lines, with nothing in it that the runner of a CI service would obey."""
    return _COMMAND.sub(lambda m: f"{m[1]}\\x3a" if m[2] is None else f"{m[2]}\\x5b", text)


def severities(tally: Tally) -> str:
    """`3 errors, 14 warnings, 5 info`: what is left of each, the worst first."""
    counts = tally.left
    return ", ".join(_number(counts[s], s) for s in SEVERITIES if counts[s])


def _number(number: int, severity: Severity) -> str:
    """`1 error`, `2 errors`, `2 info`: a severity by the name that it has everywhere."""
    return f"{number:,} info" if severity == "info" else plural(number, severity)


def summary(report: Report) -> str:
    """One or two sentences: how many files, what is wrong with them, what can be fixed."""
    if not report.results:
        return f"Nothing was checked: {report.reason}" if report.reason else "Nothing was checked"
    if report.mode == "check":
        return _checked(report)
    return _mended(report)


def counted(report: Report) -> str:
    """How many files were checked, and how many problems of each severity they have."""
    tally = report.totals
    checked = plural(tally.files, "file") + " checked"
    if not tally.number:
        return f"{checked}, no problems."
    return f"{checked}, {tally.with_problems:,} with problems: {severities(tally)}."


def _checked(report: Report) -> str:
    return " ".join(filter(None, (counted(report), _can_be_mended(report, report.totals))))


def _can_be_mended(report: Report, tally: Tally) -> str:
    safe, unsafe = tally.safe, tally.unsafe
    if report.unsafe_fixes and unsafe:
        return f"{safe + unsafe:,} can be fixed with {FIX_UNSAFE}."
    if safe and unsafe:
        return f"{safe:,} can be fixed with {FIX}, {unsafe:,} more with `--unsafe-fixes`."
    if safe or unsafe:
        return f"{safe or unsafe:,} can be fixed with {FIX if safe else FIX_UNSAFE}."
    return ""


def _mended(report: Report) -> str:
    tally, would = report.totals, report.mode == "diff"
    did = f"{f'{tally.changed:,}' if tally.changed else 'none'} "
    did += "would change" if would else "changed"
    begin = f"{plural(tally.files, 'file')} checked, {did}"
    if not tally.number and not tally.fixed:
        return f"{begin}: no problems."
    be = " would be" if would else ""
    done = f"{plural(tally.fixed, 'problem') if tally.fixed else 'nothing'}{be} fixed"
    rest = f"{tally.number:,} left ({severities(tally)})" if tally.number else "none left"
    unsafe = 0 if report.unsafe_fixes else tally.unsafe
    return f"{begin}: {done}, {rest}.{_held_back(unsafe, would=would)}"


def _held_back(unsafe: int, *, would: bool) -> str:
    """What is said of the unsafe fixes that were not asked for."""
    if not unsafe:
        return ""
    if not would:
        return f" {unsafe:,} of these can be fixed with {FIX_UNSAFE}."
    what = "1 unsafe fix is" if unsafe == 1 else f"{unsafe:,} unsafe fixes are"
    them = "it" if unsafe == 1 else "them"
    return f" {what} not shown: `--unsafe-fixes` shows {them}, `--verbose` says why."


def found_line(report: Report) -> str:
    """The short summary below a list: `Found 2 errors, 10 warnings (6 fixable with ...).`"""
    tally = report.totals
    number = tally.number + tally.fixed
    if not number:
        return summary(report)
    can = _fixable_note(report, tally)
    if report.mode == "check":
        return f"Found {severities(tally)}{f' ({can})' if can else ''}."
    done = _done(report, tally)
    return f"Found {plural(number, 'problem')} ({'; '.join(filter(None, (done, can)))})."


def _done(report: Report, tally: Tally) -> str:
    """What was fixed, and of which severities the others are: not all of them fail a run."""
    of = f": {severities(tally)}" if tally.number else ""
    if report.mode == "diff":
        return f"{tally.fixed:,} would be fixed, {tally.number:,} would remain{of}"
    return f"{tally.fixed:,} fixed, {tally.number:,} remaining{of}"


def _fixable_note(report: Report, tally: Tally) -> str:
    safe, unsafe = tally.safe, tally.unsafe
    if report.mode != "check":
        return f"{unsafe:,} fixable with {FIX_UNSAFE}" if unsafe and not report.unsafe_fixes else ""
    if report.unsafe_fixes and unsafe:
        return f"{safe + unsafe:,} fixable with {FIX_UNSAFE}"
    if safe and unsafe:
        return f"{safe:,} fixable with {FIX}, {unsafe:,} more with `--unsafe-fixes`"
    if safe or unsafe:
        return f"{safe or unsafe:,} fixable with {FIX if safe else FIX_UNSAFE}"
    return ""


def mended_list(report: Report) -> list[str]:
    """What `--show-fixes` adds: the fixed problems, by file and by rule, each with its count."""
    mended = report.mended()
    if not mended:
        return []
    counts = Counter((one.path, one.code, one.name) for one in mended)
    title = "Would fix" if report.mode == "diff" else "Fixed"
    lines = [f"{title} {plural(len(mended), 'problem')}:"]
    path = None
    for (file, code, name), count in sorted(counts.items()):
        if file != path:
            lines.append(f"- {paint(printable(file), 'path', report.color)}:")
            path = file
        lines.append(f"    {count} × {paint(code, 'code', report.color)} ({name})")
    return lines
