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
from newslint.site.few import Block, Few, Packed
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
) -> Iterator[Packed | Block | FileResult]:
    """The results of files, as `newslint.run.run` makes them, as bytes where that can be.

    What the store knows is taken from there, and what is new is put there.
    """
    collect_seldom()
    if store is None:
        spool = Spool()
        for kept in each(files, project, partial(sent, job=job), jobs, done):
            yield spooled(kept, spool)
        return
    blocks, left = store.taken(files)
    yield from blocks
    count = len(files) - len(left)
    done(count)
    for number, kept in enumerate(each(left, project, partial(noted, job=job), jobs, _not), 1):
        yield store.keep(kept.path, kept)
        done(count + number)
    store.save(files)


def _not(done: int) -> None:
    """It is told elsewhere."""


def spooled(kept: Kept, spool: Spool) -> Packed | FileResult:
    """A result whose bytes are put in a spool."""
    if isinstance(kept.result, FileResult):
        return kept.result
    known, facts, found = kept.result
    lying = spool.put(facts), spool.put(found)
    return Packed(kept.path, kept.where, known_of(known), *lying)


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


def gathered(
    results: Iterator[Packed | Block | FileResult], files: Sequence[Path], few: Few
) -> str:
    """Take the results of a run of these files; what is said of a worker that died, if one did."""
    paths = iter(files)
    try:
        for result in results:
            if isinstance(result, Block):
                few.extend(result)
            elif isinstance(result, Packed):
                few.add(result.path, result)
            else:  # those before it in the order are no such
                few.add(next(path for path in paths if display(path) == result.path), result)
    except WorkerDiedError as error:
        return str(error)
    return ""


def again(project: Callable[[], Project], job: Job) -> Callable[[Path], FileResult]:
    """Does a file once more, whose bytes were lost."""
    made: list[Project] = []

    def done(path: Path) -> FileResult:
        if not made:
            made.append(project())
        return one(path, made[0], job)

    return done
