"""Texts before and after -> a unified diff that `git apply` and `patch -p1` take."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator
from difflib import SequenceMatcher
from itertools import takewhile

from newslint.model.diagnostics import FileResult
from newslint.model.records import NamedTuple
from newslint.report.summary import paint, printable
from newslint.text.regex import regex

CONTEXT = 3
BOM = "\ufeff"

_ODD = regex('["\\\\\x00-\x1f\x7f\ud800-\udfff]')
_NO_NEWLINE = "\\ No newline at end of file\n"
_STYLES = {"-": "removed", "+": "added", "@": "hunk"}


def patch(results: Iterable[FileResult], color: bool = False, exact: bool = True) -> str:
    """The changes of all files, by path; empty when no text changes.

    A file that was not in UTF-8 is named with what it was written in; its lines are shown as text.
    Line ends are the files' own, so CRLF files give a patch with CRLF lines, and so is a byte order
    mark: the patch holds for the bytes of the files. Not `exact` it is only to be looked at: what
    could drive a terminal is escaped.
    """
    ordered = sorted(results, key=lambda result: result.path)
    show = str if exact else _harmless
    return "".join(line for result in ordered for line in _file(result, color, show))


def _file(result: FileResult, color: bool, show: Callable[[str], str]) -> Iterator[str]:
    if result.before is None or result.after is None:
        return
    before, after = (
        BOM * bom + text
        for bom, text in zip(result.bom, (result.before, result.after), strict=True)
    )
    if result.encoding:  # in words: a patch of it would be one of bytes that are no text
        yield f"{printable(result.path)}: {result.encoding} becomes UTF-8\n"
    if before == after:
        return
    for sign, prefix in (("---", "a/"), ("+++", "b/")):
        yield _painted(show(f"{sign} {git_path(prefix, result.path)}\n"), "path", color)
    for line in _hunks(split_lines(before), split_lines(after)):
        yield _painted(show(line), _STYLES.get(line[0], ""), color)
        if not line.endswith("\n"):
            yield "\n" + _NO_NEWLINE


def _hunks(old: list[str], new: list[str]) -> Iterator[str]:
    group: list[Change] = []
    for change in changes(old, new):
        if group and change.old.start - group[-1].old.stop > 2 * CONTEXT:
            yield from _hunk(old, new, group)
            group = []
        group.append(change)
    yield from _hunk(old, new, group)


def _hunk(old: list[str], new: list[str], group: list[Change]) -> Iterator[str]:
    first, last = group[0], group[-1]
    begin = max(first.old.start - CONTEXT, 0)
    end = min(last.old.stop + CONTEXT, len(old))
    shift = first.new.start - first.old.start
    more = last.new.stop - last.old.stop
    yield f"@@ -{_range(begin, end)} +{_range(begin + shift, end + more)} @@\n"
    at = begin
    for change in group:
        yield from (f" {line}" for line in old[at : change.old.start])
        yield from (f"-{line}" for line in old[change.old])
        yield from (f"+{line}" for line in new[change.new])
        at = change.old.stop
    yield from (f" {line}" for line in old[at:end])


def _range(begin: int, end: int) -> str:
    # One line needs no count; a range without lines names the line before it.
    count = end - begin
    return f"{begin + 1}" if count == 1 else f"{begin + 1 if count else begin},{count}"


class Change(NamedTuple):
    """Lines of the old text, and the lines of the new one that stand there instead."""

    old: slice
    new: slice


def changes(old: list[str], new: list[str]) -> Iterator[Change]:
    """What differs, in order.

    Only what lies between the first and the last difference is compared in earnest: bodies are
    long, and the same.
    """
    begin = _common(zip(old, new, strict=False))
    rest = min(len(old), len(new)) - begin
    end = min(_common(zip(reversed(old), reversed(new), strict=False)), rest)
    matcher = SequenceMatcher(None, old[begin : len(old) - end], new[begin : len(new) - end])
    for tag, i, i_end, j, j_end in matcher.get_opcodes():
        if tag != "equal":
            yield Change(slice(begin + i, begin + i_end), slice(begin + j, begin + j_end))


def _common(pairs: Iterable[tuple[str, str]]) -> int:
    return sum(1 for _ in takewhile(lambda pair: pair[0] == pair[1], pairs))


def split_lines(text: str) -> list[str]:
    r"""The lines with their `\n`: what a diff and newslint's rows count as lines.

    `str.splitlines` also splits at U+2028, U+0085, a form feed and a lone carriage return.
    """
    lines = text.split("\n")
    last = lines.pop()
    return [f"{line}\n" for line in lines] + ([last] if last else [])


def line_at(text: str, row: int) -> str | None:
    r"""The line with this number (from 1) without its `\n` or `\r\n`; None when there is none."""
    at = 0
    for _ in range(row - 1):
        at = text.find("\n", at) + 1
        if not at:
            return None
    end = text.find("\n", at)
    return (text[at:] if end < 0 else text[at:end]).removesuffix("\r")


def git_path(prefix: str, path: str) -> str:
    """The path as git writes it in a header.

    A name with a quote, a backslash or a control character stands in quotes, as in C; after one
    with a space a tab says where it ends.
    """
    name = prefix + path
    if _ODD.search(name):
        return '"' + _ODD.sub(_octal, name) + '"'
    return f"{name}\t" if " " in name else name


def _octal(match: re.Match[str]) -> str:
    if match[0] in '"\\':
        return "\\" + match[0]
    return "".join(f"\\{byte:03o}" for byte in match[0].encode("utf-8", "surrogateescape"))


def _harmless(line: str) -> str:
    """The line with every character escaped that could drive a terminal; tabs and its end stay."""
    text = line.removesuffix("\n").removesuffix("\r")
    return "\t".join(map(printable, text.split("\t"))) + line[len(text) :]


def _painted(line: str, style: str, color: bool) -> str:
    if not color or not style:
        return line
    text = line.rstrip("\r\n")
    return paint(text, style, color) + line[len(text) :]
