"""newslint as a library: the same as the command line, as values, without printing or exiting."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import datetime
from pathlib import Path

from newslint.diagnostic import Diagnostic, FileResult
from newslint.discover import discover
from newslint.errors import NewslintError
from newslint.project import Project
from newslint.run import Job, Mode, run, text
from newslint.settings import CommandLine
from newslint.source import decode


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
    itself is not read. Raises NewslintError for a mistake in the config.
    """
    return _text(article, path, "check", False, CommandLine(preset, target, now=now)).diagnostics


def fix_text(
    article: str,
    path: str | Path = "article.md",
    *,
    unsafe: bool = False,
    preset: str | None = None,
    target: str | None = None,
    now: datetime | None = None,
) -> FileResult:
    """An article's text mended: `after` is the new text, `diagnostics` say what was done and left.

    Else as `check_text`.
    """
    return _text(article, path, "diff", unsafe, CommandLine(preset, target, now=now))


def check_paths(
    paths: Iterable[str | Path],
    *,
    preset: str | None = None,
    target: str | None = None,
    now: datetime | None = None,
) -> tuple[FileResult, ...]:
    """The results of files and folders, sorted by path; nothing is written.

    Raises NewslintError for a path that does not exist and for a mistake in the config.
    """
    project = Project(CommandLine(preset, target, now=now))
    found = discover(list(paths), project.folder)
    if found.missing:
        raise NewslintError(f"{found.missing[0]} does not exist")
    return tuple(run(found.files, lambda: project, Job(), jobs=1))


def _text(
    article: str, path: str | Path, mode: Mode, unsafe: bool, command: CommandLine
) -> FileResult:
    place = Path(path).absolute()
    site = Project(command).site(place.parent)
    settings = site.settings(place)
    source = decode(article.encode("utf-8", "surrogatepass"), place, settings.limits)
    job = Job(mode, unsafe, keep_text=True)
    return text(source, site.relative(place), str(path), settings, job)
