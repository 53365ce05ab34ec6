"""The short forms of `newslint.Linter`, for one call: config and site are read for each."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import datetime
from pathlib import Path

from newslint.config.command_line import CommandLine
from newslint.config.project import Project
from newslint.linter import checked_paths, command_line, several_paths, through_text
from newslint.model.diagnostics import Diagnostic, FileResult, Mode, Preset
from newslint.run import Job


def check_text(
    article: str,
    path: str | Path = "article.md",
    *,
    preset: Preset | None = None,
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
    return _text(article, path, "check", False, command_line(preset, target, now)).diagnostics


def fix_text(  # noqa: PLR0913 (a keyword each, for those who call)
    article: str,
    path: str | Path = "article.md",
    *,
    unsafe: bool = False,
    preset: Preset | None = None,
    target: str | None = None,
    now: datetime | None = None,
) -> FileResult:
    """An article's text fixed: `after` is the new text, `diagnostics` say what was done and left.

    Else as `check_text`.
    """
    return _text(article, path, "diff", unsafe, command_line(preset, target, now))


def check_paths(
    paths: str | Path | Iterable[str | Path],
    *,
    preset: Preset | None = None,
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
    return checked_paths(several_paths(paths), Project(command_line(preset, target, now)))


def _text(
    article: str, path: str | Path, mode: Mode, unsafe: bool, command: CommandLine
) -> FileResult:
    place = Path(several_paths([path])[0]).absolute()
    job = Job(mode, unsafe, keep_text=True)
    return through_text(Project(command), article, (place, str(path)), job)
