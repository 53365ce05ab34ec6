"""The one door to all files that are not the article's own: config, data, layouts, pictures.

Whatever is asked here is remembered with a digest of the answer, so that a later run can ask the
same again and know whether what came of it still holds. Rules and generators have no other way to
the disk, which a test holds.
"""

from __future__ import annotations

import os
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from contextvars import ContextVar
from functools import cache, wraps
from itertools import islice
from pathlib import Path
from typing import Any, Concatenate, ParamSpec, TypeVar

from newslint.files.read import file_bytes
from newslint.model.digest import blake2b
from newslint.model.faults import TooLarge, Unreadable
from newslint.model.limits import Limits

Question = tuple[str, ...]
"""What is asked, the path, and more words that belong to it: each an absolute path, or a plain
text."""

_ARTICLES = (".md", ".markdown", ".mdx")

_Answer = TypeVar("_Answer")
_Words = ParamSpec("_Words")
_Of = TypeVar("_Of")

_QUESTIONS: dict[str, Callable[..., Any]] = {}


class Asked:
    """What was asked, and a digest of each answer, in the order in which it was asked first.

    `steady` is False where one question got two answers, or where an answer depends on how much was
    asked before: then nothing that came of it may be kept. `made` has what `once` made, `sent` how
    many of the answers each slot of the store was told.
    """

    __slots__ = ("answers", "made", "sent", "steady")

    def __init__(self) -> None:
        self.answers: dict[Question, str] = {}
        self.made: dict[object, Any] = {}
        self.sent: dict[str, int] = {}
        self.steady = True

    def note(self, question: Question, digest: str) -> None:
        """Remember an answer."""
        if self.answers.setdefault(question, digest) != digest:
            self.steady = False

    def add(self, other: Asked) -> None:
        """Remember the answers to what was asked elsewhere."""
        if self.answers:
            for question, digest in other.answers.items():
                self.note(question, digest)
        else:
            self.answers.update(other.answers)
        self.steady = self.steady and other.steady

    def since(self, count: int) -> list[tuple[Question, str]]:
        """What was asked after the first `count` questions."""
        return list(islice(self.answers.items(), count, None))


_SITE: ContextVar[Asked | None] = ContextVar("_SITE", default=None)
_ARTICLE: ContextVar[Asked | None] = ContextVar("_ARTICLE", default=None)
_RUN: ContextVar[Asked | None] = ContextVar("_RUN", default=None)


@contextmanager
def remembered(site: Asked, article: Asked | None = None) -> Iterator[None]:
    """Remember meanwhile what is asked: in `site` what may be asked once for many articles."""
    before = _SITE.set(site), _ARTICLE.set(article)
    try:
        yield
    finally:
        _SITE.reset(before[0])
        _ARTICLE.reset(before[1])


@contextmanager
def all_remembered(run: Asked) -> Iterator[None]:
    """Remember meanwhile whatever is asked in this process, for a site or for none."""
    before = _RUN.set(run)
    try:
        yield
    finally:
        _RUN.reset(before)


def number_asked() -> int:
    """How much was asked so far of what is remembered of the run."""
    run = _RUN.get()
    return len(run.answers) if run is not None and run.steady else -1


def unsteady() -> None:
    """Say that an answer depends on how much was asked before."""
    for asked in (_SITE.get(), _RUN.get()):
        if asked is not None:
            asked.steady = False


def question(ask: Callable[_Words, _Answer]) -> Callable[_Words, _Answer]:
    """A function that asks the disk: of a path, and of plain texts. It is remembered.

    What it answers has a `repr` that says all of it.
    """
    name = ask.__name__
    _QUESTIONS[name] = ask

    @wraps(ask)
    def asked(*words: Any, **named: Any) -> Any:
        if named:
            raise TypeError("a question has no named words: they would not be remembered")
        into = [one for one in (_SITE.get(), _RUN.get()) if one is not None]
        return _noted(into, name, words) if into else _QUESTIONS[name](*words)

    return asked


def digest_now(asked: Question) -> str:
    """A digest of what the answer to a question is now; empty for one that nobody knows."""
    kind, *words = asked
    ask = _QUESTIONS.get(kind)
    if ask is None:
        return ""
    try:
        return _digest(ask(*words))
    except (OSError, ValueError, TypeError) as error:
        return _digest_of_error(error)


def _noted(into: Sequence[Asked], name: str, words: tuple[Any, ...]) -> Any:
    key = (name, *map(os.fspath, words))
    if not os.path.isabs(key[1]):  # noqa: PTH117  # it means another file elsewhere
        for one in into:
            one.steady = False
    try:
        answer = _QUESTIONS[name](*words)
    except (OSError, ValueError) as error:
        _note(into, key, _digest_of_error(error))
        raise
    _note(into, key, _digest(answer))
    return answer


def _note(into: Sequence[Asked], key: Question, digest: str) -> None:
    for one in into:
        one.note(key, digest)


def _digest(answer: object) -> str:
    if answer is True or answer is False:
        return _digest_of_bool(answer)
    return _digest_of(answer)


@cache
def _digest_of_bool(answer: bool) -> str:
    return _digest_of(answer)


def _digest_of(answer: object) -> str:
    data = answer if isinstance(answer, bytes) else repr(answer).encode("utf-8", "backslashreplace")
    mark = b"bytes" if isinstance(answer, bytes) else b"value"
    return blake2b(data, digest_size=16, person=mark).hexdigest()


def _digest_of_error(error: Exception) -> str:
    return _digest((type(error).__name__, getattr(error, "errno", None), str(error)))


_UNKNOWN = object()


def once(make: Callable[_Words, _Answer]) -> Callable[_Words, _Answer]:
    """A function of which the answers are kept as long as those of its site, no longer."""
    anyhow: Callable[..., Any] = make

    @wraps(make)
    def kept(*words: Any, **named: Any) -> Any:
        site = _SITE.get()
        if site is None or named:
            return anyhow(*words, **named)
        key = (make, *words)
        known = site.made.get(key, _UNKNOWN)
        if known is _UNKNOWN:
            known = site.made[key] = anyhow(*words)
        return known

    return kept


def once_of(
    make: Callable[Concatenate[_Of, _Words], _Answer],
) -> Callable[Concatenate[_Of, _Words], _Answer]:
    """As `once`, of what has no hash, such as a config: the first word must be the same object."""
    anyhow: Callable[..., Any] = make

    @wraps(make)
    def kept(*given: Any, **named: Any) -> Any:
        site = _SITE.get()
        if site is None or named:
            return anyhow(*given, **named)
        of, *words = given
        key = (make, *words)
        known = site.made.get(key)
        if known is None or known[0] is not of:
            known = site.made[key] = of, anyhow(of, *words)
        return known[1]

    return kept


def last(make: Callable[_Words, _Answer]) -> Callable[_Words, _Answer]:
    """A function of which the last answer is kept, as long as those of its site: what is made of
    one article is asked for again and again, and of the next one it is another."""
    anyhow: Callable[..., Any] = make

    @wraps(make)
    def kept(*words: Any, **named: Any) -> Any:
        site = _SITE.get()
        if site is None or named:
            return anyhow(*words, **named)
        known = site.made.get(make)
        if known is None or known[0] != words:
            known = site.made[make] = words, anyhow(*words)
        return known[1]

    return kept


def shared(make: Callable[_Words, _Answer]) -> Callable[_Words, _Answer]:
    """A function that asks for one article what others of its folder ask as well: its answers are
    kept as those of `once` are, and what it asked is remembered for each of the articles."""
    anyhow: Callable[..., Any] = make

    @wraps(make)
    def kept(*words: Any, **named: Any) -> Any:
        site, article = _SITE.get(), _ARTICLE.get()
        if site is None or article is None or named:
            return anyhow(*words, **named)
        key = (make, *words)
        known = site.made.get(key)
        if known is None:
            own = Asked()
            with remembered(site, own):
                known = site.made[key] = anyhow(*words), own
        answer, own = known
        article.add(own)
        return answer

    return kept


# What can be asked. Paths are absolute, as `str` or `Path`.

_Path = str | os.PathLike[str]


@question
def exists(path: _Path) -> bool:
    """True for a file or folder, and for a link to one."""
    return os.path.exists(path)  # noqa: PTH110  # Path raises for a name too long


@question
def is_file(path: _Path) -> bool:
    """True for a file, or a link to one."""
    return os.path.isfile(path)  # noqa: PTH113  # Path may raise


@question
def is_folder(path: _Path) -> bool:
    """True for a folder, or a link to one."""
    return os.path.isdir(path)  # noqa: PTH112  # Path may raise


@question
def is_link(path: _Path) -> bool:
    """True for a symbolic link."""
    return os.path.islink(path)  # noqa: PTH114  # Path may raise


@question
def is_there(path: _Path) -> bool:
    """True for whatever has that name, a link that leads nowhere too."""
    return os.path.lexists(path)


@question
def names(path: _Path, start: str = "") -> tuple[str, ...]:
    """The names in a folder that begin so, sorted. Raises OSError."""
    return tuple(sorted(name for name in os.listdir(path) if name.startswith(start)))  # noqa: PTH208


@question
def other_names(path: _Path, start: str = "") -> tuple[str, ...]:
    """As `names`, without those of articles: of Markdown without `_` before it. Raises OSError."""
    found = (name for name in os.listdir(path) if name.startswith(start))  # noqa: PTH208
    return tuple(sorted(n for n in found if n[0] == "_" or not n.lower().endswith(_ARTICLES)))


@question
def folders(path: _Path, links: str = "") -> tuple[str, ...]:
    """The names of the folders in a folder, sorted; with "links" of links, too. Raises OSError."""
    with os.scandir(path) as entries:
        found = (e.name for e in entries if e.is_dir(follow_symlinks=bool(links)))
        return tuple(sorted(found))


@question
def folders_like(path: _Path, name: str) -> tuple[str, ...]:
    """The names of the folders in a folder, and of links to some, that are this one in lower case
    with hyphens for blanks, sorted. Raises OSError."""
    found = (one for one in os.listdir(path) if one.lower().replace(" ", "-") == name)  # noqa: PTH208
    return tuple(sorted(one for one in found if os.path.isdir(os.path.join(path, one))))  # noqa: PTH112, PTH118


@question
def entries(path: _Path, way: str = "") -> tuple[tuple[str, str], ...]:
    """The names in a folder, sorted, each with its kind: "folder", "link" or "" for all else.

    `way` is how the folder is reached from the current one, where its whole path may be too long,
    or lead through a folder that may not be entered. Raises OSError.
    """
    with os.scandir(way or path) as found:
        return tuple(sorted((entry.name, _kind(entry)) for entry in found))


def _kind(entry: os.DirEntry[str]) -> str:
    if entry.is_dir(follow_symlinks=False):
        return "folder"
    return "link" if entry.is_symlink() else ""


@question
def real_path(path: _Path) -> str:
    """The path without links. Raises ValueError for what is none."""
    return os.path.realpath(path)


@question
def leads_inside(path: _Path, root: _Path) -> bool:
    """True where no link leads out of a folder; the path lies in it by its name. Raises OSError."""
    top, real = os.path.realpath(root), os.path.realpath(path)
    return real == top or real.startswith(top.rstrip(os.sep) + os.sep)


@question
def _bytes(path: _Path, most: str) -> bytes | Unreadable | TooLarge:
    return file_bytes(Path(path), Limits(max_bytes=int(most)))


def content(path: _Path, limits: Limits) -> bytes | Unreadable | TooLarge:
    """A file's bytes, as `newslint.files.read.file_bytes`."""
    return _bytes(path, str(limits.max_bytes))


def of_article(root: str, path: str) -> bool:
    """Whether a path below the site's root is there: asked for one article, each time anew."""
    article, full = _ARTICLE.get(), f"{root}/{path}"
    if article is None:
        return exists(full)
    into = [one for one in (article, _RUN.get()) if one is not None]
    return bool(_noted(into, "exists", (full,)))


def still(asked: Mapping[Question, str], known: dict[Question, str]) -> bool:
    """True where all answers are what they were; `known` are those that were asked again before."""
    for key, digest in asked.items():
        now = known.get(key)
        if now is None:
            now = known[key] = digest_now(key)
        if now != digest:
            return False
    return True
