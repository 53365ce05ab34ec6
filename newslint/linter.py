"""The library's linter: a site whose config is read once, then one article after another."""

from __future__ import annotations

import os
from collections.abc import Iterable
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from newslint.config.command_line import CommandLine
from newslint.config.project import Project
from newslint.files.discover import discover
from newslint.files.read import decode
from newslint.generators import NAMES as TARGETS
from newslint.model.diagnostics import PRESETS, Diagnostic, FileResult, Preset
from newslint.model.errors import NewslintError
from newslint.model.facts import Facts
from newslint.model.records import replace
from newslint.run import Job, broken_sites, not_searched
from newslint.run import article as through
from newslint.whole import whole

Selectors = str | Iterable[str]
"""Codes, families and names of rules: one, or several."""


class Linter:
    """Checks and fixes the articles of a site; its config and the site's are read once.

    `folder` is the site's folder, or one in it. `preset`, `target`, `select`, `extend_select` and
    `ignore` are the options of the command line, and count before any config; `now` is the moment
    to which dates are compared. Raises NewslintError for a mistake in one of them or in the config,
    and TypeError for what is of another type.

    >>> linter = Linter(select=["LNK", "TAG001"])
    >>> text = "---\\nlink: https://example.org/?utm_source=rss\\n---\\nIt rained.\\n"
    >>> [found.code for found in linter.check(text, "content/rain.md")]
    ['LNK004']
    >>> print(linter.fix(text, "content/rain.md").after, end="")
    ---
    link: https://example.org/
    ---
    It rained.
    """

    def __init__(  # noqa: PLR0913 (a keyword each, for those who call)
        self,
        folder: str | Path = ".",
        *,
        preset: Preset | None = None,
        target: str | None = None,
        select: Selectors = (),
        extend_select: Selectors = (),
        ignore: Selectors = (),
        now: datetime | None = None,
    ) -> None:
        (given,) = several_paths([folder])
        self.folder = Path(given)
        if not self.folder.is_dir():
            missing = "does not exist" if not self.folder.exists() else "is no folder"
            raise NewslintError(f"{given} {missing}")
        self._place = self.folder.absolute()
        chosen = {"select": select, "extend_select": extend_select, "ignore": ignore}
        rules = {name: _selectors(name, value) for name, value in chosen.items()}
        self._project = Project(command_line(preset, target, now, **rules))
        self._project.site(self._place).settings(self._place / "article.md")

    def __repr__(self) -> str:
        return f"Linter({str(self.folder)!r})"

    def check(self, text: str, path: str | Path = "article.md") -> tuple[Diagnostic, ...]:
        """What is wrong in an article's text, sorted by place.

        `path` says where the article would lie, below the folder or absolute; the file is not read.
        Raises TypeError for a text that is no str, and NewslintError for a mistake in a config that
        holds for the path alone.
        """
        return self._through(text, path, Job("check", keep_text=True)).diagnostics

    def fix(
        self, text: str, path: str | Path = "article.md", *, unsafe: bool = False
    ) -> FileResult:
        """The text fixed: `after` is the new one, `diagnostics` say what was done and is left."""
        return self._through(text, path, Job("diff", unsafe, keep_text=True))

    def facts(self, text: str, path: str | Path = "article.md") -> Facts | None:
        """What the other articles of the site need to know of one: its URL, title, terms, link.

        None where the article cannot be read.
        """
        return self._through(text, path, Job("check", site=True)).facts

    def check_paths(
        self, paths: str | Path | Iterable[str | Path] | None = None
    ) -> tuple[FileResult, ...]:
        """The results of files and folders, sorted by path; without any those of the whole folder.

        Nothing is written. Paths are below the folder or absolute. Raises NewslintError for one
        that does not exist.
        """
        given = several_paths(self.folder if paths is None else paths)
        if paths is not None:
            given = [self.folder / path for path in given]
        return checked_paths(given, self._project)

    def _through(self, text: str, path: str | Path, job: Job) -> FileResult:
        (given,) = several_paths([path])
        return through_text(self._project, text, (self._place / given, str(path)), job)


def through_text(project: Project, text: str, path: tuple[Path, str], job: Job) -> FileResult:
    """A text through the engine; `path` is the absolute one and the one that is shown.

    A site config that cannot be read is a diagnostic of its own. Raises TypeError for a text that
    is none.
    """
    if not isinstance(text, str):
        raise TypeError(f"an article's text is a str, not {type(text).__name__}")
    place, shown = path
    data = text.encode("utf-8", "surrogatepass")
    result = through(lambda s: decode(data, place, s.limits), place, shown, project, job)
    broken = broken_sites([place], (), project, job)
    more = [diagnostic for one in broken for diagnostic in one.diagnostics]
    return result._replace(diagnostics=(*result.diagnostics, *more)) if more else result


def checked_paths(given: list[str | Path], project: Project) -> tuple[FileResult, ...]:
    """The results of files and folders. Raises NewslintError for a path that does not exist."""
    found = discover(given, project.folder)
    if found.missing:
        raise NewslintError(f"{found.missing[0]} does not exist")
    folders = [Path(path) for path in given if Path(path).is_dir()]
    made = whole(found.files, lambda: project, Job(site=bool(folders)), jobs=1)
    results = (*made.results, *not_searched(found.crashed))
    broken = broken_sites(found.files, folders, project, Job())
    return tuple(sorted((*results, *broken), key=lambda one: one.path))


def several_paths(paths: object) -> list[str | Path]:
    """One path or several, as several. Raises TypeError for what is no path."""
    one = isinstance(paths, str | bytes | os.PathLike) or not isinstance(paths, Iterable)
    given: list[Any] = [paths] if one else list(paths)  # type: ignore[call-overload]
    for path in given:
        if not isinstance(path, str | os.PathLike):
            raise TypeError(f"a path is a str or a Path, not {type(path).__name__}")
    return given


def _selectors(name: str, given: object) -> tuple[str, ...]:
    """One rule or several, as several. Raises TypeError for what is neither."""
    if isinstance(given, str):
        return tuple(part.strip() for part in given.split(",") if part.strip())
    if isinstance(given, bytes) or not isinstance(given, Iterable):
        raise TypeError(f"{name} is a str or several, not {type(given).__name__}")
    made = tuple(given)
    for one in made:
        if not isinstance(one, str):
            raise TypeError(f"{name} names rules by str, not {type(one).__name__}")
    return made


def command_line(
    preset: Preset | None,
    target: str | None,
    now: datetime | None,
    **rules: tuple[str, ...],
) -> CommandLine:
    """The options of a call. Raises NewslintError and TypeError."""
    for option, name, known in (("preset", preset, PRESETS), ("target", target, TARGETS)):
        if name is not None and name not in known:
            wanted = ", ".join(known)
            raise NewslintError(f"{option}: {name!r} is not one of {wanted}")
    if now is not None and not isinstance(now, datetime):
        raise TypeError(f"now is a datetime, not {type(now).__name__}")
    if now is not None and now.tzinfo is None:
        now = now.replace(tzinfo=UTC)  # as `--now` has it
    return replace(CommandLine(preset, target, now=now), **rules)  # type: ignore[arg-type]
