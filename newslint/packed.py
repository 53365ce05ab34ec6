"""Many files, whose results lie as bytes: what a run of a large site, or of one with a store, needs
of all of them at once is small.
"""

from __future__ import annotations

import os
from collections.abc import Callable, Iterator, Sequence
from functools import lru_cache, partial
from pathlib import Path
from typing import TYPE_CHECKING

from newslint.config.project import Project
from newslint.files.display import display
from newslint.model.diagnostics import FileResult
from newslint.model.errors import NewslintError, WorkerDiedError
from newslint.run import Job, article, collect_seldom, each, one
from newslint.site.about import About, about
from newslint.site.codec import Where, encode, known_of
from newslint.site.few import Few, Packed
from newslint.site.record import Kept, Noted
from newslint.site.spool import Spool

if TYPE_CHECKING:
    from newslint.site.store import Store


def packed(  # noqa: PLR0913
    files: Sequence[Path],
    project: Callable[[], Project],
    job: Job,
    *,
    jobs: int | None = None,
    done: Callable[[int], None] = lambda _: None,
    store: Store | None = None,
) -> Iterator[Packed | FileResult]:
    """The results of files, as `newslint.run.run` makes them, as bytes where that can be.

    What the store knows is taken from there, and what is new is put there.
    """
    collect_seldom()
    if store is None:
        spool = Spool()
        for kept in each(files, project, partial(sent, job=job), jobs, done):
            yield spooled(kept, spool)
        return
    known = [store.knows(path) for path in files]
    left = [path for path, is_known in zip(files, known, strict=True) if not is_known]
    new = _New(each(left, project, partial(noted, job=job), jobs, lambda _: None))
    whole: Project | None = None
    for count, (path, is_known) in enumerate(zip(files, known, strict=True), 1):
        result = store.packed(path) if is_known else new.take(path, store)
        if result is None and is_known:
            whole = whole or project()
            result = one(path, whole, job)
        if result is not None:
            yield result
        done(count)
    new.end()
    store.save(files)


def spooled(kept: Kept, spool: Spool) -> Packed | FileResult:
    """A result whose bytes are put in a spool."""
    if isinstance(kept.result, FileResult):
        return kept.result
    known, facts, found = kept.result
    lying = spool.put(facts), spool.put(found)
    return Packed(kept.path, kept.where, known_of(known), *lying)


class _New:
    """What comes of the files that the store does not know, in their order."""

    def __init__(self, results: Iterator[Kept]) -> None:
        self._results = results
        self._died: WorkerDiedError | None = None
        self._next = self._take()

    def take(self, path: Path, store: Store) -> Packed | FileResult | None:
        """The result of a file, which the store keeps; None where a process died of it."""
        kept = self._next
        if kept is None or kept.path != path:
            return None
        self._next = self._take()
        return store.keep(path, kept)

    def end(self) -> None:
        """Raises WorkerDiedError when a process died."""
        if self._died is not None:
            raise self._died

    def _take(self) -> Kept | None:
        try:
            return next(self._results, None)
        except WorkerDiedError as error:
            self._died = error
            return None


def sent(path: Path, project: Project, job: Job) -> Kept:
    """As `one`, as bytes."""
    return _sent(path, one(path, project, job), project)


def noted(path: Path, project: Project, job: Job) -> Kept:
    """As `sent`, for a store: with all that the result rests on."""
    absolute = path if path.is_absolute() else path.absolute()
    shown, seen = display(path), Noted()
    result = article(partial(seen.read, path), absolute, shown, project, job, seen.asked)
    if any(diagnostic.traceback for diagnostic in result.diagnostics):
        seen.digest = ""  # a crash may be that of a moment
    made = _sent(path, result, project)
    try:
        site = project.site(absolute.parent)
        record = seen.record(site, with_facts=job.site, with_reasons=job.reasons)
        return made._replace(record=record)
    except (KeyboardInterrupt, NewslintError):
        raise
    except BaseException:  # it was said of the article
        return made


def _sent(path: Path, result: FileResult, project: Project) -> Kept:
    """A result as bytes, where there are bytes for it."""
    try:
        site = project.site_of(os.path.abspath(path))  # noqa: PTH100
        where = _where(site.folder, site.shown)
        return Kept(path, encode(result, told(result, project)), where)
    except (KeyboardInterrupt, NewslintError):
        raise
    except BaseException:  # a text without bytes, say; a crash was said of the article
        return Kept(path, result, Where("", ""))


def told(result: FileResult, project: Project) -> About | None:
    """What is asked of an article, besides what was counted. Raises what a generator raises."""
    facts = result.facts
    if facts is None:
        return None
    generator = project.site_of(facts.file).generator
    return about(facts, project.settings_of(facts.file, facts.day), generator)


@lru_cache(maxsize=16)
def _where(folder: str, shown: str) -> Where:
    return Where(folder, shown)


def gathered(results: Iterator[Packed | FileResult], files: Sequence[Path], few: Few) -> str:
    """Take the results of a run of these files; what is said of a worker that died, if one did."""
    paths = iter(files)
    try:
        for result in results:
            few.add(_path(result, paths), result)
    except WorkerDiedError as error:
        return str(error)
    return ""


def _path(result: Packed | FileResult, paths: Iterator[Path]) -> Path:
    """The file of a result; those before it in the order were lost."""
    if isinstance(result, FileResult):
        return next(path for path in paths if display(path) == result.path)
    return next(path for path in paths if path == result.path)


def again(project: Callable[[], Project], job: Job) -> Callable[[Path], FileResult]:
    """Does a file once more, whose bytes were lost."""
    made: list[Project] = []

    def done(path: Path) -> FileResult:
        if not made:
            made.append(project())
        return one(path, made[0], job)

    return done
