"""Some files of a site, judged as parts of it: the others are looked at, and nothing is said of
them but as places that belong to a problem.

What is known of the others comes from the store, where it still holds.
"""

from __future__ import annotations

import os
from collections.abc import Callable, Iterable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from newslint.config.project import Project
from newslint.config.site import Site
from newslint.files.discover import names_below
from newslint.files.display import display
from newslint.files.paths import Paths
from newslint.model.diagnostics import FileResult
from newslint.model.records import dataclass, replace
from newslint.run import Job, alone, run
from newslint.site.habits import Verdicts, settled, verdicts, verdicts_of
from newslint.site.stage import with_site_rules
from newslint.whole import Whole, in_bytes, kept, until_site

if TYPE_CHECKING:
    from newslint.site.few import Few
    from newslint.site.store import Store


@dataclass(frozen=True, slots=True)
class Around:
    """The files of a run: `named` are those of which is spoken, in order, `apart` those of them
    that are no part of a site, and `others` the rest of their sites."""

    named: tuple[Path, ...]
    apart: frozenset[Path] = frozenset()
    others: Sequence[str] = ()

    @property
    def members(self) -> Paths:
        """All files of the sites."""
        here = (os.fspath(path) for path in self.named if path not in self.apart)
        return Paths([*here, *self.others])

    def look(self, job: Job) -> Job:
        """How the sites are looked at before anything is done."""
        return replace(job, mode="check", keep_text=False, site=True, known=None)


def around(named: Sequence[Path], project: Project) -> Around:
    """The files of the sites in which these lie, as a search of the whole site finds them.

    A file that such a search skips is no part of a site.
    """
    homes = dict.fromkeys(_home(project.site(path.absolute().parent)) for path in named)
    folders = [home for home in homes if home is not None]
    found = names_below(folders, project.folder) if folders else []
    members = frozenset(found)
    mine = {os.path.abspath(path): path for path in named}  # noqa: PTH100
    apart = frozenset(path for place, path in mine.items() if place not in members)
    return Around(tuple(named), apart, [one for one in found if one not in mine])


def _home(site: Site) -> str | None:
    """The folder of a site; None for a file of which nothing says that it belongs to one."""
    has_one = site.root is not None or site.config_file is not None
    return os.path.abspath(site.folder) if has_one else None  # noqa: PTH100


def among(  # noqa: PLR0913 (a keyword each)
    files: Around,
    project: Callable[[], Project],
    job: Job,
    *,
    jobs: int | None = None,
    done: Callable[[int], None] = lambda _: None,
    store: Store | None = None,
) -> Whole:
    """The results of the files that were named. Of their sites nothing is said once, but habits
    hold. Raises NewslintError for a config mistake."""
    if in_bytes(len(files.members), files.look(job), store):
        return _among_bytes(files, project, job, jobs=jobs, done=done, store=store)
    died: list[str] = []
    first = kept(run(files.members, project, files.look(job), jobs=jobs, done=done), died)
    apart = _apart(files, project, job, jobs, died)
    mine = frozenset(map(display, files.named))
    if job.mode != "check" or job.keep_text:
        known = replace(verdicts(first), silent=_silent(first, mine, project))
        first = _renewed(first, _again(files, project, job, known, jobs, died))
    if died:  # of a part of a site it is not known what the whole does
        return _of(files, [*map(alone, first), *apart], died)
    checked = with_site_rules(first, project())
    known = verdicts(checked)
    here = (one for one in checked if one.path in mine)
    return _of(files, [*(_said_here(settled(one, known)) for one in here), *apart], died)


def _among_bytes(  # noqa: PLR0913
    files: Around,
    project: Callable[[], Project],
    job: Job,
    *,
    jobs: int | None,
    done: Callable[[int], None],
    store: Store | None,
) -> Whole:
    """As `among`, where the results of the whole sites are bytes."""
    from newslint.packed import again, gathered, packed, told
    from newslint.site.few import Few
    from newslint.site.together import judged

    look, members, whole = files.look(job), files.members, project()
    few = Few(again(project, look))
    results = packed(members, project, look, jobs=jobs, done=done, store=store)
    died = [one for one in [gathered(results, members, few)] if one]
    apart = _apart(files, project, job, jobs, died)
    named = frozenset(map(os.fspath, files.named))
    mine = [index for index, path in enumerate(few.paths) if path in named]
    if job.mode != "check" or job.keep_text:
        known = replace(verdicts_of(few.asked_of()), silent=_silent_in(few, whole, mine))
        second = {one.path: one for one in _again(files, project, job, known, jobs, died)}
        for index in mine:
            result = second.get(few.shown(index))
            if result is not None:
                few.renew(index, result, told(result, whole))
    if died:  # of a part of a site it is not known what the whole does
        return _of(files, [*(alone(few.result(index)) for index in mine), *apart], died)
    made = judged(few, whole, mine)
    return _of(files, [*(_said_here(made.settled(index)) for index in mine), *apart], died)


def _silent_in(few: Few, project: Project, mine: Iterable[int]) -> frozenset[str]:
    """As `_silent`, of these; where no comment waits for it, the site is not looked at."""
    from newslint.site.together import judged

    waiting = [index for index in mine if until_site(few.result(index))]
    if not waiting:
        return frozenset()
    made = judged(few, project, waiting)
    pairs = ((few.result(index), made.checked(index)) for index in waiting)
    return frozenset(one.path for first, one in pairs if until_site(one) < until_site(first))


def _apart(
    files: Around,
    project: Callable[[], Project],
    job: Job,
    jobs: int | None,
    died: list[str],
) -> list[FileResult]:
    """The results of the files that are no part of a site."""
    return kept(run(sorted(files.apart), project, replace(job, site=False), jobs=jobs), died)


def _again(  # noqa: PLR0913
    files: Around,
    project: Callable[[], Project],
    job: Job,
    known: Verdicts,
    jobs: int | None,
    died: list[str],
) -> list[FileResult]:
    """The results of the files that were named, once it is known what holds for their sites."""
    job = replace(job, site=True, known=known)
    paths = [path for path in files.named if path not in files.apart]
    return kept(run(paths, project, job, jobs=jobs), died)


def _of(files: Around, results: Iterable[FileResult], died: Sequence[str]) -> Whole:
    mine = frozenset(map(display, files.named))
    here = (one for one in results if one.path in mine)
    return Whole(tuple(sorted(here, key=lambda one: one.path)), died="; ".join(died))


def _silent(
    first: Sequence[FileResult], mine: frozenset[str], project: Callable[[], Project]
) -> frozenset[str]:
    """The files in which a comment silences what a rule about the whole site finds."""
    waiting = {one.path: until_site(one) for one in first if one.path in mine}
    if not any(waiting.values()):
        return frozenset()
    checked = with_site_rules(first, project())
    return frozenset(one.path for one in checked if until_site(one) < waiting.get(one.path, 0))


def _renewed(first: Sequence[FileResult], second: Sequence[FileResult]) -> list[FileResult]:
    """The second in place of the first; what was counted is what stood there at first."""
    new = {one.path: one for one in second}
    return [new[one.path]._replace(asked=one.asked) if one.path in new else one for one in first]


def _said_here(result: FileResult) -> FileResult:
    """The result with all that is said elsewhere once for the whole site."""
    return result._replace(
        diagnostics=tuple(one._replace(said_once=False) for one in result.diagnostics)
    )
