"""Lines of a `.gitignore` that need no pathspec, as nearly all do: names and paths with at most one
star in each part. To import pathspec takes a sixth of a check of one file.
"""

from __future__ import annotations

import re

from newslint.model.records import NamedTuple
from newslint.text.regex import regex

_PART = regex(r"([^\\\[?*\s]*)(?:(\*)([^\\\[?*\s]*))?")


def is_silent(line: str) -> bool:
    """True for a line that says nothing: a blank one, and a comment."""
    return line.startswith("#") or not line.rstrip()


class _Part(NamedTuple):
    """What a name between two slashes must be: how it begins, and how it ends behind a star."""

    start: str
    end: str | None

    def fits(self, name: str) -> bool:
        start, end = self
        if end is None:
            return name == start
        long_enough = len(name) >= max(1, len(start) + len(end))
        return long_enough and name.startswith(start) and name.endswith(end)

    @property
    def expression(self) -> str:
        if self.end is None:
            return re.escape(self.start)
        return f"{re.escape(self.start)}[^/]*{re.escape(self.end)}" if any(self) else "[^/]+"


class PlainPattern(NamedTuple):
    """A pattern of relative paths, by how they begin (`head`) and end (`tail`).

    `gap` True: there may be folders between the two. `below` True: it is about what lies below the
    head. `include` is False for an exception (`!`), `folders` True for a pattern of folders alone.
    """

    include: bool
    folders: bool
    below: bool
    gap: bool
    head: tuple[_Part, ...]
    tail: tuple[_Part, ...]

    def whole(self, path: str) -> bool:
        """True when it names a file, or anything, of this path."""
        return not self.folders and self._names(path)

    def folder(self, slash: str) -> bool:
        """True when it names the folder of this path, which ends in a slash."""
        return self._names(slash[:-1])

    def _names(self, path: str) -> bool:
        names = path.split("/")
        at, end = len(self.head), len(names) - len(self.tail)
        if self.below:
            between = end > at
        elif end == at:
            between = True
        else:
            between = self.gap and end > at and _is_line("/".join(names[at:end]))
        return between and _fit(self.head, names) and _fit(self.tail, names[end:])

    @property
    def expression(self) -> str:
        """What finds the same in a path, in front of its end or of its slash."""
        head, tail = ("/".join(one.expression for one in part) for part in (self.head, self.tail))
        if self.below:
            return f"^{head}/"
        between = "(?:/.+)?/" if head else "(?:.+/)?"
        return f"^{head}{between if self.gap else ''}{tail}"


def _is_line(folders: str) -> bool:
    """What pathspec takes for the folders in a gap: `.+`."""
    return folders != "" and "\n" not in folders


def _fit(parts: tuple[_Part, ...], names: list[str]) -> bool:
    return all(map(_Part.fits, parts, names))


def plain_pattern(line: str) -> PlainPattern | None:
    """The pattern of a line; None for one that is for pathspec."""
    text = line.removeprefix("!")
    body = text.removesuffix("/")
    names = body.split("/")
    if len(names) == 1:
        names.insert(0, "**")
    elif not names[0]:
        del names[0]
    below = names[-1] == "**" and names[0] != "**" and body == text
    at = names.index("**") if "**" in names else len(names)
    gap = at < len(names) and not below
    head, tail = _parts(names[:at]), _parts(names[at + 1 :])
    if head is None or tail is None or (gap and _is_all(head, tail)):
        return None
    return PlainPattern(text == line, body != text, below, gap, head, tail)


def _parts(names: list[str]) -> tuple[_Part, ...] | None:
    """None where one of them is more than a name with a star."""
    found = [_PART.fullmatch(name) for name in names]
    parts = tuple(_Part(one[1], one[3]) for one in found if one and one[0])
    return parts if len(parts) == len(names) else None


def _is_all(head: tuple[_Part, ...], tail: tuple[_Part, ...]) -> bool:
    """True for what stands for everything: pathspec has its own answers to that."""
    return not tail or (not head and tail == (_Part("", ""),))
