"""The text after the front matter, changed: lines that stay keep their very bytes."""

from __future__ import annotations

import re
from difflib import SequenceMatcher
from itertools import takewhile

from newslint.text.regex import regex

_LINES = regex(r"[^\r\n]*(?:\r\n|\r|\n)|[^\r\n]+")
_MOST = 4_000_000
"""Pairs of lines that are compared where lines end in different ways."""


def edited(raw: str, content: str, newline: str) -> str:
    """`raw`, the text as written, with another content; `newline` is for what has none.

    Whitespace before and after the content stays.
    """
    core = raw.strip()
    if not content:
        return ""
    if not core:
        lead = raw if raw.endswith(("\n", "\r")) else newline
        return lead + _ended(content.split("\n"), [], newline) + newline
    start = raw.index(core)
    lead, tail = raw[:start], raw[start + len(core) :]
    ends = re.findall(r"\r\n|\r|\n", raw)
    usual = max(set(ends), key=ends.count) if ends else newline
    old = _LINES.findall(core) if len(set(ends)) > 1 else []
    return lead + _ended(content.split("\n"), old, usual) + tail


def _ended(lines: list[str], old: list[str], newline: str) -> str:
    """The lines, each with the end of the old line that it is."""
    ends = [newline] * (len(lines) - 1) + [""]
    bare = [line.rstrip("\r\n") for line in old]
    for new_at, old_at in _pairs(bare, lines):
        end = old[old_at][len(bare[old_at]) :]
        if end and ends[new_at]:
            ends[new_at] = end
    return "".join(map("".join, zip(lines, ends, strict=True)))


def _pairs(old: list[str], new: list[str]) -> list[tuple[int, int]]:
    """The indexes (new, old) of lines that stay."""
    if not old:
        return []
    head = len(list(takewhile(lambda pair: pair[0] == pair[1], zip(old, new, strict=False))))
    found = [(at, at) for at in range(head)]
    one, two = old[head:], new[head:]
    tail = len(list(takewhile(lambda p: p[0] == p[1], zip(one[::-1], two[::-1], strict=False))))
    found += [(len(new) - at, len(old) - at) for at in range(1, tail + 1)]
    one, two = one[: len(one) - tail], two[: len(two) - tail]
    if len(one) * len(two) <= _MOST:
        for a, b, size in SequenceMatcher(None, one, two, autojunk=False).get_matching_blocks():
            found += [(head + b + at, head + a + at) for at in range(size)]
    return found
