"""Patterns in the language of `.gitignore`, for paths with forward slashes.

pathspec reads the patterns that are not plain. What they mean for a tree is decided level by level,
as git does it: of the patterns that match a folder or a file itself the last one decides, and what
lies in a folder follows the folder. (Asked for a whole path at once, pathspec takes files back out
of an ignored folder, which git 2.39 does not.)
"""

from __future__ import annotations

import os
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path

from newslint.files import ask
from newslint.files.git_settings import Known, excludes_files
from newslint.files.plain_patterns import PlainPattern, is_silent, plain_pattern
from newslint.files.setup import read_setup
from newslint.model.errors import NewslintError
from newslint.model.records import NamedTuple
from newslint.text.linear import Searcher

MOST_PATTERNS = 5_000
"""Lines of one list of patterns: to make a pattern ready takes about 0.1 ms."""

MOST_CHARACTERS = 4_096
"""Of one pattern: longer than any path."""

SOME = 50
"""As often plain patterns are asked; of those that are asked more often expressions are made."""

_WILD = frozenset("*?[\\")


class Patterns:
    """Lines of patterns that hold below a folder."""

    __slots__ = ("_base", "_folders", "_left", "_patterns")

    def __init__(self, base: str, lines: Sequence[str]) -> None:
        """`base` is absolute. Raises ValueError for a line that is no pattern, and for too many."""
        if len(lines) > MOST_PATTERNS:
            raise ValueError(f"more than {MOST_PATTERNS:,} patterns")
        if any(len(line) > MOST_CHARACTERS for line in lines):
            raise ValueError(f"a pattern of more than {MOST_CHARACTERS:,} characters")

        self._base = base.rstrip("/") + "/"
        self._folders: dict[str, bool | None] = {}
        self._left = SOME
        self._patterns = _patterns_of([line for line in reversed(lines) if not is_silent(line)])

    def file(self, path: str) -> bool | None:
        """Of a file: True when a pattern names it, False when one excepts it (`!`), else None."""
        path = self._relative(path)
        return next((one.include for one in self._asked() if one.whole(path)), None)

    def folder(self, path: str) -> bool | None:
        """The same of a folder."""
        path = self._relative(path)
        slash = path + "/"
        matches = (one.include for one in self._asked() if one.whole(path) or one.folder(slash))
        return next(matches, None)

    def _asked(self) -> Sequence[_Pattern | PlainPattern]:
        self._left -= 1
        if not self._left:
            self._patterns = [
                _of_plain(one) if isinstance(one, PlainPattern) else one for one in self._patterns
            ]
        return self._patterns

    def covers(self, path: str) -> bool:
        """True when a pattern names a file, or the folder it is in and nothing excepts it."""
        own = self.file(path)
        return self._inherited(path.rpartition("/")[0]) or False if own is None else own

    def removes(self, path: str) -> bool:
        """True when a pattern names a file or one of the folders that it is in."""
        levels = _levels(path, self._base)
        return any(self.folder(level) for level in levels) or bool(self.file(path))

    def removes_folder(self, path: str) -> bool:
        """True when a pattern names a folder or one that it is in."""
        return any(self.folder(level) for level in _levels(f"{path}/", self._base))

    def _inherited(self, folder: str) -> bool | None:
        if folder not in self._folders:
            own = self.folder(folder) if folder.startswith(self._base) else None
            above = folder.rpartition("/")[0]
            inside = own is None and above.startswith(self._base)
            self._folders[folder] = self._inherited(above) if inside else own
        return self._folders[folder]

    def _relative(self, path: str) -> str:
        if path.startswith(self._base):
            return path[len(self._base) :]
        return os.path.relpath(path, self._base).replace(os.sep, "/")


class _Pattern(NamedTuple):
    """`whole` is asked about a path, `folder` about that of a folder with its slash."""

    include: bool
    whole: Callable[[str], bool]
    folder: Callable[[str], bool]


_SLASH = "(?P<ps_d>/)"
"""What pathspec puts at the end of an expression: the slash after a folder's name.

Where it may be absent `(?:` stands before it. What follows differs from version to version.
"""


def _patterns_of(lines: Sequence[str]) -> list[_Pattern | PlainPattern]:
    """Raises ValueError for a line that is no pattern."""
    found: list[_Pattern | PlainPattern] = []
    for line in lines:
        plain = plain_pattern(line)
        found += [plain] if plain is not None else _by_pathspec(line)
    return found


def _by_pathspec(line: str) -> Iterator[_Pattern]:
    from pathspec import GitIgnoreSpec

    for pattern in GitIgnoreSpec.from_lines([line]).patterns:
        if pattern.regex is not None and pattern.include is not None:
            yield _ready(pattern.regex.pattern, pattern.include)


def _of_plain(pattern: PlainPattern) -> _Pattern:
    """The same as expressions: they are quicker, but take time to make."""
    end = "" if pattern.below else _SLASH if pattern.folders else f"(?:{_SLASH}|$)"
    return _ready(pattern.expression + end, pattern.include)


def _ready(expression: str, include: bool) -> _Pattern:
    """Raises ValueError for an expression that cannot be matched in linear time."""
    name, slash, _ = expression.partition(_SLASH)
    if not slash:
        return _Pattern(include, Searcher(expression), _never)
    bare = name.removesuffix("(?:")
    whole = _never if bare == name else Searcher(f"{bare}$")
    return _Pattern(include, whole, Searcher(f"{bare}/$"))


def _never(path: str) -> bool:
    return False


def config_patterns(base: Path, key: str, lines: Sequence[str]) -> Patterns | None:
    """The patterns of a config's `include` or `exclude`; None when it has none.

    Raises NewslintError that names the key and the pattern.
    """
    if len(lines) > MOST_PATTERNS:
        raise NewslintError(f"{base}: `{key}` has more than {MOST_PATTERNS:,} patterns")
    for line in lines:
        if len(line) > MOST_CHARACTERS:
            most = f"more than {MOST_CHARACTERS:,} characters"
            raise NewslintError(f"{base}: `{key}` has a pattern of {most}")
        if not _is_pattern(line):
            raise NewslintError(f"{base}: `{key}`: {line!r} is not a valid pattern")
    return Patterns(slashes(base), lines) if lines else None


Lines = Patterns | Known
"""What can be asked whether a file or a folder is ignored."""


def literal_folder(pattern: str) -> str:
    """The folder that all matches of a pattern lie in: "content" of `content/**/*.md`, or ""."""
    parts = pattern.split("/")
    anchored = "/" in pattern.rstrip("/")
    literal = []
    for part in parts[:-1] if anchored else ():
        if not _WILD.isdisjoint(part):
            break
        literal.append(part)
    return "/".join(literal).lstrip("/")


def git_patterns(folder: str) -> tuple[tuple[Lines, ...], bool]:
    """What git ignores at an absolute folder, by the files of its repository above it and by the
    user's own, and whether it lies in a repository.

    A folder that git ignores as a whole, and that was named all the same, is free of them.
    """
    top = folder
    while not ask.is_there(f"{top.rstrip('/')}/.git"):
        above = top.rpartition("/")[0] or "/"
        if above == top:
            return (), False
        top = above
    found = repository_patterns(top)
    for level in (*_levels(folder, top.rstrip("/") + "/"), folder) if folder != top else ():
        if own := gitignore(level.rpartition("/")[0] or "/"):
            found = (*found, own)
        if ignored(found, level, folder=True):
            return (), True
        found = with_known(found, level)
    return found, True


def repository_patterns(top: str) -> tuple[Lines, ...]:
    """What git ignores in a repository besides its `.gitignore` files, by the user's own file and
    `.git/info/exclude`; before these what it knows all the same."""
    return Known(top), *filter(None, (_patterns(file, top) for file in excludes_files(top)))


def gitignore(folder: str) -> Patterns | None:
    """The patterns of a folder's `.gitignore`; None without one, for one that is no text, and for
    one with more lines than MOST_PATTERNS."""
    return _patterns(Path(folder, ".gitignore"), folder)


def _patterns(file: Path, folder: str) -> Patterns | None:
    source = read_setup(file)
    if source.fault or not source.text:
        return None
    if source.text.count("\n") >= MOST_PATTERNS:
        return None
    lines = [line.removesuffix("\r") for line in source.text.split("\n")]
    try:
        return Patterns(folder, lines)
    except ValueError:  # git skips a line that is no pattern
        return Patterns(folder, [line for line in lines if _is_pattern(line)])


def ignored(stack: Sequence[Lines], path: str, *, folder: bool) -> bool:
    """What git says of an absolute path: the `.gitignore` files from the root down, the nearest
    first, and of what they ignore whether git knows it all the same."""
    return _named(stack, path, folder) and bool(_by(stack[0], path, folder))


def with_known(stack: Sequence[Lines], path: str) -> tuple[Lines, ...]:
    """What holds in a folder: of an ignored one, in which something is known, that alone."""
    known = stack and _named(stack, path, folder=True)
    return (*stack, stack[0]) if known else (*stack,)


def _named(stack: Sequence[Lines], path: str, folder: bool) -> bool:
    """What the patterns alone say."""
    verdicts = (_by(lines, path, folder) for lines in reversed(stack[1:]))
    return next((one for one in verdicts if one is not None), False)


def _by(lines: Lines, path: str, folder: bool) -> bool | None:
    return lines.folder(path) if folder else lines.file(path)


def slashes(path: str | Path) -> str:
    """A path with forward slashes."""
    return os.fspath(path).replace(os.sep, "/")


def _levels(path: str, base: str) -> Iterator[str]:
    """The folders between a base (with its slash) and a path below it, from the top."""
    at = path.find("/", len(base)) if path.startswith(base) else -1
    while at >= 0:
        yield path[:at]
        at = path.find("/", at + 1)


def _is_pattern(line: str) -> bool:
    try:
        Patterns("/", [line])
    except ValueError:
        return False
    return True
