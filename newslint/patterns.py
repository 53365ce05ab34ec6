"""Patterns in the language of `.gitignore`, for paths with forward slashes."""

from __future__ import annotations

import os
from collections.abc import Sequence
from pathlib import Path

from newslint.errors import NewslintError
from newslint.source import Limits, read

_WILD = frozenset("*?[\\")
_GIT_LIMITS = Limits(max_bytes=1024 * 1024)


class Patterns:
    """Lines of patterns that hold below a folder; the last line that matches a path decides."""

    __slots__ = ("_base", "_lines", "_negated", "_spec")

    def __init__(self, base: str, lines: Sequence[str]) -> None:
        """`base` is absolute. Raises ValueError for a line that is no pattern."""
        from pathspec import GitIgnoreSpec

        self._base = base.rstrip("/") + "/"
        self._lines = tuple(line for line in lines if line.strip())
        self._negated = any(line.startswith("!") for line in self._lines)
        self._spec = GitIgnoreSpec.from_lines(self._lines)

    def verdict(self, path: str) -> bool | None:
        """Of an absolute path: True when it is meant, False when excepted (`!`), else None."""
        return self._spec.check_file(self._relative(path)).include

    def prunes(self, folder: str) -> bool:
        """True when a whole absolute folder is meant, with all that is in it.

        As in git, `drafts/` cannot be taken back for a file in it, and `drafts/**` can.
        """
        found = self._spec.check_file(self._relative(folder) + "/")
        if not found.include:
            return False
        line = self._lines[found.index].rstrip() if found.index is not None else ""
        return not (self._negated and line.endswith("/**"))

    def _relative(self, path: str) -> str:
        if path.startswith(self._base):
            return path[len(self._base) :]
        return os.path.relpath(path, self._base).replace(os.sep, "/")


def config_patterns(base: Path, key: str, lines: Sequence[str]) -> Patterns | None:
    """The patterns of a config's `include` or `exclude`; None when it has none.

    Raises NewslintError that names the key and the pattern.
    """
    for line in lines:
        try:
            Patterns("/", [line])
        except ValueError:
            raise NewslintError(f"{base}: `{key}`: {line!r} is not a pattern") from None
    return Patterns(slashes(base), lines) if lines else None


def literal_folder(pattern: str) -> str:
    """The folder that all matches of a pattern lie in: "content" of `content/**/*.md`, or ""."""
    parts = pattern.lstrip("/").split("/")
    if len(parts) == 1 or (pattern.count("/") == 1 and pattern.endswith("/")):
        return parts[0] if pattern.startswith("/") and pattern.endswith("/") else ""
    literal = []
    for part in parts[:-1]:
        if not _WILD.isdisjoint(part):
            break
        literal.append(part)
    return "/".join(literal)


def git_patterns(folder: str) -> tuple[tuple[Patterns, ...], bool]:
    """The `.gitignore` files above an absolute folder, and whether it lies in a git repository.

    A folder that git ignores as a whole, and that was named all the same, is free of them.
    """
    chain = [folder]
    while not os.path.lexists(f"{chain[-1].rstrip('/')}/.git"):
        parent = slashes(os.path.dirname(chain[-1]))  # noqa: PTH120
        if parent == chain[-1]:
            return (), False
        chain.append(parent)
    found = [made for above in reversed(chain[1:]) if (made := gitignore(above))]
    return (() if ignored(found, folder, folder=True) else tuple(found)), True


def gitignore(folder: str) -> Patterns | None:
    """The patterns of a folder's `.gitignore`; None without one, and for one that is no text."""
    source = read(Path(folder, ".gitignore"), _GIT_LIMITS)
    if source.fault or not source.text:
        return None
    lines = [line.removesuffix("\r") for line in source.text.split("\n")]
    try:
        return Patterns(folder, lines)
    except ValueError:  # git passes over a line that is no pattern
        return Patterns(folder, [line for line in lines if _is_pattern(line)])


def ignored(stack: Sequence[Patterns], path: str, *, folder: bool) -> bool:
    """What the `.gitignore` files from the root down say of an absolute path: the nearest first."""
    for patterns in reversed(stack):
        verdict = patterns.verdict(f"{path}/" if folder else path)
        if verdict is not None:
            return patterns.prunes(path) if folder and verdict else verdict
    return False


def slashes(path: str | Path) -> str:
    """A path with forward slashes."""
    return os.fspath(path).replace(os.sep, "/")


def _is_pattern(line: str) -> bool:
    try:
        Patterns("/", [line])
    except ValueError:
        return False
    return True
