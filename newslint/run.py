"""Many files: each through the engine, in one process or in several, in the order given."""

from __future__ import annotations

import gc
import os
import signal
from collections.abc import Callable, Collection, Iterable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, replace
from functools import partial
from pathlib import Path
from typing import Literal

from newslint import engine
from newslint.article import Fault
from newslint.diagnostic import Diagnostic, FileResult
from newslint.project import Project
from newslint.settings import Settings
from newslint.source import Source, encode, read
from newslint.target import SiteConfigError
from newslint.value import Span

Mode = Literal["check", "fix", "diff"]

CHUNK = 200
"""Files that a worker is given at a time."""

SITE_CONFIG = "site-config"
"""The note of the fault "unreadable" of a file that is no article, but the config of a site."""

PARALLEL_FROM = 600
"""Fewer files than this are done in one process: starting another costs what it saves."""


@dataclass(frozen=True, slots=True)
class Job:
    """What to do with every file. `keep_text`: the results carry the texts before and after.

    `allowed` says where may be written: what `newslint.write.real_roots` made of the paths that
    were named.
    """

    mode: Mode = "check"
    unsafe: bool = False
    keep_text: bool = False
    allowed: Collection[Path] = ()


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
    NewslintError for a config mistake.
    """
    gc.freeze()
    gc.enable()
    processors = os.cpu_count() or 1
    workers = min(jobs or processors, processors)
    if workers == 1 or (jobs is None and len(files) < PARALLEL_FROM):
        whole = project()
        for count, path in enumerate(files, 1):
            yield one(path, whole, job)
            done(count)
        return
    yield from _parallel(files, project, job, workers, done)


def _parallel(
    files: Sequence[Path],
    project: Callable[[], Project],
    job: Job,
    workers: int,
    done: Callable[[int], None],
) -> Iterator[FileResult]:
    from concurrent.futures import ProcessPoolExecutor

    chunks = [files[start : start + CHUNK] for start in range(0, len(files), CHUNK)]
    count = 0
    with _safe_path():
        pool = ProcessPoolExecutor(min(workers, len(chunks)) or 1, initializer=_quiet)
        answers = pool.map(partial(_chunk, project, job), chunks)  # starts all of the processes
    with pool:
        try:
            for results in answers:
                count += len(results)
                yield from results
                done(count)
        except BaseException:
            pool.shutdown(wait=False, cancel_futures=True)
            raise


@contextmanager
def _safe_path() -> Iterator[None]:
    """Python processes that are started meanwhile import nothing from the current folder.

    Where workers are not forked they begin as `python -c`, and a `pickle.py` among the articles of
    a stranger would be theirs.
    """
    name = "PYTHONSAFEPATH"
    before = os.environ.get(name)
    os.environ[name] = "1"
    try:
        yield
    finally:
        if before is None:
            del os.environ[name]
        else:
            os.environ[name] = before


def _quiet() -> None:
    """Ctrl-C is the parent's business: a worker would only print a traceback of its own."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)


_project: Project | None = None


def _chunk(make: Callable[[], Project], job: Job, files: Sequence[Path]) -> list[FileResult]:
    """A worker's share. The project is made once in a process, and kept for its next chunks."""
    global _project  # the only state that a worker has
    if _project is None:
        _project = make()
    return [one(path, _project, job) for path in files]


def one(path: Path, project: Project, job: Job) -> FileResult:
    """One file, read, checked or mended, and written when the job says so."""
    absolute = path if path.is_absolute() else path.absolute()
    site = project.site(absolute.parent)
    settings = site.settings(absolute)
    source = read(path, settings.limits, settings.encoding)
    return text(source, site.relative(absolute), display(path), settings, job)


def text(source: Source, path: str, shown: str, settings: Settings, job: Job) -> FileResult:
    """A source, checked or mended: `path` is below the site's root, `shown` what is printed."""
    before = source.text if job.keep_text else None
    if job.mode == "check":
        found = engine.check(source, path, shown, settings)
        return FileResult(shown, found, before, before, bom=(source.bom, source.bom))
    made = engine.fix(source, path, shown, settings, unsafe=job.unsafe)
    changed = made.reencoded or (made.text, made.bom) != (source.text, source.bom)
    diagnostics = sorted((*made.applied, *made.left), key=_order)
    result = FileResult(
        shown,
        tuple(diagnostics),
        before,
        made.text if job.keep_text else None,
        changed=changed,
        bom=(source.bom, made.bom),
        encoding=source.encoding if made.reencoded else "",
    )
    if changed and job.mode == "fix":
        return _written(result, source, made, path, settings, job)
    return result


def _written(
    result: FileResult,
    source: Source,
    made: engine.Outcome,
    path: str,
    settings: Settings,
    job: Job,
) -> FileResult:
    """The result after the file was replaced; when it could not be, what stands in it still."""
    from newslint.write import write

    fault = write(
        source.path, source.data, encode(made.text, made.bom), job.allowed, settings.suffixes
    )
    if fault is None:
        return result
    left = engine.refuse(source, path, result.path, settings, fault)
    return result._replace(diagnostics=left, after=result.before, changed=False, encoding="")


def broken_sites(
    files: Iterable[Path], folders: Iterable[Path], project: Project, job: Job
) -> tuple[FileResult, ...]:
    """A result for every site config that cannot be read and that holds for a file or folder.

    Not a worker's business: each is to be said once.
    """
    parents = dict.fromkeys(os.path.dirname(path) for path in files)  # noqa: PTH120
    places = [*map(Path, parents), *folders]
    found = project.broken(place.absolute() for place in places)
    return tuple(_broken_site(error, project, job) for error in found)


def _broken_site(error: SiteConfigError, project: Project, job: Job) -> FileResult:
    path = error.path
    site = project.site(path.parent)
    settings = site.settings(path)
    shown = read(path, settings.limits).text if error.row else ""
    before = "".join(f"{line}\n" for line in shown.split("\n")[: max(error.row - 1, 0)])
    line = shown[len(before) :].partition("\n")[0].rstrip()
    span = Span(len(before), len(before) + len(line))
    source = Source(path, shown, False, Fault("unreadable", span, error.reason, note=SITE_CONFIG))
    job = replace(job, mode="check")
    return text(source, site.relative(path), display(path), settings, job)


def display(path: Path) -> str:
    """A path as it is printed: below the current folder relative to it, with forward slashes."""
    if path.is_absolute():
        here = Path.cwd()
        if path.is_relative_to(here):
            path = path.relative_to(here)
    elif ".." in path.parts:
        path = Path(os.path.relpath(path))
    shown = path.as_posix()
    return shown.encode("utf-8", "surrogateescape").decode("utf-8", "backslashreplace")


def _order(diagnostic: Diagnostic) -> tuple[str, int, int, str, str]:
    return diagnostic.order
