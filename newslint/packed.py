"""Many files, whose results lie as bytes: what a run of a large site, or of one with a store, needs
of all of them at once is small.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from functools import lru_cache, partial
from pathlib import Path
from typing import TYPE_CHECKING

from newslint.config.project import Project
from newslint.config.settings import Settings
from newslint.files.ask import Asked
from newslint.files.display import absolute, display, normal
from newslint.files.read import Source, read
from newslint.model.diagnostics import FileResult
from newslint.model.errors import NewslintError, WorkerDiedError
from newslint.run import Job, article, collect_seldom, one, shares
from newslint.site.about import About, about
from newslint.site.codec import Where, encode
from newslint.site.few import Block, Few
from newslint.site.lot import Lot, block, lots
from newslint.site.record import Kept, Noted
from newslint.site.spool import Spool
from newslint.staged import Begun, Done, in_stages

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
) -> Iterator[Block | FileResult]:
    """The results of files, as `newslint.run.run` makes them, as bytes where that can be.

    What the store knows is taken from there, and what is new is put there.
    """
    collect_seldom()
    if store is None:
        spool = Spool()
        for share, made in shares(files, project, partial(sent, job=job), jobs, done):
            yield from spooled(share, made, spool)
        return
    blocks, left = store.taken(files)
    yield from blocks
    known = len(files) - len(left)
    done(known)
    more = partial(_later, done, known)
    for share, made in shares(left, project, partial(noted, job=job), jobs, more):
        yield from store.keep(share, made)
    store.save(files)


def _later(done: Callable[[int], None], known: int, more: int) -> None:
    done(known + more)


def spooled(
    files: Sequence[Path], made: Iterable[Lot | Kept], spool: Spool
) -> Iterator[Block | FileResult]:
    """The results of some files, in their order, of which the bytes are put in a spool."""
    start = 0
    for each in made:
        if isinstance(each, Lot):
            yield block(files[start : start + each.number], each, spool)
            start += each.number
        else:
            assert isinstance(each.result, FileResult)
            yield each.result
            start += 1


def sent(files: Sequence[Path], project: Project, job: Job) -> list[Lot | Kept]:
    """The results of files, as bytes."""
    begun = [Begun(path, _taken, Asked()) for path in files]
    made = _in_stages(begun, project, job)
    done = ((path, each.result if each else None) for path, each in zip(files, made, strict=True))
    return lots(_sent(path, result or one(path, project, job), project) for path, result in done)


def _taken(path: Path, settings: Settings) -> Source:
    return read(path, settings.limits, settings.encoding)


def noted(files: Sequence[Path], project: Project, job: Job) -> list[Lot | Kept]:
    """As `sent`, for a store: with all that the results rest on."""
    seen = [Noted() for _ in files]
    begun = [Begun(path, see.read, see.asked) for path, see in zip(files, seen, strict=True)]
    made = _in_stages(begun, project, job)
    every = zip(files, seen, made, strict=True)
    return lots(
        noted_alone(path, project, job) if each is None else _noted(path, each, see, project, job)
        for path, see, each in every
    )


def _in_stages(files: Sequence[Begun], project: Project, job: Job) -> Sequence[Done | None]:
    if job.mode != "check" or job.keep_text:
        return [None] * len(files)
    return in_stages(files, project, job)


def noted_alone(path: Path, project: Project, job: Job) -> Kept:
    """The result of a file that is done alone."""
    where, shown, seen = absolute(path), display(path), Noted()
    result = article(partial(seen.read, path), where, shown, project, job, seen.asked)
    try:
        site = project.site_of(where)
        return _noted(path, Done(result, site, site.clock.during), seen, project, job)
    except (KeyboardInterrupt, NewslintError):
        raise
    except BaseException:  # it was said of the article
        return _sent(path, result, project)


def _noted(path: Path, done: Done, seen: Noted, project: Project, job: Job) -> Kept:
    result, site, during = done
    if any(diagnostic.traceback for diagnostic in result.diagnostics):
        seen.digest = ""  # a crash may be that of a moment
    made = _sent(path, result, project)
    try:
        record = seen.record(site, during, with_facts=job.site, with_reasons=job.reasons)
        return made._replace(record=record)
    except (KeyboardInterrupt, NewslintError):
        raise
    except BaseException:  # it was said of the article
        return made


def _sent(path: Path, result: FileResult, project: Project) -> Kept:
    """A result as bytes, where there are bytes for it."""
    try:
        site = project.site_of(normal(path))
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


def gathered(results: Iterator[Block | FileResult], files: Sequence[Path], few: Few) -> str:
    """Take the results of a run of these files; what is said of a worker that died, if one did."""
    paths = iter(files)
    try:
        for result in results:
            if isinstance(result, Block):
                few.extend(result)
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
