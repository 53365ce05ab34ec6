"""Many files: each through the engine, in one process or in several, in the order given.

Whatever raises is contained: in the file on which it raised, or in the share of the process that
died of it (`newslint.workers`). The other files are done all the same.
"""

from __future__ import annotations

import gc
import os
from collections.abc import Callable, Collection, Iterable, Iterator, Sequence
from functools import partial
from pathlib import Path
from typing import TypeVar

from newslint.config.own_code import first_line
from newslint.config.project import Project
from newslint.config.settings import Settings
from newslint.config.site import Site
from newslint.crash import crashed
from newslint.files.ask import Asked, remembered
from newslint.files.discover import Crash
from newslint.files.display import absolute, display, normal
from newslint.files.paths import names_of
from newslint.files.read import Source, encode, read
from newslint.frontmatter.read import read_article
from newslint.generators import SiteConfigError
from newslint.lint import fix as engine
from newslint.lint.asked import place
from newslint.model.counted import NONE_HELD, Held
from newslint.model.diagnostics import FileResult, Mode, in_order
from newslint.model.errors import NewslintError
from newslint.model.faults import CodeNotAllowed, Fault, SiteConfigUnreadable
from newslint.model.records import dataclass, replace
from newslint.model.spans import Span
from newslint.model.stages import FIX, READ, SETTINGS, WRITE
from newslint.site.facts import day_of, facts_of
from newslint.site.habits import NOTHING, Verdicts

_Result = TypeVar("_Result")

FEW_COLLECTIONS = (50_000, 100, 100)

PARALLEL_FROM = 600
"""Fewer files than this are done in one process: starting another costs what it saves."""

SHARE = 200
"""Files that are done at a time."""


@dataclass(frozen=True, slots=True)
class Job:
    """What to do with every file. `keep_text`: the results carry the texts before and after.

    `allowed` says where may be written: what `files.write.real_roots` made of the paths that were
    named. `site`: the results carry what the rules about the whole site and the count over it need.
    `known` is what holds for the sites; None while that is being counted. Without
    `reasons` nobody reads what speaks against a fix beside the word of its rule.
    """

    mode: Mode = "check"
    unsafe: bool = False
    keep_text: bool = False
    allowed: Collection[Path] = ()
    site: bool = False
    known: Verdicts | None = NOTHING
    reasons: bool = True


def run(
    files: Sequence[Path],
    project: Callable[[], Project],
    job: Job,
    *,
    jobs: int | None = None,
    done: Callable[[int], None] = lambda _: None,
) -> Iterator[FileResult]:
    """The result of every file, in the order of `files`.

    `jobs` is the number of processes (None: as many as there are processors, for a run that is
    worth it); there are never more than processors. `done` is told how many files are done. Raises
    NewslintError for a config mistake, and WorkerDiedError after the last result when a process
    died.
    """
    collect_seldom()
    yield from each(files, project, partial(one, job=job), jobs, done)


def collect_seldom() -> None:
    """Look seldom for cycles."""
    gc.freeze()
    gc.enable()
    gc.set_threshold(*FEW_COLLECTIONS)  # results have no cycles, and there are many


def each(
    files: Sequence[Path],
    project: Callable[[], Project],
    work: Callable[[Path, Project], _Result],
    jobs: int | None,
    done: Callable[[int], None],
) -> Iterator[_Result]:
    """What becomes of each file, in one process or in several."""
    workers = _workers(len(files), jobs)
    if workers == 1:
        whole = project() if files else None
        for count, path in enumerate(files, 1):
            assert whole is not None
            yield work(path, whole)
            done(count)
        return
    from newslint.workers import parallel  # most runs are done in one process

    singly = partial(_singly, work)
    shares = parallel(_shares(files), project, singly, workers, done, one_by_one=True)
    for _, results in shares:
        yield from results


def _singly(
    work: Callable[[Path, Project], _Result], files: Sequence[Path], project: Project
) -> list[_Result]:
    return [work(path, project) for path in files]


def shares(
    files: Sequence[Path],
    project: Callable[[], Project],
    work: Callable[[Sequence[Path], Project], list[_Result]],
    jobs: int | None,
    done: Callable[[int], None],
) -> Iterator[tuple[Sequence[Path], list[_Result]]]:
    """As `each`, of SHARE files at a time: these, and what becomes of them together. It may end at
    any moment, so nothing is written."""
    workers = _workers(len(files), jobs)
    if workers > 1:
        from newslint.workers import parallel

        yield from parallel(_shares(files), project, work, workers, done, one_by_one=False)
        return
    whole, count = (project() if files else None), 0
    for share in _shares(files):
        assert whole is not None
        yield share, work(share, whole)
        count += len(share)
        done(count)


def _shares(files: Sequence[Path]) -> list[Sequence[Path]]:
    return [files[start : start + SHARE] for start in range(0, len(files), SHARE)]


def _workers(number: int, jobs: int | None) -> int:
    """The processes that are worth it for so many files."""
    processors = os.cpu_count() or 1
    return 1 if jobs is None and number < PARALLEL_FROM else min(jobs or processors, processors)


def one(path: Path, project: Project, job: Job) -> FileResult:
    """One file, read, checked or fixed, and written when the job says so."""
    where, shown = absolute(path), display(path)
    return article(lambda s: read(path, s.limits, s.encoding), where, shown, project, job)


def article(  # noqa: PLR0913
    take: Callable[[Settings], Source],
    path: str | Path,
    shown: str,
    project: Project,
    job: Job,
    asked: Asked | None = None,
) -> FileResult:
    """One article, whose source is taken as the settings for its absolute path say.

    `shown` is what is printed for it; `asked` remembers what is asked for it alone. Raises
    NewslintError for a mistake in the config.
    """
    try:
        site, settings, below, source = opened(take, path, project)
        with remembered(site.asked, Asked() if asked is None else asked):
            settings = settings_of_day(site, path, source, below, settings)
            return text(source, below, shown, settings, job)
    except (KeyboardInterrupt, NewslintError):
        raise
    except BaseException as error:  # a panic of Rust code is no Exception
        return FileResult(shown, (crashed(shown, error, READ.name),))


def opened(
    take: Callable[[Settings], Source], path: str | Path, project: Project
) -> tuple[Site, Settings, str, Source]:
    """What holds for an article's absolute path, the path below the site's root, and the source."""
    with SETTINGS:
        site = project.site_of(os.fspath(path))
        settings, below = site.settings(path), site.relative(path)
    with READ:
        return site, settings, below, take(settings)


def settings_of_day(
    site: Site, path: str | Path, source: Source, below: str, settings: Settings
) -> Settings:
    """What holds for an article where that depends on its date, else the settings of its path."""
    if not site.dated:
        return settings
    with SETTINGS:
        return site.settings(path, day_of(read_article(source, below, settings)))


def text(source: Source, path: str, shown: str, settings: Settings, job: Job) -> FileResult:
    """A source, checked or fixed: `path` is below the site's root, `shown` what is printed."""
    result = _text(source, path, shown, settings, job)
    return result if job.site else alone(result)


def alone(result: FileResult) -> FileResult:
    """The result without what only the whole site could tell."""
    if not any(one.until_site for one in result.diagnostics):
        return result
    known = tuple(one for one in result.diagnostics if not one.until_site)
    return result._replace(diagnostics=known)


def _text(source: Source, path: str, shown: str, settings: Settings, job: Job) -> FileResult:
    settings.context.clock.begin()
    try:
        if job.mode != "check":
            return _mended(source, path, shown, settings, job)
        article = read_article(source, path, settings)
        found, asked = engine.checked(article, shown, settings, reasons=job.reasons)
        facts = facts_of(article, shown, normal(source.path), settings.schema) if job.site else None
    except KeyboardInterrupt:
        raise
    except BaseException as error:
        found, facts, asked = (crashed(shown, error, "check"),), None, None
        if job.mode != "check":  # what a check finds is true all the same
            checked = _text(source, path, shown, settings, replace(job, mode="check"))
            more = (one for one in checked.diagnostics if one.message != found[0].message)
            found, asked = in_order((*found, *more)), checked.asked
    before = source.text if job.keep_text else None
    bom = (source.bom, source.bom)
    result = FileResult(shown, found, before, before, bom=bom, facts=facts)
    return result._replace(asked=asked) if job.site else result


def _mended(source: Source, path: str, shown: str, settings: Settings, job: Job) -> FileResult:
    with FIX:
        settings = replace(settings, held=_held(path, shown, settings, job))
        made = engine.fix(source, path, shown, settings, unsafe=job.unsafe, reasons=job.reasons)
    changed = made.reencoded or (made.text, made.bom) != (source.text, source.bom)
    diagnostics = in_order((*made.applied, *made.left))
    result = FileResult(
        shown,
        diagnostics,
        source.text if job.keep_text else None,
        made.text if job.keep_text else None,
        changed=changed,
        bom=(source.bom, made.bom),
        encoding=source.encoding if made.reencoded else "",
        waits=made.waits,
    )
    if job.site:
        about, file = made.article, normal(source.path)
        facts = facts_of(about, shown, file, settings.schema) if about else None
        result = result._replace(facts=facts, asked=made.asked)
    if result.changed and job.mode == "fix":
        fault = _write(source, made, job, settings.suffixes)
        if fault is not None:  # what stands in the file is what stood there
            left = engine.refuse(source, path, shown, settings, fault)
            return result._replace(
                diagnostics=left,
                after=result.before,
                changed=False,
                encoding="",
                facts=None,
                waits=NONE_HELD,
            )
    return result


def _held(path: str, shown: str, settings: Settings, job: Job) -> Held | None:
    """What is not to be fixed in an article; None while that is not known."""
    if not job.site:
        return Held(until_site=True)
    if job.known is None:
        return None
    return Held(job.known.held(place(path, settings)), shown in job.known.silent)


def _write(
    source: Source, made: engine.Outcome, job: Job, suffixes: frozenset[str]
) -> Fault | None:
    """Replace the file; the fault says why it could not be."""
    from newslint.files.write import write

    with WRITE:
        data = encode(made.text, made.bom)
        return write(source.path, source.data, data, job.allowed, suffixes)


def broken_sites(
    files: Sequence[Path], folders: Iterable[Path], project: Project, job: Job
) -> tuple[FileResult, ...]:
    """A result for every site config that cannot be read and that holds for a file or folder, and
    for every config that asks for code that was not allowed.

    Not a worker's business: each is to be said once.
    """
    parents = dict.fromkeys(map(os.path.dirname, names_of(files)))
    places = [place.absolute() for place in (*map(Path, parents), *folders)]
    found = [_broken_site(error, project, job) for error in project.broken(places)]
    withheld = project.withheld(places).items()
    return (*found, *(_withheld(path, keys, project, job) for path, keys in withheld))


def _withheld(path: Path, keys: tuple[str, ...], project: Project, job: Job) -> FileResult:
    site = project.site(path.parent)
    settings = site.settings(path)
    shown = read(path, settings.limits).text
    source = Source(path, shown, False, CodeNotAllowed(first_line(shown, keys), keys))
    return text(source, site.relative(path), display(path), settings, replace(job, mode="check"))


def _broken_site(error: SiteConfigError, project: Project, job: Job) -> FileResult:
    path = error.path
    site = project.site(path.parent)
    settings = site.settings(path)
    shown = read(path, settings.limits).text if error.row else ""
    before = "".join(f"{line}\n" for line in shown.split("\n")[: max(error.row - 1, 0)])
    line = shown[len(before) :].partition("\n")[0].rstrip()
    span = Span(len(before), len(before) + len(line))
    source = Source(path, shown, False, SiteConfigUnreadable(span, error.reason))
    job = replace(job, mode="check")
    return text(source, site.relative(path), display(path), settings, job)


def not_searched(crashes: Iterable[Crash]) -> list[FileResult]:
    """A result for every place on which the search for files failed."""
    return [FileResult(shown, (crashed(shown, error, "discover"),)) for shown, error in crashes]
