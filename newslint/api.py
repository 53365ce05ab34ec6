"""newslint as a library: the same as the command line, as values, without printing or exiting."""

from __future__ import annotations

import os
from collections.abc import Iterable
from datetime import UTC, datetime
from pathlib import Path
from typing import Any, cast

from newslint.config.project import Project
from newslint.config.settings import CommandLine
from newslint.files.discover import discover
from newslint.files.read import decode
from newslint.generators import NAMES as TARGETS
from newslint.model.diagnostics import PRESETS, Diagnostic, FileResult, Mode, Preset
from newslint.model.errors import NewslintError
from newslint.run import Job, broken_sites, not_searched
from newslint.run import article as through
from newslint.whole import whole


def check_text(
    article: str,
    path: str | Path = "article.md",
    *,
    preset: str | None = None,
    target: str | None = None,
    now: datetime | None = None,
) -> tuple[Diagnostic, ...]:
    """What is wrong in an article's text, sorted by place.

    `path` says where the article would lie: its config and its site are looked for there, the file
    itself is not read. A site config there that cannot be read is a diagnostic at that file, and a
    crash is one too, RUN003, which is all that is known of the article then. Raises NewslintError
    for a mistake in the config, in `preset` or in `target`, and TypeError for an `article` that is
    no text and a `now` that is no datetime.
    """
    return _text(article, path, "check", False, _command(preset, target, now)).diagnostics


def fix_text(  # noqa: PLR0913 (a keyword each, for those who call)
    article: str,
    path: str | Path = "article.md",
    *,
    unsafe: bool = False,
    preset: str | None = None,
    target: str | None = None,
    now: datetime | None = None,
) -> FileResult:
    """An article's text fixed: `after` is the new text, `diagnostics` say what was done and left.

    Else as `check_text`.
    """
    return _text(article, path, "diff", unsafe, _command(preset, target, now))


def check_paths(
    paths: str | Path | Iterable[str | Path],
    *,
    preset: str | None = None,
    target: str | None = None,
    now: datetime | None = None,
) -> tuple[FileResult, ...]:
    """The results of one file or folder, or of several, sorted by path; nothing is written.

    Where a folder is among them, what holds for a whole site is marked `said_once`, and what is a
    `habit` of it is info; of files alone that is not known.

    A file that is named and is not an article has no result: it is not read. A site config that
    cannot be read, and a folder on which the search crashed, is a result of its own. Raises
    NewslintError for a path that does not exist and for a mistake in the config, in `preset` or in
    `target`, and TypeError for what is no path and a `now` that is no datetime.
    """
    project = Project(_command(preset, target, now))
    given = _several(paths)
    found = discover(given, project.folder)
    if found.missing:
        raise NewslintError(f"{found.missing[0]} does not exist")
    folders = [Path(path) for path in given if Path(path).is_dir()]
    made = whole(found.files, lambda: project, Job(site=bool(folders)), jobs=1)
    results = (*made.results, *not_searched(found.crashed))
    broken = broken_sites(found.files, folders, project, Job())
    return tuple(sorted((*results, *broken), key=lambda one: one.path))


def _several(paths: object) -> list[str | Path]:
    """One path or several, as several. Raises TypeError for what is no path."""
    one = isinstance(paths, str | bytes | os.PathLike) or not isinstance(paths, Iterable)
    given: list[Any] = [paths] if one else list(paths)  # type: ignore[call-overload]
    for path in given:
        if not isinstance(path, str | os.PathLike):
            raise TypeError(f"a path is a str or a Path, not {type(path).__name__}")
    return given


def _command(preset: str | None, target: str | None, now: datetime | None) -> CommandLine:
    """The options of a call. Raises NewslintError and TypeError."""
    for option, name, known in (("preset", preset, PRESETS), ("target", target, TARGETS)):
        if name is not None and name not in known:
            wanted = ", ".join(known)
            raise NewslintError(f"{option}: {name!r} is not one of {wanted}")
    if now is not None and not isinstance(now, datetime):
        raise TypeError(f"now is a datetime, not {type(now).__name__}")
    if now is not None and now.tzinfo is None:
        now = now.replace(tzinfo=UTC)  # as `--now` has it
    return CommandLine(cast(Preset | None, preset), target, now=now)


def _text(
    article: str, path: str | Path, mode: Mode, unsafe: bool, command: CommandLine
) -> FileResult:
    if not isinstance(article, str):
        raise TypeError(f"an article's text is a str, not {type(article).__name__}")
    place = Path(path).absolute()
    data = article.encode("utf-8", "surrogatepass")
    job = Job(mode, unsafe, keep_text=True)
    project = Project(command)
    result = through(lambda s: decode(data, place, s.limits), place, str(path), project, job)
    broken = broken_sites([place], (), project, job)
    more = [diagnostic for one in broken for diagnostic in one.diagnostics]
    return result._replace(diagnostics=(*result.diagnostics, *more)) if more else result
