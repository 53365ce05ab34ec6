"""All files of a run, and what is true of their sites: each file first, then all together.

What `fix` makes of a habit depends on the whole site. So a file in which something is to be fixed
that may be a habit waits until all have been looked at; the others are done at once.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from newslint.config.project import Project
from newslint.files.display import display
from newslint.model.diagnostics import FileResult
from newslint.model.errors import WorkerDiedError
from newslint.run import Job, run
from newslint.site.entries import Entry, with_entries
from newslint.site.habits import settled, verdicts
from newslint.site.stage import with_site_rules


@dataclass(frozen=True, slots=True)
class Whole:
    """All results of a run, in order, and what is said once of them.

    `died` says which files are lost because a worker process died.
    """

    results: tuple[FileResult, ...]
    entries: tuple[Entry, ...] = ()
    died: str = ""


def whole(
    files: Sequence[Path],
    project: Callable[[], Project],
    job: Job,
    *,
    jobs: int | None = None,
    done: Callable[[int], None] = lambda _: None,
) -> Whole:
    """The results of all files; with `job.site` they are all that there are of their sites.

    Raises NewslintError for a config mistake.
    """
    died: list[str] = []
    counting = replace(job, known=None) if job.site else job
    results = _kept(run(files, project, counting, jobs=jobs, done=done), died)
    if not job.site:
        return Whole(tuple(results), died="; ".join(died))
    waiting = {result.path for result in results if result.waits}
    if waiting:
        now = replace(job, known=replace(verdicts(results), silent=_silent(results, project)))
        paths = [path for path in files if display(path) in waiting]
        fixed = {one.path: one for one in _kept(run(paths, project, now, jobs=jobs), died)}
        results = [fixed.get(one.path, one) if one.waits else one for one in results]
    if died:  # of a part of a site it is not known what the whole does
        return Whole(tuple(results), died="; ".join(died))
    checked = with_site_rules(results, project())
    known = verdicts(checked)
    return Whole(*with_entries((settled(one, known) for one in checked), known))


def _silent(results: Sequence[FileResult], project: Callable[[], Project]) -> frozenset[str]:
    """The files that wait in which a comment silences what a rule about the whole site finds."""
    if not any(one.waits and _until_site(one) for one in results):
        return frozenset()
    left = {one.path: _until_site(one) for one in with_site_rules(results, project())}
    return frozenset(one.path for one in results if _until_site(one) > left[one.path])


def _until_site(result: FileResult) -> int:
    return sum(one.until_site for one in result.diagnostics)


def _kept(results: Iterator[FileResult], died: list[str]) -> list[FileResult]:
    """The results that there are; what is said of a worker that died is added to `died`."""
    kept: list[FileResult] = []
    try:
        for result in results:
            kept.append(result)
    except WorkerDiedError as error:
        died.append(str(error))
    return kept
