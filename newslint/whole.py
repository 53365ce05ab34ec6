"""All files of a run, and what is true of their sites: each file first, then all together.

What `fix` makes of a habit depends on the whole site. So it leaves at first what may be one; once
all files have been looked at, those are fixed again in which something is none after all.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from newslint.config.project import Project
from newslint.files.display import display
from newslint.model.counted import NONE_HELD
from newslint.model.diagnostics import FileResult, in_order
from newslint.model.errors import WorkerDiedError
from newslint.model.mapped import Mapped
from newslint.model.records import NamedTuple, dataclass, replace
from newslint.model.tally import Tally
from newslint.run import PARALLEL_FROM, Job, alone, run
from newslint.site.entries import Entry, with_entries
from newslint.site.habits import NOTHING, Verdicts, settled, verdicts
from newslint.site.stage import with_site_rules

if TYPE_CHECKING:
    from newslint.site.store import Store


@dataclass(frozen=True, slots=True)
class Whole:
    """All results of a run, in order, what is said once of them, and what they come to in numbers,
    where that was counted.

    `died` says which files are lost because a worker process died. `known` is what was found to
    hold for the sites, `jobs` the number of processes that may look at the results.
    """

    results: Sequence[FileResult]
    entries: tuple[Entry, ...] = ()
    tally: Tally | None = None
    died: str = ""
    known: Verdicts = NOTHING
    jobs: int | None = None

    def filtered(self, left: Callable[[Sequence[FileResult]], Sequence[FileResult]]) -> Whole:
        """The same of what is left of the results; what was counted is what there was before."""
        kept = left(self.results)
        if kept is self.results:
            return self
        results, entries, tally = with_entries(kept, self.known, self.jobs)
        return replace(self, results=results, entries=entries, tally=tally)


def whole(  # noqa: PLR0913 (a keyword each)
    files: Sequence[Path],
    project: Callable[[], Project],
    job: Job,
    *,
    jobs: int | None = None,
    done: Callable[[int], None] = lambda _: None,
    store: Store | None = None,
) -> Whole:
    """The results of all files; with `job.site` they are all that there are of their sites.

    What the store knows is taken from there, and what is new is put there. Raises
    NewslintError for a config mistake.
    """
    counting = replace(job, known=None) if job.site else job
    if in_bytes(len(files), job, store):
        return _whole_of_bytes(files, project, counting, jobs=jobs, done=done, store=store)
    died: list[str] = []
    results = kept(run(files, project, counting, jobs=jobs, done=done), died)
    if not job.site:
        return Whole(tuple(results), died="; ".join(died))
    if due := _due(results, project):
        again = replace(job, known=replace(verdicts(results), silent=due.silent))
        paths = [path for path in files if display(path) in due.paths]
        fixed = {one.path: one for one in kept(run(paths, project, again, jobs=jobs), died)}
        results = [_joined(one, fixed.get(one.path), job) for one in results]
    if died:  # of a part of a site it is not known what the whole does
        return Whole(tuple(map(alone, results)), died="; ".join(died))
    checked = with_site_rules(results, project())
    known = verdicts(checked)
    return Whole(*with_entries([settled(one, known) for one in checked], known), known=known)


def in_bytes(number: int, job: Job, store: Store | None) -> bool:
    """True where the results of so many files are kept as bytes; of few they need not be."""
    if store is not None:
        return True
    return job.mode == "check" and not job.keep_text and number >= PARALLEL_FROM


def _whole_of_bytes(  # noqa: PLR0913
    files: Sequence[Path],
    project: Callable[[], Project],
    job: Job,
    *,
    jobs: int | None,
    done: Callable[[int], None],
    store: Store | None,
) -> Whole:
    """As `whole`, of a check."""
    from newslint.packed import again, gathered, packed
    from newslint.site.few import Few
    from newslint.site.judged import Judged
    from newslint.site.together import judged

    few = Few(again(project, job))
    results = packed(files, project, job, jobs=jobs, done=done, store=store)
    died = gathered(results, files, few)
    if died or not job.site:  # of a part of a site it is not known what the whole does
        return Whole(Mapped(Judged(few, project()), alone), died=died)
    made = judged(few, project())
    return Whole(*with_entries(made, made.known, jobs), known=made.known, jobs=jobs)


class _Due(NamedTuple):
    """The files that are to be fixed again, and those (`silent`) in which a comment silences what a
    rule about the whole site finds; both as they are printed."""

    paths: frozenset[str]
    silent: frozenset[str]


def _due(results: Sequence[FileResult], project: Callable[[], Project]) -> _Due | None:
    """None where none is to be fixed again."""
    if not any(one.waits != NONE_HELD for one in results):
        return None
    known, silent = verdicts(results), _silent(results, project)
    paths = (one.path for one in results if _is_due(one, known, silent))
    found = frozenset(paths)
    return _Due(found, silent) if found else None


def _is_due(result: FileResult, known: Verdicts, silent: frozenset[str]) -> bool:
    asked, waits = result.asked, result.waits
    if waits.until_site and result.path not in silent:
        return True
    return asked is not None and any(known.unit(kind, asked) is None for kind in waits.kinds)


def _silent(results: Sequence[FileResult], project: Callable[[], Project]) -> frozenset[str]:
    """The files that wait in which a comment silences what a rule about the whole site finds."""
    if not any(one.waits.until_site for one in results):
        return frozenset()
    left = {one.path: until_site(one) for one in with_site_rules(results, project())}
    return frozenset(one.path for one in results if until_site(one) > left[one.path])


def _joined(first: FileResult, second: FileResult | None, job: Job) -> FileResult:
    """What became of a file that was fixed twice; what was counted is what stood there at first."""
    if second is None:
        return first
    if job.mode == "diff":  # nothing was written, so the second had all to do
        return second
    done = (one for one in first.diagnostics if one.fixed)
    return second._replace(
        diagnostics=in_order((*done, *second.diagnostics)),
        before=first.before,
        changed=first.changed or second.changed,
        bom=(first.bom[0], second.bom[1]),
        encoding=first.encoding or second.encoding,
        asked=first.asked,
    )


def until_site(result: FileResult) -> int:
    return sum(one.until_site for one in result.diagnostics)


def kept(results: Iterator[FileResult], died: list[str]) -> list[FileResult]:
    """The results that there are; what is said of a worker that died is added to `died`."""
    kept: list[FileResult] = []
    try:
        for result in results:
            kept.append(result)
    except WorkerDiedError as error:
        died.append(str(error))
    return kept
