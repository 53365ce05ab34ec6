"""Many files: each through the engine, in one process or in several, in the order given.

Whatever raises is contained: in the file on which it raised, or in the share of the process that
died of it. The other files are done all the same.
"""

from __future__ import annotations

import gc
import os
import signal
from collections.abc import Callable, Collection, Iterable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, replace
from pathlib import Path
from typing import TYPE_CHECKING

from newslint.config.project import Project
from newslint.config.settings import Settings
from newslint.crash import crashed
from newslint.files.discover import Crash
from newslint.files.read import Source, encode, read
from newslint.generators import SiteConfigError
from newslint.lint import fix as engine
from newslint.model.diagnostics import FileResult, Mode, in_order
from newslint.model.errors import NewslintError
from newslint.model.faults import SiteConfigUnreadable
from newslint.model.spans import Span
from newslint.model.stages import FIX, READ, SETTINGS, WRITE, one_line

if TYPE_CHECKING:
    from concurrent.futures import Executor, Future
    from multiprocessing.connection import Connection
    from threading import Lock


CHUNK = 200
"""Files that a worker is given at a time."""

PARALLEL_FROM = 600
"""Fewer files than this are done in one process: starting another costs what it saves."""


@dataclass(frozen=True, slots=True)
class Job:
    """What to do with every file. `keep_text`: the results carry the texts before and after.

    `allowed` says where may be written: what `files.write.real_roots` made of the paths that were
    named.
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
    NewslintError for a config mistake, and WorkerDiedError after the last result when a process
    died.
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
    from multiprocessing import Pipe

    chunks = [files[start : start + CHUNK] for start in range(0, len(files), CHUNK)]
    ends, stop = Pipe(duplex=False)
    count, lost, reason = 0, list[Path](), ""
    with _safe_path():
        pool = ProcessPoolExecutor(
            min(workers, len(chunks)) or 1, initializer=_begin, initargs=(ends,)
        )
        shares = [(chunk, _share(pool, project, job, chunk)) for chunk in chunks]
    with pool:
        try:
            for chunk, share in shares:
                try:
                    results = share.result()
                except (KeyboardInterrupt, NewslintError):
                    raise
                except BaseException as error:  # the process is gone, or could not answer
                    lost += chunk
                    reason = reason or one_line(error)
                    continue
                count += len(results)
                yield from results
                done(count)
        except BaseException:
            stop.send_bytes(b"stop")
            pool.shutdown(wait=False, cancel_futures=True)
            raise
    if lost:
        raise WorkerDiedError(_lost(lost, reason))


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


class WorkerDiedError(NewslintError):
    """A process died with files that it was to do: killed from outside, out of memory."""


SHOWN = 3
"""Names of files that are said to be lost; the others are counted."""


def _lost(files: Sequence[Path], reason: str) -> str:
    names = ", ".join(display(path) for path in files[:SHOWN])
    more = f" and {len(files) - SHOWN} more" if len(files) > SHOWN else ""
    number = "1 file is" if len(files) == 1 else f"{len(files)} files are"
    return f"a worker process died, {number} not reported: {names}{more} ({reason})"


def _share(
    pool: Executor, project: Callable[[], Project], job: Job, files: Sequence[Path]
) -> Future[list[FileResult]]:
    """A worker's share, handed in; of a pool that is broken, a future that says so."""
    from concurrent.futures import BrokenExecutor, Future

    try:
        return pool.submit(_chunk, project, job, files)
    except BrokenExecutor as error:
        broken: Future[list[FileResult]] = Future()
        broken.set_exception(error)
        return broken


class _Worker:
    """What a worker process knows: its project, and whether it is to stop before the next file.

    `between` is held while a file is being done.
    """

    project: Project | None = None
    stopped = False
    ended = False
    between: Lock


def _begin(stop: Connection) -> None:
    """Ctrl-C is the parent's business: a worker would only print a traceback of its own."""
    from threading import Lock, Thread

    _Worker.between = Lock()
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    signal.signal(signal.SIGTERM, _end)
    Thread(target=_watch, args=(stop,), daemon=True).start()


def _end(*_: object) -> None:
    """End between two files: the pool ends all workers when one has died."""
    _Worker.ended = True
    if _Worker.between.acquire(blocking=False):
        os._exit(1)


def _watch(stop: Connection) -> None:
    """Stop between two files when the parent says so, and end when it is no more: nobody would
    ever read the results, and files would be written that no report names."""
    from multiprocessing import parent_process
    from multiprocessing.connection import wait

    parent = parent_process()
    if parent is None:
        return
    wait([stop, parent.sentinel])
    _Worker.stopped = True
    parent.join()
    with _Worker.between:
        os._exit(1)


def _chunk(make: Callable[[], Project], job: Job, files: Sequence[Path]) -> list[FileResult]:
    """A worker's share. The project is made once in a process, and kept for its next chunks."""
    project = _Worker.project = _Worker.project or make()
    results = []
    for path in files:
        if _Worker.stopped:
            break
        with _Worker.between:
            results.append(one(path, project, job))
        if _Worker.ended:
            os._exit(1)
    return results


def one(path: Path, project: Project, job: Job) -> FileResult:
    """One file, read, checked or mended, and written when the job says so."""
    absolute = path if path.is_absolute() else path.absolute()
    shown = display(path)
    return article(lambda s: read(path, s.limits, s.encoding), absolute, shown, project, job)


def article(
    take: Callable[[Settings], Source], path: Path, shown: str, project: Project, job: Job
) -> FileResult:
    """One article, whose source is taken as the settings for its absolute path say.

    `shown` is what is printed for it. Raises NewslintError for a mistake in the config.
    """
    try:
        with SETTINGS:
            site = project.site(path.parent)
            settings, below = site.settings(path), site.relative(path)
        with READ:
            source = take(settings)
    except (KeyboardInterrupt, NewslintError):
        raise
    except BaseException as error:  # a panic of Rust code is no Exception
        return FileResult(shown, (crashed(shown, error, READ.name),))
    return text(source, below, shown, settings, job)


def text(source: Source, path: str, shown: str, settings: Settings, job: Job) -> FileResult:
    """A source, checked or mended: `path` is below the site's root, `shown` what is printed."""
    try:
        if job.mode != "check":
            return _mended(source, path, shown, settings, job)
        found = engine.check(source, path, shown, settings)
    except KeyboardInterrupt:
        raise
    except BaseException as error:
        found = (crashed(shown, error, "check"),)
        if job.mode != "check":  # what a check finds is true all the same
            alone = text(source, path, shown, settings, replace(job, mode="check")).diagnostics
            found = (*found, *(one for one in alone if one.message != found[0].message))
    before = source.text if job.keep_text else None
    return FileResult(shown, in_order(found), before, before, bom=(source.bom, source.bom))


def _mended(source: Source, path: str, shown: str, settings: Settings, job: Job) -> FileResult:
    with FIX:
        made = engine.fix(source, path, shown, settings, unsafe=job.unsafe)
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
    from newslint.files.write import write

    with WRITE:
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
    source = Source(path, shown, False, SiteConfigUnreadable(span, error.reason))
    job = replace(job, mode="check")
    return text(source, site.relative(path), display(path), settings, job)


def not_searched(crashes: Iterable[Crash]) -> list[FileResult]:
    """A result for every place on which the search for files failed."""
    return [FileResult(shown, (crashed(shown, error, "discover"),)) for shown, error in crashes]


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
