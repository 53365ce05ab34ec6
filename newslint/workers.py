"""Worker processes: each is given shares of the files, and where it writes ends between two files.

A process that dies (killed from outside, out of memory) costs its share; the others go on.
"""

from __future__ import annotations

import os
import signal
from collections import deque
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, TypeVar

from newslint import registry
from newslint.config.project import Project
from newslint.files.display import display
from newslint.model.errors import NewslintError, WorkerDiedError
from newslint.model.stages import one_line

if TYPE_CHECKING:
    from concurrent.futures import Executor, Future
    from multiprocessing.connection import Connection
    from threading import Lock

Result = TypeVar("Result")

Work = Callable[[Sequence[Path], Project], list[Result]]
"""What is done with files."""

SHOWN = 3
"""Names of files that are said to be lost; the others are counted."""


def parallel(  # noqa: PLR0913 (a keyword each)
    shares: Sequence[Sequence[Path]],
    project: Callable[[], Project],
    work: Work[Result],
    workers: int,
    done: Callable[[int], None],
    *,
    one_by_one: bool,
) -> Iterator[tuple[Sequence[Path], list[Result]]]:
    """Each share of the files, in order, and what becomes of it, by as many processes as `workers`
    says.

    `project` and `work` go to other processes: both can be pickled. Work that must not end amid a
    file is given `one_by_one`, else a whole share. `done` is told how many
    files are done. Raises NewslintError for a config mistake, and WorkerDiedError after the last
    result when a process died.
    """
    from concurrent.futures import ProcessPoolExecutor
    from multiprocessing import Pipe

    for rule in registry.all_rules():
        _ = rule.whole  # imported once for all processes
    act = partial(_one_by_one if one_by_one else _at_once, project, work)
    ends, stop = Pipe(duplex=False)
    count, lost, reason = 0, list[Path](), ""
    with _safe_path():
        pool = ProcessPoolExecutor(
            min(workers, len(shares)) or 1, initializer=_begin, initargs=(ends,)
        )
        due = deque((chunk, _share(pool, act, chunk)) for chunk in shares)
    with pool:
        try:
            while due:
                chunk, share = due.popleft()  # a share that is held holds its results
                try:
                    results = share.result()
                except (KeyboardInterrupt, NewslintError):
                    raise
                except BaseException as error:  # the process is gone, or could not answer
                    lost += chunk
                    reason = reason or one_line(error)
                    continue
                count += len(chunk)
                yield chunk, results
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


def _lost(files: Sequence[Path], reason: str) -> str:
    names = ", ".join(display(path) for path in files[:SHOWN])
    more = f" and {len(files) - SHOWN} more" if len(files) > SHOWN else ""
    number = "1 file is" if len(files) == 1 else f"{len(files)} files are"
    return f"a worker process died, {number} not reported: {names}{more} ({reason})"


def _share(
    pool: Executor, act: Callable[[Sequence[Path]], list[Result]], files: Sequence[Path]
) -> Future[list[Result]]:
    """A worker's share, handed in; of a pool that is broken, a future that says so."""
    from concurrent.futures import BrokenExecutor, Future

    try:
        return pool.submit(act, files)
    except BrokenExecutor as error:
        broken: Future[list[Result]] = Future()
        broken.set_exception(error)
        return broken


class _Worker:
    """What a worker process knows: its project, and whether it is to stop before the next file.

    `between` is held while a file is being done that must be done to its end.
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


def _at_once(
    make: Callable[[], Project], work: Work[Result], files: Sequence[Path]
) -> list[Result]:
    """A worker's share, which may end at any moment."""
    return [] if _Worker.stopped else work(files, _project(make))


def _one_by_one(
    make: Callable[[], Project], work: Work[Result], files: Sequence[Path]
) -> list[Result]:
    """A worker's share, which ends between two files."""
    project = _project(make)
    results = []
    for path in files:
        if _Worker.stopped:
            break
        with _Worker.between:
            results += work([path], project)
        if _Worker.ended:
            os._exit(1)
    return results


def _project(make: Callable[[], Project]) -> Project:
    """Made once in a process, and kept for its next shares."""
    _Worker.project = _Worker.project or make()
    return _Worker.project
